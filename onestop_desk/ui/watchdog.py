"""Says in the log when the window stood still: how long, and in which functions; never what was on the screen."""

import logging
import sys
import threading
import time
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer, Signal

STALL_MS = 200
"""The longest that a window may stand still (counter.md §9)."""

_LOOKS_EVERY_MS, _ASLEEP_S = 100, 60.0
_DEPTH = 6
_LOG = logging.getLogger(__name__)


class Watchdog(QObject):
    """Looks from a thread of its own whether the window's thread still answers; `stalled` carries the milliseconds that
    it did not, and where it was."""

    stalled = Signal(int, str)

    def __init__(self, parent: QObject | None = None, every_ms: int = _LOOKS_EVERY_MS) -> None:
        super().__init__(parent)
        self._every_ms, self._window_thread = every_ms, threading.get_ident()
        self._seen_at, self._where = time.monotonic(), ""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_tick)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._seen_at = time.monotonic()
        self._timer.start()
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _on_tick(self) -> None:
        now = time.monotonic()
        still_ms = round((now - self._seen_at) * 1000) - self._every_ms
        self._seen_at = now
        where, self._where = self._where, ""
        if STALL_MS < still_ms < _ASLEEP_S * 1000:  # longer: the machine was asleep
            _LOG.warning("the window stood still for %d ms at %s", still_ms, where or "?")
            self.stalled.emit(still_ms, where)

    def _watch(self) -> None:
        while not self._over.wait(self._every_ms / 1000):
            late = time.monotonic() - self._seen_at
            if late > (STALL_MS + self._every_ms) / 1000 and not self._where:
                self._where = _place(sys._current_frames().get(self._window_thread))


def _place(frame: FrameType | None) -> str:
    """Return the innermost functions of a stack as file:line names."""
    places: list[str] = []
    while frame is not None and len(places) < _DEPTH:
        name = frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        places.append(f"{name}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(places)
