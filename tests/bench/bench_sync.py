"""The station's side of sync: sending and taking in with proof and fold, a registration meanwhile, a desk that is far
behind. Against a real PostgreSQL of its own on this machine."""

import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

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


def _measure(bench: "object") -> str | None:
    from tests.bench.sync_load import Bench

    assert isinstance(bench, Bench)
    written = bench.fill(COUNT)
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


def _registering(bench: "object") -> tuple[list[float], list[float]]:
    from tests.bench.sync_load import Bench

    assert isinstance(bench, Bench)
    third = bench.third()
    alone = [_timed(third.accept) * 1000 for _ in range(100)]
    over, during = threading.Event(), []

    def sync() -> None:
        third.round()
        over.set()

    thread = threading.Thread(target=sync)
    thread.start()
    while not over.is_set() and len(during) < 300:
        during.append(_timed(third.accept) * 1000)
        time.sleep(0.02)  # a counter is slower than that
    third.desk.is_closing = True
    thread.join()
    return alone, during


def _timed(work: "object") -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began
