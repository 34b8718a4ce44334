"""What the published figures count, each defined once (domain.md §7; Biểu 06 of the administrative-control office).

Figures are about days in Vietnam. A dossier is *received* on the day of its reception and *solved* on the day its
processing ended: finished, withdrawn, stopped, or refused after reception. Both ends of a period belong to it.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import VIETNAM, timeliness
from onestop_desk.domain.codes import YEARS
from onestop_desk.domain.errors import BadValue


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; raises BadValue when they are the wrong way round.

    `at` is when a period that is not over yet is looked at: nothing is late in it that may still be in time.
    """

    first: date
    last: date
    at: datetime | None = None

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

    @property
    def until(self) -> datetime:
        """Where what is open is measured: the end, or now where the period still runs."""
        return self.end if self.at is None else self.at

    @property
    def open_on(self) -> date:
        """The day on which what is open is measured."""
        return self.last if self.at is None else self.at.astimezone(VIETNAM).date()

    @property
    def late_before(self) -> datetime:
        """The first moment of that day: an open dossier that was due before it is late."""
        return datetime.combine(self.open_on, time(0), VIETNAM)

    def seen_at(self, now: datetime) -> "Period":
        """Return the period as it can be seen at a moment."""
        return Period(self.first, self.last, now if now < self.end else None)


def read_period(first: date, last: date) -> Period:
    """Return the days that a person asks for; raises BadValue for years that no register has, and as Period does."""
    if first.year not in YEARS or last.year not in YEARS:
        raise BadValue("period", "years", f"{first} {last}")
    return Period(first, last)


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
class Facts:
    """What of a dossier the figures look at; `measured_due_at` is None too for what waits for the person."""

    received_at: datetime
    ended_at: datetime | None
    measured_due_at: datetime | None
    field: str = ""
    procedure_code: str = ""
    counter: int = 0
    channel: Channel = Channel.DIRECT
    on_site_five: bool = False

    @property
    def is_online(self) -> bool:
        """Whether it came over the network."""
        return self.channel is Channel.ONLINE


def cells_of(facts: Facts, period: Period) -> frozenset[str]:
    """Return the figures of Biểu 06 that count a dossier; none when the period does not know it."""
    if facts.received_at >= period.end:
        return frozenset()
    is_new = facts.received_at >= period.begin
    if not is_new and facts.ended_at is not None and facts.ended_at < period.begin:
        return frozenset()
    came = "carried" if not is_new else "online" if facts.is_online else "direct"
    if facts.ended_at is not None and facts.ended_at < period.end:
        return frozenset({came, how_ended(facts)})
    return frozenset({came, how_open(facts, period.open_on)})


def how_ended(facts: Facts) -> str:
    """Return before, on or over: the day of the end beside the promised day."""
    if facts.ended_at is None:
        raise ValueError("the processing has not ended")
    return timeliness(facts.ended_at, facts.measured_due_at).value


def how_open(facts: Facts, day: date) -> str:
    """Return open_in_time or open_late, as an open dossier stands at the end of a day."""
    due_at = facts.measured_due_at
    is_late = due_at is not None and due_at.astimezone(VIETNAM).date() < day
    return "open_late" if is_late else "open_in_time"


def percent(part: int, whole: int) -> str:
    """Return a share as the province writes it: `83,94%`; of nothing, `0,00%`."""
    share = Decimal(part * 100) / Decimal(whole) if whole else Decimal(0)
    return f"{share.quantize(Decimal('0.01'), ROUND_HALF_UP)}%".replace(".", ",")
