"""The centre's history has become another: back to what is common, piece by piece. What this desk wrote is unsent
again; what others wrote and the centre has lost is set apart (services/lost.py) until their desks send it again."""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from onestop_desk.domain.events import HandedOver, Received
from onestop_desk.services import ledger, lost, projection
from onestop_desk.services.absorb import RESTS, refold
from onestop_desk.services.desk import Desk
from onestop_desk.services.lives import earlier_lives
from onestop_desk.services.record import EVENT, Writing
from onestop_desk.services.standing import Standing, drop_pages, keep_standing, pages, standing_of
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.wire import Welcome

PIECE, SMALL_PIECE = 100, 25
"""Events a transaction, as in services/absorb.py; they cost more here: each is folded out again."""

_IDS: Any = bindparam("ids", expanding=True)
_UNPLACE = update(EVENT).where(EVENT.c.id.in_(_IDS)).values(pos=None)
_DROP = delete(EVENT).where(EVENT.c.id.in_(_IDS))
_STILL = select(EVENT.c.subject).where(EVENT.c.subject.in_(bindparam("subjects", expanding=True))).distinct()

_FIRST = (
    select(EVENT.c.subject, func.min(EVENT.c.id).label("first_id"))
    .where(EVENT.c.subject.in_(bindparam("subjects", expanding=True)))
    .group_by(EVENT.c.subject)
)
_BEGINNINGS = (Received.kind, HandedOver.kind)

Place = tuple[int, bytes]
"""A position of the feed and the digest there."""


def rewind(desk: Desk, common: Place) -> int:
    """Drop the feed above a place, from its end; returns how many events lost theirs. Every piece ends at a true
    digest, so a desk that is closed in between goes on from there."""
    moved = 0
    desk.has_settled = False
    while not desk.is_closing:
        is_calm, began = desk.traffic.is_calm(), time.monotonic()
        with desk.reading() as connection:
            floor = _floor(connection, common, standing_of(connection, desk.state.agency), _size(is_calm=is_calm))
        with desk.writing() as writing:
            moved += _take_back(writing, desk, floor)
        if floor == common:
            break
        if not is_calm:
            desk.traffic.rest(RESTS * (time.monotonic() - began))
    return moved


def _size(*, is_calm: bool) -> int:
    return PIECE if is_calm else SMALL_PIECE


def _floor(connection: Connection, common: Place, standing: Standing, size: int) -> Place:
    """Return the place that the next piece goes back to: a kept digest, or one reckoned from it."""
    wanted = standing.cursor - size
    if wanted <= common[0]:
        return common
    known = max((page for page in pages(connection) if common[0] < page[0] <= wanted), default=common)
    query = select(EVENT.c.hash).where(EVENT.c.pos > known[0], EVENT.c.pos <= wanted).order_by(EVENT.c.pos)
    hashes = connection.execute(query).scalars().all()
    if len(hashes) != wanted - known[0]:
        return known
    digest = known[1]
    for one in hashes:
        digest = hashlib.sha256(digest + one).digest()
    return wanted, digest


def _take_back(writing: Writing, desk: Desk, floor: Place) -> int:
    connection, agency = writing.connection, desk.state.agency
    own = {desk.stream, *earlier_lives(connection, desk.stream)}
    rows = connection.execute(select(EVENT).where(EVENT.c.pos > floor[0])).all()
    connection.execute(_UNPLACE, {"ids": [row.id for row in rows if row.stream in own]})
    _set_apart(connection, [row for row in rows if row.stream not in own])
    _fold_rest(writing, {row.subject for row in rows})
    drop_pages(connection, floor[0])
    standing = standing_of(connection, agency)
    acked = min([standing.acked_seq, *(row.seq - 1 for row in rows if row.stream == standing.stream)])
    fresh = {"acked_seq": acked, "pushing_seq": 0, "fence": "", "cursor": floor[0], "digest": floor[1]}
    keep_standing(connection, replace(standing, **fresh))
    return len(rows)


def _set_apart(connection: Connection, rows: Sequence[Any]) -> None:
    if not rows:
        return
    lost.keep(connection, rows)
    connection.execute(_DROP, {"ids": [row.id for row in rows]})
    projection.drop_rows(connection, _without_row(connection, rows))
    ledger.forget(connection)


def _without_row(connection: Connection, rows: Sequence[Any]) -> set[str]:
    """Return the subjects whose row goes: it is known by the id of their first event, or nothing may be left of it."""
    first: dict[str, int] = {}
    for row in rows:
        first[row.subject] = min(row.id, first.get(row.subject, row.id))
    left = {row.subject: row.first_id for row in connection.execute(_FIRST, {"subjects": list(first)})}
    begun = {row.subject for row in rows if row.kind in _BEGINNINGS or not row.subject.startswith("dossier/")}
    return begun | {subject for subject, first_id in first.items() if left.get(subject, first_id + 1) > first_id}


def _fold_rest(writing: Writing, subjects: set[str]) -> None:
    still = set(writing.connection.execute(_STILL, {"subjects": list(subjects)}).scalars())
    refold(writing, still)
    writing.touched.update(subjects)


def is_same_history(centre: Centre, standing: Standing, welcome: Welcome) -> bool:
    """Tell whether the centre still has the feed as it is here: a restore shows by the digest, whether it was announced
    or not."""
    if welcome.head_pos < standing.cursor:
        return False
    if welcome.head_pos == standing.cursor:
        return welcome.digest == standing.digest
    return centre.digest_at(standing.agency, standing.cursor) == standing.digest


def find_common_past(desk: Desk, centre: Centre) -> bool:
    """Go back to the last position at which the centre's digest and ours are equal, by halving between kept pages;
    returns whether that is another one."""
    agency = desk.state.agency
    with desk.reading() as connection:
        kept = [(0, bytes(32)), *pages(connection)]
        standing = standing_of(connection, agency)
    if centre.digest_at(agency, standing.cursor) == standing.digest:
        return False
    low, high = 0, len(kept) - 1  # kept[low] is equal; everything above kept[high] is not
    while low < high:
        middle = (low + high + 1) // 2
        if centre.digest_at(agency, kept[middle][0]) == kept[middle][1]:
            low = middle
        else:
            high = middle - 1
    rewind(desk, kept[low])
    return True
