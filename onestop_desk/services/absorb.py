"""Taking in the feed: every event proved, stored once, put in its place, and what it touches folded anew.

`record` is for what happens here, this for what happened anywhere. A page is verified before anything is written;
then it goes in by small transactions, so that a clerk who saves meanwhile hardly waits.
"""

import hashlib
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from onestop_desk.domain.chain import GENESIS, Link, UnknownEvent, chained, read_entry
from onestop_desk.domain.dossier import DossierState, evolve, fold
from onestop_desk.domain.office import Entry
from onestop_desk.models.base import from_microseconds
from onestop_desk.services import projection
from onestop_desk.services.bulk import insert_rows
from onestop_desk.services.desk import Desk
from onestop_desk.services.parking import now_understood, park, unpark
from onestop_desk.services.projection import DOSSIER, TABLES
from onestop_desk.services.record import EVENT, Writing, entries_about, histories_of
from onestop_desk.services.standing import keep_page, keep_standing, standing_of
from onestop_desk.sync.fault import CentreWrong
from onestop_desk.sync.wire import FeedEvent, Page

PIECE, SMALL_PIECE = 500, 25
"""Events a transaction: the second while a clerk writes too, a few milliseconds of the one write lock."""

MOST_FOLDS = 4_000
"""How many dossiers stay folded for what comes next; more of them make Python's own collections stop the window."""

RESTS = 4
"""How many times as long as a small piece took the desk is left to its clerk."""

_PLACE = update(EVENT).where(EVENT.c.id == bindparam("of_id")).values(pos=bindparam("at_pos"))
_KNOWN_HERE = select(DOSSIER.c.uid).where(DOSSIER.c.uid.in_(bindparam("uids", expanding=True)))
_LOOSE = (
    select(EVENT.c.subject)
    .where(EVENT.c.subject.in_(bindparam("subjects", expanding=True)), EVENT.c.pos.is_(None))
    .distinct()
)
_SHARED = (
    select(EVENT.c.subject)
    .where(EVENT.c.subject.in_(bindparam("subjects", expanding=True)), EVENT.c.stream != bindparam("own"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class _Proved:
    """An event whose place, chain and digest hold; `row_id` where it is here already."""

    event: FeedEvent
    digest: bytes
    row_id: int | None


def absorb(desk: Desk, page: Page) -> int:
    """Take a page in; returns how many events were new. Raises CentreWrong, and has then written nothing of it."""
    proved = _proved(desk, page)
    new = 0
    while proved and not desk.is_closing:
        is_calm, began = desk.traffic.is_calm(), time.monotonic()
        size = PIECE if is_calm else SMALL_PIECE
        new += _store(desk, proved[:size])
        proved = proved[size:]
        if not is_calm:
            desk.traffic.rest(RESTS * (time.monotonic() - began))
    return new


def fold_parked(desk: Desk) -> int:
    """Fold what an earlier version of the program did not understand and this one does; returns how many subjects."""
    with desk.reading() as connection:
        known = now_understood(connection)
    if not known:
        return 0
    with desk.writing() as writing:
        refold(writing, {one.subject for one in known})
        unpark(writing.connection, known)
    return len({one.subject for one in known})


def refold(writing: Writing, subjects: Collection[str]) -> None:
    """Fold subjects anew and store what they are now, inside an open transaction."""
    uids = [subject.removeprefix("dossier/") for subject in subjects if subject.startswith("dossier/")]
    for piece in _pieces(uids, 500):
        _refold_dossiers(writing.connection, piece)
    for subject in subjects:
        if not subject.startswith("dossier/") and subject.partition("/")[0] in TABLES:
            _refold_one(writing.connection, subject)
    writing.touched.update(subjects)


def _proved(desk: Desk, page: Page) -> list[_Proved]:
    with desk.reading() as connection:
        standing = standing_of(connection, desk.state.agency)
        known = _known(connection, page.events)
        heads = _heads(connection, {event.stream for event in page.events})
    proved, pos, digest = [], standing.cursor, standing.digest
    for event in page.events:
        desk.traffic.give_way()
        pos += 1
        if event.pos != pos:
            raise CentreWrong("position", pos)
        row = known.get((event.stream, event.seq))
        if row is None:
            heads[event.stream] = _next_head(event, heads.get(event.stream, (0, GENESIS)))
        elif row.hash != event.hash:
            raise CentreWrong("fork", pos)
        digest = hashlib.sha256(digest + event.hash).digest()
        proved.append(_Proved(event, digest, None if row is None else row.id))
    if page.events and digest != page.digest:
        raise CentreWrong("digest", pos)
    return proved


def _next_head(event: FeedEvent, head: tuple[int, bytes]) -> tuple[int, bytes]:
    """Return the stream's head after an event that is new here; raises CentreWrong for one that does not follow."""
    seq, previous = head
    if event.seq != seq + 1:
        raise CentreWrong("gap", event.pos)
    if event.payload is None:
        raise CentreWrong("payload", event.pos)
    link = Link(event.stream, event.seq, event.at_us, event.kind, event.version, event.subject)
    if chained(previous, link, event.payload) != event.hash:
        raise CentreWrong("hash", event.pos)
    return event.seq, event.hash


def _known(connection: Connection, events: Sequence[FeedEvent]) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    ordered = sorted(events, key=lambda event: (event.stream, event.seq))
    for stream, group in groupby(ordered, key=lambda event: event.stream):
        seqs = [event.seq for event in group]
        query = select(EVENT.c.seq, EVENT.c.hash, EVENT.c.id).where(
            EVENT.c.stream == stream, EVENT.c.seq.between(seqs[0], seqs[-1])
        )
        found |= {(stream, row.seq): row for row in connection.execute(query)}
    return found


def _heads(connection: Connection, streams: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    heads = {}
    for stream in streams:
        query = select(EVENT.c.seq, EVENT.c.hash).where(EVENT.c.stream == stream).order_by(EVENT.c.seq.desc()).limit(1)
        row = connection.execute(query).first()
        if row is not None:
            heads[stream] = (row.seq, row.hash)
    return heads


def _store(desk: Desk, piece: Sequence[_Proved]) -> int:
    """Store a piece in one transaction. What it makes of the dossiers is folded before, without the lock; a dossier
    that somebody wrote about in between is folded again inside."""
    new = [one for one in piece if one.row_id is None]
    placed = [{"of_id": one.row_id, "at_pos": one.event.pos} for one in piece if one.row_id is not None]
    ahead = _folded_ahead(desk, piece)
    with desk.writing() as writing:
        connection = writing.connection
        if new:
            insert_rows(connection, EVENT, [_row(one.event, writing.last_id + n) for n, one in enumerate(new, 1)])
            park(connection, ahead.parked)
        if placed:
            connection.execute(_PLACE, placed)
        _store_ahead(writing, ahead, new)
        writing.last_id += len(new)
        last = piece[-1]
        standing = standing_of(connection, desk.state.agency)
        keep_standing(connection, replace(standing, cursor=last.event.pos, digest=last.digest))
        keep_page(connection, last.event.pos, last.digest)
    _keep_folds(desk, ahead)
    return len(new)


@dataclass(slots=True)
class _Fold:
    """A dossier as the feed has it so far: its state, which uids are in it, its row's id (0: no event of it yet)."""

    state: DossierState
    seen: set[str]
    first_id: int


@dataclass(slots=True)
class _Ahead:
    """What a piece makes of the dossiers it touches, beside what they were before it; `read_id` is the last event of
    the log that was looked at."""

    read_id: int
    before: dict[str, _Fold]
    folds: dict[str, _Fold]
    others: set[str]
    parked: list[Entry] = field(default_factory=list)
    """What is new and not understood."""


def _folded_ahead(desk: Desk, piece: Sequence[_Proved]) -> _Ahead:
    """Fold what a piece adds to the agency's own dossiers; another agency's is folded anew, for its order is not this
    feed's."""
    agency = desk.state.agency
    with desk.reading() as connection:
        read_id = int(connection.execute(select(func.max(EVENT.c.id))).scalar() or 0)
        disturbed = _disturbed(connection, desk.stream, piece)
        fresh = [one.event for one in piece if one.row_id is None]
        dossiers = {subject for subject in disturbed if subject.startswith("dossier/")}
        folds = {subject: desk.folds[subject] for subject in dossiers if subject in desk.folds}
        unknown = dossiers - folds.keys()
        folds |= _folds_from(connection, unknown & {event.subject for event in fresh})
    ahead = _Ahead(read_id, folds, {}, disturbed - folds.keys())
    for event in fresh:
        desk.traffic.give_way()
        entry = _entry(event)
        if isinstance(entry.event, UnknownEvent):
            ahead.parked.append(entry)
        if event.subject in folds and event.subject not in ahead.others:
            earlier = ahead.folds.get(event.subject) or folds[event.subject]
            ahead.folds[event.subject] = after = _evolved(earlier, entry)
            if after.state.received is not None and after.state.received.agency != agency:
                del ahead.folds[event.subject]
                ahead.others.add(event.subject)
    return ahead


def _folds_from(connection: Connection, subjects: set[str]) -> dict[str, _Fold]:
    """Return the folds of dossiers that a new event may simply follow: those that are not here yet, and those that
    hold nothing unplaced."""
    uids = [subject.removeprefix("dossier/") for subject in subjects]
    loose = set(connection.execute(_LOOSE, {"subjects": list(subjects)}).scalars()) if subjects else set()
    histories = histories_of(connection, uids) if uids else {}
    found = {}
    for uid in uids:
        history = histories.get(uid)
        subject = f"dossier/{uid}"
        if history is None:
            found[subject] = _Fold(DossierState(), set(), 0)
        elif subject not in loose:
            found[subject] = _Fold(fold(history.entries), {entry.uid for entry in history.entries}, history.first_id)
    return found


def _entry(event: FeedEvent) -> Entry:
    """Read an event that is proved: what cannot be read is parked."""
    link = Link(event.stream, event.seq, event.at_us, event.kind, event.version, event.subject)
    return read_entry(link, event.payload or b"", from_microseconds(event.at_us))


def _evolved(before: _Fold, entry: Entry) -> _Fold:
    if entry.uid in before.seen:
        return before
    return _Fold(evolve(before.state, entry), before.seen | {entry.uid}, before.first_id)


def _store_ahead(writing: Writing, ahead: _Ahead, stored: Sequence[_Proved]) -> None:
    """Store the rows that were folded ahead; what was written about in between is folded anew. `stored` are the events
    that have just come in above the log's last id."""
    connection = writing.connection
    since = select(EVENT.c.subject).where(EVENT.c.id > ahead.read_id, EVENT.c.id <= writing.last_id).distinct()
    again = set(connection.execute(since).scalars()) & ahead.folds.keys()
    for subject in again:
        del ahead.folds[subject]
    first_ids: dict[str, int] = {}
    for row_id, one in enumerate(stored, writing.last_id + 1):
        first_ids.setdefault(one.event.subject, row_id)
    new, changed = [], []
    for subject, after in ahead.folds.items():
        before = ahead.before[subject].state
        after.first_id = after.first_id or first_ids[subject]
        if before.received is not None:
            changed.append(projection.changed_row(before, after.state, after.first_id))
        elif row := projection.dossier_row(subject.removeprefix("dossier/"), after.state, after.first_id):
            new.append(row)
    projection.store_dossiers(connection, new=new, changed=changed)
    refold(writing, ahead.others | again)
    writing.touched.update(ahead.folds)


def _keep_folds(desk: Desk, ahead: _Ahead) -> None:
    if len(desk.folds) > MOST_FOLDS:
        desk.folds.clear()
    desk.folds.update({subject: one for subject, one in ahead.folds.items() if one.state.received is not None})


def _disturbed(connection: Connection, own: str, piece: Sequence[_Proved]) -> set[str]:
    """Return the subjects whose fold may change: those of new events, and of placed ones where other desks have a word
    too; what only this desk wrote about keeps its order when the feed places it."""
    disturbed = {one.event.subject for one in piece if one.row_id is None}
    placed = {one.event.subject for one in piece if one.row_id is not None} - disturbed
    if placed:
        disturbed |= set(connection.execute(_SHARED, {"subjects": list(placed), "own": own}).scalars())
    return disturbed


def _row(event: FeedEvent, row_id: int) -> dict[str, Any]:
    return {
        "id": row_id,
        "stream": event.stream,
        "seq": event.seq,
        "at": from_microseconds(event.at_us),
        "kind": event.kind,
        "version": event.version,
        "subject": event.subject,
        "payload": event.payload,
        "hash": event.hash,
        "pos": event.pos,
    }


def _refold_dossiers(connection: Connection, uids: Sequence[str]) -> None:
    histories = histories_of(connection, uids)
    made = [
        projection.row_of(f"dossier/{uid}", history.entries, history.first_id) for uid, history in histories.items()
    ]
    _store_rows(connection, [row for row in made if row is not None])


def _store_rows(connection: Connection, rows: Sequence[projection.Row]) -> None:
    known = set(connection.execute(_KNOWN_HERE, {"uids": [row["uid"] for row in rows]}).scalars()) if rows else set()
    projection.store_dossiers(
        connection,
        new=[row for row in rows if row["uid"] not in known],
        changed=[row for row in rows if row["uid"] in known],
    )


def _refold_one(connection: Connection, subject: str) -> None:
    entries = entries_about(connection, subject)
    query = select(func.min(EVENT.c.id)).where(EVENT.c.subject == subject)
    first_id = int(connection.execute(query).scalar() or 0)
    projection.store_row(connection, subject, projection.row_of(subject, entries, first_id))


def _pieces(items: Iterable[Any], size: int) -> Iterable[list[Any]]:
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece
