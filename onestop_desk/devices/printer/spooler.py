"""What CUPS and a network printer say of queues and jobs, as values."""

import socket
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import quote, urlsplit

from onestop_desk.devices.printer.libcups import (
    Answer,
    Attributes,
    Field,
    Group,
    LibraryMissing,
    Operation,
    Request,
    Status,
    Tag,
    ask_device,
    ask_spooler,
    keywords,
)
from onestop_desk.devices.printer.order import PrinterInfo, Reason

_FAULTS = (
    (("media-jam",), Reason.PAPER_JAM),
    (("cover-open", "door-open", "interlock-open"), Reason.COVER_OPEN),
    (("media-empty", "media-needed"), Reason.PAPER_OUT),
    (("marker-supply-empty", "toner-empty"), Reason.INK_OUT),
    (("offline", "connecting-to-device", "shutdown", "timed-out"), Reason.PRINTER_OFF),
    (("paused", "moving-to-paused"), Reason.QUEUE_PAUSED),
)
_UNPRINTED = ("aborted", "unprintable", "job-canceled", "with-errors", "unsupported", "document-access-error")
_DEVICE_PORTS = {"ipp": 631, "ipps": 631, "http": 80, "https": 443, "socket": 9100, "lpd": 515}
_KNOCK_SECONDS = 1.5
_STOPPED = 5


class JobState(IntEnum):
    """RFC 8011 §5.3.7; from CANCELED on a job never changes again."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


@dataclass(frozen=True, slots=True)
class SpooledJob:
    """One job as the spooler, or the printer itself, sees it."""

    number: int
    title: str
    state: JobState
    reasons: tuple[str, ...]
    message: str
    created_at: int
    """Seconds since 1970."""

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen to the job."""
        return self.state >= JobState.CANCELED

    @property
    def is_done(self) -> bool:
        """Whether the job went through; a rejected one can be called completed too, so the reasons decide."""
        return self.state is JobState.COMPLETED and not any(
            word in reason for reason in self.reasons for word in _UNPRINTED
        )


@dataclass(frozen=True, slots=True)
class Queue:
    """A CUPS queue as it stands."""

    device: str
    is_accepting: bool
    is_stopped: bool
    reasons: tuple[str, ...]
    message: str
    media: tuple[str, ...]

    @property
    def fault(self) -> Reason:
        """What the queue says keeps it from printing, NONE if it says nothing."""
        for words, reason in _FAULTS:
            if any(said.startswith(word) for said in self.reasons for word in words):
                return reason
        return Reason.QUEUE_PAUSED if self.is_stopped or not self.is_accepting else Reason.NONE

    @property
    def has_the_document(self) -> bool:
        """Whether the printer has taken the whole document and works on it."""
        return "cups-waiting-for-job-completed" in self.reasons


class SpoolerRefusal(Exception):
    """The spooler did not do what it was asked, for a named reason."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail)
        self.reason = reason


def ask(request: Request) -> Answer:
    """Return the spooler's answer; raise SpoolerRefusal if it is a refusal."""
    try:
        answer = ask_spooler(request)
    except LibraryMissing as error:
        raise SpoolerRefusal(Reason.SPOOLER_OFF, str(error)) from error
    if answer.is_ok:
        return answer
    reasons: dict[int, Reason] = {
        Status.NOT_FOUND: Reason.QUEUE_MISSING,
        Status.SERVICE_UNAVAILABLE: Reason.SPOOLER_OFF,
        Status.NOT_ACCEPTING_JOBS: Reason.QUEUE_PAUSED,
    }
    raise SpoolerRefusal(reasons.get(answer.status, Reason.REJECTED), answer.message)


def queue_named(printer: str) -> Queue:
    """Return the queue; raise SpoolerRefusal (queue_missing, spooler_off)."""
    wanted = (
        "device-uri", "media-supported", "printer-is-accepting-jobs", "printer-state", "printer-state-message",
        "printer-state-reasons",
    )  # fmt: skip
    fields = (about(printer), keywords("requested-attributes", *wanted))
    entry = ask(Request(Operation.GET_PRINTER_ATTRIBUTES, "/", fields)).entries[0]
    return Queue(
        device=_text(entry, "device-uri"),
        is_accepting=bool(number_of(entry, "printer-is-accepting-jobs")),
        is_stopped=number_of(entry, "printer-state") == _STOPPED,
        reasons=_texts(entry, "printer-state-reasons"),
        message=_text(entry, "printer-state-message"),
        media=_texts(entry, "media-supported"),
    )


def jobs_of(printer: str) -> tuple[SpooledJob, ...]:
    """Return all jobs of a queue that the spooler still remembers, oldest first."""
    fields = (about(printer), keywords("which-jobs", "all"), _JOB_ATTRIBUTES)
    jobs = (_spooled(entry) for entry in ask(Request(Operation.GET_JOBS, "/", fields)).entries)
    return tuple(sorted(jobs, key=_job_number))


def job_numbered(number: int) -> SpooledJob:
    """Return one job as it stands now."""
    uri = Field(Group.OPERATION, Tag.URI, "job-uri", (f"ipp://localhost/jobs/{number}",))
    return _spooled(ask(Request(Operation.GET_JOB_ATTRIBUTES, "/", (uri, _JOB_ATTRIBUTES))).entries[0])


def cancel(printer: str, number: int) -> None:
    """Ask the spooler to drop a job; one that has ended already stays as it is."""
    job = Field(Group.OPERATION, Tag.INTEGER, "job-id", (number,))
    ask_spooler(Request(Operation.CANCEL_JOB, "/jobs/", (about(printer), job)))


def queues() -> tuple[PrinterInfo, ...]:
    """Return the queues of the spooler, none if it has none or is not running."""
    default = _entries(Operation.GET_DEFAULT, "printer-name")
    default_name = _text(default[0], "printer-name") if default else ""
    return tuple(
        PrinterInfo(name, _text(entry, "printer-info"), name == default_name)
        for entry in _entries(Operation.GET_PRINTERS, "printer-name", "printer-info")
        if (name := _text(entry, "printer-name"))
    )


def is_switched_off(device: str) -> bool:
    """Whether nobody answers at a network printer's address; CUPS says so only in a sentence for people."""
    parts = urlsplit(device)
    port = parts.port or _DEVICE_PORTS.get(parts.scheme)
    if port is None or parts.hostname is None:
        return False
    try:
        socket.create_connection((parts.hostname, port), _KNOCK_SECONDS).close()
    except OSError:
        return True
    return False


def printer_record(device: str, title: str) -> SpooledJob | None:
    """Return the job of this title as the network printer itself ended it, None if it keeps no record.

    CUPS calls a job completed that the printer took and then gave up.
    """
    parts = urlsplit(device)
    if parts.scheme not in ("ipp", "ipps") or parts.hostname is None:
        return None
    uri = Field(Group.OPERATION, Tag.URI, "printer-uri", (device,))
    request = Request(Operation.GET_JOBS, parts.path, (uri, keywords("which-jobs", "completed"), _JOB_ATTRIBUTES))
    answer = ask_device(parts.hostname, parts.port or _DEVICE_PORTS[parts.scheme], request)
    ended = [job for entry in answer.entries if (job := _spooled(entry)).title == title and job.has_ended]
    return max(ended, key=_job_number, default=None)


def about(printer: str) -> Field:
    """Return the attribute that names a queue."""
    return Field(Group.OPERATION, Tag.URI, "printer-uri", (f"ipp://localhost/printers/{quote(printer, safe='')}",))


def number_of(entry: Attributes, name: str) -> int:
    """Return an attribute's first number, 0 if it is not there."""
    return int(next(iter(entry.get(name, ())), 0))


_JOB_ATTRIBUTES = keywords(
    "requested-attributes", "job-id", "job-name", "job-state", "job-state-reasons", "job-printer-state-message",
    "time-at-creation",
)  # fmt: skip


def _spooled(entry: Attributes) -> SpooledJob:
    return SpooledJob(
        number=number_of(entry, "job-id"),
        title=_text(entry, "job-name"),
        state=JobState(number_of(entry, "job-state")),
        reasons=_texts(entry, "job-state-reasons"),
        message=_text(entry, "job-printer-state-message"),
        created_at=number_of(entry, "time-at-creation"),
    )


def _job_number(job: SpooledJob) -> int:
    return job.number


def _entries(operation: Operation, *wanted: str) -> tuple[Attributes, ...]:
    try:
        return ask(Request(operation, "/", (keywords("requested-attributes", *wanted),))).entries
    except SpoolerRefusal:
        return ()


def _texts(entry: Attributes, name: str) -> tuple[str, ...]:
    return tuple(str(value) for value in entry.get(name, ()))


def _text(entry: Attributes, name: str) -> str:
    return next(iter(_texts(entry, name)), "")
