"""Refusals and guidance at the counter count in a report of their own, on the days on which they were given."""

from datetime import date, datetime

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import number_of
from onestop_desk.domain.measures import Period
from onestop_desk.services import guidance, months
from onestop_desk.services.clock import confirm_clock
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.report_list import report
from onestop_desk.services.report_tables import ReportAsk
from tests.desks import SettableClock, an_owner

ASKED = guidance.Request(an_owner(), "Cấp lại bằng lái")


def _counted(desk: Desk, first: date, last: date) -> list[list[int]]:
    table = report(desk, "visits", ReportAsk(Period(first, last))).table
    return [[number_of(cell) for cell in row[1:]] for row in table.all_rows]


def test_who_was_turned_away_is_counted_by_counter_and_day(desk: Desk, clock: SettableClock) -> None:
    guidance.refuse_at_counter(desk, ASKED, "không thuộc thẩm quyền")
    guidance.give_guidance(desk, ASKED, ("Ảnh",))
    clock.forward(days=1)
    guidance.refuse_at_counter(desk, ASKED, "không thuộc thẩm quyền")
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert _counted(desk, monday, tuesday) == [[2, 1, 3], [2, 1, 3]]
    assert _counted(desk, monday, monday) == [[1, 1, 2], [1, 1, 2]]
    assert _counted(desk, tuesday, tuesday) == [[1, 0, 1], [1, 0, 1]]
    assert _counted(desk, date(2026, 12, 1), date(2026, 12, 31)) == [[0, 0, 0]]


def test_a_visit_told_after_its_month_was_closed_counts_in_the_next(desk: Desk, clock: SettableClock) -> None:
    clock.now = datetime(2026, 10, 30, 9, tzinfo=VIETNAM)
    confirm_clock(desk)
    guidance.refuse_at_counter(desk, ASKED, "không thuộc thẩm quyền")
    clock.now, desk.clerk = datetime(2026, 11, 2, 9, tzinfo=VIETNAM), PROGRAM
    months.close_month(desk, date(2026, 10, 1))
    clock.now = datetime(2026, 10, 30, 10, tzinfo=VIETNAM)  # a clock that is set back
    confirm_clock(desk)
    guidance.give_guidance(desk, ASKED, ("Ảnh",))
    assert _counted(desk, date(2026, 10, 1), date(2026, 10, 31)) == [[1, 0, 1], [1, 0, 1]]
    assert _counted(desk, date(2026, 11, 1), date(2026, 11, 30)) == [[0, 1, 1], [0, 1, 1]]
    assert _counted(desk, date(2026, 10, 1), date(2026, 11, 30)) == [[1, 1, 2], [1, 1, 2]]
