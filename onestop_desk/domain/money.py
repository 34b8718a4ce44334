"""Whole đồng: read, written, and spelled in words; and shares as Vietnamese tables print them."""

import re
from typing import Final

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean

_AMOUNT: Final = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+) ?(?:đ|₫|đồng|vnđ|vnd)?")
_MOST_DIGITS: Final = 15
_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def format_number(number: int) -> str:
    """Return a whole number with dots between thousands: 1.234.567."""
    return f"{number:,}".replace(",", ".")


def format_dong(amount: int) -> str:
    """Return an amount as screens and papers show it: 1.234.567 đ."""
    return f"{format_number(amount)} đ"


def parse_dong(text: str) -> int:
    """Read an amount in whole đồng, with dots or spaces between thousands or none, with or without the unit.

    Raises BadValue with reason empty, negative, not_whole_dong or too_large.
    """
    typed = clean(text).lower()
    if not typed:
        raise BadValue("amount", "empty", text)
    if typed.startswith(("-", "−", "–")):
        raise BadValue("amount", "negative", text)
    found = _AMOUNT.fullmatch(typed)
    if not found:
        raise BadValue("amount", "not_whole_dong", text)
    digits = found[1].replace(".", "").replace(" ", "").lstrip("0")
    if len(digits) > _MOST_DIGITS:
        raise BadValue("amount", "too_large", text)
    return int(digits or "0")


def amount_in_words(amount: int) -> str:
    """Spell an amount as receipts do: `Một triệu hai trăm linh năm nghìn đồng`; raises BadValue below zero."""
    if amount < 0:
        raise BadValue("amount", "negative", str(amount))
    spelled = number_in_words(amount)
    return f"{spelled[0].upper()}{spelled[1:]} đồng"


def number_in_words(number: int) -> str:
    """Spell a whole number, 0 or more: `một triệu hai trăm linh năm nghìn`."""
    return " ".join(_spell(number)) if number else _DIGITS[0]


def _spell(number: int, *, follows: bool = False) -> list[str]:
    """Spell a number without zero groups; one that `follows` a larger unit names its empty hundreds too."""
    spelled: list[str] = []
    for size, unit in ((1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1000, "nghìn")):
        group, number = divmod(number, size)
        if group:
            spelled += [*_spell(group, follows=follows or bool(spelled)), unit]
    return spelled + _spell_group(number, full=follows or bool(spelled))


def _spell_group(number: int, *, full: bool) -> list[str]:
    """Spell 1 to 999 (0 as nothing); `full` says `không trăm` where there are no hundreds."""
    if not number:
        return []
    hundreds, rest = divmod(number, 100)
    head = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    return head + _spell_tens(rest, after_hundreds=bool(head))


def _spell_tens(number: int, *, after_hundreds: bool) -> list[str]:
    tens, unit = divmod(number, 10)
    last = [_unit_word(tens, unit)] if unit else []
    if tens == 0:
        return ["linh", *last] if unit and after_hundreds else last
    return ["mười", *last] if tens == 1 else [_DIGITS[tens], "mươi", *last]


def _unit_word(tens: int, unit: int) -> str:
    if unit == 5 and tens:
        return "lăm"
    return "mốt" if unit == 1 and tens > 1 else _DIGITS[unit]
