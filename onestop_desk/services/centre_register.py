"""The centre as a register: the feeds of all agencies folded by the very functions that every desk folds with, and what
concerns another agency copied into its feed. It may be killed and started at any moment; two of them share the work."""

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from onestop_desk.domain.chain import GENESIS, Link, entry_of, link_hash
from onestop_desk.domain.codes import AgencyCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import HandedOver, ReceiverKind
from onestop_desk.domain.office import Entry
from onestop_desk.domain.question import Part, Word, read_question
from onestop_desk.domain.search import TAIL
from onestop_desk.models.base import from_microseconds, to_microseconds
from onestop_desk.services import projection
from onestop_desk.sync.fault import CentreWrong
from onestop_desk.sync.line import Line, faults_named, open_line

PAGE = 500
_MINUS_ONE = -1
"""The router's counter: it numbers no dossier."""

_KNOWN = "INSERT INTO rg.folded (agency) SELECT agency FROM sy.agency_head ON CONFLICT DO NOTHING"
_BEHIND = """
    SELECT f.agency FROM rg.folded f JOIN sy.agency_head h ON h.agency = f.agency
    WHERE f.pos < h.head_pos ORDER BY h.head_pos - f.pos DESC
"""
_TAKE = "SELECT pos FROM rg.folded WHERE agency = %s FOR UPDATE SKIP LOCKED"
_PAGE = """
    SELECT e.pos, e.stream, e.seq, e.at_us, e.kind, e.version, e.subject, e.payload, r.stream IS NOT NULL AS is_copy
    FROM sy.event e LEFT JOIN rg.router_stream r ON r.agency = e.agency AND r.stream = e.stream
    WHERE e.agency = %s AND e.pos > %s ORDER BY e.pos LIMIT %s
"""
_ABOUT = """
    SELECT pos, stream, seq, at_us, kind, version, subject, payload, false AS is_copy
    FROM sy.event WHERE agency = %s AND subject = ANY(%s) ORDER BY subject, pos
"""
_COLUMNS = [column.name for column in projection.DOSSIER.columns if column.name != "id"]
_STORE = (
    f"INSERT INTO rg.dossier ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))}) "
    f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in _COLUMNS)}"
)
_FOUND = ("code", "agency", "owner_name", "procedure_name", "stage", "received_at", "due_at")
_PUSH = "SELECT answer, fence FROM sy.push(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"


class FeedRow(NamedTuple):
    """One event as the centre has it; `is_copy` for the router's own."""

    pos: int
    stream: bytes
    seq: int
    at_us: int
    kind: str
    version: int
    subject: str
    payload: bytes
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """What one pass did: events read, copies made for other agencies."""

    events: int
    copies: int


@dataclass(frozen=True, slots=True)
class FoundDossier:
    """A dossier of any agency, as a province-wide search lists it."""

    code: str
    agency: str
    owner_name: str
    procedure_name: str
    stage: int
    received_at: datetime
    due_at: datetime | None


def open_register(url: str, password: str = "") -> Line:
    """Open the fold worker's line; its login must be one that was added for all agencies."""
    return open_line(url, password)


def fold_once(line: Line) -> Folded:
    """Fold everything that is new in every feed; raises what sync/fault.py names."""
    events = copies = 0
    with faults_named(line.info.host):
        line.execute(_KNOWN)
        for (agency,) in line.execute(_BEHIND).fetchall():
            while (done := _fold_page(line, agency)).events:
                events, copies = events + done.events, copies + done.copies
    return Folded(events, copies)


def find(line: Line, words: str, limit: int = 20) -> tuple[FoundDossier, ...]:
    """Search the dossiers of all agencies, newest first; nothing typed is ever syntax."""
    question = read_question(words)
    if not question.parts:
        return ()
    wanted = " & ".join(f"({_asked(part)})" for part in question.parts)
    query = f"SELECT {', '.join(_FOUND)} FROM rg.found(%s::tsquery, %s, %s)"
    with faults_named(line.info.host):
        rows = line.execute(query.encode(), (wanted, _compact(words), limit))
        return tuple(_found(row) for row in rows.fetchall())


def _fold_page(line: Line, agency: str) -> Folded:
    """Take one agency's next page in one transaction; nothing where another worker has it."""
    with line.transaction():
        taken = line.execute(_TAKE, (agency,)).fetchone()
        if taken is None:
            return Folded(0, 0)
        rows = [FeedRow(*row) for row in line.execute(_PAGE, (agency, taken[0], PAGE)).fetchall()]
        if not rows:
            return Folded(0, 0)
        copies = _route(line, agency, [row for row in rows if not row.is_copy])
        _refold(line, agency, {row.subject for row in rows if row.subject.startswith("dossier/")})
        line.execute("UPDATE rg.folded SET pos = %s WHERE agency = %s", (rows[-1].pos, agency))
        return Folded(len(rows), copies)


def _refold(line: Line, agency: str, subjects: Iterable[str]) -> None:
    """Fold dossiers anew, each at its origin: what another agency's feed says of it has come here as copies."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in feed_about(line, agency, list(subjects)):
        entry = entry_of_row(row)
        found[entry.subject].append(entry)
    made = [projection.row_of(subject, entries, 0) for subject, entries in found.items()]
    kept = [row for row in made if row is not None and row["agency"] == agency]
    if kept:
        with line.cursor() as cursor:
            cursor.executemany(_STORE.encode(), [[_plain(row[name]) for name in _COLUMNS] for row in kept])


def feed_about(line: Line, agency: str, subjects: Sequence[str]) -> list[FeedRow]:
    """Return what an agency's feed says about subjects, each subject's events in the feed's order."""
    return [FeedRow(*row) for row in line.execute(_ABOUT, (agency, list(subjects))).fetchall()]


def _route(line: Line, agency: str, rows: Sequence[FeedRow]) -> int:
    """Copy what concerns other agencies into their feeds, in their names' order so that two workers never wait for
    each other in a circle; returns how many copies were made."""
    waiting: dict[str, list[tuple[str, FeedRow]]] = defaultdict(list)
    for row in rows:
        if not row.subject.startswith("dossier/"):
            continue
        entry, uid = entry_of_row(row), row.subject.removeprefix("dossier/")
        for other in _parties(line, agency, uid, entry.event):
            waiting[other].append((entry.uid, row))
    return sum(_copy(line, other, waiting[other]) for other in sorted(waiting))


def _parties(line: Line, agency: str, uid: str, event: Any) -> list[str]:
    """Return the other agencies that a dossier concerns; a hand-over to an agency makes it one of them."""
    if isinstance(event, HandedOver) and event.to_kind is ReceiverKind.AGENCY and event.content is not None:
        to = _agency(event.to)
        for party in {agency, event.content.agency, *([to] if to else [])}:
            line.execute("INSERT INTO rg.party VALUES (%s, %s) ON CONFLICT DO NOTHING", (uid, party))
    rows = line.execute("SELECT agency FROM rg.party WHERE uid = %s AND agency <> %s", (uid, agency))
    return [name for (name,) in rows.fetchall()]


def _copy(line: Line, agency: str, events: Sequence[tuple[str, FeedRow]]) -> int:
    fresh = []
    for uid, row in events:
        made = line.execute("INSERT INTO rg.routed VALUES (%s, %s) ON CONFLICT DO NOTHING", (agency, uid))
        if made.rowcount:
            fresh.append(row)
    if fresh:
        _append(line, agency, fresh)
    return len(fresh)


def _append(line: Line, agency: str, rows: Sequence[FeedRow]) -> None:
    """Chain copies to the router's stream in an agency's feed."""
    stream, seq, previous, fence = _router_stream(line, agency)
    hashes = []
    for number, row in enumerate(rows, seq + 1):
        link = Link(stream.hex(), number, row.at_us, row.kind, row.version, row.subject)
        previous = link_hash(previous, link, hashlib.sha256(row.payload).digest())
        hashes.append(previous)
    values = (
        *(agency, stream, fence, seq + 1, [row.at_us for row in rows], [row.kind for row in rows]),
        *([row.version for row in rows], [row.subject for row in rows], [row.payload for row in rows], hashes),
    )
    answer, fresh = line.execute(_PUSH, values).fetchone() or ("", None)
    if answer != "OK":
        raise CentreWrong(f"router {answer}", seq)
    kept = (seq + len(rows), previous, fresh, agency)
    line.execute("UPDATE rg.router_stream SET seq = %s, hash = %s, fence = %s WHERE agency = %s", kept)


def _router_stream(line: Line, agency: str) -> tuple[bytes, int, bytes, Any]:
    query = "SELECT stream, seq, hash, fence FROM rg.router_stream WHERE agency = %s FOR UPDATE"
    row = line.execute(query, (agency,)).fetchone()
    if row is None:
        stream = secrets.token_bytes(16)
        opened = line.execute("SELECT answer, fence FROM sy.open_stream(%s, %s, %s, 0)", (agency, stream, _MINUS_ONE))
        answer, fence = opened.fetchone() or ("", None)
        if answer != "OK":
            raise CentreWrong(f"router {answer}", 0)
        line.execute("INSERT INTO rg.router_stream VALUES (%s, %s, 0, %s, %s)", (agency, stream, GENESIS, fence))
        return stream, 0, GENESIS, fence
    return bytes(row[0]), int(row[1]), bytes(row[2]), row[3]


def entry_of_row(row: FeedRow) -> Entry:
    """Read an event as the centre has it."""
    link = Link(row.stream.hex(), row.seq, row.at_us, row.kind, row.version, row.subject)
    return entry_of(link, bytes(row.payload), from_microseconds(row.at_us))


def _agency(text: str) -> str:
    try:
        return str(AgencyCode.parse(text))
    except BadValue:
        return ""


def _plain(value: Any) -> Any:
    return to_microseconds(value) if isinstance(value, datetime) else value


def _asked(part: Part) -> str:
    """Return a part in PostgreSQL's language, every word quoted."""
    return " | ".join(f"({' & '.join(f'({_word(word)})' for word in way)})" for way in part.readings)


def _word(word: Word) -> str:
    ways = [_begins(word.text)]
    if word.is_tail:
        ways.append(_begins(TAIL + word.text[::-1]))
    return " | ".join(ways)


def _begins(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*"


def _compact(words: str) -> str:
    return "".join(sign for sign in words.upper() if sign.isalnum())


def _found(row: Any) -> FoundDossier:
    code, agency, owner, procedure, stage, received_at, due_at = row
    due = None if due_at is None else from_microseconds(due_at)
    return FoundDossier(code, agency, owner, procedure, stage, from_microseconds(received_at), due)
