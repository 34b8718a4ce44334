"""Registering end to end without paper, beside one raw durable SQLite commit of the same bytes, in turn in one run."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

_ROUNDS = 400
_TIMES_RAW, _MEDIAN_MS = 10.0, 3.0


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed."""
    with tempfile.TemporaryDirectory(prefix="onestop-bench-") as folder:
        os.environ["ONESTOP_STATE"] = folder + "/state"
        raw, ours = _measured(Path(folder))
    print(f"{'':34}{'median ms':>10}{'p95 ms':>10}{'ratio':>8}")
    base = statistics.median(raw)
    for name, times in (("raw FULL commit, same bytes", raw), ("accept, end to end", ours)):
        median, late = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        print(f"{name:34}{median:10.2f}{late:10.2f}{median / base:8.1f}")
    median = statistics.median(ours)
    if median > _MEDIAN_MS or median > _TIMES_RAW * base:
        return f"accept takes {median:.2f} ms, {median / base:.1f} × raw (promised {_MEDIAN_MS} ms, {_TIMES_RAW} ×)"
    return None


def _measured(folder: Path) -> tuple[list[float], list[float]]:
    from onestop_desk.models.session import connect_raw
    from onestop_desk.services.intake import accept
    from tests.desks import an_application, open_new_desk

    desk = open_new_desk(folder / "data")
    form = an_application("warm")
    accept(desk, form)
    size = desk.database.path.stat().st_size
    with desk.reading() as connection:
        size = int(connection.exec_driver_sql("SELECT length(payload) FROM event ORDER BY id DESC").scalar() or size)
    (folder / "raw.sqlite3").touch()
    raw = connect_raw(folder / "raw.sqlite3")
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, payload BLOB)")
    content = os.urandom(size)

    def commit(_number: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO event (payload) VALUES (?)", (content,))
        raw.execute("COMMIT")

    def register(number: int) -> None:
        accept(desk, replace(form, ref=f"form-{number}"))

    times = _in_turn(commit, register)
    desk.close()
    return times


def _in_turn(first: Callable[[int], None], second: Callable[[int], None]) -> tuple[list[float], list[float]]:
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(_ROUNDS):
        for way, found in zip((first, second), times, strict=True):
            start = time.perf_counter()
            way(number)
            found.append((time.perf_counter() - start) * 1000)
    return times
