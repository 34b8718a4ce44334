"""Who stands at the counter: identity cards as scanned, and the numbers of people and organisations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean, fold, looks_damaged

_CITIZEN: Final = re.compile(r"[0-9]{12}")
_OLD_CARD: Final = re.compile(r"[0-9]{9}|[0-9]{12}")
_DAY: Final = re.compile(r"[0-9]{8}")
_OTHER_PAPER: Final = re.compile(r"(?=.*[0-9])[^\W_](?:[^\W_]|[ ./-])*")
_SEPARATORS: Final = re.compile(r"[\s.()\-‐‑‒–—−]")
_PHONE: Final = re.compile(r"0[1-9][0-9]{8}|02[0-9]{9}")
_COUNTRY: Final = re.compile(r"(?:\+84|0084|84(?=0?[1-9][0-9]{8,9}$))0?")
_TAX: Final = re.compile(r"([0-9]{10}|[0-9]{12})|([0-9]{10})([0-9]{3})")
_MRZ_LINE: Final = re.compile(r"[A-Z0-9<]{30}")
_LONGEST_PAPER_NUMBER: Final = 40
_FIRST_YEAR: Final = 1900


class Sex(StrEnum):
    """As the card prints it."""

    MALE = "Nam"
    FEMALE = "Nữ"


class Doubt(StrEnum):
    """Why a clerk should look at a card again; the field it names is left empty where it could not be read."""

    OLD_NUMBER_UNREADABLE = "old_number_unreadable"
    NAME_MISSING = "name_missing"
    NAME_DAMAGED = "name_damaged"
    BIRTH_UNREADABLE = "birth_unreadable"
    BIRTH_IN_FUTURE = "birth_in_future"
    SEX_UNREADABLE = "sex_unreadable"
    ADDRESS_DAMAGED = "address_damaged"
    ISSUE_DATE_UNREADABLE = "issue_date_unreadable"
    ISSUE_DATE_IN_FUTURE = "issue_date_in_future"
    SEX_MISMATCH = "sex_mismatch"
    YEAR_MISMATCH = "year_mismatch"
    EXPIRED = "expired"


class IdKind(StrEnum):
    """Which paper a number belongs to: the 12-digit card, the old 9-digit one, or another paper."""

    CITIZEN = "citizen"
    OLD = "old"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number as stored: digits only for the two cards, clean capitals for other papers."""

    kind: IdKind
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one identity card says; only its QR has name and address, only its MRZ the expiry."""

    number: str
    old_number: str = ""
    name: str = ""
    birth: date | None = None
    sex: Sex | None = None
    address: str = ""
    issued_on: date | None = None
    extras: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    expires_on: date | None = None

    @property
    def can_verify(self) -> bool:
        """Whether the person may be stored as verified: there is a name and nothing is in doubt."""
        return bool(self.name) and not self.doubts


@dataclass(frozen=True, slots=True)
class _Reading:
    """A day read from digits, or why it is missing."""

    day: date | None = None
    doubt: Doubt | None = None


def read_card_qr(text: str, today: date) -> Card:
    """Read the QR of a citizen card, 6 to 11 fields by position (domain.md §6); what cannot be used is left empty and
    doubted. Raises BadValue where it is no card: reason fields or number."""
    raw = text.split("|")
    if not 6 <= len(raw) <= 11:
        raise BadValue("card", "fields")
    fields = [*map(clean, raw), ""] if len(raw) == 6 else list(map(clean, raw))
    number, old, name, born, sexed, address, issued, *extras = fields
    if not _CITIZEN.fullmatch(number):
        raise BadValue("card", "number")
    birth = _read_day(born, today, (Doubt.BIRTH_UNREADABLE, Doubt.BIRTH_IN_FUTURE))
    issue = _read_day(issued, today, (Doubt.ISSUE_DATE_UNREADABLE, Doubt.ISSUE_DATE_IN_FUTURE))
    sex = _read_sex(sexed)
    has_old = bool(_OLD_CARD.fullmatch(old))
    doubts = _marked(
        Doubt.OLD_NUMBER_UNREADABLE if old and not has_old else None,
        *_text_doubts(raw[2], raw[5]),
        birth.doubt,
        None if sex else Doubt.SEX_UNREADABLE,
        issue.doubt if issued else None,
        *citizen_number_doubts(number, birth.day, sex),
    )
    return Card(number, old if has_old else "", name, birth.day, sex, address, issue.day, tuple(extras), doubts)


def read_mrz(lines: Sequence[str], today: date) -> Card:
    """Read the machine zone of a card (ICAO 9303 TD1, 3 lines of 30): number, birth, sex and expiry; the name has no
    accents there and is left empty. Raises BadValue: reason shape, check_digit or number."""
    top, middle = _mrz_lines(lines)
    _refuse_wrong_check_digits(top, middle)
    number = top[15:27]
    if not _CITIZEN.fullmatch(number):
        raise BadValue("mrz", "number")
    birth = _read_mrz_birth(middle[:6], number, today)
    sex = {"M": Sex.MALE, "F": Sex.FEMALE}.get(middle[7])
    expires_on = _day_of(2000, middle[8:14])
    doubts = _marked(
        birth.doubt,
        None if sex else Doubt.SEX_UNREADABLE,
        *citizen_number_doubts(number, birth.day, sex),
        Doubt.EXPIRED if expires_on and expires_on < today else None,
    )
    return Card(number, birth=birth.day, sex=sex, doubts=doubts, expires_on=expires_on)


def read_id_number(text: str) -> IdNumber:
    """Read a typed identity number: 12 digits, 9 digits, else another paper; raises BadValue: empty or characters."""
    typed = clean(text)
    if not typed:
        raise BadValue("id_number", "empty")
    digits = _SEPARATORS.sub("", typed)
    if _CITIZEN.fullmatch(digits):
        return IdNumber(IdKind.CITIZEN, digits)
    if re.fullmatch(r"[0-9]{9}", digits):
        return IdNumber(IdKind.OLD, digits)
    has_foreign_digit = any(sign.isnumeric() and not sign.isascii() for sign in typed)
    if has_foreign_digit or len(typed) > _LONGEST_PAPER_NUMBER or not _OTHER_PAPER.fullmatch(typed):
        raise BadValue("id_number", "characters")
    return IdNumber(IdKind.OTHER, typed.upper())


def citizen_number_doubts(number: str, birth: date | None, sex: Sex | None) -> tuple[Doubt, ...]:
    """Compare a 12-digit number with sex and birth year, where they are known; the province prefix says nothing."""
    if not _CITIZEN.fullmatch(number):
        return ()
    doubts = []
    if sex and sex != (Sex.FEMALE if int(number[3]) % 2 else Sex.MALE):
        doubts.append(Doubt.SEX_MISMATCH)
    if birth and birth.year != _century_of(number) + int(number[4:6]):
        doubts.append(Doubt.YEAR_MISMATCH)
    return tuple(doubts)


def normalise_phone(text: str) -> str:
    """Return 0 and 9 digits (landlines of area code 02x: 0 and 10); +84, 0084 and 84 become 0.

    Raises BadValue: empty, characters or length.
    """
    digits = _SEPARATORS.sub("", clean(text))
    if not digits:
        raise BadValue("phone", "empty")
    national = _COUNTRY.sub("0", digits, count=1) if _COUNTRY.match(digits) else digits
    if not re.fullmatch(r"[0-9]+", national):
        raise BadValue("phone", "characters")
    if not _PHONE.fullmatch(national):
        raise BadValue("phone", "length")
    return national


def normalise_tax_code(text: str) -> str:
    """Return a tax code as 10 digits, 10-3 for a branch, or 12; raises BadValue: empty, characters or length."""
    digits = _SEPARATORS.sub("", clean(text))
    if not digits:
        raise BadValue("tax_code", "empty")
    if not re.fullmatch(r"[0-9]+", digits):
        raise BadValue("tax_code", "characters")
    found = _TAX.fullmatch(digits)
    if not found:
        raise BadValue("tax_code", "length")
    return found[1] or f"{found[2]}-{found[3]}"


def _marked(*doubts: Doubt | None) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in doubts if doubt)


def _text_doubts(name: str, address: str) -> tuple[Doubt | None, ...]:
    return (
        None if clean(name) else Doubt.NAME_MISSING,
        Doubt.NAME_DAMAGED if looks_damaged(name) else None,
        Doubt.ADDRESS_DAMAGED if looks_damaged(address) else None,
    )


def _read_sex(text: str) -> Sex | None:
    return {"nam": Sex.MALE, "nu": Sex.FEMALE}.get(fold(text))


def _read_day(digits: str, today: date, doubts: tuple[Doubt, Doubt]) -> _Reading:
    """Read ddMMyyyy; `doubts` are the words for unreadable and for in the future."""
    unreadable, in_future = doubts
    day = _day_of(int(digits[4:6]) * 100, digits[6:] + digits[2:4] + digits[:2]) if _DAY.fullmatch(digits) else None
    if day is None or day.year < _FIRST_YEAR:
        return _Reading(doubt=unreadable)
    return _Reading(doubt=in_future) if day > today else _Reading(day)


def _read_mrz_birth(digits: str, number: str, today: date) -> _Reading:
    """Read YYMMDD: the citizen number tells the century, or where it disagrees the last one that has passed."""
    century = _century_of(number)
    if digits[:2] != number[4:6]:
        century = 2000 if _day_of(2000, digits) and 2000 + int(digits[:2]) <= today.year else 1900
    day = _day_of(century, digits)
    if day is None:
        return _Reading(doubt=Doubt.BIRTH_UNREADABLE)
    return _Reading(doubt=Doubt.BIRTH_IN_FUTURE) if day > today else _Reading(day)


def _century_of(number: str) -> int:
    return 1900 + 100 * (int(number[3]) // 2)


def _day_of(century: int, digits: str) -> date | None:
    if not re.fullmatch(r"[0-9]{6}", digits):
        return None
    try:
        return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None


def _mrz_lines(lines: Sequence[str]) -> tuple[str, str]:
    typed = ("".join(clean(line).upper().split()) for line in lines)
    zone = [line for line in typed if line]
    if len(zone) != 3 or not all(map(_MRZ_LINE.fullmatch, zone)):
        raise BadValue("mrz", "shape")
    return zone[0], zone[1]


def _refuse_wrong_check_digits(top: str, middle: str) -> None:
    everything = top[5:30] + middle[:7] + middle[8:15] + middle[18:29]
    parts = ((top[5:14], top[14]), (middle[:6], middle[6]), (middle[8:14], middle[14]), (everything, middle[29]))
    if any(_check_digit(part) != given for part, given in parts):
        raise BadValue("mrz", "check_digit")


def _check_digit(part: str) -> str:
    """Return the ICAO 9303 check digit: weights 7, 3, 1; letters count from 10, filler as 0."""
    values = (0 if sign == "<" else int(sign, 36) for sign in part)
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)
