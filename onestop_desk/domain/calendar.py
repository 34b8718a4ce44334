"""The working calendar of one agency, limits, and promises as values (domain.md §3); due.py counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

from onestop_desk.domain.errors import BadValue

VIETNAM = timezone(timedelta(hours=7))
PAUSE = "pause"

_DAY = timedelta(days=1)
_NOTHING = timedelta(0)
_MOST = 9999
_LIMIT = re.compile(r"(?:([0-9]{1,4})\s+)?([a-z_]+)")
_WEEKDAY_WORDS = ("weekday_off",) * 5 + ("saturday", "sunday")


class CutOffRule(StrEnum):
    """What the cut-off does to limits other than same-day: nothing, or reception counts from the next day's opening."""

    IGNORE = "ignore"
    NEXT_DAY = "next_day"


class DueClock(StrEnum):
    """The clock of a due moment: that of the start, clipped into the shifts of the due day, or closing time."""

    SAME_CLOCK = "same_clock"
    END_OF_DAY = "end_of_day"


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of one day that is worked, `start` before `end`, both in Vietnam time."""

    start: time
    end: time

    def __post_init__(self) -> None:
        """Refuse a shift that ends before it starts; no counter works over midnight."""
        if self.end <= self.start:
            raise BadValue("shift", "ends_before_start", f"{self.start:%H:%M}-{self.end:%H:%M}")


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which nobody works, with the name the clerk reads."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A day worked instead of the day it `replaces`, with the shifts of that day's weekday."""

    day: date
    replaces: date
    name: str = ""


_OFFICE_DAY = (Shift(time(7), time(11, 30)), Shift(time(13, 30), time(17)))
DEFAULT_WEEK: tuple[tuple[Shift, ...], ...] = (_OFFICE_DAY,) * 5 + ((), ())


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Shifts per weekday (Monday first), days off, make-up days, the years they are known for, and the agency's rules.

    A day that is both off and made up is worked: the make-up day is the later decision.
    """

    week: tuple[tuple[Shift, ...], ...]
    days_off: Mapping[date, str]
    make_up: Mapping[date, MakeUpDay]
    years: frozenset[int]
    cut_off: time = time(15)
    cut_off_rule: CutOffRule = CutOffRule.IGNORE
    due_clock: DueClock = DueClock.SAME_CLOCK

    def __post_init__(self) -> None:
        """Refuse a week that cannot be counted on: not seven days, nothing worked, or shifts out of order."""
        if len(self.week) != 7:
            raise BadValue("week", "not_seven_days", str(len(self.week)))
        if not any(self.week):
            raise BadValue("week", "nothing_worked")
        for shifts in self.week:
            for earlier, later in pairwise(shifts):
                if later.start < earlier.end:
                    raise BadValue("week", "shifts_overlap", f"{later.start:%H:%M}")

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """Return the shifts worked on `day`, in order; none on a day off."""
        swapped = self.make_up.get(day)
        if swapped is not None:
            return self.week[swapped.replaces.weekday()]
        if day in self.days_off:
            return ()
        return self.week[day.weekday()]

    def is_working(self, day: date) -> bool:
        """Say whether `day` has any shift; one short shift makes a whole working day (domain.md §3.2)."""
        return bool(self.shifts_on(day))

    def why_off(self, day: date) -> str | None:
        """Return the name of the day off, else `saturday`, `sunday` or `weekday_off`; None when `day` is worked."""
        if self.is_working(day):
            return None
        return self.days_off.get(day) or _WEEKDAY_WORDS[day.weekday()]

    def next_opening(self, at: datetime) -> datetime:
        """Return `at` itself (whole minutes) inside a shift, ends included, else the opening that follows it."""
        local = local_minute(at)
        clock = local.time()
        for shift in self.shifts_on(local.date()):
            if clock <= shift.end:
                return max(local, on(local.date(), shift.start))
        return self.opening_after(local.date())

    def opening_after(self, day: date) -> datetime:
        """Return the opening of the first working day after `day`."""
        following = self.working_days_after(day, 1)[0]
        return on(following, self.shifts_on(following)[0].start)

    def working_days_after(self, day: date, count: int) -> tuple[date, ...]:
        """Return the next `count` working days after `day`, in order."""
        found: list[date] = []
        while len(found) < count:
            day += _DAY
            if self.is_working(day):
                found.append(day)
        return tuple(found)

    def working_days_within(self, after: date, until: date) -> tuple[date, ...]:
        """Return the working days later than `after` and not later than `until`."""
        span = (after + timedelta(days=offset) for offset in range(1, (until - after).days + 1))
        return tuple(day for day in span if self.is_working(day))

    def clip(self, day: date, clock: time) -> datetime:
        """Return `clock` on `day`, moved to that day's next opening or, after the last shift, back to its closing.

        The rule `due_clock` = `end_of_day` gives the closing whatever the clock. A day without shifts keeps the clock.
        """
        shifts = self.shifts_on(day)
        if not shifts:
            return on(day, clock)
        if self.due_clock is DueClock.SAME_CLOCK:
            for shift in shifts:
                if clock <= shift.end:
                    return on(day, max(clock, shift.start))
        return on(day, shifts[-1].end)

    def closing(self, day: date) -> datetime:
        """Return the end of the last shift of the working day `day`."""
        return on(day, self.shifts_on(day)[-1].end)

    def minutes_between(self, begin: datetime, end: datetime) -> int:
        """Return the whole minutes worked from `begin` to `end`; 0 when `end` is not later."""
        first, last = local_minute(begin), local_minute(end)
        worked = _NOTHING
        day = first.date()
        while day <= last.date():
            for shift in self.shifts_on(day):
                overlap = min(last, on(day, shift.end)) - max(first, on(day, shift.start))
                worked += max(overlap, _NOTHING)
            day += _DAY
        return worked // timedelta(minutes=1)

    def after_minutes(self, begin: datetime, minutes: int) -> datetime:
        """Return the moment at which `minutes` (1 or more) have been worked since `begin`."""
        moment, left = local_minute(begin), timedelta(minutes=minutes)
        day = moment.date()
        while True:
            for shift in self.shifts_on(day):
                opened = max(moment, on(day, shift.start))
                available = on(day, shift.end) - opened
                if left <= available:
                    return opened + left
                left -= max(available, _NOTHING)
            day += _DAY


def on(day: date, clock: time) -> datetime:
    """Return the moment `clock` shows on `day` in Vietnam."""
    return datetime.combine(day, clock, VIETNAM)


def local_minute(at: datetime) -> datetime:
    """Return `at` in Vietnam time without seconds, as a receipt prints it; a naive moment is a bug."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return at.astimezone(VIETNAM).replace(second=0, microsecond=0)


class Unit(StrEnum):
    """What a limit counts."""

    WORKING_DAY = "working_day"
    WORKING_HOUR = "working_hour"
    CALENDAR_DAY = "calendar_day"
    CALENDAR_MONTH = "calendar_month"
    SAME_DAY = "same_day"
    NONE = "none"


UNCOUNTED = frozenset({Unit.SAME_DAY, Unit.NONE})
CALENDAR_UNITS = frozenset({Unit.CALENDAR_DAY, Unit.CALENDAR_MONTH})


@dataclass(frozen=True, slots=True)
class Limit:
    """The time a procedure may take; `value` is 1 to 9999, and means nothing for same_day and none."""

    value: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse a number that cannot be counted."""
        lowest = 0 if self.unit in UNCOUNTED else 1
        if not lowest <= self.value <= _MOST:
            raise BadValue("limit", "range", f"{self.value} {self.unit}")


class Timeliness(StrEnum):
    """How the day a dossier was finished compares with its due day."""

    BEFORE = "before"
    ON = "on"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day the count passed over: `why` is the day off's name, or saturday, sunday, weekday_off, pause."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """A promise and how it was counted; no `due_at` means the dossier has no limit.

    `counted` are the working or calendar days (of months: the day each ends; of hours: the days they were worked on).
    `skipped` are, by day, the days off since reception that moved the due moment, and the days a pause took.
    `missing_years` are the years of the count for which the agency has no calendar.
    """

    due_at: datetime | None
    started_at: datetime
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]
    limit: Limit
    missing_years: tuple[int, ...]


def parse_limit(text: str) -> Limit:
    """Return the limit written as `5 working_day`, `same_day` or `none`; BadValue reasons: form, unit, range."""
    found = _LIMIT.fullmatch(text.strip())
    if found is None:
        raise BadValue("limit", "form", text)
    number, word = found.groups()
    if word not in set(Unit):
        raise BadValue("limit", "unit", text)
    if number is None and Unit(word) not in UNCOUNTED:
        raise BadValue("limit", "form", text)
    return Limit(int(number or 0), Unit(word))


def timeliness(ended_at: datetime | date, due_at: datetime | date | None) -> Timeliness:
    """Compare the local day the processing ended with the due day (domain.md §3.12); no due moment is on time."""
    if due_at is None:
        return Timeliness.ON
    ended, promised = _local_day(ended_at), _local_day(due_at)
    if ended == promised:
        return Timeliness.ON
    return Timeliness.BEFORE if ended < promised else Timeliness.OVER


def remaining_working_days(calendar: WorkingCalendar, now: datetime, due_at: datetime) -> int:
    """Return the working days after today up to the due day; below zero, those that passed since the due day."""
    today, promised = _local_day(now), _local_day(due_at)
    if promised < today:
        return -len(calendar.working_days_within(promised, today))
    return len(calendar.working_days_within(today, promised))


def _local_day(at: datetime | date) -> date:
    if not isinstance(at, datetime):
        return at
    return local_minute(at).date()
