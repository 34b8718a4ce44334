"""Form 06: phiếu kiểm soát quá trình giải quyết hồ sơ, which goes with a dossier from hand to hand."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import draw_form_number
from onestop_desk.documents.letter import Letter, Reference, close_letter, draw_basis, open_letter
from onestop_desk.documents.lettering import heavy, slanted
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.table import Align, Cell, Column, Table, begin_table
from onestop_desk.documents.wording import CONTROL_SLIP_FORM, NO_DUE, TIMELINESS, moment_words, table_moment
from onestop_desk.domain.calendar import Timeliness

_TITLE = "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"
_TIMES = "THỜI GIAN GIAO, NHẬN HỒ SƠ"
_COLUMNS = (
    Column("TÊN CƠ QUAN", 43, Align.LEFT),
    Column("NGƯỜI GIAO", 37, group=_TIMES),
    Column("NGƯỜI NHẬN", 37, group=_TIMES),
    Column(("KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "(Trước hạn/", "Đúng hạn/", "Quá hạn)"), 27),
    Column("GHI CHÚ", 22, Align.LEFT),
)
_BLANK_MOMENT = ("…… giờ …… phút,", "ngày …/…/……")
_BLANK = "………………"
_TO_SIGN = ("", "")  # lines
_BLANK_ROWS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A hand-over: from whom to whom, when; what is not known yet stays open to be filled in by hand."""

    from_body: str
    to_body: str
    giver: str
    receiver: str = ""
    given_at: datetime | None = None
    taken_at: datetime | None = None
    timeliness: Timeliness | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlSlip:
    """What stands on form 06; the passages in their order."""

    letter: Letter
    reference: Reference
    owner: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    solved_by: str
    passages: tuple[Passage, ...]
    supported_by: str = ""
    note: str = ""
    title_set: str = "2025"


def draw_control_slip(slip: ControlSlip, paper: Paper = A4) -> bytes:
    """Return form 06 as PDF; without any passage it has blank rows to fill in by hand.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    flow, strong = open_letter(paper, slip.letter, _TITLE, slip.reference), heavy(paper.body)
    draw_form_number(flow, CONTROL_SLIP_FORM[slip.title_set])
    flow.field("Chủ hồ sơ", slip.owner, strong)
    flow.field("Thủ tục hành chính", slip.procedure, strong)
    flow.field("Thời gian nhận hồ sơ", moment_words(slip.received_at))
    flow.field("Thời gian hẹn trả kết quả", NO_DUE if slip.due_at is None else moment_words(slip.due_at))
    flow.field("Cơ quan (bộ phận) giải quyết hồ sơ", slip.solved_by)
    flow.field("Cơ quan phối hợp giải quyết hồ sơ", slip.supported_by)
    flow.skip(paper.body * 0.15)
    passages = slip.passages or (Passage("", "", ""),) * _BLANK_ROWS
    table = Table(_COLUMNS, paper.body * 0.85)
    draw_last = begin_table(flow, table, [_row(*one) for one in enumerate(passages, 1)])
    return close_letter(flow, slip.letter.name(slip.reference), partial(_draw_ending, flow, slip), draw_last)


def _row(place: int, passage: Passage) -> tuple[Cell, ...]:
    return (
        (f"{place}. Giao: {passage.from_body or _BLANK}", f"Nhận: {passage.to_body or _BLANK}"),
        _signed(passage.given_at, passage.giver),
        _signed(passage.taken_at, passage.receiver),
        "" if passage.timeliness is None else TIMELINESS[passage.timeliness],
        passage.note,
    )


def _signed(moment: datetime | None, name: str) -> tuple[str, ...]:
    return (*(_BLANK_MOMENT if moment is None else table_moment(moment)), *_TO_SIGN, name)


def _draw_ending(flow: Flow, slip: ControlSlip) -> None:
    flow.skip(flow.paper.body * 0.15)
    if slip.note:
        flow.paragraph(f"Ghi chú: {slip.note}", slanted(flow.paper.body * 0.85))
    draw_basis(flow, slip.letter)
