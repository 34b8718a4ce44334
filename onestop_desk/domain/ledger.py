"""Closed months: what a published month counted stays counted; what becomes known later belongs to a later month.

A dossier is booked twice: when it is received and when its processing ends. A fact that comes in after its month was
closed is booked at the first moment that is still open; one that changes a closed booking takes it back and books it
anew, so that a correction shows as a correction. A dossier to which nothing of the kind happened needs no bookings:
they follow from what it is now (`implied`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.measures import Facts, Period, how_ended, how_open


@dataclass(frozen=True, slots=True)
class Life:
    """An earlier stream of a register, and its last event there."""

    stream: str
    seq: int


@dataclass(frozen=True, slots=True)
class MonthClosed:
    """An agency's figures up to the end of `month` (its first day) are published. `seen` is the place in the feed up to
    which the closing desk knew the other desks' events; `lives` are its own streams before a restore or a copy."""

    kind = "month_closed"
    version = 1

    agency: str
    month: date
    seen: int = 0
    lives: tuple[Life, ...] = ()


LEDGER_EVENTS = (MonthClosed,)


@dataclass(frozen=True, slots=True)
class Writ:
    """Where an event stands: its stream and number, and its place in the feed, None until the centre has told it."""

    stream: str
    seq: int
    pos: int | None


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed month and where its closing stands."""

    month: date
    at: Writ
    seen: int
    lives: tuple[Life, ...] = ()

    @property
    def until(self) -> datetime:
        """The first moment that was still open."""
        return month_of(self.month).end

    def is_before(self, event: Writ) -> bool:
        """Tell whether the closing did not know an event; the answer is the same on every desk and never changes."""
        if event.stream == self.at.stream:
            return event.seq > self.at.seq
        if any(life.stream == event.stream and event.seq <= life.seq for life in self.lives):
            return False
        return event.pos is None or event.pos > self.seen


class Aspect(StrEnum):
    """What of a dossier is booked."""

    RECEIVED = "received"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Booking:
    """One entry: `sign` is 1, or -1 where it takes an earlier one back; `at` decides the period it counts in."""

    aspect: Aspect
    at: datetime
    sign: int
    facts: Facts


def month_of(day: date) -> Period:
    """Return the month that a day lies in."""
    first = day.replace(day=1)
    later = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Period(first, date.fromordinal(later.toordinal() - 1))


def closed_until(event: Writ, closings: Iterable[Closing]) -> datetime | None:
    """Return the first moment that was open when an event was written down, None where nothing was closed."""
    return max((closing.until for closing in closings if closing.is_before(event)), default=None)


def counted_at(at: datetime, event: Writ, closings: Iterable[Closing]) -> datetime:
    """Return when a fact of that moment counts: a month closed before it was written down takes nothing more."""
    until = closed_until(event, closings)
    return at if until is None else max(at, until)


def implied(facts: Facts) -> tuple[Booking, ...]:
    """Return the bookings of a dossier of which everything became known in time."""
    ended = _ended(facts)
    return (_received(facts),) if ended is None else (_received(facts), ended)


def book(history: Iterable[tuple[Facts, datetime | None]]) -> tuple[Booking, ...]:
    """Return the bookings of a dossier from what it was after each of its events, with the first moment then open."""
    received: list[Booking] = []
    ended: list[Booking] = []
    for facts, until in history:
        _rebook(received, _received(facts), until)
        end = _ended(facts)
        if end is not None:
            _rebook(ended, end, until)
    return (*received, *ended)


def booked_before(bookings: Iterable[Booking], moment: datetime) -> Facts | None:
    """Return what the books before a moment say of a dossier, None where they do not know it."""
    known = [booking.facts for booking in bookings if booking.at < moment and booking.sign > 0]
    return known[-1] if known else None


def cells_of_bookings(bookings: Sequence[Booking], period: Period) -> dict[str, int]:
    """Return what bookings add to each figure of Biểu 06, by its name in Counts; zeros are left out."""
    found: dict[str, int] = {}
    for booking in bookings:
        for cell, value in _cells(booking, period):
            found[cell] = found.get(cell, 0) + value
    return {cell: value for cell, value in found.items() if value}


def _received(facts: Facts) -> Booking:
    return Booking(Aspect.RECEIVED, facts.received_at, 1, replace(facts, ended_at=None))


def _ended(facts: Facts) -> Booking | None:
    return None if facts.ended_at is None else Booking(Aspect.ENDED, facts.ended_at, 1, facts)


def _rebook(booked: list[Booking], wanted: Booking, until: datetime | None) -> None:
    """Bring an aspect's bookings up to date: in place where its month is open, else by taking back and booking anew."""
    opened = wanted if until is None else replace(wanted, at=max(wanted.at, until))
    if not booked:
        booked.append(opened)
        return
    current = booked[-1]
    if current.facts == wanted.facts:
        return
    if until is None or current.at >= until:
        booked[-1] = opened
    elif _nobody_sees(current, wanted, until):
        booked[-1] = replace(current, facts=wanted.facts)
    else:
        booked += [replace(current, at=until, sign=-1), opened]


def _nobody_sees(current: Booking, wanted: Booking, until: datetime) -> bool:
    """Tell whether a new promise changes no closed figure: neither the old nor the new one had passed by then, and
    whatever had ended had ended before both; what ends without a promise is on time, not before it."""
    old, new = current.facts.measured_due_at, wanted.facts.measured_due_at
    if wanted.facts.ended_at is not None and (old is None) != (new is None):
        return False
    same = replace(current.facts, measured_due_at=new) == wanted.facts
    last_closed = until.astimezone(VIETNAM).date()
    return same and all(due is None or due.astimezone(VIETNAM).date() >= last_closed for due in (old, new))


def _cells(booking: Booking, period: Period) -> Iterable[tuple[str, int]]:
    if booking.at >= period.end:
        return
    facts, is_received = booking.facts, booking.aspect is Aspect.RECEIVED
    weight = booking.sign if is_received else -booking.sign
    if booking.at < period.begin:
        yield "carried", weight
    elif is_received:
        yield ("online" if facts.is_online else "direct"), weight
    else:
        yield how_ended(facts), booking.sign
    yield how_open(facts, period.open_on), weight
