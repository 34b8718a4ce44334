"""Code 128 and QR as vectors on the printer's dot grid.

A bar is a whole number of dots of a 203 dpi printer, begins on a dot, and is drawn a tenth of a dot narrower: drawn
so, 48 of 48 distorted scans are read, and 24 to 39 with free widths.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from onestop_desk.documents.sheet import DOT, Sheet

QUIET = 10  # modules of white on each side of a Code 128 (ISO/IEC 15417)
QR_QUIET = 4  # modules of white around a QR code (ISO/IEC 18004)
_INSET = 0.1  # dots that a bar is narrower than its place
_THICK, _THIN = 3, 2  # dots a module: the better size, and the smallest that scanners read


@dataclass(frozen=True, slots=True)
class Bars:
    """A Code 128 ready to draw: its modules as 0 and 1, and how many dots each takes."""

    modules: str
    dots: int

    @property
    def width(self) -> float:
        """Return the width with both quiet zones, in millimetres."""
        return (len(self.modules) + 2 * QUIET) * self.dots * DOT


def bars(code: str, room: float) -> Bars | None:
    """Return a code as bars for so many millimetres: 3 dots a module where it fits, else 2; None where neither does.

    Raises ValueError if the code holds anything but printable ASCII.
    """
    modules = _modules(code)
    for dots in (_THICK, _THIN):
        made = Bars(modules, dots)
        if made.width <= room + 1e-6:
            return made
    return None


def draw_bars(sheet: Sheet, corner: tuple[float, float], made: Bars, height: float) -> None:
    """Draw bars from the upper left corner of their quiet zone, moved to the nearest dot."""
    left, top = round(corner[0] / DOT) + QUIET * made.dots, round(corner[1] / DOT)
    sheet.fill((left, top), _path(made, round(height / DOT)))


def qr_width(text: str, dots: int = 4) -> float:
    """Return the side of a QR code without its quiet zone, in millimetres, at so many dots a module."""
    return len(_matrix(text)) * dots * DOT


def draw_qr(sheet: Sheet, corner: tuple[float, float], text: str, dots: int = 4) -> None:
    """Draw a QR code from its upper left corner, moved to the nearest dot; the quiet zone is the caller's."""
    sheet.fill((round(corner[0] / DOT), round(corner[1] / DOT)), _qr_path(text, dots))


@lru_cache(maxsize=256)
def _path(made: Bars, tall: int) -> str:
    """Return the bars in dots: a 20th of a dot is left out on either side of each."""
    return "\n".join(
        f"{place * made.dots + _INSET / 2:g} 0 {length * made.dots - _INSET:g} {tall} re"
        for place, length in _runs(made.modules)
    )


@lru_cache(maxsize=256)
def _qr_path(text: str, dots: int) -> str:
    return "\n".join(
        f"{place * dots} {row * dots} {length * dots} {dots} re"
        for row, line in enumerate(_matrix(text))
        for place, length in _runs(line)
    )


def _runs(modules: str) -> list[tuple[int, int]]:
    runs, place = [], 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark == "1":
            runs.append((place, length))
        place += length
    return runs


@lru_cache(maxsize=256)
def _matrix(text: str) -> tuple[str, ...]:
    from onestop_desk.documents.symbols import qr_rows  # segno takes 40 ms to load: only where paper is made

    return qr_rows(text)


@lru_cache(maxsize=256)
def _modules(code: str) -> str:
    from onestop_desk.documents.symbols import code_128

    return code_128(code)
