"""What came and is not understood: kept in the log byte for byte, folded to nothing, told to a supervisor, and folded
once a later program reads it (sync.md §1)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk import __version__
from onestop_desk.domain.chain import KINDS, UnknownEvent, UnreadEvent, is_understood
from onestop_desk.domain.office import Entry
from onestop_desk.models.sync import Parked
from onestop_desk.services.desk import Desk, fact, keep_fact
from onestop_desk.services.record import EVENT, entry_from_row

PARKED: Table = Parked.metadata.tables["parked"]
MOST_SHOWN = 100

_PARK = upsert(PARKED).on_conflict_do_nothing()
_UNPARK = delete(PARKED).where(
    PARKED.c.subject == bindparam("of_subject"),
    PARKED.c.kind == bindparam("of_kind"),
    PARKED.c.version == bindparam("of_version"),
)
_THEM = select(EVENT).join(
    PARKED,
    and_(EVENT.c.subject == PARKED.c.subject, EVENT.c.kind == PARKED.c.kind, EVENT.c.version == PARKED.c.version),
)
_READ_BY = "parked_read_by"
"""The local fact that names the program that last tried to read what was parked."""


@dataclass(frozen=True, slots=True)
class ParkedAs:
    """All events of one kind and version about one subject: what is parked, and folded, together."""

    subject: str
    kind: str
    version: int


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """An event for a supervisor to know of: where it stands in the log and in the feed (0: not there yet), and when it
    was written, as its station's clock said. `is_unread`: the kind is known and its content cannot be read; else the
    kind is a later program's."""

    stream: str
    seq: int
    pos: int
    at: datetime
    kind: str
    is_unread: bool


def park(connection: Connection, entries: Iterable[Entry]) -> None:
    """Note what is not understood; what is, is passed over."""
    rows = [
        {"subject": entry.subject, "kind": entry.event.kind, "version": entry.event.version}
        for entry in entries
        if isinstance(entry.event, UnknownEvent)
    ]
    if rows:
        connection.execute(_PARK, rows)


def now_understood(connection: Connection) -> tuple[ParkedAs, ...]:
    """Return what this program may understand of it, once for each program: kinds that it has learnt, and what an
    earlier one could not read."""
    if fact(connection, _READ_BY) == _program():
        return ()
    kept = (ParkedAs(*row) for row in connection.execute(select(PARKED)))
    return tuple(one for one in kept if is_understood(one.kind, one.version))


def unpark(connection: Connection, known: Iterable[ParkedAs]) -> None:
    """Forget what is folded now; what still cannot be read stays, for the next program."""
    for one in known:
        if not _is_unread(connection, one):
            connection.execute(_UNPARK, {"of_subject": one.subject, "of_kind": one.kind, "of_version": one.version})
    keep_fact(connection, _READ_BY, _program())


def parked(desk: Desk) -> tuple[ParkedLine, ...]:
    """Return what is parked, the latest first."""
    with desk.reading() as connection:
        rows = connection.execute(_THEM.order_by(EVENT.c.id.desc()).limit(MOST_SHOWN)).all()
        read = [(row, entry_from_row(connection, row).event) for row in rows]
    return tuple(
        ParkedLine(row.stream, row.seq, row.pos or 0, row.at, row.kind, isinstance(event, UnreadEvent))
        for row, event in read
        if isinstance(event, UnknownEvent)
    )


def _program() -> str:
    kinds = " ".join(f"{name}/{kind.version}" for name, kind in sorted(KINDS.items()))
    return f"{__version__} {hashlib.sha256(kinds.encode()).hexdigest()[:16]}"


def _is_unread(connection: Connection, one: ParkedAs) -> bool:
    about = (EVENT.c.subject == one.subject, EVENT.c.kind == one.kind, EVENT.c.version == one.version)
    rows = connection.execute(select(EVENT).where(*about)).all()
    return any(isinstance(entry_from_row(connection, row).event, UnreadEvent) for row in rows)
