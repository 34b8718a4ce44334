"""Form 01: giấy tiếp nhận hồ sơ và hẹn trả kết quả, on A4 or A5, one run of pages a copy."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import (
    Head,
    Reprint,
    Signer,
    draw_codes,
    draw_head,
    draw_signatures,
    draw_stamp,
    reprint_words,
)
from onestop_desk.documents.lettering import heavy, plain, slanted
from onestop_desk.documents.sheet import A4, Pages, Paper
from onestop_desk.documents.table import Align, Column, Table, draw_table
from onestop_desk.documents.wording import NO_DUE, RECEIPT_TITLES, day_words, masked, moment_words

_BOTH = 0.75  # of the letters, where two stamps share a frame


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the copies (liên): its name, and whether the identity number on it is hidden but for its last four."""

    label: str
    is_masked: bool = False


KEPT = Copy("Lưu")
GIVEN = Copy("Giao khách hàng", is_masked=True)


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A row of the table of papers."""

    name: str
    originals: int
    copies: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that stands on a receipt, as plain values; moments carry their time zone and print in Vietnam's."""

    bodies: tuple[str, ...]
    place: str
    issued_on: date
    number: str
    code: str
    compact_code: str
    qr_text: str
    office: str
    owner: str
    identity: str
    address: str
    phone: str
    email: str
    procedure: str
    papers: tuple[ReceiptPaper, ...]
    sets: int
    limit: str
    received_at: datetime
    due_at: datetime | None
    return_to: str
    fee: str
    book: str
    entry: str
    submitter: str
    receiver: str
    note: str = ""
    hotline: str = ""
    legal_basis: str = ""
    identity_kind: str = "CCCD/MST"
    title_set: str = "2025"
    copies: tuple[Copy, ...] = (KEPT, GIVEN)
    reprint: Reprint | None = None
    replaces: str = ""


def draw_receipt(receipt: Receipt, paper: Paper = A4) -> bytes:
    """Return the receipt as PDF, every copy on pages of its own.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    pages = Pages(paper)
    for copy in receipt.copies:
        _draw_copy(Flow(pages), receipt, copy)
    return pages.to_pdf(receipt.code)


def shown_identity(receipt: Receipt, copy: Copy) -> str:
    """Return the identity number as this copy shows it."""
    return masked(receipt.identity) if copy.is_masked else receipt.identity


def _draw_copy(flow: Flow, receipt: Receipt, copy: Copy) -> None:
    body = flow.paper.body
    draw_head(flow, Head(receipt.bodies, receipt.number, f"{receipt.place}, {day_words(receipt.issued_on)}"))
    flow.skip(body * 0.18)
    draw_codes(flow, receipt.code, receipt.qr_text, body * 0.9)
    flow.skip(body * 0.2)
    flow.centred(RECEIPT_TITLES[receipt.title_set], heavy(body * 1.12))
    flow.centred(f"(Liên: {copy.label})", slanted(body))
    _draw_stamps(flow, receipt)
    flow.skip(body * 0.15)
    _draw_person(flow, receipt, copy)
    _draw_papers(flow, receipt)
    flow.keep_together(partial(_draw_closing, flow, receipt))
    flow.number_pages(receipt.code, copy.label)


def _draw_stamps(flow: Flow, receipt: Receipt) -> None:
    """Draw what tells this receipt from the first one in one small frame, so that the page stays one page."""
    texts = [reprint_words(receipt.reprint)] if receipt.reprint is not None else []
    texts += [f"THAY THẾ {receipt.replaces}"] if receipt.replaces else []
    if texts:
        draw_stamp(flow, tuple(texts), heavy(flow.paper.body * (1 if len(texts) == 1 else _BOTH)))


def _draw_person(flow: Flow, receipt: Receipt, copy: Copy) -> None:
    strong = heavy(flow.paper.body)
    flow.field("Bộ phận tiếp nhận và trả kết quả", receipt.office)
    flow.field("Tiếp nhận hồ sơ của", receipt.owner, strong)
    flow.field(receipt.identity_kind, shown_identity(receipt, copy))
    flow.field("Địa chỉ", receipt.address)
    flow.fields(("Số điện thoại", receipt.phone), ("Email", receipt.email))
    flow.field("Thủ tục hành chính cần giải quyết", receipt.procedure, strong)


def _draw_papers(flow: Flow, receipt: Receipt) -> None:
    body, room = flow.paper.body, flow.paper.room
    if not receipt.papers:
        flow.field("Thành phần hồ sơ nộp gồm", "không có giấy tờ kèm theo")
        return
    flow.need(plain(body).leading * 6)
    flow.paragraph("Thành phần hồ sơ nộp gồm:", plain(body))
    flow.skip(1)
    narrow = body * 1.35
    columns = (
        Column("STT", body * 0.95),
        Column("Tên giấy tờ", room - body * 0.95 - 3 * narrow, Align.LEFT),
        Column("Bản chính", narrow),
        Column("Bản sao", narrow),
        Column("Số lượng", narrow),
    )
    rows = tuple(
        (str(place), paper.name, str(paper.originals), str(paper.copies), str(paper.quantity))
        for place, paper in enumerate(receipt.papers, 1)
    )
    draw_table(flow, Table(columns, body * 0.92), rows)
    flow.skip(1.5)


def _draw_closing(flow: Flow, receipt: Receipt) -> None:
    signers = (Signer(("NGƯỜI NỘP HỒ SƠ",), receipt.submitter), Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), receipt.receiver))
    _draw_promise(flow, receipt)
    draw_signatures(flow, signers, flow.paper.body * 1.25)
    _draw_note(flow, receipt)


def _draw_promise(flow: Flow, receipt: Receipt) -> None:
    strong = heavy(flow.paper.body)
    flow.field("Số lượng hồ sơ", f"{receipt.sets} (bộ)")
    flow.field("Thời gian giải quyết hồ sơ theo quy định", receipt.limit)
    flow.field("Thời gian nhận hồ sơ", moment_words(receipt.received_at))
    due = NO_DUE if receipt.due_at is None else moment_words(receipt.due_at)
    flow.field("Thời gian trả kết quả giải quyết hồ sơ", due, strong)
    flow.field("Đăng ký nhận kết quả tại", receipt.return_to)
    flow.field("Phí, lệ phí", receipt.fee)
    flow.fields(("Vào Sổ theo dõi hồ sơ, Quyển số", receipt.book), ("Số thứ tự", receipt.entry))
    flow.skip(flow.paper.body * 0.25)


def _draw_note(flow: Flow, receipt: Receipt) -> None:
    small = slanted(flow.paper.body * 0.85)
    notes = [
        f"Ghi chú: {receipt.note}" if receipt.note else "",
        f"Điện thoại hỗ trợ: {receipt.hotline}" if receipt.hotline else "",
        f"Căn cứ: {receipt.legal_basis}" if receipt.legal_basis else "",
    ]
    flow.skip(flow.paper.body * 0.25)
    for note in filter(None, notes):
        flow.paragraph(note, small)
