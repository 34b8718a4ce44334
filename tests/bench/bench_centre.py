"""The centre: push beside a raw COPY of the same rows, pull, a link of 50 ms, 200 stations at 100 pushes a second."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import psycopg

from onestop_desk.sync.centre import Centre, open_centre
from onestop_desk.sync.wire import MOST_EVENTS, Answer, WireEvent
from tests.bench.centre_load import agency_code, events, percentile, real_centre
from tests.sync.postgres import CentreDatabase
from tests.sync.proxy import Proxy, Trouble

_AGENCY, _STREAM, _FAR = "H31.20.11", "11" * 16, "22" * 16
_COUNT, _FAR_COUNT = 30_000, 10_000
_STATIONS, _RATE, _SECONDS = 200, 100, 8
_LINK_S = 0.025
"""Each way: a link of 50 ms there and back."""

_COPY = (
    "COPY raw (agency, pos, stream, seq, at_us, kind, version, subject, payload, hash, digest) "
    "FROM STDIN (FORMAT binary)"
)
_TYPES = ("text", "int8", "bytea", "int8", "int8", "text", "int4", "text", "bytea", "bytea", "bytea")


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed."""
    made, far = events(_COUNT, _STREAM), events(_FAR_COUNT, _FAR)
    with real_centre() as centre:
        centre.add("one", _AGENCY)
        raw = _COUNT / _copied(centre, made)
        with centre.open("one") as line:
            push = _COUNT / _pushed(line, made, 1)
            pull = _COUNT / _pulled(line, _COUNT)
            quiet = _quiet(line)
        with Proxy(f"{centre.cluster.socket}/.s.PGSQL.5432") as link:
            link.trouble = Trouble(delay_s=_LINK_S)
            station = centre.stations["one"]
            url = f"postgresql://{station.login}:{station.password}@localhost:{link.port}/{centre.name}?sslmode=disable"
            with open_centre(url) as line:
                far_push = _FAR_COUNT / _pushed(line, far, 2)
                far_pull = _FAR_COUNT / _pulled(line, _FAR_COUNT)
        times = _many(centre)
    p95 = percentile(times, 0.95)
    for name, value in (
        ("raw COPY of the same rows, events/s", f"{raw:,.0f}"),
        ("push, 500 a batch, events/s (× COPY)", f"{push:,.0f} ({push / raw:.2f})"),
        ("pull without fold, events/s", f"{pull:,.0f}"),
        ("a poll that finds nothing, ms", f"{quiet:.2f}"),
        ("push over 50 ms, events/s", f"{far_push:,.0f}"),
        ("pull over 50 ms, events/s", f"{far_pull:,.0f}"),
        (f"{_STATIONS} stations, {_RATE} pushes/s: median, p95 ms", f"{percentile(times, 0.5):.1f}, {p95:.1f}"),
    ):
        print(f"{name:48}{value:>20}")
    promised = (
        (push >= 0.2 * raw, f"push is {push / raw:.2f} × COPY (promised 0.2)"),
        (push >= 15_000, f"push takes {push:,.0f} events/s (promised 15,000)"),
        (far_push >= 5_000, f"push over 50 ms: {far_push:,.0f}/s (promised 5,000)"),
        (far_pull >= 3_000, f"pull over 50 ms: {far_pull:,.0f}/s (promised 3,000)"),
        (p95 <= 30, f"200 stations: p95 {p95:.0f} ms (promised 30)"),
    )
    missed = [words for is_kept, words in promised if not is_kept]
    return "; ".join(missed) or None


def _copied(centre: CentreDatabase, made: list[WireEvent]) -> float:
    """Return the seconds that PostgreSQL takes to store the very rows, indexes included, without looking at them."""
    centre.run("CREATE TABLE raw (LIKE sy.event INCLUDING ALL)")
    stream = bytes.fromhex(_STREAM)
    rows = [
        (_AGENCY, e.seq, stream, e.seq, e.at_us, e.kind, e.version, e.subject, e.payload, e.hash, e.hash) for e in made
    ]
    with psycopg.connect(centre.owner_url) as connection:
        begun = time.perf_counter()
        with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for row in rows:
                copy.write_row(row)
        connection.commit()
        took = time.perf_counter() - begun
    centre.run("DROP TABLE raw")
    return took


def _pushed(line: Centre, made: list[WireEvent], counter: int) -> float:
    stream = made[0].stream
    fence = line.open_stream(_AGENCY, stream, counter, 0).fence
    begun = time.perf_counter()
    for at in range(0, len(made), MOST_EVENTS):
        answer = line.push(_AGENCY, stream, fence, made[at : at + MOST_EVENTS])
        assert answer.answer is Answer.OK, answer.answer
        fence = answer.fence
    return time.perf_counter() - begun


def _pulled(line: Centre, count: int) -> float:
    begun, after = time.perf_counter(), 0
    while after < count:
        after = line.pull(_AGENCY, after, MOST_EVENTS, "00" * 16, 0).events[-1].pos
    return time.perf_counter() - begun


def _quiet(line: Centre) -> float:
    head = line.hello(_AGENCY).head_pos
    begun = time.perf_counter()
    for _ in range(300):
        assert not line.pull(_AGENCY, head, MOST_EVENTS, _STREAM, head).events
    return (time.perf_counter() - begun) / 300 * 1000


def _many(centre: CentreDatabase) -> list[float]:
    """Return how long each of many small pushes took, from the moment it was due; every station has its own login."""
    names = [f"many-{n}" for n in range(_STATIONS)]
    for n, name in enumerate(names):
        centre.add(name, agency_code(n % 100))
    ready = threading.Barrier(_STATIONS)
    begin: list[float] = []

    def work(n: int) -> list[float]:
        agency, stream, took = agency_code(n % 100), f"{n:032x}", []
        made = events(_RATE * _SECONDS // _STATIONS, stream)
        with centre.open(names[n]) as line:
            head = line.open_stream(agency, stream, 5 + n // 100, 0)
            assert head.answer is Answer.OK, head
            fence = head.fence
            if ready.wait(60) == 0:
                begin.append(time.perf_counter() + 0.1)
            ready.wait(60)
            for turn, event in enumerate(made):
                due = begin[0] + (turn * _STATIONS + n) / _RATE
                time.sleep(max(0.0, due - time.perf_counter()))
                answer = line.push(agency, stream, fence, [event])
                assert answer.answer is Answer.OK, answer
                fence = answer.fence
                took.append(time.perf_counter() - due)
        return took

    with ThreadPoolExecutor(_STATIONS) as pool:
        return [one for took in pool.map(work, range(_STATIONS)) for one in took]


if __name__ == "__main__":
    sys.exit(main())
