"""Start, question and kill one worker process."""

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Plain = dict[str, Any]

WORKER_OPTION = "--print-worker"
"""A frozen program started with this one argument must call `worker.worker_main` and nothing else."""

_log = logging.getLogger(__name__)
_PACKAGE_PARENT = Path(__file__).resolve().parents[3]


class WorkerLost(Exception):
    """The worker died before it answered; unless it `has_begun`, nothing was sent anywhere."""

    def __init__(self, has_begun: bool, detail: str) -> None:
        super().__init__(detail)
        self.has_begun = has_begun


class WorkerLate(Exception):
    """The worker did not answer in time and was killed; unless it `has_begun`, nothing was sent anywhere."""

    def __init__(self, has_begun: bool) -> None:
        super().__init__()
        self.has_begun = has_begun


def worker_command() -> tuple[str, ...]:
    """Return the command that starts a worker, from source or frozen."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER_OPTION)
    return (sys.executable, "-m", "onestop_desk.devices.printer")


class WorkerProcess:
    """One running worker; a thread of its own reads its answers, so that waiting for one can end."""

    def __init__(self, command: Sequence[str]) -> None:
        path = os.pathsep.join(filter(None, (str(_PACKAGE_PARENT), os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="printer answers", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process number."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def request(self, question: Plain, deadline: float) -> Plain:
        """Return the answer; raise WorkerLost, or WorkerLate after `deadline` seconds, with the process gone.

        A worker says first that it has begun; the deadline counts from there, so that starting it costs no order.
        """
        self._write(json.dumps({**question, "deadline": deadline}))
        self._next_line(deadline, has_begun=False)
        answer: Plain = json.loads(self._next_line(deadline, has_begun=True))
        return answer

    def let_go(self) -> None:
        """Ask the worker to end after what it has in hand, without waiting for it."""
        stream = self._process.stdin
        if stream is not None and not stream.closed:
            try:
                stream.close()
            except OSError as error:
                _log.debug("print worker %d was gone already: %s", self.pid, error)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        self.let_go()

    def _next_line(self, seconds: float, has_begun: bool) -> str:
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.kill()
            raise WorkerLate(has_begun) from None
        if line is None:
            self.let_go()
            raise WorkerLost(has_begun, f"exit {self._process.wait()}")
        return line

    def _write(self, line: str) -> None:
        stream = self._process.stdin
        try:
            if stream is None:
                raise BrokenPipeError
            stream.write(line + "\n")
            stream.flush()
        except (OSError, ValueError) as error:
            self.kill()
            raise WorkerLost(False, str(error)) from error

    def _read(self) -> None:
        stream = self._process.stdout
        if stream is not None:
            with stream:
                for line in stream:
                    self._answers.put(line)
        self._answers.put(None)
        self._process.wait()
