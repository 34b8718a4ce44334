"""Opening a figure of a report into the very dossiers that it counts."""

from collections.abc import Callable, Iterable

from onestop_desk.domain.figures import Figure
from onestop_desk.domain.measures import Period
from onestop_desk.services import quality
from onestop_desk.services.counting import By, Scope
from onestop_desk.services.happened import Happening
from onestop_desk.services.plot_figures import opened_age, opened_hour, week_of
from onestop_desk.services.portal_table import accepted_dossiers
from onestop_desk.services.reporting import Asked, Only, Opened, lines_of, opened

_TOGETHER = {"new": ("online", "direct"), "in_time": ("before", "on")}
"""What is counted as several figures of Biểu 06 together, beside its own sums."""


def open_figure(scope: Scope, period: Period, figure: Figure) -> Opened:
    """Return the dossiers of a figure, one line for each time that one counts."""
    measure, _, level = figure.measure.partition(".")
    if measure in _TOLD:
        return lines_of(scope, tuple(_TOLD[measure](scope, period, figure)))
    if measure == "asked_once":
        return quality.asked_once(scope, period)
    if measure == "hour":
        return opened_hour(scope, period, int(figure.key))
    if measure == "age":
        return opened_age(scope, period, int(figure.key))
    if figure.by == "week":
        return opened(scope, week_of(figure.key), Asked((measure,)))
    only, cell = (Only(measure), level) if level else (None, measure)
    key = figure.key if figure.by else None
    return opened(scope, period, Asked(_TOGETHER.get(cell, (cell,)), By(figure.by or By.FIELD), key, only))


def _rated(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    made, level = quality.satisfaction(scope, period), figure.measure.partition(".")[2]
    levels = (int(level),) if level.isdigit() else quality.LEVELS[:2] if level == "satisfied" else quality.LEVELS
    return (uid for one in levels for uid in made.uids(one, figure.key or None))


def _delayed(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    made = quality.delays(scope, period)
    rows = (row for name, row in made.items() if figure.key in ("", name))
    return (uid for row in rows for uid in getattr(row, figure.measure))


def _paid(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    is_exempt = figure.measure == "exempt"
    return _of(figure, (one for one in quality.payments(scope, period) if bool(one.event.exempt_reason) is is_exempt))


def _refunded(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    return _of(figure, quality.refunds(scope, period))


def _collected(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    paid = quality.collected(scope, period)
    return _of(figure, filter(quality.is_cashless, paid) if figure.measure.endswith(".cashless") else paid)


def _given(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    returned = quality.given(scope, period)
    return _of(figure, filter(quality.is_electronic, returned) if figure.measure.endswith(".electronic") else returned)


def _requested(scope: Scope, period: Period, figure: Figure) -> Iterable[str]:
    return accepted_dossiers(scope, period, figure.key)


def _of(figure: Figure, ones: Iterable[Happening]) -> Iterable[str]:
    return (one.uid for one in ones if figure.key in ("", one.field))


_TOLD: dict[str, Callable[[Scope, Period, Figure], Iterable[str]]] = {
    "rated": _rated,
    **dict.fromkeys(("asked", "asked_again", "answered", "waiting", "extended"), _delayed),
    **dict.fromkeys(("paid", "exempt"), _paid),
    "refunded": _refunded,
    "collected": _collected,
    "given": _given,
    "request": _requested,
}
"""What is counted by its events and not by what a dossier is."""
