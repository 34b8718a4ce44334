"""Opening a figure of a report into the very dossiers that it counts."""

from onestop_desk.domain.figures import Figure
from onestop_desk.domain.measures import Period
from onestop_desk.services import quality
from onestop_desk.services.counting import By, Scope, received_in
from onestop_desk.services.plot_figures import AGES, age_conditions, hour_number, week_of
from onestop_desk.services.portal_table import accepted_dossiers
from onestop_desk.services.reporting import Asked, Only, Opened, lines_of, matching, opened

_DELAYS = ("asked", "asked_again", "answered", "waiting", "extended")


def open_figure(scope: Scope, period: Period, figure: Figure) -> Opened:
    """Return the dossiers of a figure, one line for each time that one counts."""
    measure, _, level = figure.measure.partition(".")
    if measure == "rated":
        return lines_of(scope, _rated(scope, period, figure.key, level))
    if measure in _DELAYS:
        return lines_of(scope, _delayed(scope, period, figure.key, measure))
    if measure == "request":
        return lines_of(scope, accepted_dossiers(scope, period, figure.key))
    if measure in ("paid", "exempt"):
        return lines_of(scope, _paid(scope, period, figure.key, is_exempt=measure == "exempt"))
    if measure == "hour":
        return matching(scope, received_in(period), hour_number() == int(figure.key))
    if measure == "age":
        low = int(figure.key)
        return matching(scope, *age_conditions(period.seen_at(scope.now), low, dict(AGES)[low]))
    if figure.by == "week":
        return opened(scope, week_of(figure.key), Asked((measure,)))
    if measure == "new":
        key = figure.key if figure.by else None
        return opened(scope, period, Asked(("online", "direct"), By(figure.by or By.FIELD), key))
    only, cell = (Only(measure), level) if level else (None, measure)
    key = figure.key if figure.by else None
    return opened(scope, period, Asked((cell,), By(figure.by or By.FIELD), key, only))


def _rated(scope: Scope, period: Period, field: str, level: str) -> tuple[str, ...]:
    made = quality.satisfaction(scope, period)
    levels = (int(level),) if level else quality.LEVELS
    return tuple(uid for one in levels for uid in made.uids(one, field or None))


def _delayed(scope: Scope, period: Period, field: str, measure: str) -> tuple[str, ...]:
    made = quality.delays(scope, period)
    rows = [row for name, row in made.items() if field in ("", name)]
    return tuple(uid for row in rows for uid in getattr(row, measure))


def _paid(scope: Scope, period: Period, field: str, *, is_exempt: bool) -> tuple[str, ...]:
    ones = quality.payments(scope, period)
    mine = [one for one in ones if field in ("", one.field)]
    return tuple(one.uid for one in mine if bool(one.event.exempt_reason) is is_exempt)
