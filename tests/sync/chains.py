"""Streams made by hand: events whose hashes follow, as a station would make them, and as a liar would."""

import hashlib
from dataclasses import replace

from onestop_desk.domain.chain import GENESIS, Link, chained
from onestop_desk.sync.wire import WireEvent

STREAM, OTHER = "11" * 16, "22" * 16


def chain(count: int, stream: str = STREAM, first: int = 1, previous: bytes = GENESIS) -> list[WireEvent]:
    """Return `count` events of a stream that follow `previous`."""
    made = []
    for seq in range(first, first + count):
        payload = f'{{"by":["hoa","Hoa"],"event":{{"n":{seq}}},"uid":"{stream[:4]}{seq:028d}"}}'.encode()
        event = WireEvent(stream, seq, 1_764_000_000_000_000 + seq, "noted", 1, f"dossier/{seq:032x}", payload, b"")
        previous = hash_of(event, previous)
        made.append(replace(event, hash=previous))
    return made


def hash_of(event: WireEvent, previous: bytes) -> bytes:
    """Return the hash that follows."""
    link = Link(event.stream, event.seq, event.at_us, event.kind, event.version, event.subject)
    return chained(previous, link, event.payload)


def digest_of(hashes: list[bytes]) -> bytes:
    """Return the digest after these hashes, counted another way than the centre does."""
    running = bytes(32)
    for one in hashes:
        running = hashlib.sha256(running + one).digest()
    return running
