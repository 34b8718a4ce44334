"""Typed values of one import line: a JSON object read field by field; what cannot be is refused by name."""

import json
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import YEARS
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean

MOST_BYTES = 1_000_000
"""A line longer than this is refused unread."""

_MOST_TEXT = 2_000

T = TypeVar("T", bound=StrEnum)
D = TypeVar("D")


def read_object(line: bytes) -> dict[str, Any]:
    """Return the object of a line; raises BadValue."""
    if len(line) > MOST_BYTES:
        raise BadValue("line", "too_long")
    if b"\0" in line:
        raise BadValue("line", "characters")
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadValue("line", "encoding") from None
    except (ValueError, RecursionError):
        raise BadValue("line", "not_json") from None
    if not isinstance(data, dict):
        raise BadValue("line", "not_an_object")
    return data


def read_moment(value: object, field: str) -> datetime:
    """Read an ISO 8601 moment of the years 2000 to 2099; without an offset it is Vietnam's. Raises BadValue."""
    if value is None or value == "":
        raise BadValue(field, "empty")
    if not isinstance(value, str):
        raise BadValue(field, "format", str(value)[:80])
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise BadValue(field, "format", value[:80]) from None
    if moment.year not in YEARS:
        raise BadValue(field, "range", value[:80])
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)


def named(where: str, name: str) -> str:
    """Return a field's name with the object it stands in."""
    return f"{where}.{name}" if where else name


def text(data: dict[str, Any], name: str, where: str = "", *, most: int = _MOST_TEXT) -> str:
    """Return a text, empty where there is none."""
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadValue(named(where, name), "format", str(value)[:80])
    if len(value) > most:
        raise BadValue(named(where, name), "too_long")
    return value


def whole(data: dict[str, Any], name: str, default: int, where: str = "") -> int:
    """Return a whole number; true, 1.5 and "1" are none."""
    value = data.get(name)
    if value is None:
        return default
    if type(value) is not int:
        raise BadValue(named(where, name), "format", str(value)[:80])
    return value


def day(data: dict[str, Any], name: str, where: str) -> date | None:
    """Return an ISO date, None where there is none."""
    written = text(data, name, where)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadValue(named(where, name), "format", written[:80]) from None


def choice(kind: type[T], data: dict[str, Any], name: str, default: D, where: str = "") -> T | D:
    """Return one of a fixed set of words."""
    word = clean(text(data, name, where))
    try:
        return kind(word) if word else default
    except ValueError:
        raise BadValue(named(where, name), "unknown", word[:80]) from None
