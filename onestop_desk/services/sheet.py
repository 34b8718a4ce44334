"""Workbooks from outside: rows by their headings; formulas, errors and odd files are refused by name."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean, clean_lines, fold
from onestop_desk.services.fault import ImportFileRefused

MOST_ROWS = 100_000
MOST_UNPACKED = 400_000_000
_HEADING_ROWS = 20
_ODD_FILE = (
    zipfile.BadZipFile, ParseError, zlib.error,
    OSError, EOFError, KeyError, IndexError, ValueError, TypeError, AttributeError, NotImplementedError,
)  # fmt: skip
"""What openpyxl raises about files that only look like workbooks, beside an error of its own."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was saved; `kind` is openpyxl's: f formula, e error, b, n, s, d."""

    value: Any
    kind: str = "s"


EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not blank: its number on the sheet, and its cells by column key."""

    sheet: str
    row: int
    cells: Mapping[str, Cell]

    def text(self, key: str, field: str) -> str:
        """Return a cell as one clean line; numbers as they are written."""
        return clean(self.lines(key, field))

    def lines(self, key: str, field: str) -> str:
        """Return a cell with its line breaks; raises BadValue for a formula or an error."""
        cell = self.cells.get(key, EMPTY)
        if cell.kind == "f":
            raise BadValue(field, "formula", str(cell.value))
        if cell.kind == "e":
            raise BadValue(field, "format", str(cell.value))
        if cell.value is None:
            return ""
        if isinstance(cell.value, float) and cell.value.is_integer():
            return str(int(cell.value))
        return clean_lines(str(cell.value))

    def whole(self, key: str, field: str, default: int | None = None) -> int:
        """Return a whole number; without a default the cell must hold one."""
        written = self.text(key, field)
        if not written and default is not None:
            return default
        if not written:
            raise BadValue(field, "empty")
        if not (written.isascii() and written.isdigit() and len(written) <= 15):
            raise BadValue(field, "number", written)
        return int(written)

    def day(self, key: str, field: str) -> date | None:
        """Return a date from a date cell, `2028-01-31` or `31/1/2028`; None where the cell is empty."""
        value = self.cells.get(key, EMPTY).value
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else read_day(self.text(key, field), field)


def read_day(written: str, field: str) -> date | None:
    """Read `2028-01-31` or `31/1/2028`; None of an empty text; raises BadValue."""
    if not written:
        return None
    try:
        if "/" in written:
            day, month, year = (int(part) for part in written.split("/"))
            return date(year, month, day)
        return date.fromisoformat(written)
    except ValueError:
        raise BadValue(field, "day", written) from None


def read_sheets(path: Path, columns: Mapping[str, Mapping[str, str]]) -> dict[str, list[SheetRow]]:
    """Return the rows of each sheet named in `columns` (folded name → folded heading → key). Headings may stand in any
    order; only that of the first key must be there. Raises ImportFileRefused."""
    with _opened(path) as book:
        found = {fold(sheet.title): sheet for sheet in book.worksheets}
        return {name: _rows(path, found[name], heads) for name, heads in columns.items() if name in found}


def read_first_sheet(path: Path, heads: Mapping[str, str]) -> list[SheetRow]:
    """Return the rows of the first sheet, whatever its name; raises ImportFileRefused."""
    with _opened(path) as book:
        if not book.worksheets:
            raise ImportFileRefused(str(path), "columns")
        return _rows(path, book.worksheets[0], heads)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    from openpyxl import load_workbook  # it brings numpy along: only who reads a workbook waits for it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about drawings and the like, which nobody reads here
            _require_small(path)
            book = load_workbook(path, read_only=True)
            try:
                yield book
            finally:
                book.close()
    except (InvalidFileException, *_ODD_FILE):
        raise ImportFileRefused(str(path), "broken") from None


def _require_small(path: Path) -> None:
    if not path.is_file():
        raise ImportFileRefused(str(path), "missing")
    with zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
            raise ImportFileRefused(str(path), "too_large")


def _rows(path: Path, sheet: Any, heads: Mapping[str, str]) -> list[SheetRow]:
    sheet.reset_dimensions()
    numbered = enumerate(sheet.iter_rows(), 1)
    keys = _keys(path, numbered, heads)
    rows: list[SheetRow] = []
    for number, cells in numbered:
        named = {key: _cell(cell) for key, cell in zip(keys, cells, strict=False) if key and cell.value is not None}
        if any(str(cell.value).strip() for cell in named.values()):
            rows.append(SheetRow(sheet.title, number, named))
        if len(rows) > MOST_ROWS:
            raise ImportFileRefused(str(path), "too_large", number)
    return rows


def _cell(cell: Any) -> Cell:
    return Cell(cell.value, cell.data_type)


def _keys(path: Path, numbered: Iterator[tuple[int, Sequence[Any]]], heads: Mapping[str, str]) -> list[str]:
    first = next(iter(heads.values()))
    for number, cells in numbered:
        keys = [heads.get(fold(str(cell.value or "")), "") for cell in cells]
        if first in keys:
            return keys
        if number == _HEADING_ROWS:
            break
    raise ImportFileRefused(str(path), "columns")
