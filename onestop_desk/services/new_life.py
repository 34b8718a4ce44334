"""A stream that cannot go on: another life of it has spoken to the centre. This desk begins a new one and takes along,
under the same uids, whatever the centre has not confirmed."""

import hashlib
from dataclasses import replace

from sqlalchemy import bindparam, insert, select, update

from onestop_desk.domain.chain import GENESIS, Link, link_hash, payload_of
from onestop_desk.domain.office import DeskOpened
from onestop_desk.models.base import to_microseconds
from onestop_desk.services import witness
from onestop_desk.services.desk import Desk, fact, fresh_stream, keep_fact
from onestop_desk.services.opening import free_extra
from onestop_desk.services.record import EVENT, Writing
from onestop_desk.services.standing import keep_standing, standing_of

_TAIL = (
    select(EVENT)
    .where(EVENT.c.stream == bindparam("of_stream"), EVENT.c.seq > bindparam("above"))
    .order_by(EVENT.c.seq)
)
_MOVE = (
    update(EVENT)
    .where(EVENT.c.id == bindparam("of_id"))
    .values(stream=bindparam("to_stream"), seq=bindparam("to_seq"), hash=bindparam("to_hash"), pos=None)
)
_APPEND = insert(EVENT)


def begin_new_life(desk: Desk, reason: str) -> str:
    """Open a new stream with a range of its own and chain what the centre has not confirmed to it; one transaction.
    Returns the new stream. Dossiers that were numbered meanwhile keep their codes."""
    extra = free_extra(desk, desk.state.counter)
    opened = DeskOpened(desk.state.agency, desk.state.counter, extra, desk.stream, reason)
    fresh = fresh_stream()
    with desk.reading() as connection:
        token = fact(connection, "token")
    # Noted before it is true: a crash in between must not make this very folder look like a copy.
    sighting = witness.Sighting(fresh, str(desk.folder), token, 0, token)
    witness.note(sighting)
    with desk.writing() as writing:
        seq = _rechain(writing, desk, fresh, opened)
        keep_fact(writing.connection, "stream", fresh)
        standing = standing_of(writing.connection, opened.agency)
        kept = replace(standing, stream=fresh, acked_seq=0, pushing_seq=0, fence="")
        keep_standing(writing.connection, kept)
        writing.touched.add(f"desk/{fresh}")
        desk.stream = fresh
    desk.watch_from(replace(sighting, seq=seq))
    return fresh


def _rechain(writing: Writing, desk: Desk, fresh: str, opened: DeskOpened) -> int:
    """Write the new stream's first event and move the unconfirmed ones behind it; returns the last number."""
    connection = writing.connection
    standing = standing_of(connection, opened.agency)
    acked = standing.acked_seq if standing.stream == desk.stream else 0
    tail = connection.execute(_TAIL, {"of_stream": desk.stream, "above": acked}).all()
    at, payload = desk.clock(), payload_of(fresh_stream(), desk.clerk, opened)
    link = Link(fresh, 1, to_microseconds(at), opened.kind, opened.version, f"desk/{fresh}")
    previous = link_hash(GENESIS, link, hashlib.sha256(payload).digest())
    row = {"id": writing.last_id + 1, "stream": fresh, "seq": 1, "at": at, "kind": link.kind, "version": link.version}
    connection.execute(_APPEND, row | {"subject": link.subject, "payload": payload, "hash": previous})
    moves = []
    for seq, one in enumerate(tail, 2):
        link = Link(fresh, seq, to_microseconds(one.at), one.kind, one.version, one.subject)
        previous = link_hash(previous, link, hashlib.sha256(one.payload).digest())
        moves.append({"of_id": one.id, "to_stream": fresh, "to_seq": seq, "to_hash": previous})
    if moves:
        connection.execute(_MOVE, moves)
    return 1 + len(moves)
