"""Form 07: sổ theo dõi hồ sơ, the rows of a period on wide pages."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_form_number, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, draw_basis, open_letter
from onestop_desk.documents.lettering import plain
from onestop_desk.documents.sheet import A4_WIDE, Paper
from onestop_desk.documents.table import Align, Cell, Column, Table, begin_table
from onestop_desk.documents.wording import REGISTER_FORM, book_words, stacked_code, stacked_moment
from onestop_desk.domain.money import format_number, number_in_words

_TITLE = "SỔ THEO DÕI HỒ SƠ"
_TIMES = "NGÀY, THÁNG, NĂM"
_COLUMNS = (
    Column("STT", 9),
    Column("Mã hồ sơ", 20),
    Column("Tên TTHC", 27, Align.LEFT),
    Column("Số lượng (bộ)", 11),
    Column("Tên cá nhân, tổ chức", 21, Align.LEFT),
    Column("Địa chỉ, điện thoại", 21, Align.LEFT),
    Column("Cơ quan chủ trì", 18, Align.LEFT),
    Column("Nhận hồ sơ", 17, group=_TIMES),
    Column("Hẹn trả", 17, group=_TIMES),
    Column("Chuyển đến cơ quan giải quyết", 17, group=_TIMES),
    Column("Nhận kết quả từ cơ quan giải quyết", 17, group=_TIMES),
    Column("Trả kết quả", 17, group=_TIMES),
    Column("Phương thức nhận", 17),
    Column("Ký nhận", 15),
    Column("Ghi chú", 18, Align.LEFT),
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A dossier in the register; what has not happened yet is None or empty."""

    code: str
    procedure: str
    sets: int
    owner: str
    address: str
    phone: str
    led_by: str
    received_at: datetime
    due_at: datetime | None
    handed_over_at: datetime | None = None
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    way: str = ""
    receiver: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """The register of a period, both its days included; rows in the order of reception."""

    letter: Letter
    first: date
    last: date
    rows: tuple[RegisterRow, ...]
    signers: tuple[Signer, ...]
    volume: str = ""
    title_set: str = "2025"


def draw_register_book(book: RegisterBook, paper: Paper = A4_WIDE) -> bytes:
    """Return form 07 as PDF; raises ValueError for a moment without a time zone."""
    flow = open_letter(paper, book.letter, _TITLE, under=book_words(book.volume, book.first, book.last))
    draw_form_number(flow, REGISTER_FORM[book.title_set])
    table = Table(_COLUMNS, paper.body * 0.66, is_numbered=True)
    draw_last = begin_table(flow, table, [_row(*one) for one in enumerate(book.rows, 1)])
    return close_letter(flow, _TITLE, partial(_draw_ending, flow, book), draw_last)


def _row(place: int, row: RegisterRow) -> tuple[Cell, ...]:
    return (
        str(place),
        stacked_code(row.code),
        row.procedure,
        format_number(row.sets),
        row.owner,
        tuple(filter(None, (row.address, row.phone))),
        row.led_by,
        _moment(row.received_at),
        _moment(row.due_at) or "không quy định",
        _moment(row.handed_over_at),
        _moment(row.finished_at),
        _moment(row.returned_at),
        row.way,
        row.receiver,
        row.note,
    )


def _moment(moment: datetime | None) -> tuple[str, ...]:
    return () if moment is None else stacked_moment(moment)


def _draw_ending(flow: Flow, book: RegisterBook) -> None:
    body, count = flow.paper.body, len(book.rows)
    flow.skip(body * 0.15)
    flow.paragraph(f"Tổng số: {format_number(count)} ({number_in_words(count)}) hồ sơ.", plain(body))
    flow.skip(body * 0.2)
    draw_signatures(flow, book.signers, body * 1.4)
    draw_basis(flow, book.letter)
