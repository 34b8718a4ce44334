"""Taking in 10,000 receive lines, beside one raw durable SQLite commit of the same payload bytes, in one run."""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

_LINES = 10_000
_A_DAY = 100
_PER_SECOND = 1_000
_FIRST_DAY = date(2025, 1, 6)


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed."""
    with tempfile.TemporaryDirectory(prefix="onestop-bench-") as folder:
        os.environ["ONESTOP_STATE"] = folder + "/state"
        ours, payloads = _imported(Path(folder))
        raw = _stored_raw(Path(folder), payloads)
    print(f"{'':34}{'s':>8}{'CPU s':>8}{'lines/s':>10}{'CPU × raw':>11}")
    for name, (wall, cpu) in (("raw executemany, same payloads", raw), ("import, 500 lines a commit", ours)):
        print(f"{name:34}{wall:8.2f}{cpu:8.2f}{_LINES / wall:10,.0f}{cpu / raw[1]:11.1f}")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    rate = _LINES / ours[0]
    return None if rate >= _PER_SECOND else f"import takes in {rate:,.0f} lines a second (promised {_PER_SECOND:,})"


def lines(count: int, first: int = 0) -> Iterator[bytes]:
    """Yield receive lines of synthetic people, a hundred a day on days without a break."""
    from tests.bench.people import person

    for number in range(first, first + count):
        owner = person(number)
        day = _FIRST_DAY + timedelta(days=number // _A_DAY)
        party = {
            "kind": owner.kind.value,
            "name": owner.name,
            "id_number": owner.id_number,
            "birth": owner.birth.isoformat() if owner.birth else None,
            "sex": owner.sex.value if owner.sex else None,
            "phone": owner.phone,
            "address": owner.address,
        }
        line = {
            "do": "receive",
            "ref": f"old-{number}",
            "procedure": ("1.004873", "1.001193", "1.000894")[number % 3],
            "channel": ("direct", "direct", "online", "post")[number % 4],
            "received_at": f"{day}T{7 + number % 4:02}:{number % 60:02}",
            "owner": party,
        }
        yield json.dumps(line, ensure_ascii=False).encode()


def _imported(folder: Path) -> tuple[tuple[float, float], list[bytes]]:
    from onestop_desk.services.catalogue import import_starter
    from onestop_desk.services.exchange import import_lines
    from tests.desks import open_new_desk

    desk = open_new_desk(folder / "data")
    import_starter(desk)
    given = list(lines(_LINES))
    with _Watch() as watch:
        refused = [result for result in import_lines(desk, given) if not result.ok]
    if refused:
        raise AssertionError(f"{len(refused)} lines refused: {refused[0]}")
    with desk.reading() as connection:
        payloads = list(connection.exec_driver_sql("SELECT payload FROM event WHERE kind='received'").scalars())
    desk.close()
    return watch.spent, payloads


def _stored_raw(folder: Path, payloads: list[bytes]) -> tuple[float, float]:
    from onestop_desk.models.session import connect_raw

    (folder / "raw.sqlite3").touch()
    raw = connect_raw(folder / "raw.sqlite3")
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, payload BLOB)")
    with _Watch() as watch:
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany("INSERT INTO event (payload) VALUES (?)", [(payload,) for payload in payloads])
        raw.execute("COMMIT")
    raw.close()
    return watch.spent


class _Watch:
    """Wall and CPU seconds of a block."""

    spent = (0.0, 0.0)

    def __enter__(self) -> "_Watch":
        self._start = (time.perf_counter(), time.process_time())
        return self

    def __exit__(self, *_error: Any) -> None:
        self.spent = (time.perf_counter() - self._start[0], time.process_time() - self._start[1])
