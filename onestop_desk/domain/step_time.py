"""On-site-five steps timed against their own limits (domain.md §4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from onestop_desk.domain.calendar import Timeliness, WorkingCalendar
from onestop_desk.domain.catalogue import ProcedureStep
from onestop_desk.domain.events import StepDone

_LAST_MINUTES = 60


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step that was done: when it began, when it was due (None: no limit of its own), and how it kept it."""

    step: StepDone
    began_at: datetime
    due_at: datetime | None
    timeliness: Timeliness | None


def timed_steps(
    calendar: WorkingCalendar, steps: Sequence[StepDone], limits: Sequence[ProcedureStep], received_at: datetime
) -> tuple[TimedStep, ...]:
    """Return the steps with their times: each begins when the one before it ended, the first at reception.

    Late is after the step's due moment, on time within the last working hour before it, early before that.
    """
    hours = {limit.name: limit.hours for limit in limits}
    began_at, timed = received_at, []
    for step in steps:
        timed.append(_timed(calendar, step, began_at, hours.get(step.name)))
        began_at = step.at
    return tuple(timed)


def _timed(calendar: WorkingCalendar, step: StepDone, began_at: datetime, hours: int | None) -> TimedStep:
    if hours is None:
        return TimedStep(step, began_at, None, None)
    due_at = calendar.after_minutes(calendar.next_opening(began_at), hours * 60)
    if step.at > due_at:
        return TimedStep(step, began_at, due_at, Timeliness.OVER)
    left = calendar.minutes_between(step.at, due_at)
    return TimedStep(step, began_at, due_at, Timeliness.BEFORE if left > _LAST_MINUTES else Timeliness.ON)
