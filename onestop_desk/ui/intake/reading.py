"""From the form to an Application: every field read, and a sentence for each that cannot be."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from onestop_desk.domain.application import Charge, GivenPaper, Party, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.domain.catalogue import Procedure, fee_for
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.money import parse_dong
from onestop_desk.domain.text import clean, clean_lines
from onestop_desk.services.intake import Application
from onestop_desk.ui.intake.form import IntakeForm, OtherDue, PersonEntry
from onestop_desk.ui.intake.person_reading import read_person
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.checklist import CheckedPaper
from onestop_desk.ui.widgets.date_field import read_date
from onestop_desk.ui.wording import sentence

_CLOCK_SIGNS: Final = str.maketrans({"h": ":", "H": ":", "g": ":", ".": ":"})


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What reading the form needs to know of the day and the clerk; `computed` is the promise by the calendar."""

    today: date
    computed: Due | None = None
    is_supervisor: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An application, or why there is none: sentences by the field's name, in the order of the form."""

    application: Application | None
    problems: dict[str, str]


def read_form(form: IntakeForm, circumstance: Circumstance) -> Reading:
    """Read the form; nothing is guessed, the first problem does not hide the others."""
    problems: dict[str, str] = {}
    applicant = _person(problems, "applicant", form.applicant, circumstance.today)
    owner = _person(problems, "owner", form.owner, circumstance.today) if form.is_on_behalf else applicant
    procedure = _procedure(problems, form)
    papers = _papers(problems, form.papers)
    due_at = _due(problems, form.other_due, circumstance)
    address = clean(form.return_address)
    if form.return_by is ReturnWay.POST and not address:
        problems["return_address"] = translate("Intake", "Chưa nhập địa chỉ nhận kết quả.")
    charge = _charge(problems, form)
    if problems or procedure is None:
        return Reading(None, problems)
    application = Application(
        ref=form.ref,
        procedure=procedure,
        owner=owner,
        submitter=applicant if form.is_on_behalf else None,
        channel=form.channel,
        case=form.case,
        papers=papers,
        sets=form.sets,
        return_by=form.return_by,
        return_address=address if form.return_by is ReturnWay.POST else "",
        charge=charge,
        due_at=due_at,
        due_reason=clean(form.other_due.reason) if due_at else "",
        by_supervisor=circumstance.is_supervisor,
        note=clean_lines(form.note),
    )
    return Reading(application, problems)


def given_papers(papers: tuple[CheckedPaper, ...]) -> tuple[GivenPaper, ...]:
    """Return what is taken in, and the required papers that are not, counted 0."""
    return tuple(_given(paper) for paper in papers if paper.required or _is_there(paper))


def missing_papers(papers: tuple[CheckedPaper, ...]) -> tuple[str, ...]:
    """Return the names of required papers that were not handed in."""
    return tuple(paper.name for paper in papers if paper.required and not _is_there(paper))


def read_clock(text: str) -> time | None:
    """Read `14:05`, `14h05`, `14h` or `1405`; None where it is no time of day."""
    typed = clean(text).translate(_CLOCK_SIGNS)
    if len(typed) == 4 and typed.isascii() and typed.isdigit():
        typed = f"{typed[:2]}:{typed[2:]}"
    hour, _, minute = typed.partition(":")
    parts = (hour, minute or "0")
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        return None
    number, minutes = map(int, parts)
    return time(number, minutes) if number < 24 and minutes < 60 else None


def other_due_at(other: OtherDue, today: date) -> datetime | None:
    """Return the promise that stands in the fields; None where none is wanted or it cannot be read."""
    day, clock = read_date(other.day, today), read_clock(other.clock)
    if not other.is_wanted or day is None or clock is None:
        return None
    return datetime.combine(day, clock, VIETNAM)


def _person(problems: dict[str, str], prefix: str, entry: PersonEntry, today: date) -> Party:
    reading = read_person(entry, today)
    problems |= {f"{prefix}_{name}": words for name, words in reading.problems.items()}
    return reading.party


def _procedure(problems: dict[str, str], form: IntakeForm) -> Procedure | None:
    if form.procedure is None:
        problems["procedure"] = translate("Intake", "Chưa chọn thủ tục.")
        return None
    if form.procedure.cases and form.case not in form.procedure.cases:
        problems["case"] = translate("Intake", "Chưa chọn trường hợp.")
    return form.procedure


def _papers(problems: dict[str, str], papers: tuple[CheckedPaper, ...]) -> tuple[GivenPaper, ...]:
    missing = missing_papers(papers)
    doubtful = [paper.name for paper in papers if _is_there(paper) and not paper.good and not clean(paper.reason)]
    if missing:
        words = translate("Intake", "Chưa tiếp nhận được, thiếu giấy tờ bắt buộc: {names}.")
        problems["papers"] = words.format(names="; ".join(missing))
    elif doubtful:
        words = translate("Intake", "Ghi lý do chưa đạt của: {names}.")
        problems["papers"] = words.format(names="; ".join(doubtful))
    return given_papers(papers)


def _due(problems: dict[str, str], other: OtherDue, circumstance: Circumstance) -> datetime | None:
    if not other.is_wanted:
        return None
    due_at = other_due_at(other, circumstance.today)
    computed = circumstance.computed.due_at if circumstance.computed else None
    if due_at is None:
        problems["due_day"] = translate("Intake", "Nhập ngày và giờ hẹn, ví dụ 26/11/2026 và 10:00.")
    elif due_at == computed:
        return None
    elif not clean(other.reason):
        problems["due_reason"] = translate("Intake", "Hẹn khác thời hạn tính được: ghi lý do.")
    elif (computed is None or due_at > computed) and not circumstance.is_supervisor:
        problems["due_day"] = translate("Intake", "Hẹn muộn hơn thời hạn tính được: cần quyền tổ trưởng.")
    return due_at


def _charge(problems: dict[str, str], form: IntakeForm) -> Charge | None:
    fee = form.fee
    if fee.is_exempt:
        reason = clean(fee.reason)
        if not reason:
            problems["fee_reason"] = translate("Intake", "Ghi lý do miễn phí.")
        return Charge(0, reason)
    if fee.amount is None:
        return _by_page(form)
    try:
        return Charge(parse_dong(fee.amount))
    except BadValue as error:
        problems["fee"] = sentence(error).what
        return None


def _by_page(form: IntakeForm) -> Charge | None:
    """Return what the pages come to; None leaves the catalogue's fee."""
    usual = fee_for(form.procedure, form.channel, form.case) if form.procedure else None
    if usual is None or usual.by_page is None:
        return None
    return Charge(usual.by_page.amount(form.fee.pages, form.fee.copies))


def _is_there(paper: CheckedPaper) -> bool:
    return paper.handed_in and paper.originals + paper.copies > 0


def _given(paper: CheckedPaper) -> GivenPaper:
    if not _is_there(paper):
        return GivenPaper(clean(paper.name), 0, 0, required=True)
    doubt = "" if paper.good else clean(paper.reason)
    return GivenPaper(clean(paper.name), paper.originals, paper.copies, paper.required, doubt)
