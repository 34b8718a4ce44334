"""Visits that end without a dossier: refused at the counter (form 03) or sent home with guidance (form 02)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onestop_desk.domain.application import Party


@dataclass(frozen=True, slots=True)
class RefusedAtCounter:
    """Form 03: the request is not taken in. `serial` counts the refusals of this counter and day."""

    kind = "refused_at_counter"
    version = 1

    at: datetime
    agency: str
    counter: int
    serial: int
    person: Party
    request: str
    reason: str
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class GuidanceGiven:
    """Form 02 without a dossier: what to bring. `serial` counts the guidance of this counter and day."""

    kind = "guidance_given"
    version = 1

    at: datetime
    agency: str
    counter: int
    serial: int
    person: Party
    request: str
    missing: tuple[str, ...]
    reason: str = ""
    procedure: str = ""


Visit = RefusedAtCounter | GuidanceGiven
VISIT_EVENTS = (RefusedAtCounter, GuidanceGiven)


def fold_visit(events: Iterable[object]) -> Visit | None:
    """Return the visit: the first of its events stands."""
    return next((event for event in events if isinstance(event, RefusedAtCounter | GuidanceGiven)), None)
