"""Sổ theo dõi phí, lệ phí: what was paid in a period, with totals and their sum in words."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, draw_basis, open_letter
from onestop_desk.documents.lettering import plain
from onestop_desk.documents.sheet import A4_WIDE, Paper
from onestop_desk.documents.table import Align, Cell, Column, Table, begin_table
from onestop_desk.documents.wording import book_words, stacked_code
from onestop_desk.domain.money import amount_in_words, format_dong, format_number

_TITLE = "SỔ THEO DÕI PHÍ, LỆ PHÍ"
_COLUMNS = (
    Column("STT", 11),
    Column("Ngày thu", 22),
    Column("Mã hồ sơ", 29),
    Column("Người nộp", 40, Align.LEFT),
    Column("Nội dung thu", 58, Align.LEFT),
    Column("Ký hiệu", 18, group="Biên lai"),
    Column("Số", 18, group="Biên lai"),
    Column("Hình thức", 24),
    Column("Số tiền (đồng)", 25, Align.RIGHT),
    Column("Ghi chú", 30, Align.LEFT),
)


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A payment in whole đồng, an exemption with its reason, or money given back; receipts are issued elsewhere."""

    day: date
    code: str
    payer: str
    subject: str
    amount: int
    series: str = ""
    number: str = ""
    method: str = ""
    exempt_reason: str = ""
    note: str = ""
    refunded: int = 0


@dataclass(frozen=True, slots=True)
class FeeBook:
    """The fee book of a period, both its days included."""

    letter: Letter
    first: date
    last: date
    rows: tuple[FeeRow, ...]
    signers: tuple[Signer, ...]
    volume: str = ""


def draw_fee_book(book: FeeBook, paper: Paper = A4_WIDE) -> bytes:
    """Return the book's pages as PDF; raises BadValue for a sum below 0."""
    flow = open_letter(paper, book.letter, _TITLE, under=book_words(book.volume, book.first, book.last))
    total = ("Tổng cộng", format_number(_sum(book.rows)), "")
    table = Table(_COLUMNS, paper.body * 0.8)
    draw_last = begin_table(flow, table, [_row(*one) for one in enumerate(book.rows, 1)], total)
    return close_letter(flow, _TITLE, partial(_draw_ending, flow, book), draw_last)


def _row(place: int, row: FeeRow) -> tuple[Cell, ...]:
    return (
        str(place),
        f"{row.day:%d/%m/%Y}",
        stacked_code(row.code),
        row.payer,
        row.subject,
        row.series,
        row.number,
        row.method,
        format_number(row.amount - row.refunded),
        "; ".join(filter(None, (_mark(row), row.note))),
    )


def _mark(row: FeeRow) -> str:
    if row.refunded:
        return "Hoàn trả"
    return f"Miễn: {row.exempt_reason}" if row.exempt_reason else ""


def _sum(rows: tuple[FeeRow, ...]) -> int:
    return sum(row.amount - row.refunded for row in rows)


def _spelled(amount: int) -> str:
    words = amount_in_words(abs(amount))
    return words if amount >= 0 else f"Âm {words[0].lower()}{words[1:]}"


def _draw_ending(flow: Flow, book: FeeBook) -> None:
    body, total = plain(flow.paper.body), _sum(book.rows)
    flow.skip(flow.paper.body * 0.15)
    flow.paragraph(f"Tổng số tiền: {format_dong(total)} (Bằng chữ: {_spelled(total)}).", body)
    if any(row.amount for row in book.rows):
        sums = "; ".join(f"{method}: {format_dong(amount)}" for method, amount in _by_method(book.rows).items())
        flow.paragraph(f"Trong đó: {sums}.", body)
    refunds = [row.refunded for row in book.rows if row.refunded]
    if refunds:
        flow.paragraph(f"Hoàn trả: {format_number(len(refunds))} lượt, {format_dong(sum(refunds))}.", body)
    exempt = sum(bool(row.exempt_reason) for row in book.rows)
    paid = sum(bool(row.amount) for row in book.rows)
    flow.paragraph(f"Số lượt thu: {format_number(paid)}; số lượt được miễn: {format_number(exempt)}.", body)
    flow.skip(flow.paper.body * 0.2)
    draw_signatures(flow, book.signers, flow.paper.body * 1.4)
    draw_basis(flow, book.letter)


def _by_method(rows: tuple[FeeRow, ...]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        if row.amount:
            method = row.method or "không ghi hình thức"
            sums[method] = sums.get(method, 0) + row.amount
    return sums
