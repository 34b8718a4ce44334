"""A report on paper: the office's head, the table as the official form has it, signatures."""

from dataclasses import dataclass
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_form_number, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, open_letter
from onestop_desk.documents.lettering import plain, slanted
from onestop_desk.documents.sheet import A4, A4_WIDE, Paper
from onestop_desk.documents.table import Align, Column, DrawLast, Table, begin_table
from onestop_desk.documents.wording import stacked_code
from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Sort

_WIDE_FROM = 7  # columns
_SMALL, _SMALLEST = 0.8, 0.7  # of the body's letters
_LEFT = (Sort.WORDS,)


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """What stands on a printed report: `fresh` says as of when it is."""

    letter: Letter
    table: FigureTable
    signers: tuple[Signer, ...]
    fresh: str = ""


def draw_figures(sheet: FigureSheet, paper: Paper | None = None) -> bytes:
    """Return a report as PDF, upright where its columns allow it."""
    table = sheet.table
    paper = paper or (A4_WIDE if len(table.columns) >= _WIDE_FROM else A4)
    flow = open_letter(paper, sheet.letter, table.title, under=f"({table.period})")
    if table.form:
        draw_form_number(flow, table.form)
    draw_unit(flow, table.unit)
    size = paper.body * (_SMALLEST if len(table.columns) > 8 else _SMALL)
    draw_last = begin_figures(flow, table, size)
    return close_letter(flow, table.title, partial(_draw_ending, flow, sheet), draw_last)


def begin_figures(flow: Flow, table: FigureTable, size: float) -> DrawLast:
    """Draw a table of figures but for its last row and total, in letters of `size` points; return what draws those."""
    drawn = Table(tuple(drawn_column(one) for one in table.columns), size, is_numbered=table.is_numbered)
    rows = [drawn_row(table, row) for row in table.rows]
    return begin_table(flow, drawn, rows, _total(table))


def draw_unit(flow: Flow, unit: str) -> None:
    """Write at the right what a table counts."""
    pen = slanted(flow.paper.body * 0.85)
    flow.sheet.write_right(flow.paper.edge, flow.y + pen.rise, f"Đơn vị tính: {unit}", pen)
    flow.skip(pen.leading + 0.5)


def drawn_column(column: FigureColumn) -> Column:
    """Return a column as paper has it."""
    align = Align.LEFT if column.sort in _LEFT and column.width > 20 else Align.MIDDLE
    return Column(column.title, column.width, align, column.group)


def drawn_row(table: FigureTable, row: tuple[Cell, ...]) -> tuple[str | tuple[str, ...], ...]:
    """Return a row as paper says it."""
    return tuple(_cell(cell, column) for cell, column in zip(row, table.columns, strict=True))


def _cell(cell: Cell, column: FigureColumn) -> str | tuple[str, ...]:
    words = column.words(cell)
    return stacked_code(words) if column.title == "Mã hồ sơ" else words


def _total(table: FigureTable) -> tuple[str, ...]:
    """Return the total as a label and the values of the columns behind it."""
    if not table.total:
        return ()
    words = [column.words(cell) for cell, column in zip(table.total, table.columns, strict=True)]
    first = next(place for place, word in enumerate(words) if word)
    return tuple(words[first:])


def _draw_ending(flow: Flow, sheet: FigureSheet) -> None:
    body = flow.paper.body
    flow.skip(body * 0.15)
    for note in (*sheet.table.notes, *([sheet.fresh] if sheet.fresh else [])):
        flow.paragraph(note, plain(body * 0.85))
    flow.skip(body * 0.2)
    draw_signatures(flow, sheet.signers, body * 1.4)
