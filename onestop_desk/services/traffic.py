"""Who writes first: a clerk never waits behind work that nobody is waiting for."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SWITCH_S = 0.0002
_CALM_S = 2.0
_LONGEST_S = 0.25
"""How long background work holds back at a time, so that it gets on at a busy counter too."""


class Traffic:
    """One door for the writers of this process: SQLite would let the second one sleep by fixed steps, a lock wakes it
    at once. Background work calls `give_way` between its pieces."""

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._counting = threading.Condition()
        self._pause = threading.Event()
        self._background: int | None = None
        self._clerks, self._last_clerk = 0, -_CALM_S
        sys.setswitchinterval(_SWITCH_S)  # beside sync or a report, the usual 5 ms are lost at every call of SQLite

    def is_calm(self) -> bool:
        """Tell whether no clerk has written for a while: background work may take larger pieces."""
        return self._clerks == 0 and time.monotonic() - self._last_clerk > _CALM_S

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Hold the door for one transaction."""
        is_clerk = threading.get_ident() != self._background
        if is_clerk:
            self._count(1)
        else:
            self.give_way()
        try:
            with self._door:
                yield
        finally:
            if is_clerk:
                self._count(-1)

    @contextmanager
    def in_background(self) -> Iterator[None]:
        """Let this thread's work be what gives way."""
        self._background = threading.get_ident()
        try:
            yield
        finally:
            self._background = None

    def give_way(self) -> None:
        """Wait while a clerk's transaction is under way."""
        if self._is_free():
            return
        with self._counting:
            self._counting.wait_for(self._is_free, _LONGEST_S)

    def rest(self, seconds: float) -> None:
        """Leave the processor and the door to others for a moment."""
        self._pause.wait(seconds)

    def _is_free(self) -> bool:
        return self._clerks == 0

    def _count(self, more: int) -> None:
        with self._counting:
            self._clerks += more
            self._last_clerk = time.monotonic()
            if self._clerks == 0:
                self._counting.notify_all()
