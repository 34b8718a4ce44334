"""What official papers share: the head with the national title, signatures, stamps, the block with both codes."""

from dataclasses import dataclass

from onestop_desk.documents.barcodes import QR_QUIET, QUIET, Bars, bars, draw_bars, draw_qr, qr_width
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.lettering import Pen, balanced, heavy, plain, slanted, wrap
from onestop_desk.documents.sheet import DOT

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an official paper: the bodies from wide to near, the paper's number, its place and date."""

    bodies: tuple[str, ...]
    number: str
    place_and_date: str


def draw_head(flow: Flow, head: Head) -> None:
    """Draw both blocks of the head beside each other (NĐ 30/2020/NĐ-CP, annex I)."""
    paper = flow.paper
    nation = heavy(paper.body * 0.94)
    right = nation.width(_NATION)
    left = paper.room - right - 4
    top = flow.y
    under_left = _draw_bodies(flow, head, left)
    flow.y = top
    _draw_nation(flow, head, paper.edge - right / 2)
    flow.y = max(flow.y, under_left)


def _draw_bodies(flow: Flow, head: Head, width: float) -> float:
    pen, middle = heavy(flow.paper.body * 0.92), flow.paper.left + width / 2
    lines = [line for body in head.bodies for line in balanced(body, pen, width)]
    for line in lines:
        flow.sheet.write_centred(middle, flow.y + pen.rise, line, pen)
        flow.skip(pen.leading)
    reach = pen.width(lines[-1]) / 5 if lines else 0
    flow.sheet.rule((middle - reach, flow.y + 0.8), (middle + reach, flow.y + 0.8))
    flow.skip(2.2)
    number = plain(flow.paper.body)
    for line in wrap(f"Số: {head.number}", number, width):
        flow.sheet.write_centred(middle, flow.y + number.rise, line, number)
        flow.skip(number.leading)
    return flow.y


def _draw_nation(flow: Flow, head: Head, middle: float) -> None:
    nation, motto = heavy(flow.paper.body * 0.94), heavy(flow.paper.body)
    flow.sheet.write_centred(middle, flow.y + nation.rise, _NATION, nation)
    flow.skip(nation.leading)
    flow.sheet.write_centred(middle, flow.y + motto.rise, _MOTTO, motto)
    flow.skip(motto.leading)
    reach = motto.width(_MOTTO) / 2
    flow.sheet.rule((middle - reach, flow.y + 0.8), (middle + reach, flow.y + 0.8), 0.7)
    flow.skip(2.2)
    dated = slanted(flow.paper.body)
    for line in wrap(head.place_and_date, dated, flow.paper.edge - (middle - 45)):
        flow.sheet.write_centred(middle, flow.y + dated.rise, line, dated)
        flow.skip(dated.leading)


def draw_codes(flow: Flow, code: str, qr_text: str, height: float) -> None:
    """Draw the Code 128 of a dossier code at the left, the code in plain text under it, the QR code at the right."""
    paper = flow.paper
    dots, side = fitted_qr(qr_text, height + 6)
    top = flow.y
    draw_qr(flow.sheet, (paper.edge - side, top), qr_text, dots)
    quiet = QUIET * 3 * DOT
    made = bars(code, paper.room + quiet - side - QR_QUIET * dots * DOT)
    label, value = plain(paper.body), heavy(paper.body)
    x = paper.left
    if made is not None:
        draw_bars(flow.sheet, (paper.left - QUIET * made.dots * DOT, top), made, height)
        x += max(0.0, (inked(made) - label.width("Mã hồ sơ: ") - value.width(code)) / 2)
        flow.skip(height + 0.8)
    flow.sheet.write(x, flow.y + label.rise, "Mã hồ sơ:", label)
    flow.sheet.write(x + label.width("Mã hồ sơ: "), flow.y + label.rise, code, value)
    flow.y = max(flow.y + label.leading, top + side)


def inked(made: Bars) -> float:
    """Return the width of bars without their quiet zones, in millimetres."""
    return len(made.modules) * made.dots * DOT


def fitted_qr(text: str, side: float) -> tuple[int, float]:
    """Return the most dots a module (3 to 6) with which a QR code keeps within a side, and the side it takes."""
    dots = next((dots for dots in (6, 5, 4) if qr_width(text, dots) <= side), 3)
    return dots, qr_width(text, dots)


def draw_stamp(flow: Flow, text: str, pen: Pen) -> None:
    """Draw a text in a double frame in the middle of the page."""
    lines = balanced(text, pen, flow.paper.room - 12)
    width, height = max(map(pen.width, lines)) + 8, len(lines) * pen.leading + 2
    flow.need(height + 1)
    x = flow.paper.left + (flow.paper.room - width) / 2
    flow.skip(0.6)
    flow.sheet.frame((x, flow.y), width, height, 0.9)
    flow.sheet.frame((x + 0.7, flow.y + 0.7), width - 1.4, height - 1.4, 0.4)
    for place, line in enumerate(lines):
        y = flow.y + 1 + place * pen.leading + pen.rise
        flow.sheet.write_centred(x + width / 2, y, line, pen)
    flow.skip(height + 0.4)


def draw_signatures(flow: Flow, signers: tuple[tuple[str, str], ...], space: float) -> None:
    """Draw who signs, beside each other, with space to sign above each name; kept on one page."""
    title, hint, name = heavy(flow.paper.body), slanted(flow.paper.body), heavy(flow.paper.body)
    width = flow.paper.room / len(signers)
    names = [wrap(signer[1], name, width - 4) for signer in signers]
    flow.need(title.leading + hint.leading + space + max(map(len, names)) * name.leading)
    top = flow.y
    for place, (role, _) in enumerate(signers):
        middle = flow.paper.left + width * (place + 0.5)
        flow.sheet.write_centred(middle, top + title.rise, role, title)
        flow.sheet.write_centred(middle, top + title.leading + hint.rise, "(Ký và ghi rõ họ tên)", hint)
        flow.y = top + title.leading + hint.leading + space
        for line in names[place]:
            flow.sheet.write_centred(middle, flow.y + name.rise, line, name)
            flow.skip(name.leading)
    flow.y = top + title.leading + hint.leading + space + max(map(len, names)) * name.leading
