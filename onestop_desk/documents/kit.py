"""What official papers share: the head with the national title, signatures, stamps, the block with both codes."""

from dataclasses import dataclass
from datetime import datetime

from onestop_desk.documents.barcodes import QR_QUIET, QUIET, Bars, bars, draw_bars, draw_qr, qr_width
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.lettering import Pen, balanced, heavy, plain, slanted, wrap
from onestop_desk.documents.sheet import DOT
from onestop_desk.documents.wording import moment_words

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BLANK = "…………"  # to fill in by hand
_BY_HAND = 1.1  # millimetres a point of body text: room for a number that is written in


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an official paper: the bodies from wide to near, the paper's number, its place and date."""

    bodies: tuple[str, ...]
    number: str
    place_and_date: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Which reprint this is, from 1, and when it was made."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: in which role, over one line or more, under which name, and how."""

    roles: tuple[str, ...]
    name: str
    hint: str = "(Ký và ghi rõ họ tên)"


def draw_head(flow: Flow, head: Head) -> None:
    """Draw both blocks of the head beside each other (NĐ 30/2020/NĐ-CP, annex I)."""
    paper = flow.paper
    nation = heavy(paper.body * 0.94)
    right = nation.width(_NATION)
    left = min(paper.room - right - 4, right)  # on wide paper the blocks balance
    top = flow.y
    under_left = _draw_bodies(flow, head, left)
    flow.y = top
    _draw_nation(flow, head, paper.edge - right / 2)
    flow.y = max(flow.y, under_left)


def draw_form_number(flow: Flow, number: str) -> None:
    """Write which official form this is above the head of the first page, in the margin."""
    flow.pages.sheets[0].write_right(flow.paper.edge, flow.paper.top - 2.5, number, plain(flow.paper.body * 0.85))


def _draw_bodies(flow: Flow, head: Head, width: float) -> float:
    pen, middle = heavy(flow.paper.body * 0.92), flow.paper.left + width / 2
    lines = [line for body in head.bodies for line in balanced(body, pen, width)]
    for line in lines:
        flow.sheet.write_centred(middle, flow.y + pen.rise, line, pen)
        flow.skip(pen.leading)
    reach = pen.width(lines[-1]) / 5 if lines else 0
    flow.sheet.rule((middle - reach, flow.y + 0.8), (middle + reach, flow.y + 0.8))
    flow.skip(2.2)
    _draw_number(flow, head.number, middle, width)
    return flow.y


def _draw_number(flow: Flow, number: str, middle: float, width: float) -> None:
    """Write a paper's number; one that begins with its slash has room before that to be written in by hand."""
    pen = plain(flow.paper.body)
    if number.startswith("/"):
        reach = (pen.width("Số:") + flow.paper.body * _BY_HAND + pen.width(number)) / 2
        flow.sheet.write(middle - reach, flow.y + pen.rise, "Số:", pen)
        flow.sheet.write_right(middle + reach, flow.y + pen.rise, number, pen)
        flow.skip(pen.leading)
        return
    for line in wrap(f"Số: {number or _BLANK}", pen, width):
        flow.sheet.write_centred(middle, flow.y + pen.rise, line, pen)
        flow.skip(pen.leading)


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


def draw_stamp(flow: Flow, texts: tuple[str, ...], pen: Pen) -> None:
    """Draw texts in one double frame in the middle of the page, each on lines of its own."""
    lines = [line for text in texts for line in balanced(text, pen, flow.paper.room - 12)]
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


def draw_reprint(flow: Flow, reprint: Reprint | None) -> None:
    """Stamp a paper that is printed again; an original gets no stamp."""
    if reprint is not None:
        draw_stamp(flow, (reprint_words(reprint),), heavy(flow.paper.body))


def reprint_words(reprint: Reprint) -> str:
    """Return what the stamp of a reprint says."""
    return f"BẢN SAO {reprint.number} - {moment_words(reprint.at)}"


def draw_signatures(flow: Flow, signers: tuple[Signer | None, ...], space: float) -> float:
    """Draw who signs, beside each other, with space to sign above each name, None as an empty place.

    Kept on one page; returns where on it they begin.
    """
    title, hint = heavy(flow.paper.body), slanted(flow.paper.body)
    width = flow.paper.room / len(signers)
    blocks = [None if signer is None else _lines_of(signer, title, width - 4) for signer in signers]
    shown = [block for block in blocks if block is not None]
    above = max(len(roles) for roles, _ in shown) * title.leading + hint.leading + space
    height = above + max(len(names) for _, names in shown) * title.leading
    flow.need(height)
    top = flow.y
    for place, (signer, block) in enumerate(zip(signers, blocks, strict=True)):
        if signer is not None and block is not None:
            middle = flow.paper.left + width * (place + 0.5)
            after = _centred_lines(flow, (middle, top), block[0], title)
            after = _centred_lines(flow, (middle, after), (signer.hint,), hint)
            _centred_lines(flow, (middle, top + above), block[1], title)
    flow.y = top + height
    return top


def _lines_of(signer: Signer, pen: Pen, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    roles = tuple(line for role in signer.roles for line in balanced(role, pen, width))
    return roles, wrap(signer.name, pen, width)


def _centred_lines(flow: Flow, start: tuple[float, float], lines: tuple[str, ...], pen: Pen) -> float:
    middle, y = start
    for line in lines:
        flow.sheet.write_centred(middle, y + pen.rise, line, pen)
        y += pen.leading
    return y
