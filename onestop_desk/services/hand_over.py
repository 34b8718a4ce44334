"""Handing over by list: scanned together, numbered, printed, confirmed or declined by the receiver item by item."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from onestop_desk.domain.bundle import HandOverListed, fold_bundle
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import HandedOver, HandOverDeclined, ReceiverKind, TakenOver
from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.text import clean
from onestop_desk.services import holding
from onestop_desk.services.clock import require_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.numbering import next_serial
from onestop_desk.services.progress import StepResult, take_each, take_each_within
from onestop_desk.services.projection import BUNDLE, DOSSIER
from onestop_desk.services.record import Writing, entries_about, record

MOST_ON_A_LIST = 500
SERIES = "hand_over"

AlongsideList = Callable[[Writing, "Listed"], None]


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes dossiers over: an officer's login or a department's name, or another agency's code."""

    name: str
    kind: ReceiverKind = ReceiverKind.DEPARTMENT


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was handed over: its uid and number (0: nothing could go), and what became of each dossier."""

    uid: str
    serial: int
    results: tuple[StepResult, ...]

    @property
    def gone(self) -> int:
        """How many dossiers went."""
        return sum(result.is_done for result in self.results)


@dataclass(frozen=True, slots=True)
class ListLine:
    """A hand-over list as lists show it."""

    uid: str
    serial: int
    at: datetime
    to: str
    size: int


def hand_over(desk: Desk, receiver: Receiver, uids: Sequence[str], alongside: AlongsideList | None = None) -> Listed:
    """Hand dossiers over with one list; one that may not go is named and stays, the others go."""
    receiver = _sound_receiver(receiver, uids)
    ref, now = uuid.uuid4().hex, desk.clock()
    step = HandedOver(now, receiver.name, receiver.kind, ref)
    with desk.writing() as writing:
        require_clock(desk, writing.last_at)
        results = take_each_within(writing, desk, [(uid, step) for uid in dict.fromkeys(uids)])
        gone = tuple(result.uid for result in results if result.is_done)
        if not gone:
            return Listed("", 0, results)
        serial = next_serial(writing, desk.state, now.astimezone(VIETNAM).date(), SERIES).value
        state = desk.state
        listed = HandOverListed(now, state.agency, state.counter, serial, receiver.name, receiver.kind, gone)
        record(writing, desk, f"bundle/{ref}", listed)
        made = Listed(ref, serial, results)
        if alongside is not None:
            alongside(writing, made)
    return made


def take_over(desk: Desk, uids: Sequence[str], by: str = "", author: ClerkWord | None = None) -> tuple[StepResult, ...]:
    """Confirm item by item that dossiers have arrived with `by` (empty: with whom they were sent to); `author` is the
    receiver who confirms with a PIN at somebody else's counter."""
    step = TakenOver(desk.clock(), clean(by))
    return take_each(desk, [(uid, step) for uid in uids], author)


def decline(desk: Desk, uids: Sequence[str], reason: str) -> tuple[StepResult, ...]:
    """Say that dossiers are not taken over, and why: they stay with whom they were; also undoes a hand-over."""
    step = HandOverDeclined(desk.clock(), reason)
    return take_each(desk, [(uid, step) for uid in uids])


def recent_lists(desk: Desk, limit: int = 50) -> tuple[ListLine, ...]:
    """Return the latest hand-over lists, newest first."""
    query = select(BUNDLE.c.uid, BUNDLE.c.serial, BUNDLE.c.at, BUNDLE.c.to, BUNDLE.c.size)
    query = query.where(BUNDLE.c.kind == HandOverListed.kind).order_by(BUNDLE.c.at.desc()).limit(limit)
    with desk.reading() as connection:
        return tuple(ListLine(*row) for row in connection.execute(query))


def dossiers_of(desk: Desk, list_uid: str) -> tuple[DossierLine, ...]:
    """Return the dossiers of a list, in its order."""
    with desk.reading() as connection:
        listed = fold_bundle(entry.event for entry in entries_about(connection, f"bundle/{list_uid}"))
        assert isinstance(listed, HandOverListed)
        rows = connection.execute(select(*COLUMNS).where(DOSSIER.c.uid.in_(listed.dossiers)))
        found = {line.uid: line for line in map(line_of, rows)}
    return tuple(found[uid] for uid in listed.dossiers if uid in found)


def on_the_way(desk: Desk, to: str = "") -> tuple[DossierLine, ...]:
    """Return what was handed over (to one receiver) and is not confirmed yet, oldest first."""
    return tuple(one.line for one in holding.coming(desk, to))


def receivers(desk: Desk) -> tuple[str, ...]:
    """Return to whom this desk has handed over before, most recent first."""
    query = select(BUNDLE.c.to).where(BUNDLE.c.kind == HandOverListed.kind).order_by(BUNDLE.c.at.desc()).limit(500)
    with desk.reading() as connection:
        return tuple(dict.fromkeys(connection.execute(query).scalars()))


def _sound_receiver(receiver: Receiver, uids: Sequence[str]) -> Receiver:
    name = clean(receiver.name)
    if not name:
        raise BadValue("to", "empty")
    if not uids:
        raise BadValue("dossiers", "empty")
    if len(uids) > MOST_ON_A_LIST:
        raise BadValue("dossiers", "too_many", str(len(uids)))
    return Receiver(name, receiver.kind)
