"""The lives of a register: the streams it had one after the other, and the work that moves on from one to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Select, bindparam, delete, insert, or_, select, update

from onestop_desk.domain.chain import GENESIS, Link, chained, payload_of
from onestop_desk.domain.office import DeskOpened
from onestop_desk.models.base import to_microseconds
from onestop_desk.services.desk import Desk, fresh_stream, keep_fact
from onestop_desk.services.record import EVENT, Writing, entries_under, link_of
from onestop_desk.services.standing import keep_standing, standing_of

_PIECE = 500
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SOME = select(EVENT).where(EVENT.c.id.in_(_IDS)).order_by(EVENT.c.id)
_MOVE = (
    update(EVENT)
    .where(EVENT.c.id == bindparam("of_id"))
    .values(stream=bindparam("to_stream"), seq=bindparam("to_seq"), hash=bindparam("to_hash"), pos=None)
)
_PLACE = (
    update(EVENT)
    .where(EVENT.c.id == bindparam("of_id"))
    .values(stream=bindparam("to_stream"), seq=bindparam("to_seq"), hash=bindparam("to_hash"), pos=bindparam("to_pos"))
)
_OUT_OF_THE_WAY = (
    update(EVENT).where(EVENT.c.stream == bindparam("of_stream"), EVENT.c.seq > 1).values(seq=-EVENT.c.seq)
)
_APPEND = insert(EVENT)
_HERE = EVENT.alias("here")
_TWICE = (
    select(_HERE.c.id, EVENT.c.id.label("feed_id"), EVENT.c.stream, EVENT.c.seq, EVENT.c.hash, EVENT.c.pos)
    .join_from(_HERE, EVENT, (EVENT.c.subject == _HERE.c.subject) & (EVENT.c.payload == _HERE.c.payload))
    .where(_HERE.c.id.in_(_IDS), EVENT.c.pos.is_not(None), EVENT.c.id != _HERE.c.id)
    .order_by(_HERE.c.id, EVENT.c.pos)
)
"""The events here that the feed has brought under another stream: the same bytes, so the same uid."""


def earlier_lives(connection: Connection, stream: str) -> tuple[str, ...]:
    """Return the streams that a register had before this one, the latest first."""
    before = {
        subject.removeprefix("desk/"): entry.event.previous
        for subject, entries in entries_under(connection, "desk/")
        for entry in entries
        if isinstance(entry.event, DeskOpened)
    }
    found: list[str] = []
    while (stream := before.get(stream, "")) and stream not in found:
        found.append(stream)
    return tuple(found)


def had_lives(desk: Desk) -> bool:
    """Tell whether this register had another stream before."""
    with desk.reading() as connection:
        return bool(earlier_lives(connection, desk.stream))


def is_left_behind(desk: Desk) -> bool:
    """Tell whether an earlier life of this register has events that are in no place of the feed."""
    with desk.reading() as connection:
        earlier = earlier_lives(connection, desk.stream)
        return bool(earlier) and connection.execute(_loose(earlier).limit(1)).first() is not None


def take_along(writing: Writing, desk: Desk, opened: DeskOpened) -> tuple[str, int]:
    """Open a fresh stream and chain to it, under the same uids, what the centre has not confirmed of this life and of
    the earlier ones. Returns the stream and its last number; `desk` follows once the transaction is committed."""
    connection, fresh = writing.connection, fresh_stream()
    standing = standing_of(connection, opened.agency)
    acked = standing.acked_seq if standing.stream == desk.stream else 0
    earlier = earlier_lives(connection, desk.stream)
    own = select(EVENT.c.id).where(EVENT.c.stream == desk.stream, EVENT.c.seq > acked, EVENT.c.pos.is_(None))
    tail = connection.execute(own.union_all(_loose(earlier)) if earlier else own).scalars()
    seq = _chain(connection, fresh, _open(writing, desk, fresh, opened), sorted(tail))
    keep_fact(connection, "stream", fresh)
    keep_standing(connection, replace(standing, stream=fresh, acked_seq=0, pushing_seq=0, fence=""))
    writing.touched.add(f"desk/{fresh}")
    return fresh, seq


def settle(desk: Desk) -> None:
    """Before a life's first word: leave out what the feed has brought from an earlier one, and take along what that one
    left behind. The whole feed must be here, and the centre must not know the stream yet."""
    with desk.reading() as connection:
        if not _unsettled(connection, desk)[1]:
            return
    with desk.writing() as writing:
        if desk.memory is not None:  # a low number is true before and after: a crash makes no copy of this folder
            desk.memory.advance(1)
        tail, _ = _unsettled(writing.connection, desk)
        first = writing.connection.execute(
            select(EVENT.c.hash).where(EVENT.c.stream == desk.stream, EVENT.c.seq == 1)
        ).scalar_one()
        writing.connection.execute(_OUT_OF_THE_WAY, {"of_stream": desk.stream})
        known = _keep_original(writing.connection, tail)
        rest = [each for each in tail if each not in known]
        writing.seq = _chain(writing.connection, desk.stream, bytes(first), rest)


def _unsettled(connection: Connection, desk: Desk) -> tuple[list[int], bool]:
    """Return the ids of what this life has to send, and whether that is not what it has chained."""
    own = select(EVENT.c.id, EVENT.c.pos).where(EVENT.c.stream == desk.stream, EVENT.c.seq > 1)
    rows = connection.execute(own).all()
    if any(row.pos is not None for row in rows):  # it has spoken: its numbers are others' too
        return [], False
    tail = sorted(row.id for row in rows)
    earlier = earlier_lives(connection, desk.stream)
    left = list(connection.execute(_loose(earlier)).scalars()) if earlier else []
    is_twice = any(connection.execute(_TWICE.limit(1), {"ids": piece}).first() for piece in _pieces(tail))
    return sorted([*tail, *left]), bool(left) or is_twice


def _keep_original(connection: Connection, tail: Sequence[int]) -> set[int]:
    """Let what the feed has brought take the row of its double here, which others know by its id; returns these."""
    known: dict[int, Row[Any]] = {}
    for piece in _pieces(tail):
        for row in connection.execute(_TWICE, {"ids": piece}):
            known.setdefault(row.id, row)
    for row in known.values():
        connection.execute(delete(EVENT).where(EVENT.c.id == row.feed_id))
        values = {"to_stream": row.stream, "to_seq": row.seq, "to_hash": row.hash, "to_pos": row.pos}
        connection.execute(_PLACE, {"of_id": row.id, **values})
    return set(known)


def _loose(streams: Sequence[str]) -> Select[Any]:
    return select(EVENT.c.id).where(or_(*(EVENT.c.stream == one for one in streams)), EVENT.c.pos.is_(None))


def _open(writing: Writing, desk: Desk, fresh: str, opened: DeskOpened) -> bytes:
    """Write the fresh stream's first event; returns its hash."""
    at, payload = desk.clock(), payload_of(fresh_stream(), desk.clerk, opened)
    link = Link(fresh, 1, to_microseconds(at), opened.kind, opened.version, f"desk/{fresh}")
    made = chained(GENESIS, link, payload)
    writing.last_id += 1
    row = {"id": writing.last_id, "stream": fresh, "seq": 1, "at": at, "kind": link.kind, "version": link.version}
    writing.connection.execute(_APPEND, row | {"subject": link.subject, "payload": payload, "hash": made})
    return made


def _chain(connection: Connection, stream: str, previous: bytes, ids: Sequence[int]) -> int:
    """Chain events behind the stream's first one, in this order; returns the last number."""
    seq = 1
    for piece in _pieces(ids):
        moves = []
        for one in connection.execute(_SOME, {"ids": piece}):
            seq += 1
            previous = chained(previous, replace(link_of(one), stream=stream, seq=seq), one.payload)
            moves.append({"of_id": one.id, "to_stream": stream, "to_seq": seq, "to_hash": previous})
        connection.execute(_MOVE, moves)
    return seq


def _pieces(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while piece := list(islice(rest, _PIECE)):
        yield piece
