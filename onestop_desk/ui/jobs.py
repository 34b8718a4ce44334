"""Work away from the window's thread: a desk lane for what writes, a reading lane for look-ups, one for long looks."""

import itertools
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid


@dataclass(slots=True)
class _Job:
    """One piece of work and who wants to hear of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    key: Hashable = None
    number: int = 0
    result: Any = None
    error: BaseException | None = field(default=None)


class _Keep:
    """Runs a block and keeps the error it ends with, for another thread to deal with."""

    def __init__(self, job: _Job) -> None:
        self._job = job

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._job.error = error
        return True


class _Lane:
    """One thread that takes one job at a time, first come, first served; it starts with the first job."""

    def __init__(self, name: str, take: Callable[[_Job], bool], ended: Callable[[_Job], None]) -> None:
        self._take, self._ended = take, ended
        self._telling, self._is_silent = threading.Lock(), False
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def put(self, job: _Job) -> None:
        if self._thread.ident is None:
            self._thread.start()
        self._queue.put(job)

    def stop(self) -> None:
        self._queue.put(None)

    def join(self, seconds: float) -> bool:
        """Wait for the thread; whatever it still does afterwards, it tells nobody: who would hear may be gone."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        with self._telling:
            self._is_silent = True
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            if self._take(job):
                with _Keep(job):
                    job.result = job.work()
            with self._telling:
                if not self._is_silent:
                    self._ended(job)


class Jobs(QObject):
    """Runs functions in lanes and brings their results back to the thread it was made on.

    `done(result)` or `failed(error)` is called there, unless it belongs to a widget that is gone or the lanes are
    closed. An error that no `failed` takes goes out as `went_wrong`: nothing is swallowed.
    """

    went_wrong = Signal(object)
    became_busy = Signal()
    became_idle = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._newest: dict[Hashable, int] = {}
        self._open = 0
        self._closed = False
        self._desk = _Lane("desk", self._always, self._ended.emit)
        self._reading = _Lane("reading", self._is_newest, self._ended.emit)
        self._long = _Lane("long reading", self._is_newest, self._ended.emit)
        self._ended.connect(self._on_ended)

    def run(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work(*args)` in the desk lane; every job there runs, in the order given."""
        self._put(self._desk, _Job(lambda: work(*args), done, failed))

    def read(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        key: Hashable = None,
    ) -> None:
        """Run `work(*args)` in the reading lane; with a `key`, only the newest of that key is answered."""
        self._put(self._reading, _Job(lambda: work(*args), done, failed, key))

    def read_long(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work(*args)` beside both lanes: reading that takes seconds, for which no look-up should wait."""
        self._put(self._long, _Job(lambda: work(*args), done, failed))

    def is_busy(self) -> bool:
        """Return whether a job is waiting, running, or has not been answered yet."""
        return self._open > 0

    def is_closed(self) -> bool:
        """Return whether the lanes take no more work."""
        return self._closed

    def close(self, seconds: float = 5.0) -> bool:
        """Let the desk lane finish, at most `seconds`; return whether it did. Nothing may be run afterwards."""
        self._closed = True
        self._desk.stop()
        self._reading.stop()
        self._long.stop()
        finished = self._desk.join(seconds)
        self._reading.join(0.2)
        self._long.join(0.2)
        return finished

    def _put(self, lane: _Lane, job: _Job) -> None:
        if self._closed:
            raise RuntimeError("the lanes are closed")
        job.number = next(self._numbers)
        if job.key is not None:
            self._newest[job.key] = job.number
        self._open += 1
        lane.put(job)
        if self._open == 1:
            self.became_busy.emit()

    def _always(self, _job: _Job) -> bool:
        return True

    def _is_newest(self, job: _Job) -> bool:
        return not self._closed and not self._is_overtaken(job)

    def _is_overtaken(self, job: _Job) -> bool:
        return job.key is not None and self._newest.get(job.key) != job.number

    @Slot(object)
    def _on_ended(self, job: _Job) -> None:
        self._open -= 1
        try:
            if not self._is_overtaken(job):
                self._answer(job)
        finally:
            if self._open == 0:
                self.became_idle.emit()

    def _answer(self, job: _Job) -> None:
        if job.error is None:
            if job.done is not None and self._is_heard(job.done):
                job.done(job.result)
        elif isinstance(job.error, Exception) and job.failed is not None and self._is_heard(job.failed):
            job.failed(job.error)
        else:
            self.went_wrong.emit(job.error)

    def _is_heard(self, slot: Callable[..., Any]) -> bool:
        owner = getattr(slot.func if isinstance(slot, partial) else slot, "__self__", None)
        return not self._closed and (not isinstance(owner, QObject) or isValid(owner))
