"""What two desks did at once and does not fit: shown with both sides, decided by a supervisor, never overwritten."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import func, select

from onestop_desk.domain.dossier import SetAside, Stage, fold
from onestop_desk.domain.events import ConflictDecided, Verdict
from onestop_desk.domain.office import DeskState, Entry, fold_desk
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.progress import take_step
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import entries_about, written_in

_OPEN = select(*COLUMNS).where(DOSSIER.c.needs_person).order_by(DOSSIER.c.id.desc()).limit(200)


@dataclass(frozen=True, slots=True)
class OneSide:
    """What one desk wrote: the entry, and which counter of which agency it was."""

    entry: Entry
    agency: str
    counter: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """One event that did not fit, beside the one that stands in its way (None: the dossier's stage alone does).
    `stage` is what the dossier was when the event arrived in the feed."""

    dossier: DossierLine
    doubt: SetAside
    late: OneSide
    standing: OneSide | None
    stage: Stage | None


def conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """Return everything that waits for a supervisor, newest dossier first."""
    found: list[Conflict] = []
    with desk.reading() as connection:
        lines = [line_of(row) for row in connection.execute(_OPEN)]
        for line in lines:
            entries = entries_about(connection, f"dossier/{line.uid}")
            state = fold(entries)
            found += [_conflict(connection, line, doubt, entries) for doubt in state.set_aside]
    return tuple(found)


def twins(desk: Desk) -> tuple[tuple[DossierLine, ...], ...]:
    """Return dossiers that have one code and are not one: numbered by two lives of one disk before either knew."""
    twice = select(DOSSIER.c.code).group_by(DOSSIER.c.code).having(func.count() > 1)
    query = select(*COLUMNS).where(DOSSIER.c.code.in_(twice)).order_by(DOSSIER.c.code, DOSSIER.c.id)
    with desk.reading() as connection:
        lines = [line_of(row) for row in connection.execute(query)]
    return tuple(tuple(group) for _, group in groupby(lines, key=lambda line: line.code))


def decide(desk: Desk, uid: str, uids: tuple[str, ...], verdict: Verdict, reason: str) -> None:
    """Close what was set aside on a dossier, with who and why; raises SupervisorNeeded, ReasonMissing, BadValue,
    DossierUnknown."""
    take_step(desk, uid, ConflictDecided(desk.clock(), uids, verdict, reason))


def _conflict(connection: Any, line: DossierLine, doubt: SetAside, entries: tuple[Entry, ...]) -> Conflict:
    place = next(at for at, entry in enumerate(entries) if entry.uid == doubt.uid)
    late = entries[place]
    rival = _rival(doubt, late, entries[:place])
    other = None if rival is None else _side(connection, rival)
    return Conflict(line, doubt, _side(connection, late), other, doubt.stage)


def _rival(doubt: SetAside, late: Entry, before: tuple[Entry, ...]) -> Entry | None:
    """Return the earlier event that the late one met: the same field's correction, or what brought the stage about."""
    event: Any = late.event
    for entry in reversed(before):
        other: Any = entry.event
        if doubt.is_overtaken:
            if other.kind == event.kind and other.field == event.field:
                return entry
        elif fold(before[: before.index(entry)]).stage is not doubt.stage:
            return entry
    return None


def _side(connection: Any, entry: Entry) -> OneSide:
    known = entries_about(connection, f"desk/{entry.stream}")
    known = known or entries_about(connection, f"desk/{written_in(connection, entry)}")
    state = fold_desk(one.event for one in known) if known else DeskState()
    return OneSide(entry, state.agency, state.counter)
