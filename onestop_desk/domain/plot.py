"""A plot as a value: what screens and papers draw, and the table that says the same in numbers."""

from dataclasses import dataclass
from itertools import count

from onestop_desk.domain.figures import FigureTable

_MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: its name and a count for each category."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn: categories along the axis, one series or several on top of each other."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_lying: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(any(one.counts) for one in self.series)

    @property
    def tallest(self) -> int:
        """The height of the tallest bar; what a correction takes off a closed month has none."""
        columns = zip(*(one.counts for one in self.series), strict=True)
        return max((sum(max(0, one) for one in column) for column in columns), default=0)

    @property
    def step(self) -> int:
        """The smallest of 1, 2, 5, 10, 20, … of which five reach the tallest bar."""
        rounds = (digit * 10**power for power in count() for digit in (1, 2, 5))
        step: int = next(one for one in rounds if one * _MOST_STEPS >= self.tallest)
        return step

    @property
    def reach(self) -> int:
        """Where the axis ends: the first whole step that the tallest bar does not pass."""
        return self.step * max(1, -(-self.tallest // self.step))


@dataclass(frozen=True, slots=True)
class Plotted:
    """A plot and its table."""

    plot: Plot
    table: FigureTable
