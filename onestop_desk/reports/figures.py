"""A table of figures as a file: numbers, shares and days stay what they are, everything else is text that is never a
formula; made whole or not at all."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import NOT_TOLD, Cell, Figure, FigureColumn, FigureTable, Share, Sort, cell_words
from onestop_desk.reports.whole_book import whole_book
from onestop_desk.reports.whole_file import whole_file

Progress = Callable[[int, int], None]
"""Told how many rows of how many are written; what it raises ends the writing, and no file is left."""

Row = TypeVar("Row")

_EVERY = 500
_WIDER = 0.9  # letters of a spreadsheet's column for each unit of a report's
_ORDINAL, _TEXT = "0", "@"
_FORMATS = {
    Sort.COUNT: "#,##0",
    Sort.SHARE: "0.00%",
    Sort.MONEY: "#,##0",
    Sort.DECIMAL: "0.0#",
    Sort.DAY: "dd/mm/yyyy",
    Sort.MOMENT: "dd/mm/yyyy hh:mm",
    Sort.WORDS: _TEXT,
}


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def told(rows: Iterable[Row], total: int, progress: Progress) -> Iterator[Row]:
    """Yield the rows, telling how far of `total` it is at the beginning, now and then, and at the end."""
    progress(0, total)
    for number, row in enumerate(rows, 1):
        yield row
        if number % _EVERY == 0 or number == total:
            progress(number, total)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands in a workbook above a table: whose figures they are, as of when, and whether their period still
    runs."""

    office: str = ""
    fresh: str = ""
    is_running: bool = False

    @property
    def as_of(self) -> str:
        """Return as of when figures are; those of a running period will change."""
        return f"{self.fresh} Kỳ báo cáo chưa kết thúc." if self.is_running else self.fresh


_NO_HEADING = Heading()


def write_xlsx(
    path: Path, table: FigureTable, progress: Progress = no_progress, heading: Heading = _NO_HEADING
) -> None:
    """Write a workbook with a frozen head that is repeated in print; raises OSError."""
    with whole_book(path) as book:
        _Sheet(book, table, heading).write(progress)


def write_sheets(
    path: Path, tables: Sequence[FigureTable], progress: Progress = no_progress, heading: Heading = _NO_HEADING
) -> None:
    """Write a workbook with a sheet for each table, telling how many are written; raises OSError."""
    with whole_book(path) as book:
        for done, table in enumerate(tables):
            progress(done, len(tables))
            _Sheet(book, table, heading).write(no_progress)
        progress(len(tables), len(tables))


def write_csv(path: Path, table: FigureTable, progress: Progress = no_progress) -> None:
    """Write comma-separated UTF-8 with a mark, which spreadsheets need to see the letters; raises OSError."""
    with whole_file(path) as made, made.open("w", encoding="utf-8-sig", newline="") as file:
        _write_rows(csv.writer(file), table, progress)


def csv_of(tables: Sequence[FigureTable]) -> bytes:
    """Return several tables as `write_csv` writes one, an empty line between them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for place, table in enumerate(tables):
        if place:
            writer.writerow([])
        _write_rows(writer, table, no_progress)
    return file.getvalue().encode("utf-8-sig")


def facts(table: FigureTable) -> dict[str, Any]:
    """Return the table as JSON takes it: a list for each row, shares as the parts they are made of."""
    return {
        "name": table.name,
        "title": table.title,
        "period": table.period,
        "columns": [_heading(column.group, column.title) for column in table.columns],
        "rows": [[_json_value(cell) for cell in row] for row in table.rows],
        "total": [_json_value(cell) for cell in table.total],
        "notes": list(table.notes),
    }


class _Sheet:
    """One sheet of a workbook."""

    def __init__(self, book: Any, table: FigureTable, heading: Heading) -> None:
        self._book, self._table, self._heading = book, table, heading
        self._sheet = book.add_worksheet(table.name)
        edge = {"border": 1, "valign": "top"}
        self._looks = {
            (shape, bold): book.add_format({**edge, "num_format": shape, "bold": bold, "text_wrap": shape == _TEXT})
            for shape in {_ORDINAL, *_FORMATS.values()}
            for bold in (False, True)
        }

    def write(self, progress: Progress) -> None:
        """Write everything, row by row: the library keeps one row in memory."""
        top = self._write_top()
        head = self._write_head(top)
        self._set_up(top, head)
        rows = self._table.all_rows
        for number, row in enumerate(told(rows, len(rows), progress), head):
            is_total = bool(self._table.total) and number == head + len(self._table.rows)
            for column, cell in enumerate(row):
                look = self._looks[_shape(self._table.columns[column]), is_total]
                self._put(number, column, cell, look)
        below = head + len(rows) + 1
        for number, note in enumerate(self._table.notes, below):
            self._sheet.write_string(number, 0, note)

    def _write_top(self) -> int:
        """Write whose figures they are, their title, their period and as of when; returns the first row of the head."""
        bold = self._book.add_format({"bold": True})
        title = self._book.add_format({"bold": True, "font_size": 13})
        told = (
            (self._heading.office, bold),
            (self._table.title, title),
            (f"{self._table.period}. Đơn vị tính: {self._table.unit}.", None),
            (self._heading.as_of, None),
        )
        lines = [line for line in told if line[0]]
        for row, (words, look) in enumerate(lines):
            self._sheet.write_string(row, 0, words, look)
        return len(lines) + 1

    def _write_head(self, row: int) -> int:
        """Write the heads from a row on; returns the first row below them."""
        look = self._book.add_format(
            {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
        )
        if any(column.group for column in self._table.columns):
            self._write_groups(row, look)
            row += 1
        for number, column in enumerate(self._table.columns):
            self._sheet.write_string(row, number, column.title, look)
        if self._table.is_numbered:
            row += 1
            for number in range(len(self._table.columns)):
                self._sheet.write_string(row, number, f"({number + 1})", look)
        return row + 1

    def _write_groups(self, row: int, look: Any) -> None:
        place = 0
        for group, columns in groupby(self._table.columns, key=lambda column: column.group):
            width = len(list(columns))
            if group and width > 1:
                self._sheet.merge_range(row, place, row, place + width - 1, group, look)
            else:
                for number in range(place, place + width):
                    self._sheet.write_string(row, number, group, look)
            place += width

    def _set_up(self, top: int, head: int) -> None:
        for number, column in enumerate(self._table.columns):
            self._sheet.set_column(number, number, max(9, column.width * _WIDER))
        self._sheet.freeze_panes(head, 2)
        self._sheet.repeat_rows(top, head - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&R&P/&N")

    def _put(self, row: int, column: int, cell: Cell, look: Any) -> None:
        match cell:
            case None:
                self._sheet.write_blank(row, column, None, look)
            case Figure(count=value) | (int() | Decimal() as value):
                self._sheet.write_number(row, column, value, look)
            case Share() if cell.is_told:
                self._sheet.write_number(row, column, cell.value, look)
            case Share():
                self._sheet.write_string(row, column, NOT_TOLD, look)
            case datetime():
                self._sheet.write_datetime(row, column, cell.astimezone(VIETNAM).replace(tzinfo=None), look)
            case date():
                self._sheet.write_datetime(row, column, cell, look)
            case _:
                self._sheet.write_string(row, column, str(cell), look)


def _write_rows(writer: Any, table: FigureTable, progress: Progress) -> None:
    writer.writerow([_heading(column.group, column.title) for column in table.columns])
    rows = table.all_rows
    for row in told(rows, len(rows), progress):
        writer.writerow([_csv_value(cell) for cell in row])


def _shape(column: FigureColumn) -> str:
    """Return how a spreadsheet shows a column; an ordinal takes no thousands dot."""
    return _ORDINAL if column.is_ordinal and column.sort is Sort.COUNT else _FORMATS[column.sort]


def _heading(group: str, title: str) -> str:
    return f"{group}: {title}" if group else title


def _csv_value(cell: Cell) -> str | int:
    match cell:
        case Figure(count=value) | (int() as value):
            return value
        case Share():
            return cell_words(cell, Sort.SHARE)
        case str():
            return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
    return cell_words(cell, Sort.WORDS)


def _json_value(cell: Cell) -> Any:
    match cell:
        case Figure(count=value):
            return value
        case Share():
            return {"part": cell.part, "whole": cell.whole, "percent": cell_words(cell, Sort.SHARE)}
        case Decimal():
            return float(cell)
        case date():
            return cell.isoformat()
    return cell
