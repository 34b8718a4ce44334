"""Papers of a dossier: drawn from the record, kept as PDF, printed again with a reason."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desk.domain.bundle import HandOverListed, ReturnedTogether
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import fold
from onestop_desk.domain.events import (
    Corrected,
    Extended,
    HandedOver,
    Printed,
    Refused,
    Returned,
    Stopped,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.domain.office import Entry
from onestop_desk.domain.text import clean
from onestop_desk.domain.visit import GuidanceGiven
from onestop_desk.models.fault import DiskFull
from onestop_desk.models.session import file_fault, require_no_device
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown, FormUnknown, PaperNotIssued, PaperNotKept, ReasonMissing
from onestop_desk.services.paper_source import (
    basket_of,
    dossier_record,
    edition_of,
    history,
    issue_of,
    latest_about,
    list_of,
    place_of,
    together_of,
)
from onestop_desk.services.record import Writing, entries_about, record

# The documents are imported where they are drawn: the window opens without their fonts.
if TYPE_CHECKING:
    from onestop_desk.documents.filling import DossierRecord
    from onestop_desk.documents.sheet import Paper


class Form(StrEnum):
    """A paper that this program draws."""

    RECEIPT = "01"
    REQUEST = "02"
    REFUSAL = "03"
    APOLOGY = "04"
    STOP = "05"
    CONTROL = "06"
    RETURN = "return"
    HAND_OVER = "hand_over"
    SLIP = "slip80"
    LABEL = "label"
    TEST = "test"


ON_A5 = frozenset({Form.RECEIPT, Form.REQUEST, Form.REFUSAL, Form.RETURN})
"""Forms that make sense on A5 too."""


_ISSUED_BY: dict[Form, tuple[type, ...]] = {
    Form.REQUEST: (SupplementRequested,),
    Form.REFUSAL: (Refused,),
    Form.APOLOGY: (Extended,),
    Form.STOP: (Withdrawn, Stopped),
}
_LETTERS = frozenset({*_ISSUED_BY, Form.CONTROL})
_TOGETHER = frozenset({Form.RETURN, Form.HAND_OVER})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper to draw: which form, on which paper (A4 or A5), as which reprint (None: the original). `about` is the
    event that the paper is about (empty: the reception), or the bundle or visit where there is no one dossier."""

    form: Form
    paper: str = "A4"
    reprint: Printed | None = None
    about: str = ""


def read_form(word: str) -> Form:
    """Return the form of a word from outside; raises FormUnknown."""
    try:
        return Form(word)
    except ValueError:
        raise FormUnknown(word) from None


def draw(desk: Desk, uid: str, sheet: Sheet) -> bytes:
    """Draw a paper from the record: the same record gives the same bytes, whenever it is asked for.

    `uid` is empty for the papers of bundles and visits. Raises FormUnknown, PaperNotIssued, DossierUnknown.
    """
    if sheet.form in _TOGETHER or not uid:
        return _drawn_together(desk, uid, sheet)
    if sheet.form in _LETTERS:
        return _drawn_letter(desk, uid, sheet)
    return _drawn(dossier_record(desk, uid, sheet.about), sheet)


def latest(desk: Desk, uid: str, form: Form) -> str:
    """Return what the latest paper of this form is about, for `Sheet.about`; raises PaperNotIssued where none was
    given out."""
    if form is Form.RETURN:
        return basket_of(desk, uid)
    if form is Form.HAND_OVER:
        return list_of(desk, uid)
    entries = history(desk, uid)
    if form is Form.CONTROL:
        return entries[-1].uid
    about = latest_about(entries, _ISSUED_BY.get(form, (Corrected,)))
    if not about and form in _ISSUED_BY:
        raise PaperNotIssued(uid)
    return about


def issued_among(entries: Sequence[Entry]) -> tuple[Form, ...]:
    """Return which papers a dossier has been given, those that can be printed at any time among them."""
    letters = [form for form, kinds in _ISSUED_BY.items() if latest_about(entries, kinds)]
    listed = any(isinstance(entry.event, HandedOver) and entry.event.list_ref for entry in entries)
    given = any(isinstance(entry.event, Returned) for entry in entries)
    together = [*([Form.HAND_OVER] if listed else []), *([Form.RETURN] if given else [])]
    return (Form.RECEIPT, *letters, *together, Form.CONTROL, Form.SLIP, Form.LABEL)


def draw_test(desk: Desk, paper: str, printer: str) -> bytes:
    """Draw the test page: a ruler, every Vietnamese letter, both barcodes."""
    from onestop_desk.documents.testpage import draw_test_page

    return draw_test_page(_paper(paper), printer, desk.clock())


def keep(desk: Desk, uid: str, sheet: Sheet) -> Path:
    """Draw a paper and keep it in the data folder by month, code, form and copy; returns the PDF's path."""
    pdf = draw(desk, uid, sheet)
    if not uid or sheet.form in _TOGETHER:
        subject = together_of(desk, sheet.about, uid).subject
        day, name = subject.at.astimezone(VIETNAM).date(), f"{subject.agency}-{subject.at:%y%m%d}-{subject.serial:04d}"
    else:
        entries = history(desk, uid)
        code = DossierCode.parse(fold(entries).code)
        edition = 1 if sheet.form is Form.CONTROL else edition_of(entries, sheet.about)
        day, name = code.day, code.official + (f"-{edition}" if edition > 1 else "")
    copy = f"-BS{sheet.reprint.copy}" if sheet.reprint else ""
    folder = desk.folder / "papers" / f"{day:%Y}" / f"{day:%m}"
    return write_paper(folder / f"{name}-{sheet.form.value}{copy}.pdf", pdf)


def reprint(desk: Desk, uid: str, form: Form, reason: str) -> Printed:
    """Record that a form is printed again, as BẢN SAO n, and why; raises ReasonMissing."""
    with desk.writing() as writing:
        return record_reprint(writing, desk, uid, form, reason)


def record_reprint(writing: Writing, desk: Desk, uid: str, form: Form, reason: str) -> Printed:
    """Record a reprint inside an open transaction; raises as `reprint` does."""
    reason = clean(reason)
    if not reason:
        raise ReasonMissing("reprint")
    state = fold(entries_about(writing.connection, f"dossier/{uid}"))
    if state.received is None:
        raise DossierUnknown(uid)
    about = latest(desk, uid, form)
    printed = Printed(desk.clock(), form.value, state.copies_of(form.value, about) + 1, reason, about)
    record(writing, desk, f"dossier/{uid}", printed)
    return printed


def missing_letters(desk: Desk, uid: str) -> tuple[str, ...]:
    """Return the characters of a dossier's receipt that the font lacks; they print as □."""
    from onestop_desk.documents.filling import receipt_of
    from onestop_desk.documents.lettering import missing_glyphs

    receipt = receipt_of(dossier_record(desk, uid))
    texts = [getattr(receipt, name) for name in ("owner", "address", "procedure", "note", "office", "submitter")]
    return missing_glyphs([*texts, *(paper.name for paper in receipt.papers)])


def write_paper(path: Path, pdf: bytes) -> Path:
    """Write a PDF whole or not at all; raises DiskFull, FileIsDevice or PaperNotKept."""
    require_no_device(path)
    fresh = path.parent / f"{path.name}.new"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(pdf)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()  # half a paper keeps room that the register needs
        named = file_fault(error, path)
        raise named if isinstance(named, DiskFull) else PaperNotKept(str(path)) from error
    return path


def _paper(word: str) -> "Paper":
    from onestop_desk.documents import sheet

    return {"A4": sheet.A4, "A5": sheet.A5, "80mm": sheet.ROLL_80, "label": sheet.LABEL}[word]


def _drawn(found: "DossierRecord", sheet: Sheet) -> bytes:
    from onestop_desk.documents import filling

    match sheet.form:
        case Form.RECEIPT:
            from onestop_desk.documents.receipt import draw_receipt

            return draw_receipt(filling.receipt_of(found, sheet.reprint), _paper(sheet.paper))
        case Form.SLIP:
            from onestop_desk.documents.slip80 import draw_slip

            return draw_slip(filling.slip_of(found, sheet.reprint))
        case Form.LABEL:
            from onestop_desk.documents.label import draw_label

            return draw_label(filling.label_of(found))
    raise FormUnknown(sheet.form.value)


def _drawn_letter(desk: Desk, uid: str, sheet: Sheet) -> bytes:
    from onestop_desk.documents import letter_filling as filling

    about = sheet.about or latest(desk, uid, sheet.form)
    issue = issue_of(desk, uid, about, sheet.reprint)
    match sheet.form:
        case Form.REQUEST:
            from onestop_desk.documents.request_letter import draw_request_letter

            return draw_request_letter(filling.request_of(issue), _paper(sheet.paper))
        case Form.REFUSAL:
            from onestop_desk.documents.refusal_letter import draw_refusal_letter

            return draw_refusal_letter(filling.refusal_of(issue), _paper(sheet.paper))
        case Form.APOLOGY:
            from onestop_desk.documents.apology_letter import draw_apology_letter

            return draw_apology_letter(filling.apology_of(issue))
        case Form.STOP:
            from onestop_desk.documents.stop_notice import draw_stop_notice

            return draw_stop_notice(filling.stop_of(issue))
        case _:
            from onestop_desk.documents.control_slip import draw_control_slip

            entries = history(desk, uid)
            return draw_control_slip(filling.control_of(issue, entries[: place_of(entries, about) + 1]))


def _drawn_together(desk: Desk, uid: str, sheet: Sheet) -> bytes:
    from onestop_desk.documents import letter_filling as filling

    found = together_of(desk, sheet.about, uid)
    match found.subject:
        case HandOverListed():
            from onestop_desk.documents.hand_over_list import draw_hand_over_list

            listed = filling.hand_over_of(found.subject, found.records, found.office, found.by)
            return draw_hand_over_list(filling.stamped(listed, sheet.reprint))
        case ReturnedTogether():
            from onestop_desk.documents.return_slip import draw_return_slip

            slip = filling.return_slip_of(found.subject, found.records, found.office, found.by)
            return draw_return_slip(filling.stamped(slip, sheet.reprint), _paper(sheet.paper))
        case GuidanceGiven():
            from onestop_desk.documents.request_letter import draw_request_letter

            letter = filling.guidance_of(found.subject, found.office, found.by)
            return draw_request_letter(filling.stamped(letter, sheet.reprint), _paper(sheet.paper))
        case _:
            from onestop_desk.documents.refusal_letter import draw_refusal_letter

            refusal = filling.counter_refusal_of(found.subject, found.office, found.by)
            return draw_refusal_letter(filling.stamped(refusal, sheet.reprint), _paper(sheet.paper))
