"""A calendar as a file: .json, .csv or .xlsx with the columns date, kind (off | work), replaces, name."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onestop_desk.domain.calendar import DayOff, MakeUpDay
from onestop_desk.domain.codes import YEARS
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import CalendarImported
from onestop_desk.domain.text import fold
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ImportFileRefused
from onestop_desk.services.import_file import Fields, RefusedRow, json_rows, read_text, refused_row, text_of
from onestop_desk.services.sheet import SheetRow, read_day, read_first_sheet
from onestop_desk.services.workdays import record_days

_NEXT_DAY = re.compile(r'\{\s*"date"\s*:\s*"([0-9-]{8,10})"')
_HEADS = {
    "date": "date", "ngay": "date", "kind": "kind", "loai": "kind",
    "replaces": "replaces", "thay cho": "replaces", "name": "name", "ten": "name",
}  # fmt: skip
_OFF, _WORK = ("off", "nghi"), ("work", "lam bu", "lam")


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """What an import did: the years it now knows, their days, whether anything changed, and the rows left out."""

    years: tuple[int, ...]
    days_off: int
    make_up: int
    is_changed: bool
    refused: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is written, not checked yet."""

    row: int
    day: str = ""
    kind: str = ""
    replaces: str = ""
    name: str = ""
    refusal: BadValue | None = None


def import_calendar(desk: Desk, path: Path) -> CalendarReport:
    """Take in a calendar file: its years are then known with exactly its days; the same file again changes nothing.

    A row that is refused is named and stops no other. Raises ImportFileRefused.
    """
    years, rows = _READERS.get(path.suffix.lower(), _unknown)(path)
    days: dict[date, DayOff | MakeUpDay] = {}
    refused: list[RefusedRow] = []
    for row in rows:
        try:
            found = _checked(row, days)
            days[found.day] = found
        except BadValue as error:
            refused.append(refused_row(row.row, row.day, error))
    event = _event(path, {*years, *(day.year for day in days)}, days.values())
    is_changed = bool(event.years) and _differs(desk, event)
    if is_changed:
        record_days(desk, [event])
    return CalendarReport(event.years, len(event.days_off), len(event.make_up), is_changed, tuple(refused))


def _event(path: Path, years: Iterable[int], days: Iterable[DayOff | MakeUpDay]) -> CalendarImported:
    by_day = sorted(days, key=lambda one: one.day)
    return CalendarImported(
        years=tuple(sorted(years)),
        days_off=tuple(one for one in by_day if isinstance(one, DayOff)),
        make_up=tuple(one for one in by_day if isinstance(one, MakeUpDay)),
        source=path.name,
    )


def _differs(desk: Desk, event: CalendarImported) -> bool:
    calendar = desk.calendar
    if not set(event.years) <= calendar.years:
        return True
    days_off = {day: name for day, name in calendar.days_off.items() if day.year in event.years}
    make_up = {day: made for day, made in calendar.make_up.items() if day.year in event.years}
    wanted_off = {one.day: one.name for one in event.days_off}
    return (days_off, make_up) != (wanted_off, {one.day: one for one in event.make_up})


def _checked(row: _Row, days: dict[date, DayOff | MakeUpDay]) -> DayOff | MakeUpDay:
    if row.refusal is not None:
        raise row.refusal
    day = read_day(row.day, "date")
    if day is None:
        raise BadValue("date", "empty")
    if day.year not in YEARS:
        raise BadValue("year", "range", str(day.year))
    if day in days:
        raise BadValue("date", "duplicate", row.day)
    kind = fold(row.kind)
    if kind in _OFF:
        if not row.name:
            raise BadValue("day_off.name", "empty")
        return DayOff(day, row.name)
    if kind not in _WORK:
        raise BadValue("day_kind", "unknown", row.kind)
    replaces = read_day(row.replaces, "replaces")
    if replaces is None:
        raise BadValue("replaces", "empty")
    return MakeUpDay(day, replaces, row.name or f"Làm bù cho ngày {replaces:%d/%m/%Y}")


def _read_json(path: Path) -> tuple[set[int], Iterator[_Row]]:
    head, elements = json_rows(path, read_text(path), "days", _NEXT_DAY)
    years = head.get("years")
    known = {year for year in years if type(year) is int and year in YEARS} if isinstance(years, list) else set()
    return known, (_json_row(element.line, element.value, element.name) for element in elements)


def _json_row(line: int, value: object, name: str) -> _Row:
    if value is None:
        return _Row(line, name, refusal=BadValue("line", "not_json"))
    try:
        row = Fields(value, "date")
        return _Row(
            row=line,
            day=row.text("date"),
            kind=row.text("kind", "day_kind"),
            replaces=row.text("replaces", "replaces"),
            name=row.text("name", "day_off.name"),
        )
    except BadValue as error:
        return _Row(line, refusal=error)


def _read_csv(path: Path) -> tuple[set[int], Iterator[_Row]]:
    text = read_text(path)
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    lines = csv.reader(text.splitlines(), delimiter=delimiter)
    heads = [_HEADS.get(fold(head), "") for head in next(lines, [])]
    if "date" not in heads or "kind" not in heads:
        raise ImportFileRefused(str(path), "columns")
    return set(), _csv_rows(lines, heads)


def _csv_rows(lines: Iterator[list[str]], heads: list[str]) -> Iterator[_Row]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error:
            yield _Row(number, refusal=BadValue("line", "form"))
            continue
        if any(cell.strip() for cell in cells):
            yield _csv_row(number, dict(zip(heads, cells, strict=False)))


def _csv_row(number: int, cells: dict[str, str]) -> _Row:
    try:
        return _Row(
            row=number,
            day=text_of(cells.get("date", ""), "date"),
            kind=text_of(cells.get("kind", ""), "day_kind"),
            replaces=text_of(cells.get("replaces", ""), "replaces"),
            name=text_of(cells.get("name", ""), "day_off.name"),
        )
    except BadValue as error:
        return _Row(number, refusal=error)


def _read_workbook(path: Path) -> tuple[set[int], Iterator[_Row]]:
    return set(), map(_sheet_row, read_first_sheet(path, _HEADS))


def _sheet_row(row: SheetRow) -> _Row:
    try:
        day, replaces = row.day("date", "date"), row.day("replaces", "replaces")
        kind, name = row.text("kind", "day_kind"), row.text("name", "day_off.name")
        return _Row(row.row, _iso(day), kind, _iso(replaces), name)
    except BadValue as error:
        return _Row(row.row, refusal=error)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _unknown(path: Path) -> tuple[set[int], Iterator[_Row]]:
    raise ImportFileRefused(str(path), "suffix")


_READERS: dict[str, Callable[[Path], tuple[set[int], Iterator[_Row]]]] = {
    ".json": _read_json,
    ".csv": _read_csv,
    ".xlsx": _read_workbook,
}
