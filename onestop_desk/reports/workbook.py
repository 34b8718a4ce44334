"""Rows as an Excel workbook in which every cell is text: nothing in it is ever a formula, a link or a number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onestop_desk.reports.figures import Progress, no_progress
from onestop_desk.reports.whole_book import whole_book

MOST_ROWS = 1_048_575
"""What one sheet holds below its headings."""

_WIDEST, _EVERY = 60, 500


@dataclass(frozen=True, slots=True)
class Told:
    """Whom to tell how far it is, and of how many rows."""

    progress: Progress = no_progress
    total: int = 0


def write_text_rows(
    path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], told: Told | None = None
) -> int:
    """Write headings and rows into one sheet; returns how many rows went in (at most MOST_ROWS). Raises OSError."""
    with whole_book(path) as book:
        return _write(book, title, headings, _counted(rows, told or Told()))


def _counted(rows: Iterable[Sequence[str]], told: Told) -> Iterator[Sequence[str]]:
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            told.progress(number, told.total)
        yield row


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
