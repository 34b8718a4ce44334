"""Print through CUPS, and say honestly what became of it.

A job is sent once: it carries the job id in its title, and the spooler is asked for that title first. What cannot be
printed now is taken back out of the queue, so that no printer that comes alive at night prints the day's orders.
"""

import time
from urllib.parse import quote

from onestop_desk.devices.printer.libcups import Field, Group, Operation, Request, Tag
from onestop_desk.devices.printer.media import NoSuchPage, choose_media, first_page_size
from onestop_desk.devices.printer.order import (
    MARK_START,
    STALE_AFTER,
    Outcome,
    OutcomeState,
    PrinterInfo,
    PrintOrder,
    Reason,
    job_mark,
    marked_title,
)
from onestop_desk.devices.printer.spooler import (
    JobState,
    Queue,
    SpooledJob,
    SpoolerRefusal,
    about,
    ask,
    cancel,
    is_switched_off,
    job_numbered,
    jobs_of,
    number_of,
    printer_record,
    queue_named,
    queues,
)

_FIRST_LOOK = 0.02
_LOOK_EVERY = 0.4
_CANCEL_WITHIN = 2.0


class CupsDoor:
    """The way to paper on Linux and macOS."""

    def send(self, order: PrintOrder, patience: float) -> Outcome:
        """Print unless the spooler already has this job; watch it for up to `patience` seconds."""
        give_up_at = time.monotonic() + patience
        try:
            job = _known_job(order)
            if job is None or (job.has_ended and not job.is_done):
                _withdraw_stale(order.printer)
                return _watch(order, _submit(order), give_up_at)
            return _watch(order, job.number, give_up_at)
        except SpoolerRefusal as refusal:
            return Outcome(order.job_id, OutcomeState.REFUSED, refusal.reason, str(refusal))

    def ask(self, order: PrintOrder) -> Outcome:
        """Say what became of an earlier order without sending anything."""
        try:
            job = _known_job(order)
            if job is None:
                return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.NOT_FOUND)
            if job.has_ended:
                return outcome_of(order, job, queue_named(order.printer))
            return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.TIMED_OUT, job.message)
        except SpoolerRefusal as refusal:
            return Outcome(order.job_id, OutcomeState.UNKNOWN, refusal.reason, str(refusal))

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the spooler's queues."""
        return queues()


def _known_job(order: PrintOrder) -> SpooledJob | None:
    """Return the spooler's job of this order: one that is done or under way before one that failed."""
    mark = job_mark(order.job_id)
    jobs = [job for job in jobs_of(order.printer) if mark in job.title]
    alive = [job for job in jobs if job.is_done or not job.has_ended]
    return next(iter(alive or jobs[-1:]), None)


def _submit(order: PrintOrder) -> int:
    """Hand the document over and return the spooler's number; one request, so all of it or nothing."""
    queue = queue_named(order.printer)
    if queue.is_stopped or not queue.is_accepting:
        raise SpoolerRefusal(queue.fault, queue.message)
    if is_switched_off(queue.device):
        raise SpoolerRefusal(Reason.PRINTER_OFF)
    try:
        media = choose_media(first_page_size(order.pdf), queue.media)
    except NoSuchPage as error:
        raise SpoolerRefusal(Reason.FILE_MISSING, str(error)) from error
    resource = f"/printers/{quote(order.printer, safe='')}"
    answer = ask(Request(Operation.PRINT_JOB, resource, _job_fields(order, media), order.pdf))
    return number_of(answer.entries[0], "job-id")


def _job_fields(order: PrintOrder, media: str | None) -> tuple[Field, ...]:
    fields = (
        about(order.printer),
        Field(Group.OPERATION, Tag.NAME, "job-name", (marked_title(order),)),
        Field(Group.OPERATION, Tag.MIME_TYPE, "document-format", ("application/pdf",)),
        Field(Group.JOB, Tag.INTEGER, "copies", (order.copies,)),
        Field(Group.JOB, Tag.KEYWORD, "print-scaling", ("none",)),
        Field(Group.JOB, Tag.INTEGER, "job-cancel-after", (int(STALE_AFTER),)),
    )
    return fields if media is None else (*fields, Field(Group.JOB, Tag.KEYWORD, "media", (media,)))


def _watch(order: PrintOrder, number: int, give_up_at: float) -> Outcome:
    pause = _FIRST_LOOK
    while True:
        job, queue = job_numbered(number), queue_named(order.printer)
        if job.has_ended:
            return outcome_of(order, job, queue)
        if time.monotonic() >= give_up_at:
            return _given_up(order, job, queue)
        time.sleep(pause)
        pause = min(2 * pause, _LOOK_EVERY)


def outcome_of(order: PrintOrder, job: SpooledJob, queue: Queue) -> Outcome:
    """Return what an ended job means; a network printer's own record stands above the spooler's word."""
    if not job.is_done:
        reason = Reason.CANCELED if "job-canceled-by-user" in job.reasons else Reason.REJECTED
        return Outcome(order.job_id, OutcomeState.REFUSED, reason, job.message)
    record = printer_record(queue.device, job.title)
    if record is None:
        return Outcome(order.job_id, OutcomeState.SENT)
    if record.is_done:
        return Outcome(order.job_id, OutcomeState.PRINTED)
    return Outcome(order.job_id, OutcomeState.REFUSED, Reason.REJECTED, " ".join(record.reasons))


def _given_up(order: PrintOrder, job: SpooledJob, queue: Queue) -> Outcome:
    fault = queue.fault
    if fault is Reason.NONE and is_switched_off(queue.device):
        fault = Reason.PRINTER_OFF
    elif fault is Reason.NONE and job.state in (JobState.PENDING, JobState.HELD):
        fault = Reason.BUSY
    if fault is not Reason.NONE:
        return _withdrawn(order, job.number, queue, fault)
    if queue.has_the_document:
        return Outcome(order.job_id, OutcomeState.SENT, detail=queue.message)
    return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.TIMED_OUT, queue.message)


def _withdrawn(order: PrintOrder, number: int, queue: Queue, fault: Reason) -> Outcome:
    """Take the job back, so that it does not come out when nobody waits for it any more."""
    cancel(order.printer, number)
    give_up_at = time.monotonic() + _CANCEL_WITHIN
    while not (job := job_numbered(number)).has_ended and time.monotonic() < give_up_at:
        time.sleep(_FIRST_LOOK)
    if job.is_done:
        return outcome_of(order, job, queue)
    state = OutcomeState.REFUSED if job.has_ended else OutcomeState.UNKNOWN
    return Outcome(order.job_id, state, fault, queue.message)


def _withdraw_stale(printer: str) -> None:
    """Take back our orders that a dead worker left in the queue longer than anybody waits."""
    for job in jobs_of(printer):
        if MARK_START in job.title and not job.has_ended and time.time() - job.created_at > STALE_AFTER:
            cancel(printer, job.number)
