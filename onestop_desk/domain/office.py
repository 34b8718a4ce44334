"""The office as values: its heading, its desks, its clerks, its calendar; and the folds of their events."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from onestop_desk.domain.calendar import (
    DEFAULT_WEEK,
    CutOffRule,
    DayOff,
    DueClock,
    MakeUpDay,
    Shift,
    WorkingCalendar,
)


class Role(StrEnum):
    """What a clerk may do; the full matrix is data for later."""

    RECEPTION = "reception"
    SPECIALIST = "specialist"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class PaperRules:
    """What shapes an office's papers: titles, copies, notes, where a QR code leads. Part of the log, so that a paper
    of last year comes out as it was."""

    title_set: str = "2025"
    receipt_copies: int = 2
    mask_given_copy: bool = True
    note: str = (
        "Khi đến nhận kết quả, mang theo giấy này và giấy tờ tùy thân; "
        "người nhận thay mang theo giấy ủy quyền hợp pháp."
    )
    legal_basis: str = ""
    lookup_address: str = ""
    signer_role: str = "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"
    signer_name: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An agency as its papers name it: `name` is the body (UBND xã …), `heading` its counter's own line."""

    code: str = ""
    name: str = ""
    heading: str = "Bộ phận Tiếp nhận và Trả kết quả"
    place: str = ""
    phone: str = ""
    level: str = "commune"
    papers: PaperRules = field(default_factory=PaperRules)


@dataclass(frozen=True, slots=True)
class OfficeDescribed:
    """The office's name, heading, place and phone are these from now on."""

    kind = "office_described"
    version = 1

    office: Office


@dataclass(frozen=True, slots=True)
class DeskOpened:
    """A stream begins: this counter, with this range of serials. `previous` is the stream that a copied or restored
    database had before."""

    kind = "desk_opened"
    version = 1

    agency: str
    counter: int
    extra: int = 0
    previous: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RangeGranted:
    """An admin gives the counter another range of the day's serials."""

    kind = "range_granted"
    version = 1

    extra: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DeskState:
    """A desk: its agency, counter and the ranges it may number from, in order."""

    agency: str = ""
    counter: int = 0
    extras: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ClerkAdmitted:
    """A clerk may work here under this login name; the password never enters the log."""

    kind = "clerk_admitted"
    version = 1

    login: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class ClerkDismissed:
    """The clerk no longer signs in; what they did stays theirs."""

    kind = "clerk_dismissed"
    version = 1

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClerkState:
    """A clerk as of now."""

    login: str = ""
    name: str = ""
    roles: tuple[Role, ...] = ()
    is_active: bool = False


@dataclass(frozen=True, slots=True)
class CalendarImported:
    """These years are known, with exactly these days; what was entered for them before is replaced."""

    kind = "calendar_imported"
    version = 1

    years: tuple[int, ...]
    days_off: tuple[DayOff, ...] = ()
    make_up: tuple[MakeUpDay, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class DayOffEntered:
    """One day is off."""

    kind = "day_off_entered"
    version = 1

    day: DayOff


@dataclass(frozen=True, slots=True)
class MakeUpDayEntered:
    """One day is worked in place of another."""

    kind = "make_up_day_entered"
    version = 1

    day: MakeUpDay


@dataclass(frozen=True, slots=True)
class DayCleared:
    """One day is an ordinary day of its week again."""

    kind = "day_cleared"
    version = 1

    day: date


@dataclass(frozen=True, slots=True)
class HoursSet:
    """The shifts of the week, Monday first, and the two rules about the clock."""

    kind = "hours_set"
    version = 1

    week: tuple[tuple[Shift, ...], ...]
    cut_off: time = time(15)
    cut_off_rule: CutOffRule = CutOffRule.IGNORE
    due_clock: DueClock = DueClock.SAME_CLOCK


OFFICE_EVENTS = (
    OfficeDescribed,
    DeskOpened,
    RangeGranted,
    ClerkAdmitted,
    ClerkDismissed,
    CalendarImported,
    DayOffEntered,
    MakeUpDayEntered,
    DayCleared,
    HoursSet,
)


def fold_desk(events: Iterable[object]) -> DeskState:
    """Fold one stream's own events in order."""
    state = DeskState()
    for event in events:
        match event:
            case DeskOpened():
                state = DeskState(event.agency, event.counter, (event.extra,))
            case RangeGranted() if event.extra not in state.extras:
                state = replace(state, extras=(*state.extras, event.extra))
    return state


def fold_clerk(events: Iterable[object]) -> ClerkState:
    """Fold one clerk's events in order."""
    state = ClerkState()
    for event in events:
        match event:
            case ClerkAdmitted():
                state = ClerkState(event.login, event.name, event.roles, is_active=True)
            case ClerkDismissed():
                state = replace(state, is_active=False)
    return state


@dataclass(slots=True)
class _Days:
    years: set[int] = field(default_factory=set)
    days_off: dict[date, str] = field(default_factory=dict)
    make_up: dict[date, MakeUpDay] = field(default_factory=dict)

    def clear(self, day: date) -> None:
        self.days_off.pop(day, None)
        self.make_up.pop(day, None)

    def import_years(self, event: CalendarImported) -> None:
        for day in [*self.days_off, *self.make_up]:
            if day.year in event.years:
                self.clear(day)
        self.years.update(event.years)
        self.days_off.update({off.day: off.name for off in event.days_off})
        self.make_up.update({worked.day: worked for worked in event.make_up})


def fold_calendar(events: Iterable[object]) -> WorkingCalendar:
    """Fold one agency's calendar events in order; the later word about a day stands."""
    days = _Days()
    hours = HoursSet(DEFAULT_WEEK)
    for event in events:
        match event:
            case CalendarImported():
                days.import_years(event)
            case DayOffEntered():
                days.clear(event.day.day)
                days.days_off[event.day.day] = event.day.name
            case MakeUpDayEntered():
                days.clear(event.day.day)
                days.make_up[event.day.day] = event.day
            case DayCleared():
                days.clear(event.day)
            case HoursSet():
                hours = event
    return WorkingCalendar(
        week=hours.week,
        days_off=days.days_off,
        make_up=days.make_up,
        years=frozenset(days.years),
        cut_off=hours.cut_off,
        cut_off_rule=hours.cut_off_rule,
        due_clock=hours.due_clock,
    )


def described_office(events: Iterable[object]) -> Office:
    """Return the office as the last description has it."""
    office = Office()
    for event in events:
        if isinstance(event, OfficeDescribed):
            office = event.office
    return office


@dataclass(frozen=True, slots=True)
class ClerkWord:
    """Who an event carries: login and name as they were then."""

    login: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it stands in the log: with its identity, its author and where and when it was written down."""

    uid: str
    subject: str
    event: object
    by: ClerkWord
    recorded_at: datetime
    stream: str
    seq: int
