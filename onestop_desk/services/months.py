"""Closing a month: what is published does not change afterwards (docs/decisions/0016)."""

from datetime import date

from sqlalchemy import Connection, select

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.ledger import Closing, MonthClosed, Writ, month_of
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import SupervisorNeeded
from onestop_desk.services.record import EVENT, ORDER, entry_from_row, record
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
        event = MonthClosed(agency, month.first, standing_of(writing.connection, agency).cursor)
        (entry,) = record(writing, desk, _subject(agency), event)
    return Closing(month.first, Writ(entry.stream, entry.seq, None), event.seen)


def closings(connection: Connection, agency: str) -> tuple[Closing, ...]:
    """Return an agency's closings, the earliest month first."""
    query = select(EVENT).where(EVENT.c.subject == _subject(agency)).order_by(*ORDER)
    found = []
    for row in connection.execute(query):
        event = entry_from_row(row).event
        if isinstance(event, MonthClosed):
            found.append(Closing(event.month, Writ(row.stream, row.seq, row.pos), event.seen))
    return tuple(sorted(found, key=lambda closing: closing.month))


def last_closed(desk: Desk) -> date | None:
    """Return the first day of the last closed month, None where none was closed."""
    with desk.reading() as connection:
        found = closings(connection, desk.state.agency)
    return found[-1].month if found else None


def _subject(agency: str) -> str:
    return f"months/{agency}"
