"""What figures are counted from: a connection, whose dossiers, and the conditions of domain/measures.py in SQL that
every engine speaks."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, and_, func, or_, select, true, type_coerce

from onestop_desk.domain.application import Channel
from onestop_desk.domain.ledger import (
    Booking,
    Closing,
    Writ,
    booked_before,
    cells_of_bookings,
    closed_until,
    counted_at,
    implied,
)
from onestop_desk.domain.measures import CELLS, Facts, Period
from onestop_desk.domain.office import Entry
from onestop_desk.models.base import to_microseconds
from onestop_desk.services import ledger
from onestop_desk.services.desk import Desk
from onestop_desk.services.ledger import LateDossier
from onestop_desk.services.months import closings
from onestop_desk.services.projection import DOSSIER, PROCEDURE
from onestop_desk.services.record import EVENT, ORDER, writs_about

_DAY_US = 86_400_000_000
_OFFSET_US = 7 * 3_600_000_000
"""Vietnam is seven hours ahead of UTC all year."""

D = DOSSIER.c
Told = tuple[datetime, Entry]
"""Something that happened, and when it counts."""
K = TypeVar("K", bound=Hashable)
_PROCEDURES = select(PROCEDURE.c.code, PROCEDURE.c.name)


class By(StrEnum):
    """What the rows of a table are."""

    FIELD = "field"
    PROCEDURE = "procedure"
    COUNTER = "counter"
    OFFICER = "officer"
    AGENCY = "agency"


KEYS: dict[By, Column[Any]] = {
    By.FIELD: D.field,
    By.PROCEDURE: D.procedure_code,
    By.COUNTER: D.counter,
    By.OFFICER: D.holder,
    By.AGENCY: D.agency,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """One reading of a register: an agency's own dossiers, or those of all agencies where `agency` is empty."""

    connection: Connection
    agency: str
    now: datetime
    late: tuple[LateDossier, ...] = ()
    closings: tuple[Closing, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    """What rows are called, by the codes of procedures and agencies."""
    log: Callable[[str], Iterable[Told]] = lambda _uid: ()
    """What happened to a dossier, by its uid, in the log's order."""
    counted: dict[tuple[Period, By], Any] = field(default_factory=dict)
    """The tables of this reading that are counted already: several reports stand on one."""

    @property
    def is_own(self) -> ColumnElement[bool]:
        """The condition that counts an interlinked dossier once, at its origin."""
        return D.agency == self.agency if self.agency else true()

    def facts_before(self, moment: datetime) -> dict[str, Facts]:
        """Return what the books before a moment say of the late dossiers; all others are what their rows say."""
        known = {late.uid: booked_before(late.bookings, moment) for late in self.late}
        return {uid: facts for uid, facts in known.items() if facts is not None}


@contextmanager
def counting(desk: Desk) -> Iterator[Scope]:
    """Open a desk's register for figures: everything asked in it is of one moment."""
    ledger.bring_up(desk)
    agency = desk.state.agency
    with desk.reading() as connection:
        late = ledger.late_dossiers(connection, agency)
        names = {row.code: str(row.name) for row in connection.execute(_PROCEDURES)}
        names[agency] = desk.office.name or agency
        closed = closings(connection, agency)
        log = partial(_dossier_log, connection, closed)
        yield Scope(connection, agency, desk.clock(), late, closed, names, log)


def _dossier_log(connection: Connection, closed: Sequence[Closing], uid: str) -> Iterator[Told]:
    return told_at(writs_about(connection, f"dossier/{uid}"), closed)


def told_at(history: Iterable[tuple[Writ, Entry]], closed: Sequence[Closing]) -> Iterator[Told]:
    """Yield entries with when each counts."""
    for writ, entry in history:
        event: Any = entry.event
        yield counted_at(event.at, writ, closed), entry


def key_of(late: LateDossier, by: By, facts: Facts) -> str:
    """Return the key under which a booking counts; who has a dossier is always who has it now."""
    keys: dict[By, str] = {By.FIELD: facts.field, By.PROCEDURE: facts.procedure_code, By.COUNTER: str(facts.counter)}
    return {**keys, By.OFFICER: late.holder, By.AGENCY: late.agency}[by]


def closed_as_written(scope: Scope, prefix: str, kinds: Collection[str]) -> dict[tuple[str, str], datetime]:
    """Return up to when the months were closed as the first event of each kind was written down, by the rest of the
    subject's name and the kind; what no closing touches is left out."""
    if not scope.closings:
        return {}
    about = (EVENT.c.subject.between(prefix, prefix + "\x7f"), EVENT.c.kind.in_(kinds))
    query = select(EVENT.c.subject, EVENT.c.kind, EVENT.c.stream, EVENT.c.seq, EVENT.c.pos).where(*about)
    found: dict[tuple[str, str], datetime | None] = {}
    for subject, kind, *writ in scope.connection.execute(query.order_by(*ORDER)):
        found.setdefault((subject.removeprefix(prefix), kind), closed_until(Writ(*writ), scope.closings))
    return {key: until for key, until in found.items() if until is not None}


def moved(scope: Scope, told: Callable[[LateDossier, Booking], Iterable[tuple[K, int]]]) -> Counter[K]:
    """Return by how much the bookings of late dossiers differ from what their rows say, by the names of the figures
    that `told` finds a booking to add to."""
    found: Counter[K] = Counter()
    for late in scope.late:
        for sign, bookings in ((1, late.bookings), (-1, implied(late.now))):
            for booking in bookings:
                for name, value in told(late, booking):
                    found[name] += sign * value
    return found


def moved_cells(scope: Scope, period: Period, by: By) -> dict[str, dict[str, int]]:
    """Return by how much late dossiers move Biểu 06, by key and figure."""

    def told(late: LateDossier, booking: Booking) -> Iterator[tuple[tuple[str, str], int]]:
        key = key_of(late, by, booking.facts)
        yield from (((key, cell), value) for cell, value in cells_of_bookings((booking,), period).items())

    found: dict[str, dict[str, int]] = {}
    for (key, cell), value in moved(scope, told).items():
        found.setdefault(key, {})[cell] = value
    return found


def conditions(period: Period) -> dict[str, ColumnElement[bool]]:
    """Return each figure of Counts as a condition on one dossier that `known` lets through."""
    online = D.channel == Channel.ONLINE.value
    new = D.received_at >= period.begin
    still_open = or_(D.finished_at.is_(None), D.finished_at >= period.end)
    first_open_day = to_microseconds(period.late_before)
    due = type_coerce(D.measured_due_at, BigInteger)
    clauses = (
        *(and_(new, online), and_(new, D.channel != Channel.ONLINE.value), D.received_at < period.begin),
        *(ended_how(period, -1), ended_how(period, 0), ended_how(period, 1)),
        and_(still_open, or_(due.is_(None), due >= first_open_day)),
        and_(still_open, due < first_open_day),
    )
    return dict(zip(CELLS, clauses, strict=True))


def sums(period: Period) -> dict[str, ColumnElement[int]]:
    """Return what is counted of the dossiers that `known` lets through: as little as their figures can be made of."""
    clauses = conditions(period)
    counted = ("online", "before", "over", "open_late")
    totals = {"all": func.count(), "new": count(D.received_at >= period.begin), "ended": count(ended_in(period))}
    return {**totals, **{name: count(clauses[name]) for name in counted}}


def cells_of_sums(found: Mapping[str, int]) -> dict[str, int]:
    """Return the figures of Counts: a dossier came in one way and stands in one way, so the last way of each is the
    rest. Asking for the rest too would take half as long again."""
    return {
        "online": found["online"],
        "direct": found["new"] - found["online"],
        "carried": found["all"] - found["new"],
        "before": found["before"],
        "on": found["ended"] - found["before"] - found["over"],
        "over": found["over"],
        "open_in_time": found["all"] - found["ended"] - found["open_late"],
        "open_late": found["open_late"],
    }


def known(period: Period) -> ColumnElement[bool]:
    """Return the condition that a period knows a dossier at all."""
    return and_(D.received_at < period.end, or_(D.finished_at.is_(None), D.finished_at >= period.begin))


def received_in(period: Period) -> ColumnElement[bool]:
    """Return the condition of a reception in the period."""
    return and_(D.received_at >= period.begin, D.received_at < period.end)


def ended_in(period: Period) -> ColumnElement[bool]:
    """Return the condition of an end of processing in the period."""
    return and_(D.finished_at >= period.begin, D.finished_at < period.end)


def ended_how(period: Period, sign: int) -> ColumnElement[bool]:
    """Compare the day of the end with the promised day: before (-1), on (0; no promise too), over (1)."""
    ended, promised = day_number(D.finished_at), day_number(D.measured_due_at)
    if sign == 0:
        return and_(ended_in(period), or_(D.measured_due_at.is_(None), ended == promised))
    if sign < 0:
        return and_(ended_in(period), ended < promised)
    # Few end after the promised moment: only for those the days are worked out.
    return and_(D.finished_at > D.measured_due_at, ended_in(period), ended > promised)


def day_number(moment: Column[Any]) -> ColumnElement[int]:
    """Return the number of a moment's day in Vietnam since 1970."""
    return (type_coerce(moment, BigInteger) + _OFFSET_US) // _DAY_US


def count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the rows that a condition is true of."""
    return func.count().filter(condition)
