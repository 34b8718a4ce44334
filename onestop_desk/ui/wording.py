"""Words made from values and refusals: what happened, what is safe, what to do, a code. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import singledispatch

from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.ui.translation import translate


class Severity(StrEnum):
    """The three severities: to know, needs a person, fault."""

    INFO = "info"
    PERSON = "person"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a person is told: what happened, what is safe, what to do, and a code to quote."""

    what: str
    safe: str = ""
    do: str = ""
    code: str = ""
    severity: Severity = Severity.PERSON

    @property
    def detail(self) -> str:
        """Return everything after the first statement, on one line."""
        code = translate("Wording", "Mã: {code}").format(code=self.code) if self.code else ""
        return " ".join(part for part in (self.safe, self.do, code) if part)


@singledispatch
def sentence(error: DeskError) -> Sentence:
    """Return what to tell about `error`; further kinds join with `@sentence.register`."""
    return Sentence(
        what=translate("Wording", "Không thực hiện được việc này."),
        safe=translate("Wording", "Dữ liệu đã lưu vẫn an toàn."),
        do=translate("Wording", "Kiểm tra lại thông tin rồi thử lại; nếu vẫn lỗi, báo quản trị kèm mã."),
        code=error.code,
    )


@sentence.register
def _(error: BadValue) -> Sentence:
    reason = _REASONS.get(error.reason, _unclear)()
    return Sentence(
        what=translate("Wording", "{field}: {reason}.").format(field=field_words(error.field), reason=reason),
        safe=translate("Wording", "Những gì đã nhập vẫn còn nguyên."),
        do=translate("Wording", "Sửa ô này rồi tiếp tục."),
        code=error.code,
    )


def field_words(field: str) -> str:
    """Return the name a clerk knows a field by; the field's own name if it has none yet."""
    return _FIELDS[field]() if field in _FIELDS else field


def name_fields(names: dict[str, Callable[[], str]]) -> None:
    """Add names of fields for refusals; each is a function so that it speaks the language in use."""
    _FIELDS.update(names)


def name_reasons(reasons: dict[str, Callable[[], str]]) -> None:
    """Add words for reasons of BadValue."""
    _REASONS.update(reasons)


def date_words(day: date) -> str:
    """Return `23/11/2026`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def clock_words(moment: datetime) -> str:
    """Return `14:05`, as the moment's own time zone has it."""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment_words(moment: datetime) -> str:
    """Return `14:05, 23/11/2026`, as the moment's own time zone has it."""
    return f"{clock_words(moment)}, {date_words(moment.date())}"


def weekday_words(day: date) -> str:
    """Return the name of the weekday."""
    return (
        translate("Wording", "Thứ Hai"),
        translate("Wording", "Thứ Ba"),
        translate("Wording", "Thứ Tư"),
        translate("Wording", "Thứ Năm"),
        translate("Wording", "Thứ Sáu"),
        translate("Wording", "Thứ Bảy"),
        translate("Wording", "Chủ nhật"),
    )[day.weekday()]


def _unclear() -> str:
    return translate("Wording", "giá trị không hợp lệ")


_FIELDS: dict[str, Callable[[], str]] = {
    "name": lambda: translate("Wording", "Họ và tên"),
    "birth": lambda: translate("Wording", "Ngày sinh"),
    "phone": lambda: translate("Wording", "Số điện thoại"),
    "email": lambda: translate("Wording", "Thư điện tử"),
    "address": lambda: translate("Wording", "Địa chỉ"),
    "identity": lambda: translate("Wording", "Số giấy tờ tùy thân"),
    "tax_code": lambda: translate("Wording", "Mã số thuế"),
    "procedure": lambda: translate("Wording", "Thủ tục"),
    "agency": lambda: translate("Wording", "Mã cơ quan"),
    "dossier": lambda: translate("Wording", "Mã hồ sơ"),
    "fee": lambda: translate("Wording", "Phí, lệ phí"),
    "note": lambda: translate("Wording", "Ghi chú"),
    "date": lambda: translate("Wording", "Ngày"),
}

_REASONS: dict[str, Callable[[], str]] = {
    "empty": lambda: translate("Wording", "chưa nhập"),
    "too_long": lambda: translate("Wording", "quá dài"),
    "too_short": lambda: translate("Wording", "quá ngắn"),
    "format": lambda: translate("Wording", "không đúng định dạng"),
    "not_digits": lambda: translate("Wording", "chỉ được gồm chữ số"),
    "negative": lambda: translate("Wording", "không được là số âm"),
    "too_large": lambda: translate("Wording", "quá lớn"),
    "future": lambda: translate("Wording", "ở tương lai"),
    "unknown": lambda: translate("Wording", "không có trong danh mục"),
}
