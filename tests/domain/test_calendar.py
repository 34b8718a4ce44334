"""The working calendar and the small values around it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from onestop_desk.domain.calendar import (
    DEFAULT_WEEK,
    VIETNAM,
    DueClock,
    Limit,
    MakeUpDay,
    Shift,
    Timeliness,
    Unit,
    WorkingCalendar,
    local_minute,
    parse_limit,
    remaining_working_days,
    timeliness,
)
from onestop_desk.domain.errors import BadValue

SATURDAY_MORNING = (*DEFAULT_WEEK[:5], (Shift(time(7), time(11, 30)),), ())
NO_WEDNESDAY = (*DEFAULT_WEEK[:2], (), *DEFAULT_WEEK[3:])
HOLIDAY, MAKE_UP = date(2026, 6, 19), date(2026, 6, 20)  # a Friday off, worked on the Saturday


def at(text: str) -> datetime:
    """Return a moment of June 2026 (its 1st is a Monday), written `day hour:minute`."""
    return datetime.strptime(f"2026-06-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


def calendar(week=DEFAULT_WEEK, **rules) -> WorkingCalendar:
    """Return a calendar with one day off and its make-up day."""
    swap = MakeUpDay(MAKE_UP, HOLIDAY, "Làm bù")
    return WorkingCalendar(week, {HOLIDAY: "Ngày hội xã"}, {MAKE_UP: swap}, frozenset({2026}), **rules)


@pytest.mark.parametrize(
    ("day", "week", "why"),
    [
        (date(2026, 6, 1), DEFAULT_WEEK, None),
        (HOLIDAY, DEFAULT_WEEK, "Ngày hội xã"),
        (MAKE_UP, DEFAULT_WEEK, None),
        (date(2026, 6, 6), DEFAULT_WEEK, "saturday"),
        (date(2026, 6, 6), SATURDAY_MORNING, None),
        (date(2026, 6, 7), SATURDAY_MORNING, "sunday"),
        (date(2026, 6, 3), NO_WEDNESDAY, "weekday_off"),
    ],
)
def test_a_day_is_worked_or_says_why_not(day, week, why):
    assert calendar(week).why_off(day) == why
    assert calendar(week).is_working(day) is (why is None)


def test_a_make_up_day_takes_the_shifts_of_the_weekday_it_replaces():
    short_friday = (*DEFAULT_WEEK[:4], (Shift(time(8), time(12)),), (Shift(time(7), time(9)),), ())
    assert calendar(short_friday).shifts_on(MAKE_UP) == (Shift(time(8), time(12)),)


def test_a_make_up_day_is_worked_even_if_it_is_also_named_a_day_off():
    swap = MakeUpDay(MAKE_UP, HOLIDAY)
    both = WorkingCalendar(DEFAULT_WEEK, {MAKE_UP: "Nghỉ"}, {MAKE_UP: swap}, frozenset())
    assert both.is_working(MAKE_UP)


@pytest.mark.parametrize(
    ("asked", "opening"),
    [
        ("01 05:59", "01 07:00"),
        ("01 07:00", "01 07:00"),
        ("01 11:30", "01 11:30"),
        ("01 11:31", "01 13:30"),
        ("01 17:00", "01 17:00"),
        ("01 17:01", "02 07:00"),
        ("05 18:00", "08 07:00"),
        ("07 09:00", "08 07:00"),
        ("19 09:00", "20 07:00"),
        ("20 09:15", "20 09:15"),
    ],
)
def test_the_next_opening_is_the_moment_itself_inside_a_shift(asked, opening):
    assert calendar().next_opening(at(asked)) == at(opening)


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        ("01 10:00", "01 11:00", 60),
        ("01 11:00", "01 14:00", 60),
        ("01 10:00", "02 10:00", 480),
        ("05 16:00", "08 08:00", 120),
        ("18 17:00", "22 07:00", 480),
        ("06 08:00", "07 20:00", 0),
        ("02 10:00", "01 10:00", 0),
    ],
)
def test_minutes_between_counts_only_shifts(begin, end, minutes):
    assert calendar().minutes_between(at(begin), at(end)) == minutes


@pytest.mark.parametrize(
    ("clock", "clipped"),
    [
        (time(6), time(7)),
        (time(10), time(10)),
        (time(11, 30), time(11, 30)),
        (time(12), time(13, 30)),
        (time(18), time(17)),
    ],
)
def test_a_clock_is_clipped_into_the_shifts(clock, clipped):
    day = date(2026, 6, 1)
    assert calendar().clip(day, clock).time() == clipped
    assert calendar(due_clock=DueClock.END_OF_DAY).clip(day, clock).time() == time(17)
    assert calendar().clip(date(2026, 6, 7), clock).time() == clock, "a day without shifts keeps the clock"


@pytest.mark.parametrize(
    ("week", "reason"),
    [
        (DEFAULT_WEEK[:6], "not_seven_days"),
        (((),) * 7, "nothing_worked"),
        (((Shift(time(7), time(12)), Shift(time(11), time(17))),) * 7, "shifts_overlap"),
        (((Shift(time(13), time(17)), Shift(time(7), time(11))),) * 7, "shifts_overlap"),
    ],
)
def test_a_week_that_cannot_be_counted_on_is_refused(week, reason):
    with pytest.raises(BadValue) as refused:
        calendar(week)
    assert refused.value.reason == reason


def test_a_shift_must_end_after_it_starts():
    with pytest.raises(BadValue):
        Shift(time(7), time(7))


def test_moments_are_vietnamese_whole_minutes_and_never_naive():
    in_utc = datetime(2026, 6, 1, 17, 0, 59, 999, tzinfo=UTC)
    assert local_minute(in_utc) == at("02 00:00")
    assert local_minute(in_utc).utcoffset() == timedelta(hours=7)
    with pytest.raises(ValueError, match="time zone"):
        local_minute(at("01 10:00").replace(tzinfo=None))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("5 working_day", Limit(5, Unit.WORKING_DAY)),
        (" 28  working_hour ", Limit(28, Unit.WORKING_HOUR)),
        ("0 same_day", Limit(0, Unit.SAME_DAY)),
        ("same_day", Limit(0, Unit.SAME_DAY)),
        ("none", Limit(0, Unit.NONE)),
        ("400 calendar_day", Limit(400, Unit.CALENDAR_DAY)),
        ("2 calendar_month", Limit(2, Unit.CALENDAR_MONTH)),
    ],
)
def test_a_limit_is_read(text, limit):
    assert parse_limit(text) == limit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("five working_day", "form"),
        ("-1 working_day", "form"),
        ("1.5 working_hour", "form"),
        ("working_day", "form"),
        ("10000 working_day", "form"),
        ("٥ working_day", "form"),
        ("5 weeks", "unit"),
        ("0 working_day", "range"),
    ],
)
def test_a_limit_that_is_none_is_refused(text, reason):
    with pytest.raises(BadValue) as refused:
        parse_limit(text)
    assert (refused.value.field, refused.value.reason) == ("limit", reason)


@pytest.mark.parametrize(
    ("ended", "due", "outcome"),
    [
        (at("02 23:59"), at("03 07:00"), Timeliness.BEFORE),
        (at("03 17:00"), at("03 07:00"), Timeliness.ON),
        (at("04 00:00"), at("03 17:00"), Timeliness.OVER),
        (date(2026, 6, 3), at("03 07:00"), Timeliness.ON),
        (at("03 10:00"), date(2026, 6, 4), Timeliness.BEFORE),
        (datetime(2026, 6, 3, 18, tzinfo=UTC), at("03 17:00"), Timeliness.OVER),
        (at("03 10:00"), None, Timeliness.ON),
    ],
)
def test_timeliness_compares_local_days(ended, due, outcome):
    assert timeliness(ended, due) is outcome


@pytest.mark.parametrize(
    ("now", "due", "left"),
    [
        ("05 18:00", "08 07:00", 1),
        ("06 09:00", "08 07:00", 1),
        ("08 06:00", "08 07:00", 0),
        ("18 09:00", "22 09:00", 2),
        ("09 09:00", "05 17:00", -2),
    ],
)
def test_remaining_working_days_look_from_today_to_the_due_day(now, due, left):
    assert remaining_working_days(calendar(), at(now), at(due)) == left
