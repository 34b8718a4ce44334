"""What every report is asked with on the command line, and how a table leaves."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import say
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.figures import FigureTable
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period
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


First = Annotated[str, typer.Option("--from", metavar="DATE", help="Ngày đầu kỳ, ví dụ 2026-01-01.")]
Last = Annotated[str, typer.Option("--to", metavar="DATE", help="Ngày cuối kỳ, tính cả ngày này.")]
Month = Annotated[str, typer.Option(metavar="YYYY-MM", help="Cả một tháng; last: tháng vừa qua.")]
As = Annotated[Format, typer.Option("--format", help="text, json, xlsx, csv hoặc pdf.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Tệp để ghi; cần cho xlsx, csv và pdf.")]
Rows = Annotated[By, typer.Option(help="Mỗi dòng một: field, procedure, counter, officer hoặc agency (bieu06).")]
Points = Annotated[
    list[str], typer.Option("--point", metavar="N=P", help="Điểm tổ trưởng chấm cho tiêu chí N, 0 đến 2 (evaluation).")
]


DrawPdf = Callable[[], bytes]


def asked_period(first: str, last: str, month: str, today: date) -> Period:
    """Return the days that were asked for; raises BadValue."""
    return asked_month(month, today) if month else Period(_day(first), _day(last))


def asked_month(text: str, today: date) -> Period:
    """Return a month: `2026-10`, or `last`; raises BadValue."""
    if text == "last":
        return month_of(month_of(today).first - timedelta(days=1))
    return month_of(_day(f"{text}-01"))


def leave_table(
    table: FigureTable, heading: Heading, form: Format, out: Path | None, draw: DrawPdf | None = None
) -> None:
    """Say a table, or write it to a file; raises what files refuse, and a wrong use where no file is named."""
    if form is Format.TEXT:
        _say((table,), heading)
        return
    if form is Format.PDF and draw is None:
        raise _misused(translate("Report", "không có dạng này ở đây"))
    with _named(out) as path:
        if form is Format.PDF and draw is not None:
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
        _say(tables, heading)
        return
    if form is Format.CSV:
        raise _misused(translate("Report", "csv chỉ chứa được một bảng; hãy dùng xlsx, json, text hoặc pdf"))
    with _named(out) as path:
        if form is Format.PDF:
            _write_pdf(path, draw)
        else:
            write_sheets(path, tables, _told(), heading)


@contextmanager
def _named(out: Path | None) -> Iterator[Path]:
    """Give the file that was named, and say it once it is written."""
    if out is None:
        raise _misused(translate("Report", "cần --out FILE"))
    with file_faults_named(out):
        yield out
    say(str(out))


def _misused(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="--format")


def _write_pdf(out: Path, draw: DrawPdf) -> None:
    with whole_file(out) as path:
        path.write_bytes(draw())


def _told() -> Progress:
    """Return what shows how far a long report is, where somebody looks at it."""
    return _show_progress if sys.stderr.isatty() else no_progress


def _show_progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r{done}/{total}", end=end, file=sys.stderr, flush=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue("date", "format", text) from None


def _say(tables: tuple[FigureTable, ...], heading: Heading) -> None:
    for table in tables:
        say(f"{table.title}. {table.period}")
        heads = [f"{one.group}: {one.title}" if one.group else one.title for one in table.columns]
        say("  ".join(heads))
        for row in table.all_rows:
            say("  ".join(column.words(cell) for cell, column in zip(row, table.columns, strict=True)))
        for note in table.notes:
            say(note)
    say(heading.fresh)
