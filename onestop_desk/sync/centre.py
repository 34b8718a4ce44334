"""The station's door to the centre: the functions of schema sy as methods, values in and out."""

from collections.abc import Sequence
from types import TracebackType
from typing import Any

from onestop_desk.sync.fault import CentreOtherVersion, CentreRefused
from onestop_desk.sync.line import Line, faults_named, open_line
from onestop_desk.sync.wire import PROTOCOL, Answer, FeedEvent, Page, StreamHead, Welcome, WireEvent

_HELLO = "SELECT epoch, min_protocol, max_protocol, station, now_us, head_pos, digest FROM sy.hello(%s, %s, %s)"
_OPEN = "SELECT answer, head_seq, head_hash, fence, epoch, rival FROM sy.open_stream(%s, %b, %s, %s)"
_PUSH = (
    "SELECT answer, head_seq, head_hash, fence, epoch FROM sy.push("
    "%s, %b, %s::uuid, %s, %b::bigint[], %s::text[], %b::integer[], %s::text[], %b::bytea[], %b::bytea[])"
)
_STREAM_HEAD = "SELECT sy.stream_head(%s, %b)"
_REJOIN = "SELECT answer, head_seq, head_hash, fence, epoch FROM sy.rejoin(%s, %b, %s, %b)"
_PULL = (
    "SELECT pos, stream, seq, at_us, kind, version, subject, payload, hash, digest, epoch, head_pos "
    "FROM sy.pull(%s, %s, %s, %b, %s)"
)
_HEADS = "SELECT agency, head_pos FROM sy.agency_head"
_DIGEST = "SELECT sy.digest_at(%s, %s)"

_NO_FENCE = "00" * 16


class Centre:
    """One line to the centre. Every method is one statement and one round trip, and raises what sync/fault.py names."""

    def __init__(self, line: Line) -> None:
        """Talk over an open line; `open_centre` makes one."""
        self._line, self.host = line, line.info.host

    def hello(self, agency: str, cursor: int | None = None, unsent: int | None = None) -> Welcome:
        """Greet, and say for `centre status` how far this station has the feed and how many events it has to send;
        raises CentreRefused where it may not read the agency, CentreOtherVersion."""
        row = self._one(_HELLO, agency, cursor, unsent)
        if row is None:
            raise CentreRefused(self.host, agency)
        epoch, lowest, highest, station, now_us, head_pos, digest = row
        if not lowest <= PROTOCOL <= highest:
            raise CentreOtherVersion(lowest, highest, PROTOCOL)
        return Welcome(epoch.hex, lowest, highest, station, now_us, head_pos, digest)

    def open_stream(self, agency: str, stream: str, counter: int, extra: int) -> StreamHead:
        """Begin a stream; the fence that comes back goes with the first push."""
        row = self._one(_OPEN, agency, bytes.fromhex(stream), counter, extra)
        *head, rival = row
        return _head(head, str(rival or ""))

    def push(self, agency: str, stream: str, fence: str, events: Sequence[WireEvent]) -> StreamHead:
        """Send events of one stream that follow each other."""
        values = (
            *(agency, bytes.fromhex(stream), fence or _NO_FENCE, events[0].seq, [one.at_us for one in events]),
            *([one.kind for one in events], [one.version for one in events], [one.subject for one in events]),
            *([one.payload for one in events], [one.hash for one in events]),
        )
        return _head(self._one(_PUSH, *values))

    def stream_head(self, agency: str, stream: str) -> int | None:
        """Return how far the centre has this station's stream; None where it does not know it."""
        (seq,) = self._one(_STREAM_HEAD, agency, bytes.fromhex(stream))
        return None if seq is None else int(seq)

    def rejoin(self, agency: str, stream: str, head_seq: int, head_hash: bytes) -> StreamHead:
        """Show the hash at the centre's head of the stream and get a new fence."""
        return _head(self._one(_REJOIN, agency, bytes.fromhex(stream), head_seq, head_hash))

    def pull(self, agency: str, after: int, limit: int, own_stream: str, own_seq: int) -> Page:
        """Return the feed after a position; payloads of `own_stream` up to `own_seq` stay at the centre."""
        with faults_named(self.host):
            rows = self._line.execute(_PULL, (agency, after, limit, bytes.fromhex(own_stream), own_seq), binary=True)
            found = rows.fetchall()
        if not found:
            raise CentreRefused(self.host, agency)
        events = tuple(_event(row) for row in found if row[0] is not None)
        *_, digest, epoch, head_pos = found[-1]
        return Page(epoch.hex, events, bytes(digest or b""), head_pos)

    def heads(self) -> dict[str, int]:
        """Return the head of every feed that this station may read, by agency."""
        with faults_named(self.host):
            return dict(self._line.execute(_HEADS).fetchall())

    def digest_at(self, agency: str, pos: int) -> bytes | None:
        """Return the digest at a position of the feed; None beyond its end."""
        (digest,) = self._one(_DIGEST, agency, pos)
        return None if digest is None else bytes(digest)

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def __enter__(self) -> "Centre":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _one(self, statement: str, *values: Any) -> Any:
        with faults_named(self.host):
            return self._line.execute(statement, values, binary=True).fetchone()


def open_centre(url: str, password: str = "") -> Centre:
    """Open a line to the centre; raises what sync/fault.py names."""
    return Centre(open_line(url, password))


def _head(row: Any, rival: str = "") -> StreamHead:
    answer, head_seq, head_hash, fence, epoch = row
    return StreamHead(
        Answer(answer),
        int(head_seq or 0),
        bytes(head_hash or bytes(32)),
        fence.hex if fence is not None else "",
        epoch.hex if epoch is not None else "",
        rival,
    )


def _event(row: Any) -> FeedEvent:
    pos, stream, seq, at_us, kind, version, subject, payload, digest_hash, *_ = row
    held = None if payload is None else bytes(payload)
    return FeedEvent(pos, stream.hex(), seq, at_us, kind, version, subject, held, bytes(digest_hash))
