"""Which steps may follow now, in the order of the card's bar, and what their buttons say. Knows no Qt."""

from collections.abc import Callable

from onestop_desk.domain.dossier import MAY_FOLLOW, DossierState, Stage
from onestop_desk.domain.events import (
    Corrected,
    Extended,
    Finished,
    HandedOver,
    Noted,
    Notified,
    Paid,
    PaymentRequested,
    Refused,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    Supplemented,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.ui.dossier_wording import step_words
from onestop_desk.ui.translation import translate

PAGE_OF = {HandedOver.kind: "hand_over", Returned.kind: "release"}
"""Steps that have a page of their own: the card only leads there."""

_ORDER = (
    *(HandedOver, StepDone, SupplementRequested, Supplemented, PaymentRequested, Paid, Extended, Finished),
    *(Notified, Returned, ReturnRecalled, Corrected, Noted, Withdrawn, Stopped, Refused),
)


def offered_steps(state: DossierState) -> tuple[str, ...]:
    """Return the kinds of the steps that may follow and make sense now; none for a dossier that is not here."""
    if state.stage is None:
        return ()
    lawful = MAY_FOLLOW[state.stage]
    return tuple(kind.kind for kind in _ORDER if kind in lawful and _makes_sense(kind, state))


def offer_words(kind: str) -> str:
    """Return what the button of a step says: the step's own word, and the key of the page where it has one."""
    return _WITH_KEY[kind]() if kind in _WITH_KEY else step_words(kind)


def _makes_sense(kind: type, state: DossierState) -> bool:
    if kind is StepDone:
        return bool(left_steps(state))
    if kind is Paid:
        return state.still_owed > 0 or state.stage is Stage.PAYMENT
    return kind is not Extended or state.due_at is not None


def left_steps(state: DossierState) -> tuple[str, ...]:
    """Return the on-site-five steps of the procedure that are not done yet."""
    done = {step.name for step in state.steps}
    return tuple(step.name for step in state.procedure.steps if step.name not in done)


_WITH_KEY: dict[str, Callable[[], str]] = {
    HandedOver.kind: lambda: translate("Step", "Bàn giao, nhận (F6)"),
    Returned.kind: lambda: translate("Step", "Trả kết quả (F4)"),
}
