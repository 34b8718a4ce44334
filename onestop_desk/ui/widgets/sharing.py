"""How a table's width is shared out among its columns."""

from bisect import bisect_right
from collections.abc import Sequence


def shared_out(wanted: Sequence[int], least: Sequence[int], room: int, widest: int) -> list[int]:
    """Return a width in pixels for every column: the column `widest` takes what is left of `room`; where room is
    scarce the widest give way first, and none becomes narrower than its least width."""

    def capped(most: int) -> list[int]:
        return [max(floor, min(width, most)) for width, floor in zip(wanted, least, strict=True)]

    caps = range(max(wanted) + 1)
    widths = capped(bisect_right(caps, room, key=lambda most: sum(capped(most))) - 1)
    widths[widest] += max(0, room - sum(widths))
    return widths
