"""The office's calendar: a year, single days, hours, and the due moments that follow."""

from datetime import date, datetime, time

import pytest

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import VIETNAM, CutOffRule, DueClock, Shift
from onestop_desk.domain.errors import BadValue
from onestop_desk.services.catalogue import import_starter
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import YearKnown
from onestop_desk.services.upkeep import check
from onestop_desk.services.workdays import (
    CalendarDay,
    DayKind,
    Hours,
    begin_year,
    calendar_year,
    clear_day,
    due,
    due_of_procedure,
    enter_day_off,
    enter_make_up_day,
    hours,
    read_clock,
    read_shifts,
    set_hours,
    shift_text,
)

MORNING = (Shift(time(7, 30), time(11)),)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def day_of(desk: Desk, day: date) -> CalendarDay:
    (found,) = [one for one in calendar_year(desk, day.year).days if one.day == day]
    return found


@pytest.mark.parametrize(
    ("received", "limit", "due_at"),
    [
        ("2025-12-31T10:00", "3 working_day", "2026-01-07T10:00"),
        ("2026-01-08T10:00", "2 working_day", "2026-01-10T10:00"),
        ("2026-02-13T10:00", "3 working_day", "2026-02-25T10:00"),
        ("2026-04-24T10:00", "1 working_day", "2026-04-28T10:00"),
        ("2026-11-20T10:00", "2 working_day", "2026-11-25T10:00"),
        ("2024-04-26T10:00", "3 working_day", "2024-05-04T10:00"),
        ("2026-11-09T10:00", "15 calendar_day", "2026-11-25T10:00"),
        ("2026-12-18T10:00", "15 calendar_day", "2027-01-04T10:00"),
    ],
)
def test_a_new_desk_gives_the_reference_points(desk: Desk, received: str, limit: str, due_at: str) -> None:
    assert due(desk, at(received), limit).due_at == at(due_at)


def test_a_due_moment_explains_itself(desk: Desk) -> None:
    found = due(desk, at("2026-11-20T10:00"), "2 working_day")
    assert found.counted == (date(2026, 11, 23), date(2026, 11, 25))
    assert [one.why for one in found.skipped] == ["saturday", "sunday", "Ngày Văn hóa Việt Nam"]


def test_a_procedure_is_due_by_its_channel(desk: Desk) -> None:
    import_starter(desk)
    received = at("2026-11-02T08:00")
    days = [len(due_of_procedure(desk, received, "1.013978", channel).counted) for channel in Channel]
    assert days == [27, 17, 20]


def test_a_year_says_what_each_day_is(desk: Desk) -> None:
    year = calendar_year(desk, 2026)
    assert year.is_known
    assert len(year.days) == 365
    assert day_of(desk, date(2026, 1, 2)).kind is DayKind.OFF
    made = day_of(desk, date(2026, 1, 10))
    assert (made.kind, made.replaces, made.shifts[0]) == (DayKind.MAKE_UP, date(2026, 1, 2), "07:00-11:30")
    assert day_of(desk, date(2026, 11, 22)).kind is DayKind.WEEKEND
    assert day_of(desk, date(2026, 11, 23)).shifts == ("07:00-11:30", "13:30-17:00")
    assert year.worked == sum(one.kind in (DayKind.WORKED, DayKind.MAKE_UP) for one in year.days)


def test_a_year_without_a_calendar_warns_until_it_has_one(desk: Desk) -> None:
    assert not calendar_year(desk, 2030).is_known
    assert due(desk, at("2029-12-31T10:00"), "3 working_day").missing_years == (2029, 2030)
    begin_year(desk, 2030)
    assert due(desk, at("2029-12-31T10:00"), "3 working_day").missing_years == (2029,)
    assert day_of(desk, date(2030, 9, 2)).kind is DayKind.OFF
    with pytest.raises(YearKnown):
        begin_year(desk, 2030)


def test_a_day_off_moves_what_is_due_and_can_be_taken_back(desk: Desk) -> None:
    enter_day_off(desk, date(2026, 11, 25), " Mất điện ")
    found = due(desk, at("2026-11-20T10:00"), "2 working_day")
    assert found.due_at == at("2026-11-26T10:00")
    assert found.skipped[-1].why == "Mất điện"
    clear_day(desk, date(2026, 11, 25))
    assert due(desk, at("2026-11-20T10:00"), "2 working_day").due_at == at("2026-11-25T10:00")


def test_a_make_up_day_swaps_two_days(desk: Desk) -> None:
    enter_make_up_day(desk, date(2026, 11, 28), date(2026, 11, 27))
    assert day_of(desk, date(2026, 11, 28)).shifts == ("07:00-11:30", "13:30-17:00")
    assert day_of(desk, date(2026, 11, 27)).kind is DayKind.OFF
    assert due(desk, at("2026-11-26T10:00"), "1 working_day").due_at == at("2026-11-28T10:00")
    assert check(desk).findings == ()


@pytest.mark.parametrize("replaces", [date(2026, 11, 29), date(2026, 11, 28), date(2026, 1, 10)])
def test_only_a_day_of_work_can_be_made_up_for(desk: Desk, replaces: date) -> None:
    with pytest.raises(BadValue) as refused:
        enter_make_up_day(desk, date(2026, 11, 28), replaces)
    assert refused.value.reason == "not_worked"


def test_a_day_off_needs_a_name_and_a_year(desk: Desk) -> None:
    with pytest.raises(BadValue):
        enter_day_off(desk, date(2026, 11, 25), " \u200b")
    for day in (date(1999, 12, 31), date(2100, 1, 1)):
        with pytest.raises(BadValue):
            enter_day_off(desk, day, "Nghỉ")
    with pytest.raises(BadValue):
        calendar_year(desk, 2100)


def test_the_hours_of_the_week_can_be_changed(desk: Desk) -> None:
    week = (MORNING,) * 6 + ((),)
    set_hours(desk, Hours(week, time(14), CutOffRule.NEXT_DAY, DueClock.END_OF_DAY))
    assert hours(desk).week == week
    assert due(desk, at("2026-11-27T09:00"), "1 working_day").due_at == at("2026-11-28T11:00")


def test_a_week_that_nobody_works_is_refused(desk: Desk) -> None:
    with pytest.raises(BadValue):
        set_hours(desk, Hours(((),) * 7))
    overlapping = (Shift(time(7), time(12)), Shift(time(11), time(17)))
    with pytest.raises(BadValue):
        set_hours(desk, Hours((overlapping,) * 7))
    assert hours(desk).week[0][0] == Shift(time(7), time(11, 30))


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("7:00-11:30, 13:30-17:00", "07:00-11:30 13:30-17:00"),
        ("7h-11h30; 13g30 – 17g", "07:00-11:30 13:30-17:00"),
        ("", ""),
    ],
)
def test_shifts_are_read_as_people_write_them(text: str, shifts: str) -> None:
    assert " ".join(map(shift_text, read_shifts(text))) == shifts


@pytest.mark.parametrize("text", ["7", "7:00", "7:00-", "25:00-26:00", "11:30-7:00", "a-b", "7:60-8:00"])
def test_shifts_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        read_shifts(text)
    assert refused.value.field == "shift"


@pytest.mark.parametrize(("text", "clock"), [("15:00", time(15)), ("15h30", time(15, 30)), ("9", time(9))])
def test_a_clock_is_read_as_people_write_it(text: str, clock: time) -> None:
    assert read_clock(text, "cut_off") == clock


@pytest.mark.parametrize("text", ["", "24:00", "ba giờ", "15:7"])
def test_a_clock_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        read_clock(text, "cut_off")
