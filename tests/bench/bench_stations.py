"""A province: 1,000 stations in 130 agencies against one PostgreSQL, every round with a line and a login of its own."""

import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from onestop_desk.domain.chain import GENESIS
from onestop_desk.sync.centre import open_centre
from onestop_desk.sync.wire import MOST_EVENTS, Answer
from tests.bench.centre_load import agency_code, events, percentile, real_centre
from tests.sync.postgres import CentreDatabase

_STATIONS, _AGENCIES = 1_000, 130
_PERIOD_S, _ROUNDS = 20.0, 2
"""Each station comes every 20 s, with 0 to 4 new events: some 100 events/s, 35 times a large province's average."""
_WORKERS = 24


@dataclass
class _Station:
    """A station as the centre sees it: what it sent, what it has."""

    number: int
    url: str
    agency: str
    stream: str
    sent: int = 0
    last: bytes = GENESIS
    fence: str = ""
    cursor: int = 0
    digest: bytes = bytes(32)


@dataclass
class _Seen:
    """Times in seconds by what was done."""

    times: dict[str, list[float]] = field(default_factory=dict)
    received: int = 0
    guard: threading.Lock = field(default_factory=threading.Lock)

    def add(self, what: str, begun: float) -> float:
        now = time.perf_counter()
        with self.guard:
            self.times.setdefault(what, []).append(now - begun)
        return now


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed or a feed does not hold together."""
    with real_centre() as centre:
        begun = time.perf_counter()
        stations = [_joined(centre, n) for n in range(_STATIONS)]
        joined = (time.perf_counter() - begun) / _STATIONS * 1000
        seen, begun = _Seen(), time.perf_counter()
        _run(stations, seen)
        took = time.perf_counter() - begun
        for station in stations:  # the quiet round after which all must be equal
            _round(station, seen, 0)
        unequal = _unequal(centre, stations)
    sent = sum(one.sent for one in stations)
    print(f"{_STATIONS} stations, {_AGENCIES} agencies, {_STATIONS * _ROUNDS} rounds in {took:.0f} s")
    print(f"{sent} events sent ({sent / took:.0f}/s), {seen.received} received, {joined:.0f} ms to add a station")
    print(f"{'ms':28}{'median':>10}{'p95':>10}{'p99':>10}{'longest':>10}")
    for what, times in seen.times.items():
        print(f"{what:28}" + "".join(f"{percentile(times, share):10.1f}" for share in (0.5, 0.95, 0.99, 1)))
    print(f"agencies whose stations are not equal by digest, or with a gap: {unequal}")
    late = percentile(seen.times["round, from when it was due"], 0.95)
    if unequal:
        return f"{unequal} agencies do not hold together"
    return None if late <= 1_000 else f"p95 of a round is {late:.0f} ms (promised 1,000)"


def _joined(centre: CentreDatabase, n: int) -> _Station:
    name = f"station-{n}"
    agency = agency_code(n % _AGENCIES)
    return _Station(n, centre.add(name, agency), agency, f"{n + 1:032x}")


def _run(stations: list[_Station], seen: _Seen) -> None:
    """Let every station come once a period, at a moment of its own."""
    chance = random.Random(4)
    begin = time.perf_counter() + 0.5
    moments = [(chance.random() + turn) * _PERIOD_S for turn in range(_ROUNDS) for _ in stations]
    plan = sorted((moment, n % _STATIONS, chance.randrange(5)) for n, moment in enumerate(moments))
    busy = [threading.Lock() for _ in stations]

    def come(due: float, n: int, fresh: int) -> None:
        time.sleep(max(0.0, begin + due - time.perf_counter()))
        with busy[n]:
            _round(stations[n], seen, fresh)
        seen.add("round, from when it was due", begin + due)

    with ThreadPoolExecutor(_WORKERS) as pool:
        for one in [pool.submit(come, *each) for each in plan]:
            one.result()


def _round(station: _Station, seen: _Seen, fresh: int) -> None:
    begun = time.perf_counter()
    with open_centre(station.url) as line:
        at = seen.add("connect and log in", begun)
        line.hello(station.agency, station.cursor, fresh)
        at = seen.add("hello", at)
        if not station.fence:
            head = line.open_stream(station.agency, station.stream, station.number // _AGENCIES, 0)
            assert head.answer is Answer.OK, head
            station.fence, at = head.fence, time.perf_counter()
        if fresh:
            made = events(fresh, station.stream, station.sent + 1, station.last)
            answer = line.push(station.agency, station.stream, station.fence, made)
            assert answer.answer is Answer.OK, answer
            station.fence, station.last, station.sent = answer.fence, answer.head_hash, answer.head_seq
            at = seen.add("push of 1-4 events", at)
        page = line.pull(station.agency, station.cursor, MOST_EVENTS, station.stream, station.sent)
        assert [one.pos for one in page.events] == list(range(station.cursor + 1, page.head_pos + 1))
        station.cursor, station.digest = page.head_pos, page.digest
        seen.received += len(page.events)
        seen.add("pull", at)


def _unequal(centre: CentreDatabase, stations: list[_Station]) -> int:
    """Return how many agencies have a gap, a lost event, or a station with another digest than the centre."""
    found = centre.run("SELECT agency, head_pos, digest FROM sy.agency_head")
    counted = dict(centre.run("SELECT agency, count(*) FROM sy.event GROUP BY agency"))
    wrong = 0
    for agency, head_pos, digest in found:
        here = [one for one in stations if one.agency == agency]
        whole = head_pos == counted.get(agency, 0) == sum(one.sent for one in here)
        wrong += not (whole and all(one.digest == digest for one in here))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
