"""One round with the centre: greet, send what is not there, take in what is not here. No loop, no thread, no timer.

Every answer is handled as the table of sync.md §2 says; a round may end at any point and the next one goes on.
"""

import math
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from onestop_desk.domain.errors import DeskError
from onestop_desk.models.base import to_microseconds
from onestop_desk.services.absorb import absorb, fold_parked
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import CounterTaken, PushStopped
from onestop_desk.services.lives import had_lives, is_left_behind, settle
from onestop_desk.services.lost import count as lost_count
from onestop_desk.services.lost import forget_returned
from onestop_desk.services.new_life import begin_new_life
from onestop_desk.services.opening import is_range_shared
from onestop_desk.services.record import EVENT
from onestop_desk.services.rewind import find_common_past, is_same_history
from onestop_desk.services.standing import Standing, keep_standing, standing_of
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.fault import CentreRefused, CentreWrong
from onestop_desk.sync.wire import MOST_BYTES, MOST_EVENTS, Answer, Page, StreamHead, WireEvent

WAITS_S = (5.0, 15.0, 60.0, 120.0, 300.0, 600.0)
JITTER = 0.2
PAGE = 500
ROUND_S = 120.0
"""After so long, a round goes no further than the batch and the page that are under way (docs/decisions/0018)."""
MOST_CLOCK_DIFFERENCE = timedelta(minutes=2)
_MOST_TURNS = 4
"""How often a round may rejoin or begin anew before it leaves the rest to the next one."""

OpenCentre = Callable[[], Centre]


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """What one round did; `trouble` is why it ended before its end. `is_cut`: nothing is wrong, but it took too long,
    and the next one should go on at once."""

    sent: int = 0
    received: int = 0
    trouble: DeskError | None = None
    is_cut: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything was exchanged."""
        return self.trouble is None and not self.is_cut


class _TimeIsUp(Exception):
    """The round has lasted long enough, and more is to come: raised at a page's border."""


@dataclass(slots=True)
class _Count:
    """What was exchanged so far, also when the round breaks; `station` is this desk's name at the centre. From `until`
    on (time.monotonic) no batch and no page is begun but the first."""

    sent: int = 0
    received: int = 0
    station: str = ""
    until: float = math.inf
    is_cut: bool = False

    @property
    def is_time_up(self) -> bool:
        """Whether the round should come to its end."""
        return time.monotonic() > self.until


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The facts behind the sentence at the foot of the window."""

    is_set_up: bool
    unsent: int
    ok_at: datetime | None
    trouble: str
    trouble_since: datetime | None
    clock_ahead: timedelta
    conflicts: int = 0
    lost: int = 0
    """Events of other desks that the centre has lost and this one still has (services/lost.py)."""

    @property
    def is_clock_wrong(self) -> bool:
        """Whether this clock differs from the centre's by more than people overlook."""
        return abs(self.clock_ahead) > MOST_CLOCK_DIFFERENCE


def attempt(desk: Desk, open_centre: OpenCentre) -> RoundOutcome:
    """Open a line, run one round, and keep how it ended; an error about the centre is the outcome, not raised."""
    count, trouble = _Count(until=time.monotonic() + ROUND_S), None
    try:
        with open_centre() as centre:
            run_round(desk, centre, count)
    except _TimeIsUp:
        count.is_cut = True
    except DeskError as error:
        trouble = error
    outcome = RoundOutcome(count.sent, count.received, trouble, count.is_cut)
    try:
        _keep_outcome(desk, outcome)
    except DeskError as error:  # a full disk: what was exchanged stays exchanged, and the caller hears of it
        outcome = replace(outcome, trouble=trouble or error)
    return outcome


def run_round(desk: Desk, centre: Centre, count: _Count | None = None) -> RoundOutcome:
    """Exchange everything over an open line; raises what sync/fault.py names, CounterTaken and PushStopped."""
    with desk.traffic.in_background():
        return _exchanged(desk, centre, count or _Count())


def _exchanged(desk: Desk, centre: Centre, count: _Count) -> RoundOutcome:
    fold_parked(desk)
    agency = desk.state.agency
    standing = standing_for(desk)
    welcome = centre.hello(agency, standing.cursor, unsent(desk))
    count.station = welcome.station
    ahead = to_microseconds(desk.clock()) - welcome.now_us
    if standing.epoch and not is_same_history(centre, standing, welcome):
        find_common_past(desk, centre)
        _change(desk, fence="")
    _change(desk, epoch=welcome.epoch, clock_ahead_us=ahead)
    stopped = _pushed(desk, centre, count)
    _pull(desk, centre, count)
    forget_returned(desk)
    if stopped is None and _is_forgotten(desk):
        _change(desk, fence="")
        stopped = _pushed(desk, centre, count)
        _pull(desk, centre, count)
    if stopped is None and not desk.has_settled:
        stopped = _healed(desk, centre, count)
    if stopped is not None:
        raise stopped
    return RoundOutcome(count.sent, count.received)


def stop(desk: Desk) -> None:
    """Let a round that is under way end at its next transaction: the program is closing, or the clerk changes."""
    desk.is_closing = True


def resume(desk: Desk) -> None:
    """Let rounds go on: somebody works here again."""
    desk.is_closing = False


def next_wait(tries: int, chance: float) -> float:
    """Return the seconds until the next try: 5 s, 15 s, 1, 2, 5, 10 min, ± 20 % by a chance between 0 and 1."""
    usual = WAITS_S[min(tries, len(WAITS_S) - 1)]
    return usual * (1 - JITTER + 2 * JITTER * chance)


def standing_for(desk: Desk) -> Standing:
    """Return how this desk stands with the centre."""
    with desk.reading() as connection:
        return standing_of(connection, desk.state.agency)


def unsent(desk: Desk) -> int:
    """Return how many events of this desk the centre has not confirmed."""
    with desk.reading() as connection:
        standing = standing_of(connection, desk.state.agency)
        return _last_seq(connection, desk.stream) - _acked(standing, desk.stream)


def status(desk: Desk) -> SyncStatus:
    """Return the facts of how sync stands; never asks the line."""
    standing = standing_for(desk)
    with desk.reading() as connection:
        lost = lost_count(connection)
    return SyncStatus(
        lost=lost,
        is_set_up=bool(desk.settings.centre_url),
        unsent=unsent(desk),
        ok_at=standing.ok_at,
        trouble=standing.trouble,
        trouble_since=standing.trouble_since,
        clock_ahead=timedelta(microseconds=standing.clock_ahead_us),
    )


def _pushed(desk: Desk, centre: Centre, count: _Count) -> DeskError | None:
    """Send everything; returns what ends the sending but not the round."""
    head = StreamHead(Answer.OK)
    for _ in range(_MOST_TURNS):
        head = _push_some(desk, centre, count)
        match head.answer:
            case Answer.OK:
                return None
            case Answer.GAP | Answer.UNKNOWN:
                _change(desk, fence="", pushing_seq=0)
            case Answer.FENCED | Answer.FORK:
                begin_new_life(desk, head.answer.value)
            case Answer.COUNTER_TAKEN if head.rival == count.station:
                # An earlier life of this desk or of a revoked one has numbered from this range: the feed tells which
                # one is free.
                _pull(desk, centre, count)
                begin_new_life(desk, head.answer.value)
            case Answer.COUNTER_TAKEN:
                return CounterTaken(desk.state.counter, head.rival)
            case Answer.NOT_ALLOWED if standing_for(desk).fence:  # another station's by now: ask whether it lives
                _change(desk, fence="", pushing_seq=0)
            case Answer.NOT_ALLOWED:
                return CentreRefused(centre.host, desk.state.agency)
            case _:
                return PushStopped(head.answer.value)
    return PushStopped(head.answer.value)


def _healed(desk: Desk, centre: Centre, count: _Count) -> DeskError | None:
    """Send what an earlier life left behind: the whole feed is here, and the centre has it nowhere. Take another range
    where a revoked station has numbered from this one. Once a start, and after the centre has lost something."""
    if desk.is_closing:
        return None
    if is_left_behind(desk) or is_range_shared(desk):
        begin_new_life(desk, "RANGE_SHARED" if is_range_shared(desk) else "LEFT_BEHIND")
        stopped = _pushed(desk, centre, count)
        if stopped is not None:
            return stopped
        _pull(desk, centre, count)
    desk.has_settled = True
    return None


def _push_some(desk: Desk, centre: Centre, count: _Count) -> StreamHead:
    """Send batches until there is nothing more or an answer is not OK; returns the last answer."""
    agency = desk.state.agency
    standing = standing_for(desk)
    if standing.stream != desk.stream or not standing.fence:
        head = _joined(desk, centre, count)
        if head.answer is not Answer.OK:
            return head
    while not desk.is_closing and (batch := _next_batch(desk)):
        standing = _change(desk, pushing_seq=batch[-1].seq)
        head = centre.push(agency, desk.stream, standing.fence, batch)
        if head.answer is not Answer.OK:
            return head
        if head.head_hash != batch[-1].hash or head.head_seq != batch[-1].seq:
            raise CentreWrong("head", head.head_seq)
        _change(desk, acked_seq=head.head_seq, pushing_seq=0, fence=head.fence)
        count.sent += len(batch)
        if count.is_time_up:  # the feed gets its page too: who has much to send must not hear nothing for ever
            count.is_cut = unsent(desk) > 0
            break
    return StreamHead(Answer.OK)


def _joined(desk: Desk, centre: Centre, count: _Count) -> StreamHead:
    """Open this desk's stream at the centre, or prove that it is this desk's and go on from the centre's head. A life
    after another one listens first: what the centre has of that one is not sent again."""
    agency, state = desk.state.agency, desk.state
    seq = centre.stream_head(agency, desk.stream)
    if seq is None:
        if had_lives(desk):
            _pull(desk, centre, count)
            settle(desk)
        head = centre.open_stream(agency, desk.stream, state.counter, state.extras[-1] if state.extras else 0)
    else:
        shown = _hash_at(desk, seq)
        if shown is None:  # the centre has more of this stream than this database: it was another life
            return StreamHead(Answer.FENCED)
        head = centre.rejoin(agency, desk.stream, seq, shown)
    if head.answer is Answer.OK:
        _change(desk, stream=desk.stream, acked_seq=head.head_seq, pushing_seq=0, fence=head.fence, epoch=head.epoch)
    return head


def _next_batch(desk: Desk) -> list[WireEvent]:
    """Return the next events to send: those of a batch whose answer was lost, the very same, before any others."""
    with desk.reading() as connection:
        standing = standing_of(connection, desk.state.agency)
        query = select(EVENT).where(EVENT.c.stream == desk.stream, EVENT.c.seq > standing.acked_seq)
        if standing.pushing_seq > standing.acked_seq:
            query = query.where(EVENT.c.seq <= standing.pushing_seq)
        rows = connection.execute(query.order_by(EVENT.c.seq).limit(MOST_EVENTS)).all()
    batch: list[WireEvent] = []
    size = 0
    for row in rows:
        size += len(row.payload)
        if batch and size > MOST_BYTES and not standing.pushing_seq:
            break
        at_us = to_microseconds(row.at)
        batch.append(WireEvent(row.stream, row.seq, at_us, row.kind, row.version, row.subject, row.payload, row.hash))
    return batch


def _pull(desk: Desk, centre: Centre, count: _Count) -> None:
    agency = desk.state.agency
    for _ in range(_MOST_TURNS):
        try:
            with closing(_pages(desk, centre, count)) as coming:
                for page in coming:
                    standing = standing_for(desk)
                    if page.epoch != standing.epoch or page.head_pos < standing.cursor:
                        raise CentreWrong("digest", standing.cursor)
                    count.received += absorb(desk, page) if page.events else 0
            return
        except CentreWrong as error:
            if not find_common_past(desk, centre) and error.what not in ("digest", "position"):
                raise
            _change(desk, epoch=centre.hello(agency).epoch)
    raise CentreWrong("digest", standing_for(desk).cursor)


def _pages(desk: Desk, centre: Centre, count: _Count) -> Generator[Page, None, None]:
    """Yield the feed from where the desk stands, up to the first page that is empty. While a full page is taken in, the
    next one is on its way; whatever ends the reading, nobody else speaks over this line before it has come. Raises
    _TimeIsUp after the last page that the round has time for."""
    agency, cursor = desk.state.agency, standing_for(desk).cursor
    with desk.reading() as connection:
        own_seq = _last_seq(connection, desk.stream)
    with ThreadPoolExecutor(1, "sync pages") as pool:
        coming = pool.submit(centre.pull, agency, cursor, PAGE, desk.stream, own_seq)
        while not desk.is_closing:
            page = coming.result()
            is_last = count.is_time_up
            if page.events and not is_last:
                coming = pool.submit(centre.pull, agency, page.events[-1].pos, PAGE, desk.stream, own_seq)
            yield page
            if not page.events:
                return
            if is_last:
                raise _TimeIsUp


def _change(desk: Desk, **changes: Any) -> Standing:
    with desk.database.writing() as connection:
        standing = replace(standing_of(connection, desk.state.agency), **changes)
        keep_standing(connection, standing)
    return standing


def _keep_outcome(desk: Desk, outcome: RoundOutcome) -> None:
    now, before, trouble = desk.clock(), standing_for(desk), outcome.trouble
    if trouble is None and outcome.is_cut:  # the line is good, and not everything has gone over it
        _change(desk, tried_at=now, trouble="", trouble_since=None)
    elif trouble is None:
        _change(desk, ok_at=now, tried_at=now, trouble="", trouble_since=None)
    else:
        _change(desk, tried_at=now, trouble=trouble.code, trouble_since=before.trouble_since or now)


def _acked(standing: Standing, stream: str) -> int:
    return standing.acked_seq if standing.stream == stream else 0


def _last_seq(connection: Connection, stream: str) -> int:
    return int(connection.execute(select(func.max(EVENT.c.seq)).where(EVENT.c.stream == stream)).scalar() or 0)


def _is_forgotten(desk: Desk) -> bool:
    """Tell whether the centre once answered for work that its whole feed does not hold: it was restored since."""
    with desk.reading() as connection:
        acked = _acked(standing_of(connection, desk.state.agency), desk.stream)
        query = select(EVENT.c.pos).where(EVENT.c.stream == desk.stream, EVENT.c.seq == acked)
        found = connection.execute(query).first()
    return found is not None and found.pos is None


def _hash_at(desk: Desk, seq: int) -> bytes | None:
    """Return the hash of this desk's stream at a number; of nothing, the beginning's."""
    if seq == 0:
        return bytes(32)
    with desk.reading() as connection:
        query = select(EVENT.c.hash).where(EVENT.c.stream == desk.stream, EVENT.c.seq == seq)
        found = connection.execute(query).scalar()
    return None if found is None else bytes(found)
