"""One line of an import file as a step of a dossier: `{"do": "finish", "dossier": …, "at": …}` (cli.md)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.calendar import WorkingCalendar
from onestop_desk.domain.codes import AgencyCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    Collector,
    Extended,
    Finished,
    HandedOver,
    Noted,
    Notified,
    PaymentRequested,
    Rated,
    ReceiverKind,
    Refused,
    Returned,
    StepDone,
    Stopped,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.domain.text import clean
from onestop_desk.services.clock import MOST_AHEAD
from onestop_desk.services.line_fields import choice, read_moment, text, whole
from onestop_desk.services.receive_line import given_papers
from onestop_desk.services.step import Correction, Payment, Step, Supplement

_MOST_ITEMS = 200
_OWNER = "owner"

_Read = Callable[[dict[str, Any], datetime, "Here"], Step]


@dataclass(frozen=True, slots=True)
class Here:
    """What a line is read against: the calendar for days without a clock, the logins of this office's clerks, now."""

    calendar: WorkingCalendar
    clerks: frozenset[str]
    now: datetime


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line as a step: of which dossier (a code or the file's own ref), and who did it."""

    dossier: str
    by: str
    step: Step


def is_step(word: str) -> bool:
    """Tell whether a line's `do` is a step of a dossier."""
    return word in _READERS


def read_step(data: dict[str, Any], here: Here) -> StepLine:
    """Read a step line; raises BadValue with the field."""
    dossier = clean(text(data, "dossier"))
    if not dossier:
        raise BadValue("dossier", "empty")
    at = read_moment(data.get("at"), "at")
    if at > here.now + MOST_AHEAD:
        raise BadValue("at", "future", at.isoformat())
    step = _READERS[text(data, "do")](data, at, here)
    return StepLine(dossier, clean(text(data, "by")), step)


def _hand_over(data: dict[str, Any], at: datetime, here: Here) -> Step:
    to = clean(text(data, "to"))
    return HandedOver(at, to, _receiver_kind(to, here))


def _receiver_kind(to: str, here: Here) -> ReceiverKind:
    if to in here.clerks:
        return ReceiverKind.OFFICER
    try:
        AgencyCode.parse(to)
    except BadValue:
        return ReceiverKind.DEPARTMENT
    return ReceiverKind.AGENCY


def _take_over(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return TakenOver(at, text(data, "by"))


def _step(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return StepDone(at, text(data, "name"), text(data, "by"))


def _request_supplement(data: dict[str, Any], at: datetime, here: Here) -> Step:
    deadline = _day_or_moment(data, "deadline", here) if data.get("deadline") else None
    return SupplementRequested(at, _texts(data, "missing"), text(data, "reason"), deadline)


def _supplement(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    papers = data.get("papers")
    return Supplement(at, () if papers is None else given_papers(papers))


def _request_payment(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return PaymentRequested(at, whole(data, "amount", 0))


def _pay(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Payment(
        at=at,
        amount=whole(data, "amount", 0),
        method=text(data, "method"),
        receipt_series=text(data, "receipt_series"),
        receipt_number=text(data, "receipt_number"),
        payer=text(data, "payer"),
        exempt_reason=text(data, "exempt_reason"),
    )


def _extend(data: dict[str, Any], at: datetime, here: Here) -> Step:
    return Extended(at, _day_or_moment(data, "until", here), text(data, "reason"))


def _finish(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Finished(at, _texts(data, "results"), text(data, "refused_reason"))


def _notify(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Notified(at, text(data, "by_way"))


def _return(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Returned(
        at=at,
        collector=_collector(data.get("receiver", _OWNER)),
        way=choice(ReturnWay, data, "way", ReturnWay.COUNTER),
        sending_number=text(data, "sending_number"),
        address=text(data, "address"),
    )


def _collector(receiver: object) -> Collector | None:
    if receiver == _OWNER or receiver is None:
        return None
    if not isinstance(receiver, dict):
        raise BadValue("receiver", "format", str(receiver)[:80])
    who = {name: text(receiver, name, "receiver") for name in ("name", "id_number", "relation", "paper")}
    return Collector(**who)


def _withdraw(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Withdrawn(at, text(data, "reason"), whole(data, "refunded", 0))


def _stop(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Stopped(at, text(data, "reason"), whole(data, "refunded", 0))


def _refuse(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Refused(at, text(data, "reason"))


def _correct(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    value = data.get("value")
    written = str(value) if type(value) is int else text(data, "value", most=20_000)
    return Correction(at, clean(text(data, "field")), written, text(data, "reason"))


def _rate(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Rated(at, whole(data, "level", 0), text(data, "reason"))


def _note(data: dict[str, Any], at: datetime, _here: Here) -> Step:
    return Noted(at, text(data, "text", most=20_000))


def _texts(data: dict[str, Any], name: str) -> tuple[str, ...]:
    items = data.get(name)
    if items is None:
        return ()
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise BadValue(name, "format", str(items)[:80])
    if len(items) > _MOST_ITEMS:
        raise BadValue(name, "too_many", str(len(items)))
    return tuple(filter(None, map(clean, items)))


def _day_or_moment(data: dict[str, Any], name: str, here: Here) -> datetime:
    """Read a moment; a bare date means that day's closing time."""
    moment = read_moment(data.get(name), name)
    try:
        day = date.fromisoformat(str(data[name]))
    except ValueError:
        return moment
    return here.calendar.clip(day, time(23, 59))


_READERS: dict[str, _Read] = {
    "hand_over": _hand_over,
    "take_over": _take_over,
    "step": _step,
    "request_supplement": _request_supplement,
    "supplement": _supplement,
    "request_payment": _request_payment,
    "pay": _pay,
    "extend": _extend,
    "finish": _finish,
    "notify": _notify,
    "return": _return,
    "withdraw": _withdraw,
    "stop": _stop,
    "refuse": _refuse,
    "correct": _correct,
    "rate": _rate,
    "note": _note,
}
