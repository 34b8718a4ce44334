"""Figures from the register, counted where the rows are: Biểu 06, the yearly summary, and the dossiers behind each.

The queries say what domain/measures.py defines; what came in after its month was closed is counted by its bookings.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, false, or_, select

from onestop_desk.domain.application import Channel
from onestop_desk.domain.ledger import Aspect, Booking, cells_of_bookings
from onestop_desk.domain.measures import CELLS, SUMS, Counts, Facts, Period, how_ended
from onestop_desk.domain.text import sort_key
from onestop_desk.services.counting import (
    KEYS,
    By,
    D,
    Scope,
    cells_of_sums,
    conditions,
    count,
    ended_how,
    ended_in,
    key_of,
    known,
    moved,
    moved_cells,
    received_in,
    sums,
)
from onestop_desk.services.ledger import LateDossier
from onestop_desk.services.line import COLUMNS, DossierLine, line_of


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row: its key, its words, its figures."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Bieu06:
    """The official table of one agency and period."""

    agency: str
    period: Period
    by: By
    rows: tuple[FigureRow, ...]

    @property
    def total(self) -> Counts:
        """The sum of all rows."""
        return sum((row.counts for row in self.rows), Counts())


@dataclass(frozen=True, slots=True)
class Yearly:
    """The summary that a province publishes; `online_received` counts receptions, `online_solved` ends."""

    agency: str
    period: Period
    solved: Counts
    on_site_five: Counts
    online_solved: int
    online_received: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The dossiers that a figure counts; `taken_back` are those that a correction takes out of it."""

    lines: tuple[DossierLine, ...]
    taken_back: tuple[DossierLine, ...] = ()

    @property
    def count(self) -> int:
        """The figure itself."""
        return len(self.lines) - len(self.taken_back)


class Only(StrEnum):
    """A part of the dossiers."""

    FIVE = "five"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Asked:
    """Figures to open together, by their names in Counts; of the row `key` of a table by `by`, of all rows without a
    key; of a part of the dossiers only where that is said."""

    cells: tuple[str, ...]
    by: By = By.FIELD
    key: str | None = None
    only: Only | None = None


_PIECE = 500
_BY_NAME = (By.FIELD, By.OFFICER)
_ONLY: dict[Only, tuple[ColumnElement[bool], Callable[[Facts], bool]]] = {
    Only.FIVE: (D.on_site_five.is_(True), lambda facts: facts.on_site_five),
    Only.ONLINE: (D.channel == Channel.ONLINE.value, lambda facts: facts.is_online),
}


def bieu06(scope: Scope, period: Period, by: By = By.FIELD) -> Bieu06:
    """Return Biểu 06, a row for each field, procedure, counter, officer or agency; one reading counts it once."""
    period = period.seen_at(scope.now)
    if (period, by) not in scope.counted:
        scope.counted[period, by] = _counted(scope, period, by)
    made: Bieu06 = scope.counted[period, by]
    return made


def _counted(scope: Scope, period: Period, by: By) -> Bieu06:
    key = KEYS[by]
    asked = sums(period)
    query = select(key, *asked.values()).where(scope.is_own, known(period)).group_by(key)
    rows = scope.connection.execute(query)
    found = {str(row[0]): cells_of_sums(dict(zip(asked, row[1:], strict=True))) for row in rows}
    for late, cells in moved_cells(scope, period, by).items():
        row = found.setdefault(late, dict.fromkeys(CELLS, 0))
        found[late] = {cell: row[cell] + cells.get(cell, 0) for cell in CELLS}
    names = scope.names if by in (By.PROCEDURE, By.AGENCY) else {}
    told = (FigureRow(one, names.get(one, one), Counts(**cells)) for one, cells in sorted(found.items()))
    made = [row for row in told if row.counts != Counts()]
    if by in _BY_NAME:
        made.sort(key=lambda row: sort_key(row.name))
    return Bieu06(scope.agency, period, by, tuple(made))


def corrected(scope: Scope, period: Period) -> int:
    """Return of how many dossiers a period takes back what a closed month counted."""
    back = ((one.at for one in late.bookings if one.sign < 0) for late in scope.late)
    return sum(any(period.begin <= at < period.end for at in moments) for moments in back)


def yearly(scope: Scope, period: Period) -> Yearly:
    """Count what was solved: in all, at one place, online."""
    ended, online = ended_in(period), D.channel == Channel.ONLINE.value
    ways = {"solved": ended, "before": ended_how(period, -1), "over": ended_how(period, 1)}
    asked = dict(ways)
    asked |= {f"five_{name}": and_(D.on_site_five, clause) for name, clause in ways.items()}
    asked |= {"online_solved": and_(online, ended), "online_received": and_(online, received_in(period))}
    query = select(*(count(clause) for clause in asked.values())).where(scope.is_own, or_(ended, received_in(period)))
    found = dict(zip(asked, scope.connection.execute(query).one(), strict=True))
    for part in ("", "five_"):
        found[f"{part}on"] = found[f"{part}solved"] - found[f"{part}before"] - found[f"{part}over"]
    late = moved(scope, lambda _, booking: ((name, booking.sign) for name in _yearly_names(booking, period)))
    return _yearly(scope, period, {name: value + late[name] for name, value in found.items()})


def opened(scope: Scope, period: Period, asked: Asked) -> Opened:
    """Return the very dossiers that figures count together."""
    period = period.seen_at(scope.now)
    parts = {part for cell in asked.cells for part in SUMS.get(cell, (cell,))}
    clauses = conditions(period)
    wanted = and_(known(period), or_(false(), *(clauses[name] for name in parts)))
    if asked.only is not None:
        wanted = and_(wanted, _ONLY[asked.only][0])
    if asked.key is not None:
        wanted = and_(wanted, cast(KEYS[asked.by], Text) == asked.key)
    return weighed(scope, wanted, partial(_weight, period, asked))


def weighed(scope: Scope, wanted: ColumnElement[bool], weight: Callable[[LateDossier], int]) -> Opened:
    """Return the dossiers of which a condition is true; of the late ones those that have a weight, below zero where
    they are taken back."""
    late = {one.uid: weight(one) for one in scope.late}
    lines = [line for line in _lines(scope, wanted) if line.uid not in late]
    counted = {line.uid: line for line in _lines(scope, D.uid.in_([uid for uid, weight in late.items() if weight]))}
    lines += [counted[uid] for uid, weight in late.items() for _ in range(weight)]
    back = [counted[uid] for uid, weight in late.items() for _ in range(-weight)]
    return Opened(tuple(sorted(lines, key=_by_reception)), tuple(sorted(back, key=_by_reception)))


def lines_of(scope: Scope, uids: Collection[str]) -> Opened:
    """Return dossiers by their uids, one line for each time that one is named."""
    wanted = list(dict.fromkeys(uids))
    found: dict[str, DossierLine] = {}
    for start in range(0, len(wanted), _PIECE):
        found.update((line.uid, line) for line in _lines(scope, D.uid.in_(wanted[start : start + _PIECE])))
    return Opened(tuple(sorted((found[uid] for uid in uids), key=_by_reception)))


def _weight(period: Period, asked: Asked, late: LateDossier) -> int:
    """Return how often a late dossier counts in a figure, below zero where it is taken back."""
    parts = {part for cell in asked.cells for part in SUMS.get(cell, (cell,))}
    mine = [
        one
        for one in late.bookings
        if asked.key is None or key_of(late, asked.by, one.facts) == asked.key
        if asked.only is None or _ONLY[asked.only][1](one.facts)
    ]
    return sum(value for part, value in cells_of_bookings(mine, period).items() if part in parts)


def _lines(scope: Scope, wanted: ColumnElement[bool]) -> list[DossierLine]:
    query = select(*COLUMNS).where(scope.is_own, wanted).order_by(D.received_at, D.uid)
    return [line_of(row) for row in scope.connection.execute(query)]


def _by_reception(line: DossierLine) -> tuple[Any, str]:
    return line.received_at, line.uid


def _yearly_names(booking: Booking, period: Period) -> list[str]:
    """Return which figures of the summary a booking adds to, or takes from by its sign."""
    if not period.begin <= booking.at < period.end:
        return []
    facts = booking.facts
    if booking.aspect is Aspect.RECEIVED:
        return ["online_received"] if facts.is_online else []
    how = how_ended(facts)
    return [how, *([f"five_{how}"] if facts.on_site_five else []), *(["online_solved"] if facts.is_online else [])]


def _yearly(scope: Scope, period: Period, found: dict[str, int]) -> Yearly:
    return Yearly(
        scope.agency,
        period,
        Counts(before=found["before"], on=found["on"], over=found["over"]),
        Counts(before=found["five_before"], on=found["five_on"], over=found["five_over"]),
        found["online_solved"],
        found["online_received"],
    )
