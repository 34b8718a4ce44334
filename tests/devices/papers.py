"""Small papers to print, and eyes that read them back."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import zxingcpp
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from onestop_desk.devices.printer import Paper, PrintOrder

SIZES: dict[Paper, tuple[float, float]] = {"A4": (210, 297), "A5": (148, 210), "80mm": (80, 137), "label": (50, 30)}
_DOT_203 = 25.4 / 203 * mm
_RASTER_SYNC = b"RaS2"
_BLACK_IS_HIGH = 3


def order_for(folder: Path, job_id: str, printer: str, paper: Paper = "A5", copies: int = 1) -> PrintOrder:
    """Return an order for a paper that is drawn now and carries its job id as a barcode."""
    pdf = folder / f"{job_id}.pdf"
    draw(pdf, paper, job_id)
    return PrintOrder(job_id, printer, pdf, "Giấy tiếp nhận", paper, copies)


def draw(pdf: Path, paper: Paper, code: str) -> None:
    """Draw one page with a Code 128 of two dots a module at 203 dpi."""
    width, height = (length * mm for length in SIZES[paper])
    canvas = Canvas(str(pdf), pagesize=(width, height))
    canvas.rect(1 * mm, 1 * mm, width - 2 * mm, height - 2 * mm)
    barcode = Code128(code, barWidth=2 * _DOT_203, barHeight=12 * mm)
    barcode.drawOn(canvas, 2 * mm, height / 2)
    canvas.showPage()
    canvas.save()


def codes_in_pdf(pdf: Path, dpi: float = 203) -> list[str]:
    """Return the barcodes on the first page."""
    with pdfium.PdfDocument(pdf) as document:
        return codes_in(document[0].render(scale=dpi / 72, grayscale=True).to_numpy())


def codes_in(picture: Any) -> list[str]:
    """Return the barcodes in a picture of grey dots."""
    return [found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(picture.squeeze()))]


def size_of_pdf(pdf: Path) -> tuple[int, int]:
    """Return the first page's width and height in whole millimetres."""
    with pdfium.PdfDocument(pdf) as document:
        width, height = document.get_page_size(0)
    return round(width / mm), round(height / mm)


def first_raster_page(raster: Path) -> tuple[Any, tuple[int, int]]:
    """Return the dots (0 is black) and the dots an inch of a PWG raster (PWG 5102.4), as a printer receives it."""
    raw = raster.read_bytes()
    assert raw.startswith(_RASTER_SYNC)
    header = raw[4 : 4 + 1796]
    resolution = struct.unpack_from(">2I", header, 276)
    width, height = struct.unpack_from(">2I", header, 372)
    bits, line_length = struct.unpack_from(">I", header, 388)[0], struct.unpack_from(">I", header, 392)[0]
    colour_space = struct.unpack_from(">I", header, 400)[0]
    lines = np.array(_lines(raw[4 + 1796 :], height, line_length), dtype=np.uint8)
    dots = np.unpackbits(lines, axis=1)[:, :width] * 255 if bits == 1 else lines[:, :width]
    return (255 - dots if colour_space == _BLACK_IS_HIGH else dots), resolution


def _lines(packed: bytes, count: int, length: int) -> list[list[int]]:
    lines: list[list[int]] = []
    at = 0
    while len(lines) < count:
        repeats, at = packed[at] + 1, at + 1
        line: list[int] = []
        while len(line) < length:
            code, at = packed[at], at + 1
            if code < 128:
                line += [packed[at]] * (code + 1)
                at += 1
            else:
                line += packed[at : at + 257 - code]
                at += 257 - code
        lines += [line] * repeats
    return lines
