"""Danh sách hồ sơ cuối ngày: what a counter received, handed over and returned on one day."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, open_letter
from onestop_desk.documents.lettering import heavy, plain, slanted
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.table import Align, Cell, Column, DrawLast, Table, begin_table
from onestop_desk.documents.wording import day_words, moment_words, stacked_code, stacked_moment
from onestop_desk.domain.money import format_number

_TITLE = "DANH SÁCH HỒ SƠ CUỐI NGÀY"
_COLUMNS = (
    Column("STT", 10),
    Column("Mã hồ sơ", 27),
    Column("Chủ hồ sơ", 35, Align.LEFT),
    Column("Thủ tục hành chính", 48, Align.LEFT),
    Column("Giờ", 12),
)
_LAST = 33.0  # the width of the last column, whose title depends on the part
_OPENING = 8  # lines that the title of a part needs with what is below it, so as not to stand alone


@dataclass(frozen=True, slots=True)
class DayRow:
    """A dossier in one part of the list; `detail` is when it is due, where it went, or who took the result."""

    code: str
    owner: str
    procedure: str
    at: datetime
    detail: str


@dataclass(frozen=True, slots=True)
class DayList:
    """What stands on an end-of-day list, drawn at a moment of the day or after it."""

    letter: Letter
    day: date
    counter: str
    drawn_at: datetime
    received: tuple[DayRow, ...]
    handed_over: tuple[DayRow, ...]
    returned: tuple[DayRow, ...]
    maker: str
    checker: str = ""


def draw_day_list(day: DayList, paper: Paper = A4) -> bytes:
    """Return the list as PDF; raises ValueError for a moment without a time zone."""
    flow = open_letter(paper, day.letter, _TITLE, under=f"({day.counter}, {day_words(day.day)})")
    _draw_counts(flow, day)
    flow.keep_together(_begin_part(flow, "I. HỒ SƠ TIẾP NHẬN", "Hẹn trả", day.received))
    flow.keep_together(_begin_part(flow, "II. HỒ SƠ BÀN GIAO", "Nơi nhận", day.handed_over))
    draw_last = _begin_part(flow, "III. HỒ SƠ TRẢ KẾT QUẢ", "Người nhận", day.returned)
    return close_letter(flow, _TITLE, partial(_draw_ending, flow, day), draw_last)


def _draw_counts(flow: Flow, day: DayList) -> None:
    parts = (("Tiếp nhận", day.received), ("Bàn giao", day.handed_over), ("Trả kết quả", day.returned))
    counts = "; ".join(f"{label}: {format_number(len(rows))} hồ sơ" for label, rows in parts)
    flow.paragraph(f"{counts}.", plain(flow.paper.body))


def _begin_part(flow: Flow, title: str, last: str, rows: tuple[DayRow, ...]) -> DrawLast:
    """Draw a part of the list but for its last row, and return what draws that."""
    body, counted = flow.paper.body, f"{title}: {format_number(len(rows))} hồ sơ"
    if not rows:
        return partial(_draw_empty_part, flow, counted)
    flow.need(plain(body).leading * _OPENING)
    _draw_part_title(flow, counted)
    flow.skip(1)
    table = Table((*_COLUMNS, Column(last, _LAST, Align.LEFT)), body * 0.8)
    return begin_table(flow, table, [_row(*one) for one in enumerate(rows, 1)])


def _draw_part_title(flow: Flow, title: str) -> None:
    flow.skip(flow.paper.body * 0.25)
    flow.paragraph(title, heavy(flow.paper.body))


def _draw_empty_part(flow: Flow, title: str, _below: float = 0) -> None:
    _draw_part_title(flow, title)
    flow.paragraph("Không có hồ sơ.", plain(flow.paper.body))


def _row(place: int, row: DayRow) -> tuple[Cell, ...]:
    return str(place), stacked_code(row.code), row.owner, row.procedure, stacked_moment(row.at)[0], row.detail


def _draw_ending(flow: Flow, day: DayList) -> None:
    body = flow.paper.body
    flow.skip(body * 0.25)
    flow.paragraph(f"Danh sách lập lúc {moment_words(day.drawn_at)}.", slanted(body))
    flow.skip(body * 0.2)
    signers = (Signer(("PHỤ TRÁCH BỘ PHẬN",), day.checker), Signer(("NGƯỜI LẬP DANH SÁCH",), day.maker))
    draw_signatures(flow, signers, body * 1.4)
