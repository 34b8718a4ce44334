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
_TO_C, _TO_B, _START_B, _START_C = 99, 100, 104, 105  # ISO/IEC 15417, table 1


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
    start = round(corner[0] / DOT) + QUIET * made.dots
    top, tall = round(corner[1] / DOT) * DOT, round(height / DOT) * DOT
    boxes = [
        ((start + place * made.dots + _INSET / 2) * DOT, top, (length * made.dots - _INSET) * DOT, tall)
        for place, length in _runs(made.modules)
    ]
    sheet.fill(boxes)


def qr_width(text: str, dots: int = 4) -> float:
    """Return the side of a QR code without its quiet zone, in millimetres, at so many dots a module."""
    return len(_matrix(text)) * dots * DOT


def draw_qr(sheet: Sheet, corner: tuple[float, float], text: str, dots: int = 4) -> None:
    """Draw a QR code from its upper left corner, moved to the nearest dot; the quiet zone is the caller's."""
    left, top = round(corner[0] / DOT), round(corner[1] / DOT)
    sheet.fill(
        ((left + place * dots) * DOT, (top + row * dots) * DOT, length * dots * DOT, dots * DOT)
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
    import segno  # loads in 20 ms, and only a printed paper needs it

    made = segno.make_qr(text, error="m", boost_error=False)
    return tuple("".join("1" if module & 1 else "0" for module in row) for row in made.matrix)


@lru_cache(maxsize=256)
def _modules(code: str) -> str:
    from barcode.charsets import code128

    if not (code and code.isascii() and code.isprintable()):
        raise ValueError(f"Code 128 here takes printable ASCII, not {code!r}")
    values = _values(code)
    check = (values[0] + sum(place * value for place, value in enumerate(values))) % 103
    return "".join(code128.CODES[value] for value in [*values, check]) + code128.STOP + "11"


def _values(code: str) -> list[int]:
    """Return the fewest symbol values that spell a code: letters from set B, pairs of digits from set C."""
    from barcode.charsets import code128

    in_b: dict[int, list[int]] = {len(code): []}
    in_c: dict[int, list[int]] = {len(code): [], len(code) + 1: []}
    for place in range(len(code) - 1, -1, -1):
        pair = code[place : place + 2]
        as_letter = [code128.B[code[place]], *in_b[place + 1]]
        in_b[place], in_c[place] = as_letter, [_TO_B, *as_letter]
        if len(pair) == 2 and pair.isdigit():
            as_pair = [int(pair), *in_c[place + 2]]
            in_b[place] = min(as_letter, [_TO_C, *as_pair], key=len)
            in_c[place] = min(as_pair, [_TO_B, *as_letter], key=len)
    return _started(in_b[0], in_c[0])


def _started(in_b: list[int], in_c: list[int]) -> list[int]:
    """Put the start symbol first; a switch in first place becomes the start of the other set."""
    from_b = [_START_C, *in_b[1:]] if in_b[0] == _TO_C else [_START_B, *in_b]
    from_c = [_START_B, *in_c[1:]] if in_c[0] == _TO_B else [_START_C, *in_c]
    return min(from_b, from_c, key=len)
