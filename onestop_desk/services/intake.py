"""Registering: from what the form says to a numbered dossier with a promise, in one transaction."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, select

from onestop_desk.domain.application import (
    Channel,
    Charge,
    GivenPaper,
    Party,
    ReturnWay,
    clean_paper,
    clean_party,
)
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.domain.catalogue import Procedure, fee_for, limit_for
from onestop_desk.domain.codes import AgencyCode, DossierCode
from onestop_desk.domain.due import due_moment
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Received
from onestop_desk.domain.text import clean, clean_lines
from onestop_desk.services.clock import require_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import CodeTaken, DueNeedsReason, PapersMissing
from onestop_desk.services.numbering import next_serial, reserve
from onestop_desk.services.portal_request import note_accepted
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import Writing, entries_about, record_new_dossiers
from onestop_desk.services.step import of_the_day

MOST_PAPERS = 200
MOST_COPIES = 999

_BY_CODE = select(DOSSIER.c.uid).where(DOSSIER.c.code == bindparam("code"))
_BY_REF = select(DOSSIER.c.uid, DOSSIER.c.code).where(DOSSIER.c.ref == bindparam("ref"))


@dataclass(frozen=True, slots=True)
class Application:
    """A filled form. `ref` is the form's own key: saved twice, it is one dossier. `procedure` is the entry as it was
    when the form opened. `due_at` differs from the computed moment only with `due_reason`."""

    ref: str
    procedure: Procedure
    owner: Party
    submitter: Party | None = None
    channel: Channel = Channel.DIRECT
    case: str | None = None
    papers: tuple[GivenPaper, ...] = ()
    sets: int = 1
    return_by: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    charge: Charge | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    due_reason: str = ""
    by_supervisor: bool = False
    code: str = ""
    note: str = ""
    clock_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """A registered dossier. `serials_left` is given when 90 % of the range are gone; `is_new` is False when this form
    had been saved before."""

    uid: str
    code: str
    due: Due
    serials_left: int | None = None
    is_new: bool = True


Alongside = Callable[[Writing, str], None]
"""What else is written in the same transaction, e.g. the print jobs: called with the dossier's uid."""


def accept(desk: Desk, application: Application, alongside: Alongside | None = None) -> Accepted:
    """Register a dossier: number, promise, event and projection, committed before it returns."""
    form = sound_form(application)
    with desk.writing() as writing:
        known = _accepted_before(writing, form.ref)
        if known is not None:
            return known
        prepared = prepare_sound(writing, desk, form)
        record_new_dossiers(writing, desk, [(prepared.uid, prepared.event)])
        note_accepted(writing, desk, form.ref, (prepared.uid, prepared.event.code), prepared.event.at)
        if alongside is not None:
            alongside(writing, prepared.uid)
    return prepared.accepted


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dossier that has its number and its promise, and is not in the log yet."""

    uid: str
    event: Received
    serials_left: int | None = None

    @property
    def accepted(self) -> Accepted:
        """What the form hears once it is in the log."""
        return Accepted(self.uid, self.event.code, self.event.due, self.serials_left)


def prepare(writing: Writing, desk: Desk, application: Application) -> Prepared:
    """Number and promise a dossier inside an open transaction; whatever is refused has written nothing."""
    return prepare_sound(writing, desk, sound_form(application))


def prepare_sound(writing: Writing, desk: Desk, form: Application) -> Prepared:
    """Do as `prepare` for a form that `sound_form` returned."""
    now = desk.clock()
    if form.received_at is None:
        require_clock(desk, writing.last_at, is_confirmed=form.clock_confirmed)
    received_at = form.received_at or now
    due = promise(desk, form, received_at)
    code, left = _numbered(writing, desk, form, received_at)
    return Prepared(uuid.uuid4().hex, _received(desk, form, code, received_at, due), left)


def promise(desk: Desk, application: Application, received_at: datetime) -> Due:
    """Return the due moment that the receipt will promise, with its explanation; also the form's live preview."""
    limit = limit_for(application.procedure, application.channel, application.case).limit
    computed = due_moment(desk.calendar, received_at, limit)
    if application.due_at is None or application.due_at == computed.due_at:
        return computed
    is_later = computed.due_at is None or application.due_at > computed.due_at
    if not application.due_reason.strip() or (is_later and not application.by_supervisor):
        raise DueNeedsReason(is_later)
    if application.due_at <= received_at:
        raise BadValue("due_at", "before_reception")
    return Due(
        due_at=application.due_at,
        started_at=computed.started_at,
        counted=computed.counted,
        skipped=computed.skipped,
        limit=limit,
        missing_years=computed.missing_years,
    )


def charge_for(application: Application) -> Charge:
    """Return the fee that the form states, else the catalogue's for this channel and case."""
    if application.charge is not None:
        return application.charge
    fee = fee_for(application.procedure, application.channel, application.case)
    return Charge(fee.amount) if fee else Charge(is_stated=False)


def require_sound(application: Application) -> None:
    """Raise BadValue or PapersMissing for the first thing on the form that cannot be."""
    if not application.ref:
        raise BadValue("ref", "empty")
    if not application.owner.name.strip():
        raise BadValue("owner.name", "empty")
    if application.return_by is ReturnWay.POST and not application.return_address.strip():
        raise BadValue("return_address", "empty")
    if not 1 <= application.sets <= MOST_COPIES:
        raise BadValue("sets", "range", str(application.sets))
    if len(application.papers) > MOST_PAPERS:
        raise BadValue("papers", "too_many", str(len(application.papers)))
    for paper in application.papers:
        if not paper.name.strip():
            raise BadValue("papers", "empty")
        if not (0 <= paper.originals <= MOST_COPIES and 0 <= paper.copies <= MOST_COPIES):
            raise BadValue("papers", "range", paper.name)
    if application.charge is not None and application.charge.amount < 0:
        raise BadValue("charge", "negative", str(application.charge.amount))
    missing = tuple(p.name for p in application.papers if p.required and p.originals + p.copies == 0)
    if missing:
        raise PapersMissing(missing)


def clean_form(application: Application) -> Application:
    """Return a form as it is kept: every text cleaned, wherever it came from."""
    submitter, charge = application.submitter, application.charge
    return replace(
        application,
        ref=clean(application.ref),
        owner=clean_party(application.owner),
        submitter=None if submitter is None else clean_party(submitter),
        case=None if application.case is None else clean(application.case),
        papers=tuple(map(clean_paper, application.papers)),
        return_address=clean(application.return_address),
        charge=None if charge is None else replace(charge, exempt_reason=clean(charge.exempt_reason)),
        due_reason=clean(application.due_reason),
        code=clean(application.code),
        note=clean_lines(application.note),
    )


def sound_form(application: Application) -> Application:
    """Return a form cleaned; raises BadValue or PapersMissing for the first thing on it that cannot be."""
    form = clean_form(application)
    require_sound(form)
    return form


def _accepted_before(writing: Writing, ref: str) -> Accepted | None:
    row = writing.connection.execute(_BY_REF, {"ref": ref}).first()
    if row is None:
        return None
    (entry,) = [e for e in entries_about(writing.connection, f"dossier/{row.uid}") if isinstance(e.event, Received)]
    assert isinstance(entry.event, Received)
    return Accepted(row.uid, row.code, entry.event.due, is_new=False)


def _numbered(writing: Writing, desk: Desk, application: Application, received_at: datetime) -> tuple[str, int | None]:
    if application.code:
        return _kept_code(writing, desk, DossierCode.parse(application.code)), None
    day = received_at.astimezone(VIETNAM).date()
    serial = next_serial(writing, desk.state, day)
    return DossierCode(AgencyCode.parse(desk.state.agency), day, serial.value).official, serial.left


def _kept_code(writing: Writing, desk: Desk, code: DossierCode) -> str:
    official = code.official
    if official in writing.codes or writing.connection.execute(_BY_CODE, {"code": official}).first() is not None:
        raise CodeTaken(official)
    reserve(writing, desk.state, code)
    writing.codes.add(official)
    return official


def _received(desk: Desk, application: Application, code: str, received_at: datetime, due: Due) -> Received:
    return Received(
        at=received_at,
        ref=application.ref,
        code=code,
        agency=desk.state.agency,
        counter=desk.state.counter,
        procedure=of_the_day(application.procedure, application.channel, application.case),
        owner=application.owner,
        due=due,
        submitter=application.submitter,
        channel=application.channel,
        case=application.case,
        papers=application.papers,
        sets=application.sets,
        return_by=application.return_by,
        return_address=application.return_address,
        charge=charge_for(application),
        due_reason=application.due_reason,
        note=application.note,
    )
