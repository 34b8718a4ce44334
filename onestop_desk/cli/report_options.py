"""What every report is asked with on the command line, and how a table leaves."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import misuse, say, spelled
from onestop_desk.domain.figures import FigureTable
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.figures import Heading, Progress, no_progress, write_csv, write_sheets, write_xlsx
from onestop_desk.reports.whole_file import whole_file
from onestop_desk.services.counting import By
from onestop_desk.ui.translation import translate


class Format(StrEnum):
    """How a report leaves."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


class NoticeFormat(StrEnum):
    """How the public notice leaves."""

    PDF = "pdf"
    HTML = "html"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"


As = Annotated[Format, typer.Option("--format", help="text, json, xlsx, csv hoặc pdf.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Tệp để ghi; cần cho xlsx, csv và pdf.")]
Rows = Annotated[
    By | None, typer.Option(help="Mỗi dòng một: field, procedure, counter, officer hoặc agency (chỉ bieu06).")
]
Points = Annotated[
    list[str],
    typer.Option("--point", metavar="N=P", help="Điểm tổ trưởng chấm tiêu chí N, 0 đến 2 (chỉ evaluation)."),
]


DrawPdf = Callable[[], bytes]


def only_with(option: str, what: str) -> typer.TyperException:
    """Return the error of an option that means nothing without `what`."""
    return misuse(translate("Report", "{option} chỉ dùng với {what}").format(option=option, what=what))


def leave_facts(facts: dict[str, Any], out: Path | None) -> None:
    """Say facts as one JSON object, or write it to a file; raises what files refuse."""
    _leave_lines((spelled(facts),), out)


def leave_table(table: FigureTable, heading: Heading, form: Format, out: Path | None, draw: DrawPdf) -> None:
    """Say a table, or write it to a file; raises what files refuse, and a wrong use where no file is named."""
    if form is Format.TEXT:
        _leave_lines(_lines((table,), heading), out)
        return
    with _named(out) as path:
        if form is Format.PDF:
            _write_pdf(path, draw)
        elif form is Format.XLSX:
            write_xlsx(path, table, _told(), heading)
        else:
            write_csv(path, table, _told())


def leave_tables(
    tables: tuple[FigureTable, ...], heading: Heading, form: Format, out: Path | None, draw: DrawPdf
) -> None:
    """Say tables one after the other, or write them to one file; raises as `leave_table`, and for csv, which holds but
    one."""
    if form is Format.TEXT:
        _leave_lines(_lines(tables, heading), out)
        return
    if form is Format.CSV:
        raise misuse(translate("Report", "csv chỉ chứa được một bảng; hãy dùng xlsx, json, text hoặc pdf"))
    with _named(out) as path:
        if form is Format.PDF:
            _write_pdf(path, draw)
        else:
            write_sheets(path, tables, _told(), heading)


def leave_drawn(out: Path | None, draw: DrawPdf) -> None:
    """Write what was drawn to a file; raises what files refuse, and a wrong use where no file is named."""
    with _named(out) as path:
        _write_pdf(path, draw)


@contextmanager
def _named(out: Path | None) -> Iterator[Path]:
    """Give the file that was named, and say it once it is written."""
    if out is None:
        raise misuse(translate("Report", "cần --out FILE"))
    with file_faults_named(out):
        yield out
    say(str(out))


def _write_pdf(out: Path, draw: DrawPdf) -> None:
    with whole_file(out) as path:
        path.write_bytes(draw())


def _told() -> Progress:
    """Return what shows how far a long report is, where somebody looks at it."""
    return _show_progress if sys.stderr.isatty() else no_progress


def _show_progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r{done}/{total}", end=end, file=sys.stderr, flush=True)


def _leave_lines(lines: Iterable[str], out: Path | None) -> None:
    """Say lines, or write them to the file that was named."""
    if out is None:
        for line in lines:
            say(line)
        return
    with _named(out), whole_file(out) as path:
        path.write_bytes("".join(f"{line}\n" for line in lines).encode())


def _lines(tables: tuple[FigureTable, ...], heading: Heading) -> Iterator[str]:
    for table in tables:
        yield f"{table.title}. {table.period}"
        heads = [f"{one.group}: {one.title}" if one.group else one.title for one in table.columns]
        yield "  ".join(heads)
        for row in table.all_rows:
            yield "  ".join(column.words(cell) for cell, column in zip(row, table.columns, strict=True))
        yield from table.notes
    yield heading.fresh
