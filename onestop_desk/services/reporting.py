"""Figures from the register, counted where the rows are: Biểu 06, the yearly summary, and the dossiers behind each.

The queries say what domain/measures.py defines, in SQL that every engine speaks; a test holds the two together.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Text, and_, case, cast, false, func, or_, select, type_coerce

from onestop_desk.domain.application import Channel
from onestop_desk.domain.measures import CELLS, SUMS, Counts, Period
from onestop_desk.models.base import to_microseconds
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.projection import DOSSIER

_DAY_US = 86_400_000_000
_OFFSET_US = 7 * 3_600_000_000
"""Vietnam is seven hours ahead of UTC all year."""

D = DOSSIER.c


class By(StrEnum):
    """What the rows of a table are."""

    FIELD = "field"
    PROCEDURE = "procedure"
    COUNTER = "counter"


_KEYS: dict[By, Column[Any]] = {By.FIELD: D.field, By.PROCEDURE: D.procedure_code, By.COUNTER: D.counter}


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


def bieu06(desk: Desk, period: Period, by: By = By.FIELD) -> Bieu06:
    """Count Biểu 06 of this agency's own dossiers."""
    key = _KEYS[by]
    sums = [func.sum(case((clause, 1), else_=0)).label(name) for name, clause in _clauses(period).items()]
    query = select(key.label("key"), *sums).where(_of(desk), _known(period)).group_by(key).order_by(key)
    with desk.reading() as connection:
        rows = connection.execute(query).all()
        names = _names(connection) if by is By.PROCEDURE else {}
    made = [FigureRow(str(row.key), names.get(str(row.key), str(row.key)), Counts(*row[1:])) for row in rows]
    return Bieu06(desk.state.agency, period, tuple(made))


def yearly(desk: Desk, period: Period) -> Yearly:
    """Count what was solved: in all, at one place, online."""
    ended, online = _ended_in(period), D.channel == Channel.ONLINE.value
    ways = {"before": _ended_how(period, -1), "on": _ended_how(period, 0), "over": _ended_how(period, 1)}
    asked = dict(ways)
    asked |= {f"five_{name}": and_(clause, D.on_site_five) for name, clause in ways.items()}
    asked |= {"online_solved": and_(ended, online), "online_received": and_(_received_in(period), online)}
    sums = [func.coalesce(func.sum(case((clause, 1), else_=0)), 0) for clause in asked.values()]
    with desk.reading() as connection:
        row = connection.execute(select(*sums).where(_of(desk), or_(ended, _received_in(period)))).one()
    found = dict(zip(asked, row, strict=True))
    return Yearly(
        desk.state.agency,
        period,
        Counts(before=found["before"], on=found["on"], over=found["over"]),
        Counts(before=found["five_before"], on=found["five_on"], over=found["five_over"]),
        found["online_solved"],
        found["online_received"],
    )


def opened(desk: Desk, period: Period, cell: str, by: By = By.FIELD, key: str | None = None) -> tuple[DossierLine, ...]:
    """Return the very dossiers that a figure counts, by its name in Counts; of one row where a key is given."""
    clauses = _clauses(period)
    wanted = or_(false(), *(clauses[name] for name in SUMS.get(cell, (cell,))))
    query = select(*COLUMNS).where(_of(desk), _known(period), wanted)
    if key is not None:
        query = query.where(cast(_KEYS[by], Text) == key)
    with desk.reading() as connection:
        return tuple(line_of(row) for row in connection.execute(query.order_by(D.received_at, D.id)))


def overdue(desk: Desk, period: Period) -> tuple[DossierLine, ...]:
    """Return what ended late in the period or was late at its end, earliest promise first."""
    clauses = _clauses(period)
    query = select(*COLUMNS).where(_of(desk), _known(period), or_(clauses["over"], clauses["open_late"]))
    with desk.reading() as connection:
        return tuple(line_of(row) for row in connection.execute(query.order_by(D.original_due_at, D.id)))


def _clauses(period: Period) -> dict[str, ColumnElement[bool]]:
    """Return each figure of Counts as a condition on one dossier."""
    new, online = _received_in(period), D.channel == Channel.ONLINE.value
    still_open = or_(D.finished_at.is_(None), D.finished_at >= period.end)
    late = and_(D.original_due_at.is_not(None), _day(D.original_due_at) < _day_number(period))
    clauses = (
        *(and_(new, online), and_(new, D.channel != Channel.ONLINE.value), D.received_at < period.begin),
        *(_ended_how(period, -1), _ended_how(period, 0), _ended_how(period, 1)),
        *(and_(still_open, or_(D.original_due_at.is_(None), _day(D.original_due_at) >= _day_number(period))),),
        and_(still_open, late),
    )
    return dict(zip(CELLS, clauses, strict=True))


def _of(desk: Desk) -> ColumnElement[bool]:
    """Count an interlinked dossier once, at its origin."""
    return D.agency == desk.state.agency


def _known(period: Period) -> ColumnElement[bool]:
    return and_(D.received_at < period.end, or_(D.finished_at.is_(None), D.finished_at >= period.begin))


def _received_in(period: Period) -> ColumnElement[bool]:
    return and_(D.received_at >= period.begin, D.received_at < period.end)


def _ended_in(period: Period) -> ColumnElement[bool]:
    return and_(D.finished_at >= period.begin, D.finished_at < period.end)


def _ended_how(period: Period, sign: int) -> ColumnElement[bool]:
    """Compare the day of the end with the promised day: before (-1), on (0; no promise too), over (1)."""
    ended, promised = _day(D.finished_at), _day(D.original_due_at)
    if sign == 0:
        return and_(_ended_in(period), or_(D.original_due_at.is_(None), ended == promised))
    return and_(_ended_in(period), ended < promised if sign < 0 else ended > promised)


def _day(moment: Column[Any]) -> ColumnElement[int]:
    """Return the number of a moment's day in Vietnam since 1970."""
    return (type_coerce(moment, BigInteger) + _OFFSET_US) // _DAY_US


def _day_number(period: Period) -> int:
    return (to_microseconds(period.end) + _OFFSET_US) // _DAY_US - 1


def _names(connection: Any) -> dict[str, str]:
    query = select(D.procedure_code, func.max(D.procedure_name)).group_by(D.procedure_code)
    return {row[0]: str(row[1]) for row in connection.execute(query)}
