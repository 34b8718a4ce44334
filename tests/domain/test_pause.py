"""A stopped clock: what it adds to a promise, and how the promise explains it. June 2026 begins on a Monday."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest

from onestop_desk.domain.calendar import (
    DEFAULT_WEEK,
    VIETNAM,
    Due,
    DueClock,
    Shift,
    Skipped,
    WorkingCalendar,
    parse_limit,
)
from onestop_desk.domain.due import after_pause, due_moment, restart

HOLIDAY = date(2026, 6, 17)
SATURDAY_MORNING = (*DEFAULT_WEEK[:5], (Shift(time(7), time(11, 30)),), ())


def at(text: str) -> datetime:
    """Return a moment of June 2026, written `day hour:minute`."""
    return datetime.strptime(f"2026-06-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


def office(week=DEFAULT_WEEK, **rules) -> WorkingCalendar:
    """Return an office with one day off, Wednesday 17 June."""
    return WorkingCalendar(week, {HOLIDAY: "Ngày hội xã"}, {}, frozenset({2026}), **rules)


def paused(received: str, limit: str, *moments: str, calendar: WorkingCalendar | None = None) -> Due:
    """Return the promise after pauses given as begin, end, begin, end …"""
    calendar = calendar or office()
    due = due_moment(calendar, at(received), parse_limit(limit))
    for begin, end in list(pairwise(moments))[::2]:
        due = after_pause(calendar, due, at(begin), at(end))
    return due


@pytest.mark.parametrize(
    ("moments", "promised"),
    [
        (["02 10:00", "02 16:00"], "04 10:00"),  # within a day: nothing
        (["02 10:00", "04 09:00"], "08 10:00"),  # two days
        (["02 16:00", "03 08:00"], "05 10:00"),  # over one night: one
        (["02 18:00", "04 19:00"], "08 10:00"),  # Wednesday and Thursday, from evening to evening
        (["02 12:00", "02 12:30"], "04 10:00"),  # over lunch
        (["05 18:00", "07 09:00"], "04 10:00"),  # a weekend only
        (["03 10:00", "08 10:00"], "09 10:00"),  # the weekend in it is not waited
        (["04 08:00", "05 08:00"], "05 10:00"),  # on the due day itself
        (["16 10:00", "18 10:00"], "05 10:00"),  # overdue, and a holiday in it: lateness stays as it was
        (["02 10:00", "03 10:00", "03 15:00", "04 10:00"], "08 10:00"),  # one after the other
        (["02 10:00", "03 10:00", "05 19:00", "09 08:00"], "08 10:00"),  # the second starts on Monday
        (["03 10:00", "02 10:00"], "04 10:00"),  # the wrong way round adds nothing
    ],
)
def test_each_working_day_waited_adds_one(moments, promised):
    assert paused("01 10:00", "3 working_day", *moments).due_at == at(promised)


@pytest.mark.parametrize(
    ("moments", "promised"),
    [
        (["01 11:00", "01 14:00"], "02 11:00"),
        (["01 18:00", "02 06:00"], "02 10:00"),
        (["01 16:00", "02 08:00"], "02 14:00"),
        (["05 18:00", "07 09:00"], "02 10:00"),
        (["01 10:00", "03 10:00"], "04 10:00"),
        (["01 11:00", "01 11:10", "01 11:20", "01 13:50"], "02 10:40"),
    ],
)
def test_hours_add_the_minutes_worked_meanwhile(moments, promised):
    assert paused("01 10:00", "8 working_hour", *moments).due_at == at(promised)


@pytest.mark.parametrize(
    ("limit", "moments", "promised"),
    [
        ("3 calendar_day", ["04 10:00", "03 10:00"], "04 10:00"),
        ("3 calendar_day", ["02 10:00", "04 10:00"], "08 10:00"),  # ends Saturday 6th, rolls to Monday
        ("3 calendar_day", ["02 10:00", "04 10:00", "05 08:00", "06 20:00"], "08 10:00"),  # ends Sunday 7th
        ("3 calendar_day", ["02 10:00", "04 10:00", "05 08:00", "07 08:00"], "08 10:00"),  # Monday itself
        ("3 calendar_day", ["02 10:00", "04 10:00", "05 08:00", "08 08:00"], "09 10:00"),
        ("3 calendar_day", ["04 10:00", "06 10:00", "06 11:00", "07 10:00"], "08 10:00"),
        ("15 calendar_day", ["02 10:00", "03 10:00"], "18 10:00"),  # 17 June is off
        ("15 calendar_day", ["02 23:00", "03 01:00", "20 08:00", "21 08:00"], "18 10:00"),
    ],
)
def test_calendar_limits_add_calendar_days_then_roll(limit, moments, promised):
    assert paused("01 10:00", limit, *moments).due_at == at(promised)


def test_months_add_calendar_days_then_roll():
    due = paused("01 10:00", "1 calendar_month", "02 10:00", "05 10:00", "08 10:00", "09 10:00")
    assert due.due_at == datetime(2026, 7, 6, 10, tzinfo=VIETNAM)  # 1 July + 4 = Sunday 5 July
    assert due.counted == (date(2026, 7, 5),)


def test_a_same_day_promise_moves_to_another_closing():
    assert paused("01 10:00", "same_day", "01 11:00", "03 08:00").due_at == at("03 17:00")


def test_a_promise_without_due_moment_stays_as_it_is():
    due = paused("01 10:00", "none")
    assert after_pause(office(), due, at("02 10:00"), at("09 10:00")) is due


def test_the_clock_of_the_start_comes_back_after_a_short_saturday():
    office_week = office(SATURDAY_MORNING)
    due = due_moment(office_week, at("05 16:00"), parse_limit("1 working_day"))
    assert due.due_at == at("06 11:30")
    assert after_pause(office_week, due, at("06 08:00"), at("08 08:00")).due_at == at("08 16:00")


def test_end_of_day_promises_stay_at_the_end_of_the_day():
    due = paused("01 10:00", "1 working_day", "01 11:00", "02 08:00", calendar=office(due_clock=DueClock.END_OF_DAY))
    assert due.due_at == at("03 17:00")


def test_a_pause_is_explained_day_by_day():
    due = paused("12 10:00", "3 working_day", "15 10:00", "18 10:00")
    assert due.counted == (date(2026, 6, 15), date(2026, 6, 19), date(2026, 6, 22))
    assert due.skipped == (
        Skipped(date(2026, 6, 13), "saturday"),
        Skipped(date(2026, 6, 14), "sunday"),
        Skipped(date(2026, 6, 16), "pause"),
        Skipped(HOLIDAY, "Ngày hội xã"),
        Skipped(date(2026, 6, 18), "pause"),
        Skipped(date(2026, 6, 20), "saturday"),
        Skipped(date(2026, 6, 21), "sunday"),
    )


def test_hours_explain_the_days_on_which_nothing_was_worked():
    due = paused("01 16:00", "8 working_hour", "01 16:30", "03 07:30")
    assert due.due_at == at("03 17:00")
    assert due.counted == (date(2026, 6, 1), date(2026, 6, 3))
    assert due.skipped == (Skipped(date(2026, 6, 2), "pause"),)


def test_hours_skip_the_days_off_they_move_over():
    due = paused("04 10:00", "8 working_hour", "04 11:00", "05 16:00")
    assert due.due_at == at("08 15:00")
    assert due.counted == (date(2026, 6, 4), date(2026, 6, 5), date(2026, 6, 8))
    assert due.skipped == (Skipped(date(2026, 6, 6), "saturday"), Skipped(date(2026, 6, 7), "sunday"))


def test_a_day_on_which_there_was_nothing_to_wait_for_is_no_pause():
    assert paused("01 17:00", "8 working_hour", "01 17:10", "02 08:00").skipped == ()


@pytest.mark.parametrize("limit", ["1 working_day", "8 working_hour", "1 calendar_day"])
def test_a_pause_after_the_due_day_moves_it_but_counts_nothing_new(limit):
    due = paused("01 07:00", limit, "08 18:00", "10 18:00")
    before = due_moment(office(), at("01 07:00"), parse_limit(limit))
    assert due.due_at == before.due_at.replace(day=before.due_at.day + 2)
    assert due.counted == before.counted
    assert {date(2026, 6, 9), date(2026, 6, 10)} & {one.day for one in due.skipped if one.why == "pause"}


def test_a_working_day_limit_counts_its_own_number_of_days_even_when_paused_too_late():
    assert paused("01 10:00", "3 working_day", "15 10:00", "19 10:00").counted == tuple(
        date(2026, 6, day) for day in (2, 3, 4)
    )


def test_a_calendar_promise_explains_only_where_it_rolls_now():
    due = paused("06 10:00", "5 calendar_day", "09 10:00", "10 10:00", "11 10:00", "12 10:00")
    assert due.due_at == at("15 07:00")
    assert due.counted == tuple(date(2026, 6, day) for day in (9, 11, 13, 14, 15))
    assert due.skipped == (
        Skipped(date(2026, 6, 6), "saturday"),
        Skipped(date(2026, 6, 7), "sunday"),
        Skipped(date(2026, 6, 10), "pause"),
        Skipped(date(2026, 6, 12), "pause"),
    )
    rolled = paused("01 10:00", "4 calendar_day", "02 10:00", "03 10:00")
    assert rolled.skipped == (
        Skipped(date(2026, 6, 3), "pause"),
        Skipped(date(2026, 6, 6), "saturday"),
        Skipped(date(2026, 6, 7), "sunday"),
    )


def test_a_pause_that_begins_before_the_start_counts_from_the_start():
    assert paused("06 10:00", "3 calendar_day", "06 11:00", "09 10:00").due_at == at("12 07:00")


def test_a_same_day_promise_of_a_short_saturday_moves_to_mondays_closing():
    due = paused("06 08:00", "same_day", "06 09:00", "08 08:00", calendar=office(SATURDAY_MORNING))
    assert due.due_at == at("08 17:00")


def test_an_extended_hour_promise_is_not_moved_by_a_pause_in_the_night():
    due = paused("01 10:00", "1 working_hour")
    extended = replace(due, due_at=at("02 18:00"))
    assert after_pause(office(), extended, at("01 20:00"), at("01 21:00")).due_at == at("02 18:00")


def test_a_year_once_missing_stays_named_when_its_calendar_comes_later():
    due = replace(paused("01 10:00", "3 working_day"), missing_years=(2025,))
    assert after_pause(office(), due, at("02 10:00"), at("03 10:00")).missing_years == (2025,)


def test_an_extended_calendar_promise_counts_from_where_it_stands():
    due = paused("01 10:00", "3 calendar_day")
    extended = replace(due, due_at=at("11 15:00"))
    assert after_pause(office(), extended, at("02 10:00"), at("03 10:00")).due_at == at("12 15:00")


def test_a_pause_into_a_year_without_calendar_says_so():
    calendar = office()
    due = due_moment(calendar, at("01 10:00"), parse_limit("140 working_day"))
    assert due.missing_years == ()
    assert after_pause(calendar, due, at("02 10:00"), at("30 10:00")).missing_years == (2027,)


def test_restart_counts_anew_from_the_resumption():
    calendar = office()
    due = paused("01 10:00", "3 working_day")
    assert restart(calendar, due, at("06 10:00")) == due_moment(calendar, at("06 10:00"), due.limit)
    assert restart(calendar, due, at("06 10:00")).due_at == at("11 07:00")


@pytest.mark.parametrize("limit", ["3 working_day", "8 working_hour", "10 calendar_day", "same_day"])
def test_a_promise_out_of_the_log_keeps_the_clock_of_the_office(limit: str) -> None:
    due = due_moment(office(), at("01 08:30"), parse_limit(limit))
    assert due.due_at is not None
    kept = replace(due, due_at=due.due_at.astimezone(UTC), started_at=due.started_at.astimezone(UTC))
    moments = at("01 09:00"), at("04 09:00")
    assert after_pause(office(), kept, *moments) == after_pause(office(), due, *moments)
