"""On-site-five steps against their own limits: early, on time, late; nights and lunch do not count."""

from datetime import datetime

import pytest

from onestop_desk.domain.calendar import DEFAULT_WEEK, VIETNAM, Timeliness, WorkingCalendar
from onestop_desk.domain.catalogue import ProcedureStep
from onestop_desk.domain.events import StepDone
from onestop_desk.domain.step_time import timed_steps

CALENDAR = WorkingCalendar(DEFAULT_WEEK, {}, {}, frozenset({2026}))
LIMITS = (ProcedureStep("Thẩm định", 2), ProcedureStep("Phê duyệt", 1))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (at(23, 8, 0), Timeliness.BEFORE),
        (at(23, 9, 29), Timeliness.BEFORE),
        (at(23, 9, 30), Timeliness.ON),
        (at(23, 10, 30), Timeliness.ON),
        (at(23, 10, 31), Timeliness.OVER),
    ],
)
def test_a_step_of_two_hours_begun_at_half_past_eight(done: datetime, expected: Timeliness) -> None:
    (timed,) = timed_steps(CALENDAR, [StepDone(done, "Thẩm định")], LIMITS, at(23, 8, 30))
    assert (timed.due_at, timed.timeliness) == (at(23, 10, 30), expected)


def test_each_step_begins_when_the_one_before_it_ended_and_lunch_does_not_count() -> None:
    steps = [StepDone(at(23, 11, 0), "Thẩm định"), StepDone(at(23, 14, 0), "Phê duyệt")]
    second = timed_steps(CALENDAR, steps, LIMITS, at(23, 8, 30))[1]
    assert (second.began_at, second.due_at, second.timeliness) == (at(23, 11, 0), at(23, 14, 0), Timeliness.ON)


def test_a_step_without_a_limit_is_neither_early_nor_late() -> None:
    (timed,) = timed_steps(CALENDAR, [StepDone(at(23, 11), "Đóng dấu")], LIMITS, at(23, 8))
    assert (timed.due_at, timed.timeliness) == (None, None)
