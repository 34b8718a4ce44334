"""Shares as people read them, also where a correction of a closed month leaves no whole to speak of."""

from decimal import Decimal

import pytest

from onestop_desk.domain.figures import Share, Sort, cell_words
from onestop_desk.domain.quality import IndexGroup


@pytest.mark.parametrize(
    ("part", "whole", "words", "value"),
    [
        (5, 61953, "0,01%", 5 / 61953),
        (0, 7, "0,00%", 0.0),
        (7, 7, "100,00%", 1.0),
        (0, 0, "–", 0.0),
        (-1, 3, "–", 0.0),
        (2, 1, "–", 1.0),
        (-1, -1, "–", 0.0),
    ],
)
def test_a_share_that_means_nothing_is_not_told(part: int, whole: int, words: str, value: float) -> None:
    assert cell_words(Share(part, whole), Sort.SHARE) == words
    assert Share(part, whole).value == value


@pytest.mark.parametrize(
    ("part", "whole", "score"), [(1, 2, "10.00"), (3, 2, "20.00"), (-1, 2, "0.00"), (1, -1, "0.00")]
)
def test_a_score_stays_between_nothing_and_its_weight(part: int, whole: int, score: str) -> None:
    assert IndexGroup("progress", 20, Share(part, whole)).score == Decimal(score)
