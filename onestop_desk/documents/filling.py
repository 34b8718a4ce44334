"""From a dossier's record to what its forms say, in the words of official papers."""

from dataclasses import dataclass, replace

from onestop_desk.documents.kit import Reprint
from onestop_desk.documents.label import Label
from onestop_desk.documents.receipt import GIVEN, KEPT, Copy, Receipt, ReceiptPaper
from onestop_desk.documents.wording import limit_words
from onestop_desk.domain.application import Charge, GivenPaper, PartyKind, ReturnWay
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.events import Printed, Received
from onestop_desk.domain.money import format_dong
from onestop_desk.domain.office import Office
from onestop_desk.domain.text import in_capitals


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """All that a dossier's papers are drawn from: its state, how it was received and by whom, the office as it was."""

    state: DossierState
    received: Received
    received_by: str
    office: Office


def receipt_of(record: DossierRecord, reprint: Printed | None = None) -> Receipt:
    """Return form 01 of a dossier; a reprint carries its number and time."""
    received, office, state = record.received, record.office, record.state
    code = DossierCode.parse(received.code)
    due = state.due or received.due
    rules = office.papers
    return Receipt(
        bodies=(in_capitals(office.name), in_capitals(office.heading)),
        place=office.place,
        issued_on=received.at.astimezone(VIETNAM).date(),
        number=f"{code.serial:04d}/TNHS",
        code=code.official,
        compact_code=code.compact,
        qr_text=rules.lookup_address + code.official,
        office=f"{office.heading}, {office.name}",
        owner=state.owner.name,
        identity=state.owner.id_number,
        address=state.owner.address,
        phone=state.owner.phone,
        email=state.owner.email,
        procedure=state.procedure.name,
        papers=tuple(_paper(paper) for paper in state.papers),
        sets=received.sets,
        limit=limit_words(due.limit.value, due.limit.unit.value),
        received_at=received.at,
        due_at=state.due_at,
        return_to=_return_to(received, office),
        fee=fee_words(received.charge),
        book=f"{code.day:%Y}",
        entry=f"{code.serial:04d}",
        submitter=(received.submitter or state.owner).name,
        receiver=record.received_by,
        note=rules.note,
        hotline=office.phone,
        legal_basis=rules.legal_basis,
        identity_kind="Mã số thuế" if state.owner.kind is PartyKind.ORGANISATION else "CCCD/MST",
        title_set=rules.title_set,
        copies=_copies(office),
        reprint=None if reprint is None else Reprint(reprint.copy, reprint.at),
        replaces=f"GIẤY TIẾP NHẬN {code.official}" if state.replaces_receipt else "",
    )


def slip_of(record: DossierRecord, reprint: Printed | None = None) -> Receipt:
    """Return what the 80 mm slip says: the receipt's copy that is given out."""
    receipt = receipt_of(record, reprint)
    return replace(receipt, copies=receipt.copies[-1:])


def label_of(record: DossierRecord) -> Label:
    """Return the label that is stuck on a dossier."""
    code = DossierCode.parse(record.received.code)
    return Label(
        code=code.official,
        compact_code=code.compact,
        qr_text=record.office.papers.lookup_address + code.official,
        owner=record.state.owner.name,
        procedure=record.state.procedure.name,
        due_at=record.state.due_at,
    )


def fee_words(charge: Charge) -> str:
    """Write a fee: `8.000 đ`, `không thu`, the exemption with its reason; one that nobody stated is left to the law."""
    if charge.exempt_reason:
        return f"miễn ({charge.exempt_reason})"
    if not charge.is_stated:
        return "theo quy định của thủ tục"
    return format_dong(charge.amount) if charge.amount else "không thu"


def _copies(office: Office) -> tuple[Copy, ...]:
    given = Copy(GIVEN.label, is_masked=office.papers.mask_given_copy)
    return (*(KEPT for _ in range(office.papers.receipt_copies - 1)), given)


def _paper(paper: GivenPaper) -> ReceiptPaper:
    return ReceiptPaper(paper.name, paper.originals, paper.copies, paper.originals + paper.copies)


def _return_to(received: Received, office: Office) -> str:
    if received.return_by is ReturnWay.POST:
        return f"qua dịch vụ bưu chính, địa chỉ: {received.return_address}"
    if received.return_by is ReturnWay.ELECTRONIC:
        return "bản điện tử, gửi qua tài khoản định danh của người nộp"
    return f"{office.heading}, {office.name}"
