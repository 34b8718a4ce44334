"""Figures over 1,000,000 dossiers: Biểu 06 of a month, a year and everything, the yearly summary, opening F9.

The raw limit beside each is SQLite alone: count(*) of the same rows of the same file, in the same run.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_search import COUNT, _clock, built

from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period
from onestop_desk.models.session import connect_raw
from onestop_desk.services import reporting
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import REGISTER, Desk, look_into
from onestop_desk.ui.figures import work

_ROUNDS = 5


def main() -> str | None:
    """Print the figures; return a sentence when a promise is missed."""
    folder = built()
    desk = look_into(folder, _clock)
    try:
        first, last = _span(desk)
        periods = {
            "month": month_of(last),
            "year": Period(date(last.year, 1, 1), date(last.year, 12, 31)),
            "everything": Period(first, last),
        }
        raw = _raw(folder)
        print(f"  {COUNT:,} dossiers from {first} to {last}; raw count(*) of all: {raw * 1000:.0f} ms")
        misses = []
        for name, period in periods.items():
            misses += _told(desk, name, period, raw)
        return "; ".join(misses) or None
    finally:
        desk.close()


def _told(desk: Desk, name: str, period: Period, raw: float) -> list[str]:
    total = 0

    def by_field() -> None:
        nonlocal total
        with counting(desk) as scope:
            total = reporting.bieu06(scope, period).total.received

    def by_procedure() -> None:
        with counting(desk) as scope:
            reporting.bieu06(scope, period, By.PROCEDURE)

    def summary() -> None:
        with counting(desk) as scope:
            reporting.yearly(scope, period)

    took = {
        label: _median(act) for label, act in (("field", by_field), ("procedure", by_procedure), ("yearly", summary))
    }
    opening = _median(lambda: work.overview(desk, period))
    print(
        f"  {name:>10} ({total:,}): Biểu 06 by field {took['field'] * 1000:.0f} ms = {took['field'] / raw:.1f} × raw,"
        f" by procedure {took['procedure'] * 1000:.0f} ms, yearly {took['yearly'] * 1000:.0f} ms,"
        f" F9's tiles {opening * 1000:.0f} ms"
    )
    missed = []
    if took["field"] > 0.3:
        missed.append(f"Biểu 06 of a {name} took {took['field'] * 1000:.0f} ms (300)")
    return missed


def _median(act: Callable[[], Any]) -> float:
    took = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def _raw(folder: Path) -> float:
    connection = connect_raw(folder / REGISTER, read_only=True)
    try:
        return _median(lambda: connection.execute("SELECT count(*) FROM dossier WHERE field > ''").fetchone())
    finally:
        connection.close()


def _span(desk: Desk) -> tuple[date, date]:
    with desk.reading() as connection:
        query = "SELECT min(day), max(day) FROM dossier"
        first, last = connection.exec_driver_sql(query).one()
    return date.fromisoformat(first), date.fromisoformat(last)
