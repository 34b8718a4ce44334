"""A dossier is its events, folded in order; what may follow what is one table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from typing import Any

from onestop_desk.domain.application import Charge, GivenPaper, Party
from onestop_desk.domain.calendar import Due, Timeliness, timeliness
from onestop_desk.domain.chain import UnknownEvent
from onestop_desk.domain.correction import DUE_AT, PROCEDURE, corrected_reception, recorded_text
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    DOSSIER_EVENTS,
    Collector,
    ConflictDecided,
    Corrected,
    Extended,
    Finished,
    HandedOver,
    HandOverDeclined,
    Noted,
    Notified,
    Paid,
    PaymentRequested,
    Printed,
    ProcedureOfTheDay,
    Rated,
    Received,
    Refused,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    Supplemented,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.domain.office import Entry


class Stage(IntEnum):
    """The national state numbers (domain.md §4)."""

    WAITING = 1
    RECEIVED = 2
    NOT_ACCEPTED = 3
    IN_PROGRESS = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    FINISHED = 9
    RETURNED = 10


CLOSED = frozenset({Stage.NOT_ACCEPTED, Stage.WITHDRAWN, Stage.STOPPED, Stage.RETURNED})
"""Stages in which nothing more is owed to the person."""

ENDED = CLOSED | {Stage.FINISHED}
"""Stages in which the processing has ended: the due moment is met or missed."""

_MOVED = (HandedOver, TakenOver, HandOverDeclined)
_AT_WORK = (
    *(*_MOVED, StepDone, SupplementRequested, PaymentRequested, Paid),
    *(Extended, Finished, Withdrawn, Stopped, Refused),
)
_ALWAYS = (Corrected, Noted, Printed, ConflictDecided)

MAY_FOLLOW: dict[Stage | None, frozenset[type]] = {
    None: frozenset({Received, HandedOver}),
    Stage.WAITING: frozenset({*_ALWAYS, Refused, Withdrawn}),
    Stage.RECEIVED: frozenset({*_ALWAYS, *_AT_WORK}),
    Stage.IN_PROGRESS: frozenset({*_ALWAYS, *_AT_WORK}),
    Stage.SUPPLEMENT: frozenset({*_ALWAYS, Supplemented, Withdrawn, Stopped}),
    Stage.PAYMENT: frozenset({*_ALWAYS, Paid, Withdrawn, Stopped}),
    Stage.FINISHED: frozenset({*_ALWAYS, *_MOVED, Paid, Notified, Returned, Rated}),
    Stage.RETURNED: frozenset({*_ALWAYS, ReturnRecalled, Rated}),
    Stage.WITHDRAWN: frozenset({*_ALWAYS, Rated}),
    Stage.STOPPED: frozenset({*_ALWAYS, Rated}),
    Stage.NOT_ACCEPTED: frozenset({*_ALWAYS, Rated}),
}
"""Which events are lawful at which stage; None is a dossier that does not exist here yet: it is received, or another
agency hands it over with its content."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An event that did not fit what it met: not lawful at that stage, or (`is_overtaken`) a correction of a value that
    another desk had corrected meanwhile, which stands as the later word. Kept, shown, and a task for a person."""

    uid: str
    kind: str
    stage: Stage | None
    is_overtaken: bool = False


@dataclass(frozen=True)
class DossierState:
    """What a dossier is now. `received` is None only while nothing lawful has arrived. Without slots: see `_with`."""

    received: Received | None = None
    stage: Stage | None = None
    owner: Party = Party("")
    procedure: ProcedureOfTheDay = ProcedureOfTheDay("", "", "")
    papers: tuple[GivenPaper, ...] = ()
    due: Due | None = None
    original_due_at: datetime | None = None
    due_at: datetime | None = None
    extensions: int = 0
    holder: str = ""
    is_on_the_way: bool = False
    held_before: str = ""
    paused_at: datetime | None = None
    deadline: datetime | None = None
    steps: tuple[StepDone, ...] = ()
    missing: tuple[str, ...] = ()
    owed: int = 0
    paid: int = 0
    refunded: int = 0
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    collector: Collector | None = None
    results: tuple[str, ...] = ()
    refused_reason: str = ""
    printed: tuple[Printed, ...] = ()
    rating: Rated | None = None
    replaces_receipt: bool = False
    set_aside: tuple[SetAside, ...] = ()

    @property
    def code(self) -> str:
        """The official dossier code; empty before reception."""
        return self.received.code if self.received else ""

    @property
    def measured_due_at(self) -> datetime | None:
        """The promise that figures measure against: the first one, whatever an apology says; none where the clock had
        stopped by that day and was not set going again, for what waits for the person is never late
        (docs/decisions/0019)."""
        if self.original_due_at is None or self.paused_at is None:
            return self.original_due_at
        stopped_late = timeliness(self.paused_at, self.original_due_at) is Timeliness.OVER
        return self.original_due_at if stopped_late else None

    @property
    def timeliness(self) -> Timeliness | None:
        """Before, on or over the measured due date; None while the processing goes on."""
        return None if self.finished_at is None else timeliness(self.finished_at, self.measured_due_at)

    @property
    def charge(self) -> Charge:
        """The fee as it stands on the receipt."""
        return self.received.charge if self.received else Charge()

    @property
    def still_owed(self) -> int:
        """What is left to be paid, in đồng."""
        return max(0, self.owed - self.paid)

    def copies_of(self, form: str, of: str = "") -> int:
        """How often this form about this event (empty: the reception) was printed again."""
        return sum(1 for printed in self.printed if (printed.form, printed.of) == (form, of))


def is_lawful(stage: Stage | None, event: object) -> bool:
    """Tell whether the event may happen at this stage."""
    if stage is None and isinstance(event, HandedOver):
        return event.content is not None
    return type(event) in MAY_FOLLOW[stage]


def evolve(state: DossierState, entry: Entry) -> DossierState:
    """Return the state after one event; an unlawful one is set aside and changes nothing else."""
    event: Any = entry.event
    if isinstance(event, UnknownEvent):  # folded once this program knows its kind
        return state
    if not is_lawful(state.stage, event):
        return _doubting(state, SetAside(entry.uid, event.kind, state.stage))
    if isinstance(event, Corrected) and _is_overtaken(state, event):
        state = _doubting(state, SetAside(entry.uid, event.kind, state.stage, is_overtaken=True))
    return _EVOLVE[type(event)](state, event)


def fold(entries: Iterable[Entry]) -> DossierState:
    """Fold a dossier's entries in the log's order; an event seen twice (same uid) counts once."""
    state, seen = DossierState(), set[str]()
    for entry in entries:
        if entry.uid not in seen:
            seen.add(entry.uid)
            state = evolve(state, entry)
    return state


def _with(state: DossierState, **changes: Any) -> DossierState:
    """Return the state with some values changed, as `dataclasses.replace` would in ten times the time: every event of
    every fold comes through here."""
    after = object.__new__(DossierState)
    after.__dict__.update(state.__dict__, **changes)
    return after


def _doubting(state: DossierState, doubt: SetAside) -> DossierState:
    return _with(state, set_aside=(*state.set_aside, doubt))


def _is_overtaken(state: DossierState, event: Corrected) -> bool:
    """Tell whether the value that was put right is no longer the one that the desk saw. A promise is computed anew
    by other steps too, so it is not compared."""
    if state.received is None or event.field == DUE_AT:
        return False
    if event.field == PROCEDURE:
        return state.procedure.code != event.old
    try:
        return recorded_text(state.received, event.field) != event.old
    except BadValue:
        return False


def _conflict_decided(state: DossierState, event: ConflictDecided) -> DossierState:
    open_still = tuple(doubt for doubt in state.set_aside if doubt.uid not in event.uids)
    return _with(state, set_aside=open_still)


def _received(state: DossierState, event: Received) -> DossierState:
    return _with(
        state,
        received=event,
        stage=Stage.RECEIVED,
        owner=event.owner,
        procedure=event.procedure,
        papers=event.papers,
        due=event.due,
        original_due_at=event.due.due_at,
        due_at=event.due.due_at,
        owed=event.charge.amount,
    )


def _handed_over(state: DossierState, event: HandedOver) -> DossierState:
    if state.received is None and event.content is not None:
        state = _received(state, event.content)
    stage = state.stage if state.stage is Stage.FINISHED else Stage.IN_PROGRESS
    return _with(state, stage=stage, holder=event.to, held_before=state.holder, is_on_the_way=True)


def _taken_over(state: DossierState, event: TakenOver) -> DossierState:
    return _with(state, holder=event.by or state.holder, is_on_the_way=False)


def _hand_over_declined(state: DossierState, _event: HandOverDeclined) -> DossierState:
    return _with(state, holder=state.held_before, held_before="", is_on_the_way=False)


def _step_done(state: DossierState, event: StepDone) -> DossierState:
    return _with(state, stage=Stage.IN_PROGRESS, steps=(*state.steps, event))


def _supplement_requested(state: DossierState, event: SupplementRequested) -> DossierState:
    stopped = _with(state, stage=Stage.SUPPLEMENT, paused_at=event.at)
    return _with(stopped, missing=event.missing, deadline=event.deadline)


def _supplemented(state: DossierState, event: Supplemented) -> DossierState:
    after = _with(state, missing=(), deadline=None, papers=_completed(state.papers, event.papers))
    return _back_to_work(after, event.due, event.extended_to)


def _completed(had: tuple[GivenPaper, ...], brought: tuple[GivenPaper, ...]) -> tuple[GivenPaper, ...]:
    """Return the papers of a dossier after a supplement: one that was doubtful or not there is replaced by what was
    brought under its name, of a good one there are more now."""
    papers = list(had)
    for new in brought:
        place = next((at for at, old in enumerate(papers) if old.name == new.name), None)
        if place is None:
            papers.append(new)
        else:
            papers[place] = _more_of(papers[place], new)
    return tuple(papers)


def _more_of(old: GivenPaper, new: GivenPaper) -> GivenPaper:
    had = (0, 0) if old.doubt else (old.originals, old.copies)
    return GivenPaper(new.name, had[0] + new.originals, had[1] + new.copies, old.required, new.doubt)


def _payment_requested(state: DossierState, event: PaymentRequested) -> DossierState:
    return _with(state, stage=Stage.PAYMENT, owed=state.owed + event.amount, paused_at=event.at)


def _paid(state: DossierState, event: Paid) -> DossierState:
    settled = state.still_owed if event.exempt_reason else event.amount
    after = _with(state, paid=state.paid + settled)
    return _back_to_work(after, event.due, event.extended_to) if state.stage is Stage.PAYMENT else after


def _back_to_work(state: DossierState, due: Due | None, extended_to: datetime | None) -> DossierState:
    after = _with(state, stage=Stage.IN_PROGRESS, paused_at=None)
    if due is None:
        return after
    return _with(after, due=due, due_at=extended_to or due.due_at, original_due_at=due.due_at)


def _extended(state: DossierState, event: Extended) -> DossierState:
    return _with(state, due_at=event.until, extensions=state.extensions + 1)


def _finished(state: DossierState, event: Finished) -> DossierState:
    after = _with(state, stage=Stage.FINISHED, finished_at=event.at)
    return _with(after, results=event.results, refused_reason=event.refused_reason)


def _unchanged(state: DossierState, _event: object) -> DossierState:
    return state


def _returned(state: DossierState, event: Returned) -> DossierState:
    return _with(state, stage=Stage.RETURNED, returned_at=event.at, collector=event.collector)


def _return_recalled(state: DossierState, _event: ReturnRecalled) -> DossierState:
    return _with(state, stage=Stage.FINISHED, returned_at=None, collector=None)


def _ended_as(stage: Stage) -> Callable[[DossierState, Any], DossierState]:
    def end(state: DossierState, event: Withdrawn | Stopped | Refused) -> DossierState:
        refunded = 0 if isinstance(event, Refused) else event.refunded
        return _with(state, stage=stage, finished_at=event.at, refunded=refunded)

    return end


def _corrected(state: DossierState, event: Corrected) -> DossierState:
    received = _put_right(state.received, event)
    assert received is not None
    after = _with(state, received=received, owner=received.owner, replaces_receipt=True)
    if event.procedure is not None:
        after = _with(after, procedure=event.procedure)
    if event.due is not None:
        after = _with(after, due=event.due, due_at=event.due.due_at, original_due_at=event.due.due_at)
    return after if event.charge is None else _charged(after, event.charge.amount - state.charge.amount)


def _put_right(received: Received | None, event: Corrected) -> Received | None:
    if received is None:
        return None
    if event.charge is not None:
        received = replace(received, charge=event.charge)
    try:
        return corrected_reception(received, event.field, event.new)
    except BadValue:  # written by a later program that knows more fields: the fact stays in the log
        return received


def _charged(state: DossierState, more: int) -> DossierState:
    return _with(state, owed=state.owed + more)


def _rated(state: DossierState, event: Rated) -> DossierState:
    return _with(state, rating=event)


def _printed(state: DossierState, event: Printed) -> DossierState:
    return _with(state, printed=(*state.printed, event))


_EVOLVE: dict[type, Callable[[DossierState, Any], DossierState]] = {
    Received: _received,
    HandedOver: _handed_over,
    TakenOver: _taken_over,
    HandOverDeclined: _hand_over_declined,
    StepDone: _step_done,
    SupplementRequested: _supplement_requested,
    Supplemented: _supplemented,
    PaymentRequested: _payment_requested,
    Paid: _paid,
    Extended: _extended,
    Finished: _finished,
    Notified: _unchanged,
    Returned: _returned,
    ReturnRecalled: _return_recalled,
    Withdrawn: _ended_as(Stage.WITHDRAWN),
    Stopped: _ended_as(Stage.STOPPED),
    Refused: _ended_as(Stage.NOT_ACCEPTED),
    Corrected: _corrected,
    Rated: _rated,
    Noted: _unchanged,
    Printed: _printed,
    ConflictDecided: _conflict_decided,
}
if set(_EVOLVE) != set(DOSSIER_EVENTS):
    raise AssertionError("every dossier event needs its fold")
