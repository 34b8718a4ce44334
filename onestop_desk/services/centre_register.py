"""The centre as a register: the feeds of all agencies folded by the very functions that every desk folds with, and what
concerns another agency copied into its feed. It may be killed and started at any moment; two of them share the work."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onestop_desk.domain.chain import NOT_READ, UnreadEvent
from onestop_desk.domain.events import Received
from onestop_desk.domain.office import Entry
from onestop_desk.domain.question import Part, Word, read_question
from onestop_desk.domain.search import TAIL
from onestop_desk.models.base import from_microseconds, to_microseconds
from onestop_desk.services import projection
from onestop_desk.services.router import INCIDENT, FeedRow, entry_of_row, route, tell
from onestop_desk.sync.fault import CentreWrong
from onestop_desk.sync.line import NOT_STORABLE, Line, faults_named, open_line

PAGE = 500
_KNOWN = "INSERT INTO rg.folded (agency) SELECT agency FROM sy.agency_head ON CONFLICT DO NOTHING"
_BEHIND = """
    SELECT f.agency FROM rg.folded f JOIN sy.agency_head h ON h.agency = f.agency
    WHERE f.pos < h.head_pos ORDER BY h.head_pos - f.pos DESC
"""
_TAKE = "SELECT pos FROM rg.folded WHERE agency = %s FOR UPDATE SKIP LOCKED"
_PAGE = """
    SELECT e.pos, e.stream, e.seq, e.at_us, e.kind, e.version, e.subject, e.payload, r.stream IS NOT NULL AS is_copy
    FROM sy.event e LEFT JOIN rg.copied_by r ON r.agency = e.agency AND r.stream = e.stream
    WHERE e.agency = %s AND e.pos > %s ORDER BY e.pos LIMIT %s
"""
_ABOUT = """
    SELECT pos, stream, seq, at_us, kind, version, subject, payload, false AS is_copy
    FROM sy.event WHERE agency = %s AND subject = ANY(%s) ORDER BY subject, pos
"""
_COLUMNS = [column.name for column in projection.DOSSIER.columns if column.name != "id"]
_STORE = (
    f"INSERT INTO rg.dossier ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))}) "
    f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in _COLUMNS)} "
    "WHERE rg.dossier.agency = EXCLUDED.agency"
)
"""The first agency to receive a dossier is its origin for good."""

_FOUND = ("code", "agency", "owner_name", "procedure_name", "stage", "received_at", "due_at")
_LONGEST_WORD, _LONGEST_KEY = 500, 100_000
"""Signs of a word and of a dossier's words: PostgreSQL indexes 2,046 bytes of the one and 1 MB of the other."""

Values = list[Any]


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
        while (done := _fold_behind(line)).events:
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


def _fold_behind(line: Line) -> Folded:
    """Fold every feed that is behind; the copies made thereby may leave another one behind."""
    events = copies = 0
    for (agency,) in line.execute(_BEHIND).fetchall():
        try:
            while (done := _fold_page(line, agency)).events:
                events, copies = events + done.events, copies + done.copies
        except CentreWrong as error:  # the other feeds go on; this one is tried again at the next pass
            line.execute(INCIDENT, (agency, None, "STOPPED", error.what))
    return Folded(events, copies)


def _fold_page(line: Line, agency: str) -> Folded:
    """Take one agency's next page in one transaction; nothing where another worker has it."""
    with line.transaction():
        taken = line.execute(_TAKE, (agency,)).fetchone()
        if taken is None:
            return Folded(0, 0)
        rows = [FeedRow(*row) for row in line.execute(_PAGE, (agency, taken[0], PAGE)).fetchall()]
        if not rows:
            return Folded(0, 0)
        told = [(row, entry_of_row(row)) for row in rows]
        tell(line, agency, "UNREAD", [row for row, entry in told if _is_unread(row, entry)])
        told = [(row, entry) for row, entry in told if row.subject.startswith("dossier/")]
        _refold(line, agency, {row.subject for row, _ in told})
        copies = route(line, agency, told)
        line.execute("UPDATE rg.folded SET pos = %s, folded_at = now() WHERE agency = %s", (rows[-1].pos, agency))
        return Folded(len(rows), copies)


def _is_unread(row: FeedRow, entry: Entry) -> bool:
    return isinstance(entry.event, UnreadEvent) and not row.is_copy


def _refold(line: Line, agency: str, subjects: Iterable[str]) -> None:
    """Fold dossiers anew, each at its origin: what another agency's feed says of it has come here as copies."""
    found: dict[str, list[tuple[FeedRow, Entry]]] = defaultdict(list)
    for row in feed_about(line, agency, list(subjects)):
        found[row.subject].append((row, entry_of_row(row)))
    made: list[tuple[FeedRow, Values]] = []
    for subject, told in found.items():
        if not any(isinstance(entry.event, Received) for _, entry in told):
            continue  # it came from elsewhere
        try:
            values = _values(agency, projection.row_of(subject, [entry for _, entry in told], 0))
        except NOT_READ:
            tell(line, agency, "UNSTORED", [told[0][0]])
            continue
        if values is not None:
            made.append((told[0][0], values))
    _store(line, agency, made)


def _store(line: Line, agency: str, made: Sequence[tuple[FeedRow, Values]]) -> None:
    """Store rows; one that this database does not take is passed over alone, by the place of its first event."""
    if not made:
        return
    try:
        with line.transaction(), line.cursor() as cursor:
            cursor.executemany(_STORE.encode(), [values for _, values in made])
    except NOT_STORABLE:
        if len(made) == 1:
            tell(line, agency, "UNSTORED", [made[0][0]])
            return
        for one in made:
            _store(line, agency, [one])


def _values(agency: str, row: projection.Row | None) -> Values | None:
    """Return a row's values as this database stores them, None for a dossier of another agency."""
    if row is None or row["agency"] != agency:
        return None
    row["search_key"] = _shortened(row["search_key"])
    return [_plain(row[name]) for name in _COLUMNS]


def _shortened(key: str) -> str:
    """Return the words by which a dossier is found, none of them longer than PostgreSQL finds."""
    if len(key) <= _LONGEST_WORD:
        return key
    return " ".join(word[:_LONGEST_WORD] for word in key.split(" "))[:_LONGEST_KEY]


def feed_about(line: Line, agency: str, subjects: Sequence[str]) -> list[FeedRow]:
    """Return what an agency's feed says about subjects, each subject's events in the feed's order."""
    return [FeedRow(*row) for row in line.execute(_ABOUT, (agency, list(subjects))).fetchall()]


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
