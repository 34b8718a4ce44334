"""One printer's lane: its orders one after the other, in a worker process that is replaced when it dies or hangs."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from onestop_desk.devices.printer.order import (
    STALE_AFTER,
    Outcome,
    OutcomeState,
    PrintOrder,
    Reason,
    order_to_plain,
    outcome_from_plain,
)
from onestop_desk.devices.printer.process import WorkerLate, WorkerLost, WorkerProcess

_log = logging.getLogger(__name__)

_STANDING_FAULTS = (
    Reason.PRINTER_OFF, Reason.PAPER_OUT, Reason.PAPER_JAM, Reason.COVER_OPEN, Reason.INK_OUT, Reason.QUEUE_PAUSED,
    Reason.QUEUE_MISSING, Reason.SPOOLER_OFF,
)  # fmt: skip
"""Causes that will stop the next order too."""


@dataclass(frozen=True, slots=True)
class Task:
    """One order on its way through a lane."""

    order: PrintOrder
    do: Literal["send", "ask"]
    handed_in_at: float
    """Seconds since 1970, by the pool's clock: a machine that slept all night has not stopped it."""


@dataclass(frozen=True, slots=True)
class LaneRules:
    """What all lanes of a pool share: seconds an order may take, the clock, the worker's command, whom to tell."""

    deadline: float
    clock: Callable[[], float]
    command: Sequence[str]
    report: Callable[[Outcome], None]


class Lane:
    """Carries out tasks in order on a thread of its own; a fault of its printer stays in the lane."""

    def __init__(self, printer: str, rules: LaneRules) -> None:
        self._printer = printer
        self._rules = rules
        self._waiting: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._worker: WorkerProcess | None = None
        self._in_hand: Task | None = None
        self._lock = threading.Lock()
        self._is_closed = False
        threading.Thread(target=self._run, name=f"printer {printer}", daemon=True).start()

    @property
    def worker_pid(self) -> int | None:
        """The process number of the worker, None before the first order."""
        return None if self._worker is None else self._worker.pid

    def add(self, task: Task) -> None:
        """Let the task wait its turn."""
        self._waiting.put(task)

    def close(self) -> None:
        """Refuse what waits, leave the order in hand to the worker, and wait for neither."""
        with self._lock:
            self._is_closed = True
            if self._in_hand is not None:
                self._rules.report(_outcome(self._in_hand, OutcomeState.UNKNOWN, Reason.CLOSED))
        self._refuse_waiting(Reason.CLOSED)
        self._waiting.put(None)
        worker = self._worker
        if worker is not None:
            worker.let_go()

    def _run(self) -> None:
        while (task := self._waiting.get()) is not None:
            if self._taken_in_hand(task):
                self._settle(task, self._carried_out(task))
        if self._worker is not None:
            self._worker.let_go()

    def _taken_in_hand(self, task: Task) -> bool:
        with self._lock:
            if self._is_closed:
                self._rules.report(_outcome(task, OutcomeState.REFUSED, Reason.CLOSED))
                return False
            self._in_hand = task
            return True

    def _settle(self, task: Task, outcome: Outcome) -> None:
        with self._lock:
            self._in_hand = None
            if self._is_closed:
                return
            self._rules.report(outcome)
        if outcome.reason in _STANDING_FAULTS and task.do == "send":
            self._refuse_waiting(outcome.reason)

    def _carried_out(self, task: Task) -> Outcome:
        if not 0 <= self._rules.clock() - task.handed_in_at <= STALE_AFTER:
            return _outcome(task, OutcomeState.REFUSED, Reason.EXPIRED)
        try:
            return self._asked(task)
        except WorkerLate as late:
            _log.warning("print job %s on %s: no answer, worker killed", task.order.job_id, self._printer)
            self._refuse_waiting(Reason.TIMED_OUT)
            return _outcome(task, _state_after(late.has_begun), Reason.TIMED_OUT)
        except WorkerLost as lost:
            _log.warning("print job %s on %s: worker died, %s", task.order.job_id, self._printer, lost)
            return _outcome(task, _state_after(lost.has_begun), Reason.WORKER_DIED, str(lost))

    def _asked(self, task: Task) -> Outcome:
        question = {"do": task.do, "order": order_to_plain(task.order)}
        try:
            return outcome_from_plain(self._living_worker().request(question, self._rules.deadline))
        except WorkerLost as lost:
            if lost.has_begun:
                raise
        return outcome_from_plain(self._living_worker().request(question, self._rules.deadline))

    def _living_worker(self) -> WorkerProcess:
        if self._worker is not None and not self._worker.is_alive:
            self._worker.let_go()
            self._worker = None
        if self._worker is None:
            self._worker = WorkerProcess(self._rules.command)
        return self._worker

    def _refuse_waiting(self, reason: Reason) -> None:
        """Refuse what waits behind a fault: an order must not come out long after the person has gone."""
        kept: list[Task | None] = []
        while True:
            try:
                task = self._waiting.get_nowait()
            except queue.Empty:
                break
            if task is None:
                kept.append(task)
            else:
                self._rules.report(_outcome(task, OutcomeState.REFUSED, reason))
        for task in kept:
            self._waiting.put(task)


def _state_after(has_begun: bool) -> OutcomeState:
    return OutcomeState.UNKNOWN if has_begun else OutcomeState.REFUSED


def _outcome(task: Task, state: OutcomeState, reason: Reason, detail: str = "") -> Outcome:
    """Return the lane's own word on a task; an unanswered question leaves the earlier order as unknown as it was."""
    known = OutcomeState.UNKNOWN if task.do == "ask" else state
    return Outcome(task.order.job_id, known, reason, detail)
