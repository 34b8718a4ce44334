"""All plots of a period, of one moment, and the paper that carries them."""

from dataclasses import dataclass

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import FigureTable
from onestop_desk.domain.measures import Period
from onestop_desk.domain.plot import Plotted
from onestop_desk.services.counting import counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.report_list import Freshness, freshness, freshness_words


@dataclass(frozen=True, slots=True)
class PlotReport:
    """The plots, each with its table, and how fresh they are."""

    plots: tuple[Plotted, ...]
    period: Period
    freshness: Freshness

    @property
    def tables(self) -> tuple[FigureTable, ...]:
        """What the plots say in numbers."""
        return tuple(one.table for one in self.plots)


def plot_report(desk: Desk, period: Period) -> PlotReport:
    """Make every plot of a period."""
    with counting(desk) as scope:
        return PlotReport(tuple(make(scope, period) for make in PLOTS.values()), period, freshness(desk, scope))


def draw_plot_report(desk: Desk, made: PlotReport) -> bytes:
    """Draw the plots in official layout, as PDF."""
    from onestop_desk.documents.book_filling import plots_of
    from onestop_desk.documents.plot_sheet import draw_plots

    day = made.freshness.at.astimezone(VIETNAM).date()
    return draw_plots(plots_of(desk.office, made.plots, day, desk.signature, freshness_words(made.freshness)))
