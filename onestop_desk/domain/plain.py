"""Values to plain data and back: what an event's payload is made of."""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")

_Convert = Callable[[Any], Any]

_PLAIN: frozenset[type] = frozenset({str, int, float, bool, types.NoneType})
_LARGEST = 2**63
"""What no database keeps as a whole number."""

_YEARS = range(2, 9999)
"""The years in which a moment can be said in any zone."""
_SPELL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def to_plain(value: object) -> Any:
    """Return dicts, lists, strings and numbers for a dataclass; a field at its default is left out, so that new
    fields with defaults do not change old payloads."""
    kind = type(value)
    write = _WRITERS.get(kind)
    if write is None:
        write = _WRITERS[kind] = _writer(kind)
    return write(value)


def from_plain(kind: type[T], data: object) -> T:
    """Rebuild a `kind` from plain data; fields it does not know are passed over, missing ones take their default.
    Raises TypeError, ValueError or KeyError for data of another shape: nothing in a value is of another type than its
    field says."""
    return cast(T, _reader(kind)(data))


def canonical(data: object) -> bytes:
    """Return the one UTF-8 JSON spelling of plain data: sorted keys, no spaces, letters as they are."""
    return _SPELL(data).encode()


def _writer(kind: type) -> _Convert:
    if issubclass(kind, Enum):
        return lambda value: value.value
    if not is_dataclass(kind):
        raise TypeError(f"no plain form for {kind.__name__}")
    shape = [(field.name, _default(field)) for field in fields(kind)]

    def write(value: object) -> dict[str, Any]:
        made = {}
        for name, default in shape:
            item = getattr(value, name)
            if item is not default and item != default:
                made[name] = item if type(item) in _PLAIN else to_plain(item)
        return made

    return write


def _default(field: "Field[Any]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _itself(value: Any) -> Any:
    return value


def _utc(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _iso(value: date | time) -> str:
    return value.isoformat()


def _listed(value: tuple[object, ...] | list[object]) -> list[Any]:
    return [to_plain(item) for item in value]


_WRITERS: dict[type, _Convert] = {
    **dict.fromkeys(_PLAIN, _itself),
    datetime: _utc,
    date: _iso,
    time: _iso,
    tuple: _listed,
    list: _listed,
}


def _moment(data: str) -> datetime:
    moment = datetime.fromisoformat(data)
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise ValueError("a moment without a zone, or beyond any calendar")
    return moment


def _time(data: str) -> time:
    read = time.fromisoformat(data)
    if read.tzinfo is not None:
        raise ValueError("a time of day with a zone")
    return read


def _of_type(kind: type) -> _Convert:
    def same(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError(f"no {kind.__name__}")
        return data

    return same


def _whole(data: Any) -> int:
    if type(data) is not int or not -_LARGEST <= data < _LARGEST:
        raise TypeError("no whole number")
    return data


_READERS: dict[Any, _Convert] = {
    datetime: _moment,
    date: date.fromisoformat,
    time: _time,
    str: _of_type(str),
    bool: _of_type(bool),
    int: _whole,
}


def _reader(kind: Any) -> _Convert:
    if kind not in _READERS:
        _READERS[kind] = _new_reader(kind)
    return _READERS[kind]


def _new_reader(kind: Any) -> _Convert:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = [part for part in typing.get_args(kind) if part is not types.NoneType]
        read = _reader(inner)
        return lambda data: None if data is None else read(data)
    if origin is tuple:
        return _tuple_reader(_reader(typing.get_args(kind)[0]))
    if is_dataclass(kind):
        return _dataclass_reader(cast(type, kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _itself


def _tuple_reader(item: _Convert) -> _Convert:
    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise TypeError("no list")
        return tuple([item(part) for part in data])

    return read


def _dataclass_reader(kind: type) -> _Convert:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    texts = [name for name in readers if hints[name] is str]  # most fields are: looked at without a call
    converted = [(name, read) for name, read in readers.items() if read is not _itself and hints[name] is not str]

    def read(data: Any) -> Any:
        made = {name: value for name, value in data.items() if name in readers}
        for name in texts:
            if name in made and type(made[name]) is not str:
                raise TypeError(f"{name} is no text")
        for name, convert in converted:
            if name in made:
                made[name] = convert(made[name])
        return kind(**made)

    return read
