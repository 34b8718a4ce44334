"""The working calendar of the office: a year to look at, single days, the week's hours, and why something is due."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import (
    CutOffRule,
    DayOff,
    Due,
    DueClock,
    MakeUpDay,
    Shift,
    WorkingCalendar,
    parse_limit,
)
from onestop_desk.domain.catalogue import limit_for
from onestop_desk.domain.codes import YEARS
from onestop_desk.domain.due import due_moment
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import (
    CalendarImported,
    DayCleared,
    DayOffEntered,
    HoursSet,
    MakeUpDayEntered,
)
from onestop_desk.domain.text import clean
from onestop_desk.services.catalogue import procedure
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import YearKnown
from onestop_desk.services.record import record

_SHIFT = re.compile(r"([0-9]{1,2})[:hg.]([0-9]{2})?-([0-9]{1,2})[:hg.]([0-9]{2})?")
_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What a day of the calendar is: worked as usual, off by its weekday, off by name, worked instead of another."""

    WORKED = "worked"
    WEEKEND = "weekend"
    OFF = "off"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: its kind, the name it has, the day it replaces, and its shifts as `07:00-11:30`."""

    day: date
    kind: DayKind
    name: str = ""
    replaces: date | None = None
    shifts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """The week's shifts, Monday first, and the rules about the clock."""

    week: tuple[tuple[Shift, ...], ...]
    cut_off: time = time(15)
    cut_off_rule: CutOffRule = CutOffRule.IGNORE
    due_clock: DueClock = DueClock.SAME_CLOCK


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year day by day; not `is_known` means that nobody entered its days off: the page warns."""

    year: int
    is_known: bool
    days: tuple[CalendarDay, ...]
    known_years: tuple[int, ...]

    @property
    def named(self) -> tuple[CalendarDay, ...]:
        """The days off and the make-up days, by date."""
        return tuple(one for one in self.days if one.kind in (DayKind.OFF, DayKind.MAKE_UP))

    @property
    def worked(self) -> int:
        """How many days of the year are worked."""
        return sum(bool(one.shifts) for one in self.days)


def calendar_year(desk: Desk, year: int) -> CalendarYear:
    """Return a year of the office's calendar; raises BadValue outside 2000 to 2099."""
    return year_in(desk.calendar, year)


def year_in(calendar: WorkingCalendar, year: int) -> CalendarYear:
    """Return a year of any calendar; raises BadValue outside 2000 to 2099."""
    if year not in YEARS:
        raise BadValue("year", "range", str(year))
    count = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    days = tuple(_day(calendar, date(year, 1, 1) + number * _DAY) for number in range(count))
    return CalendarYear(year, year in calendar.years, days, tuple(sorted(calendar.years)))


def hours(desk: Desk) -> Hours:
    """Return the week's shifts and the rules about the clock."""
    calendar = desk.calendar
    return Hours(calendar.week, calendar.cut_off, calendar.cut_off_rule, calendar.due_clock)


def set_hours(desk: Desk, wanted: Hours) -> None:
    """Work these shifts from now on; promises already given stay. Raises BadValue for a week that cannot be."""
    WorkingCalendar(wanted.week, {}, {}, frozenset())
    if wanted != hours(desk):
        change = HoursSet(wanted.week, wanted.cut_off, wanted.cut_off_rule, wanted.due_clock)
        record_days(desk, [change])


def enter_day_off(desk: Desk, day: date, name: str) -> None:
    """Take a day off under a name; raises BadValue."""
    _require_year(day)
    record_days(desk, [DayOffEntered(DayOff(day, _name(name)))])


def enter_make_up_day(desk: Desk, day: date, replaces: date, name: str = "") -> None:
    """Work a day with the shifts of the day it replaces; that day is off from then on. Raises BadValue."""
    _require_year(day)
    calendar = desk.calendar
    if not calendar.week[replaces.weekday()] or replaces == day or replaces in calendar.make_up:
        raise BadValue("replaces", "not_worked", replaces.isoformat())
    made = MakeUpDay(day, replaces, clean(name) or f"Làm bù cho ngày {replaces:%d/%m/%Y}")
    events: list[Any] = [MakeUpDayEntered(made)]
    if replaces not in calendar.days_off:
        events.append(DayOffEntered(DayOff(replaces, f"Nghỉ hoán đổi (làm bù ngày {day:%d/%m/%Y})")))
    record_days(desk, events)


def clear_day(desk: Desk, day: date) -> None:
    """Make a day an ordinary day of its week again."""
    calendar = desk.calendar
    if day in calendar.days_off or day in calendar.make_up:
        record_days(desk, [DayCleared(day)])


def begin_year(desk: Desk, year: int) -> None:
    """Fill a year without a calendar with the public holidays of the law, to be corrected by hand; raises YearKnown."""
    from onestop_desk.services.calendar_seed import seed_days

    _require_year(date(year, 1, 1) if year in YEARS else date.max)
    if year in desk.calendar.years:
        raise YearKnown(year)
    days_off, make_up = seed_days(year, year)
    record_days(desk, [CalendarImported((year,), days_off, make_up, "holidays VN")])


def due(desk: Desk, received_at: datetime, limit: str) -> Due:
    """Return when something received then is due by a limit such as `5 working_day`, and why; `missing_years` warns of
    years without a calendar. Raises BadValue."""
    return due_moment(desk.calendar, received_at, parse_limit(limit))


def due_of_procedure(desk: Desk, received_at: datetime, code: str, channel: Channel, case: str | None = None) -> Due:
    """Return when a dossier of this procedure is due; raises ProcedureNotOffered."""
    return due_moment(desk.calendar, received_at, limit_for(procedure(desk, code), channel, case).limit)


def read_shifts(text: str) -> tuple[Shift, ...]:
    """Read `7:00-11:30, 13:30-17:00`, also with 7h00 or 7g; empty is a day off. Raises BadValue."""
    parts = [part for part in re.split(r"[,;]", clean(text).lower().replace(" ", "").replace("–", "-")) if part]
    return tuple(_shift(part) for part in parts)


def shift_text(shift: Shift) -> str:
    """Return `07:00-11:30`, as `read_shifts` reads it."""
    return f"{shift.start:%H:%M}-{shift.end:%H:%M}"


def read_clock(text: str, field: str) -> time:
    """Read `15:00`, `15h` or `15h30`; raises BadValue."""
    found = re.fullmatch(r"([0-9]{1,2})[:hg]?([0-9]{2})?", clean(text).lower().replace(" ", ""))
    if found is None:
        raise BadValue(field, "form", text)
    return _time(field, text, found[1], found[2])


def record_days(desk: Desk, events: Iterable[Any]) -> None:
    """Write calendar events of this desk's agency."""
    subject = f"calendar/{desk.state.agency}"
    with desk.writing() as writing:
        record(writing, desk, subject, *events)


def _day(calendar: WorkingCalendar, day: date) -> CalendarDay:
    shifts = tuple(map(shift_text, calendar.shifts_on(day)))
    swapped = calendar.make_up.get(day)
    if swapped is not None:
        return CalendarDay(day, DayKind.MAKE_UP, swapped.name, swapped.replaces, shifts)
    if day in calendar.days_off:
        return CalendarDay(day, DayKind.OFF, calendar.days_off[day])
    return CalendarDay(day, DayKind.WORKED if shifts else DayKind.WEEKEND, shifts=shifts)


def _require_year(day: date) -> None:
    if day.year not in YEARS:
        raise BadValue("year", "range", str(day.year))


def _name(name: str) -> str:
    cleaned = clean(name)
    if not cleaned:
        raise BadValue("day_off.name", "empty")
    return cleaned[:200]


def _shift(text: str) -> Shift:
    found = _SHIFT.fullmatch(text)
    if found is None:
        raise BadValue("shift", "form", text)
    return Shift(_time("shift", text, found[1], found[2]), _time("shift", text, found[3], found[4]))


def _time(field: str, text: str, hour: str, minute: str | None) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise BadValue(field, "form", text) from None
