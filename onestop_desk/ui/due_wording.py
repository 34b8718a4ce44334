"""Why a dossier is due when it is, in words for the clerk and the applicant. Knows no Qt."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from onestop_desk.domain.calendar import Due, Limit, Skipped, Unit
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import date_words, moment_words

_WEEKEND = ("saturday", "sunday", "weekday_off")


def limit_words(limit: Limit) -> str:
    """Return a limit, e.g. `3 ngày làm việc`."""
    return _UNITS[limit.unit]().format(n=limit.value)


def due_words(due: Due) -> str:
    """Return how the due moment was counted: `3 ngày làm việc, trừ Thứ Bảy, Chủ nhật, nghỉ 24/11 (…)`."""
    left_out = [*_weekend_words(due.skipped), *_day_off_words(due), *_pause_words(due.skipped)]
    if not left_out:
        return limit_words(due.limit)
    return translate("Due", "{limit}, trừ {days}").format(limit=limit_words(due.limit), days=", ".join(left_out))


def due_moment_words(due: Due) -> str:
    """Return the due moment, or that there is none."""
    if due.due_at is None:
        return translate("Due", "Không quy định thời hạn")
    return moment_words(due.due_at)


def missing_years_words(due: Due) -> str:
    """Return the warning that years lack a calendar; empty if none does."""
    if not due.missing_years:
        return ""
    years = ", ".join(str(year) for year in due.missing_years)
    return translate("Due", "Chưa có lịch làm việc năm {years}: hẹn trả có thể sai.").format(years=years)


def _weekend_words(skipped: Iterable[Skipped]) -> list[str]:
    found = {one.why for one in skipped}
    return [_WEEKEND_WORDS[why]() for why in _WEEKEND if why in found]


def _day_off_words(due: Due) -> list[str]:
    off = [one for one in due.skipped if one.why not in _WEEKEND and one.why != "pause"]
    year = due.started_at.year
    return [
        translate("Due", "nghỉ {days} ({name})").format(days=_span_words(span, year), name=span[0].why)
        for span in _spans(off)
    ]


def _pause_words(skipped: Iterable[Skipped]) -> list[str]:
    days = sum(one.why == "pause" for one in skipped)
    return [translate("Due", "{n} ngày chờ bổ sung").format(n=days)] if days else []


def _spans(days: Iterable[Skipped]) -> list[list[Skipped]]:
    spans: list[list[Skipped]] = []
    for one in days:
        if spans and spans[-1][-1].why == one.why and one.day - spans[-1][-1].day == timedelta(days=1):
            spans[-1].append(one)
        else:
            spans.append([one])
    return spans


def _span_words(span: list[Skipped], year: int) -> str:
    first, last = span[0].day, span[-1].day
    return _short(first, year) if first == last else f"{_short(first, year)}–{_short(last, year)}"


def _short(day: date, year: int) -> str:
    return f"{day.day}/{day.month}" if day.year == year else date_words(day)


_UNITS: dict[Unit, Callable[[], str]] = {
    Unit.WORKING_DAY: lambda: translate("Due", "{n} ngày làm việc"),
    Unit.WORKING_HOUR: lambda: translate("Due", "{n} giờ làm việc"),
    Unit.CALENDAR_DAY: lambda: translate("Due", "{n} ngày"),
    Unit.CALENDAR_MONTH: lambda: translate("Due", "{n} tháng"),
    Unit.SAME_DAY: lambda: translate("Due", "Trong ngày"),
    Unit.NONE: lambda: translate("Due", "Không quy định thời hạn"),
}

_WEEKEND_WORDS: dict[str, Callable[[], str]] = {
    "saturday": lambda: translate("Due", "Thứ Bảy"),
    "sunday": lambda: translate("Due", "Chủ nhật"),
    "weekday_off": lambda: translate("Due", "ngày không làm việc trong tuần"),
}
