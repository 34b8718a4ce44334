"""The only way into the log: number, chain, store, fold, project, in the caller's one transaction."""

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, Table, bindparam, func, insert, select, true
from sqlalchemy.exc import SQLAlchemyError

from onestop_desk.domain.chain import GENESIS, NOT_READ, Link, chained, entry_of, parked_entry, payload_of
from onestop_desk.domain.dossier import DossierState, fold
from onestop_desk.domain.events import Received
from onestop_desk.domain.ledger import Writ
from onestop_desk.domain.office import ClerkWord, DeskOpened, Entry
from onestop_desk.models.base import to_microseconds
from onestop_desk.models.fault import EventUnreadable
from onestop_desk.models.log import Event
from onestop_desk.services import projection

if TYPE_CHECKING:
    from onestop_desk.services.desk import Desk

EVENT: Table = Event.metadata.tables["event"]

# Statements are made once: SQLAlchemy takes longer to build one than SQLite to run it.
_HEAD = (
    select(EVENT.c.seq, EVENT.c.hash, EVENT.c.at, select(func.max(EVENT.c.id)).scalar_subquery())
    .where(EVENT.c.stream == bindparam("stream"))
    .order_by(EVENT.c.seq.desc())
    .limit(1)
)
# The feed first, what the centre has not placed yet last: the same order on every desk (docs/decisions/0012).
ORDER = (EVENT.c.pos.is_(None), EVENT.c.pos, EVENT.c.id)
_ABOUT = select(EVENT).where(EVENT.c.subject == bindparam("subject")).order_by(*ORDER)
_ABOUT_MANY = (
    select(EVENT).where(EVENT.c.subject.in_(bindparam("subjects", expanding=True))).order_by(EVENT.c.subject, *ORDER)
)
_APPEND = insert(EVENT)


@dataclass(slots=True)
class Writing:
    """One write transaction, the head of this desk's stream in it, and the last id of the whole log."""

    connection: Connection
    seq: int
    hash: bytes
    last_at: datetime | None
    last_id: int
    serials: dict[tuple[object, ...], int] = field(default_factory=dict)
    """The last serial given in this transaction, by series, agency, day and range."""
    codes: set[str] = field(default_factory=set)
    """The codes kept from elsewhere in this transaction."""
    touched: set[str] = field(default_factory=set)
    """The subjects whose kept folds are no longer true once this transaction is committed."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """By whom and when an event is written down."""

    by: ClerkWord
    at: datetime


def open_writing(connection: Connection, stream: str) -> Writing:
    """Read the stream's head; the transaction that reads it holds it until its end."""
    head = connection.execute(_HEAD, {"stream": stream}).first()
    return Writing(connection, *head) if head else Writing(connection, 0, GENESIS, None, _last_id(connection))


def record(writing: Writing, desk: "Desk", subject: str, *events: Any) -> tuple[Entry, ...]:
    """Append events about one subject to this desk's stream and bring its projection up to date."""
    now = desk.clock()
    before = _events(writing.connection, subject)
    rows, entries = _append(writing, desk, [(subject, event) for event in events], now)
    if subject.partition("/")[0] in projection.TABLES:
        history = [*(entry for _, entry in _read(writing.connection, before)), *entries]
        first_id = first_of(before) or rows[0]["id"]
        projection.store_row(writing.connection, subject, projection.row_of(subject, history, first_id))
    writing.touched.add(subject)
    return entries


@dataclass(slots=True)
class History:
    """A dossier's entries so far and the id of its first event; a new one has neither."""

    entries: list[Entry] = field(default_factory=list)
    first_id: int = 0

    @property
    def is_new(self) -> bool:
        """Whether nothing about the dossier is in the log yet."""
        return not self.first_id


def history_of(connection: Connection, uid: str) -> History:
    """Return what the log says about a dossier."""
    rows = _events(connection, f"dossier/{uid}")
    return History([entry for _, entry in _read(connection, rows)], first_of(rows))


def histories_of(connection: Connection, uids: Collection[str]) -> dict[str, History]:
    """Return what the log says about many dossiers, by uid."""
    found: dict[str, History] = {}
    subjects = [f"dossier/{uid}" for uid in uids]
    every = connection.execute(_ABOUT_MANY, {"subjects": subjects}).all()
    for subject, group in groupby(every, key=attrgetter("subject")):
        rows = list(group)
        history = History([entry for _, entry in _read(connection, rows)], first_of(rows))
        found[subject.removeprefix("dossier/")] = history
    return found


def record_many(
    writing: Writing,
    desk: "Desk",
    about: Sequence[tuple[str, Any]],
    histories: Mapping[str, History],
    authors: Sequence[ClerkWord] = (),
) -> tuple[Entry, ...]:
    """Append events of many dossiers, given as (uid, event) in the order in which they happened, as `record` would one
    after the other; `histories` holds what the log said of each uid before, nothing for new ones. `authors` says for
    each event who did it, where that is not this desk's clerk."""
    named = [(f"dossier/{uid}", event) for uid, event in about]
    rows, entries = _append(writing, desk, named, desk.clock(), authors)
    writing.touched.update(subject for subject, _ in named)
    touched = {uid: histories.get(uid) or History() for uid, _ in about}
    known = {uid for uid, history in touched.items() if not history.is_new}
    for (uid, _), row, entry in zip(about, rows, entries, strict=True):
        touched[uid].first_id = touched[uid].first_id or row["id"]
        touched[uid].entries.append(entry)
    made = {uid: projection.row_of(f"dossier/{uid}", one.entries, one.first_id) for uid, one in touched.items()}
    projection.store_dossiers(
        writing.connection,
        new=[row for uid, row in made.items() if row is not None and uid not in known],
        changed=[row for uid, row in made.items() if row is not None and uid in known],
    )
    return entries


def record_new_dossiers(writing: Writing, desk: "Desk", received: Sequence[tuple[str, Any]]) -> None:
    """Append the first event of many new dossiers, given as (uid, event), as `record` would one after the other."""
    record_many(writing, desk, received, {})


def first_of(rows: Sequence[Any]) -> int:
    """Return the id by which a subject's row is known: that of its first event here, 0 for none."""
    return min((int(row.id) for row in rows), default=0)


def entries_about(connection: Connection, subject: str) -> tuple[Entry, ...]:
    """Return the subject's entries in the log's order."""
    return tuple(entry for _, entry in _read(connection, _events(connection, subject)))


def writs_about(connection: Connection, subject: str) -> Iterator[tuple[Writ, Entry]]:
    """Yield the subject's entries in the log's order, each with where it stands."""
    for row, entry in _read(connection, _events(connection, subject)):
        yield Writ(row.stream, row.seq, row.pos), entry


def dossier_entries(desk: "Desk", uid: str) -> tuple[DossierState, tuple[Entry, ...]]:
    """Return a dossier as it is now and everything that happened to it."""
    with desk.reading() as connection:
        entries = entries_about(connection, f"dossier/{uid}")
    return fold(entries), entries


def written_in(connection: Connection, entry: Entry) -> str:
    """Return the stream in which this agency wrote an event, where what is folded is the copy that came back."""
    for row in _events(connection, entry.subject):
        if row.stream != entry.stream and entry_from_row(connection, row).uid == entry.uid:
            return str(row.stream)
    return entry.stream


def entries_under(connection: Connection, prefix: str) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the subjects whose name begins with `prefix`, e.g. `desk/`, with their entries."""
    for subject, _, entries in _grouped(connection, EVENT.c.subject.between(prefix, prefix + "\x7f")):
        yield subject, entries


def subjects(connection: Connection) -> Iterator[tuple[str, int, list[Entry]]]:
    """Yield every subject with the id of its first event and its entries; memory holds one subject at a time."""
    yield from _grouped(connection, true())


def entry_from_row(connection: Connection, row: "Row[Any]") -> Entry:
    """Read one stored event. One that cannot be read is parked where its hash is true: somebody else wrote it so.
    Raises EventUnreadable where its bytes were changed here."""
    try:
        return entry_of(link_of(row), row.payload, row.at)
    except NOT_READ as error:
        if _follows(connection, row):
            return parked_entry(link_of(row), row.payload, row.at)
        raise EventUnreadable(row.stream, row.seq) from error


def _follows(connection: Connection, row: "Row[Any]") -> bool:
    """Tell whether a stored event's hash is true, the one before it being so."""
    previous: bytes | None = GENESIS
    try:
        if row.seq != 1:
            found = select(EVENT.c.hash).where(EVENT.c.stream == row.stream, EVENT.c.seq == row.seq - 1)
            previous = connection.execute(found).scalar()
        return previous is not None and is_intact(row, previous)
    except (*NOT_READ, SQLAlchemyError):
        return False


def is_intact(row: "Row[Any]", previous: bytes) -> bool:
    """Tell whether a stored event's hash follows from its content and the event before it."""
    if not isinstance(row.payload, bytes):  # SQLite keeps whatever type a foreign hand wrote
        return False
    return bool(row.hash == chained(previous, link_of(row), row.payload))


def _grouped(connection: Connection, which: ColumnElement[bool]) -> Iterator[tuple[str, int, list[Entry]]]:
    query = select(EVENT).where(which).order_by(EVENT.c.subject, *ORDER).execution_options(yield_per=1000)
    for subject, rows in groupby(connection.execute(query), key=lambda row: str(row.subject)):
        found = list(rows)
        yield subject, first_of(found), [entry for _, entry in _read(connection, found)]


def _read(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[Any, Entry]]:
    """Yield what is stored about one subject in the order of the fold, each uid once, however often it was appended."""
    seen = set[str]()
    for row in _in_order(connection, rows):
        entry = entry_from_row(connection, row)
        if entry.uid not in seen:
            seen.add(entry.uid)
            yield row, entry


def _in_order(connection: Connection, rows: Sequence[Any]) -> Sequence[Any]:
    """Return the rows as they are folded. Another agency's dossier is folded as its origin folds it: first what the
    router copied, which is the origin's feed in its order, then what has not been there yet (docs/decisions/0012)."""
    if not rows or rows[0].kind == Received.kind or not rows[0].subject.startswith("dossier/"):
        return rows
    if any(row.kind == Received.kind for row in rows):
        return rows
    opened = select(EVENT.c.stream).where(
        EVENT.c.stream.in_({row.stream for row in rows}), EVENT.c.seq == 1, EVENT.c.kind == DeskOpened.kind
    )
    ours = set(connection.execute(opened).scalars())
    return sorted(rows, key=lambda row: row.stream in ours)


def _events(connection: Connection, subject: str) -> Sequence[Any]:
    return connection.execute(_ABOUT, {"subject": subject}).all()


def link_of(row: Any) -> Link:
    """Return the facts of a stored event that its hash covers."""
    return Link(row.stream, row.seq, to_microseconds(row.at), row.kind, row.version, row.subject)


def _append(
    writing: Writing,
    desk: "Desk",
    events: Sequence[tuple[str, Any]],
    now: datetime,
    authors: Sequence[ClerkWord] = (),
) -> tuple[list[dict[str, Any]], tuple[Entry, ...]]:
    made = [
        _chained(writing, desk.stream, subject, event, _Stamp(by, now))
        for (subject, event), by in zip(events, authors or [desk.clerk] * len(events), strict=True)
    ]
    rows = [row for row, _ in made]
    if rows:
        writing.connection.execute(_APPEND, rows)
    return rows, tuple(entry for _, entry in made)


def _last_id(connection: Connection) -> int:
    return int(connection.execute(select(func.max(EVENT.c.id))).scalar() or 0)


def _chained(writing: Writing, stream: str, subject: str, event: Any, stamp: _Stamp) -> tuple[dict[str, Any], Entry]:
    uid = uuid.uuid4().hex
    payload = payload_of(uid, stamp.by, event)
    link = Link(stream, writing.seq + 1, to_microseconds(stamp.at), event.kind, event.version, subject)
    hashed = chained(writing.hash, link, payload)
    writing.seq, writing.hash, writing.last_at = link.seq, hashed, stamp.at
    writing.last_id += 1
    row = {
        "id": writing.last_id,
        "stream": link.stream,
        "seq": link.seq,
        "at": stamp.at,
        "kind": link.kind,
        "version": link.version,
    }
    row |= {"subject": subject, "payload": payload, "hash": hashed}
    return row, Entry(uid, subject, event, stamp.by, stamp.at, link.stream, link.seq)
