"""The test page of a printer: rulers to measure, every Vietnamese letter, and both kinds of code in both sizes."""

import unicodedata
from datetime import datetime

from onestop_desk.documents.barcodes import Bars, bars, draw_bars, draw_qr, qr_width
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.lettering import heavy, heavy_slanted, plain, slanted
from onestop_desk.documents.sheet import A4, ROLL_80, Pages, Paper
from onestop_desk.documents.wording import moment_words

_CODE, _COMPACT = "H00.00.00-000101-0001", "H0000000001010001"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def draw_test_page(paper: Paper = A4, printer: str = "", at: datetime | None = None) -> bytes:
    """Return a page that shows whether a printer keeps sizes, letters and codes; moments carry their time zone."""
    pages = Pages(paper)
    flow = Flow(pages)
    body = paper.body
    flow.centred("TRANG IN THỬ", heavy(body * 1.3))
    flow.centred(f"Khổ giấy {paper.name}, rộng {paper.width:.0f} mm", plain(body))
    if printer:
        flow.field("Máy in", printer)
    if at is not None:
        flow.field("In lúc", moment_words(at))
    _draw_ruler(flow)
    _draw_letters(flow)
    _draw_codes(flow)
    if paper.name == ROLL_80.name:
        flow.cut()
    flow.number_pages("Trang in thử")
    return pages.to_pdf("Trang in thử")


def vietnamese_letters() -> str:
    """Return the 134 accented letters of Vietnamese, small ones first, in NFC."""
    small = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES]
    accented = "".join(letter for letter in [*small, "đ"] if not letter.isascii())
    return accented + accented.upper()


def _draw_ruler(flow: Flow) -> None:
    length = int(flow.paper.room // 10) * 10
    flow.skip(3)
    flow.paragraph(f"Thước dài {length} mm; đo trên giấy phải đúng {length} mm:", plain(flow.paper.body))
    flow.skip(1)
    pen, left = plain(flow.paper.body * 0.7), flow.paper.left
    for mark in range(length + 1):
        height = 5.0 if mark % 10 == 0 else 3.5 if mark % 5 == 0 else 2.0
        flow.sheet.rule((left + mark, flow.y), (left + mark, flow.y + height), 0.4)
        if mark % 10 == 0 and mark:
            flow.sheet.write_right(left + mark - 0.4, flow.y + 5, str(mark), pen)
    flow.sheet.rule((left, flow.y), (left + length, flow.y), 0.4)
    flow.skip(8)


def _draw_letters(flow: Flow) -> None:
    spaced = " ".join(vietnamese_letters())
    for pen in (
        plain(flow.paper.body),
        heavy(flow.paper.body),
        slanted(flow.paper.body),
        heavy_slanted(flow.paper.body),
    ):
        flow.paragraph(spaced, pen)
        flow.skip(1.5)


def _draw_codes(flow: Flow) -> None:
    full, short = bars(_CODE, flow.paper.width), bars(_COMPACT, flow.paper.width)
    flow.skip(2)
    for made, text in ((full, _CODE), (short, _COMPACT)):
        if made is not None:
            _draw_bars(flow, made, text)
    if short is not None:
        _draw_bars(flow, Bars(short.modules, 2), _COMPACT)
    side = qr_width(_CODE)
    flow.need(side + 2)
    draw_qr(flow.sheet, (flow.paper.left + (flow.paper.room - side) / 2, flow.y + 2), _CODE)
    flow.skip(side + 2)


def _draw_bars(flow: Flow, made: Bars, text: str) -> None:
    pen = plain(flow.paper.body)
    flow.need(12 + pen.leading)
    draw_bars(flow.sheet, (flow.paper.left + (flow.paper.room - made.width) / 2, flow.y), made, 10)
    flow.skip(10.5)
    flow.centred(f"{text} ({made.dots} điểm một vạch)", pen)
    flow.skip(1.5)
