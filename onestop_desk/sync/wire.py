"""What crosses the line between a station and the centre, as frozen values; no database, no socket."""

from dataclasses import dataclass
from enum import StrEnum

PROTOCOL = 1
"""The version of the conversation that this program speaks; the centre says the lowest and highest it knows."""

MOST_EVENTS, MOST_BYTES = 500, 1_000_000
"""The limits of one batch (sync.md §3)."""


class Answer(StrEnum):
    """What the centre says to a push, an opening or a rejoining; the table of sync.md §2."""

    OK = "OK"
    GAP = "GAP"
    FORK = "FORK"
    FENCED = "FENCED"
    BADHASH = "BADHASH"
    UNKNOWN = "UNKNOWN"
    NOT_ALLOWED = "NOT_ALLOWED"
    TOO_LARGE = "TOO_LARGE"
    COUNTER_TAKEN = "COUNTER_TAKEN"


@dataclass(frozen=True, slots=True)
class WireEvent:
    """One event as its stream has it: `stream` 32 hex digits, `at_us` microseconds since 1970 UTC, `hash` 32 bytes."""

    stream: str
    seq: int
    at_us: int
    kind: str
    version: int
    subject: str
    payload: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event at its place in an agency's feed; its payload is None where the station said that it has it."""

    pos: int
    stream: str
    seq: int
    at_us: int
    kind: str
    version: int
    subject: str
    payload: bytes | None
    hash: bytes


@dataclass(frozen=True, slots=True)
class Welcome:
    """The centre's greeting: its epoch (32 hex digits), its clock, and the head of the agency's feed."""

    epoch: str
    min_protocol: int
    max_protocol: int
    station: str
    now_us: int
    head_pos: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class StreamHead:
    """How far the centre has a stream, and the fence (32 hex digits) that the next push must name.

    `rival` names the station that holds the counter when the answer is COUNTER_TAKEN.
    """

    answer: Answer
    head_seq: int = 0
    head_hash: bytes = bytes(32)
    fence: str = ""
    epoch: str = ""
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the feed in order, and the digest after its last event; of an empty one, the digest at `after`, empty
    itself where the feed does not reach so far. The end is where `head_pos` is reached: a page of large events is
    short."""

    epoch: str
    events: tuple[FeedEvent, ...]
    digest: bytes
    head_pos: int
