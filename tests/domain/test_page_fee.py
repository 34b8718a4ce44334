"""Fees by the page: the table of certified copies, and that more pages never cost less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.page_fee import PageRate

PAGES = st.integers(1, 9_999)


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 1, 12_000),
        (198, 1, 200_000),
        (500, 1, 200_000),
        (3, 4, 20_000),
    ],
)
def test_certified_copies_cost_what_the_circular_says(pages: int, copies: int, amount: int) -> None:
    assert PageRate().amount(pages, copies) == amount


@given(PAGES, PAGES)
def test_more_pages_never_cost_less(one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert PageRate().amount(less) <= PageRate().amount(more) <= 200_000


def test_a_rate_without_an_end_has_none() -> None:
    assert PageRate(most=0).amount(1_000) == 4_000 + 998_000


@pytest.mark.parametrize(("pages", "copies", "field"), [(0, 1, "pages"), (-1, 1, "pages"), (1, 0, "copies")])
def test_what_cannot_be_counted_is_refused(pages: int, copies: int, field: str) -> None:
    with pytest.raises(BadValue) as refused:
        PageRate().amount(pages, copies)
    assert refused.value.field == field
