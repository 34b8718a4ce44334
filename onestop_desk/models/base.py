"""What all tables share: the metadata with stable names, and how values are stored."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from sqlalchemy import BigInteger, Dialect, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PREFIX, _SHORT, _AS_IT_IS = "dossier/", b"\x01", b"\x02"
_FIRST, _LAST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)
_DOSSIER = re.compile(f"{_PREFIX}[0-9a-f]{{32}}")


class BeyondCalendar(datetime):
    """A moment that no calendar has, as another machine's clock wrote it: shown as the nearest end of time, and stored
    as the microseconds that its event's hash covers."""

    microseconds: int | None = None


def to_microseconds(moment: datetime) -> int:
    """Return microseconds since 1970 UTC of an aware datetime."""
    if type(moment) is BeyondCalendar and moment.microseconds is not None:
        return moment.microseconds
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(value: int) -> datetime:
    """Return the aware UTC datetime of microseconds since 1970; of any number whatever."""
    try:
        found = _EPOCH + value * _MICROSECOND
    except OverflowError:
        return _beyond(value)
    return found if _FIRST <= found <= _LAST else _beyond(value)


def _beyond(value: int) -> datetime:
    end = _FIRST if value < 0 else _LAST
    shown = BeyondCalendar(end.year, end.month, end.day, tzinfo=UTC)
    shown.microseconds = value
    return shown


class Moment(TypeDecorator[datetime]):
    """An aware datetime kept as whole microseconds since 1970 UTC: exact, ordered, the same on every engine."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Store UTC microseconds."""
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give the aware UTC datetime back."""
        return None if value is None else from_microseconds(value)


class Blob(LargeBinary):
    """Bytes, handed to SQLite as the one kind of them that its driver takes without asking for an adapter."""

    def bind_processor(self, dialect: Dialect) -> Callable[[bytes | None], object] | None:
        """Copy for SQLite; PostgreSQL's driver takes bytes as they are."""
        return _copied if dialect.name == "sqlite" else None


def _copied(value: bytes | None) -> bytearray | None:
    return None if value is None else bytearray(value)


class Identity(TypeDecorator[str]):
    """An identity of 32 hex digits, kept as its 16 bytes: it stands in every event and every index of the log."""

    impl = Blob
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Store the bytes."""
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Give the hex digits back."""
        return None if value is None else value.hex()


class Subject(TypeDecorator[str]):
    """What an event is about, e.g. `dossier/<32 hex>`; a dossier takes 17 bytes instead of 40, for it stands in every
    event and in the index that finds them. Other subjects are their UTF-8 bytes, so their order is that of the text."""

    impl = Blob
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Store the bytes; only what reads back as the same text is shortened."""
        if value is None:
            return None
        if _DOSSIER.fullmatch(value):
            return _SHORT + bytes.fromhex(value.removeprefix(_PREFIX))
        spelled = value.encode()
        return _AS_IT_IS + spelled if spelled[:1] in (_SHORT, _AS_IT_IS) else spelled

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Give the text back."""
        if value is None:
            return None
        if value[:1] == _SHORT:
            return _PREFIX + value[1:].hex()
        return (value[1:] if value[:1] == _AS_IT_IS else value).decode()


class Base(DeclarativeBase):
    """The base of every table; constraint names are the same on every engine."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
