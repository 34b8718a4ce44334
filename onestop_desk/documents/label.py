"""The label (tem hồ sơ) that goes on a dossier's folder: QR code, code, owner and due moment on a small sticker."""

from dataclasses import dataclass
from datetime import datetime

from onestop_desk.documents.barcodes import QR_QUIET, bars, draw_bars, draw_qr
from onestop_desk.documents.kit import fitted_qr
from onestop_desk.documents.lettering import Pen, heavy, plain, wrap
from onestop_desk.documents.sheet import DOT, LABEL, Pages, Paper
from onestop_desk.documents.wording import stacked_moment

_SMALLEST = 5.0  # points: what a thermal printer still draws legibly
_BARS, _GAP = 7.0, 1.0  # millimetres


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a label; the moment carries its time zone."""

    code: str
    compact_code: str
    qr_text: str
    owner: str
    procedure: str
    due_at: datetime | None


_Line = tuple[str, Pen]


def draw_label(label: Label, paper: Paper = LABEL) -> bytes:
    """Return a label as PDF. Text shrinks to fit; what still does not fit goes on on another label, never cut.

    Bars stand on it where the label is wide enough for 2 dots a module; the QR code always does.
    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    pages = Pages(paper)
    sheet = pages.add()
    dots, side = fitted_qr(label.qr_text, paper.height * 0.46)
    draw_qr(sheet, (paper.left, paper.top), label.qr_text, dots)
    made = bars(label.compact_code, paper.width)
    foot = paper.foot
    if made is not None:
        foot -= _BARS
        draw_bars(sheet, ((paper.width - made.width) / 2, foot), made, _BARS)
    left = paper.left + side + QR_QUIET * dots * DOT
    rest = _fitted(label, paper.edge - left, foot - _GAP - paper.top, paper.body)
    rest = _written(pages, left, foot - _GAP, rest)
    while rest:
        pages.add()
        rest = _written(pages, paper.left, paper.foot, rest)
    return pages.to_pdf(label.code)


def _fitted(label: Label, width: float, height: float, body: float) -> list[_Line]:
    """Return the lines at the largest size that fits, or at the smallest."""
    size, lines = body, _lines(label, width, body)
    while size > _SMALLEST and sum(pen.leading for _, pen in lines) > height:
        size -= 0.5
        lines = _lines(label, width, size)
    return lines


def _lines(label: Label, width: float, size: float) -> list[_Line]:
    parts = [(label.code, heavy(size)), (label.owner, heavy(size))]
    if label.due_at is not None:  # over two lines of its own making: a broken date is misread
        clock, day = stacked_moment(label.due_at)
        parts += [(f"Hẹn trả: {clock}", heavy(size)), (f"ngày {day}", heavy(size))]
    parts.append((label.procedure, plain(size)))
    return [(line, pen) for text, pen in parts if text for line in wrap(text, pen, width)]


def _written(pages: Pages, left: float, foot: float, lines: list[_Line]) -> list[_Line]:
    """Write as many lines as fit on the last page and return the others."""
    y = pages.paper.top
    for place, (line, pen) in enumerate(lines):
        if y + pen.leading > foot + 1e-6 and place:
            return lines[place:]
        pages.sheets[-1].write(left, y + pen.rise, line, pen)
        y += pen.leading
    return []
