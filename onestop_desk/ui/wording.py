"""Words made from values and refusals: what happened, what is safe, what to do, a code. Knows no Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import singledispatch

from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.ui.translation import translate
from onestop_desk.ui.value_wording import FIELDS, REASONS, unclear


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
    words = translate("Wording", "{field}: {reason}.")
    return Sentence(
        what=words.format(field=field_words(error.field), reason=reason_words(error.reason)),
        safe=translate("Wording", "Những gì đã nhập vẫn còn nguyên."),
        do=translate("Wording", "Sửa ô này rồi tiếp tục."),
        code=error.code,
    )


def field_words(field: str) -> str:
    """Return the name a clerk knows a field by: its own, that of the thing it belongs to, or as the code has it."""
    known = field if field in FIELDS else field.partition(".")[0]
    return FIELDS[known]() if known in FIELDS else field


def reason_words(reason: str) -> str:
    """Return why a value cannot be; a general word for a reason that has none of its own."""
    return REASONS.get(reason, unclear)()


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
