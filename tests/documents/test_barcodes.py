"""Code 128 as short as it can be, on whole dots, with its quiet zones; refused where it cannot be right."""

import re

import numpy as np
import pytest
from barcode.codex import Code128
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.documents.barcodes import bars, draw_bars, draw_qr, qr_width
from onestop_desk.documents.sheet import DOT, ROLL_80, Pages, Paper
from onestop_desk.documents.symbols import code_128
from tests.documents.pictures import codes, rasters

ROLL = Paper("roll", 800 * DOT, 100 * DOT, left=0, right=0, top=0, bottom=0, body=10)


def drawn(code: str, room: float = 800 * DOT):
    pages = Pages(ROLL)
    made = bars(code, room)
    draw_bars(pages.add(), (0, 10 * DOT), made, 60 * DOT)
    return rasters(pages.to_pdf(code), 203)[0], made


@pytest.mark.parametrize(
    "code", ["H31.20.11-261123-1034", "H3120112611231034", "000000014H542611230034", "12345", "a1b22"]
)
def test_a_code_is_no_longer_than_another_encoder_makes_it(code):
    assert len(code_128(code)) <= len(Code128(code).build()[0])


def test_pairs_of_digits_make_the_compact_code_short():
    symbols = 1 + 1 + 1 + 8 + 1  # start B, H, switch to C, eight pairs, check
    assert len(code_128("H3120112611231034")) == 11 * symbols + 13


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=18))
def test_any_printable_ascii_is_read_back(code):
    picture, _ = drawn(code)
    assert codes(picture).get("Code128") == code


@pytest.mark.parametrize("code", ["", "H31-Đ", "a\x07b", "١٢٣"])
def test_what_code_128_cannot_hold_is_refused(code):
    with pytest.raises(ValueError, match="printable ASCII"):
        bars(code, 100)


def test_bars_take_three_dots_where_they_fit_else_two_else_none():
    modules = len(code_128("H3120112611231034")) + 20
    assert bars("H3120112611231034", modules * 3 * DOT).dots == 3
    assert bars("H3120112611231034", (modules * 3 - 1) * DOT).dots == 2
    assert bars("H3120112611231034", (modules * 2 - 1) * DOT) is None


def test_the_compact_codes_of_both_styles_fit_the_slip():
    assert bars("H3120112611231034", ROLL_80.width).dots == 3
    assert bars("000000014H542611230034", ROLL_80.width).dots >= 2


def test_every_bar_and_gap_is_whole_dots_and_the_quiet_zone_ten_modules():
    picture, made = drawn("H31.20.11-261123-1034")
    row = np.asarray(picture)[40] < 128
    shown = "".join("1" if dark else "0" for dark in row)
    assert re.match("0*", shown).end() == 10 * made.dots
    assert shown.strip("0") == "".join(module * made.dots for module in made.modules).strip("0")


def test_bars_are_drawn_a_tenth_of_a_dot_narrower():
    pages = Pages(ROLL)
    sheet = pages.add()
    draw_bars(sheet, (0, 0), bars("H0", 800 * DOT), 10)
    widths = [float(line.split()[2]) for line in sheet.marks[0].splitlines() if line.endswith(" re")]
    assert {round(width % 3, 3) for width in widths} == {2.9}


@pytest.mark.parametrize("dots", [3, 4, 6])
def test_a_qr_code_stands_on_whole_dots(dots):
    pages = Pages(Paper("square", 240 * DOT, 240 * DOT, left=0, right=0, top=0, bottom=0, body=10))
    draw_qr(pages.add(), (30.4 * DOT, 29.6 * DOT), "H31.20.11-261123-1034", dots)
    picture = rasters(pages.to_pdf("qr"), 203)[0]
    pixels = np.asarray(picture)
    assert np.all((pixels < 8) | (pixels > 247))  # no dot is half covered
    dark = np.argwhere(pixels < 128)
    assert tuple(dark.min(axis=0)) == (30, 30)
    assert dark.max() + 1 - 30 == round(qr_width("H31.20.11-261123-1034", dots) / DOT)
    assert codes(picture)["QRCode"] == "H31.20.11-261123-1034"
