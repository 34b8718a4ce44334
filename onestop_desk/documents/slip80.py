"""The 80 mm slip: the receipt for a thermal printer, 576 dots wide at 203 dpi, as long as it needs to be."""

from onestop_desk.documents.barcodes import QUIET, bars, draw_bars, draw_qr
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import draw_stamp, fitted_qr, inked
from onestop_desk.documents.lettering import heavy, plain, slanted
from onestop_desk.documents.receipt import Copy, Receipt, ReceiptPaper, shown_identity
from onestop_desk.documents.sheet import DOT, ROLL_80, Pages, Paper
from onestop_desk.documents.wording import NO_DUE, RECEIPT_TITLES, moment_words, short_moment


def draw_slip(receipt: Receipt, paper: Paper = ROLL_80) -> bytes:
    """Return the slip as PDF, one page a copy; its width is exactly the printer's dots.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    pages = Pages(paper)
    for copy in receipt.copies:
        _draw_copy(Flow(pages), receipt, copy)
    return pages.to_pdf(receipt.code)


def _draw_copy(flow: Flow, receipt: Receipt, copy: Copy) -> None:
    body = flow.paper.body
    for part in receipt.bodies:
        flow.centred(part, heavy(body))
    flow.centred(f"Số: {receipt.number} (Liên: {copy.label})", plain(body * 0.9))
    flow.skip(1.5)
    flow.centred(RECEIPT_TITLES[receipt.title_set], heavy(body * 1.2))
    _draw_stamps(flow, receipt)
    flow.skip(1)
    _draw_bars(flow, receipt)
    _draw_words(flow, receipt, copy)
    _draw_qr(flow, receipt)
    _draw_note(flow, receipt)
    flow.cut()


def _draw_stamps(flow: Flow, receipt: Receipt) -> None:
    if receipt.reprint is not None:
        words = f"BẢN SAO {receipt.reprint.number} - {short_moment(receipt.reprint.at)}"
        draw_stamp(flow, (words,), heavy(flow.paper.body))
    if receipt.replaces:
        draw_stamp(flow, (f"THAY THẾ {receipt.replaces}",), heavy(flow.paper.body))


def _draw_bars(flow: Flow, receipt: Receipt) -> None:
    made = bars(receipt.compact_code, flow.paper.width)
    if made is not None:
        flow.need(14)
        left = (flow.paper.width - inked(made)) / 2 - QUIET * made.dots * DOT
        draw_bars(flow.sheet, (left, flow.y), made, 12)
        flow.skip(12.6)
    flow.centred(receipt.code, heavy(flow.paper.body * 1.2))
    flow.skip(1)


def _draw_words(flow: Flow, receipt: Receipt, copy: Copy) -> None:
    strong = heavy(flow.paper.body)
    flow.field("Nơi tiếp nhận", receipt.office)
    flow.field("Tiếp nhận hồ sơ của", receipt.owner, strong)
    flow.field(receipt.identity_kind, shown_identity(receipt, copy))
    flow.field("Địa chỉ", receipt.address)
    for label, value in (("Điện thoại", receipt.phone), ("Email", receipt.email)):
        if value:
            flow.field(label, value)
    flow.field("Thủ tục", receipt.procedure, strong)
    flow.paragraph(f"Giấy tờ đã nộp ({receipt.sets} bộ):", plain(flow.paper.body))
    for place, paper in enumerate(receipt.papers, 1):
        flow.paragraph(f"{place}. {paper.name} ({_counted(paper)})", plain(flow.paper.body * 0.92), indent=2)
    flow.field("Thời hạn giải quyết", receipt.limit)
    flow.field("Nhận hồ sơ", moment_words(receipt.received_at))
    _draw_due(flow, receipt)
    flow.field("Nhận kết quả tại", receipt.return_to)
    flow.field("Phí, lệ phí", receipt.fee)
    flow.fields(("Sổ theo dõi, quyển số", receipt.book), ("Số thứ tự", receipt.entry))
    flow.field("Người nộp", receipt.submitter)
    flow.field("Người tiếp nhận", receipt.receiver)


def _draw_due(flow: Flow, receipt: Receipt) -> None:
    due = NO_DUE if receipt.due_at is None else moment_words(receipt.due_at)
    draw_stamp(flow, (f"HẸN TRẢ: {due}",), heavy(flow.paper.body * 1.15))


def _draw_qr(flow: Flow, receipt: Receipt) -> None:
    dots, side = fitted_qr(receipt.qr_text, 24)
    flow.skip(3)
    flow.need(side)
    draw_qr(flow.sheet, ((flow.paper.width - side) / 2, flow.y), receipt.qr_text, dots)
    flow.skip(side + 3)


def _draw_note(flow: Flow, receipt: Receipt) -> None:
    for note in (receipt.note, f"Điện thoại hỗ trợ: {receipt.hotline}" if receipt.hotline else "", receipt.legal_basis):
        if note:
            flow.paragraph(note, slanted(flow.paper.body * 0.9))


def _counted(paper: ReceiptPaper) -> str:
    return f"bản chính {paper.originals}, bản sao {paper.copies}, số lượng {paper.quantity}"
