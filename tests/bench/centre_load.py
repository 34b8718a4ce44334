"""What the benches of the centre share: a real PostgreSQL that syncs to disk, and events of a usual size."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from onestop_desk.domain.chain import GENESIS, Link, link_hash
from onestop_desk.sync.wire import WireEvent
from tests.sync.postgres import CentreDatabase, Cluster

_FIRST_US = 1_764_000_000_000_000


@contextmanager
def real_centre(connections: int = 400) -> Iterator[CentreDatabase]:
    """Give a fresh centre whose commits reach the disk, unlike those of the tests."""
    cluster = Cluster()
    try:
        cluster.set("fsync = on", f"max_connections = {connections}")
        yield cluster.fresh()
    finally:
        cluster.stop()


def events(count: int, stream: str, first: int = 1, previous: bytes = GENESIS) -> list[WireEvent]:
    """Return events that follow `previous`, each of some 700 bytes, as a registered dossier has."""
    made = []
    for seq in range(first, first + count):
        facts = {"uid": f"{stream[:8]}{seq:024x}", "by": ["hoa", "Hoa"], "event": {"n": seq, "note": "x" * 600}}
        payload = json.dumps(facts, separators=(",", ":")).encode()
        event = WireEvent(stream, seq, _FIRST_US + seq, "noted", 1, f"dossier/{seq:032x}", payload, b"")
        link = Link(stream, seq, event.at_us, event.kind, event.version, event.subject)
        previous = link_hash(previous, link, hashlib.sha256(payload).digest())
        made.append(replace(event, hash=previous))
    return made


def agency_code(number: int) -> str:
    """Return the code of one of some hundred communes of a province."""
    return f"H31.{20 + number // 10}.{10 + number % 10}"


def percentile(seconds: list[float], share: float) -> float:
    """Return the time in milliseconds that this share of them does not exceed."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))] * 1000
