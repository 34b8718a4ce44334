"""What concerns another agency, copied into its feed. A dossier's origin is the hub: what its parties do goes to the
origin's feed, and the origin's feed goes to every party in its own order, back to the author too; so all of them fold
one order (docs/decisions/0012). Who is neither origin nor party is not heard."""

import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from onestop_desk.domain.chain import GENESIS, Link, chained, read_entry
from onestop_desk.domain.codes import AgencyCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import HandedOver, Received, ReceiverKind
from onestop_desk.domain.office import Entry
from onestop_desk.models.base import from_microseconds
from onestop_desk.sync.fault import CentreWrong
from onestop_desk.sync.line import Line
from onestop_desk.sync.wire import MOST_BYTES, MOST_EVENTS

_MINUS_ONE = -1
"""The router's counter: it numbers no dossier."""

_OWNERS = "SELECT uid, agency FROM rg.dossier WHERE uid = ANY(%s)"
_PARTIES = "SELECT uid, agency FROM rg.party WHERE uid = ANY(%s)"
_JOIN = "INSERT INTO rg.party VALUES (%s, %s) ON CONFLICT DO NOTHING"
_ROUTED = "INSERT INTO rg.routed SELECT %s, unnest(%s::text[]) ON CONFLICT DO NOTHING RETURNING uid"
_PUSH = "SELECT answer, fence FROM sy.push(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
INCIDENT = "SELECT rg.note_incident(%s, %s, %s, %s)"
_ANEW = ("FORK", "FENCED", "GAP", "UNKNOWN")
"""What the centre says to a stream that cannot go on."""


class FeedRow(NamedTuple):
    """One event as the centre has it; `is_copy` for a router's own."""

    pos: int
    stream: bytes
    seq: int
    at_us: int
    kind: str
    version: int
    subject: str
    payload: bytes
    is_copy: bool


Told = tuple[FeedRow, Entry]


def entry_of_row(row: FeedRow) -> Entry:
    """Read an event as the centre has it: proved when it came, so what cannot be read is parked."""
    link = Link(row.stream.hex(), row.seq, row.at_us, row.kind, row.version, row.subject)
    return read_entry(link, bytes(row.payload), from_microseconds(row.at_us))


def route(line: Line, agency: str, told: Sequence[Told]) -> int:
    """Copy what is new in an agency's feed to whom it concerns, in the receivers' names' order so that two workers
    never wait for each other in a circle; returns how many copies were made."""
    uids = list({row.subject.removeprefix("dossier/") for row, _ in told})
    owners = dict(line.execute(_OWNERS, (uids,)).fetchall())
    parties: dict[str, set[str]] = defaultdict(set)
    for uid, party in line.execute(_PARTIES, (uids,)).fetchall():
        parties[uid].add(party)
    waiting: dict[str, dict[str, FeedRow]] = defaultdict(dict)
    for row, entry in told:
        uid = row.subject.removeprefix("dossier/")
        for other in _receivers(line, agency, (row, entry), owners.get(uid, ""), parties[uid]):
            waiting[other].setdefault(entry.uid, row)
    return sum(_copy(line, agency, other, waiting[other]) for other in sorted(waiting))


def tell(line: Line, agency: str, kind: str, rows: Iterable[FeedRow]) -> None:
    """Write down for a person what was passed over: a line for each stream, with the places in the feed."""
    places: dict[bytes, list[int]] = defaultdict(list)
    for row in rows:
        places[bytes(row.stream)].append(row.pos)
    for stream, at in places.items():
        where = str(at[0]) if len(at) == 1 else f"{at[0]}-{at[-1]}"
        line.execute(INCIDENT, (agency, stream, kind, where))


def _receivers(line: Line, agency: str, told: Told, owner: str, parties: set[str]) -> Iterable[str]:
    """Return to whom an event goes. A reception never does: its content went with the hand-over."""
    row, entry = told
    if owner == agency:
        to = _handed_to(entry.event)
        if to:
            for party in {owner, to} - parties:
                line.execute(_JOIN, (row.subject.removeprefix("dossier/"), party))
                parties.add(party)
        return () if isinstance(entry.event, Received) else parties - {agency}
    if row.is_copy or not owner:
        return ()
    if agency in parties:
        return (owner,)
    tell(line, agency, "FOREIGN", [row])
    return ()


def _handed_to(event: Any) -> str:
    """Return the agency that a dossier is handed to; empty for any other event."""
    if not isinstance(event, HandedOver) or event.to_kind is not ReceiverKind.AGENCY or event.content is None:
        return ""
    try:
        return str(AgencyCode.parse(event.to))
    except BadValue:
        return ""


def _copy(line: Line, agency: str, to: str, events: dict[str, FeedRow]) -> int:
    """Append to an agency's feed what it has not got yet, and what fits in a batch at all."""
    fresh = {uid for (uid,) in line.execute(_ROUTED, (to, list(events))).fetchall()}
    rows = [row for uid, row in events.items() if uid in fresh]
    tell(line, agency, "UNROUTED", [row for row in rows if len(row.payload) > MOST_BYTES])
    batches = _batches([row for row in rows if len(row.payload) <= MOST_BYTES])
    return sum(_appended(line, agency, to, batch) for batch in batches)


def _batches(rows: Sequence[FeedRow]) -> Iterator[list[FeedRow]]:
    batch: list[FeedRow] = []
    size = 0
    for row in rows:
        if batch and (len(batch) == MOST_EVENTS or size + len(row.payload) > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += len(row.payload)
    if batch:
        yield batch


def _appended(line: Line, agency: str, to: str, batch: Sequence[FeedRow]) -> int:
    """Append a batch; returns how much of it. What the centre would not take from a station it does not take from the
    router either: such an event is passed over alone."""
    answer = _append(line, to, batch)
    if answer in _ANEW:
        line.execute("DELETE FROM rg.router_stream WHERE agency = %s", (to,))
        answer = _append(line, to, batch)
    if answer == "OK":
        return len(batch)
    if answer in _ANEW or answer == "NOT_ALLOWED":
        raise CentreWrong(f"router {answer}", batch[0].pos)
    if len(batch) > 1:
        return sum(_appended(line, agency, to, [row]) for row in batch)
    tell(line, agency, "UNROUTED", batch)
    return 0


def _append(line: Line, to: str, rows: Sequence[FeedRow]) -> str:
    """Chain copies to the router's stream in an agency's feed; returns the centre's answer."""
    stream, seq, previous, fence = _router_stream(line, to)
    hashes = []
    for number, row in enumerate(rows, seq + 1):
        link = Link(stream.hex(), number, row.at_us, row.kind, row.version, row.subject)
        previous = chained(previous, link, row.payload)
        hashes.append(previous)
    values = (
        *(to, stream, fence, seq + 1, [row.at_us for row in rows], [row.kind for row in rows]),
        *([row.version for row in rows], [row.subject for row in rows], [row.payload for row in rows], hashes),
    )
    answer, fresh = line.execute(_PUSH, values).fetchone() or ("", None)
    if answer == "OK":
        kept = (seq + len(rows), previous, fresh, to)
        line.execute("UPDATE rg.router_stream SET seq = %s, hash = %s, fence = %s WHERE agency = %s", kept)
    return str(answer)


def _router_stream(line: Line, agency: str) -> tuple[bytes, int, bytes, Any]:
    query = "SELECT stream, seq, hash, fence FROM rg.router_stream WHERE agency = %s FOR UPDATE"
    row = line.execute(query, (agency,)).fetchone()
    if row is not None:
        return bytes(row[0]), int(row[1]), bytes(row[2]), row[3]
    stream = secrets.token_bytes(16)
    opened = line.execute("SELECT answer, fence FROM sy.open_stream(%s, %s, %s, 0)", (agency, stream, _MINUS_ONE))
    answer, fence = opened.fetchone() or ("", None)
    if answer != "OK":
        raise CentreWrong(f"router {answer}", 0)
    line.execute("INSERT INTO rg.router_stream VALUES (%s, %s, 0, %s, %s)", (agency, stream, GENESIS, fence))
    line.execute("INSERT INTO rg.copied_by VALUES (%s, %s)", (agency, stream))
    return stream, 0, GENESIS, fence
