"""Everything that happens to a dossier: one frozen dataclass per kind, with version.

`at` is when the step happened, as the office says it; when it was written down is the log's own time.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onestop_desk.domain.application import Channel, Charge, GivenPaper, Party, ReturnWay
from onestop_desk.domain.calendar import Due
from onestop_desk.domain.catalogue import PauseRule, ProcedureStep


@dataclass(frozen=True, slots=True)
class ProcedureOfTheDay:
    """What a dossier keeps of its procedure: as it was on the day of reception."""

    code: str
    name: str
    field: str
    statutory: int | None = None
    pause_rule: PauseRule = PauseRule.PAUSE
    on_site_five: bool = False
    steps: tuple[ProcedureStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """The dossier is taken in: numbered, promised, charged. `ref` is the key of the form that made it: one form,
    one dossier. `due_reason` says why the promise differs from the computed one."""

    kind = "received"
    version = 1

    at: datetime
    ref: str
    code: str
    agency: str
    counter: int
    procedure: ProcedureOfTheDay
    owner: Party
    due: Due
    submitter: Party | None = None
    channel: Channel = Channel.DIRECT
    case: str | None = None
    papers: tuple[GivenPaper, ...] = ()
    sets: int = 1
    return_by: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    charge: Charge = Charge()
    due_reason: str = ""
    note: str = ""


class ReceiverKind(StrEnum):
    """To whom a dossier is handed over."""

    OFFICER = "officer"
    DEPARTMENT = "department"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The dossier is given to an officer, a department or another agency. `list_ref` names the list it went with;
    `content` goes along to another agency, so that it can work on the dossier offline."""

    kind = "handed_over"
    version = 1

    at: datetime
    to: str
    to_kind: ReceiverKind = ReceiverKind.DEPARTMENT
    list_ref: str = ""
    content: Received | None = None


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The receiver confirms that the dossier has arrived."""

    kind = "taken_over"
    version = 1

    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class HandOverDeclined:
    """The receiver does not take the dossier: it stays with whom it was."""

    kind = "hand_over_declined"
    version = 1

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class StepDone:
    """An on-site-five step is finished (Thẩm định, Phê duyệt, Đóng dấu, …)."""

    kind = "step_done"
    version = 1

    at: datetime
    name: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """Form 02: what is missing and until when; the clock stops."""

    kind = "supplement_requested"
    version = 1

    at: datetime
    missing: tuple[str, ...]
    reason: str = ""
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Supplemented:
    """The missing papers are in; `due` is the new promise by the procedure's rule, `extended_to` the moment that an
    apology had promised, moved by the same rule."""

    kind = "supplemented"
    version = 1

    at: datetime
    due: Due
    papers: tuple[GivenPaper, ...] = ()
    extended_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class PaymentRequested:
    """A financial duty of `amount` đồng; the clock stops."""

    kind = "payment_requested"
    version = 1

    at: datetime
    amount: int


@dataclass(frozen=True, slots=True)
class Paid:
    """`amount` đồng is paid, or waived with `exempt_reason`; `due` (and `extended_to`, as for a supplement) is the new
    promise where the clock had stopped. The receipt itself is issued elsewhere: here are its series and number."""

    kind = "paid"
    version = 1

    at: datetime
    amount: int
    method: str = ""
    receipt_series: str = ""
    receipt_number: str = ""
    due: Due | None = None
    extended_to: datetime | None = None
    payer: str = ""
    exempt_reason: str = ""


@dataclass(frozen=True, slots=True)
class Extended:
    """Form 04: an apology and a later day; reports keep measuring against the original due date."""

    kind = "extended"
    version = 1

    at: datetime
    until: datetime
    reason: str
    by_supervisor: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """Processing ended: with results, or refused after examination."""

    kind = "finished"
    version = 1

    at: datetime
    results: tuple[str, ...] = ()
    refused_reason: str = ""


@dataclass(frozen=True, slots=True)
class Notified:
    """The person was told that the result is there."""

    kind = "notified"
    version = 1

    at: datetime
    by_way: str


@dataclass(frozen=True, slots=True)
class Collector:
    """Who took the result: the owner, or somebody with a paper that says so."""

    name: str
    id_number: str = ""
    relation: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """The result is given to the person; no collector means the owner. `is_compared` tells that the card was scanned
    and its number is the owner's; `basket` names the return that it went with."""

    kind = "returned"
    version = 1

    at: datetime
    collector: Collector | None = None
    way: ReturnWay = ReturnWay.COUNTER
    sending_number: str = ""
    address: str = ""
    is_compared: bool = False
    basket: str = ""


@dataclass(frozen=True, slots=True)
class ReturnRecalled:
    """A supervisor takes a wrong return back."""

    kind = "return_recalled"
    version = 1

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The person takes the request back; `refunded` đồng of what was paid are given back."""

    kind = "withdrawn"
    version = 1

    at: datetime
    reason: str
    refunded: int = 0


@dataclass(frozen=True, slots=True)
class Stopped:
    """Form 05: the office stops; `refunded` as for a withdrawal."""

    kind = "stopped"
    version = 1

    at: datetime
    reason: str
    refunded: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """Form 03 after reception: the dossier is not accepted."""

    kind = "refused"
    version = 1

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A recorded fact was wrong: `field` names it (domain/correction.py), `old` and `new` are its plain text; a new
    promise and charge where it changes them. A new receipt replaces the old one."""

    kind = "corrected"
    version = 1

    at: datetime
    field: str
    old: str
    new: str
    reason: str
    procedure: ProcedureOfTheDay | None = None
    due: Due | None = None
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """The person's word: 1 Rất hài lòng, 2 Hài lòng, 3 Không hài lòng."""

    kind = "rated"
    version = 1

    at: datetime
    level: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark of the office."""

    kind = "noted"
    version = 1

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper left the office; `copy` 0 is the original, n ≥ 1 the n-th BẢN SAO with its reason. `of` is the event that
    the paper is about, empty for the reception."""

    kind = "printed"
    version = 1

    at: datetime
    form: str
    copy: int = 0
    reason: str = ""
    of: str = ""


class Verdict(StrEnum):
    """What a supervisor says of what two desks did at once."""

    STANDS = "stands"
    FOLLOWED_UP = "followed_up"


@dataclass(frozen=True, slots=True)
class ConflictDecided:
    """A supervisor has looked at what did not fit together (`uids` are the events that were set aside or overtaken):
    it stays as the register has it, or something was done about it; why."""

    kind = "conflict_decided"
    version = 1

    at: datetime
    uids: tuple[str, ...]
    verdict: Verdict
    reason: str


DOSSIER_EVENTS = (
    Received,
    HandedOver,
    TakenOver,
    HandOverDeclined,
    StepDone,
    SupplementRequested,
    Supplemented,
    PaymentRequested,
    Paid,
    Extended,
    Finished,
    Notified,
    Returned,
    ReturnRecalled,
    Withdrawn,
    Stopped,
    Refused,
    Corrected,
    Rated,
    Noted,
    Printed,
    ConflictDecided,
)
DossierEvent = (
    Received | HandedOver | TakenOver | HandOverDeclined | StepDone | SupplementRequested | Supplemented
    | PaymentRequested | Paid | Extended | Finished | Notified | Returned | ReturnRecalled | Withdrawn | Stopped
    | Refused | Corrected | Rated | Noted | Printed | ConflictDecided
)  # fmt: skip
