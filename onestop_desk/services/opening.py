"""Opening day: a new data folder, another range, a new stream for a copied or restored folder."""

import uuid
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from onestop_desk.domain.codes import AgencyCode, serial_range
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import CalendarImported, DeskOpened, Office, OfficeDescribed, RangeGranted, fold_desk
from onestop_desk.domain.text import clean
from onestop_desk.models.schema import make_register, open_register
from onestop_desk.models.session import file_faults_named
from onestop_desk.services.calendar_seed import FIRST_YEAR, LAST_YEAR, seed_days
from onestop_desk.services.desk import (
    REGISTER,
    Clock,
    Desk,
    begin_life,
    keep_fact,
    lock_folder,
    look_into,
    open_desk,
    system_clock,
)
from onestop_desk.services.fault import AlreadySetUp, RangeTaken
from onestop_desk.services.lives import take_along
from onestop_desk.services.record import Writing, entries_under, record
from onestop_desk.settings import Settings, save_settings

MOST_EXTRAS = 99


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the set-up page asks for about the office and this counter."""

    office: Office
    counter: int
    extra: int = 0
    settings: Settings = field(default_factory=Settings)


def set_up(folder: Path, plan: SetUp, clock: Clock = system_clock) -> Desk:
    """Make the data folder, the register and the station's identity, and open the desk.

    The register gets its name when it is whole: a set-up cut short at any moment leaves one to begin anew.
    """
    plan = replace(plan, office=sound_office(plan.office))
    serial_range(plan.counter, plan.extra)
    with file_faults_named(folder / REGISTER):
        folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()
    lock = lock_folder(folder)
    try:
        if (folder / REGISTER).exists():
            raise AlreadySetUp(str(folder))
        with file_faults_named(folder / REGISTER):
            save_settings(folder, plan.settings)
            stream = _make_whole(folder, plan, clock)
        desk = Desk(folder, open_register(folder / REGISTER), stream, plan.settings, clock, lock=lock)
        try:
            begin_life(desk)
        except BaseException:
            desk.database.close()
            raise
    except BaseException:
        lock.release()
        raise
    return desk


def _make_whole(folder: Path, plan: SetUp, clock: Clock) -> str:
    unfinished = folder / f"{REGISTER}.new"
    for rest in folder.glob(f"{unfinished.name}*"):
        rest.unlink()
    desk = Desk(folder, make_register(unfinished), uuid.uuid4().hex, plan.settings, clock)
    with closing(desk), desk.writing() as writing:
        _open_stream(writing, desk, DeskOpened(plan.office.code, plan.counter, plan.extra))
        record(writing, desk, f"office/{plan.office.code}", OfficeDescribed(plan.office))
        record(writing, desk, f"calendar/{plan.office.code}", seed_event())
    unfinished.replace(folder / REGISTER)
    return desk.stream


def sound_office(office: Office) -> Office:
    """Return the office with clean texts and a checked agency code."""
    name = clean(office.name)
    if not name:
        raise BadValue("office.name", "empty")
    return replace(
        office,
        code=str(AgencyCode.parse(office.code)),
        name=name,
        heading=clean(office.heading) or Office().heading,
        place=clean(office.place),
        phone=clean(office.phone),
    )


def describe_office(desk: Desk, office: Office) -> None:
    """Change the office's name, heading, place or phone; its code stays."""
    sound = sound_office(office)
    if sound.code != desk.state.agency:
        raise BadValue("office.code", "fixed", sound.code)
    with desk.writing() as writing:
        record(writing, desk, f"office/{sound.code}", OfficeDescribed(sound))


def grant_range(desk: Desk, extra: int, reason: str) -> None:
    """Give this counter another range of the day's serials; one that any known desk uses is refused."""
    with desk.writing() as writing:
        _require_free(writing, desk.state.agency, desk.state.counter, extra)
        record(writing, desk, f"desk/{desk.stream}", RangeGranted(extra, clean(reason)))


def adopt_copy(folder: Path, counter: int, extra: int, reason: str, clock: Clock = system_clock) -> Desk:
    """Open a new stream on a copied, moved or restored folder, numbering from a range that its log has not seen; what
    the centre has not confirmed moves into it."""
    folder = folder.resolve()
    lock = lock_folder(folder)
    try:
        with closing(look_into(folder, clock)) as desk:
            agency = desk.state.agency
            with desk.writing() as writing:
                _require_free(writing, agency, counter, extra)
                opened = DeskOpened(agency, counter, extra, desk.stream, clean(reason))
                fresh, _ = take_along(writing, desk, opened)
            desk.stream = fresh
            begin_life(desk)
    finally:
        lock.release()
    return open_desk(folder, clock)


def free_extra(desk: Desk, counter: int) -> int:
    """Return the lowest range of this counter that no desk in this log has used."""
    with desk.reading() as connection:
        used = {
            extra
            for _, entries in entries_under(connection, "desk/")
            for state in [fold_desk(entry.event for entry in entries)]
            if (state.agency, state.counter) == (desk.state.agency, counter)
            for extra in state.extras
        }
    return next(extra for extra in range(MOST_EXTRAS + 1) if extra not in used)


def is_range_shared(desk: Desk) -> bool:
    """Tell whether another desk in this log has numbered from a range of this one: a revoked station's, for none that
    lives has the same counter."""
    own = desk.state
    with desk.reading() as connection:
        others = [
            fold_desk(entry.event for entry in entries)
            for subject, entries in entries_under(connection, "desk/")
            if subject != f"desk/{desk.stream}"
        ]
    same = (other for other in others if (other.agency, other.counter) == (own.agency, own.counter))
    return any(set(other.extras) & set(own.extras) for other in same)


def seed_event() -> CalendarImported:
    """Return the calendar that a new office starts with."""
    days_off, make_up = seed_days(FIRST_YEAR, LAST_YEAR)
    years = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
    return CalendarImported(years, days_off, make_up, "holidays VN + QĐ")


def _open_stream(writing: Writing, desk: Desk, opened: DeskOpened) -> None:
    keep_fact(writing.connection, "stream", desk.stream)
    record(writing, desk, f"desk/{desk.stream}", opened)


def _require_free(writing: Writing, agency: str, counter: int, extra: int) -> None:
    serial_range(counter, extra)
    for _, entries in entries_under(writing.connection, "desk/"):
        state = fold_desk(entry.event for entry in entries)
        if (state.agency, state.counter) == (agency, counter) and extra in state.extras:
            raise RangeTaken(counter, extra)
