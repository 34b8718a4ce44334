"""What goes to a printer and what comes back: values that cross the process border as plain JSON."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, Protocol

Paper = Literal["A4", "A5", "80mm", "label"]
Plain = dict[str, str | int]

STALE_AFTER = 600.0
"""Seconds after which an order never prints by itself (counter.md §6: ten minutes)."""

_TITLE_LENGTH = 60
"""Characters of a title that go to the printer: names of IPP jobs end at 255 bytes, and the job id must stay."""

MARK_START = "[desk:"
"""How the part of a job title begins that tells our orders from other programs' jobs."""

FOLDER_PREFIX = "folder:"
"""A printer of this name is a folder: the PDF is kept there and can be opened."""


class OutcomeState(StrEnum):
    """How an order ended; only `UNKNOWN` needs a question to the clerk."""

    SENT = "sent"
    """Handed over: the spooler, the printer or the folder has it, and no fault is reported."""
    REFUSED = "refused"
    """Not printed, and nothing is left anywhere that could still print it."""
    UNKNOWN = "unknown"
    """It may be on paper, now or later; nobody can tell without looking at the printer."""
    PRINTED = "printed"
    """The printer itself confirmed the end of the job."""


class Reason(StrEnum):
    """The named cause of an outcome; a sentence is made of it in ui/wording."""

    NONE = ""
    NO_PRINTER = "no_printer"
    FILE_MISSING = "file_missing"
    QUEUE_MISSING = "queue_missing"
    QUEUE_PAUSED = "queue_paused"
    SPOOLER_OFF = "spooler_off"
    PRINTER_OFF = "printer_off"
    PAPER_OUT = "paper_out"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    INK_OUT = "ink_out"
    BUSY = "busy"
    REJECTED = "rejected"
    CANCELED = "canceled"
    TIMED_OUT = "timed_out"
    WORKER_DIED = "worker_died"
    NOT_FOUND = "not_found"
    EXPIRED = "expired"
    CLOSED = "closed"
    FOLDER_MISSING = "folder_missing"
    FOLDER_READ_ONLY = "folder_read_only"
    DISK_FULL = "disk_full"


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One PDF for one printer; the same `job_id` is the same order, however often it is handed in.

    `printer` is a queue's name, `folder:` and a path (see `folder_printer`), or empty for none.
    """

    job_id: str
    printer: str
    pdf: Path
    title: str
    paper: Paper
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one order ended; `detail` is the spooler's own words, or the kept file's path for a folder."""

    job_id: str
    state: OutcomeState
    reason: Reason = Reason.NONE
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """One printer that this machine offers."""

    name: str
    description: str
    is_default: bool


class PrinterDoor(Protocol):
    """One way to paper; every method may hang, so it is called in a worker process only."""

    def send(self, order: PrintOrder, patience: float) -> Outcome:
        """Print unless the spooler already has this job; watch it for up to `patience` seconds."""
        ...

    def ask(self, order: PrintOrder) -> Outcome:
        """Say what became of an earlier order without sending anything."""
        ...

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers behind this door."""
        ...


def folder_printer(folder: Path) -> str:
    """Return the printer name that stands for keeping the PDF in `folder`."""
    return f"{FOLDER_PREFIX}{folder}"


def marked_title(order: PrintOrder) -> str:
    """Return the job title the spooler keeps: it carries the job id, by which the job is found again."""
    return f"{order.title[:_TITLE_LENGTH]} {job_mark(order.job_id)}"


def job_mark(job_id: str) -> str:
    """Return the part of a spooler's job title that names one of our orders."""
    return f"{MARK_START}{job_id}]"


def order_to_plain(order: PrintOrder) -> Plain:
    """Return the order as JSON can carry it."""
    return {
        "job_id": order.job_id,
        "printer": order.printer,
        "pdf": str(order.pdf),
        "title": order.title,
        "paper": order.paper,
        "copies": order.copies,
    }


def order_from_plain(plain: Plain) -> PrintOrder:
    """Return the order that `order_to_plain` made."""
    papers: dict[str, Paper] = {"A4": "A4", "A5": "A5", "80mm": "80mm", "label": "label"}
    return PrintOrder(
        job_id=str(plain["job_id"]),
        printer=str(plain["printer"]),
        pdf=Path(str(plain["pdf"])),
        title=str(plain["title"]),
        paper=papers[str(plain["paper"])],
        copies=int(plain["copies"]),
    )


def outcome_to_plain(outcome: Outcome) -> Plain:
    """Return the outcome as JSON can carry it."""
    return {
        "job_id": outcome.job_id,
        "state": outcome.state.value,
        "reason": outcome.reason.value,
        "detail": outcome.detail,
    }


def outcome_from_plain(plain: Plain) -> Outcome:
    """Return the outcome that `outcome_to_plain` made."""
    return Outcome(
        job_id=str(plain["job_id"]),
        state=OutcomeState(str(plain["state"])),
        reason=Reason(str(plain["reason"])),
        detail=str(plain["detail"]),
    )
