"""Papers of a dossier: drawn from the record, kept as PDF, printed again with a reason."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import fold
from onestop_desk.domain.events import HandedOver, Printed, Received
from onestop_desk.domain.office import Entry, described_office
from onestop_desk.domain.text import clean
from onestop_desk.models.fault import DiskFull
from onestop_desk.models.session import file_fault
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown, FormUnknown, PaperNotKept, ReasonMissing
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
    """Draw a paper from the record: the same record gives the same bytes, whenever it is asked for."""
    return _drawn(dossier_record(desk, uid), sheet)


def draw_test(desk: Desk, paper: str, printer: str) -> bytes:
    """Draw the test page: a ruler, every Vietnamese letter, both barcodes."""
    from onestop_desk.documents.testpage import draw_test_page

    return draw_test_page(_paper(paper), printer, desk.clock())


def keep(desk: Desk, uid: str, sheet: Sheet) -> Path:
    """Draw a paper and keep it in the data folder by month, code, form and copy; returns the PDF's path."""
    found = dossier_record(desk, uid)
    code = DossierCode.parse(found.received.code)
    copy = f"-BS{sheet.reprint.copy}" if sheet.reprint else ""
    name = f"{code.official}-{sheet.form.value}{copy}.pdf"
    return write_paper(desk.folder / "papers" / f"{code.day:%Y}" / f"{code.day:%m}" / name, _drawn(found, sheet))


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
    printed = Printed(desk.clock(), form.value, state.copies_of(form.value) + 1, reason)
    record(writing, desk, f"dossier/{uid}", printed)
    return printed


def missing_letters(desk: Desk, uid: str) -> tuple[str, ...]:
    """Return the characters of a dossier's receipt that the font lacks; they print as □."""
    from onestop_desk.documents.filling import receipt_of
    from onestop_desk.documents.lettering import missing_glyphs

    receipt = receipt_of(dossier_record(desk, uid))
    texts = [getattr(receipt, name) for name in ("owner", "address", "procedure", "note", "office", "submitter")]
    return missing_glyphs([*texts, *(paper.name for paper in receipt.papers)])


def dossier_record(desk: Desk, uid: str) -> "DossierRecord":
    """Return all that a dossier's papers are drawn from, the office as it was at reception."""
    from onestop_desk.documents.filling import DossierRecord

    with desk.reading() as connection:
        entries = entries_about(connection, f"dossier/{uid}")
        state = fold(entries)
        if state.received is None:
            raise DossierUnknown(uid)
        first = next(entry for entry in entries if isinstance(entry.event, Received | HandedOver))
        described = entries_about(connection, f"office/{state.received.agency}")
    office = described_office(entry.event for entry in described if _was_known(entry, first))
    return DossierRecord(state, state.received, first.by.name, office)


def write_paper(path: Path, pdf: bytes) -> Path:
    """Write a PDF whole or not at all; raises DiskFull or PaperNotKept."""
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


def _was_known(entry: Entry, first: Entry) -> bool:
    if entry.stream == first.stream:
        return entry.seq < first.seq
    return entry.recorded_at <= first.recorded_at


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
