"""Opening every number of a table into its dossiers."""

from onestop_desk.domain.figures import Figure, FigureTable
from onestop_desk.domain.measures import Period
from onestop_desk.services.counting import Scope
from onestop_desk.services.figure_opening import open_figure


def figures_of(table: FigureTable) -> list[Figure]:
    """Return the numbers of a table that open."""
    return [cell for row in table.all_rows for cell in row if isinstance(cell, Figure)]


def require_open(scope: Scope, period: Period, table: FigureTable) -> int:
    """Open every number and require that as many dossiers stand behind it; returns how many were opened in all."""
    for figure in figures_of(table):
        assert open_figure(scope, period, figure).count == figure.count, (table.name, figure)
    return sum(abs(figure.count) for figure in figures_of(table))
