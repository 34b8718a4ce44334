"""How well an office does: the index of Quyết định 766/QĐ-TTg and the points of chapter V of Nghị định 61/2018/NĐ-CP.

The letter of both could not be checked against the gazette here: weights and the two limits of a criterion are values
that an office may change (docs/admin/chi-so.md), and a supervisor's own points go before the computed ones.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.figures import Share

GROUPS = ("publicity", "progress", "online", "payment", "digitisation", "satisfaction")
WEIGHTS = (18, 20, 12, 10, 22, 18)
_CENT = Decimal("0.01")
_POINTS = re.compile("([0-9]{1,3})=([0-9]{1,3})")

CRITERIA = 9
MOST_POINTS = 2
GRADES = ((15, "excellent"), (12, "good"), (9, "fair"), (6, "average"), (0, "weak"))
LIMITS: dict[int, tuple[float, float]] = {
    1: (0.95, 0.8),
    2: (0.95, 0.8),
    3: (0.98, 0.9),
    6: (0.9, 0.7),
    8: (1.0, 0.8),
    9: (0.5, 0.2),
}
"""Of a criterion that the register can measure: the share that earns two points, and the one that earns one."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """A group of the index: its weight, the share that was reached, and the score they make."""

    name: str
    weight: int
    share: Share

    @property
    def score(self) -> Decimal:
        """The weight's part that was reached, with two decimals; a group of nothing scores nothing."""
        if self.share.whole <= 0:
            return Decimal("0.00")
        part = min(max(self.share.part, 0), self.share.whole)
        return (Decimal(self.weight * part) / self.share.whole).quantize(_CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the evaluation: its points, None while nobody has given any; `share` where it is measured."""

    number: int
    points: int | None
    share: Share | None = None
    is_given: bool = False


def read_weights(text: str) -> tuple[int, ...]:
    """Read six whole weights that make a hundred, e.g. `18 20 12 10 22 18`; raises BadValue."""
    try:
        weights = tuple(int(part) for part in text.split())
    except ValueError:
        raise BadValue("weights", "number", text) from None
    if len(weights) != len(GROUPS) or sum(weights) != 100 or min(weights) < 0:
        raise BadValue("weights", "sum", text)
    return weights


def read_points(text: str) -> dict[int, int]:
    """Read a supervisor's own points for criteria, e.g. `4=2 5=2 7=1`; nothing gives none; raises BadValue."""
    found: dict[int, int] = {}
    for part in text.split():
        read = _POINTS.fullmatch(part)
        if read is None:
            raise BadValue("points", "format", part)
        number, points = int(read[1]), int(read[2])
        _require_points(number, points)
        if number in found:
            raise BadValue("criterion", "duplicate", part)
        found[number] = points
    return found


def index_of(shares: Mapping[str, Share], weights: tuple[int, ...] = WEIGHTS) -> tuple[IndexGroup, ...]:
    """Return the groups of the index in their order."""
    return tuple(IndexGroup(name, weight, shares[name]) for name, weight in zip(GROUPS, weights, strict=True))


def evaluate(shares: Mapping[int, Share], given: Mapping[int, int]) -> tuple[Criterion, ...]:
    """Return the nine criteria; raises BadValue for points that do not exist."""
    for number, points in given.items():
        _require_points(number, points)
    return tuple(_criterion(number, shares.get(number), given.get(number)) for number in range(1, CRITERIA + 1))


def grade(criteria: tuple[Criterion, ...]) -> str | None:
    """Return the word of GRADES for the points in all, None while a criterion has none."""
    points = [one.points for one in criteria]
    if any(one is None for one in points):
        return None
    total = sum(one for one in points if one is not None)
    return next(word for least, word in GRADES if total >= least)


def _require_points(number: int, points: int) -> None:
    if not 1 <= number <= CRITERIA:
        raise BadValue("criterion", "unknown", str(number))
    if not 0 <= points <= MOST_POINTS:
        raise BadValue("points", "range", str(points))


def _criterion(number: int, share: Share | None, given: int | None) -> Criterion:
    if given is not None:
        return Criterion(number, given, share, is_given=True)
    if share is None or share.whole <= 0:
        return Criterion(number, None, share)
    two, one = LIMITS[number]
    return Criterion(number, 2 if share.value >= two else 1 if share.value >= one else 0, share)
