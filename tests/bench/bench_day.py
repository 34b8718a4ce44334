"""A day of 400 dossiers through the real window, without a screen: how long each act takes from its last key to its
end, and the longest that the window stood still (promised: never longer than 200 ms)."""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

COUNT = int(os.environ.get("ONESTOP_BENCH_DAY", "400"))
_MOST_STILL_MS = 200


def main() -> str | None:
    """Print the table; return a sentence when the window stood still for too long."""
    with tempfile.TemporaryDirectory(prefix="onestop-bench-day-") as folder:
        os.environ["ONESTOP_STATE"] = folder + "/state"
        from PySide6.QtWidgets import QApplication

        from onestop_desk.ui.watchdog import Watchdog
        from tests.journeys.office_day import Timed, open_day, play

        app = QApplication(sys.argv[:1])
        stage = open_day(Path(folder))
        stalls: list[tuple[int, str]] = []
        gaps = _Gaps(app)
        dog = Watchdog(every_ms=20)
        dog.stalled.connect(lambda ms, where: stalls.append((ms, where)))
        dog.start()
        timed, began = Timed(), time.monotonic()
        play(stage, COUNT, timed)
        took = time.monotonic() - began
        dog.stop()
        stage.end()
    _print(timed.acts, took, gaps.longest_ms)
    for ms, where in sorted(stalls, reverse=True)[:5]:
        print(f"  stood still {ms} ms at {where}")
    return f"the window stood still for {max(stalls)[0]} ms" if stalls else None


class _Gaps:
    """Keeps the longest time in which no timer came through."""

    def __init__(self, app: object) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_ms, self._at = 0.0, time.perf_counter()
        self._timer = QTimer(app)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(1)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms, self._at = max(self.longest_ms, (now - self._at) * 1000), now


def _print(acts: dict[str, list[float]], took: float, longest_ms: float) -> None:
    print(f"{'':32s}{'n':>5s}{'median ms':>12s}{'p95 ms':>9s}{'worst ms':>10s}")
    for name, times in acts.items():
        p95 = sorted(times)[int(len(times) * 0.95)] if len(times) > 1 else times[0]
        print(f"{name:32s}{len(times):5d}{statistics.median(times):12.1f}{p95:9.1f}{max(times):10.1f}")
    print(f"{COUNT} dossiers in {took:.0f} s; the longest between two turns of the window {longest_ms:.0f} ms")
