"""Visits that end without a dossier: refusing at the counter and giving guidance, each with a number of its own."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from onestop_desk.domain.application import Party, clean_party
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter, Visit, fold_visit
from onestop_desk.services.clock import require_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ReasonMissing
from onestop_desk.services.numbering import next_serial
from onestop_desk.services.projection import VISIT
from onestop_desk.services.record import Writing, entries_about, record

AlongsideVisit = Callable[[Writing, "Visited"], None]


@dataclass(frozen=True, slots=True)
class Request:
    """Who came and what they asked for; `procedure` is its code where there is one."""

    person: Party
    text: str
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class Visited:
    """A recorded visit."""

    uid: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit as lists show it; `kind` is the event's."""

    uid: str
    kind: str
    at: datetime
    serial: int
    counter: int
    person: str
    request: str


def refuse_at_counter(desk: Desk, request: Request, reason: str, alongside: AlongsideVisit | None = None) -> Visited:
    """Record that a request is not taken in (form 03); raises ReasonMissing, BadValue."""
    request, reason = _sound(request), clean(reason)
    if not reason:
        raise ReasonMissing("refused")

    def refused(serial: int) -> Visit:
        state = desk.state
        return RefusedAtCounter(
            desk.clock(), state.agency, state.counter, serial, request.person, request.text, reason, request.procedure
        )

    return _recorded(desk, "refusal", refused, alongside)


def give_guidance(
    desk: Desk, request: Request, missing: tuple[str, ...], reason: str = "", alongside: AlongsideVisit | None = None
) -> Visited:
    """Record what a person was told to bring (form 02, nothing taken in); raises BadValue."""
    request = _sound(request)
    wanted = tuple(filter(None, map(clean, missing)))
    if not wanted:
        raise BadValue("missing", "empty")

    def guided(serial: int) -> Visit:
        state = desk.state
        given = GuidanceGiven(desk.clock(), state.agency, state.counter, serial, request.person, request.text, wanted)
        return replace(given, reason=clean(reason), procedure=request.procedure)

    return _recorded(desk, "guidance", guided, alongside)


def visits(desk: Desk, limit: int = 50) -> tuple[VisitLine, ...]:
    """Return the latest visits without a dossier, newest first."""
    query = select(*(VISIT.c[name] for name in VisitLine.__dataclass_fields__)).order_by(VISIT.c.at.desc())
    with desk.reading() as connection:
        return tuple(VisitLine(*row) for row in connection.execute(query.limit(limit)))


def visit_of(desk: Desk, uid: str) -> Visit:
    """Return one visit; BadValue where there is none."""
    with desk.reading() as connection:
        found = fold_visit(entry.event for entry in entries_about(connection, f"visit/{uid}"))
    if found is None:
        raise BadValue("visit", "unknown", uid)
    return found


def _sound(request: Request) -> Request:
    cleaned = Request(clean_party(request.person), clean(request.text), clean(request.procedure))
    if not cleaned.person.name:
        raise BadValue("owner.name", "empty")
    if not cleaned.text:
        raise BadValue("request", "empty")
    return cleaned


def _recorded(desk: Desk, series: str, make: Callable[[int], Visit], alongside: AlongsideVisit | None) -> Visited:
    uid = uuid.uuid4().hex
    with desk.writing() as writing:
        require_clock(desk, writing.last_at)
        day = desk.clock().astimezone(VIETNAM).date()
        visited = Visited(uid, make(next_serial(writing, desk.state, day, series).value))
        record(writing, desk, f"visit/{uid}", visited.visit)
        if alongside is not None:
            alongside(writing, visited)
    return visited
