"""What other desks wrote, this desk has seen, and the centre has lost: out of the register, which is what the feed
says, and kept until it has come back. Where its desk is no more, a supervisor lets this one send it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.chain import chained
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import Received
from onestop_desk.domain.office import DeskOpened
from onestop_desk.models.sync import LostEvent
from onestop_desk.services.absorb import refold
from onestop_desk.services.bulk import insert_rows
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import SupervisorNeeded
from onestop_desk.services.record import EVENT, Writing, entry_from_row, link_of
from onestop_desk.services.step import is_supervisor

LOST: Table = LostEvent.metadata.tables["lost_event"]

_PIECE = 500
_MOST_CODES = 50
_KEEP = upsert(LOST).on_conflict_do_nothing()
_RETURNED = select(LOST.c.hash).where(
    select(EVENT.c.id).where(EVENT.c.subject == LOST.c.subject, EVENT.c.payload == LOST.c.payload).exists()
)
"""By its bytes, not its place: it may have come back in another life of its desk, or from a third one."""
_FORGET = delete(LOST).where(LOST.c.hash.in_(bindparam("hashes", expanding=True)))
_COPIED = ("stream", "seq", "at", "kind", "version", "subject", "payload", "hash")


@dataclass(frozen=True, slots=True)
class LostWork:
    """What one counter wrote that is nowhere but here: how many events, and the codes of the dossiers received."""

    counter: int | None
    events: int
    codes: tuple[str, ...]


def keep(connection: Connection, rows: Iterable[Any]) -> None:
    """Set events of the log apart, in the caller's transaction."""
    connection.execute(_KEEP, [{name: getattr(row, name) for name in _COPIED} for row in rows])


def count(connection: Connection) -> int:
    """Return how many events are only here."""
    return int(connection.execute(select(func.count()).select_from(LOST)).scalar_one())


def lost_work(desk: Desk) -> tuple[LostWork, ...]:
    """Return what is only here, by counter."""
    with desk.reading() as connection:
        rows = connection.execute(select(LOST).order_by(LOST.c.at, LOST.c.stream, LOST.c.seq)).all()
        counters = _counters(connection, {row.stream for row in rows}) | _opened(connection, rows)
    events = Counter(counters.get(row.stream) for row in rows)
    codes: dict[int | None, list[str]] = {counter: [] for counter in events}
    for row in rows:
        if row.kind == Received.kind:
            codes[counters.get(row.stream)].append(_code(row))
    found = [LostWork(counter, events[counter], tuple(codes[counter][:_MOST_CODES])) for counter in events]
    return tuple(sorted(found, key=lambda one: (one.counter is None, one.counter)))


def forget_returned(desk: Desk) -> int:
    """Let go of what the feed has brought back; returns how much."""
    with desk.reading() as connection:
        returned = list(connection.execute(_RETURNED).scalars()) if count(connection) else []
    for start in range(0, len(returned), _PIECE):
        with desk.writing() as writing:
            writing.connection.execute(_FORGET, {"hashes": returned[start : start + _PIECE]})
    return len(returned)


def send_lost(desk: Desk) -> int:
    """Take what is only here into this desk's stream, under the same uids, so that the next round sends it; should its
    own desk send it too, it counts once. Returns how many events. Raises SupervisorNeeded."""
    if not is_supervisor(desk):
        raise SupervisorNeeded("lost_sent")
    forget_returned(desk)
    sent = 0
    query = select(LOST).order_by(LOST.c.at, LOST.c.stream, LOST.c.seq).limit(_PIECE)
    while True:
        with desk.writing() as writing:
            rows = writing.connection.execute(query).all()
            if not rows:
                return sent
            _append(writing, desk.stream, rows)
            writing.connection.execute(_FORGET, {"hashes": [row.hash for row in rows]})
        sent += len(rows)


def _append(writing: Writing, stream: str, rows: Sequence[Any]) -> None:
    made = []
    for row in rows:
        writing.seq, writing.last_id = writing.seq + 1, writing.last_id + 1
        link = replace(link_of(row), stream=stream, seq=writing.seq)
        writing.hash = chained(writing.hash, link, row.payload)
        place = {"id": writing.last_id, "stream": stream, "seq": writing.seq, "hash": writing.hash, "pos": None}
        made.append({**{name: getattr(row, name) for name in _COPIED}, **place})
    insert_rows(writing.connection, EVENT, made)
    refold(writing, {row.subject for row in rows})


def _counters(connection: Connection, streams: set[str]) -> dict[str, int]:
    subjects = [f"desk/{stream}" for stream in streams]
    rows = connection.execute(select(EVENT).where(EVENT.c.subject.in_(subjects))).all()
    return _opened(connection, rows)


def _opened(connection: Connection, rows: Iterable[Any]) -> dict[str, int]:
    found = {}
    for row in rows:
        if row.kind == DeskOpened.kind:
            with suppress(DeskError):
                event: Any = entry_from_row(connection, row).event
                found[row.subject.removeprefix("desk/")] = int(event.counter)
    return found


def _code(row: Any) -> str:
    with suppress(ValueError, KeyError, TypeError):
        return str(json.loads(row.payload)["event"]["code"])
    return ""
