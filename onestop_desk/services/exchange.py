"""Taking in dossiers from files, a JSON line each (cli.md): what is refused is named, the rest goes on."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import bindparam, select

from onestop_desk.domain.application import Channel, GivenPaper, Party, PartyKind, ReturnWay
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.events import Received
from onestop_desk.domain.identity import Sex, normalise_phone
from onestop_desk.domain.plain import canonical
from onestop_desk.domain.text import clean, clean_lines
from onestop_desk.services.catalogue import procedure as procedure_of
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import LineChanged, StepUnknown
from onestop_desk.services.intake import Application, Prepared, prepare
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import Writing, entries_about, record_new_dossiers

CHUNK = 500
LATER_STEPS = (
    *("hand_over", "take_over", "step", "request_supplement", "supplement", "request_payment", "pay"),
    *("extend", "finish", "notify", "return", "withdraw", "stop", "refuse", "correct", "rate"),
)
_KNOWN = select(DOSSIER.c.ref, DOSSIER.c.uid, DOSSIER.c.code).where(
    DOSSIER.c.ref.in_(bindparam("refs", expanding=True))
)

T = TypeVar("T", bound=StrEnum)
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of one line: a dossier, or an error; `is_new` is False when the line had been taken in before."""

    line: int
    uid: str = ""
    code: str = ""
    due_at: datetime | None = None
    is_new: bool = True
    error: DeskError | None = None

    @property
    def ok(self) -> bool:
        """Whether the line's dossier is in the register."""
        return self.error is None


@dataclass(frozen=True, slots=True)
class _Request:
    line: int
    application: Application


def import_lines(desk: Desk, lines: Iterable[bytes]) -> Iterator[LineResult]:
    """Take in receive lines, 500 a transaction; yields a result for each line that is not blank, in order."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    while chunk := list(islice(numbered, CHUNK)):
        yield from _import_chunk(desk, chunk)


def _import_chunk(desk: Desk, chunk: Sequence[tuple[int, bytes]]) -> list[LineResult]:
    results: list[LineResult] = []
    requests: list[_Request] = []
    procedures: dict[str, Procedure] = {}
    for number, line in chunk:
        try:
            requests.append(_Request(number, read_line(desk, line, procedures)))
        except DeskError as error:
            results.append(LineResult(number, error=error))
    with desk.writing() as writing:
        results += _take_in(writing, desk, requests)
    return sorted(results, key=lambda result: result.line)


def _take_in(writing: Writing, desk: Desk, requests: Sequence[_Request]) -> list[LineResult]:
    known = _known_before(writing, requests)
    fresh: dict[str, Prepared] = {}
    results = []
    for request in requests:
        ref = request.application.ref
        try:
            earlier = known.get(ref) or fresh.get(ref)
            if earlier is not None:
                _require_same(earlier.event, request.application)
                results.append(_result(request.line, earlier, is_new=False))
                continue
            fresh[ref] = prepare(writing, desk, request.application)
            results.append(_result(request.line, fresh[ref]))
        except DeskError as error:
            results.append(LineResult(request.line, error=error))
    record_new_dossiers(writing, desk, [(made.uid, made.event) for made in fresh.values()])
    return results


def _result(line: int, made: Prepared, *, is_new: bool = True) -> LineResult:
    return LineResult(line, made.uid, made.event.code, made.event.due.due_at, is_new)


def _known_before(writing: Writing, requests: Sequence[_Request]) -> dict[str, Prepared]:
    refs = [request.application.ref for request in requests]
    found = {}
    for row in writing.connection.execute(_KNOWN, {"refs": refs}):
        first = entries_about(writing.connection, f"dossier/{row.uid}")[0].event
        if isinstance(first, Received):
            found[row.ref] = Prepared(row.uid, first)
    return found


def _require_same(event: Received, application: Application) -> None:
    before = (event.at, event.owner, event.submitter, event.channel, event.case, event.sets, event.note)
    now = (
        *(application.received_at, application.owner, application.submitter),
        *(application.channel, application.case, application.sets, application.note),
    )
    if before != now or event.procedure.code != application.procedure.code or event.papers != application.papers:
        raise LineChanged(event.code)
    if application.code and application.code != event.code:
        raise LineChanged(event.code)


def read_line(desk: Desk, line: bytes, procedures: dict[str, Procedure]) -> Application:
    """Read one line as a form; raises BadValue with the field, StepUnknown, ProcedureNotOffered.

    `procedures` keeps the procedures found so far.
    """
    data = _object(line)
    step = _text(data, "do")
    if step != "receive":
        raise StepUnknown(step, is_later=step in LATER_STEPS)
    code = _text(data, "procedure")
    if code not in procedures:
        procedures[code] = procedure_of(desk, code)
    return _application(data, procedures[code])


def _object(line: bytes) -> dict[str, Any]:
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
    on_site_five = data.get("on_site_five")
    if isinstance(on_site_five, bool):
        procedure = replace(procedure, on_site_five=on_site_five)
    ref = _text(data, "ref") or hashlib.sha256(canonical(data)).hexdigest()[:32]
    submitter = data.get("submitter")
    return Application(
        ref=f"import:{ref}",
        procedure=procedure,
        owner=_party(data.get("owner"), "owner"),
        submitter=None if submitter is None else _party(submitter, "submitter"),
        channel=_choice(Channel, data, "channel", Channel.DIRECT),
        case=_text(data, "case") or None,
        papers=_papers(data.get("papers"), procedure),
        sets=_whole(data, "sets", 1),
        return_by=_choice(ReturnWay, data, "return_by", ReturnWay.COUNTER),
        return_address=_text(data, "return_address"),
        received_at=read_moment(data.get("received_at"), "received_at"),
        code=_text(data, "code"),
        note=clean_lines(_text(data, "note", is_long=True)),
    )


def _party(data: object, field: str) -> Party:
    if not isinstance(data, dict):
        raise BadValue(field, "empty")
    name = _text(data, "name")
    if not name:
        raise BadValue(f"{field}.name", "empty")
    phone = _text(data, "phone")
    return Party(
        name=name,
        kind=_choice(PartyKind, data, "kind", PartyKind.PERSON),
        id_number=_text(data, "id_number"),
        birth=_date(data, "birth"),
        sex=_choice(Sex, data, "sex", None),
        phone=normalise_phone(phone) if phone else "",
        email=_text(data, "email"),
        address=_text(data, "address"),
    )


def _papers(data: object, procedure: Procedure) -> tuple[GivenPaper, ...]:
    if data is None:
        required = [paper for paper in procedure.papers if paper.required]
        return tuple(GivenPaper(p.name, p.originals, p.copies, p.originals + p.copies > 0) for p in required)
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise BadValue("papers", "format")
    return tuple(
        GivenPaper(_text(item, "name"), _whole(item, "originals", 1), _whole(item, "copies", 0)) for item in data
    )


def read_moment(value: object, field: str) -> datetime:
    """Read an ISO 8601 moment; without an offset it is Vietnam's. Raises BadValue."""
    if value is None or value == "":
        raise BadValue(field, "empty")
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise BadValue(field, "format", str(value)) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)


def _text(data: dict[str, Any], name: str, *, is_long: bool = False) -> str:
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadValue(name, "format", str(value))
    return value if is_long else clean(value)


def _whole(data: dict[str, Any], name: str, default: int) -> int:
    value = data.get(name, default)
    if type(value) is not int:
        raise BadValue(name, "format", str(value))
    return value


def _date(data: dict[str, Any], name: str) -> date | None:
    text = _text(data, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadValue(name, "format", text) from None


def _choice(kind: type[T], data: dict[str, Any], name: str, default: D) -> T | D:
    text = _text(data, name)
    try:
        return kind(text) if text else default
    except ValueError:
        raise BadValue(name, "unknown", text) from None
