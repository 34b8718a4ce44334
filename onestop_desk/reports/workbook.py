"""Rows as an Excel workbook in which every cell is text: nothing in it is ever a formula, a link or a number."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from onestop_desk.reports.whole_book import whole_book

MOST_ROWS = 1_048_575
"""What one sheet holds below its headings."""

_WIDEST = 60


def write_text_rows(path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write headings and rows into one sheet; returns how many rows went in (at most MOST_ROWS). Raises OSError."""
    with whole_book(path) as book:
        return _write(book, title, headings, rows)


def _write(book: Any, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    sheet = book.add_worksheet(title)
    # The quote prefix keeps a cell text also after somebody has edited it.
    as_text = book.add_format({"num_format": "@", "quote_prefix": True})
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, min(max(len(heading) + 4, 16), _WIDEST))
        sheet.write_string(0, column, heading, book.add_format({"bold": True}))
    number = 0
    for number, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            sheet.write_string(number, column, words, as_text)
        if number == MOST_ROWS:
            break
    return number
