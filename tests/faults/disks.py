"""Real small disks for tests that need one full or read-only (Linux, root)."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

needs_mount = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not Path("/proc/mounts").exists(),
    reason="only root of a Linux machine can mount a small disk",
)


@contextmanager
def small_disk(place: Path, megabytes: int = 3) -> Iterator[Path]:
    """Mount an empty disk of that size."""
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"this machine mounts nothing: {made.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    """Use up every byte of a disk; returns the file to delete for room."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def set_read_only(place: Path, *, is_read_only: bool) -> None:
    """Change a mounted disk between read-only and writable."""
    mode = "ro" if is_read_only else "rw"
    subprocess.run(["mount", "-o", f"remount,{mode}", str(place)], check=True)
