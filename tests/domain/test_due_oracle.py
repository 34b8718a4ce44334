"""Due moments and pauses against an oracle that only walks: minute by minute, day by day."""

from datetime import date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onestop_desk.domain.calendar import (
    DEFAULT_WEEK,
    PAUSE,
    VIETNAM,
    Limit,
    MakeUpDay,
    Shift,
    Unit,
    WorkingCalendar,
)
from onestop_desk.domain.due import after_pause, due_moment

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MORNING, AFTERNOON, EVENING = Shift(time(7), time(11, 30)), Shift(time(13, 30), time(17)), Shift(time(18), time(20))
FIRST = date(2026, 2, 1)

days = st.integers(0, 75).map(lambda offset: FIRST + timedelta(days=offset))
weeks = st.one_of(
    st.just(DEFAULT_WEEK),
    st.tuples(*[st.sampled_from([(), (MORNING,), (MORNING, AFTERNOON), (AFTERNOON, EVENING)])] * 7).filter(any),
)
moments = st.builds(
    lambda day, minutes: datetime.combine(day, time(), VIETNAM) + minutes * MINUTE, days, st.integers(0, 1439)
)
pauses = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 9000)), max_size=3)


@st.composite
def calendars(draw) -> WorkingCalendar:
    """Return an office with any week, up to twelve days off and up to three make-up days."""
    off = draw(st.dictionaries(days, st.just("Nghỉ"), max_size=12))
    swaps = draw(st.dictionaries(days, days, max_size=3))
    make_up = {day: MakeUpDay(day, replaced) for day, replaced in swaps.items()}
    return WorkingCalendar(draw(weeks), off, make_up, frozenset({2026}))


def shifts(calendar: WorkingCalendar, day: date) -> tuple[Shift, ...]:
    """Return the shifts of a day, told a second time."""
    if day in calendar.make_up:
        return calendar.week[calendar.make_up[day].replaces.weekday()]
    return () if day in calendar.days_off else calendar.week[day.weekday()]


def is_open(calendar: WorkingCalendar, at: datetime) -> bool:
    """Say whether the counter is open at this minute, closing time included."""
    return any(shift.start <= at.time() <= shift.end for shift in shifts(calendar, at.date()))


def is_worked(calendar: WorkingCalendar, at: datetime) -> bool:
    """Say whether the minute that begins here is worked."""
    return any(shift.start <= at.time() < shift.end for shift in shifts(calendar, at.date()))


def walk_to_open(calendar: WorkingCalendar, at: datetime) -> datetime:
    """Walk minute by minute until the counter is open."""
    while not is_open(calendar, at):
        at += MINUTE
    return at


def walk_clock(calendar: WorkingCalendar, day: date, clock: time) -> datetime:
    """Walk forward from the clock to an open minute of that day, else backward."""
    wanted = datetime.combine(day, clock, VIETNAM)
    at = wanted
    while at.date() == day:
        if is_open(calendar, at):
            return at
        at += MINUTE
    while not is_open(calendar, wanted):
        wanted -= MINUTE
    return wanted


def walk_minutes(calendar: WorkingCalendar, at: datetime, minutes: int, stopped=()) -> datetime:
    """Walk until so many worked minutes outside the pauses have passed."""
    while minutes:
        in_pause = any(begin <= at < end for begin, end in stopped)
        minutes -= is_worked(calendar, at) and not in_pause
        at += MINUTE
    return at


def walk_days(day: date, number: int, counts) -> list[date]:
    """Walk day by day until so many days that count have passed."""
    found = []
    while len(found) < number:
        day += DAY
        if counts(day):
            found.append(day)
    return found


@given(calendars(), moments, st.integers(1, 25))
@settings(max_examples=60, deadline=None)
def test_working_days_agree_with_walking(calendar, received, number):
    due = due_moment(calendar, received, Limit(number, Unit.WORKING_DAY))
    start = walk_to_open(calendar, received)
    counted = walk_days(start.date(), number, lambda day: bool(shifts(calendar, day)))
    assert due.started_at == start
    assert list(due.counted) == counted
    assert due.due_at == walk_clock(calendar, counted[-1], start.time())
    whole = [received.date() + offset * DAY for offset in range((counted[-1] - received.date()).days)]
    assert [one.day for one in due.skipped] == [day for day in whole if not shifts(calendar, day)]


@given(calendars(), moments, st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_working_hours_agree_with_walking(calendar, received, number):
    due = due_moment(calendar, received, Limit(number, Unit.WORKING_HOUR))
    assert due.due_at == walk_minutes(calendar, received, number * 60)
    assert calendar.minutes_between(received, due.due_at) == number * 60


@given(calendars(), moments, st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_calendar_days_agree_with_walking(calendar, received, number):
    due = due_moment(calendar, received, Limit(number, Unit.CALENDAR_DAY))
    start = walk_to_open(calendar, received)
    end = start.date() + number * DAY
    while not shifts(calendar, end):
        end += DAY
    assert due.due_at == walk_clock(calendar, end, start.time())


@given(calendars(), moments, st.integers(1, 12), pauses)
@settings(max_examples=40, deadline=None)
def test_hours_with_pauses_agree_with_walking(calendar, received, number, gaps):
    due, stopped, at = due_moment(calendar, received, Limit(number, Unit.WORKING_HOUR)), [], received
    for gap, length in gaps:
        begin = at + gap * MINUTE
        at = begin + length * MINUTE
        assume(begin < due.due_at)
        due, stopped = after_pause(calendar, due, begin, at), [*stopped, (begin, at)]
    assert due.due_at == walk_minutes(calendar, received, number * 60, stopped)
    waited = {one.day for one in due.skipped if one.why == PAUSE}
    assert waited.isdisjoint(due.counted)


@given(calendars(), moments, st.integers(1, 12), pauses)
@settings(max_examples=80, deadline=None)
def test_working_days_with_pauses_agree_with_walking(calendar, received, number, gaps):
    due, waited, at = due_moment(calendar, received, Limit(number, Unit.WORKING_DAY)), set(), received
    for gap, length in gaps:
        begin = max(at + gap * MINUTE, due.started_at)
        at = begin + length * MINUTE
        assume(walk_to_open(calendar, begin).date() <= due.due_at.date())
        due = after_pause(calendar, due, begin, at)
        day, last = walk_to_open(calendar, begin).date(), walk_to_open(calendar, at).date()
        while day < last:
            day += DAY
            waited |= {day} if shifts(calendar, day) else set()
    counted = walk_days(due.started_at.date(), number, lambda day: bool(shifts(calendar, day)) and day not in waited)
    assert list(due.counted) == counted
    assert due.due_at.date() == max([counted[-1], *waited])
    assert due.due_at == walk_clock(calendar, due.due_at.date(), due.started_at.time())
    assert {one.day for one in due.skipped if one.why == PAUSE} == waited


@given(calendars(), moments, st.integers(1, 30), pauses)
@settings(max_examples=80, deadline=None)
def test_calendar_days_with_pauses_agree_with_walking(calendar, received, number, gaps):
    due, waited, at = due_moment(calendar, received, Limit(number, Unit.CALENDAR_DAY)), set(), received
    end = due.started_at.date() + number * DAY
    for gap, length in gaps:
        begin = max(at + gap * MINUTE, due.started_at)
        at = begin + length * MINUTE
        assume(begin.date() <= end)
        due = after_pause(calendar, due, begin, at)
        end += at.date() - begin.date()
        waited |= {begin.date() + number * DAY for number in range(1, (at.date() - begin.date()).days + 1)}
    counted = walk_days(due.started_at.date(), number, lambda day: day not in waited)
    assert list(due.counted) == counted
    while not shifts(calendar, end):
        end += DAY
    assert due.due_at == walk_clock(calendar, end, due.started_at.time())
