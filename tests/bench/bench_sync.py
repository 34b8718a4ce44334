"""The station's side of sync: sending and taking in with proof and fold, a registration meanwhile, a desk that is far
behind. Against a real PostgreSQL of its own on this machine."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from tests.bench.sync_load import Bench
    from tests.sync.station.stations import Station

COUNT = int(os.environ.get("ONESTOP_BENCH_EVENTS", "20000"))
_PULLED_A_SECOND, _TIMES_ALONE = 8_000, 2.0


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed."""
    with tempfile.TemporaryDirectory(prefix="onestop-bench-sync-") as folder:
        os.environ["ONESTOP_STATE"] = folder + "/state"
        from tests.bench.sync_load import Bench

        bench = Bench(Path(folder))
        try:
            return _measure(bench)
        finally:
            bench.close()


def _measure(bench: Bench) -> str | None:
    written = bench.fill(COUNT)
    gc.freeze()  # as the window does when its desk is open
    sent = _timed(bench.first.round)
    taken = _timed(bench.second.round)
    raw = bench.raw_pull()
    print(f"{'':44s}{'events/s':>10s}{'× raw':>8s}")
    print(f"{'push, batches of 500, hashes recomputed':44s}{written / sent:10,.0f}")
    print(f"{'pull alone: rows as they come':44s}{written / raw:10,.0f}{1:8.2f}")
    print(f"{'pull, proof and fold':44s}{written / taken:10,.0f}{raw / taken:8.2f}")
    alone, during = _registering(bench)
    ratio = statistics.median(during) / statistics.median(alone)
    print(
        f"registering alone {statistics.median(alone):.2f} ms, during sync {statistics.median(during):.2f} ms median,"
    )
    print(f"  {sorted(during)[int(len(during) * 0.95)]:.1f} ms p95, {ratio:.2f} × ({len(during)} dossiers)")
    misses = []
    if written / taken < _PULLED_A_SECOND:
        misses.append(f"pull and fold {written / taken:,.0f}/s < {_PULLED_A_SECOND:,}")
    if ratio > _TIMES_ALONE:
        misses.append(f"registering during sync {ratio:.1f} × > {_TIMES_ALONE} ×")
    return "; ".join(misses) or None


def _registering(bench: Bench) -> tuple[list[float], list[float]]:
    third = bench.third()
    alone = [_registered(third) for _ in range(100)]
    over, during = threading.Event(), []

    def sync() -> None:
        third.round()
        over.set()

    thread = threading.Thread(target=sync)
    thread.start()
    while not over.is_set() and len(during) < 300:
        during.append(_registered(third))
    third.desk.is_closing = True
    thread.join()
    return alone, during


def _registered(station: Station) -> float:
    """Register one; return the milliseconds. The pause before it is shorter than any counter's."""
    time.sleep(0.02)
    return _timed(station.accept) * 1000


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
