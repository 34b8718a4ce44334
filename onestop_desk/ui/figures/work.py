"""What the page of figures reads and writes away from the window's thread. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from onestop_desk.domain.figures import Figure
from onestop_desk.domain.measures import Counts, Period
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.figures import Progress, write_csv, write_sheets, write_xlsx
from onestop_desk.reports.plots import Ink, draw_svg
from onestop_desk.reports.whole_file import whole_file
from onestop_desk.services import reporting
from onestop_desk.services.counting import Scope, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.figure_opening import open_figure
from onestop_desk.services.notice import notice_html, notice_pdf, public_notice
from onestop_desk.services.plot_list import PlotReport, draw_plot_report, plot_report
from onestop_desk.services.report_heading import heading_of
from onestop_desk.services.report_list import Freshness, Report, draw_report, freshness, report, report_in
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.reporting import Opened

PLOT_ROOM = (560.0, 280.0)
"""How large plots are drawn, in pixels of their own; they are shown larger or smaller."""


class FileKind(StrEnum):
    """What a report can be saved as."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Overview:
    """The tiles of a period, as of when, and whether its month is closed."""

    period: Period
    counts: Counts
    freshness: Freshness
    is_closed: bool


@dataclass(frozen=True, slots=True)
class DrawnPlots:
    """Plots ready to be shown: what they say, and an SVG of each."""

    report: PlotReport
    pictures: tuple[str, ...]


def overview(desk: Desk, period: Period) -> Overview:
    """Read what the tiles show."""
    with counting(desk) as scope:
        return _overview(desk, scope, period)


def overview_with_report(desk: Desk, name: str, ask: ReportAsk) -> tuple[Overview, Report]:
    """Read what the tiles show and one report, of one moment."""
    with counting(desk) as scope:
        return _overview(desk, scope, ask.period), report_in(desk, scope, name, ask)


def _overview(desk: Desk, scope: Scope, period: Period) -> Overview:
    is_closed = any(period.end <= closing.until for closing in scope.closings)
    return Overview(period, reporting.bieu06(scope, period).total, freshness(desk, scope), is_closed)


def read_report(desk: Desk, name: str, ask: ReportAsk) -> Report:
    """Make one report."""
    return report(desk, name, ask)


def read_plots(desk: Desk, period: Period, ink: Ink) -> DrawnPlots:
    """Make and draw every plot of a period."""
    made = plot_report(desk, period)
    return DrawnPlots(made, tuple(draw_svg(one.plot, *PLOT_ROOM, ink) for one in made.plots))


def read_opened(desk: Desk, period: Period, figure: Figure) -> Opened:
    """Open a figure into its dossiers."""
    with counting(desk) as scope:
        return open_figure(scope, period, figure)


def save_report(desk: Desk, made: Report, kind: FileKind, path: Path, progress: Progress) -> Path:
    """Write a report to a file that a person chose; raises DiskFull and what else a file may refuse."""
    with file_faults_named(path):
        _WRITERS[kind](desk, made, path, progress)
    return path


def save_plots(desk: Desk, made: PlotReport, kind: FileKind, path: Path, progress: Progress) -> Path:
    """Write plots to a file that a person chose: drawn where it is a PDF, else their tables; raises as
    `save_report`."""
    with file_faults_named(path):
        if kind is FileKind.PDF:
            _write_pdf(partial(draw_plot_report, desk, made), path, progress)
        else:
            write_sheets(path, made.tables, progress, heading_of(desk, made.period, made.freshness))
    return path


def save_notice(desk: Desk, period: Period, path: Path) -> Path:
    """Write the public notice: a page for the web where the name ends so, else a paper for the board."""
    notice = public_notice(desk, period)
    content = notice_html(notice).encode() if path.suffix.lower() == ".html" else notice_pdf(desk, notice)
    with file_faults_named(path), whole_file(path) as fresh:
        fresh.write_bytes(content)
    return path


def _save_xlsx(desk: Desk, made: Report, path: Path, progress: Progress) -> None:
    write_xlsx(path, made.table, progress, heading_of(desk, made.period, made.freshness))


def _save_pdf(desk: Desk, made: Report, path: Path, progress: Progress) -> None:
    _write_pdf(partial(draw_report, desk, made), path, progress)


def _write_pdf(draw: Callable[[], bytes], path: Path, progress: Progress) -> None:
    progress(0, 1)
    with whole_file(path) as fresh:
        fresh.write_bytes(draw())
        progress(1, 1)  # in here: whoever stopped it meanwhile finds no file


_WRITERS: dict[FileKind, Callable[[Desk, Report, Path, Progress], None]] = {
    FileKind.XLSX: _save_xlsx,
    FileKind.CSV: lambda _desk, made, path, progress: write_csv(path, made.table, progress),
    FileKind.PDF: _save_pdf,
}
