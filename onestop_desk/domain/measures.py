"""What the published figures count, each defined once (domain.md §7; Biểu 06 of the administrative-control office).

Figures are about days in Vietnam. A dossier is *received* on the day of its reception and *solved* on the day its
processing ended: finished, withdrawn, stopped, or refused after reception. Both ends of a period belong to it.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from onestop_desk.domain.calendar import VIETNAM, timeliness
from onestop_desk.domain.errors import BadValue


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; raises BadValue when they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise BadValue("period", "ends_before_start", f"{self.first} {self.last}")

    @property
    def begin(self) -> datetime:
        """The first moment that belongs to the period."""
        return datetime.combine(self.first, time(0), VIETNAM)

    @property
    def end(self) -> datetime:
        """The first moment that no longer does."""
        return datetime.combine(self.last + timedelta(days=1), time(0), VIETNAM)


@dataclass(frozen=True, slots=True)
class Counts:
    """Dossiers of one row of Biểu 06, by the official numbers of the columns that are not sums of others."""

    online: int = 0
    direct: int = 0
    carried: int = 0
    before: int = 0
    on: int = 0
    over: int = 0
    open_in_time: int = 0
    open_late: int = 0

    @property
    def received(self) -> int:
        """Column 3: everything there was to do."""
        return self.online + self.direct + self.carried

    @property
    def solved(self) -> int:
        """Column 7."""
        return self.before + self.on + self.over

    @property
    def open(self) -> int:
        """Column 11."""
        return self.open_in_time + self.open_late

    def columns(self) -> dict[str, int]:
        """Return the figures by their official column numbers, 3 to 13."""
        values = (
            *(self.received, self.online, self.direct, self.carried, self.solved, self.before, self.on, self.over),
            *(self.open, self.open_in_time, self.open_late),
        )
        return {str(number): value for number, value in enumerate(values, 3)}

    def __add__(self, other: "Counts") -> "Counts":
        """Add two rows."""
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


CELLS = tuple(one.name for one in fields(Counts))
"""The figures that can be opened into the dossiers they count; sums are opened as their parts together."""

SUMS = {
    "received": ("online", "direct", "carried"),
    "solved": ("before", "on", "over"),
    "open": ("open_in_time", "open_late"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """What of a dossier the figures look at."""

    received_at: datetime
    ended_at: datetime | None
    original_due_at: datetime | None
    is_online: bool


def cells_of(case: Case, period: Period) -> frozenset[str]:
    """Return the figures of Biểu 06 that count a dossier; none when the period does not know it."""
    if case.received_at >= period.end:
        return frozenset()
    is_new = case.received_at >= period.begin
    if not is_new and case.ended_at is not None and case.ended_at < period.begin:
        return frozenset()
    came = "carried" if not is_new else "online" if case.is_online else "direct"
    if case.ended_at is not None and case.ended_at < period.end:
        return frozenset({came, timeliness(case.ended_at, case.original_due_at).value})
    return frozenset({came, "open_late" if _is_late(case.original_due_at, period.last) else "open_in_time"})


def percent(part: int, whole: int) -> str:
    """Return a share as the province writes it: `83,94%`; of nothing, `0,00%`."""
    share = Decimal(part * 100) / Decimal(whole) if whole else Decimal(0)
    return f"{share.quantize(Decimal('0.01'), ROUND_HALF_UP)}%".replace(".", ",")


def _is_late(due_at: datetime | None, day: date) -> bool:
    return due_at is not None and due_at.astimezone(VIETNAM).date() < day
