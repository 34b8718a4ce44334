"""A supervisor's own points are read whole or not at all."""

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.quality import read_points


@pytest.mark.parametrize(
    ("text", "points"), [("", {}), ("  ", {}), ("4=2 5=2 7=1", {4: 2, 5: 2, 7: 1}), (" 9=0\n1=1", {9: 0, 1: 1})]
)
def test_points_are_read_by_their_criteria(text: str, points: dict[int, int]) -> None:
    assert read_points(text) == points


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("4", "points", "format"),
        ("4:2", "points", "format"),
        ("=2", "points", "format"),
        ("4=2,5=2", "points", "format"),
        ("4=-1", "points", "format"),
        ("４=2", "points", "format"),
        (f"{'4' * 5000}=2", "points", "format"),
        ("4=3", "points", "range"),
        ("0=1", "criterion", "unknown"),
        ("10=1", "criterion", "unknown"),
        ("4=2 4=1", "criterion", "duplicate"),
    ],
)
def test_points_that_cannot_be_are_refused(text: str, field: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        read_points(text)
    assert (refused.value.field, refused.value.reason) == (field, reason)
