"""What the page of figures draws, each with the table that says the same in numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import BigInteger, ColumnElement, and_, func, or_, select, type_coerce

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import Cell, Figure, FigureColumn, FigureTable, Sort
from onestop_desk.domain.ledger import Aspect, Booking
from onestop_desk.domain.measures import Counts, Period
from onestop_desk.domain.plot import Plot, Plotted, Series
from onestop_desk.models.base import to_microseconds
from onestop_desk.services import quality
from onestop_desk.services.counting import By, D, Scope, moved, received_in
from onestop_desk.services.report_tables import days_words
from onestop_desk.services.reporting import Opened, bieu06, weighed

_HOUR_US, _OFFSET_US, _DAY_US = 3_600_000_000, 7 * 3_600_000_000, 86_400_000_000
MOST_PROCEDURES, MOST_WEEKS = 10, 13
AGES = ((0, 1), (2, 3), (4, 7), (8, 15), (16, 30), (31, None))
"""How many days an open dossier has been here, from and to; the last has no end."""

_COUNT = FigureColumn("Số hồ sơ")
_LAST_WEEKS = f"Biểu đồ và bảng lấy {MOST_WEEKS} tuần cuối của kỳ."
_WAYS = (("before", "Trước hạn"), ("on", "Đúng hạn"), ("over", "Quá hạn"))
_WEEKS = (FigureColumn("Tuần", Sort.WORDS, 24), *(FigureColumn(words, width=13) for _, words in _WAYS))
_LEVELS = ("Rất hài lòng", "Hài lòng", "Không hài lòng")


def per_hour(scope: Scope, period: Period) -> Plotted:
    """Return the receptions by hour of the day."""
    hour = _hour_number()
    query = select(hour, func.count()).where(scope.is_own, received_in(period)).group_by(hour)
    found = Counter({int(row[0]): int(row[1]) for row in scope.connection.execute(query)})
    found.update(moved(scope, lambda _, booking: _hours(booking, period)))
    hours = range(min(found, default=7), max(found, default=16) + 1)
    rows = [(f"{at} giờ", Figure(found[at], "hour", key=str(at))) for at in hours]
    return _one_series("hours", "TIẾP NHẬN THEO GIỜ", "Giờ", rows, period)


def top_procedures(scope: Scope, period: Period) -> Plotted:
    """Return what was received most, by procedure."""
    made = bieu06(scope, period, By.PROCEDURE).rows
    most = sorted(made, key=lambda row: (-(row.counts.online + row.counts.direct), row.key))[:MOST_PROCEDURES]
    counted = [(row, row.counts.online + row.counts.direct) for row in most]
    rows = [(row.name, Figure(count, "new", By.PROCEDURE.value, row.key)) for row, count in counted if count]
    return _one_series("procedures", "THỦ TỤC TIẾP NHẬN NHIỀU NHẤT", "Thủ tục hành chính", rows, period, is_lying=True)


def by_week(scope: Scope, period: Period) -> Plotted:
    """Return before, on and over due by week of the end of processing; the last weeks of a long period."""
    weeks = weeks_of(period.seen_at(scope.now))
    counts = [bieu06(scope, week).total for week in weeks]
    named = [f"{week.first:%d/%m}" for week in weeks]
    rows = tuple(_week_row(week, one) for week, one in zip(weeks, counts, strict=True))
    series = tuple(Series(words, tuple(getattr(one, way) for one in counts)) for way, words in _WAYS)
    notes = (_LAST_WEEKS,) if weeks[0].first > period.first else ()
    table = FigureTable("weeks", "KẾT QUẢ GIẢI QUYẾT THEO TUẦN", days_words(period), _WEEKS, rows, notes=notes)
    return Plotted(Plot(tuple(named), series), table)


def open_by_age(scope: Scope, period: Period) -> Plotted:
    """Return how long what was open at the end of the period had been here."""
    rows, seen = [], period.seen_at(scope.now)
    late = moved(scope, lambda _, booking: _ages(booking, seen))
    for low, high in AGES:
        query = select(func.count()).where(scope.is_own, _is_open_for(seen, low, high))
        counted = int(scope.connection.execute(query).scalar_one()) + late[low]
        words = f"{low} – {high} ngày" if high is not None else f"Từ {low} ngày"
        rows.append((words, Figure(counted, "age", key=f"{low}")))
    return _one_series("ages", "ĐANG GIẢI QUYẾT THEO THỜI GIAN", "Đã ở đây", rows, period)


def satisfaction_levels(scope: Scope, period: Period) -> Plotted:
    """Return how many people were satisfied, by level."""
    made = quality.satisfaction(scope, period)
    rows = [
        (words, Figure(len(made.uids(level)), f"rated.{level}", "field"))
        for level, words in zip(quality.LEVELS, _LEVELS, strict=True)
    ]
    return _one_series("levels", "MỨC ĐỘ HÀI LÒNG", "Mức", rows, period)


PLOTS: dict[str, Callable[[Scope, Period], Plotted]] = {
    "hours": per_hour,
    "procedures": top_procedures,
    "weeks": by_week,
    "ages": open_by_age,
    "levels": satisfaction_levels,
}


def weeks_of(period: Period) -> tuple[Period, ...]:
    """Return the weeks of a period that have begun, Monday to Sunday, cut at its ends; the last MOST_WEEKS of them."""
    weeks, day = [], period.first
    while day <= max(period.first, period.open_on):
        end = min(day + timedelta(days=6 - day.weekday()), period.last)
        weeks.append(Period(day, end))
        day = end + timedelta(days=1)
    return tuple(weeks[-MOST_WEEKS:])


def opened_hour(scope: Scope, period: Period, hour: int) -> Opened:
    """Return the dossiers that were received in an hour of the day."""
    wanted = and_(received_in(period), _hour_number() == hour)
    return weighed(scope, wanted, lambda late: _weight(hour, (_hours(one, period) for one in late.bookings)))


def opened_age(scope: Scope, period: Period, low: int) -> Opened:
    """Return the dossiers that were open at the end of a period for as many days as the ages from `low` say."""
    seen = period.seen_at(scope.now)
    wanted = _is_open_for(seen, low, dict(AGES)[low])
    return weighed(scope, wanted, lambda late: _weight(low, (_ages(one, seen) for one in late.bookings)))


def week_of(text: str) -> Period:
    """Read the days that a figure of a week carries."""
    first, last = (date.fromisoformat(part) for part in text.split("/"))
    return Period(first, last)


def _hour_number() -> ColumnElement[int]:
    """The hour of the day of a reception, in Vietnam."""
    return (type_coerce(D.received_at, BigInteger) + _OFFSET_US) % _DAY_US // _HOUR_US


def _hours(booking: Booking, period: Period) -> Iterator[tuple[int, int]]:
    """Yield the hour that a booking adds to, and how much."""
    if booking.aspect is Aspect.RECEIVED and period.begin <= booking.at < period.end:
        yield booking.facts.received_at.astimezone(VIETNAM).hour, booking.sign


def _is_open_for(period: Period, low: int, high: int | None) -> ColumnElement[bool]:
    """The condition of being open at the end of a period, here for `low` to `high` days."""
    last = to_microseconds(period.late_before)
    received = type_coerce(D.received_at, BigInteger)
    still_open = or_(D.finished_at.is_(None), D.finished_at >= period.end)
    here = and_(D.received_at < period.end, still_open, received < last - (low - 1) * _DAY_US)
    return here if high is None else and_(here, received >= last - high * _DAY_US)


def _ages(booking: Booking, period: Period) -> Iterator[tuple[int, int]]:
    """Yield the age that a booking adds to or takes from: what is received is open until it ends."""
    days = (period.open_on - booking.facts.received_at.astimezone(VIETNAM).date()).days
    if booking.at < period.end and days >= 0:
        low = next(low for low, _ in reversed(AGES) if low <= days)
        yield low, booking.sign if booking.aspect is Aspect.RECEIVED else -booking.sign


def _weight(name: int, told: Iterable[Iterable[tuple[int, int]]]) -> int:
    return sum(value for pairs in told for one, value in pairs if one == name)


def _week_row(week: Period, counts: Counts) -> tuple[Cell, ...]:
    figures = (Figure(getattr(counts, way), way, "week", _days(week)) for way, _ in _WAYS)
    return (f"{week.first:%d/%m} – {week.last:%d/%m}", *figures)


def _days(week: Period) -> str:
    return f"{week.first.isoformat()}/{week.last.isoformat()}"


def _one_series(
    name: str, title: str, heading: str, rows: list[tuple[str, Figure]], period: Period, *, is_lying: bool = False
) -> Plotted:
    counts = tuple(figure.count for _, figure in rows)
    plot = Plot(tuple(words for words, _ in rows), (Series("Số hồ sơ", counts),), is_lying)
    columns = (FigureColumn(heading, Sort.WORDS, 40), _COUNT)
    return Plotted(plot, FigureTable(name, title, days_words(period), columns, tuple(rows)))
