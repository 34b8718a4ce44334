"""Whether the machine's clock can be believed: a wrong one makes wrong promises and numbers of another day."""

from datetime import datetime, timedelta

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import YEARS
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ClockMoved

CLOCK_BACK = timedelta(minutes=5)
CLOCK_FORWARD = timedelta(days=45)
MOST_AHEAD = timedelta(days=1)
"""How far a moment that is told may lie ahead of this machine's clock: further is a slip of the pen, and the log keeps
what it is given for good."""
WORD_HOLDS = timedelta(hours=1)
"""How long a person's word about the clock counts; after the first event it is no longer needed."""


def require_clock(desk: Desk, last_at: datetime | None, *, is_confirmed: bool = False) -> None:
    """Raise ClockMoved when now lies before the last event or long after it, unless a person confirmed it; nobody can
    confirm a year that a code's two digits cannot tell, as a clock without its battery shows it."""
    now, word = desk.clock(), desk.clock_confirmed_at
    is_possible = now.astimezone(VIETNAM).year in YEARS
    is_near = last_at is None or last_at - CLOCK_BACK <= now <= last_at + CLOCK_FORWARD
    is_confirmed = is_confirmed or (word is not None and word <= now <= word + WORD_HOLDS)
    if not is_possible or not (is_near or is_confirmed):
        raise ClockMoved(last_at or now, now)


def confirm_clock(desk: Desk) -> datetime:
    """Take a person's word that the clock is right, for whatever is recorded next; returns the moment confirmed."""
    desk.clock_confirmed_at = desk.clock()
    return desk.clock_confirmed_at
