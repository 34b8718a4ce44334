"""How large the public screen writes: by its own height, whatever text size the clerk has chosen, and where lines
break."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from onestop_desk.ui import theme

_HIGH, _WIDE = 1080, 1700
"""The screen at which sizes are given: a higher one has larger letters, unless it is too narrow for them."""


@dataclass(frozen=True, slots=True)
class Scale:
    """By how much a screen is larger than the one at which sizes are given."""

    factor: float = 1.0

    def px(self, size: float) -> int:
        """Return a size on this screen."""
        return max(1, round(size * self.factor))

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the office's font on this screen."""
        made = QFont(theme.FAMILY)
        made.setPixelSize(self.px(size))
        made.setWeight(weight)
        return made


def scale_of(size: QSize) -> Scale:
    """Return the scale of a screen."""
    return Scale(min(size.height() / _HIGH, size.width() / _WIDE))


class Ruler:
    """Breaks texts of one font into lines; remembers how wide each word is, for hundreds of texts come at once."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}
        self._space = self._metrics.horizontalAdvance(" ") + 1  # words beside each other may need a little more
        self.leading = self._metrics.lineSpacing()

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return a text as lines; where it takes more than `most`, the last one ends in an ellipsis."""
        lines: list[str] = []
        used = 0
        for word in text.split():
            wide = self._width(word)
            if not lines or used + wide > width:
                lines.append(word if wide <= width else self._elided(word, width))
                used = 0
            else:
                lines[-1] += f" {word}"
            used += wide + self._space
        if len(lines) > most:
            lines = [*lines[: most - 1], self._elided(f"{lines[most - 1]} {lines[most]}", width)]
        return tuple(lines)

    def _elided(self, text: str, width: int) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _width(self, word: str) -> int:
        if word not in self._widths:
            self._widths[word] = self._metrics.horizontalAdvance(word)
        return self._widths[word]
