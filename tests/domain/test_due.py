"""Due moments: the reference points of domain.md §3 and what a well-known system gets wrong."""

from datetime import UTC, date, datetime, time

import pytest

from onestop_desk.domain.calendar import (
    DEFAULT_WEEK,
    VIETNAM,
    CutOffRule,
    DueClock,
    Shift,
    Skipped,
    WorkingCalendar,
    parse_limit,
)
from onestop_desk.domain.due import due_moment
from onestop_desk.services.calendar_seed import seed_calendar

NATIONAL = seed_calendar()
MORNING, AFTERNOON = Shift(time(7), time(11, 30)), Shift(time(13, 30), time(17))
SATURDAY_MORNING = (*DEFAULT_WEEK[:5], (MORNING,), ())
SEVEN_HOURS = ((Shift(time(8), time(11)), Shift(time(13), time(17))),) * 5 + ((), ())


def at(text: str) -> datetime:
    """Return a moment in Vietnam, written `year-month-day hour:minute`."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


def plain(week=DEFAULT_WEEK, **rules) -> WorkingCalendar:
    """Return a calendar without days off."""
    return WorkingCalendar(week, {}, {}, frozenset({2026}), **rules)


def due(received: str, limit: str, calendar: WorkingCalendar = NATIONAL) -> str:
    """Return the due moment as text, with its weekday."""
    moment = due_moment(calendar, at(received), parse_limit(limit)).due_at
    return f"{moment:%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        ("2026-06-01 10:00", "2 working_day", "Wed 2026-06-03 10:00"),
        ("2025-12-31 10:00", "3 working_day", "Wed 2026-01-07 10:00"),
        ("2026-01-08 10:00", "2 working_day", "Sat 2026-01-10 10:00"),
        ("2026-02-13 10:00", "3 working_day", "Wed 2026-02-25 10:00"),
        ("2026-04-24 10:00", "1 working_day", "Tue 2026-04-28 10:00"),
        ("2026-11-20 10:00", "2 working_day", "Wed 2026-11-25 10:00"),
        ("2024-04-26 10:00", "3 working_day", "Sat 2024-05-04 10:00"),
        ("2026-11-09 10:00", "15 calendar_day", "Wed 2026-11-25 10:00"),
        ("2026-12-18 10:00", "15 calendar_day", "Mon 2027-01-04 10:00"),
    ],
)
def test_reference_points(received, limit, promised):
    assert due(received, limit) == promised


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        # a Sunday and a holiday count from the next opening
        ("2026-05-31 09:00", "1 working_day", "Tue 2026-06-02 07:00"),
        ("2026-09-02 15:00", "1 working_day", "Fri 2026-09-04 07:00"),
        ("2026-01-02 09:00", "4 working_hour", "Mon 2026-01-05 11:00"),
        ("2026-11-24 09:00", "same_day", "Wed 2026-11-25 17:00"),
        # a make-up Saturday is a day like any other
        ("2026-01-10 14:00", "1 working_day", "Mon 2026-01-12 14:00"),
        ("2026-01-10 16:00", "2 working_hour", "Mon 2026-01-12 08:00"),
        ("2026-01-10 08:00", "same_day", "Sat 2026-01-10 17:00"),
        ("2026-01-09 18:00", "1 working_day", "Mon 2026-01-12 07:00"),
    ],
)
def test_reception_on_a_day_off_or_a_make_up_day(received, limit, promised):
    assert due(received, limit) == promised


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        ("2026-06-05 09:00", "1 working_day", "Sat 2026-06-06 09:00"),
        ("2026-06-05 16:00", "1 working_day", "Sat 2026-06-06 11:30"),
        ("2026-06-05 16:00", "2 working_day", "Mon 2026-06-08 16:00"),
        ("2026-06-06 10:30", "2 working_hour", "Mon 2026-06-08 08:00"),
        ("2026-06-06 12:00", "1 working_day", "Tue 2026-06-09 07:00"),
        ("2026-06-06 09:00", "same_day", "Sat 2026-06-06 11:30"),
    ],
)
def test_an_office_open_on_saturday_morning(received, limit, promised):
    assert due(received, limit, plain(SATURDAY_MORNING)) == promised


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        ("2026-06-01 08:00", "8 working_hour", "Tue 2026-06-02 09:00"),
        ("2026-06-01 10:00", "1 working_day", "Tue 2026-06-02 10:00"),
        ("2026-06-01 08:00", "28 working_hour", "Thu 2026-06-04 17:00"),
    ],
)
def test_an_office_whose_day_is_not_eight_hours(received, limit, promised):
    assert due(received, limit, plain(SEVEN_HOURS)) == promised


def test_limits_over_three_hundred_days():
    promise = due_moment(plain(), at("2026-06-01 10:00"), parse_limit("365 working_day"))
    assert promise.due_at == at("2027-10-25 10:00")  # 73 weeks of five days
    assert len(promise.counted) == 365
    assert len(promise.skipped) == 146
    assert due("2026-06-01 10:00", "730 calendar_day", plain()) == "Wed 2028-05-31 10:00"


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        ("2026-06-01 06:00", "1 working_hour", "Mon 2026-06-01 08:00"),
        ("2026-06-01 11:00", "1 working_hour", "Mon 2026-06-01 14:00"),
        ("2026-06-01 12:00", "1 working_hour", "Mon 2026-06-01 14:30"),
        ("2026-06-01 16:00", "1 working_hour", "Mon 2026-06-01 17:00"),
        ("2026-06-01 16:30", "8 working_hour", "Tue 2026-06-02 16:30"),
        ("2026-06-05 16:30", "1 working_hour", "Mon 2026-06-08 07:30"),
        ("2026-06-01 12:00", "1 working_day", "Tue 2026-06-02 13:30"),
        ("2026-06-01 17:01", "1 working_day", "Wed 2026-06-03 07:00"),
    ],
)
def test_start_and_working_hours_skip_lunch_and_nights(received, limit, promised):
    assert due(received, limit, plain()) == promised


@pytest.mark.parametrize(
    ("received", "limit", "promised"),
    [
        ("2026-01-30 10:00", "1 calendar_month", "Mon 2026-03-02 10:00"),
        ("2027-03-31 10:00", "1 calendar_month", "Tue 2027-05-04 10:00"),
        ("2026-08-10 10:00", "6 calendar_month", "Thu 2027-02-11 10:00"),
        ("2026-11-30 10:00", "1 calendar_month", "Wed 2026-12-30 10:00"),
        ("2026-06-06 10:00", "3 calendar_day", "Thu 2026-06-11 07:00"),
    ],
)
def test_calendar_limits_end_on_the_month_and_roll_forward(received, limit, promised):
    assert due(received, limit) == promised


@pytest.mark.parametrize(
    ("received", "rule", "limit", "promised"),
    [
        ("2026-06-01 15:00", CutOffRule.IGNORE, "same_day", "Mon 2026-06-01 17:00"),
        ("2026-06-01 15:01", CutOffRule.IGNORE, "same_day", "Tue 2026-06-02 17:00"),
        ("2026-06-05 16:59", CutOffRule.IGNORE, "same_day", "Mon 2026-06-08 17:00"),
        ("2026-06-01 18:00", CutOffRule.IGNORE, "same_day", "Tue 2026-06-02 17:00"),
        ("2026-06-07 18:00", CutOffRule.IGNORE, "same_day", "Mon 2026-06-08 17:00"),
        ("2026-06-01 15:01", CutOffRule.IGNORE, "1 working_day", "Tue 2026-06-02 15:01"),
        ("2026-06-01 15:01", CutOffRule.NEXT_DAY, "1 working_day", "Wed 2026-06-03 07:00"),
        ("2026-06-01 15:00", CutOffRule.NEXT_DAY, "1 working_day", "Tue 2026-06-02 15:00"),
        ("2026-06-07 18:00", CutOffRule.NEXT_DAY, "1 working_day", "Tue 2026-06-09 07:00"),
    ],
)
def test_the_cut_off(received, rule, limit, promised):
    assert due(received, limit, plain(cut_off_rule=rule)) == promised


@pytest.mark.parametrize(
    ("limit", "promised"),
    [
        ("1 working_day", "Tue 2026-06-02 17:00"),
        ("1 calendar_day", "Tue 2026-06-02 17:00"),
        ("1 working_hour", "Mon 2026-06-01 11:00"),
    ],
)
def test_due_at_the_end_of_the_day_leaves_hours_exact(limit, promised):
    assert due("2026-06-01 10:00", limit, plain(due_clock=DueClock.END_OF_DAY)) == promised


def test_a_dossier_without_limit_has_no_due_moment():
    promise = due_moment(plain(), at("2031-06-01 10:00"), parse_limit("none"))
    assert (promise.due_at, promise.counted, promise.skipped, promise.missing_years) == (None, (), (), ())


def test_the_explanation_names_every_day_counted_and_skipped():
    promise = due_moment(NATIONAL, at("2026-11-21 10:00"), parse_limit("2 working_day"))
    assert promise.started_at == at("2026-11-23 07:00")
    assert promise.counted == (date(2026, 11, 25), date(2026, 11, 26))
    assert promise.skipped == (
        Skipped(date(2026, 11, 21), "saturday"),
        Skipped(date(2026, 11, 22), "sunday"),
        Skipped(date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
    )


def test_calendar_days_count_days_off_and_skip_only_where_they_roll():
    promise = due_moment(NATIONAL, at("2026-11-09 10:00"), parse_limit("15 calendar_day"))
    assert promise.counted == tuple(date(2026, 11, day) for day in range(10, 25))
    assert promise.skipped == (Skipped(date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),)


def test_calendar_days_say_which_days_off_delayed_their_start():
    promise = due_moment(plain(), at("2026-06-06 10:00"), parse_limit("1 calendar_day"))
    assert promise.skipped == (Skipped(date(2026, 6, 6), "saturday"), Skipped(date(2026, 6, 7), "sunday"))


def test_months_count_the_day_each_month_ends():
    promise = due_moment(plain(), at("2026-01-30 10:00"), parse_limit("3 calendar_month"))
    assert promise.counted == (date(2026, 2, 28), date(2026, 3, 30), date(2026, 4, 30))


def test_hours_count_only_days_on_which_they_were_worked():
    promise = due_moment(plain(), at("2026-06-01 17:00"), parse_limit("8 working_hour"))
    assert promise.counted == (date(2026, 6, 2),)


def test_years_without_a_calendar_are_named():
    promise = due_moment(NATIONAL, at("2027-12-31 10:00"), parse_limit("300 working_day"))
    assert promise.missing_years == (2028, 2029)
    assert due_moment(NATIONAL, at("2027-12-01 10:00"), parse_limit("1 working_day")).missing_years == ()


def test_the_same_moment_from_another_time_zone_gives_the_same_promise():
    utc = datetime(2026, 6, 1, 3, 0, 42, tzinfo=UTC)
    limit = parse_limit("2 working_day")
    assert due_moment(plain(), utc, limit) == due_moment(plain(), at("2026-06-01 10:00"), limit)
    assert due_moment(plain(), utc, limit).due_at.tzinfo is VIETNAM
