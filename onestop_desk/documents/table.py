"""Tables that run over pages: heads repeated, columns under a common title, bars in cells, a total at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import accumulate, groupby
from math import ceil
from typing import Protocol

from onestop_desk.documents.barcodes import bars, draw_bars
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.lettering import Pen, balanced, heavy, plain, slanted, wrap
from onestop_desk.documents.plot_bars import Box, draw_bar

NO_FIGURES = "Không có số liệu trong kỳ."
_KEPT = 2  # lines of a last row that is too tall for a page with signatures: they stand with those
_PAD, _PAD_ABOVE = 1.2, 0.6  # millimetres between a cell's text and its border
_BARS, _ABOVE_BARS = 8.0, 0.6  # millimetres that bars in a cell take at least, and of white above them


class Align(StrEnum):
    """Where from left to right in its cell a text stands; from top to bottom it is in the middle."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the table's width, where its texts stand, the title it shares with others."""

    title: str | tuple[str, ...]
    width: float
    align: Align = Align.MIDDLE
    group: str = ""


@dataclass(frozen=True, slots=True)
class Barred:
    """A cell with a Code 128 above its text, in a column that is centred."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A cell in which a bar lies, as long as its share of the cell."""

    share: float


Cell = str | tuple[str, ...] | Barred | Lane
"""A text, texts that each begin a line of their own, a code's bars, or a plot's bar."""


class DrawLast(Protocol):
    """Draws what a table still lacks, told how tall what must stand on a page with it is."""

    def __call__(self, below: float = 0, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Table:
    """How a table looks: its columns from margin to margin, its letters in points, whether columns are numbered, and
    what it says where it has no rows."""

    columns: tuple[Column, ...]
    size: float
    is_numbered: bool = False
    empty: str = NO_FIGURES


_Mark = str | Lane | None


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row broken into lines, of which at least so many keep together: bars and the code under them. Its marks are the
    code of bars, a lane, or nothing."""

    cells: tuple[tuple[str, ...], ...]
    marks: tuple[_Mark, ...]
    least: int = 1

    @property
    def lines(self) -> int:
        return max(map(len, self.cells))

    def cut(self, fit: int) -> tuple["_Laid", "_Laid"]:
        """Return what fits, and the rest, which has no bars any more."""
        above = replace(self, cells=tuple(cell[:fit] for cell in self.cells))
        return above, _Laid(tuple(cell[fit:] for cell in self.cells), (None,) * len(self.marks))


def draw_table(flow: Flow, table: Table, rows: Sequence[tuple[Cell, ...]]) -> None:
    """Draw a table; its head is repeated on each page, a row too tall for one page goes on on the next.

    Raises ValueError for a row of another length, or bars that Code 128 cannot hold.
    """
    flow.keep_together(begin_table(flow, table, rows))


def begin_table(flow: Flow, table: Table, rows: Sequence[tuple[Cell, ...]], total: Sequence[str] = ()) -> DrawLast:
    """Draw a table without its last row, and return what draws that and the total: to be kept together with what
    follows, so that no signature stands on a page without a row.

    A total is a label and the values of the last columns; the label takes all columns before them. Raises as
    `draw_table` does.
    """
    drawn = _Drawn(flow, table)
    laid = [drawn.laid(row) for row in rows]
    drawn.begin(laid[:-1])
    return partial(drawn.end, laid[-1:], total)


class _Drawn:
    """Draws the rows of one table into a flow."""

    def __init__(self, flow: Flow, table: Table) -> None:
        scale = flow.paper.room / sum(column.width for column in table.columns)
        self._flow, self._table, self._has_head = flow, table, False
        self._columns = tuple(replace(column, width=column.width * scale) for column in table.columns)
        self._pen, self._strong = plain(table.size), heavy(table.size)
        self._titles = tuple(self._title_lines(column) for column in self._columns)
        self._groups = [(title, tuple(columns)) for title, columns in groupby(self._columns, key=_group)]
        shared = [len(self._group_lines(*group)) for group in self._groups if group[0]]
        self._group_height = self._height(max(shared)) if shared else 0
        self._title_height = max(
            self._height(len(lines)) + (self._group_height if column.group else 0)
            for lines, column in zip(self._titles, self._columns, strict=True)
        )
        self._head_height = self._title_height + (self._height(1) if table.is_numbered else 0)

    def laid(self, row: Sequence[Cell]) -> _Laid:
        """Break a row into lines."""
        blank = ceil(_BARS / self._pen.leading)
        cells: list[tuple[str, ...]] = []
        marks = tuple(_mark(cell, column.width) for cell, column in zip(row, self._columns, strict=True))
        for cell, column, mark in zip(row, self._columns, marks, strict=True):
            lines = tuple(line for text in _texts(cell) for line in wrap(text, self._pen, column.width - 2 * _PAD))
            cells.append(("",) * blank + lines if isinstance(mark, str) else lines)
        return _Laid(tuple(cells), marks, blank + 1 if any(isinstance(mark, str) for mark in marks) else 1)

    def begin(self, rows: Sequence[_Laid]) -> None:
        """Draw the head, where the first row fits below it, and rows."""
        if not rows:
            return
        first = self._height(rows[0].lines)
        self._flow.need(self._head_height + (first if first <= self._fresh() else self._height(rows[0].least)))
        self._head()
        self._has_head = True
        for row in rows:
            self._row(row, self._columns, self._pen)

    def end(self, rows: Sequence[_Laid], total: Sequence[str], below: float = 0) -> None:
        """Draw the last row and the total, under a head where there is none yet, and leave room below them."""
        if not self._has_head or self._flow.y <= self._flow.paper.top:
            self._flow.need(self._head_height + self._height(1))
            self._head()
        summed = self._spanning(total, self._strong) if total else None
        below += self._height(summed[0].lines) if summed else 0
        if rows:
            self._row(self._cut_for(rows[0], below), self._columns, self._pen)
        else:
            self._row(*self._spanning((self._table.empty,), self._pen), self._pen)
        if summed:
            self._row(*summed, self._strong)

    def _cut_for(self, row: _Laid, below: float) -> _Laid:
        """Draw so much of a row which no page can hold with what comes below it that its last lines stand there."""
        while row.lines > _KEPT and self._height(row.lines) + below > self._fresh():
            fit = min(self._fit(self._pen), row.lines - _KEPT)
            if fit >= row.least:
                above, row = row.cut(fit)
                self._draw(above, self._columns, self._pen)
            elif self._flow.left_over >= self._fresh():
                break
            self._turn()
        return row

    def _spanning(self, texts: Sequence[str], pen: Pen) -> tuple[_Laid, tuple[Column, ...]]:
        """Return a row of a label over all columns but the last, and the texts of those."""
        at = len(self._columns) - len(texts) + 1
        columns = (Column("", sum(column.width for column in self._columns[:at])), *self._columns[at:])
        lines = (wrap(text, pen, one.width - 2 * _PAD) for text, one in zip(texts, columns, strict=True))
        return _Laid(tuple(lines), (None,) * len(columns)), columns

    def _row(self, row: _Laid, columns: tuple[Column, ...], pen: Pen) -> None:
        """Draw a row, whole if a page can hold it."""
        if self._height(row.lines) > self._flow.left_over and self._height(row.lines) <= self._fresh():
            self._turn()
        while row.lines > 0:
            fit = self._fit(pen)
            if fit < row.least:
                self._turn()
                continue
            above, row = row.cut(fit)
            self._draw(above, columns, pen)

    def _fit(self, pen: Pen) -> int:
        """Return how many lines of a row this page still holds."""
        return int((self._flow.left_over - 2 * _PAD_ABOVE + 1e-6) / pen.leading)

    def _turn(self) -> None:
        self._flow.turn()
        self._head()

    def _fresh(self) -> float:
        paper = self._flow.paper
        return paper.foot - paper.top - self._head_height

    def _height(self, lines: int) -> float:
        return lines * self._pen.leading + 2 * _PAD_ABOVE

    def _title_lines(self, column: Column) -> tuple[str, ...]:
        titles = (column.title,) if isinstance(column.title, str) else column.title
        return tuple(line for title in titles for line in balanced(title, self._strong, column.width - 2 * _PAD))

    def _group_lines(self, title: str, columns: tuple[Column, ...]) -> tuple[str, ...]:
        return balanced(title, self._strong, sum(column.width for column in columns) - 2 * _PAD)

    def _head(self) -> None:
        flow, x, bottom = self._flow, self._flow.paper.left, self._flow.y + self._title_height
        flow.sheet.rule((x, flow.y), (flow.paper.edge, flow.y))
        titles = iter(self._titles)
        for title, columns in self._groups:
            top = flow.y + (self._group_height if title else 0)
            if title:
                width = sum(column.width for column in columns)
                self._write((x, flow.y, width, self._group_height), self._group_lines(title, columns), self._strong)
                flow.sheet.rule((x, flow.y), (x, top))
                flow.sheet.rule((x, top), (x + width, top))
            for column in columns:
                self._write((x, top, column.width, bottom - top), next(titles), self._strong)
                flow.sheet.rule((x, top), (x, bottom))
                x += column.width
        flow.sheet.rule((x, flow.y), (x, bottom))
        flow.sheet.rule((flow.paper.left, bottom), (x, bottom))
        flow.y = bottom
        if self._table.is_numbered:
            self._draw_numbers()

    def _draw_numbers(self) -> None:
        numbers = tuple((f"({place})",) for place in range(1, len(self._columns) + 1))
        columns = tuple(replace(column, align=Align.MIDDLE) for column in self._columns)
        self._draw(_Laid(numbers, (None,) * len(columns)), columns, slanted(self._table.size))

    def _draw(self, row: _Laid, columns: tuple[Column, ...], pen: Pen) -> None:
        flow, x, height = self._flow, self._flow.paper.left, self._height(row.lines)
        for lines, mark, column in zip(row.cells, row.marks, columns, strict=True):
            if isinstance(mark, Lane):
                self._draw_lane(mark, (x, flow.y, column.width, height))
            elif mark:
                self._draw_bars(mark, (x, column.width, flow.y + (height - len(lines) * pen.leading) / 2))
            self._write((x, flow.y, column.width, height), lines, pen, column.align)
            x += column.width
        self._rule(columns, height)
        flow.y += height

    def _write(self, box: Box, lines: tuple[str, ...], pen: Pen, align: Align = Align.MIDDLE) -> None:
        sheet, (x, top, width, height) = self._flow.sheet, box
        y = top + (height - len(lines) * pen.leading) / 2 + pen.rise
        for line in lines:
            if line and align is Align.LEFT:
                sheet.write(x + _PAD, y, line, pen)
            elif line and align is Align.RIGHT:
                sheet.write_right(x + width - _PAD, y, line, pen)
            elif line:
                sheet.write_centred(x + width / 2, y, line, pen)
            y += pen.leading

    def _draw_bars(self, code: str, box: tuple[float, float, float]) -> None:
        """Draw bars in the middle of a box: its left, its width, and where its first line begins."""
        (x, width, top), made = box, bars(code, box[1])
        if made is not None:
            tall = ceil(_BARS / self._pen.leading) * self._pen.leading
            draw_bars(self._flow.sheet, (x + (width - made.width) / 2, top + _ABOVE_BARS), made, tall - _ABOVE_BARS)

    def _draw_lane(self, lane: Lane, box: Box) -> None:
        (x, top, width, height), tall = box, self._pen.leading * 0.9
        if lane.share > 0:
            draw_bar(self._flow.sheet, (x, top + (height - tall) / 2, (width - 2 * _PAD) * lane.share, tall))

    def _rule(self, columns: tuple[Column, ...], height: float) -> None:
        flow, left = self._flow, self._flow.paper.left
        edges = [left, *(left + reach for reach in accumulate(column.width for column in columns))]
        for edge in edges:
            flow.sheet.rule((edge, flow.y), (edge, flow.y + height))
        flow.sheet.rule((left, flow.y + height), (edges[-1], flow.y + height))


def _group(column: Column) -> str:
    return column.group


def _mark(cell: Cell, width: float) -> _Mark:
    if isinstance(cell, Lane):
        return cell
    return cell.code if isinstance(cell, Barred) and bars(cell.code, width) else None


def _texts(cell: Cell) -> tuple[str, ...]:
    match cell:
        case Barred(text=text) | (str() as text):
            return (text,)
        case Lane():
            return ("",)
    return cell
