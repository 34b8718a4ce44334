"""This machine's memory of a stream: kept outside the data folder, so that a copied or restored folder shows.

A witness holds the folder, a token that changes at every start, and the last sequence number. A database whose folder,
token or number disagrees is another life of the same stream: it must open a new stream before it writes.
"""

import hashlib
import json
import logging
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from onestop_desk import paths
from onestop_desk.models.session import file_fault, file_faults_named

_WIDTH = 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a stream was last seen, under which token, and how far it had gone. `next_token` is the one that a start
    is about to write: killed in between, either may be in the register."""

    stream: str
    folder: str
    token: str
    seq: int
    next_token: str = ""

    def agrees_with(self, token: str, seq: int) -> bool:
        """Tell whether a register with this token and number is the one that was seen."""
        return bool(token) and token in (self.token, self.next_token) and self.seq <= seq


class Witness:
    """The open witness of one stream; `advance` is a plain overwrite of a few bytes, cheap enough for every commit."""

    def __init__(self, file: BinaryIO) -> None:
        """Keep the open file; `watch` makes one."""
        self._file = file

    def advance(self, seq: int) -> None:
        """Remember that the stream has committed `seq`; a number that cannot be kept does not undo what is saved."""
        try:
            self._file.seek(0)
            self._file.write(f"{seq:0{_WIDTH}d}".encode())
        except OSError as error:
            _log.warning("the witness stays behind at event %d: %s", seq, file_fault(error, _root()).code)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def note(sighting: Sighting) -> Path:
    """Write a sighting whole or not at all, so that a power cut leaves the old one or this one; returns its file.

    Raises DiskFull, DatabaseReadOnly or DatabaseUnreachable about the state folder: without its memory a desk could not
    tell a restored register from its own, so it does not open.
    """
    path = _path(sighting.stream, sighting.folder)
    known = json.dumps(asdict(sighting), ensure_ascii=False)
    with file_faults_named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(f"{sighting.seq:0{_WIDTH}d}\n{known}\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        _keep_entry(path.parent)
    return path


def watch(sighting: Sighting) -> Witness:
    """Write a sighting and keep its file open for the numbers to come."""
    path = note(sighting)
    with file_faults_named(path):
        return Witness(path.open("r+b", buffering=0))


def recall(stream: str, folder: Path) -> Sighting | None:
    """Return what this machine remembers of the stream in this folder; None if nothing or nothing readable."""
    path = _path(stream, str(folder))
    try:
        with file_faults_named(path):
            text = path.read_text(encoding="utf-8") if path.exists() else ""
        head, known, *_ = text.split("\n")
        remembered = Sighting(**json.loads(known))
        return replace(remembered, seq=int(head))
    except (ValueError, TypeError):
        return None


def knows_folder(folder: Path) -> bool:
    """Tell whether any stream of this machine ever lived in this folder."""
    return any(_root().glob(f"*-{_mark(str(folder))}.witness"))


def _keep_entry(folder: Path) -> None:
    """Make a file's new name as durable as its content (POSIX; Windows writes names through its journal)."""
    if os.name != "posix":
        return
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)


def _root() -> Path:
    return paths.state_folder() / "streams"


def _path(stream: str, folder: str) -> Path:
    return _root() / f"{stream}-{_mark(folder)}.witness"


def _mark(folder: str) -> str:
    return hashlib.sha256(folder.encode()).hexdigest()[:16]
