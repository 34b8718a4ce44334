"""A table of figures as a value: what screens show, papers print and spreadsheets take, all of them the same."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.measures import percent
from onestop_desk.domain.money import format_dong, format_number


class Sort(StrEnum):
    """What stands in a column."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    DECIMAL = "decimal"
    DAY = "day"
    MOMENT = "moment"


NOT_TOLD = "–"
"""What stands for a share that means nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that can be opened into the dossiers it counts: `measure` names what is counted
    (services/figure_opening.py), of the row `key` of a table by `by` where there is one."""

    count: int
    measure: str
    by: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, shown in percent with two decimals."""

    part: int
    whole: int

    @property
    def is_told(self) -> bool:
        """Whether it means anything: not of nothing, nor where a correction of a closed month made a part larger than
        its whole, or less than nothing."""
        return self.whole > 0 and 0 <= self.part <= self.whole

    @property
    def value(self) -> float:
        """The share itself, 0 of nothing; never outside 0 to 1."""
        return min(1.0, max(0.0, self.part / self.whole)) if self.whole > 0 else 0.0


Cell = str | int | Decimal | Figure | Share | date | datetime | None

ORDINAL = "STT"
"""The one title of the columns that say the how-manieth a row is: an ordinal counts nothing."""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column: its title, what stands in it, its share of the width, and the title it shares with its neighbours."""

    title: str
    sort: Sort = Sort.COUNT
    width: float = 12
    group: str = ""

    @property
    def is_ordinal(self) -> bool:
        """Whether it numbers the rows."""
        return self.title == ORDINAL

    def words(self, cell: Cell) -> str:
        """Return a cell of this column as people read it; an ordinal takes no thousands dot."""
        return str(cell) if self.is_ordinal and isinstance(cell, int) else cell_words(cell, self.sort)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A report: `name` is the command line's word, `form` the official form's number where it has one; `total` is the
    last row."""

    name: str
    title: str
    period: str
    columns: tuple[FigureColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    form: str = ""
    unit: str = "hồ sơ"
    is_numbered: bool = False

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the total below them."""
        return (*self.rows, self.total) if self.total else self.rows


def cell_words(cell: Cell, sort: Sort) -> str:
    """Return a cell as people read it: 1.234, 83,94%, 23/11/2026."""
    match cell:
        case None:
            return ""
        case Figure(count=value) | (int() as value):
            return format_dong(value) if sort is Sort.MONEY else format_number(value)
        case Share(part=part, whole=whole):
            return percent(part, whole) if cell.is_told else NOT_TOLD
        case Decimal():
            return f"{cell}".replace(".", ",")
        case datetime():
            return f"{cell.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
    return str(cell)


def number_of(cell: Cell) -> int:
    """Return what a cell counts; 0 for what is no count."""
    return cell.count if isinstance(cell, Figure) else cell if isinstance(cell, int) else 0
