"""Text on paper is literal, and wrapping loses nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.documents.lettering import balanced, heavy, literal, missing_glyphs, plain, wrap
from tests.documents.pictures import bare

TEXTS = st.text(max_size=300) | st.text(alphabet="ab ệđ-1", max_size=300)
WIDTHS = st.floats(min_value=1, max_value=120)


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("hoa\u0300 \u0110u\u031bo\u031bng", "hoà Đương"),
        ("a\x07b\x00c\u202ed\u200be\ufeff\u00ad", "abcde"),
        ("a\tb\r\nc\u00a0d\u2028e", "a b c d e"),
        ("  hai   dấu cách ", "hai dấu cách"),
        ("❤\ufe0f", "❤"),
        ("", ""),
    ],
)
def test_a_text_is_shown_as_it_is_but_for_what_has_no_picture(given_text, shown):
    assert literal(given_text) == shown


def test_missing_glyphs_are_named_once_and_in_order():
    assert missing_glyphs(["Nguyễn 😀 Văn", "漢字 😀 K’Brơi"]) == ("😀", "漢", "字")
    assert missing_glyphs(["H'Hen Niê, Y Moan\x07"]) == ()


@given(TEXTS, WIDTHS)
def test_wrapping_loses_nothing(words, width):
    lines = wrap(words, plain(13), width)
    assert bare("".join(lines)) == bare(literal(words))


@given(TEXTS, WIDTHS)
def test_a_line_is_never_wider_than_its_room(words, width):
    for line in wrap(words, plain(13), width):
        letters = [letter for letter in line if not unicodedata.combining(letter)]
        assert plain(13).width(line) <= width + 1e-6 or len(letters) <= 1


@given(st.lists(st.text(alphabet="aệB", min_size=1, max_size=8), min_size=1, max_size=30))
def test_words_that_fit_a_line_stay_whole(words):
    lines = wrap(" ".join(words), plain(10), 40)
    assert " ".join(lines).split() == words


def test_a_word_without_spaces_breaks_between_letters():
    lines = wrap("Nguyễn" * 20, plain(13), 50)
    assert len(lines) > 3
    assert "".join(lines) == "Nguyễn" * 20


def test_the_first_line_may_be_narrower_and_stay_empty():
    assert wrap("Nguyễn Văn Mẫu", plain(13), 60, 2)[0] == ""
    assert wrap("Nguyễn Văn Mẫu", plain(13), 60, 18) == ("Nguyễn", "Văn Mẫu")


@given(TEXTS, WIDTHS)
def test_balanced_lines_are_as_few_and_say_the_same(words, width):
    lines = balanced(words, heavy(12), width)
    assert len(lines) == len(wrap(words, heavy(12), width))
    assert bare("".join(lines)) == bare(literal(words))


def test_balanced_lines_are_even():
    assert balanced("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", heavy(12), 70) == ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG")


def test_evenness_breaks_no_word_that_fits():
    assert balanced("Trước hạn", heavy(9), 11) == ("Trước", "hạn")


def test_a_combining_mark_stays_with_its_letter():
    lines = wrap("x\u0323" * 60, plain(13), 20)
    assert len(lines) > 3
    assert not any(unicodedata.combining(line[0]) for line in lines)
