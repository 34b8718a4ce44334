"""The axis of a plot: round steps, a few of them, that reach the tallest bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.plot import Plot, Series


def _plot(*counts: int) -> Plot:
    return Plot(tuple(map(str, counts)), (Series("x", counts),))


@pytest.mark.parametrize(
    ("tallest", "step", "reach"),
    [
        (0, 1, 1), (1, 1, 1), (5, 1, 5), (6, 2, 6), (7, 2, 8), (25, 5, 25), (26, 10, 30),
        (604, 200, 800), (1_284, 500, 1_500), (61_953, 20_000, 80_000),
    ],
)  # fmt: skip
def test_the_axis_counts_in_round_steps(tallest: int, step: int, reach: int) -> None:
    assert (_plot(0, tallest).step, _plot(0, tallest).reach) == (step, reach)


@given(st.lists(st.integers(-1_000, 10**9), max_size=30))
def test_the_axis_reaches_every_bar_in_one_to_five_steps(counts: list[int]) -> None:
    plot = _plot(*counts)
    assert plot.tallest <= plot.reach and plot.reach % plot.step == 0
    assert 1 <= plot.reach // plot.step <= 5
    assert int(str(plot.step).rstrip("0")) in (1, 2, 5)


def test_parts_of_a_stack_count_together_and_what_is_taken_off_has_no_height() -> None:
    plot = Plot(("a", "b"), (Series("x", (3, -4)), Series("y", (2, 9))))
    assert plot.tallest == 9
    assert not plot.is_empty and Plot((), ()).is_empty and _plot(0, 0).is_empty
