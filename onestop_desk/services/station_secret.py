"""The station's password for the centre: in the system's keychain; where there is none, in a file that only the owner
of the data folder can read, and the program says so."""

import os
from enum import StrEnum
from pathlib import Path

import keyring
from keyring.errors import KeyringError

from onestop_desk.models.session import file_faults_named

SERVICE = "onestop-desk"
FILE = "centre.secret"


class Place(StrEnum):
    """Where a password is kept."""

    KEYCHAIN = "keychain"
    FILE = "file"


def keep_secret(folder: Path, address: str, secret: str) -> Place:
    """Keep the password of an address; returns where."""
    try:
        keyring.set_password(SERVICE, address, secret)
        if keyring.get_password(SERVICE, address) == secret:
            (folder / FILE).unlink(missing_ok=True)
            return Place.KEYCHAIN
    except (KeyringError, OSError, RuntimeError):
        pass  # no keychain here: the file is the stated way
    _write(folder / FILE, secret)
    return Place.FILE


def secret_of(folder: Path, address: str) -> str:
    """Return the password of an address; empty where none is kept."""
    path = folder / FILE
    if path.exists():
        with file_faults_named(path):
            return path.read_text(encoding="utf-8").strip()
    try:
        return keyring.get_password(SERVICE, address) or ""
    except (KeyringError, OSError, RuntimeError):
        return ""


def _write(path: Path, secret: str) -> None:
    with file_faults_named(path):
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        # 0600 is what POSIX systems heed; on Windows the file has the rights of the user's own data folder.
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secret)
        fresh.replace(path)
