"""Plots of counts for screens, drawn by reportlab's charts as SVG: bars carry their numbers, so that nothing is told
by colour alone."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onestop_desk import paths
from onestop_desk.domain.plot import Plot

_FONT, _FILE = "Be Vietnam Pro", "fonts/BeVietnamPro-Regular.ttf"
_CLIP = re.compile(r"<clipPath.*?</clipPath>|<title>.*?</title>|<desc>.*?</desc>", re.DOTALL)
_ROOM = 1.7  # of a letter's height, around what is written
_LONGEST = 34  # letters of a category beside its bar
_THIN = 0.05  # of the tallest bar: a part that is thinner has no room for its number, which the table beside tells


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a plot as `#rrggbb`, and its letters in pixels; bars take `bars` in turn."""

    text: str
    line: str
    bars: tuple[str, ...]
    on_bars: tuple[str, ...]
    size: float = 12


def draw_svg(plot: Plot, width: float, height: float, ink: Ink) -> str:
    """Return a plot as SVG of so many pixels; an empty one is an empty frame."""
    from reportlab.graphics import renderSVG

    _register_font()
    # Qt's SVG knows no clipping and would paint the clip itself; nothing here reaches beyond the frame.
    return _CLIP.sub("", str(renderSVG.drawToString(_drawing(plot, (width, height), ink))))


def _drawing(plot: Plot, room: tuple[float, float], ink: Ink) -> Any:
    from reportlab.graphics.shapes import Drawing

    drawing = Drawing(*room)
    drawing.add(_chart(plot, room, ink))
    if len(plot.series) > 1:
        _add_legend(drawing, plot, room, ink)
    return drawing


def _chart(plot: Plot, room: tuple[float, float], ink: Ink) -> Any:
    from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart

    chart = HorizontalBarChart() if plot.is_lying else VerticalBarChart()
    # What a correction takes off a closed month would be drawn over the names below the axis; the table says it.
    chart.data = [tuple(max(0, count) for count in one.counts) for one in plot.series]
    _place(chart, plot, room, ink)
    _dress_axes(chart, plot, ink)
    _dress_bars(chart, plot, ink)
    return chart


def _place(chart: Any, plot: Plot, room: tuple[float, float], ink: Ink) -> None:
    beside = _beside(plot, ink) if plot.is_lying else ink.size * 3.2
    above = ink.size * (_ROOM * 2 if len(plot.series) > 1 else _ROOM)
    below = ink.size * _ROOM * 1.3
    chart.x, chart.y = beside, below
    chart.width = max(10, room[0] - beside - ink.size * 3)
    chart.height = max(10, room[1] - above - below)
    chart.categoryAxis.style = "stacked"
    chart.groupSpacing = ink.size * 0.5


def _beside(plot: Plot, ink: Ink) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return max((stringWidth(_short(one), _FONT, ink.size) for one in plot.categories), default=0) + ink.size


def _dress_axes(chart: Any, plot: Plot, ink: Ink) -> None:
    from reportlab.lib.colors import HexColor

    chart.valueAxis.valueMin, chart.valueAxis.valueMax, chart.valueAxis.valueStep = 0, plot.reach, plot.step
    chart.valueAxis.labelTextFormat = "%d"
    chart.valueAxis.visible = not plot.is_lying
    chart.categoryAxis.categoryNames = [_short(one) for one in plot.categories]
    chart.categoryAxis.reverseDirection = int(plot.is_lying)
    for axis in (chart.valueAxis, chart.categoryAxis):
        axis.strokeColor, axis.visibleTicks = HexColor(ink.line), 0
        axis.labels.fontName, axis.labels.fontSize, axis.labels.fillColor = _FONT, ink.size, HexColor(ink.text)
    chart.valueAxis.visibleGrid, chart.valueAxis.gridStrokeColor = int(not plot.is_lying), HexColor(ink.line)
    chart.valueAxis.gridStrokeWidth = 0.3


def _dress_bars(chart: Any, plot: Plot, ink: Ink) -> None:
    from reportlab.lib.colors import HexColor

    is_stack = len(plot.series) > 1
    least = _THIN * plot.tallest if is_stack else 0
    chart.barLabelFormat = lambda count: str(int(count)) if count and count >= least else ""
    for place in range(len(plot.series)):
        colour = HexColor(ink.bars[place % len(ink.bars)])
        chart.bars[place].fillColor, chart.bars[place].strokeColor = colour, HexColor(ink.line)
        chart.bars[place].strokeWidth = 0.5
        label = chart.barLabels[place]
        label.fontName, label.fontSize = _FONT, ink.size * 0.9
        label.fillColor = HexColor(ink.on_bars[place % len(ink.on_bars)] if is_stack else ink.text)
        label.boxTarget, label.boxAnchor = ("mid", "c") if is_stack else ("hi", "w" if plot.is_lying else "s")
        label.dx, label.dy = (3, 0) if plot.is_lying and not is_stack else (0, 0 if is_stack else 2)


def _add_legend(drawing: Any, plot: Plot, room: tuple[float, float], ink: Ink) -> None:
    from reportlab.graphics.shapes import Rect, String
    from reportlab.lib.colors import HexColor
    from reportlab.pdfbase.pdfmetrics import stringWidth

    x, y = ink.size, room[1] - ink.size * 1.3
    for place, one in enumerate(plot.series):
        colour = HexColor(ink.bars[place % len(ink.bars)])
        drawing.add(Rect(x, y, ink.size, ink.size, fillColor=colour, strokeColor=HexColor(ink.line), strokeWidth=0.5))
        words = String(x + ink.size * 1.4, y + ink.size * 0.15, one.name, fontName=_FONT, fontSize=ink.size)
        words.fillColor = HexColor(ink.text)
        drawing.add(words)
        x += stringWidth(one.name, _FONT, ink.size) + ink.size * 3


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


@lru_cache(maxsize=1)
def _register_font() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(_FONT, str(paths.resource(_FILE))))
