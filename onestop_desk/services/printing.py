"""The print jobs: written with the save, handed to the workers, never printed twice and never by themselves later."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Row, Table, bindparam, insert, literal_column, select, update

from onestop_desk.devices.printer import Outcome, OutcomeState, PrintOrder, PrintPool, Reason
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import Printed
from onestop_desk.models.desk import PrintJob
from onestop_desk.models.fault import DiskFull
from onestop_desk.services import paperwork
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import PaperNotKept
from onestop_desk.services.intake import Accepted, Alongside, Application, accept
from onestop_desk.services.paperwork import ON_A5, Form, Sheet
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import Writing, entries_about

STALE_AFTER = timedelta(minutes=10)

JOB: Table = PrintJob.metadata.tables["print_job"]
# Jobs of one moment in the order in which they were written; SQLite's row number stands beside the random id.
_MADE: ColumnElement[int] = literal_column("print_job.rowid", Integer)
_ADD = insert(JOB)
_MOVE = (
    update(JOB)
    .where(JOB.c.id == bindparam("job_id"))
    .values(state=bindparam("to"), fault=bindparam("why"), changed_at=bindparam("at"))
)


class JobState(StrEnum):
    """Where a paper is: waiting, at the printer's, or how that ended; `kept` is a PDF without a printer."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    PRINTED = "printed"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    KEPT = "kept"
    EXPIRED = "expired"
    DROPPED = "dropped"


_AFTER = {
    OutcomeState.SENT: JobState.SENT,
    OutcomeState.PRINTED: JobState.PRINTED,
    OutcomeState.REFUSED: JobState.REFUSED,
    OutcomeState.UNKNOWN: JobState.UNKNOWN,
}
_UNSETTLED = (JobState.WAITING, JobState.SENDING)
NEEDS_PERSON = (JobState.UNKNOWN, JobState.REFUSED, JobState.EXPIRED)
_REPORT = _MOVE.where(JOB.c.state.in_((JobState.SENDING, JobState.UNKNOWN)))
_ANSWER = _MOVE.where(JOB.c.state == JobState.UNKNOWN)
_NOT_KEPT = {DiskFull.code: Reason.DISK_FULL, PaperNotKept.code: Reason.FOLDER_READ_ONLY}


@dataclass(frozen=True, slots=True)
class JobLine:
    """A print job as lists show it; `fault` is a devices.printer.Reason word."""

    id: str
    dossier: str
    code: str
    form: Form
    copy: int
    printer: str
    state: JobState
    fault: str
    made_at: datetime


def register(desk: Desk, application: Application, alongside: Alongside | None = None) -> Accepted:
    """Accept a dossier and write its print jobs, and what else belongs to the save, in the same transaction."""

    def jobs(writing: Writing, uid: str) -> None:
        for form, printer, paper in _reception_papers(desk):
            add_job(writing.connection, desk, uid, Sheet(form, paper), printer)
        if alongside is not None:
            alongside(writing, uid)

    return accept(desk, application, jobs)


def print_again(desk: Desk, uid: str, form: Form, reason: str) -> str:
    """Record a reprint with its reason and write its job, both or neither; returns the job's id."""
    printer, paper = printer_of(desk, form)
    with desk.writing() as writing:
        printed = paperwork.record_reprint(writing, desk, uid, form, reason)
        return add_job(writing.connection, desk, uid, Sheet(form, paper, printed), printer)


def print_control(desk: Desk, uid: str) -> str:
    """Write the job of the control slip (form 06) as the dossier stands now; it is no reprint, so no reason is asked.
    Returns the job's id."""
    sheet = Sheet(Form.CONTROL, "A4", about=paperwork.latest(desk, uid, Form.CONTROL))
    printer, _ = printer_of(desk, Form.CONTROL)
    with desk.database.writing() as connection:
        return add_job(connection, desk, uid, sheet, printer)


def print_test(desk: Desk, form: Form) -> str:
    """Write the job of a test page on the printer of this form; returns the job's id."""
    printer, paper = printer_of(desk, form)
    with desk.database.writing() as connection:
        return add_job(connection, desk, "", Sheet(Form.TEST, paper), printer)


def settle_earlier_runs(desk: Desk) -> int:
    """Mark what an earlier run left: waiting jobs are expired, jobs at a printer unknown; returns how many."""
    with desk.database.writing() as connection:
        left = connection.execute(select(JOB).where(JOB.c.state.in_(_UNSETTLED), JOB.c.run != desk.run)).all()
        for row in left:
            state = JobState.EXPIRED if row.state == JobState.WAITING else JobState.UNKNOWN
            _move(connection, desk, row.id, state)
        return len(left)


def hand_in(desk: Desk, pool: PrintPool) -> int:
    """Draw, keep and hand in this run's waiting jobs; those older than ten minutes expire. Returns how many went."""
    with desk.reading() as connection:
        waiting = connection.execute(
            select(JOB).where(JOB.c.state == JobState.WAITING, JOB.c.run == desk.run).order_by(JOB.c.made_at)
        ).all()
    return sum(_hand_in_one(desk, pool, row) for row in waiting)


def take_outcomes(desk: Desk, pool: PrintPool) -> tuple[Outcome, ...]:
    """Store what the workers report; a job that ended otherwise meanwhile keeps its end."""
    outcomes = pool.poll()
    if not outcomes:
        return ()
    try:
        with desk.database.writing() as connection:
            for outcome in outcomes:
                connection.execute(_REPORT, _change(desk, outcome.job_id, _AFTER[outcome.state], outcome.reason))
    except DeskError:
        pool.put_back(outcomes)  # the register could not be written: they are reported again with the next look
        raise
    return outcomes


def try_again(desk: Desk, job_id: str) -> None:
    """Let a refused or expired job wait for its printer again, as the same job: a spooler that has it refuses it."""
    with desk.database.writing() as connection:
        connection.execute(
            update(JOB)
            .where(JOB.c.id == job_id, JOB.c.state.in_(NEEDS_PERSON))
            .values(state=JobState.WAITING, fault="", run=desk.run, made_at=desk.clock(), changed_at=desk.clock())
        )


def answer(desk: Desk, job_id: str, is_on_paper: bool) -> None:
    """Settle an unknown job by what the clerk sees: it came out, or it did not; it is answered once."""
    with desk.database.writing() as connection:
        connection.execute(_ANSWER, _change(desk, job_id, JobState.PRINTED if is_on_paper else JobState.REFUSED))


def drop(desk: Desk, job_id: str) -> None:
    """Give a job up: the paper is not wanted any more."""
    with desk.database.writing() as connection:
        _move(connection, desk, job_id, JobState.DROPPED)


def jobs(desk: Desk, states: tuple[JobState, ...], dossier: str | None = None) -> tuple[JobLine, ...]:
    """Return the jobs in these states, newest first."""
    query = select(JOB, DOSSIER.c.code).join_from(JOB, DOSSIER, JOB.c.dossier == DOSSIER.c.uid, isouter=True)
    query = query.where(JOB.c.state.in_(states)).order_by(JOB.c.made_at.desc(), _MADE.desc()).limit(200)
    if dossier is not None:
        query = query.where(JOB.c.dossier == dossier)
    with desk.reading() as connection:
        return tuple(_line(row) for row in connection.execute(query))


def lines_of(desk: Desk, job_ids: Collection[str]) -> tuple[JobLine, ...]:
    """Return these jobs as they stand now, oldest first."""
    query = select(JOB, DOSSIER.c.code).join_from(JOB, DOSSIER, JOB.c.dossier == DOSSIER.c.uid, isouter=True)
    query = query.where(JOB.c.id.in_(tuple(job_ids))).order_by(JOB.c.made_at, _MADE)
    with desk.reading() as connection:
        return tuple(_line(row) for row in connection.execute(query))


def paper_of(desk: Desk, job_id: str) -> Path:
    """Return the kept PDF of a job, drawn anew from the record where it is missing."""
    with desk.reading() as connection:
        row = connection.execute(select(JOB).where(JOB.c.id == job_id)).one()
    return _kept(desk, row)


def _reception_papers(desk: Desk) -> list[tuple[Form, str, str]]:
    wanted = [Form.RECEIPT]
    wanted += [Form.SLIP] if desk.settings.print_slip else []
    wanted += [Form.LABEL] if desk.settings.print_label else []
    return [(form, *printer_of(desk, form)) for form in wanted]


def printer_of(desk: Desk, form: Form) -> tuple[str, str]:
    """Return the printer of a form and the paper it goes on."""
    settings = desk.settings
    if form is Form.SLIP:
        return settings.slip_printer, "80mm"
    if form is Form.LABEL:
        return settings.label_printer, "label"
    return settings.receipt_printer, settings.receipt_paper if form in ON_A5 else "A4"


def add_job(connection: Connection, desk: Desk, uid: str, sheet: Sheet, printer: str) -> str:
    """Write a paper's job inside an open transaction; `uid` is empty where the paper is about no one dossier."""
    job_id, now = uuid.uuid4().hex, desk.clock()
    copy, reason = (sheet.reprint.copy, sheet.reprint.reason) if sheet.reprint else (0, "")
    what = {
        "dossier": uid,
        "form": sheet.form.value,
        "paper": sheet.paper,
        "copy": copy,
        "reason": reason,
        "about": sheet.about,
    }
    where = {"printer": printer, "state": JobState.WAITING.value, "fault": "", "run": desk.run}
    connection.execute(_ADD, {"id": job_id, **what, **where, "made_at": now, "changed_at": now})
    return job_id


def _move(connection: Connection, desk: Desk, job_id: str, state: JobState, fault: str = "") -> None:
    connection.execute(_MOVE, _change(desk, job_id, state, fault))


def _change(desk: Desk, job_id: str, state: JobState, fault: str = "") -> dict[str, object]:
    return {"job_id": job_id, "to": state.value, "why": str(fault), "at": desk.clock()}


def _hand_in_one(desk: Desk, pool: PrintPool, row: "Row[Any]") -> int:
    if abs(desk.clock() - row.made_at) > STALE_AFTER:  # a job from the future: the clock was set back since
        _settle(desk, row.id, JobState.EXPIRED)
        return 0
    try:
        path = _kept(desk, row)
    except (DiskFull, PaperNotKept) as error:  # this paper waits for a person; the others go on
        _settle(desk, row.id, JobState.REFUSED, _NOT_KEPT[error.code])
        return 0
    if not row.printer:
        _settle(desk, row.id, JobState.KEPT)
        return 0
    # The state goes first: a crash between the two leaves a question, never a second paper.
    _settle(desk, row.id, JobState.SENDING)
    pool.submit(PrintOrder(row.id, row.printer, path, path.stem, row.paper))
    return 1


def _settle(desk: Desk, job_id: str, state: JobState, fault: str = "") -> None:
    with desk.database.writing() as connection:
        _move(connection, desk, job_id, state, fault)


def _kept(desk: Desk, row: "Row[Any]") -> Path:
    if row.form == Form.TEST:
        pdf = paperwork.draw_test(desk, row.paper, row.printer)
        return paperwork.write_paper(desk.folder / "papers" / "test" / f"{row.paper}.pdf", pdf)
    return paperwork.keep(desk, row.dossier, Sheet(Form(row.form), row.paper, _reprint_of(desk, row), row.about))


def _reprint_of(desk: Desk, row: "Row[Any]") -> Printed | None:
    if row.copy == 0:
        return None
    with desk.reading() as connection:
        events = [entry.event for entry in entries_about(connection, f"dossier/{row.dossier}")]
    wanted = (row.form, row.copy, row.about)
    found = [e for e in events if isinstance(e, Printed) and (e.form, e.copy, e.of) == wanted]
    return found[0]


def _line(row: "Row[Any]") -> JobLine:
    return JobLine(
        id=row.id,
        dossier=row.dossier,
        code=row.code or "",
        form=Form(row.form),
        copy=row.copy,
        printer=row.printer,
        state=JobState(row.state),
        fault=row.fault,
        made_at=row.made_at,
    )
