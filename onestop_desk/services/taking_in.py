"""A chunk of import lines in one transaction: each line meets the state that the lines before it have made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from onestop_desk.domain.codes import read_dossier_code
from onestop_desk.domain.correction import DUE_AT
from onestop_desk.domain.dossier import DossierState, evolve, fold
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Received
from onestop_desk.domain.office import ClerkWord, Entry
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown, LineChanged
from onestop_desk.services.intake import prepare_sound
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.receive_line import ReceiveLine
from onestop_desk.services.record import History, Writing, histories_of, record_many
from onestop_desk.services.step import Correction, Step, cleaned, event_for, event_kind
from onestop_desk.services.step_line import StepLine

_WHERE = select(DOSSIER.c.ref, DOSSIER.c.code, DOSSIER.c.uid)
_BY_REF = _WHERE.where(DOSSIER.c.ref.in_(bindparam("names", expanding=True)))
_BY_CODE = _WHERE.where(DOSSIER.c.code.in_(bindparam("names", expanding=True)))


@dataclass(frozen=True, slots=True)
class Taken:
    """A line whose fact is in the register; `is_new` is False when it was there before."""

    uid: str
    code: str
    due_at: datetime | None
    is_new: bool


@dataclass(slots=True)
class _Known:
    """A dossier as the lines so far have made it."""

    history: History
    state: DossierState
    events: list[Any]


class TakingIn:
    """Takes lines one by one and stores what they say in one go; what is refused has changed nothing."""

    def __init__(self, writing: Writing, desk: Desk, lines: Sequence[ReceiveLine | StepLine]) -> None:
        """Look up every dossier that the lines are about."""
        self._writing, self._desk = writing, desk
        self._about: list[tuple[str, Any]] = []
        self._authors: list[ClerkWord] = []
        self._uid_of: dict[str, str] = {}
        refs = [line.form.ref for line in lines if isinstance(line, ReceiveLine)]
        names = [line.dossier for line in lines if isinstance(line, StepLine)]
        self._find([*refs, *(f"import:{name}" for name in names)], [_official(name) for name in names])
        histories = histories_of(writing.connection, set(self._uid_of.values()))
        self._known = {uid: _known(history) for uid, history in histories.items()}

    def take(self, line: ReceiveLine | StepLine) -> Taken:
        """Take one line; raises what intake and services.step refuse, DossierUnknown and LineChanged."""
        return self._receive(line) if isinstance(line, ReceiveLine) else self._step(line)

    def store(self) -> None:
        """Write what was taken to the log and the projections."""
        histories = {uid: known.history for uid, known in self._known.items()}
        record_many(self._writing, self._desk, self._about, histories, self._authors)

    def _receive(self, line: ReceiveLine) -> Taken:
        earlier = self._uid_of.get(line.form.ref)
        if earlier is not None:
            return self._received_before(line, earlier)
        prepared = prepare_sound(self._writing, self._desk, line.form)
        uid, event = prepared.uid, prepared.event
        self._uid_of |= {line.form.ref: uid, event.code: uid}
        self._known[uid] = _Known(History(), DossierState(), [])
        self._add(uid, event, self._desk.clerk)
        return Taken(uid, event.code, event.due.due_at, is_new=True)

    def _received_before(self, line: ReceiveLine, uid: str) -> Taken:
        received = next(event for event in self._known[uid].events if isinstance(event, Received))
        field = line.contradiction(received)
        if field is not None:
            raise LineChanged(received.code, field)
        return Taken(uid, received.code, received.due.due_at, is_new=False)

    def _step(self, line: StepLine) -> Taken:
        uid = self._uid_of.get(f"import:{line.dossier}") or self._uid_of.get(_official(line.dossier))
        if uid is None:
            raise DossierUnknown(line.dossier)
        known = self._known[uid]
        if any(_says(event, line.step) for event in known.events):
            return Taken(uid, known.state.code, known.state.due_at, is_new=False)
        event = event_for(self._desk, known.state, line.step)
        self._add(uid, event, ClerkWord("", line.by) if line.by else self._desk.clerk)
        return Taken(uid, known.state.code, known.state.due_at, is_new=True)

    def _add(self, uid: str, event: Any, author: ClerkWord) -> None:
        known = self._known[uid]
        place = f"{uid}/{len(known.events)}"
        entry = Entry(place, f"dossier/{uid}", event, author, self._desk.clock(), self._desk.stream, 0)
        known.state = evolve(known.state, entry)
        known.events.append(event)
        self._about.append((uid, event))
        self._authors.append(author)

    def _find(self, refs: Iterable[str], codes: Iterable[str]) -> None:
        for query, names in ((_BY_REF, refs), (_BY_CODE, codes)):
            for row in self._writing.connection.execute(query, {"names": sorted(set(names))}):
                self._uid_of |= {row.ref: row.uid, row.code: row.uid}


def _known(history: History) -> _Known:
    return _Known(history, fold(history.entries), [entry.event for entry in history.entries])


def _official(name: str) -> str:
    """Return the official spelling of a dossier code; any other name as it is."""
    try:
        return read_dossier_code(name).official
    except BadValue:
        return name


def _says(event: Any, step: Step) -> bool:
    """Tell whether an event is what this step had said: the same kind at the same time, equal in all that the step
    names; what it left to be computed is not compared."""
    if type(event) is not event_kind(step):
        return False
    said = cleaned(step)
    if isinstance(said, Correction) and said.field != DUE_AT and said.value != event.new:
        return False
    told = [one for one in fields(said) if hasattr(event, one.name)]
    return all(getattr(said, one.name) in (getattr(event, one.name), one.default) for one in told)
