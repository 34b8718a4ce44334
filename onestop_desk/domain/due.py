"""Due moments with their explanation, and what a stopped clock does to them (domain.md §3)."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from onestop_desk.domain.calendar import (
    CALENDAR_UNITS,
    PAUSE,
    VIETNAM,
    CutOffRule,
    Due,
    Limit,
    Skipped,
    Unit,
    WorkingCalendar,
    local_minute,
    on,
)

_DAY = timedelta(days=1)


def due_moment(calendar: WorkingCalendar, received_at: datetime, limit: Limit) -> Due:
    """Return when a dossier received at `received_at` is due, and why then (domain.md §3.1 to §3.7)."""
    received = local_minute(received_at)
    started = _start(calendar, received, limit.unit)
    if limit.unit is Unit.NONE:
        return Due(None, started, (), (), limit, ())
    due_at, counted = _count(calendar, started, limit)
    if limit.unit in CALENDAR_UNITS:
        waiting = _off_days(calendar, received.date(), started.date())
        skipped = (*waiting, *_off_days(calendar, counted[-1], due_at.date()))
    else:
        skipped = _off_days(calendar, received.date(), due_at.date())
    return Due(due_at, started, counted, skipped, limit, _missing(calendar, received, due_at))


def restart(calendar: WorkingCalendar, due: Due, resumed_at: datetime) -> Due:
    """Return the promise counted anew, as if the dossier had been received at `resumed_at` (domain.md §3.9)."""
    return due_moment(calendar, resumed_at, due.limit)


def after_pause(calendar: WorkingCalendar, due: Due, paused_at: datetime, resumed_at: datetime) -> Due:
    """Return the promise moved by what was waited between two moments, whatever hour they fall on (domain.md §3.9).

    A working-day limit keeps the working days that were left: each working day after the day of the pause, up to the
    day of resumption, adds one; a moment outside the shifts counts as the opening that follows. Hour limits add the
    minutes worked meanwhile; calendar limits add the calendar days between the two dates and roll forward.
    Pauses may follow one another but not overlap: two reasons at the same time are one pause.
    """
    if due.due_at is None:
        return due
    # What comes out of the log stands in UTC: its clocks and days are not those of the office.
    due = replace(due, due_at=due.due_at.astimezone(VIETNAM), started_at=due.started_at.astimezone(VIETNAM))
    assert due.due_at is not None
    pause = (max(local_minute(paused_at), due.started_at), local_minute(resumed_at))
    if due.limit.unit is Unit.WORKING_HOUR:
        return _hours_later(calendar, due, due.due_at, pause)
    if due.limit.unit in CALENDAR_UNITS:
        return _calendar_days_later(calendar, due, due.due_at, pause)
    return _working_days_later(calendar, due, due.due_at, pause)


def _start(calendar: WorkingCalendar, received: datetime, unit: Unit) -> datetime:
    obeys_cut_off = unit is Unit.SAME_DAY or calendar.cut_off_rule is CutOffRule.NEXT_DAY
    if obeys_cut_off and received.time() > calendar.cut_off:
        return calendar.opening_after(received.date())
    return calendar.next_opening(received)


def _count(calendar: WorkingCalendar, started: datetime, limit: Limit) -> tuple[datetime, tuple[date, ...]]:
    day = started.date()
    match limit.unit:
        case Unit.SAME_DAY:
            return calendar.closing(day), (day,)
        case Unit.WORKING_DAY:
            counted = calendar.working_days_after(day, limit.value)
            return calendar.clip(counted[-1], started.time()), counted
        case Unit.WORKING_HOUR:
            due_at = calendar.after_minutes(started, limit.value * 60)
            days = calendar.working_days_within(day - _DAY, due_at.date())
            return due_at, tuple(one for one in days if _worked(calendar, one, (started, due_at)))
        case Unit.CALENDAR_MONTH:
            counted = tuple(_months_after(day, number) for number in range(1, limit.value + 1))
        case _:
            counted = tuple(day + timedelta(days=number) for number in range(1, limit.value + 1))
    return calendar.clip(_rolled_forward(calendar, counted[-1]), started.time()), counted


def _working_days_later(calendar: WorkingCalendar, due: Due, due_at: datetime, pause: tuple[datetime, datetime]) -> Due:
    first, last = (calendar.next_opening(moment).date() for moment in pause)
    waited = calendar.working_days_within(first, last)
    if not waited:
        return due
    added = calendar.working_days_after(due_at.date(), len(waited))
    counted = sorted({*due.counted, *added} - {*waited})[: len(due.counted)]
    skipped = (*due.skipped, *_off_days(calendar, due_at.date() + _DAY, added[-1]))
    moved = calendar.clip(added[-1], _clock(calendar, due, due_at))
    if due.limit.unit is Unit.SAME_DAY:
        moved = calendar.closing(added[-1])
    return _moved(calendar, due, moved, tuple(counted), _with_pause(skipped, waited))


def _hours_later(calendar: WorkingCalendar, due: Due, due_at: datetime, pause: tuple[datetime, datetime]) -> Due:
    minutes = calendar.minutes_between(*pause)
    if not minutes:
        return due
    moved = calendar.after_minutes(due_at, minutes)
    whole = (due.started_at, max(moved, pause[1]))
    touched = calendar.working_days_within(pause[0].date() - _DAY, pause[1].date())
    waited = tuple(day for day in touched if 0 < _worked(calendar, day, pause) == _worked(calendar, day, whole))
    added = calendar.working_days_within(due_at.date(), moved.date()) if pause[0] < due_at else ()
    counted = sorted({*due.counted, *added} - {*waited})
    skipped = (*due.skipped, *_off_days(calendar, due_at.date() + _DAY, moved.date()))
    return _moved(calendar, due, moved, tuple(counted), _with_pause(skipped, waited))


def _calendar_days_later(
    calendar: WorkingCalendar, due: Due, due_at: datetime, pause: tuple[datetime, datetime]
) -> Due:
    begin, end = (moment.date() for moment in pause)
    waited = tuple(begin + timedelta(days=number) for number in range(1, (end - begin).days + 1))
    if not waited:
        return due
    earlier_end = _end_before_rolling(calendar, due, due_at)
    count_end = earlier_end + timedelta(days=len(waited))
    moved = calendar.clip(_rolled_forward(calendar, count_end), _clock(calendar, due, due_at))
    if due.limit.unit is Unit.CALENDAR_MONTH:
        counted = (*due.counted[:-1], count_end)
    else:
        added = {earlier_end + timedelta(days=number) for number in range(1, len(waited) + 1)}
        counted = tuple(sorted({*due.counted, *added} - {*waited})[: len(due.counted)])
    start = due.started_at.date()
    kept = (one for one in due.skipped if one.why == PAUSE or one.day < start)
    skipped = (*kept, *_off_days(calendar, count_end, moved.date()))
    return _moved(calendar, due, moved, counted, _with_pause(skipped, waited))


def _end_before_rolling(calendar: WorkingCalendar, due: Due, due_at: datetime) -> date:
    """Return the last day of a calendar count before it rolled forward; of an extended one, its due day."""
    start, value = due.started_at.date(), due.limit.value
    is_months = due.limit.unit is Unit.CALENDAR_MONTH
    plain = _months_after(start, value) if is_months else start + timedelta(days=value)
    end = plain + timedelta(days=sum(one.why == PAUSE for one in due.skipped))
    return end if _rolled_forward(calendar, end) == due_at.date() else due_at.date()


def _clock(calendar: WorkingCalendar, due: Due, due_at: datetime) -> time:
    """Return the clock to keep: that of the start when the due moment follows from it, else its own."""
    started = due.started_at.time()
    return started if calendar.clip(due_at.date(), started) == due_at else due_at.time()


def _moved(
    calendar: WorkingCalendar, due: Due, due_at: datetime, counted: tuple[date, ...], skipped: tuple[Skipped, ...]
) -> Due:
    missing = {*due.missing_years, *_missing(calendar, due.started_at, due_at)}
    return replace(due, due_at=due_at, counted=counted, skipped=skipped, missing_years=tuple(sorted(missing)))


def _with_pause(skipped: tuple[Skipped, ...], waited: tuple[date, ...]) -> tuple[Skipped, ...]:
    by_day = {one.day: one for one in skipped}
    by_day.update((day, Skipped(day, PAUSE)) for day in waited)
    return tuple(by_day[day] for day in sorted(by_day))


def _worked(calendar: WorkingCalendar, day: date, span: tuple[datetime, datetime]) -> int:
    """Return the minutes worked on `day` inside `span`."""
    midnight = on(day, time())
    return calendar.minutes_between(max(span[0], midnight), min(span[1], midnight + _DAY))


def _months_after(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or that month's last day when it lacks the day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _rolled_forward(calendar: WorkingCalendar, day: date) -> date:
    """Return `day`, or the next working day when it is off (Civil Code 2015, art. 148.5)."""
    return day if calendar.is_working(day) else calendar.working_days_after(day, 1)[0]


def _off_days(calendar: WorkingCalendar, first: date, before: date) -> tuple[Skipped, ...]:
    """Return the days off from `first` up to, not including, `before`, each with its reason."""
    span = (first + timedelta(days=offset) for offset in range((before - first).days))
    return tuple(Skipped(day, why) for day in span if (why := calendar.why_off(day)) is not None)


def _missing(calendar: WorkingCalendar, first: datetime, last: datetime) -> tuple[int, ...]:
    years = range(first.year, last.year + 1)
    return tuple(year for year in years if year not in calendar.years)
