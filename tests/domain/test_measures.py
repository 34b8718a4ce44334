"""A period is days that an office can have worked on."""

from datetime import date

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.measures import Period, read_period


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2026, 11, 23), date(2099, 12, 31)])
def test_days_of_the_century_are_a_period(day: date) -> None:
    assert read_period(day, day) == Period(day, day)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date.min, date(2026, 11, 23)),
        (date(1999, 12, 31), date(2000, 1, 1)),
        (date(2026, 11, 23), date(2100, 1, 1)),
        (date(2026, 11, 23), date.max),
        (date.max, date.max),
    ],
)
def test_years_that_no_register_has_are_no_period(first: date, last: date) -> None:
    with pytest.raises(BadValue) as refused:
        read_period(first, last)
    assert (refused.value.field, refused.value.reason) == ("period", "years")


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(BadValue) as refused:
        read_period(date(2026, 11, 23), date(2026, 11, 22))
    assert refused.value.reason == "ends_before_start"
