"""Which days a report is about, as the command line says them: in one way at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

import typer

from onestop_desk.cli.output import misuse
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period, read_period
from onestop_desk.ui.translation import translate

First = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Ngày đầu kỳ, ví dụ 2026-01-01.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Ngày cuối kỳ, tính cả ngày này.")]
Month = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM|this|last", help="Cả một tháng; this: tháng này, last: tháng vừa qua."),
]
Day = Annotated[
    str | None, typer.Option(metavar="DATE|today|yesterday", help="Một ngày; today: hôm nay, yesterday: hôm qua.")
]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The options that say which days, as they were given; None for what was not."""

    first: str | None = None
    last: str | None = None
    month: str | None = None
    day: str | None = None

    @property
    def ways(self) -> int:
        """In how many ways the days are said: one makes a period."""
        return (self.month is not None) + (self.day is not None) + (self.first is not None or self.last is not None)


def asked_period(asked: Days, today: date) -> Period:
    """Return the days that were asked for; raises BadValue, and a wrong use for none or a contradiction."""
    if asked.ways > 1:
        words = translate("Report", "--month, --day và --from … --to không đi cùng nhau; chỉ dùng một cách")
        raise misuse(words)
    if asked.month is not None:
        return asked_month(asked.month, today)
    if asked.day is not None:
        return asked_day(asked.day, today)
    return _between(asked.first, asked.last)


def asked_month(text: str, today: date) -> Period:
    """Return a month: `2026-10`, `this` or `last`; raises BadValue."""
    this = month_of(today)
    match text:
        case "this":
            return this
        case "last":
            return month_of(this.first - _DAY)
    first = _read(f"{text}-01", "month", text)
    return month_of(read_period(first, first).first)


def asked_day(text: str, today: date) -> Period:
    """Return one day: `2026-10-23`, `today` or `yesterday`; raises BadValue."""
    days = {"today": today, "yesterday": today - _DAY}
    day = days[text] if text in days else _read(text, "date", text)
    return read_period(day, day)


def _between(first: str | None, last: str | None) -> Period:
    if first is None and last is None:
        ways = "--month YYYY-MM|this|last, --day YYYY-MM-DD|today|yesterday, --from DATE --to DATE"
        raise misuse(translate("Report", "chưa chọn kỳ; dùng một trong các cách: {ways}").format(ways=ways))
    if first is None or last is None:
        missing = "--from" if first is None else "--to"
        raise misuse(translate("Report", "--from và --to đi cùng nhau; thiếu {name}").format(name=missing))
    return read_period(_read(first, "date", first), _read(last, "date", last))


def _read(text: str, field: str, shown: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue(field, "format", shown) from None
