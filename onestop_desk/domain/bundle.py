"""Dossiers that went together: on one hand-over list, or given back to one person in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.events import Collector, ReceiverKind


@dataclass(frozen=True, slots=True)
class HandOverListed:
    """A hand-over list: to whom, and the uids of its dossiers in order; `serial` counts this counter's of the day."""

    kind = "hand_over_listed"
    version = 1

    at: datetime
    agency: str
    counter: int
    serial: int
    to: str
    to_kind: ReceiverKind
    dossiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReturnedTogether:
    """A return of one or several dossiers (uids) to one person, with one slip."""

    kind = "returned_together"
    version = 1

    at: datetime
    agency: str
    counter: int
    serial: int
    dossiers: tuple[str, ...]
    collector: Collector | None = None
    way: ReturnWay = ReturnWay.COUNTER


Bundle = HandOverListed | ReturnedTogether
BUNDLE_EVENTS = (HandOverListed, ReturnedTogether)


def fold_bundle(events: Iterable[object]) -> Bundle | None:
    """Return the bundle: the first of its events stands."""
    return next((event for event in events if isinstance(event, HandOverListed | ReturnedTogether)), None)
