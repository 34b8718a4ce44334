"""Bars of plots on paper, told apart without colour: white, hatched and black hold through every printer and copier."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from onestop_desk.documents.lettering import Pen, literal, plain, wrap
from onestop_desk.documents.sheet import Sheet
from onestop_desk.domain.money import format_number
from onestop_desk.domain.plot import Plot

GREY = 0.75  # of white: bars that stand alone
OUTLINE = 0.7  # points
EMPTY = "Không có số liệu trong kỳ"

_WHITES, _HATCHED = (1, 1, 0), 1  # of the parts of a stack, from the axis up
_HATCH, _HATCHING = 1.3, 0.45  # millimetres between two lines, points that one is thick
_GRID, _GRID_GREY = 0.4, 0.6
_BAR, _SLOT = 0.7, 0.9  # of a category's width: its bar, and what is written at it
_LARGEST, _LEAST = (
    8.0,
    5.0,
)  # points of what is written at a category; numbers are left to the table rather than smaller
_GAP = 0.8  # millimetres between what is written and what it belongs to

Box = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Where bars stand: left, right, the height of nothing and of the axis's end, and what that end counts."""

    left: float
    right: float
    bottom: float
    top: float
    reach: int

    def height(self, count: int) -> float:
        """Return how tall a count is."""
        return (self.bottom - self.top) * max(0, count) / self.reach


def draw_standing_bars(sheet: Sheet, box: Box, plot: Plot) -> None:
    """Draw a plot into a box, with its axis, its categories, and a legend where it has several series."""
    x, top, width, height = box
    pen = plain(_LARGEST)
    if plot.is_empty:
        sheet.frame((x, top), width, height, OUTLINE)
        sheet.write_centred(x + width / 2, top + height / 2, EMPTY, pen)
        return
    left = x + pen.width(format_number(plot.reach)) + _GAP
    slot = (x + width - left) / len(plot.categories)
    labels = _fitting(plot.categories, slot, _words) or plain(_LEAST)
    lines = [wrap(one, labels, slot * _SLOT) for one in plot.categories]
    bottom = top + height - max(map(len, lines)) * labels.leading - _GAP
    area = _Area(left, x + width, bottom, top + pen.leading * (2 if len(plot.series) > 1 else 1), plot.reach)
    _draw_axis(sheet, area, plot.step, pen)
    _draw_bars(sheet, area, plot)
    for place, category in enumerate(lines):
        for row, line in enumerate(category):
            y = bottom + _GAP + row * labels.leading + labels.rise
            sheet.write_centred(left + slot * (place + 0.5), y, line, labels)
    if len(plot.series) > 1:
        _draw_legend(sheet, (left, top), plot, pen)


def draw_bar(sheet: Sheet, box: Box, kind: int | None = None) -> None:
    """Draw a bar of a series by its place from the axis, or one that stands alone."""
    x, top, width, height = box
    sheet.block((x, top), width, height, GREY if kind is None else _WHITES[kind % len(_WHITES)])
    if kind == _HATCHED:
        _hatch(sheet, box)
    sheet.frame((x, top), width, height, OUTLINE)


def _draw_axis(sheet: Sheet, area: _Area, step: int, pen: Pen) -> None:
    for count in range(0, area.reach + 1, step):
        y = area.bottom - area.height(count)
        if count:
            sheet.rule((area.left, y), (area.right, y), _GRID, _GRID_GREY)
        sheet.write_right(area.left - _GAP, y + pen.rise - pen.leading / 2, format_number(count), pen)
    sheet.rule((area.left, area.bottom), (area.right, area.bottom), OUTLINE)


def _draw_bars(sheet: Sheet, area: _Area, plot: Plot) -> None:
    slot = (area.right - area.left) / len(plot.categories)
    numbers = _fitting([format_number(one) for row in plot.series for one in row.counts], slot, lambda text: [text])
    is_stack = len(plot.series) > 1
    for place in range(len(plot.categories)):
        x, y = area.left + slot * (place + (1 - _BAR) / 2), area.bottom
        for kind, series in enumerate(plot.series):
            count = series.counts[place]
            height = area.height(count)
            y -= height
            if height:
                draw_bar(sheet, (x, y, slot * _BAR, height), kind if is_stack else None)
            if numbers and height:
                _draw_number(sheet, (x, y, slot * _BAR, height), format_number(count), numbers, is_stack=is_stack)


def _draw_number(sheet: Sheet, box: Box, number: str, pen: Pen, *, is_stack: bool) -> None:
    """Write a count on white above its bar, or in its part of a stack; a part too thin leaves it to the table."""
    x, top, width, height = box
    wide, tall = pen.width(number) + _GAP, pen.leading
    if is_stack and (height < tall + _GAP or width < wide):
        return
    above = top + (height - tall) / 2 if is_stack else top - _GAP / 2 - tall
    sheet.block((x + (width - wide) / 2, above), wide, tall, 1)
    sheet.write_centred(x + width / 2, above + pen.rise, number, pen)


def _draw_legend(sheet: Sheet, corner: tuple[float, float], plot: Plot, pen: Pen) -> None:
    x, top = corner
    side = pen.leading * 0.8
    for kind, series in enumerate(plot.series):
        draw_bar(sheet, (x, top, side * 1.6, side), kind)
        sheet.write(x + side * 1.6 + _GAP, top + pen.rise - pen.leading * 0.1, series.name, pen)
        x += side * 1.6 + pen.width(literal(series.name)) + 5


def _hatch(sheet: Sheet, box: Box) -> None:
    """Draw slanted lines through a box, cut at its sides."""
    x, top, width, height = box
    for place in range(1, int((width + height) / _HATCH) + 1):
        across = place * _HATCH
        start, end = max(0.0, across - height), min(width, across)
        sheet.rule((x + start, top + across - start), (x + end, top + across - end), _HATCHING)


def _fitting(texts: tuple[str, ...] | list[str], width: float, parts: Callable[[str], list[str]]) -> Pen | None:
    """Return the largest pen with which every part of the texts fits a width; None where it would be too small."""
    pen = plain(_LARGEST)
    widest = max(pen.width(part) for text in texts for part in parts(literal(text)))
    size = min(_LARGEST, floor(10 * _LARGEST * width * _SLOT / widest) / 10) if widest else _LARGEST
    return plain(size) if size >= _LEAST else None


def _words(text: str) -> list[str]:
    return text.split(" ")
