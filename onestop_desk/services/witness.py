"""This machine's memory of a stream: kept outside the data folder, so that a copied or restored folder shows.

A witness holds the folder, a token that changes at every start, and the last sequence number. A database whose folder,
token or number disagrees is another life of the same stream: it must open a new stream before it writes.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from onestop_desk import paths

_WIDTH = 20


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
        """Remember that the stream has committed `seq`."""
        self._file.seek(0)
        self._file.write(f"{seq:0{_WIDTH}d}".encode())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def note(sighting: Sighting) -> Path:
    """Write a sighting whole or not at all; returns its file."""
    path = _path(sighting.stream, sighting.folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = json.dumps(asdict(sighting), ensure_ascii=False)
    fresh = path.with_suffix(".new")
    fresh.write_text(f"{sighting.seq:0{_WIDTH}d}\n{known}\n", encoding="utf-8")
    fresh.replace(path)
    return path


def watch(sighting: Sighting) -> Witness:
    """Write a sighting and keep its file open for the numbers to come."""
    return Witness(note(sighting).open("r+b", buffering=0))


def recall(stream: str, folder: Path) -> Sighting | None:
    """Return what this machine remembers of the stream in this folder; None if nothing or nothing readable."""
    path = _path(stream, str(folder))
    try:
        head, known, *_ = path.read_text(encoding="utf-8").split("\n")
        remembered = Sighting(**json.loads(known))
        return replace(remembered, seq=int(head))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def knows_folder(folder: Path) -> bool:
    """Tell whether any stream of this machine ever lived in this folder."""
    return any(_root().glob(f"*-{_mark(str(folder))}.witness"))


def _root() -> Path:
    return paths.state_folder() / "streams"


def _path(stream: str, folder: str) -> Path:
    return _root() / f"{stream}-{_mark(folder)}.witness"


def _mark(folder: str) -> str:
    return hashlib.sha256(folder.encode()).hexdigest()[:16]
