"""This machine's memory of a stream: kept outside the data folder, so that a copied or restored folder shows.

A witness holds the folder, a token that changes at every start, and the last sequence number. A database whose folder,
token or number disagrees is another life of the same stream: it must open a new stream before it writes.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from onestop_desk import paths

_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a stream was last seen, under which token, and how far it had gone."""

    stream: str
    folder: str
    token: str
    seq: int


class Witness:
    """The open witness of one stream; `advance` is a plain overwrite of a few bytes, cheap enough for every commit."""

    def __init__(self, file: BinaryIO) -> None:
        """Keep the open file; `start` makes one."""
        self._file = file

    def advance(self, seq: int) -> None:
        """Remember that the stream has committed `seq`."""
        self._file.seek(0)
        self._file.write(f"{seq:0{_WIDTH}d}".encode())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def start(sighting: Sighting) -> Witness:
    """Write a sighting anew and keep it open."""
    path = _path(sighting.stream, sighting.folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = json.dumps(asdict(sighting), ensure_ascii=False)
    path.write_text(f"{sighting.seq:0{_WIDTH}d}\n{known}\n", encoding="utf-8")
    return Witness(path.open("r+b", buffering=0))


def recall(stream: str, folder: Path) -> Sighting | None:
    """Return what this machine remembers of the stream in this folder; None if nothing or nothing readable."""
    path = _path(stream, str(folder))
    try:
        head, known, *_ = path.read_text(encoding="utf-8").split("\n")
        remembered = Sighting(**json.loads(known))
        return Sighting(remembered.stream, remembered.folder, remembered.token, int(head))
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
