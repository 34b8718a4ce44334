"""A table of figures as a file: numbers stay numbers, everything else is text; made whole or not at all."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

Cell = str | int


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Headings and rows; `total` is the last row, in bold."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


def write_xlsx(path: Path, table: FigureTable) -> None:
    """Write a workbook with a frozen head that is repeated in print; raises OSError."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        head = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1})
        sheet.merge_range(0, 0, 0, len(table.headings) - 1, table.title, book.add_format({"bold": True}))
        sheet.write_row(1, 0, table.headings, head)
        sheet.set_column(0, 0, 44)
        sheet.freeze_panes(2, 1)
        sheet.repeat_rows(1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for number, row in enumerate([*table.rows, *([table.total] if table.total else [])], 2):
            is_total = bool(table.total) and number == len(table.rows) + 2
            _write_row(sheet, number, row, book.add_format({"bold": is_total, "border": 1}))
    _replace(path, made.getvalue())


def write_csv(path: Path, table: FigureTable) -> None:
    """Write comma-separated UTF-8 with a mark, which spreadsheets need to see the letters; raises OSError."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(table.headings)
    writer.writerows([_safe(cell) for cell in row] for row in (*table.rows, *([table.total] if table.total else [])))
    _replace(path, b"\xef\xbb\xbf" + made.getvalue().encode())


def _write_row(sheet: "xlsxwriter.worksheet.Worksheet", number: int, row: Sequence[Cell], look: object) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, int):
            sheet.write_number(number, column, cell, look)
        else:
            sheet.write_string(number, column, cell, look)


def _safe(cell: Cell) -> Cell:
    """Keep a text from being read as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)
