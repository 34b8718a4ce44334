"""From what a person says has happened to the event that is recorded: complete and lawful, or refused by reason."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from onestop_desk.domain.application import Channel, Charge, GivenPaper, clean_paper
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.domain.catalogue import PauseRule, Procedure, ProcedureFee, fee_for, limit_for
from onestop_desk.domain.correction import CASE, DUE_AT, PROCEDURE, corrected_reception, recorded_text
from onestop_desk.domain.dossier import DossierState, Stage, is_lawful
from onestop_desk.domain.due import after_pause, due_moment, restart
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    ConflictDecided,
    Corrected,
    DossierEvent,
    Extended,
    Finished,
    HandedOver,
    HandOverDeclined,
    Noted,
    Notified,
    Paid,
    PaymentRequested,
    ProcedureOfTheDay,
    Rated,
    ReceiverKind,
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
from onestop_desk.domain.office import Role
from onestop_desk.domain.text import clean, clean_lines
from onestop_desk.services.catalogue import procedure as procedure_of
from onestop_desk.services.clock import MOST_AHEAD
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.fault import ExtensionRefused, ReasonMissing, StepUnlawful, SupervisorNeeded
from onestop_desk.services.staff import roles_of

UNDO = timedelta(minutes=1)
"""For this long a return can be taken back by whoever is at the desk; afterwards by a supervisor."""

_MOST_DONG = 10**12
_PROMISING = (PROCEDURE, CASE, "channel")


@dataclass(frozen=True, slots=True)
class Supplement:
    """The person brings what was missing; the new promise follows from the procedure's rule."""

    at: datetime
    papers: tuple[GivenPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """The person pays `amount` đồng, or is exempted with a reason; series and number are those of the receipt that was
    issued elsewhere."""

    at: datetime
    amount: int = 0
    method: str = ""
    receipt_series: str = ""
    receipt_number: str = ""
    payer: str = ""
    exempt_reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A recorded fact is put right. `procedure` is the right catalogue entry where the procedure, the case or the
    channel was wrong; left out, the catalogue as it is now is asked."""

    at: datetime
    field: str
    value: str
    reason: str
    procedure: Procedure | None = None


Step = (
    HandedOver | TakenOver | HandOverDeclined | StepDone | SupplementRequested | Supplement | PaymentRequested | Payment
    | Extended | Finished | Notified | Returned | ReturnRecalled | Withdrawn | Stopped | Refused | Correction | Rated
    | Noted | ConflictDecided
)  # fmt: skip
"""What a person says has happened: the event itself where nothing has to be computed for it."""

E = TypeVar("E")
_Completing = Callable[[Desk, DossierState, Any], DossierEvent]


def event_for(desk: Desk, state: DossierState, step: Step) -> DossierEvent:
    """Return the event of a step: texts cleaned, promise computed.

    Raises StepUnlawful for what may not follow, and BadValue, ReasonMissing, ExtensionRefused, SupervisorNeeded.
    """
    said = cleaned(step)
    _require_time(desk, state, said.at)
    complete = _COMPLETING.get(type(said))
    wanted = event_kind(said)
    if state.received is None or not is_lawful(state.stage, _blank(wanted)):
        stage = None if state.stage is None else int(state.stage)
        raise StepUnlawful(state.code, wanted.kind, stage)
    return complete(desk, state, said) if complete else cast(DossierEvent, said)


def is_supervisor(desk: Desk) -> bool:
    """Tell whether who works here now may do what a supervisor does; the program itself may."""
    return desk.clerk == PROGRAM or bool({Role.SUPERVISOR, Role.ADMIN} & set(roles_of(desk, desk.clerk.login)))


def of_the_day(procedure: Procedure, channel: Channel, case: str | None) -> ProcedureOfTheDay:
    """Return what a dossier keeps of a catalogue entry."""
    return ProcedureOfTheDay(
        code=clean(procedure.code),
        name=clean(procedure.name),
        field=clean(procedure.field),
        statutory=limit_for(procedure, channel, case).statutory,
        pause_rule=procedure.pause_rule,
        on_site_five=procedure.on_site_five,
        steps=procedure.steps,
    )


def _blank(kind: type[Any]) -> Any:
    # Only the kind decides at a stage that exists: an instance without its fields is enough to ask.
    return object.__new__(kind)


def event_kind(step: Step) -> type[Any]:
    """Return the kind of event that a step becomes."""
    return _EVENT_OF.get(type(step), type(step))


def cleaned(step: E) -> E:
    """Return a step with its texts as they are kept."""
    changes: dict[str, Any] = {}
    for field in fields(cast(Any, step)):
        value = getattr(step, field.name)
        if isinstance(value, str) and type(value) is str:
            changes[field.name] = clean_lines(value) if field.name in ("text", "value") else clean(value)
        elif isinstance(value, tuple) and value and type(value[0]) is str:
            changes[field.name] = tuple(filter(None, map(clean, value)))
        elif isinstance(value, tuple) and value and isinstance(value[0], GivenPaper):
            changes[field.name] = tuple(map(clean_paper, value))
    return cast(E, replace(cast(Any, step), **changes)) if changes else step


def _require_time(desk: Desk, state: DossierState, at: datetime) -> None:
    if at > desk.clock() + MOST_AHEAD:
        raise BadValue("at", "future", at.isoformat())
    if state.received is not None and at < state.received.at:
        raise BadValue("at", "before_reception", at.isoformat())


def _require_text(text: str, field: str) -> None:
    if not text:
        raise BadValue(field, "empty")


def _require_reason(event: Any) -> None:
    if not event.reason:
        raise ReasonMissing(event.kind)


def _require_amount(amount: int) -> None:
    if not 0 < amount <= _MOST_DONG:
        raise BadValue("amount", "range" if amount > 0 else "negative" if amount < 0 else "empty", str(amount))


def _with_reason(_desk: Desk, _state: DossierState, event: Any) -> DossierEvent:
    _require_reason(event)
    return cast(DossierEvent, event)


def _handed_over(_desk: Desk, state: DossierState, event: HandedOver) -> DossierEvent:
    _require_text(event.to, "to")
    if event.to_kind is not ReceiverKind.AGENCY:
        return event
    assert state.received is not None
    content = replace(
        state.received, procedure=state.procedure, papers=state.papers, due=state.due or state.received.due
    )
    return replace(event, content=content)


def _step_done(_desk: Desk, _state: DossierState, event: StepDone) -> DossierEvent:
    _require_text(event.name, "name")
    return event


def _supplement_requested(_desk: Desk, _state: DossierState, event: SupplementRequested) -> DossierEvent:
    if not event.missing:
        raise BadValue("missing", "empty")
    if event.deadline is not None and event.deadline <= event.at:
        raise BadValue("deadline", "not_later", event.deadline.isoformat())
    return event


def _ended_early(desk: Desk, state: DossierState, event: Withdrawn | Stopped) -> DossierEvent:
    if event.refunded < 0:
        raise BadValue("refunded", "negative", str(event.refunded))
    if event.refunded > state.paid:
        raise BadValue("refunded", "too_large", str(event.refunded))
    return _with_reason(desk, state, event)


def _supplemented(desk: Desk, state: DossierState, said: Supplement) -> DossierEvent:
    due, extended_to = _resumed(desk, state, said.at, restarts=state.procedure.pause_rule is PauseRule.RESTART)
    return Supplemented(said.at, due, said.papers, extended_to)


def _payment_requested(_desk: Desk, _state: DossierState, event: PaymentRequested) -> DossierEvent:
    _require_amount(event.amount)
    return event


def _paid(desk: Desk, state: DossierState, said: Payment) -> DossierEvent:
    if said.exempt_reason:
        if said.amount:
            raise BadValue("amount", "exempt", str(said.amount))
    else:
        _require_amount(said.amount)
    stopped = state.stage is Stage.PAYMENT
    due, extended_to = _resumed(desk, state, said.at) if stopped else (None, None)
    return Paid(
        at=said.at,
        amount=said.amount,
        method=said.method,
        receipt_series=said.receipt_series,
        receipt_number=said.receipt_number,
        due=due,
        extended_to=extended_to,
        payer=said.payer,
        exempt_reason=said.exempt_reason,
    )


def _resumed(desk: Desk, state: DossierState, at: datetime, *, restarts: bool = False) -> tuple[Due, datetime | None]:
    """Return the promise after the clock stood still, and the extended one moved alike; None without an extension."""
    assert state.due is not None
    paused_at = state.paused_at or at
    if at < paused_at:
        raise BadValue("at", "before_request", at.isoformat())
    due = restart(desk.calendar, state.due, at) if restarts else after_pause(desk.calendar, state.due, paused_at, at)
    if not state.extensions or state.due_at is None:
        return due, None
    extended = after_pause(desk.calendar, replace(state.due, due_at=state.due_at), paused_at, at)
    later = max(extended.due_at or state.due_at, due.due_at or state.due_at)
    return due, later


def _extended(desk: Desk, state: DossierState, event: Extended) -> DossierEvent:
    _require_reason(event)
    if state.due_at is None:
        raise ExtensionRefused(state.code, "no_due")
    if event.at > state.due_at:
        raise ExtensionRefused(state.code, "too_late", state.due_at)
    if event.until <= state.due_at:
        raise ExtensionRefused(state.code, "not_later", state.due_at)
    if state.extensions and not is_supervisor(desk):
        raise SupervisorNeeded("extended")
    return replace(event, by_supervisor=bool(state.extensions))


def _conflict_decided(desk: Desk, state: DossierState, event: ConflictDecided) -> DossierEvent:
    _require_reason(event)
    if not event.uids or not set(event.uids) <= {doubt.uid for doubt in state.set_aside}:
        raise BadValue("conflict", "unknown")
    if not is_supervisor(desk):
        raise SupervisorNeeded("conflict_decided")
    return event


def _notified(_desk: Desk, _state: DossierState, event: Notified) -> DossierEvent:
    _require_text(event.by_way, "by_way")
    return event


def _returned(_desk: Desk, state: DossierState, event: Returned) -> DossierEvent:
    if event.collector is not None:
        _require_text(clean(event.collector.name), "receiver.name")
        event = replace(event, collector=cleaned(event.collector))
    if state.finished_at is not None and event.at < state.finished_at:
        raise BadValue("at", "before_finish", event.at.isoformat())
    return event


def _return_recalled(desk: Desk, state: DossierState, event: ReturnRecalled) -> DossierEvent:
    _require_reason(event)
    is_fresh = state.returned_at is not None and timedelta(0) <= desk.clock() - state.returned_at <= UNDO
    if not is_fresh and not is_supervisor(desk):
        raise SupervisorNeeded("return_recalled")
    return event


def _corrected(desk: Desk, state: DossierState, said: Correction) -> DossierEvent:
    received = state.received
    assert received is not None
    if not said.reason:
        raise ReasonMissing("corrected")
    old = state.procedure.code if said.field == PROCEDURE else recorded_text(received, said.field)
    righted = corrected_reception(received, said.field, said.value)
    event = Corrected(said.at, said.field, old, said.value, said.reason)
    if said.field == DUE_AT:
        return _with_due(desk, state, event)
    if said.field not in _PROMISING:
        return event
    procedure = said.procedure or procedure_of(desk, said.value if said.field == PROCEDURE else state.procedure.code)
    limit = limit_for(procedure, righted.channel, righted.case).limit
    fee = fee_for(procedure, righted.channel, righted.case)
    return replace(
        event,
        procedure=of_the_day(procedure, righted.channel, righted.case),
        due=due_moment(desk.calendar, received.at, limit),
        charge=_charge_anew(received.charge, fee),
    )


def _charge_anew(before: Charge, fee: ProcedureFee | None) -> Charge:
    """Return the right procedure's fee; an exemption stays one."""
    if before.exempt_reason:
        return before
    return Charge(fee.amount) if fee is not None else Charge(is_stated=False)


def _with_due(desk: Desk, state: DossierState, event: Corrected) -> Corrected:
    try:
        written = datetime.fromisoformat(event.new)
    except ValueError:
        raise BadValue(DUE_AT, "format", event.new) from None
    due_at = written if written.tzinfo else written.replace(tzinfo=VIETNAM)
    assert state.due is not None and state.received is not None
    if due_at <= state.received.at:
        raise BadValue(DUE_AT, "before_reception", event.new)
    if (state.due_at is None or due_at > state.due_at) and not is_supervisor(desk):
        raise SupervisorNeeded("corrected")
    return replace(event, new=due_at.isoformat(), due=replace(state.due, due_at=due_at))


def _rated(_desk: Desk, _state: DossierState, event: Rated) -> DossierEvent:
    if event.level not in (1, 2, 3):
        raise BadValue("level", "range", str(event.level))
    return event


def _noted(_desk: Desk, _state: DossierState, event: Noted) -> DossierEvent:
    _require_text(event.text, "text")
    return event


_EVENT_OF: dict[type, type[Any]] = {Supplement: Supplemented, Payment: Paid, Correction: Corrected}
_COMPLETING: dict[type, _Completing] = {
    HandedOver: _handed_over,
    HandOverDeclined: _with_reason,
    StepDone: _step_done,
    SupplementRequested: _supplement_requested,
    Supplement: _supplemented,
    PaymentRequested: _payment_requested,
    Payment: _paid,
    Extended: _extended,
    Notified: _notified,
    Returned: _returned,
    ReturnRecalled: _return_recalled,
    Withdrawn: _ended_early,
    Stopped: _ended_early,
    Refused: _with_reason,
    Correction: _corrected,
    Rated: _rated,
    Noted: _noted,
    ConflictDecided: _conflict_decided,
}
