"""Money: whole đồng, written and spelled as Vietnamese do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.measures import percent
from onestop_desk.domain.money import amount_in_words, format_dong, format_number, parse_dong


@pytest.mark.parametrize(("amount", "shown"), [(0, "0 đ"), (999, "999 đ"), (5000, "5.000 đ"), (1234567, "1.234.567 đ")])
def test_an_amount_has_dots_between_thousands(amount: int, shown: str) -> None:
    assert format_dong(amount) == shown


def test_a_count_has_dots_between_thousands() -> None:
    assert format_number(61953) == "61.953"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.234.567", 1_234_567),
        ("1234567đ", 1_234_567),
        (" 1.234.567 Đ ", 1_234_567),
        ("1 234 567", 1_234_567),
        ("1\u00a0234\u00a0567 ₫", 1_234_567),
        ("50000 VNĐ", 50_000),
        ("50.000 đồng", 50_000),
        ("50000Ð", 50_000),
        ("0", 0),
        ("000", 0),
        ("00000000000000000005", 5),
        ("999.999.999.999.999", 999_999_999_999_999),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: int) -> None:
    assert parse_dong(typed) == amount


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \u00a0", "empty"),
        ("-1", "negative"),
        ("−1.000", "negative"),
        ("1.000,50", "not_whole_dong"),
        ("1,000", "not_whole_dong"),
        ("1.5", "not_whole_dong"),
        ("1.23.456", "not_whole_dong"),
        ("1.234 567", "not_whole_dong"),
        ("1e6", "not_whole_dong"),
        ("１２３", "not_whole_dong"),
        ("١٢٣", "not_whole_dong"),
        ("5²", "not_whole_dong"),
        ("đ", "not_whole_dong"),
        ("=1+1", "not_whole_dong"),
        ("1.000.000.000.000.000", "too_large"),
        ("9" * 5000, "too_large"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(BadValue) as refusal:
        parse_dong(typed)
    assert (refusal.value.field, refusal.value.reason) == ("amount", reason)


@given(st.integers(0, 10**15 - 1))
def test_what_is_shown_is_read_back(amount: int) -> None:
    assert parse_dong(format_dong(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "spelled"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi bốn đồng"),
        (55, "Năm mươi lăm đồng"),
        (100, "Một trăm đồng"),
        (101, "Một trăm linh một đồng"),
        (105, "Một trăm linh năm đồng"),
        (110, "Một trăm mười đồng"),
        (111, "Một trăm mười một đồng"),
        (1_000, "Một nghìn đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (1_050, "Một nghìn không trăm năm mươi đồng"),
        (10_000, "Mười nghìn đồng"),
        (21_000, "Hai mươi mốt nghìn đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_005_000, "Một triệu không trăm linh năm nghìn đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (1_234_567, "Một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_005_000_000, "Một tỷ không trăm linh năm triệu đồng"),
        (12_000_000_021, "Mười hai tỷ không trăm hai mươi mốt đồng"),
        (1_005_000_000_000, "Một nghìn không trăm linh năm tỷ đồng"),
        (2 * 10**18, "Hai tỷ tỷ đồng"),
    ],
)
def test_an_amount_is_spelled_as_receipts_do(amount: int, spelled: str) -> None:
    assert amount_in_words(amount) == spelled


@given(st.integers(1, 10**15 - 1))
def test_the_words_mean_the_amount(amount: int) -> None:
    spelled = amount_in_words(amount)
    assert _value_of(spelled.lower().removesuffix(" đồng").split()) == amount


def _value_of(spelled: list[str]) -> int:
    """Read number words from first principles: digits, then tens and hundreds, then units of a thousand each."""
    for unit, size in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 1000)):
        if unit in spelled:
            place = spelled.index(unit)
            return _value_of(spelled[:place]) * size + _value_of(spelled[place + 1 :])
    digits = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    value, digit = 0, 0
    for word in spelled:
        if word in ("trăm", "mươi"):
            value, digit = value + digit * (100 if word == "trăm" else 10), 0
        elif word == "mười":
            value += 10
        elif word != "linh":
            digit = {"mốt": 1, "lăm": 5}.get(word) or digits.index(word)
    return value + digit


def test_less_than_nothing_is_not_spelled() -> None:
    with pytest.raises(BadValue):
        amount_in_words(-1)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (52_006, 61_953, "83,94%"),
        (9_942, 61_953, "16,05%"),
        (5, 61_953, "0,01%"),
        (49_440, 58_799, "84,08%"),
        (9_359, 58_799, "15,92%"),
        (7_429, 21_500, "34,55%"),
        (1, 1, "100,00%"),
        (1, 20_000, "0,01%"),
        (3, 2, "150,00%"),
        (0, 5, "0,00%"),
        (0, 0, "0,00%"),
    ],
)
def test_a_share_has_two_decimals_after_a_comma(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown
