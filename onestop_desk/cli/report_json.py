"""Reports as JSON: Biểu 06 by its official column numbers, the yearly summary by name, all else as its tables."""

from typing import Any

from onestop_desk.domain.figures import Cell, FigureTable, number_of
from onestop_desk.domain.measures import Period, percent
from onestop_desk.reports.figures import facts

_FIRST_COUNT = 2
_WAYS = {"before": 2, "on": 4, "over": 6}


def report_facts(table: FigureTable, agency: str, period: Period) -> dict[str, Any]:
    """Return what one report says (cli.md)."""
    days = _days(agency, period)
    if table.name == "bieu06":
        rows = [{"name": row[1], **_by_number(row)} for row in table.rows]
        return {**days, "rows": rows, "total": _by_number(table.total)}
    if table.name == "yearly":
        solved, five, online, received, _ = table.rows
        return {**days, "solved": _shares(solved), "on_site_five": _shares(five), "online": _online(online, received)}
    return {**days, **facts(table)}


def plot_facts(tables: tuple[FigureTable, ...], agency: str, period: Period) -> dict[str, Any]:
    """Return what the plots of a period say: their tables."""
    return {**_days(agency, period), "plots": [facts(table) for table in tables]}


def notice_facts(tables: tuple[FigureTable, ...], agency: str, period: Period) -> dict[str, Any]:
    """Return what the public notice says: the tables of the paper."""
    return {**_days(agency, period), "tables": [facts(table) for table in tables]}


def _days(agency: str, period: Period) -> dict[str, str]:
    return {"agency": agency, "from": period.first.isoformat(), "to": period.last.isoformat()}


def _by_number(row: tuple[Cell, ...]) -> dict[str, int]:
    return {str(number): number_of(cell) for number, cell in enumerate(row[_FIRST_COUNT:], _FIRST_COUNT + 1)}


def _shares(row: tuple[Cell, ...]) -> dict[str, Any]:
    total, ways = number_of(row[1]), {name: number_of(row[place]) for name, place in _WAYS.items()}
    return {"total": total, **ways, **{f"{name}_percent": percent(value, total) for name, value in ways.items()}}


def _online(ended: tuple[Cell, ...], come: tuple[Cell, ...]) -> dict[str, Any]:
    solved, received = number_of(ended[1]), number_of(come[1])
    return {"solved": solved, "received": received, "received_percent": percent(received, solved)}
