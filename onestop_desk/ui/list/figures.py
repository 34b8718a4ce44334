"""The figures of the day, and the view that each of them opens."""

from onestop_desk.domain.money import format_number
from onestop_desk.domain.question import View
from onestop_desk.services.board import Today
from onestop_desk.ui.side import Figure
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Severity

FIGURE_VIEWS = {
    "received": View.TODAY,
    "returned": View.RETURNED,
    "due_soon": View.DUE_SOON,
    "overdue": View.OVERDUE,
}


def board_figures(today: Today) -> tuple[Figure, ...]:
    """Return what the side strip shows of today."""
    return (
        Figure("received", translate("Line", "Nhận"), format_number(today.received)),
        Figure("returned", translate("Line", "Trả"), format_number(today.returned)),
        _late("due_soon", translate("Line", "Sắp hạn"), today.due_soon, Severity.PERSON),
        _late("overdue", translate("Line", "Quá hạn"), today.overdue, Severity.FAULT),
    )


def _late(key: str, name: str, count: int, severity: Severity) -> Figure:
    """Colour a figure only while there is something to worry about."""
    return Figure(key, name, format_number(count), severity if count else None)
