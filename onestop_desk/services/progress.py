"""What happens to a dossier after reception: one door for every step, one transaction for one step or a batch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from onestop_desk.domain.dossier import DossierState, evolve, fold
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import DossierEvent
from onestop_desk.domain.office import ClerkWord, Entry
from onestop_desk.services.clock import require_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown
from onestop_desk.services.record import History, Writing, history_of, record_many
from onestop_desk.services.step import Step, event_for

AlongsideStep = Callable[[Writing, "Taken"], None]
"""What else is written in the same transaction, e.g. a print job: called with the step that was taken."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A recorded step: the dossier's uid and code, the event with the log's uid for it, and the state after it."""

    uid: str
    code: str
    event: DossierEvent
    event_uid: str
    state: DossierState


@dataclass(frozen=True, slots=True)
class StepResult:
    """What became of one dossier of a batch: its step, or why not."""

    uid: str
    code: str = ""
    taken: Taken | None = None
    error: DeskError | None = None

    @property
    def is_done(self) -> bool:
        """Whether the step is recorded."""
        return self.taken is not None


def take_step(desk: Desk, uid: str, step: Step, alongside: AlongsideStep | None = None) -> Taken:
    """Record one step of one dossier; raises DossierUnknown and whatever services.step refuses."""
    with desk.writing() as writing:
        require_clock(desk, writing.last_at)
        taken = take_within(writing, desk, uid, step)
        if alongside is not None:
            alongside(writing, taken)
    return taken


def take_each(desk: Desk, steps: Sequence[tuple[str, Step]], author: ClerkWord | None = None) -> tuple[StepResult, ...]:
    """Record steps, given as (uid, step), in one transaction: one that is refused holds up no other. `author` is who
    did them where that is not the clerk who has signed in."""
    with desk.writing() as writing:
        require_clock(desk, writing.last_at)
        return take_each_within(writing, desk, steps, author)


def take_within(writing: Writing, desk: Desk, uid: str, step: Step, author: ClerkWord | None = None) -> Taken:
    """Record a step inside an open transaction; raises as `take_step`, and has then written nothing."""
    history, state = known_dossier(writing, uid)
    event = event_for(desk, state, step)
    (entry,) = record_many(writing, desk, [(uid, event)], {uid: history}, [author] if author is not None else ())
    return _taken(uid, state, entry)


def take_each_within(
    writing: Writing, desk: Desk, steps: Sequence[tuple[str, Step]], author: ClerkWord | None = None
) -> tuple[StepResult, ...]:
    """Do as `take_each` inside an open transaction."""
    results = []
    for uid, step in steps:
        try:
            taken = take_within(writing, desk, uid, step, author)
            results.append(StepResult(uid, taken.code, taken))
        except DeskError as error:
            results.append(StepResult(uid, _code_of(writing, uid), error=error))
    return tuple(results)


def known_dossier(writing: Writing, uid: str) -> tuple[History, DossierState]:
    """Return a dossier's history and state inside an open transaction; raises DossierUnknown."""
    history = history_of(writing.connection, uid)
    state = fold(history.entries)
    if state.received is None:
        raise DossierUnknown(uid)
    return history, state


def _taken(uid: str, before: DossierState, entry: Entry) -> Taken:
    after = evolve(before, entry)
    return Taken(uid, after.code, cast(DossierEvent, entry.event), entry.uid, after)


def _code_of(writing: Writing, uid: str) -> str:
    return fold(history_of(writing.connection, uid).entries).code
