"""One line of an import file as a form: `{"do": "receive", …}` (cli.md); what cannot be is refused by field."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from onestop_desk.domain.application import Channel, GivenPaper, Party, PartyKind, ReturnWay
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Received
from onestop_desk.domain.identity import Sex, normalise_phone
from onestop_desk.domain.text import clean
from onestop_desk.services.clock import MOST_AHEAD
from onestop_desk.services.intake import Application, clean_form, sound_form
from onestop_desk.services.line_fields import choice, day, read_moment, text, whole

_MOST_NOTE = 20_000


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


def read_receive(data: dict[str, Any], find_procedure: Callable[[str], Procedure], now: datetime) -> ReceiveLine:
    """Read a receive line; raises BadValue with the field, PapersMissing, ProcedureNotOffered."""
    form = sound_form(_application(data, find_procedure(clean(text(data, "procedure")))))
    _require_sane_times(form, now)
    return ReceiveLine(form, data.get("papers") is not None, data.get("on_site_five") is not None)


def read_application(data: dict[str, Any], find_procedure: Callable[[str], Procedure]) -> Application:
    """Read a line's form, cleaned, whatever is still missing on it; raises BadValue with the field."""
    return clean_form(_application(data, find_procedure(clean(text(data, "procedure")))))


def _application(data: dict[str, Any], procedure: Procedure) -> Application:
    submitter = data.get("submitter")
    return Application(
        ref=f"import:{_ref(data)}",
        procedure=_worked_here(data, procedure),
        owner=_party(data.get("owner"), "owner"),
        submitter=None if submitter is None else _party(submitter, "submitter"),
        channel=choice(Channel, data, "channel", Channel.DIRECT),
        case=clean(text(data, "case")) or None,
        papers=_papers(data.get("papers"), procedure),
        sets=whole(data, "sets", 1),
        return_by=choice(ReturnWay, data, "return_by", ReturnWay.COUNTER),
        return_address=text(data, "return_address"),
        received_at=read_moment(data.get("received_at"), "received_at"),
        code=text(data, "code"),
        note=text(data, "note", most=_MOST_NOTE),
    )


def _ref(data: dict[str, Any]) -> str:
    """Return the line's own key; a line without one is known by its content."""
    ref = clean(text(data, "ref"))
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
    name = text(data, "name", where)
    if not clean(name):
        raise BadValue(f"{where}.name", "empty")
    return Party(
        name=name,
        kind=choice(PartyKind, data, "kind", PartyKind.PERSON, where),
        id_number=text(data, "id_number", where),
        birth=day(data, "birth", where),
        sex=choice(Sex, data, "sex", None, where),
        phone=_phone(data, where),
        email=text(data, "email", where),
        address=text(data, "address", where),
    )


def _phone(data: dict[str, Any], where: str) -> str:
    phone = clean(text(data, "phone", where))
    try:
        return normalise_phone(phone) if phone else ""
    except BadValue as error:
        raise BadValue(f"{where}.phone", error.reason, phone[:80]) from None


def _papers(data: object, procedure: Procedure) -> tuple[GivenPaper, ...]:
    if data is None:
        required = [paper for paper in procedure.papers if paper.required]
        return tuple(GivenPaper(p.name, p.originals, p.copies, p.originals + p.copies > 0) for p in required)
    return given_papers(data)


def given_papers(data: object) -> tuple[GivenPaper, ...]:
    """Return the papers of a line; raises BadValue."""
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise BadValue("papers", "format")
    return tuple(
        GivenPaper(
            text(item, "name", "papers"), whole(item, "originals", 1, "papers"), whole(item, "copies", 0, "papers")
        )
        for item in data
    )


def _require_sane_times(form: Application, now: datetime) -> None:
    received_at = form.received_at
    if received_at is None:
        return
    if received_at > now + MOST_AHEAD:
        raise BadValue("received_at", "future", received_at.isoformat())
    for where, party in (("owner", form.owner), ("submitter", form.submitter)):
        if party is not None and party.birth is not None and party.birth > received_at.astimezone(VIETNAM).date():
            raise BadValue(f"{where}.birth", "future", party.birth.isoformat())
