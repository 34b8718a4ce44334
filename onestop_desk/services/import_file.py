"""Files from outside: read as they were saved, row by row; a row that cannot be read is named and stops no other."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean
from onestop_desk.services.fault import ImportFileRefused

MOST_BYTES = 200_000_000

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[\s,]*")
_UNREADABLE = re.compile("[\ud800-\udfff]")

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken in: its line in the file or row on `sheet`, the code or day it is about, and why."""

    row: int
    code: str
    field: str
    reason: str
    value: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class JsonRow:
    """One element of a list in a JSON file and the line it begins on; a broken one is None, with what names it."""

    line: int
    value: Any
    name: str = ""


def refused_row(row: int, code: str, error: BadValue, sheet: str = "") -> RefusedRow:
    """Return the row that `error` refuses; its value is cut to what a list can show."""
    return RefusedRow(row, code, error.field, error.reason, clean(error.value)[:80], sheet)


def read_text(path: Path) -> str:
    """Return a text file in UTF-8, or in UTF-16 with its mark; bytes that are neither stay as lone surrogates, which
    `text_of` refuses where they matter. Raises ImportFileRefused."""
    data = read_bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise ImportFileRefused(str(path), "encoding") from None
    head = data[:400]
    if head.count(0) * 4 > len(head):
        raise ImportFileRefused(str(path), "encoding")
    return data.decode("utf-8-sig", "surrogateescape")


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises ImportFileRefused when it is missing, unreadable or enormous."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ImportFileRefused(str(path), "too_large")
        return path.read_bytes()
    except (OSError, ValueError):
        raise ImportFileRefused(str(path), "missing") from None


def json_rows(path: Path, text: str, key: str, next_row: re.Pattern[str]) -> tuple[dict[str, Any], Iterator[JsonRow]]:
    """Return what stands before the list named `key` (or a bare list), and its elements one by one.

    After a broken element the search for `next_row` finds where to go on. Raises ImportFileRefused without a list.
    """
    head, start = _list_start(path, text, key)
    return head, _elements(text, start, next_row)


class Fields:
    """Typed values of one JSON object; BadValue names the field as the clerk knows it: `where.name`."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise BadValue(where, "format")
        self._data: dict[str, Any] = data
        self._where = where

    def text(self, name: str, field: str = "") -> str:
        """Return a text, empty where there is none."""
        value = self._data.get(name)
        return "" if value is None else text_of(value, field or self._where)

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number; true, 1.5 and "1" are none. Without a default it must be there."""
        value = self._data.get(name)
        if value is None and default is not None:
            return default
        if value is None:
            raise BadValue(self._where, "empty")
        if type(value) is not int:
            raise BadValue(self._where, "number", str(value))
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._data.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise BadValue(self._where, "format", str(value))
        return value

    def rows(self, name: str, field: str) -> list[Any]:
        """Return a list, empty where there is none."""
        value = self._data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BadValue(field, "format", str(value))
        return value

    def choice(self, name: str, kind: type[E]) -> E | None:
        """Return one of a fixed set of words, or None where there is none."""
        word = self.text(name)
        if not word:
            return None
        if word not in set(kind):
            raise BadValue(self._where, "unknown", word)
        return kind(word)


def text_of(value: object, field: str) -> str:
    """Return a clean text; raises BadValue when it is none or was saved in another encoding."""
    if not isinstance(value, str):
        raise BadValue(field, "format", str(value))
    if _UNREADABLE.search(value):
        raise BadValue(field, "encoding")
    return clean(value)


def _list_start(path: Path, text: str, key: str) -> tuple[dict[str, Any], int]:
    at = _skip(_BLANK, text, 0)
    if text[at : at + 1] == "[":
        return {}, at + 1
    if text[at : at + 1] != "{":
        raise ImportFileRefused(str(path), "shape", _line(text, at))
    head: dict[str, Any] = {}
    at += 1
    try:
        while True:
            name, at = _DECODER.raw_decode(text, _skip(_BLANK, text, at))
            at = _skip(_BLANK, text, _after(text, _skip(_BLANK, text, at), ":"))
            if name == key:
                return head, _after(text, at, "[")
            head[name], at = _DECODER.raw_decode(text, at)
            at = _after(text, _skip(_BLANK, text, at), ",")
    except (ValueError, TypeError, RecursionError):
        raise ImportFileRefused(str(path), "shape", _line(text, at)) from None


def _after(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise ValueError(sign)
    return at + 1


def _elements(text: str, at: int, next_row: re.Pattern[str]) -> Iterator[JsonRow]:
    breaks = [found.start() for found in re.finditer("\n", text)]
    while True:
        at = _skip(_BETWEEN, text, at)
        if text[at : at + 1] == "]":
            return
        if at >= len(text):
            yield JsonRow(bisect_left(breaks, at) + 1, None)
            return
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield JsonRow(bisect_left(breaks, getattr(error, "pos", at)) + 1, None, _name_at(text, at, next_row))
            found = next_row.search(text, at + 1)
            if found is None:
                return
            at = found.start()
        else:
            yield JsonRow(bisect_left(breaks, at) + 1, value)
            at = end


def _name_at(text: str, at: int, next_row: re.Pattern[str]) -> str:
    found = next_row.match(text, at)
    return found[1] if found else ""


def _skip(what: re.Pattern[str], text: str, at: int) -> int:
    found = what.match(text, at)
    return found.end() if found else at


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
