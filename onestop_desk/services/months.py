"""Closing a month: what is published does not change afterwards (docs/decisions/0016)."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.ledger import Closing, Life, MonthClosed, Writ, month_of
from onestop_desk.domain.office import Entry
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import SupervisorNeeded
from onestop_desk.services.lives import earlier_lives
from onestop_desk.services.record import EVENT, record, writs_about
from onestop_desk.services.standing import standing_of
from onestop_desk.services.step import is_supervisor


def close_month(desk: Desk, day: date) -> Closing:
    """Close the month that a day lies in, and with it all months before.

    Raises SupervisorNeeded, and BadValue for a month that is not over or was closed before.
    """
    if not is_supervisor(desk):
        raise SupervisorNeeded("month_closed")
    agency, month = desk.state.agency, month_of(day)
    if desk.clock().astimezone(VIETNAM).date() <= month.last:
        raise BadValue("month", "not_over", f"{month.first:%Y-%m}")
    with desk.writing() as writing:
        known = closings(writing.connection, agency)
        if known and known[-1].month >= month.first:
            raise BadValue("month", "closed", f"{month.first:%Y-%m}")
        seen, lives = standing_of(writing.connection, agency).cursor, _earlier_lives(writing.connection, desk.stream)
        event = MonthClosed(agency, month.first, seen, lives)
        (entry,) = record(writing, desk, _subject(agency), event)
    return Closing(month.first, Writ(entry.stream, entry.seq, None), event.seen, event.lives)


def closings(connection: Connection, agency: str) -> tuple[Closing, ...]:
    """Return an agency's closings, the earliest month first."""
    return closings_among(writs_about(connection, _subject(agency)))


def closings_among(history: Iterable[tuple[Writ, Entry]]) -> tuple[Closing, ...]:
    """Return the closings among an agency's entries, the earliest month first."""
    told = ((writ, entry.event) for writ, entry in history if isinstance(entry.event, MonthClosed))
    found = (Closing(event.month, writ, event.seen, event.lives) for writ, event in told)
    return tuple(sorted(found, key=lambda closing: closing.month))


def last_closed(desk: Desk) -> date | None:
    """Return the first day of the last closed month, None where none was closed."""
    with desk.reading() as connection:
        found = closings(connection, desk.state.agency)
    return found[-1].month if found else None


def _earlier_lives(connection: Connection, stream: str) -> tuple[Life, ...]:
    """Return the streams that a register had before this one: what they hold here, the closing desk knew."""
    found = []
    for life in earlier_lives(connection, stream):
        last = connection.execute(select(func.max(EVENT.c.seq)).where(EVENT.c.stream == life)).scalar()
        found.append(Life(life, int(last or 0)))
    return tuple(found)


def _subject(agency: str) -> str:
    return f"months/{agency}"
