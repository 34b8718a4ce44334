"""Calling the program as an administrator does, and the lines they would import."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWNER = {
    "kind": "person",
    "name": "Nguyễn Văn Mẫu",
    "id_number": "034200012345",
    "birth": "2000-08-15",
    "sex": "Nam",
    "phone": "0912345678",
    "address": "Thôn 1, Xã Mẫu",
}


@dataclass(frozen=True)
class Ran:
    """What a call left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """Every line of standard output, read as JSON; a line that is none fails the test."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def facts(self) -> Any:
        """The one JSON object on standard output."""
        (one,) = self.objects
        return one


Command = Callable[..., Ran]
"""Runs the program on the test's data folder: `command("show", code)`."""


def receive(ref: str | None = "r1", **changes: Any) -> dict[str, Any]:
    line = {
        "do": "receive",
        "ref": ref,
        "procedure": "1.004873",
        "received_at": "2020-03-02T08:15",
        "owner": dict(OWNER),
    }
    return line | changes


def write_lines(path: Path, *lines: dict[str, Any] | bytes) -> str:
    """Write a file of lines; bytes go in as they are."""
    spelled = [one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode() for one in lines]
    path.write_bytes(b"\n".join(spelled) + b"\n")
    return str(path)
