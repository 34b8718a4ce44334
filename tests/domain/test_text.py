"""Text: cleaned at the door, found by any spelling, sorted as Vietnamese do."""

import random
import sqlite3
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.text import (
    clean,
    clean_lines,
    fold,
    in_capitals,
    looks_damaged,
    mask,
    sort_key,
    words,
)

ANY_TEXT = st.text(max_size=40) | st.text(
    alphabet="aăâđÐðoòeêệuưHKYhky'’- \t\n\u00a0\u0300\u0323\u200b\u202e\x00\x07N?", max_size=30
)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("  Nguyễn   Văn\tMẫu \r\n", "Nguyễn Văn Mẫu"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("Ðặng Văn Ðức", "Đặng Văn Đức"),
        ("ðặng thị ðào", "đặng thị đào"),
        ("HÐND", "HĐND"),
        ("Sigurður", "Sigurður"),
        ("a\u200bb\u202ec\ufeffd\x00e\u00adf\x1bg", "abcdefg"),
        ("một\u00a0hai\u2003ba\u2028bốn\x0bnăm", "một hai ba bốn năm"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("K’Brơi", "K’Brơi"),
        ("a\u200d\u0306", "ă"),
        ("lẻ\ud800loi", "lẻloi"),
        ("<b>0.1 <A</b> %s {}", "<b>0.1 <A</b> %s {}"),
        ("\u00a0\n\u200b\u3164 ", ""),
    ],
)
def test_clean_text_is_one_visible_line_in_nfc(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once == unicodedata.normalize("NFC", once)


def test_no_control_format_or_lone_surrogate_sign_survives_cleaning() -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    unseen = [sign for sign in signs if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert {clean(f"a{sign}b") for sign in unseen} == {"ab", "a b"}


def test_a_note_keeps_its_line_breaks_only() -> None:
    assert clean_lines("\r\n một \r\n\r\n\u202ehai\tba\x00\r\nbốn \n") == "một\n\nhai ba\nbốn"


@given(ANY_TEXT)
def test_cleaning_a_note_twice_is_cleaning_it_once(text: str) -> None:
    assert clean_lines(clean_lines(text)) == clean_lines(text)


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("Đường", "đường", "ĐƯỜNG", "Ðường", "ðường", "duong", "DƯƠNG"), "duong"),
        (("hoà", "hòa", "HOÀ", "hoa"), "hoa"),
        (("H'Hen Niê", "H’Hen Niê", "H‘Hen Niê", "HʼHen Nie", "H`Hen niê", "H Hen Niê", "HHen Nie"), "h hen nie"),
        (("K’Brơi", "K'Brơi", "KBrơi", "k broi", "kbroi"), "k broi"),
        (("Y Moan", "Y-Moan", "YMoan"), "y moan"),
        (("HKrông", "H'Krông", "H' K rông"), "h k rong"),
        (("Khánh Yên", "KHÁNH YÊN"), "khanh yen"),
        (("HĐND", "hdnd"), "hdnd"),
        (("Ngu\u200byễn", "\ufeffNguyễn"), "nguyen"),
        (("Thôn 1, Xã Mẫu", "thon-1/xa mau"), "thon 1 xa mau"),
        (("Straße Łódź Øre", "STRASSE lodz ore"), "strasse lodz ore"),
        (("ｈｏà", "hoa"), "hoa"),
        (("田中",), "田中"),
        (("राम",), "रम"),
        (("", " . ", "\u0301"), ""),
    ],
)
def test_every_spelling_has_one_finding_key(spellings: tuple[str, ...], key: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {key}
    assert {fold(unicodedata.normalize("NFD", spelling)) for spelling in spellings} == {key}


@given(ANY_TEXT)
def test_folding_is_settled_and_knows_no_dirt(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(clean(text)) == key
    assert key == " ".join(key.split())


@given(ANY_TEXT)
def test_words_are_the_parts_of_the_key(text: str) -> None:
    assert " ".join(words(text)) == fold(text)


@pytest.mark.parametrize(
    ("number", "keep", "masked"),
    [
        ("034200012345", 4, "********2345"),
        ("0912345678", 3, "*******678"),
        ("2345", 4, "****"),
        ("12", 4, "**"),
        ("12345", 0, "*****"),
        ("", 4, ""),
    ],
)
def test_a_masked_number_shows_its_end_only(number: str, keep: int, masked: str) -> None:
    assert mask(number, keep) == masked


IN_ORDER = (
    "2 chị em",
    "a",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "An",
    "an Bình",
    "Ánh",
    "ăn",
    "âm",
    "ba",
    "bà",
    "Bà An",
    "Dương",
    "duyên",
    "Đào",
    "Đường",
    "em",
    "ê",
    "Êđê",
    "Nguyên An",
    "Nguyễn An",
    "Nguyễn Bình",
    "ô",
    "ơ",
    "uy",
    "ư",
    "y",
)


def test_the_key_sorts_as_a_vietnamese_dictionary() -> None:
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    expected = sorted(IN_ORDER, key=_expected_place)
    assert sorted(shuffled, key=sort_key) == expected


def _expected_place(name: str) -> tuple[object, ...]:
    """Order by letters first and tones after, from first principles."""
    alphabet = " 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    tones = "\u0300\u0309\u0303\u0301\u0323"
    apart = unicodedata.normalize("NFD", name.lower())
    letters = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in tones))
    by_word = [max((tones.index(sign) + 1 for sign in word if sign in tones), default=0) for word in apart.split()]
    return ([alphabet.index(letter) for letter in letters], by_word)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dương", "Đan"),
        ("azz", "ăn"),
        ("ăz", "âm"),
        ("Ba Bình", "Bà Bình"),
        ("Bà An", "Ba Bình"),
        ("mà", "mả"),
        ("mả", "mã"),
        ("mã", "má"),
        ("má", "mạ"),
        ("an", "an an"),
        ("an an", "ana"),
        ("á", "a 3"),
        ("thôn 9", "thôn a"),
        ("oz", "ô"),
        ("ôz", "ơ"),
    ],
)
def test_one_name_comes_before_the_other(before: str, after: str) -> None:
    assert sort_key(before) < sort_key(after)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("ĐÀO", "đào"), ("H'Hen", "H’Hen"), ("ệ", "e\u0302\u0323")])
def test_spelling_habits_do_not_change_the_place(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(st.lists(ANY_TEXT, max_size=12))
def test_sqlite_sorts_the_key_as_python_does(names: list[str]) -> None:
    keys = [sort_key(name) for name in names]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE name (key TEXT)")
        connection.executemany("INSERT INTO name VALUES (?)", [(key,) for key in keys])
        stored = [key for (key,) in connection.execute("SELECT key FROM name ORDER BY key")]
    connection.close()
    assert stored == sorted(keys)


@pytest.mark.parametrize(
    "name",
    [
        "NGUY?N V?N ???NG",
        "Nguy\ufffdn",
        "Nguyễn Văn Đặng".encode().decode("latin-1"),
        "Nguyễn".encode().decode("cp1252", errors="replace"),
        "Đỗ Thị Tô".encode().decode("cp1252", errors="ignore"),
        "Lê".encode().decode("cp1252"),
        "LÊ".encode().decode("cp1252"),
        "Sơn".encode().decode("cp1252"),
        "Nguyễn".encode().decode("latin-1").encode().decode("latin-1"),
        "NguyÔn V¨n",
        "K’Bri".encode().decode("cp1252"),
        "lẻ\udc80",
    ],
)
def test_a_name_that_lost_letters_is_noticed(name: str) -> None:
    assert looks_damaged(name)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn Mẫu",
        "XÃ HỘI",
        "H'Hen Niê",
        "K’Brơi",
        "H´Hen",
        "Y Moan Êñuôl",
        "Jürgen Ægir Ångström",
        "Đỗ",
        "NGÔ THỊ HOÀ",
        "Trần Thị Ã",
        "",
    ],
)
def test_a_true_name_is_left_in_peace(name: str) -> None:
    assert not looks_damaged(name)
    assert not looks_damaged(unicodedata.normalize("NFD", name))


def test_capitals_keep_their_marks() -> None:
    assert in_capitals("Ủy ban nhân dân xã Đường Lâm") == "ỦY BAN NHÂN DÂN XÃ ĐƯỜNG LÂM"
    assert in_capitals("e\u0302\u0323") == "Ệ"
