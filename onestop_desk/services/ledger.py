"""The bookings of dossiers to which something happened after their month was closed: brought up to date from the log
when figures are asked for, so that nothing of it stands in a clerk's way."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.application import Channel
from onestop_desk.domain.dossier import DossierState, evolve
from onestop_desk.domain.events import DOSSIER_EVENTS, Noted, Printed, Rated
from onestop_desk.domain.ledger import Booking, Closing, Writ, book, closed_until, implied
from onestop_desk.domain.measures import Facts
from onestop_desk.domain.office import Entry
from onestop_desk.domain.plain import canonical, from_plain, to_plain
from onestop_desk.models.figures import LateBooking
from onestop_desk.services.desk import Desk, fact, keep_fact
from onestop_desk.services.months import closings
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import EVENT, writs_about

LATE: Table = LateBooking.metadata.tables["late_booking"]
READ_UP_TO = "ledger_id"
"""The local fact that names the last event looked at."""

_COUNTED = tuple(kind.kind for kind in DOSSIER_EVENTS if kind not in (Noted, Printed, Rated))
_PIECE = 500
_SINCE = (
    select(EVENT.c.subject, EVENT.c.stream, EVENT.c.seq, EVENT.c.pos)
    .where(EVENT.c.id > bindparam("after"), EVENT.c.id <= bindparam("last"), EVENT.c.kind.in_(_COUNTED))
    .order_by(EVENT.c.id)
)
_RECEIVED = select(DOSSIER.c.uid, DOSSIER.c.received_at).where(
    DOSSIER.c.uid.in_(bindparam("uids", expanding=True)), DOSSIER.c.agency == bindparam("agency")
)
_KEPT = select(LATE.c.uid, LATE.c.bookings).order_by(LATE.c.uid)
_HOLDERS = select(DOSSIER.c.uid, DOSSIER.c.holder).where(
    DOSSIER.c.uid.in_(bindparam("uids", expanding=True)), DOSSIER.c.agency == bindparam("agency")
)


@dataclass(frozen=True, slots=True)
class LateDossier:
    """A dossier that is counted by its bookings and not by what it is now; `now` is what it is."""

    uid: str
    agency: str
    holder: str
    bookings: tuple[Booking, ...]

    @property
    def now(self) -> Facts:
        """What the figures would see of it without a closing."""
        return self.bookings[-1].facts


def bring_up(desk: Desk) -> None:
    """Book what was written down since the last time; costs two look-ups where there is nothing."""
    agency = desk.state.agency
    with desk.reading() as connection:
        closed = closings(connection, agency)
        after, last = int(fact(connection, READ_UP_TO) or 0), _last_id(connection)
        if not closed or after == last:
            return
        late = list(_late_uids(connection, agency, closed, (after, last)))
        made = {uid: _bookings(connection, uid, closed) for uid in late}
    with desk.writing() as writing:
        for uid, bookings in made.items():
            _keep(writing.connection, uid, bookings)
        keep_fact(writing.connection, READ_UP_TO, str(last))


def forget(connection: Connection) -> None:
    """Let everything be booked anew from the log."""
    connection.execute(delete(LATE))
    keep_fact(connection, READ_UP_TO, "0")


def late_dossiers(connection: Connection, agency: str) -> tuple[LateDossier, ...]:
    """Return an agency's dossiers that are counted by their bookings."""
    kept = {row.uid: row.bookings for row in connection.execute(_KEPT)}
    holders: dict[str, str] = {}
    for uids in _pieces(list(kept)):  # not a join: the planner would begin with every dossier of the agency
        found = connection.execute(_HOLDERS, {"uids": uids, "agency": agency})
        holders.update((row.uid, row.holder) for row in found)
    return tuple(LateDossier(uid, agency, holders[uid], _read(text)) for uid, text in kept.items() if uid in holders)


def _last_id(connection: Connection) -> int:
    return int(connection.execute(select(func.max(EVENT.c.id))).scalar() or 0)


def _late_uids(connection: Connection, agency: str, closed: Sequence[Closing], span: tuple[int, int]) -> Iterator[str]:
    """Yield the dossiers received before the end of a closed month of which its closing did not know an event."""
    until: dict[str, datetime] = {}
    for subject, stream, seq, pos in connection.execute(_SINCE, {"after": span[0], "last": span[1]}):
        end = closed_until(Writ(stream, seq, pos), closed)
        if end is not None and subject.startswith("dossier/"):
            uid = subject.removeprefix("dossier/")
            until[uid] = max(end, until.get(uid, end))
    for uids in _pieces(list(until)):
        known = connection.execute(_RECEIVED, {"uids": uids, "agency": agency})
        yield from (uid for uid, received_at in known if received_at < until[uid])


def _pieces(uids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(uids), _PIECE):
        yield uids[start : start + _PIECE]


def _bookings(connection: Connection, uid: str, closed: Sequence[Closing]) -> tuple[Booking, ...]:
    return booked(writs_about(connection, f"dossier/{uid}"), closed)


def booked(entries: Iterable[tuple[Writ, Entry]], closed: Sequence[Closing]) -> tuple[Booking, ...]:
    """Return a dossier's bookings from its events in the log's order, with where each stands."""
    return book(_history(entries, closed))


def _history(
    entries: Iterable[tuple[Writ, Entry]], closed: Sequence[Closing]
) -> Iterator[tuple[Facts, datetime | None]]:
    state, seen = DossierState(), set[str]()
    for writ, entry in entries:
        if entry.uid in seen:
            continue
        seen.add(entry.uid)
        state = evolve(state, entry)
        if state.received is not None:
            yield facts_of(state), closed_until(writ, closed)


def facts_of(state: DossierState) -> Facts:
    """Return what the figures look at of a received dossier."""
    received = state.received
    assert received is not None
    return Facts(
        received.at,
        state.finished_at,
        state.measured_due_at,
        state.procedure.field,
        state.procedure.code,
        received.counter,
        Channel(received.channel),
        state.procedure.on_site_five,
    )


def _keep(connection: Connection, uid: str, bookings: tuple[Booking, ...]) -> None:
    """Keep the bookings, or nothing where they follow from what the dossier is."""
    connection.execute(delete(LATE).where(LATE.c.uid == uid))
    if bookings != implied(bookings[-1].facts):
        text = canonical([to_plain(booking) for booking in bookings]).decode()
        connection.execute(upsert(LATE).values(uid=uid, bookings=text))


def _read(text: str) -> tuple[Booking, ...]:
    return tuple(from_plain(Booking, one) for one in json.loads(text))
