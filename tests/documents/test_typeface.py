"""The font has every letter that is needed, and its cut-down copies are sound font files."""

import struct
from itertools import pairwise

import pytest

from onestop_desk.documents.testpage import vietnamese_letters
from onestop_desk.documents.typeface import bold, bold_italic, italic, regular

FACES = (regular, bold, italic, bold_italic)


def tables(program):
    for place in range(12, 12 + 16 * struct.unpack_from(">H", program, 4)[0], 16):
        tag, checksum, start, length = struct.unpack_from(">4sLLL", program, place)
        yield tag.decode(), checksum, program[start : start + length]


def checksum(content):
    padded = content + bytes(-len(content) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF


def test_vietnamese_has_134_accented_letters():
    assert len(set(vietnamese_letters())) == 134


@pytest.mark.parametrize("face", FACES)
def test_every_vietnamese_letter_is_in_the_font_with_a_glyph_of_its_own(face):
    assert [letter for letter in vietnamese_letters() if not face().has(letter)] == []
    assert len({face().digits(letter) for letter in vietnamese_letters()}) == 134


@pytest.mark.parametrize("face", FACES)
def test_widths_are_those_of_times(face):
    digit = face().width("0", 1000)
    assert round(digit) == 500
    assert face().width("00 ", 1000) == pytest.approx(1250, abs=1)


def test_a_letter_the_font_lacks_is_measured_and_drawn_as_a_box():
    assert not regular().has("😀")
    assert regular().digits("😀") == regular().digits("□")
    assert regular().width("😀", 10) == regular().width("□", 10)


@pytest.mark.parametrize("face", FACES)
def test_a_subset_is_a_font_file_with_right_checksums(face):
    program = face().subset(set("Nguyễn Thị Hường")).program
    found = {tag: (stated, content) for tag, stated, content in tables(program)}
    assert sorted(found) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    for tag, (stated, content) in found.items():
        counted = content[:8] + bytes(4) + content[12:] if tag == "head" else content
        assert stated == checksum(counted), tag
    assert checksum(program) == 0xB1B0AFBA


def test_a_subset_holds_the_parts_of_composed_letters():
    alone, with_letter = (len(regular().subset(set(letters)).program) for letters in ("̣ợ", "o"))
    assert alone > with_letter
    places = {tag: content for tag, _, content in tables(regular().subset({"ế"}).program)}["loca"]
    offsets = struct.unpack(f">{len(places) // 4}L", places)
    assert sum(after > before for before, after in pairwise(offsets)) >= 2


def test_the_order_of_letters_does_not_change_a_subset():
    assert regular().subset("abcđ") == regular().subset("đcba")
    assert regular().digits("⁄") == regular().digits("∕")  # two characters, one glyph
    assert regular().subset("⁄∕") == regular().subset("∕⁄")
    assert regular().subset("abc").tag != regular().subset("abd").tag
