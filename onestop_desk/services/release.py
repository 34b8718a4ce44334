"""Giving results back: to the owner or somebody authorised, one dossier or a family's basket, with one slip."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.bundle import ReturnedTogether
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.events import Collector, Rated, Returned, ReturnRecalled
from onestop_desk.domain.text import clean
from onestop_desk.services.clock import require_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import FeeDue
from onestop_desk.services.numbering import next_serial
from onestop_desk.services.progress import StepResult, known_dossier, take_each, take_within
from onestop_desk.services.record import Writing, record, record_many
from onestop_desk.services.step import Payment, event_for

MOST_IN_A_BASKET = 200
SERIES = "return"

AlongsideReturn = Callable[[Writing, "GivenBack"], None]


@dataclass(frozen=True, slots=True)
class Handing:
    """How results are given back: no collector is the owner. `is_compared`: the card was scanned and is the owner's.
    `payment` settles what is still owed; its amount is each dossier's own."""

    collector: Collector | None = None
    way: ReturnWay = ReturnWay.COUNTER
    address: str = ""
    sending_number: str = ""
    is_compared: bool = False
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A return: its uid and number (0: nothing could be given), and what became of each dossier."""

    uid: str
    serial: int
    results: tuple[StepResult, ...]

    @property
    def given(self) -> int:
        """How many dossiers were given back."""
        return sum(result.is_done for result in self.results)


def give_back(desk: Desk, uids: Sequence[str], handing: Handing, alongside: AlongsideReturn | None = None) -> GivenBack:
    """Give results back in one transaction; one that cannot be given is explained and holds up no other.

    Raises BadValue for a way or a receiver that cannot be.
    """
    _require_sound(handing, uids)
    ref, now = uuid.uuid4().hex, desk.clock()
    with desk.writing() as writing:
        require_clock(desk, writing.last_at)
        results = tuple(_give_one(writing, desk, uid, handing, ref) for uid in dict.fromkeys(uids))
        given = tuple(result.uid for result in results if result.is_done)
        if not given:
            return GivenBack("", 0, results)
        state = desk.state
        serial = next_serial(writing, state, now.astimezone(VIETNAM).date(), SERIES).value
        together = ReturnedTogether(now, state.agency, state.counter, serial, given, handing.collector, handing.way)
        record(writing, desk, f"bundle/{ref}", together)
        made = GivenBack(ref, serial, results)
        if alongside is not None:
            alongside(writing, made)
    return made


def recall(desk: Desk, uids: Sequence[str], reason: str) -> tuple[StepResult, ...]:
    """Take wrong returns back: within a minute anybody at the desk, later a supervisor; always with a reason."""
    step = ReturnRecalled(desk.clock(), reason)
    return take_each(desk, [(uid, step) for uid in uids])


def rate(desk: Desk, uids: Sequence[str], level: int, reason: str = "") -> tuple[StepResult, ...]:
    """Record what the person says of the service: 1 Rất hài lòng, 2 Hài lòng, 3 Không hài lòng; one word counts for
    every dossier of a basket. Raises what was refused when none could be rated."""
    results = take_each(desk, [(uid, Rated(desk.clock(), level, reason)) for uid in uids])
    refused = [result.error for result in results if result.error is not None]
    if refused and len(refused) == len(results):
        raise refused[0]
    return results


def _give_one(writing: Writing, desk: Desk, uid: str, handing: Handing, ref: str) -> StepResult:
    code = ""
    try:
        _, state = known_dossier(writing, uid)
        code = state.code
        returned = Returned(
            at=desk.clock(),
            collector=handing.collector,
            way=handing.way,
            sending_number=handing.sending_number,
            address=handing.address,
            is_compared=handing.is_compared,
            basket=ref,
        )
        _settle(writing, desk, uid, handing, state.still_owed, returned)
        return StepResult(uid, code, take_within(writing, desk, uid, returned))
    except DeskError as error:
        return StepResult(uid, code, error=error)


def _settle(writing: Writing, desk: Desk, uid: str, handing: Handing, owed: int, returned: Returned) -> None:
    """Collect what is owed before the return; raises before anything is written when the return is not possible."""
    history, state = known_dossier(writing, uid)
    if not owed:
        return
    event_for(desk, state, returned)
    if handing.payment is None:
        raise FeeDue(state.code, owed)
    amount = 0 if handing.payment.exempt_reason else owed
    paid = event_for(desk, state, replace(handing.payment, at=desk.clock(), amount=amount))
    record_many(writing, desk, [(uid, paid)], {uid: history})


def _require_sound(handing: Handing, uids: Sequence[str]) -> None:
    if not uids:
        raise BadValue("dossiers", "empty")
    if len(uids) > MOST_IN_A_BASKET:
        raise BadValue("dossiers", "too_many", str(len(uids)))
    if handing.way is ReturnWay.POST and not clean(handing.address):
        raise BadValue("return_address", "empty")
    collector = handing.collector
    if collector is not None:
        for name in ("name", "id_number", "paper"):
            if not clean(getattr(collector, name)):
                raise BadValue(f"receiver.{name}", "empty")
