"""The plots of a period on paper, each with its table: bars stand beside it, or lie in it after names of any length."""

from dataclasses import dataclass
from functools import partial

from onestop_desk.documents.figure_sheet import begin_figures, draw_unit, drawn_column, drawn_row
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, open_letter
from onestop_desk.documents.lettering import heavy, plain
from onestop_desk.documents.plot_bars import draw_standing_bars
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.table import Align, Column, Lane, Table, draw_table
from onestop_desk.domain.figures import number_of
from onestop_desk.domain.plot import Plotted

TITLE = "BIỂU ĐỒ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ"
_SMALL = 0.7  # of the body's letters
_WIDE, _BETWEEN = 0.58, 4.0  # of the room: standing bars; millimetres between them and their table
_LOWEST = 56.0  # millimetres of standing bars beside a short table
_LANE = Column("Biểu đồ", 45, Align.LEFT)


@dataclass(frozen=True, slots=True)
class PlotSheet:
    """What stands on printed plots: `fresh` says as of when they are."""

    letter: Letter
    period: str
    plots: tuple[Plotted, ...]
    signers: tuple[Signer, ...]
    fresh: str


def draw_plots(sheet: PlotSheet, paper: Paper = A4) -> bytes:
    """Return the plots as PDF, no plot torn that a page can hold, the last one kept with the signatures."""
    flow = open_letter(paper, sheet.letter, TITLE, under=f"({sheet.period})")
    draw_unit(flow, sheet.plots[0].table.unit)
    numbered = tuple(enumerate(sheet.plots, 1))
    for place, one in numbered[:-1]:
        flow.keep_together(partial(_draw_plot, flow, place, one))
    return close_letter(flow, TITLE, partial(_draw_ending, flow, sheet, *numbered[-1]))


def _draw_plot(flow: Flow, place: int, plotted: Plotted) -> None:
    flow.paragraph(f"{place}. {_as_sentence(plotted.table.title)}", heavy(flow.paper.body))
    flow.skip(1)
    (_draw_lying if plotted.plot.is_lying else _draw_standing)(flow, plotted)
    flow.skip(1)
    for note in plotted.table.notes:
        flow.paragraph(note, plain(flow.paper.body * 0.85))
    flow.skip(flow.paper.body * 0.28)


def _draw_standing(flow: Flow, plotted: Plotted) -> None:
    """Draw bars at the left, as tall as their table at the right."""
    flow.need(_LOWEST)
    paper, sheet, top = flow.paper, flow.sheet, flow.y
    wide = paper.room * _WIDE
    with flow.right_of(paper.left + wide + _BETWEEN):
        begin_figures(flow, plotted.table, paper.body * _SMALL)()
    tall = max(0.0 if plotted.plot.is_empty else _LOWEST, flow.y - top)
    draw_standing_bars(sheet, (paper.left, top, wide, tall), plotted.plot)
    flow.y = top + tall


def _draw_lying(flow: Flow, plotted: Plotted) -> None:
    """Draw a table whose rows go on as bars."""
    table = plotted.table
    columns = tuple(map(drawn_column, table.columns))
    most = max(1, plotted.plot.tallest)
    rows = [(*drawn_row(table, row), Lane(number_of(row[-1]) / most)) for row in table.rows]
    draw_table(flow, Table((*columns, _LANE), flow.paper.body * _SMALL), rows)


def _draw_ending(flow: Flow, sheet: PlotSheet, place: int, plotted: Plotted) -> None:
    _draw_plot(flow, place, plotted)
    flow.paragraph(sheet.fresh, plain(flow.paper.body * 0.85))
    flow.skip(flow.paper.body * 0.2)
    draw_signatures(flow, sheet.signers, flow.paper.body * 1.4)


def _as_sentence(title: str) -> str:
    return title[:1] + title[1:].lower()
