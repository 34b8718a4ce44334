"""From a person's fields to a Party: normalised values, and a sentence for each field that cannot be."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from onestop_desk.domain.application import Party, PartyKind
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.identity import (
    Card,
    Doubt,
    citizen_number_doubts,
    normalise_phone,
    normalise_tax_code,
    read_id_number,
)
from onestop_desk.domain.text import clean
from onestop_desk.ui.intake.form import PersonEntry
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.date_field import read_date
from onestop_desk.ui.wording import date_words, sentence

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class PersonReading:
    """A person as far as the fields can be read; `problems` gives a sentence by field."""

    party: Party
    problems: dict[str, str] = field(default_factory=dict)


def read_person(entry: PersonEntry, today: date) -> PersonReading:
    """Read every field; one that cannot be is left empty and named."""
    problems: dict[str, str] = {}
    is_person = entry.kind is PartyKind.PERSON
    name = clean(entry.name)
    if not name:
        problems["name"] = translate("Intake", "Chưa nhập tên.")
    party = Party(
        name=name,
        kind=entry.kind,
        id_number=_read(problems, "number", entry.number, _id_number if is_person else normalise_tax_code),
        birth=_read_birth(problems, entry.birth, today) if is_person else None,
        sex=entry.sex if is_person else None,
        phone=_read(problems, "phone", entry.phone, normalise_phone),
        email=_read(problems, "email", entry.email, _email),
        address=clean(entry.address),
        verified=entry.is_proven,
    )
    return PersonReading(party, problems)


def entry_of_card(card: Card, *, can_verify: bool) -> PersonEntry:
    """Return the fields that a card fills; a damaged name is put there to be checked, never proven."""
    entry = PersonEntry(
        name=card.name,
        number=card.number,
        birth=date_words(card.birth) if card.birth else "",
        sex=card.sex,
        address=card.address,
    )
    return replace(entry, proof=entry.identity) if can_verify and card.can_verify else entry


def doubt_words(doubts: tuple[Doubt, ...]) -> str:
    """Return what to look at again on a card; empty where nothing is in doubt."""
    return " ".join(_DOUBTS[doubt]() for doubt in doubts)


def number_doubts(party: Party) -> tuple[Doubt, ...]:
    """Return how a citizen number disagrees with birth and sex."""
    return citizen_number_doubts(party.id_number, party.birth, party.sex)


def _read(problems: dict[str, str], name: str, text: str, read: Callable[[str], str]) -> str:
    if not clean(text):
        return ""
    try:
        return read(text)
    except BadValue as error:
        problems[name] = sentence(error).what
        return ""


def _id_number(text: str) -> str:
    return read_id_number(text).value


def _email(text: str) -> str:
    typed = clean(text)
    if not _EMAIL.fullmatch(typed):
        raise BadValue("email", "form", text)
    return typed


def _read_birth(problems: dict[str, str], text: str, today: date) -> date | None:
    if not clean(text):
        return None
    birth = read_date(text, today)
    if birth is None:
        problems["birth"] = translate("Intake", "Không phải ngày, ví dụ 15/08/2000.")
    elif birth > today:
        problems["birth"] = translate("Intake", "Ngày sinh ở tương lai.")
        return None
    return birth


_DOUBTS: Final[dict[Doubt, Callable[[], str]]] = {
    Doubt.OLD_NUMBER_UNREADABLE: lambda: translate("Intake", "Số giấy tờ cũ trên thẻ không đọc được."),
    Doubt.NAME_MISSING: lambda: translate("Intake", "Thẻ không có họ tên: nhập theo thẻ."),
    Doubt.NAME_DAMAGED: lambda: translate("Intake", "Họ tên quét được bị mất dấu: đối chiếu thẻ và sửa lại."),
    Doubt.BIRTH_UNREADABLE: lambda: translate("Intake", "Ngày sinh trên thẻ không đọc được: nhập theo thẻ."),
    Doubt.BIRTH_IN_FUTURE: lambda: translate("Intake", "Ngày sinh trên thẻ ở tương lai: nhập theo thẻ."),
    Doubt.SEX_UNREADABLE: lambda: translate("Intake", "Giới tính trên thẻ không đọc được."),
    Doubt.ADDRESS_DAMAGED: lambda: translate("Intake", "Địa chỉ quét được bị mất dấu: đối chiếu thẻ."),
    Doubt.ISSUE_DATE_UNREADABLE: lambda: translate("Intake", "Ngày cấp thẻ không đọc được."),
    Doubt.ISSUE_DATE_IN_FUTURE: lambda: translate("Intake", "Ngày cấp thẻ ở tương lai."),
    Doubt.SEX_MISMATCH: lambda: translate("Intake", "Số căn cước không khớp giới tính."),
    Doubt.YEAR_MISMATCH: lambda: translate("Intake", "Số căn cước không khớp năm sinh."),
    Doubt.EXPIRED: lambda: translate("Intake", "Thẻ đã hết hạn."),
}
