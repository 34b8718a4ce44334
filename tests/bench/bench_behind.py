"""A desk that is 100,000 events behind catches up while its window is used: how long it takes, the longest turn of the
window's loop, and what registering costs meanwhile."""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

COUNT = int(os.environ.get("ONESTOP_BENCH_BEHIND", "100000"))
_LONGEST_TURN_MS, _EVERY_MS, _REGISTER_EVERY_MS = 200, 5, 3_000


def main() -> str | None:
    """Print the figures; return a sentence when the window stood still."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="onestop-bench-behind-") as folder:
        os.environ["ONESTOP_STATE"] = folder + "/state"
        from tests.bench.sync_load import Bench

        bench = Bench(Path(folder))
        try:
            written = bench.fill(COUNT)
            bench.first.round()
            return _catch_up(bench.second, written)
        finally:
            bench.close()


def _catch_up(station: "object", written: int) -> str | None:
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from onestop_desk.ui import theme
    from onestop_desk.ui.jobs import Jobs
    from onestop_desk.ui.list.page import ListPage
    from onestop_desk.ui.main_window import MainWindow, OfficeLine
    from onestop_desk.ui.pages import PageSpec
    from tests.desks import a_procedure, an_application
    from tests.sync.station.stations import Station

    assert isinstance(station, Station)
    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.Look())
    jobs, turns, took, begun = Jobs(), list[float](), list[float](), time.perf_counter()
    spec = PageSpec("list", "Danh sách", "F7", "list", lambda window: ListPage(window, station.desk))
    window = MainWindow([spec], OfficeLine("UBND xã Mẫu", "Quầy 2", "", ""), jobs, now=station.clock)
    window.show()
    QTest.qWait(1_000)  # opening a window has a bench of its own
    last, numbers = [time.perf_counter()], iter(range(10**6))

    def turn() -> None:
        now = time.perf_counter()
        turns.append((now - last[0]) * 1000 - _EVERY_MS)
        last[0] = now

    def register() -> None:
        from onestop_desk.services.intake import accept

        asked = time.perf_counter()
        form = an_application(f"behind-{next(numbers)}", procedure=a_procedure(fees=()), clock_confirmed=True)
        jobs.run(accept, station.desk, form, done=lambda _made: took.append((time.perf_counter() - asked) * 1000))

    for every, act in ((_EVERY_MS, turn), (_REGISTER_EVERY_MS, register)):
        timer = QTimer(window)
        timer.timeout.connect(act)
        timer.start(every)
    jobs.read_long(station.round, done=lambda _none: app.quit())
    begun = last[0] = time.perf_counter()
    app.exec()
    seconds = time.perf_counter() - begun
    jobs.close()
    window.close()
    rate = written / seconds
    print(f"  {written:,} events behind, caught up in {seconds:.0f} s = {rate:,.0f}/s, the window in use")
    print(f"  the window's loop: longest turn {max(turns):.0f} ms, p99 {statistics.quantiles(turns, n=100)[98]:.1f} ms")
    middle, longest = statistics.median(took), max(took)
    print(f"  {len(took)} dossiers registered meanwhile: median {middle:.1f} ms, longest {longest:.0f} ms")
    return None if max(turns) <= _LONGEST_TURN_MS else f"the window stood still for {max(turns):.0f} ms"
