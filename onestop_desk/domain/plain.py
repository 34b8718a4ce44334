"""Values to plain data and back: what an event's payload is made of."""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")

Plain = dict[str, Any]


def to_plain(value: object) -> Any:
    """Return dicts, lists, strings and numbers for a dataclass; a field at its default is left out, so that new
    fields with defaults do not change old payloads."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float | bool | None):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        pairs = ((name, default, getattr(value, name)) for name, default in _shape(type(value)))
        return {name: to_plain(item) for name, default, item in pairs if item != default}
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: type[T], data: object) -> T:
    """Rebuild a `kind` from plain data; fields it does not know are passed over, missing ones take their default."""
    return cast(T, _reader(kind)(data))


def canonical(data: object) -> bytes:
    """Return the one UTF-8 JSON spelling of plain data: sorted keys, no spaces, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@cache
def _shape(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: "Field[Any]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(kind) if part is not type(None)]
        read = _reader(inner)
        return lambda data: None if data is None else read(data)
    if origin is tuple:
        item = _reader(typing.get_args(kind)[0])
        return lambda data: tuple(item(part) for part in data)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if kind is datetime:
        return datetime.fromisoformat
    if kind in (date, time):
        return cast(Callable[[Any], Any], kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda data: data


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name, _ in _shape(kind)}

    def read(data: Any) -> Any:
        return kind(**{name: readers[name](value) for name, value in data.items() if name in readers})

    return read
