"""The public notice as one HTML file: no network, readable by everybody, printable (resources/notice/page.html)."""

from dataclasses import dataclass
from html import escape
from string import Template

from onestop_desk import paths
from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Sort

_TEMPLATE = "notice/page.html"


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What stands on the page, texts as they are."""

    office: str
    title: str
    period: str
    tables: tuple[FigureTable, ...]
    fresh: str
    contact: str = ""


def public_html(page: PublicPage) -> str:
    """Return the page; every text is written as text, whatever it contains."""
    template = Template(paths.resource(_TEMPLATE).read_text(encoding="utf-8"))
    contact = f"<p>{escape(page.contact)}</p>" if page.contact else ""
    return template.substitute(
        office=escape(page.office),
        title=escape(page.title),
        period=escape(page.period),
        tables="\n".join(_table(one, place) for place, one in enumerate(page.tables, 1)),
        fresh=escape(page.fresh),
        contact=contact,
    )


def _table(table: FigureTable, place: int) -> str:
    heads = "".join(f'<th scope="col"{_side(column)}>{escape(_heading(column))}</th>' for column in table.columns)
    rows = "\n".join(_row(table, row) for row in table.rows)
    total = f"\n{_row(table, table.total, is_total=True)}" if table.total else ""
    notes = "".join(f'<p class="note">{escape(note)}</p>\n' for note in table.notes)
    name = f"table-{place}"
    return (
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(_sentence(table.title))}</h2>\n'
        f'<div class="wide" tabindex="0" role="region" aria-labelledby="{name}">\n'
        f"<table><caption>{escape(table.period)}. Đơn vị tính: {escape(table.unit)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}{total}\n</tbody></table>\n</div>\n{notes}</section>"
    )


def _row(table: FigureTable, row: tuple[Cell, ...], *, is_total: bool = False) -> str:
    named = next((at for at, column in enumerate(table.columns) if column.sort is Sort.WORDS), 0)
    columns = enumerate(zip(row, table.columns, strict=True))
    cells = "".join(_cell(cell, column, is_head=at == named) for at, (cell, column) in columns)
    return f'<tr class="total">{cells}</tr>' if is_total else f"<tr>{cells}</tr>"


def _cell(cell: Cell, column: FigureColumn, *, is_head: bool) -> str:
    words = escape(column.words(cell))
    return f'<th scope="row">{words}</th>' if is_head else f"<td{_side(column)}>{words}</td>"


def _heading(column: FigureColumn) -> str:
    return f"{column.group}: {column.title}" if column.group else column.title


def _side(column: FigureColumn) -> str:
    return "" if column.sort is Sort.WORDS else ' class="number"'


def _sentence(title: str) -> str:
    """Return a title in capitals as a sentence has it: screen readers spell capitals."""
    return title[:1] + title[1:].lower()
