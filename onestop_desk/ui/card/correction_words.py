"""What the fields of a correction are called, and their values in words. Knows no Qt."""

from collections.abc import Callable
from datetime import date, datetime

from onestop_desk.domain.application import Channel, PartyKind, ReturnWay
from onestop_desk.domain.correction import DUE_AT, PROCEDURE
from onestop_desk.domain.identity import Sex
from onestop_desk.ui.dossier_wording import channel_words, return_way_words
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import date_words

Words = Callable[[], str]
Choices = tuple[tuple[str, str], ...]


def corrected_field_words(field: str) -> str:
    """Return what a field of a correction is called; its own name where this program knows none."""
    who, _, name = field.rpartition(".")
    if who in _WHO and name in _OF_A_PARTY:
        return f"{_WHO[who]()}: {_OF_A_PARTY[name]()}"
    return _FIELDS[field]() if field in _FIELDS else field


def choices_of(field: str) -> Choices:
    """Return the values a field can have, with their words; none for a field that is typed."""
    name = field.rpartition(".")[2]
    if name == "kind":
        return tuple((kind.value, words()) for kind, words in _KINDS.items())
    if name == "sex":
        return (("", translate("Correction", "(không ghi)")), *((sex.value, sex.value) for sex in Sex))
    if name == "channel":
        return tuple((channel.value, channel_words(channel)) for channel in Channel)
    if name == "return_by":
        return tuple((way.value, return_way_words(way)) for way in ReturnWay)
    return ()


def corrected_value_words(field: str, text: str) -> str:
    """Return a field's plain text as people write it."""
    if not text:
        return translate("Correction", "(trống)")
    named = dict(choices_of(field))
    if text in named:
        return named[text]
    try:
        if field == DUE_AT:
            return local_moment(datetime.fromisoformat(text))
        return date_words(date.fromisoformat(text)) if field.endswith(".birth") else text
    except ValueError:  # of a program that wrote it otherwise: shown as it stands
        return text


_WHO: dict[str, Words] = {
    "owner": lambda: translate("Correction", "Chủ hồ sơ"),
    "submitter": lambda: translate("Correction", "Người nộp thay"),
}
_OF_A_PARTY: dict[str, Words] = {
    "name": lambda: translate("Correction", "họ tên"),
    "kind": lambda: translate("Correction", "cá nhân hay tổ chức"),
    "id_number": lambda: translate("Correction", "số giấy tờ"),
    "birth": lambda: translate("Correction", "ngày sinh"),
    "sex": lambda: translate("Correction", "giới tính"),
    "phone": lambda: translate("Correction", "điện thoại"),
    "email": lambda: translate("Correction", "email"),
    "address": lambda: translate("Correction", "địa chỉ"),
}
_FIELDS: dict[str, Words] = {
    "channel": lambda: translate("Correction", "Hình thức nộp"),
    "case": lambda: translate("Correction", "Trường hợp"),
    "sets": lambda: translate("Correction", "Số bộ hồ sơ"),
    "return_by": lambda: translate("Correction", "Cách nhận kết quả"),
    "return_address": lambda: translate("Correction", "Địa chỉ nhận kết quả"),
    "note": lambda: translate("Correction", "Ghi chú lúc nhận"),
    PROCEDURE: lambda: translate("Correction", "Thủ tục"),
    DUE_AT: lambda: translate("Correction", "Hẹn trả"),
}
_KINDS: dict[PartyKind, Words] = {
    PartyKind.PERSON: lambda: translate("Correction", "Cá nhân"),
    PartyKind.ORGANISATION: lambda: translate("Correction", "Tổ chức"),
}
