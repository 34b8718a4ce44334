"""A dossier is its events, folded in order; what may follow what is one table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from typing import Any

from onestop_desk.domain.application import GivenPaper, Party
from onestop_desk.domain.calendar import Due, Timeliness, timeliness
from onestop_desk.domain.events import (
    DOSSIER_EVENTS,
    Collector,
    Corrected,
    Extended,
    Finished,
    HandedOver,
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

_AT_WORK = (
    *(HandedOver, TakenOver, StepDone, SupplementRequested, PaymentRequested),
    *(Extended, Finished, Withdrawn, Stopped, Refused),
)
_ALWAYS = (Corrected, Noted, Printed)

MAY_FOLLOW: dict[Stage | None, frozenset[type]] = {
    None: frozenset({Received}),
    Stage.WAITING: frozenset({*_ALWAYS, Refused, Withdrawn}),
    Stage.RECEIVED: frozenset({*_ALWAYS, *_AT_WORK}),
    Stage.IN_PROGRESS: frozenset({*_ALWAYS, *_AT_WORK}),
    Stage.SUPPLEMENT: frozenset({*_ALWAYS, Supplemented, Withdrawn, Stopped}),
    Stage.PAYMENT: frozenset({*_ALWAYS, Paid, Withdrawn, Stopped}),
    Stage.FINISHED: frozenset({*_ALWAYS, HandedOver, TakenOver, Paid, Notified, Returned}),
    Stage.RETURNED: frozenset({*_ALWAYS, ReturnRecalled, Rated}),
    Stage.WITHDRAWN: frozenset({*_ALWAYS, Rated}),
    Stage.STOPPED: frozenset({*_ALWAYS, Rated}),
    Stage.NOT_ACCEPTED: frozenset({*_ALWAYS, Rated}),
}
"""Which events are lawful at which stage; None is a dossier that does not exist yet."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An event that was not lawful at the stage it met: kept, shown, and a task for a person."""

    uid: str
    kind: str
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class DossierState:
    """What a dossier is now. `received` is None only while nothing lawful has arrived."""

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
    steps: tuple[StepDone, ...] = ()
    missing: tuple[str, ...] = ()
    owed: int = 0
    paid: int = 0
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    collector: Collector | None = None
    results: tuple[str, ...] = ()
    printed: tuple[Printed, ...] = ()
    rating: Rated | None = None
    replaces_receipt: bool = False
    set_aside: tuple[SetAside, ...] = ()

    @property
    def code(self) -> str:
        """The official dossier code; empty before reception."""
        return self.received.code if self.received else ""

    @property
    def timeliness(self) -> Timeliness | None:
        """Before, on or over the original due date; None while the processing goes on."""
        return None if self.finished_at is None else timeliness(self.finished_at, self.original_due_at)

    def copies_of(self, form: str) -> int:
        """How often this form has left the office."""
        return sum(1 for printed in self.printed if printed.form == form)


def is_lawful(stage: Stage | None, event: object) -> bool:
    """Tell whether the event may happen at this stage."""
    return type(event) in MAY_FOLLOW[stage]


def evolve(state: DossierState, entry: Entry) -> DossierState:
    """Return the state after one event; an unlawful one is set aside and changes nothing else."""
    event: Any = entry.event
    if not is_lawful(state.stage, event):
        doubt = SetAside(entry.uid, getattr(event, "kind", "?"), state.stage)
        return replace(state, set_aside=(*state.set_aside, doubt))
    return _EVOLVE[type(event)](state, event)


def fold(entries: Iterable[Entry]) -> DossierState:
    """Fold a dossier's entries in the log's order; an event seen twice (same uid) counts once."""
    state, seen = DossierState(), set[str]()
    for entry in entries:
        if entry.uid not in seen:
            seen.add(entry.uid)
            state = evolve(state, entry)
    return state


def _received(state: DossierState, event: Received) -> DossierState:
    return replace(
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
    stage = state.stage if state.stage is Stage.FINISHED else Stage.IN_PROGRESS
    return replace(state, stage=stage, holder=event.to)


def _taken_over(state: DossierState, event: TakenOver) -> DossierState:
    return replace(state, holder=event.by or state.holder)


def _step_done(state: DossierState, event: StepDone) -> DossierState:
    return replace(state, stage=Stage.IN_PROGRESS, steps=(*state.steps, event))


def _supplement_requested(state: DossierState, event: SupplementRequested) -> DossierState:
    return replace(state, stage=Stage.SUPPLEMENT, missing=event.missing)


def _supplemented(state: DossierState, event: Supplemented) -> DossierState:
    after = replace(state, missing=(), papers=(*state.papers, *event.papers))
    return _back_to_work(after, event.due)


def _payment_requested(state: DossierState, event: PaymentRequested) -> DossierState:
    return replace(state, stage=Stage.PAYMENT, owed=state.owed + event.amount)


def _paid(state: DossierState, event: Paid) -> DossierState:
    after = replace(state, paid=state.paid + event.amount)
    return after if state.stage is Stage.FINISHED else _back_to_work(after, event.due)


def _back_to_work(state: DossierState, due: Due | None) -> DossierState:
    if due is None:
        return replace(state, stage=Stage.IN_PROGRESS)
    return replace(state, stage=Stage.IN_PROGRESS, due=due, due_at=due.due_at, original_due_at=due.due_at)


def _extended(state: DossierState, event: Extended) -> DossierState:
    return replace(state, due_at=event.until, extensions=state.extensions + 1)


def _finished(state: DossierState, event: Finished) -> DossierState:
    return replace(state, stage=Stage.FINISHED, finished_at=event.at, results=event.results)


def _unchanged(state: DossierState, _event: object) -> DossierState:
    return state


def _returned(state: DossierState, event: Returned) -> DossierState:
    return replace(state, stage=Stage.RETURNED, returned_at=event.at, collector=event.collector)


def _return_recalled(state: DossierState, _event: ReturnRecalled) -> DossierState:
    return replace(state, stage=Stage.FINISHED, returned_at=None, collector=None)


def _ended_as(stage: Stage) -> Callable[[DossierState, Any], DossierState]:
    def end(state: DossierState, event: Withdrawn | Stopped | Refused) -> DossierState:
        return replace(state, stage=stage, finished_at=event.at)

    return end


def _corrected(state: DossierState, event: Corrected) -> DossierState:
    after = replace(state, replaces_receipt=True)
    if event.procedure is not None:
        after = replace(after, procedure=event.procedure)
    if event.due is not None:
        after = replace(after, due=event.due, due_at=event.due.due_at, original_due_at=event.due.due_at)
    if event.field.startswith("owner."):
        after = replace(after, owner=_with_field(after.owner, event.field.removeprefix("owner."), event.new))
    return after


def _with_field(owner: Party, name: str, text: str) -> Party:
    if name not in ("name", "id_number", "phone", "email", "address"):
        return owner
    changes: dict[str, Any] = {name: text}
    return replace(owner, **changes)


def _rated(state: DossierState, event: Rated) -> DossierState:
    return replace(state, rating=event)


def _printed(state: DossierState, event: Printed) -> DossierState:
    return replace(state, printed=(*state.printed, event))


_EVOLVE: dict[type, Callable[[DossierState, Any], DossierState]] = {
    Received: _received,
    HandedOver: _handed_over,
    TakenOver: _taken_over,
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
}
if set(_EVOLVE) != set(DOSSIER_EVENTS):
    raise AssertionError("every dossier event needs its fold")
