"""What of a reception can be corrected afterwards: its fields by name, read from and written as plain text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from onestop_desk.domain.application import Channel, Party, PartyKind, ReturnWay
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Received
from onestop_desk.domain.identity import Sex, normalise_phone
from onestop_desk.domain.text import clean, clean_lines

PROCEDURE, CASE, DUE_AT = "procedure", "case", "due_at"
"""Fields whose correction makes a new promise; the service computes it."""

MOST_SETS = 999


def corrected_reception(received: Received, field: str, text: str) -> Received:
    """Return the reception with one field put right; raises BadValue for an unknown field or a text that cannot be.

    `procedure`, `case` and `due_at` carry more than a text: only the case's own word is changed here.
    """
    if field in (PROCEDURE, DUE_AT):
        return received
    read = _READERS.get(field)
    if read is None:
        raise BadValue("field", "unknown", field)
    value = read(field, text)
    who, _, name = field.rpartition(".")
    changes: dict[str, Any] = {name: value}
    if not who:
        return replace(received, **changes)
    party = _party(received, who)
    verified = party.verified and name not in ("name", "id_number", "birth", "sex")
    righted: dict[str, Any] = {who: replace(party, **changes, verified=verified)}
    return replace(received, **righted)


def recorded_text(received: Received, field: str) -> str:
    """Return what the reception says in a field, as plain text; raises BadValue for an unknown field."""
    if field == PROCEDURE:
        return received.procedure.code
    if field == DUE_AT:
        return received.due.due_at.isoformat() if received.due.due_at else ""
    if field not in _READERS:
        raise BadValue("field", "unknown", field)
    who, _, name = field.rpartition(".")
    value = getattr(_party(received, who) if who else received, name)
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str("" if value is None else value)


def _party(received: Received, who: str) -> Party:
    return received.owner if who == "owner" else received.submitter or Party("")


def _line(_field: str, text: str) -> str:
    return clean(text)


def _needed(field: str, text: str) -> str:
    if not clean(text):
        raise BadValue(field, "empty")
    return clean(text)


def _lines(_field: str, text: str) -> str:
    return clean_lines(text)


def _phone(field: str, text: str) -> str:
    try:
        return normalise_phone(clean(text)) if clean(text) else ""
    except BadValue as error:
        raise BadValue(field, error.reason, text) from None


def _date(field: str, text: str) -> date | None:
    try:
        return date.fromisoformat(clean(text)) if clean(text) else None
    except ValueError:
        raise BadValue(field, "format", text) from None


def _whole(field: str, text: str) -> int:
    written = clean(text)
    if not (written.isascii() and written.isdigit()):
        raise BadValue(field, "number", text)
    if not 1 <= int(written) <= MOST_SETS:
        raise BadValue(field, "range", text)
    return int(written)


def _one_of(kind: type[Enum], *, or_none: bool = False) -> "Callable[[str, str], Any]":
    def read(field: str, text: str) -> Enum | None:
        if or_none and not clean(text):
            return None
        try:
            return kind(clean(text))
        except ValueError:
            raise BadValue(field, "unknown", text) from None

    return read


def _optional(_field: str, text: str) -> str | None:
    return clean(text) or None


_OF_A_PARTY: dict[str, Callable[[str, str], Any]] = {
    "name": _needed,
    "kind": _one_of(PartyKind),
    "id_number": _line,
    "birth": _date,
    "sex": _one_of(Sex, or_none=True),
    "phone": _phone,
    "email": _line,
    "address": _line,
}
_READERS: dict[str, Callable[[str, str], Any]] = {
    **{f"{who}.{name}": read for who in ("owner", "submitter") for name, read in _OF_A_PARTY.items()},
    "channel": _one_of(Channel),
    "case": _optional,
    "sets": _whole,
    "return_by": _one_of(ReturnWay),
    "return_address": _line,
    "note": _lines,
}
FIELDS = (*_READERS, PROCEDURE, DUE_AT)
"""Every field that a correction may name."""
