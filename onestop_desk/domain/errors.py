"""Refusals a person can act on: they carry facts, and become sentences in ui/wording only."""

from dataclasses import dataclass
from typing import ClassVar


class DeskError(Exception):
    """A refusal with facts and a short code; anything else that is raised is a bug."""

    code: ClassVar[str] = "DESK"


@dataclass(eq=False)
class BadValue(DeskError):
    """A value that a person gave cannot be what `field` asks for; `reason` is a word from the field's own list."""

    field: str
    reason: str
    value: str = ""

    code: ClassVar[str] = "VALUE"
