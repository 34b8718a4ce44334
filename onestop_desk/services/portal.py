"""Online requests: taken in from a portal's file, accepted or refused at the counter, told back to the portal."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, select

from onestop_desk.domain.application import Channel
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.events import ConflictDecided, Noted, Printed, Rated
from onestop_desk.domain.office import Entry
from onestop_desk.domain.portal import (
    RequestRefused,
    RequestStage,
    RequestState,
    RequestSubmitted,
    decide_until,
    fold_request,
)
from onestop_desk.domain.text import clean
from onestop_desk.services.catalogue import procedure as procedure_of
from onestop_desk.services.clock import MOST_AHEAD
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import RequestDecided
from onestop_desk.services.guidance import AlongsideVisit, Request, Visited, refuse_at_counter
from onestop_desk.services.line_fields import read_moment, read_object, text
from onestop_desk.services.portal_request import PREFIX, request_uid, state_of, subject_of
from onestop_desk.services.projection import DOSSIER, PROCEDURE, REQUEST
from onestop_desk.services.receive_line import read_application
from onestop_desk.services.record import Writing, entries_about, record

CHUNK = 200

_UNTOLD = (Noted, Printed, Rated, ConflictDecided)
"""What happens to a dossier inside the office: it changes nothing that a portal is told."""


@dataclass(frozen=True, slots=True)
class PortalResult:
    """What became of one line of a portal's file; `is_new` is False where the request was here before."""

    line: int
    number: str = ""
    is_new: bool = True
    error: DeskError | None = None

    @property
    def ok(self) -> bool:
        """Whether the request is in the register."""
        return self.error is None


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as lists show it; `until` is when it should be decided."""

    uid: str
    number: str
    stage: RequestStage
    submitted_at: datetime
    decided_at: datetime | None
    procedure: str
    person: str
    code: str
    is_doubled: bool
    papers: int
    procedure_name: str
    until: datetime

    def is_late(self, now: datetime) -> bool:
        """Tell whether it was decided after its time, or still waits past it."""
        return (self.decided_at or now) > self.until


_COLUMNS = tuple(name for name in RequestLine.__dataclass_fields__ if name not in ("until", "procedure_name"))
_NAME = func.coalesce(PROCEDURE.c.name, REQUEST.c.procedure).label("procedure_name")


def take_in(desk: Desk, lines: Iterable[bytes]) -> Iterator[PortalResult]:
    """Take in a portal's lines, some hundreds a transaction; yields a result for each line that is not blank."""
    find_procedure: Callable[[str], Procedure] = cache(lambda code: procedure_of(desk, code))
    chunk: list[tuple[int, bytes]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            chunk.append((number, line))
        if len(chunk) == CHUNK:
            yield from _take_chunk(desk, chunk, find_procedure)
            chunk = []
    yield from _take_chunk(desk, chunk, find_procedure)


def waiting(desk: Desk) -> tuple[RequestLine, ...]:
    """Return what waits to be accepted, and what two counters accepted: the oldest first."""
    wanted = (REQUEST.c.stage == RequestStage.WAITING.value) | REQUEST.c.is_doubled
    return lines(desk, wanted)


def lines(desk: Desk, *wanted: Any) -> tuple[RequestLine, ...]:
    """Return requests of this agency, the oldest first."""
    query = (
        select(*(REQUEST.c[name] for name in _COLUMNS), _NAME)
        .outerjoin(PROCEDURE, PROCEDURE.c.code == REQUEST.c.procedure)
        .where(REQUEST.c.agency == desk.state.agency, *wanted)
    )
    with desk.reading() as connection:
        rows = connection.execute(query.order_by(REQUEST.c.submitted_at, REQUEST.c.uid)).all()
    return tuple(_line(desk, row) for row in rows)


def count_waiting(desk: Desk) -> int:
    """Return how many requests wait."""
    query = select(func.count()).where(
        REQUEST.c.stage == RequestStage.WAITING.value, REQUEST.c.agency == desk.state.agency
    )
    with desk.reading() as connection:
        return int(connection.execute(query).scalar_one())


def request_of(desk: Desk, uid: str) -> RequestState:
    """Return one request; raises BadValue where there is none."""
    with desk.reading() as connection:
        found = state_of(connection, uid)
    if found is None:
        raise BadValue("request", "unknown", uid)
    return found


def open_request(desk: Desk, uid: str) -> tuple[RequestState, Procedure]:
    """Return a request that waits, with what it asks for; raises RequestDecided, ProcedureNotOffered, BadValue."""
    state = request_of(desk, uid)
    _require_waiting(state)
    return state, procedure_of(desk, state.submitted.procedure)


def refuse_request(desk: Desk, uid: str, reason: str, alongside: AlongsideVisit | None = None) -> Visited:
    """Refuse a request with form 03, in one transaction; raises RequestDecided, ReasonMissing, BadValue."""
    submitted = request_of(desk, uid).submitted
    name = _procedure_name(desk, submitted.procedure)
    request = Request(submitted.submitter or submitted.owner, f"{name} ({submitted.number})", submitted.procedure)

    def decide(writing: Writing, visited: Visited) -> None:
        state = state_of(writing.connection, uid)
        assert state is not None
        _require_waiting(state)
        record(writing, desk, subject_of(uid), RequestRefused(desk.clock(), clean(reason), visited.uid))
        if alongside is not None:
            alongside(writing, visited)

    return refuse_at_counter(desk, request, reason, decide)


def answers(desk: Desk, since: datetime | None = None) -> Iterator[dict[str, Any]]:
    """Yield what the portal is to be told: each request's decision, and how its dossier stands now; with `since` only
    those of which something was written down from that moment on that the portal is told."""
    decided = lines(desk, REQUEST.c.stage != RequestStage.WAITING.value)
    with desk.reading() as connection:
        for line in decided:
            entries = entries_about(connection, subject_of(line.uid))
            state = fold_request(entry.event for entry in entries)
            assert state is not None
            about = [f"dossier/{uid}" for uid in state.dossiers[:1]]
            news = chain(entries, *(entries_about(connection, subject) for subject in about))
            if since is None or _last_told(news) >= since:
                yield _answer(line, state, connection)


def _last_told(entries: Iterable[Entry]) -> datetime:
    # When it was written down, not when it happened: a step that is entered late is news all the same.
    return max(entry.recorded_at for entry in entries if not isinstance(entry.event, _UNTOLD))


def _answer(line: RequestLine, state: RequestState, connection: Connection) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": line.number,
        "decision": line.stage.value,
        "decided_at": _iso(line.decided_at),
        "reason": state.reason,
        "code": line.code,
    }
    if line.stage is RequestStage.REFUSED:
        return told | {"state": Stage.NOT_ACCEPTED.value}
    row = connection.execute(select(DOSSIER).where(DOSSIER.c.uid.in_(state.dossiers[:1]))).mappings().first()
    if row is None:
        return told
    return told | {"state": row["stage"]} | {name: _iso(row[name]) for name in ("due_at", "finished_at", "returned_at")}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _take_chunk(
    desk: Desk, chunk: list[tuple[int, bytes]], find_procedure: Callable[[str], Procedure]
) -> list[PortalResult]:
    if not chunk:
        return []
    results = []
    with desk.writing() as writing:
        for number, line in chunk:
            try:
                event = _read(desk, line, find_procedure)
                results.append(_taken(writing, desk, number, event))
            except DeskError as error:
                results.append(PortalResult(number, error=error))
    return results


def _taken(writing: Writing, desk: Desk, line: int, event: RequestSubmitted) -> PortalResult:
    uid = request_uid(event.agency, event.number)
    known = state_of(writing.connection, uid)
    if known is None:
        record(writing, desk, subject_of(uid), event)
        return PortalResult(line, event.number)
    if replace(known.submitted, at=event.at) != event:
        raise BadValue("number", "other_content", event.number)
    return PortalResult(line, event.number, is_new=False)


def _read(desk: Desk, line: bytes, find_procedure: Callable[[str], Procedure]) -> RequestSubmitted:
    data, now = read_object(line), desk.clock()
    number = clean(text(data, "number"))
    if not number:
        raise BadValue("number", "empty")
    submitted_at = read_moment(data.get("submitted_at"), "submitted_at")
    if submitted_at > now + MOST_AHEAD:
        raise BadValue("submitted_at", "future", submitted_at.isoformat())
    asked = {**data, "ref": f"{PREFIX}{number}", "channel": Channel.ONLINE.value, "received_at": data["submitted_at"]}
    form = read_application(asked, find_procedure)
    return RequestSubmitted(
        now,
        desk.state.agency,
        number,
        submitted_at,
        form.procedure.code,
        form.owner,
        form.submitter,
        form.case,
        form.papers,
        form.sets,
        form.return_by,
        form.return_address,
        form.note,
    )


def _line(desk: Desk, row: Any) -> RequestLine:
    found = {**row._mapping, "stage": RequestStage(row.stage)}
    return RequestLine(**found, until=decide_until(desk.calendar, row.submitted_at, desk.settings.acceptance_hours))


def _require_waiting(state: RequestState) -> None:
    if state.stage is not RequestStage.WAITING:
        raise RequestDecided(state.submitted.number, state.stage.value, ", ".join(state.codes))


def _procedure_name(desk: Desk, code: str) -> str:
    try:
        return procedure_of(desk, code).name
    except DeskError:
        return code
