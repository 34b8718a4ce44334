"""Requests that came over a portal: no dossiers (state 1, chờ tiếp nhận) until a counter accepts or refuses them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from onestop_desk.domain.application import GivenPaper, Party, ReturnWay
from onestop_desk.domain.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class RequestSubmitted:
    """A person's request as the portal sent it: `number` is the portal's own, `at` when it was taken in here."""

    kind = "request_submitted"
    version = 1

    at: datetime
    agency: str
    number: str
    submitted_at: datetime
    procedure: str
    owner: Party
    submitter: Party | None = None
    case: str | None = None
    papers: tuple[GivenPaper, ...] = ()
    sets: int = 1
    return_by: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RequestAccepted:
    """The request became a dossier."""

    kind = "request_accepted"
    version = 1

    at: datetime
    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class RequestRefused:
    """The request is not taken in; `visit` is the refusal that form 03 is about."""

    kind = "request_refused"
    version = 1

    at: datetime
    reason: str
    visit: str


REQUEST_EVENTS = (RequestSubmitted, RequestAccepted, RequestRefused)


class RequestStage(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RequestState:
    """A request as of now. `codes` are the dossiers it became: more than one where two counters accepted it offline,
    which a person must settle."""

    submitted: RequestSubmitted
    stage: RequestStage = RequestStage.WAITING
    decided_at: datetime | None = None
    codes: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    reason: str = ""


def fold_request(events: Iterable[object]) -> RequestState | None:
    """Fold a request's events in order: the first submission stands, and the first decision; every dossier is kept."""
    state: RequestState | None = None
    for event in events:
        match event:
            case RequestSubmitted() if state is None:
                state = RequestState(event)
            case RequestAccepted() if state is not None:
                state = _accepted(state, event)
            case RequestRefused() if state is not None and state.stage is RequestStage.WAITING:
                state = replace(state, stage=RequestStage.REFUSED, decided_at=event.at, reason=event.reason)
    return state


def _accepted(state: RequestState, event: RequestAccepted) -> RequestState:
    if event.dossier in state.dossiers:
        return state
    grown = replace(state, codes=(*state.codes, event.code), dossiers=(*state.dossiers, event.dossier))
    return replace(grown, stage=RequestStage.ACCEPTED, decided_at=state.decided_at or event.at)


def decide_until(calendar: WorkingCalendar, submitted_at: datetime, hours: int) -> datetime:
    """Return the moment until which a request is to be accepted or refused: so many working hours after it came in
    (NĐ 61/2018/NĐ-CP, Điều 17: online dossiers are looked at within a working day, a setting)."""
    return calendar.after_minutes(calendar.next_opening(submitted_at), hours * 60)
