"""Give orders to printers without ever waiting for one: a lane and a worker process for each printer."""

import queue
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from onestop_desk.devices.printer.lane import Lane, LaneRules, Task
from onestop_desk.devices.printer.order import Outcome, OutcomeState, PrinterInfo, PrintOrder, Reason
from onestop_desk.devices.printer.process import WorkerLate, WorkerLost, WorkerProcess, worker_command
from onestop_desk.domain.errors import DeskError

DEFAULT_DEADLINE = 15.0
_ON_PAPER = (OutcomeState.SENT, OutcomeState.PRINTED)


@dataclass(eq=False)
class PrintersUnknown(DeskError):
    """The machine's printers could not be listed; `reason` is timed_out or worker_died."""

    reason: Reason

    code: ClassVar[str] = "PRINTERS"


class PrintPool:
    """Prints on any number of printers side by side; no method waits for a printer.

    `deadline` is the seconds one order may take from its turn on; `clock` gives seconds since 1970. Belongs to one
    thread, that of its first user.
    """

    def __init__(
        self,
        deadline: float = DEFAULT_DEADLINE,
        clock: Callable[[], float] = time.time,
        command: Sequence[str] | None = None,
    ) -> None:
        self._clock = clock
        self._arrived: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._rules = LaneRules(deadline, clock, command or worker_command(), self._arrived.put)
        self._lanes: dict[str, Lane] = {}
        self._under_way: set[str] = set()
        self._on_paper: dict[str, Outcome] = {}

    def submit(self, order: PrintOrder) -> None:
        """Print the order once, however often it is handed in; its outcome comes with a later `poll`."""
        self._hand_in(order, "send")

    def ask(self, order: PrintOrder) -> None:
        """Find out what became of an order of an earlier time or run, without printing it."""
        self._hand_in(order, "ask")

    def poll(self) -> tuple[Outcome, ...]:
        """Return the outcomes that have arrived since the last call."""
        outcomes = []
        while not self._arrived.empty():
            outcome = self._arrived.get_nowait()
            self._under_way.discard(outcome.job_id)
            if outcome.state in _ON_PAPER:
                self._on_paper[outcome.job_id] = outcome
            outcomes.append(outcome)
        return tuple(outcomes)

    def put_back(self, outcomes: Iterable[Outcome]) -> None:
        """Let the next `poll` report outcomes again that could not be kept."""
        for outcome in outcomes:
            self._arrived.put(outcome)

    def close(self) -> None:
        """Let go of all printers at once: what waits is refused, what is in hand is unknown to this run."""
        for lane in self._lanes.values():
            lane.close()
        self._lanes.clear()

    def worker_pids(self) -> dict[str, int]:
        """Return the process number of each printer's worker that has been started."""
        pids = {printer: lane.worker_pid for printer, lane in self._lanes.items()}
        return {printer: pid for printer, pid in pids.items() if pid is not None}

    def _hand_in(self, order: PrintOrder, do: Literal["send", "ask"]) -> None:
        if order.job_id in self._under_way:
            return
        if order.job_id in self._on_paper:
            self._arrived.put(self._on_paper[order.job_id])
            return
        self._under_way.add(order.job_id)
        if not order.printer:
            self._arrived.put(Outcome(order.job_id, OutcomeState.REFUSED, Reason.NO_PRINTER))
            return
        if order.printer not in self._lanes:
            self._lanes[order.printer] = Lane(order.printer, self._rules)
        self._lanes[order.printer].add(Task(order, do, self._clock()))


def list_printers(timeout: float = DEFAULT_DEADLINE) -> tuple[PrinterInfo, ...]:
    """Return the machine's printers, asked in a process of its own; raise PrintersUnknown after `timeout` seconds."""
    worker = WorkerProcess(worker_command())
    try:
        answer = worker.request({"do": "printers"}, timeout)
    except WorkerLate:
        raise PrintersUnknown(Reason.TIMED_OUT) from None
    except WorkerLost as lost:
        raise PrintersUnknown(Reason.WORKER_DIED) from lost
    finally:
        worker.let_go()
    return tuple(PrinterInfo(name, description, is_default) for name, description, is_default in answer["printers"])
