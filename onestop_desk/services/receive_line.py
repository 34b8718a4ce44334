"""One line of an import file as a form: `{"do": "receive", …}` (cli.md); what cannot be is refused by field."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from onestop_desk.domain.application import Channel, GivenPaper, Party, PartyKind, ReturnWay
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Received
from onestop_desk.domain.identity import Sex, normalise_phone
from onestop_desk.domain.text import clean
from onestop_desk.services.fault import StepUnknown
from onestop_desk.services.intake import Application, sound_form

MOST_BYTES = 1_000_000
"""A line longer than this is refused unread."""

LATER_STEPS = (
    *("hand_over", "take_over", "step", "request_supplement", "supplement", "request_payment", "pay"),
    *("extend", "finish", "notify", "return", "withdraw", "stop", "refuse", "correct", "rate"),
)
_MOST_TEXT = 2_000
_MOST_NOTE = 20_000
_YEARS = range(2000, 2100)  # a dossier code tells the year by two digits
_YEAR_AHEAD = timedelta(days=366)

T = TypeVar("T", bound=StrEnum)
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class ReceiveLine:
    """A line as a form, checked and cleaned, and which of its fields were left to the catalogue."""

    form: Application
    states_papers: bool
    states_five: bool

    def contradiction(self, before: Received) -> str | None:
        """Return the first field in which the line differs from what was taken in, None where it says the same."""
        form = self.form
        pairs = (
            ("procedure", form.procedure.code, before.procedure.code),
            ("code", form.code or before.code, before.code),
            ("received_at", form.received_at, before.at),
            ("owner", form.owner, before.owner),
            ("submitter", form.submitter, before.submitter),
            ("channel", form.channel, before.channel),
            ("case", form.case, before.case),
            ("sets", form.sets, before.sets),
            ("return_by", form.return_by, before.return_by),
            ("return_address", form.return_address, before.return_address),
            ("note", form.note, before.note),
            ("papers", form.papers if self.states_papers else before.papers, before.papers),
        )
        if self.states_five and form.procedure.on_site_five != before.procedure.on_site_five:
            return "on_site_five"
        return next((name for name, now, then in pairs if now != then), None)


def read_line(line: bytes, find_procedure: Callable[[str], Procedure], now: datetime) -> ReceiveLine:
    """Read one line; raises BadValue with the field, StepUnknown, PapersMissing, ProcedureNotOffered.

    A reception more than a year after `now` is a slip of the pen: the log keeps what it is given for good.
    """
    data = _object(line)
    step = _text(data, "do")
    if step != "receive":
        raise StepUnknown(clean(step), is_later=step in LATER_STEPS)
    form = sound_form(_application(data, find_procedure(clean(_text(data, "procedure")))))
    _require_sane_times(form, now)
    return ReceiveLine(form, data.get("papers") is not None, data.get("on_site_five") is not None)


def read_moment(value: object, field: str) -> datetime:
    """Read an ISO 8601 moment of the years 2000 to 2099; without an offset it is Vietnam's. Raises BadValue."""
    if value is None or value == "":
        raise BadValue(field, "empty")
    if not isinstance(value, str):
        raise BadValue(field, "format", str(value)[:80])
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise BadValue(field, "format", value[:80]) from None
    if moment.year not in _YEARS:
        raise BadValue(field, "range", value[:80])
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > MOST_BYTES:
        raise BadValue("line", "too_long")
    if b"\0" in line:
        raise BadValue("line", "characters")
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadValue("line", "encoding") from None
    except (ValueError, RecursionError):
        raise BadValue("line", "not_json") from None
    if not isinstance(data, dict):
        raise BadValue("line", "not_an_object")
    return data


def _application(data: dict[str, Any], procedure: Procedure) -> Application:
    submitter = data.get("submitter")
    return Application(
        ref=f"import:{_ref(data)}",
        procedure=_worked_here(data, procedure),
        owner=_party(data.get("owner"), "owner"),
        submitter=None if submitter is None else _party(submitter, "submitter"),
        channel=_choice(Channel, data, "channel", Channel.DIRECT),
        case=clean(_text(data, "case")) or None,
        papers=_papers(data.get("papers"), procedure),
        sets=_whole(data, "sets", 1),
        return_by=_choice(ReturnWay, data, "return_by", ReturnWay.COUNTER),
        return_address=_text(data, "return_address"),
        received_at=read_moment(data.get("received_at"), "received_at"),
        code=_text(data, "code"),
        note=_text(data, "note", most=_MOST_NOTE),
    )


def _ref(data: dict[str, Any]) -> str:
    """Return the line's own key; a line without one is known by its content."""
    ref = clean(_text(data, "ref"))
    if ref:
        return ref
    try:
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:32]
    except RecursionError:
        raise BadValue("line", "not_json") from None


def _worked_here(data: dict[str, Any], procedure: Procedure) -> Procedure:
    on_site_five = data.get("on_site_five")
    if on_site_five is None:
        return procedure
    if not isinstance(on_site_five, bool):
        raise BadValue("on_site_five", "format", str(on_site_five)[:80])
    return replace(procedure, on_site_five=on_site_five)


def _party(data: object, where: str) -> Party:
    if data is None:
        raise BadValue(f"{where}.name", "empty")
    if not isinstance(data, dict):
        raise BadValue(where, "format")
    name = _text(data, "name", where)
    if not clean(name):
        raise BadValue(f"{where}.name", "empty")
    return Party(
        name=name,
        kind=_choice(PartyKind, data, "kind", PartyKind.PERSON, where),
        id_number=_text(data, "id_number", where),
        birth=_date(data, "birth", where),
        sex=_choice(Sex, data, "sex", None, where),
        phone=_phone(data, where),
        email=_text(data, "email", where),
        address=_text(data, "address", where),
    )


def _phone(data: dict[str, Any], where: str) -> str:
    phone = clean(_text(data, "phone", where))
    try:
        return normalise_phone(phone) if phone else ""
    except BadValue as error:
        raise BadValue(f"{where}.phone", error.reason, phone[:80]) from None


def _papers(data: object, procedure: Procedure) -> tuple[GivenPaper, ...]:
    if data is None:
        required = [paper for paper in procedure.papers if paper.required]
        return tuple(GivenPaper(p.name, p.originals, p.copies, p.originals + p.copies > 0) for p in required)
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise BadValue("papers", "format")
    return tuple(
        GivenPaper(
            _text(item, "name", "papers"), _whole(item, "originals", 1, "papers"), _whole(item, "copies", 0, "papers")
        )
        for item in data
    )


def _require_sane_times(form: Application, now: datetime) -> None:
    received_at = form.received_at
    if received_at is None:
        return
    if received_at > now + _YEAR_AHEAD:
        raise BadValue("received_at", "future", received_at.isoformat())
    for where, party in (("owner", form.owner), ("submitter", form.submitter)):
        if party is not None and party.birth is not None and party.birth > received_at.astimezone(VIETNAM).date():
            raise BadValue(f"{where}.birth", "future", party.birth.isoformat())


def _named(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _text(data: dict[str, Any], name: str, where: str = "", *, most: int = _MOST_TEXT) -> str:
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadValue(_named(where, name), "format", str(value)[:80])
    if len(value) > most:
        raise BadValue(_named(where, name), "too_long")
    return value


def _whole(data: dict[str, Any], name: str, default: int, where: str = "") -> int:
    value = data.get(name)
    if value is None:
        return default
    if type(value) is not int:
        raise BadValue(_named(where, name), "format", str(value)[:80])
    return value


def _date(data: dict[str, Any], name: str, where: str) -> date | None:
    text = _text(data, name, where)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadValue(_named(where, name), "format", text[:80]) from None


def _choice(kind: type[T], data: dict[str, Any], name: str, default: D, where: str = "") -> T | D:
    text = clean(_text(data, name, where))
    try:
        return kind(text) if text else default
    except ValueError:
        raise BadValue(_named(where, name), "unknown", text[:80]) from None
