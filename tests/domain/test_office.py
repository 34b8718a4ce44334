"""The office's folds: desks and their ranges, clerks, the calendar where the later word about a day stands."""

from datetime import date, time

from onestop_desk.domain.calendar import CutOffRule, DayOff, DueClock, MakeUpDay, Shift
from onestop_desk.domain.office import (
    CalendarImported,
    ClerkAdmitted,
    ClerkDismissed,
    DayCleared,
    DayOffEntered,
    DeskOpened,
    HoursSet,
    MakeUpDayEntered,
    Office,
    OfficeDescribed,
    RangeGranted,
    Role,
    described_office,
    fold_calendar,
    fold_clerk,
    fold_desk,
)

NATIONAL_DAY = DayOff(date(2026, 9, 2), "Quốc khánh")
SATURDAY = MakeUpDay(date(2026, 1, 10), date(2026, 1, 2), "Làm bù")


def test_a_desk_numbers_from_its_ranges_in_the_order_they_were_granted() -> None:
    state = fold_desk([DeskOpened("H31.20.11", 2), RangeGranted(3), RangeGranted(1), RangeGranted(3)])
    assert (state.agency, state.counter, state.extras) == ("H31.20.11", 2, (0, 3, 1))


def test_a_clerk_admitted_again_works_again_with_the_new_roles() -> None:
    events = [ClerkAdmitted("hoa", "Hoa", (Role.RECEPTION,)), ClerkDismissed("nghỉ")]
    assert not fold_clerk(events).is_active
    again = fold_clerk([*events, ClerkAdmitted("hoa", "Nguyễn Thị Hoa", (Role.SUPERVISOR,))])
    assert (again.is_active, again.name, again.roles) == (True, "Nguyễn Thị Hoa", (Role.SUPERVISOR,))


def test_the_last_description_of_the_office_stands() -> None:
    first, last = Office("H31.20.11", "UBND xã Mẫu"), Office("H31.20.11", "UBND xã Mẫu Mới")
    assert described_office([OfficeDescribed(first), OfficeDescribed(last)]) == last
    assert described_office([]) == Office()


def test_an_imported_year_replaces_what_was_entered_for_it_and_leaves_other_years() -> None:
    entered = [DayOffEntered(DayOff(date(2026, 3, 2), "Mất điện")), DayOffEntered(DayOff(date(2025, 3, 3), "Bão"))]
    calendar = fold_calendar([*entered, CalendarImported((2026,), (NATIONAL_DAY,), (SATURDAY,))])
    assert calendar.years == frozenset({2026})
    assert dict(calendar.days_off) == {NATIONAL_DAY.day: "Quốc khánh", date(2025, 3, 3): "Bão"}
    assert calendar.is_working(SATURDAY.day)


def test_the_later_word_about_a_day_stands() -> None:
    off = DayOffEntered(DayOff(SATURDAY.day, "Nghỉ"))
    assert not fold_calendar([MakeUpDayEntered(SATURDAY), off]).is_working(SATURDAY.day)
    assert fold_calendar([off, MakeUpDayEntered(SATURDAY)]).is_working(SATURDAY.day)


def test_a_cleared_day_is_an_ordinary_day_again() -> None:
    calendar = fold_calendar([DayOffEntered(NATIONAL_DAY), DayCleared(NATIONAL_DAY.day)])
    assert calendar.is_working(NATIONAL_DAY.day)


def test_the_hours_and_rules_of_the_office_are_its_own() -> None:
    morning = (Shift(time(8), time(12)),)
    hours = HoursSet((morning,) * 6 + ((),), time(11), CutOffRule.NEXT_DAY, DueClock.END_OF_DAY)
    calendar = fold_calendar([hours])
    assert calendar.shifts_on(date(2026, 11, 28)) == morning
    assert (calendar.cut_off, calendar.cut_off_rule, calendar.due_clock) == (time(11), "next_day", "end_of_day")
