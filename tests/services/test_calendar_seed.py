"""The seeded calendar against what the government announced, year by year."""

import unicodedata
from datetime import date, timedelta

import pytest
from holidays.countries.vietnam import Vietnam

from onestop_desk.services.calendar_seed import seed_calendar, seed_days

SWAPS = {
    date(2019, 1, 5): date(2018, 12, 31),
    date(2019, 5, 4): date(2019, 4, 29),
    date(2024, 5, 4): date(2024, 4, 29),
    date(2025, 4, 26): date(2025, 5, 2),
    date(2026, 1, 10): date(2026, 1, 2),
    date(2026, 8, 22): date(2026, 8, 31),
}

# First and last day of each break as announced, Monday to Friday only.
ANNOUNCED = {
    2018: ["01-01", "02-14 02-20", "04-25", "04-30 05-01", "09-03", "12-31"],
    2019: ["01-01", "02-04 02-08", "04-15", "04-29 05-01", "09-02"],
    2020: ["01-01", "01-23 01-29", "04-02", "04-30 05-01", "09-02"],
    2021: ["01-01", "02-10 02-16", "04-21", "04-30 05-03", "09-02 09-03"],
    2022: ["01-03", "01-31 02-04", "04-11", "05-02 05-03", "09-01 09-02"],
    2023: ["01-02", "01-20 01-26", "05-01 05-03", "09-01 09-04"],
    2024: ["01-01", "02-08 02-14", "04-18", "04-29 05-01", "09-02 09-03"],
    2025: ["01-01", "01-27 01-31", "04-07", "04-30 05-02", "09-01 09-02"],
    2026: ["01-01 01-02", "02-16 02-20", "04-27", "04-30 05-01", "08-31 09-02", "11-24"],
}


def _weekdays(year: int, spans: list[str]) -> set[date]:
    found = set()
    for span in spans:
        first, last = (date.fromisoformat(f"{year}-{end}") for end in (span[:5], span[-5:]))
        days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        found |= {day for day in days if day.weekday() < 5}
    return found


@pytest.mark.parametrize("year", ANNOUNCED)
def test_the_weekdays_off_are_those_announced(year):
    days_off, _ = seed_days(year, year)
    assert {one.day for one in days_off if one.day.weekday() < 5} == _weekdays(year, ANNOUNCED[year])


def test_the_swapped_saturdays_are_worked_and_name_the_day_they_replace():
    _, make_up = seed_days()
    assert {one.day: one.replaces for one in make_up} == SWAPS
    calendar = seed_calendar()
    assert all(calendar.is_working(day) and not calendar.is_working(off) for day, off in SWAPS.items())


def test_no_weekend_the_package_knows_as_worked_is_forgotten():
    known = Vietnam(years=range(2018, 2028)).weekend_workdays
    assert {day for day in known if 2018 <= day.year <= 2027} <= set(SWAPS)


def test_one_year_alone_knows_swaps_with_the_year_before():
    calendar = seed_calendar(2019, 2019)
    assert calendar.is_working(date(2019, 1, 5))
    assert set(calendar.days_off) == {day for day in seed_calendar().days_off if day.year == 2019}


def test_culture_day_is_off_from_2026_only():
    days = {one.day: one.name for one in seed_days()[0]}
    assert days[date(2026, 11, 24)] == days[date(2027, 11, 24)] == "Ngày Văn hóa Việt Nam"
    assert date(2025, 11, 24) not in days


def test_names_are_clean_vietnamese():
    names = [one.name for one in seed_days()[0]] + [one.name for one in seed_days()[1]]
    assert all(name == unicodedata.normalize("NFC", name).strip() and name for name in names)
    assert "Nghỉ hoán đổi (làm bù ngày 10/01/2026)" in names
    assert not any("thay cho" in name or "observed" in name for name in names)


def test_the_calendar_knows_exactly_the_years_it_was_seeded_for():
    assert seed_calendar(2025, 2026).years == {2025, 2026}
