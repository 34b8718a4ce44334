"""The first calendar of an agency: Vietnam's days off and swapped days; every day of it can be edited afterwards."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from holidays.countries.vietnam import Vietnam

from onestop_desk.domain.calendar import DEFAULT_WEEK, DayOff, MakeUpDay, WorkingCalendar

FIRST_YEAR = 2018
LAST_YEAR = 2027

_SWAPPED = re.compile(r"thay cho ngày (\d{2})/(\d{2})/(\d{4})")
_vietnam: Callable[..., Mapping[date, str]] = Vietnam  # the package leaves its constructor untyped

# Swaps the package may not know: day off, the Saturday worked instead (domain.md §3).
_SWAPS = ((date(2026, 1, 2), date(2026, 1, 10)),)

# Vietnamese Culture Day (resolution 80-NQ/TW), a paid day off from 2026 on; older packages lack it.
_CULTURE_DAY = (2026, 11, 24, "Ngày Văn hóa Việt Nam")


def seed_calendar(first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> WorkingCalendar:
    """Return the default week with the seeded days of these years, both included."""
    days_off, make_up = seed_days(first_year, last_year)
    return WorkingCalendar(
        week=DEFAULT_WEEK,
        days_off={one.day: one.name for one in days_off},
        make_up={one.day: one for one in make_up},
        years=frozenset(range(first_year, last_year + 1)),
    )


def seed_days(
    first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR
) -> tuple[tuple[DayOff, ...], tuple[MakeUpDay, ...]]:
    """Return the days off and the make-up days of these years, by day; swaps may reach into the year next door."""
    names = dict(_national_days(first_year - 1, last_year + 1))
    make_up: dict[date, MakeUpDay] = {}
    swaps = [(day, worked) for day, name in names.items() if (worked := _worked_instead(name))]
    for day, worked in (*swaps, *_SWAPS):
        names[day] = f"Nghỉ hoán đổi (làm bù ngày {worked:%d/%m/%Y})"
        make_up[worked] = MakeUpDay(worked, day, f"Làm bù cho ngày {day:%d/%m/%Y}")
    return (
        tuple(DayOff(day, names[day]) for day in sorted(names) if first_year <= day.year <= last_year),
        tuple(make_up[day] for day in sorted(make_up) if first_year <= day.year <= last_year),
    )


def _national_days(first_year: int, last_year: int) -> Iterator[tuple[date, str]]:
    yield from _vietnam(years=range(first_year, last_year + 1), language="vi").items()
    since, month, day, name = _CULTURE_DAY
    for year in range(max(first_year, since), last_year + 1):
        yield date(year, month, day), name


def _worked_instead(name: str) -> date | None:
    found = _SWAPPED.search(name)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    return date(year, month, day)
