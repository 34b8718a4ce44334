"""Text as paper shows it: literally, letter by letter, broken into lines that lose nothing."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onestop_desk.documents.typeface import Typeface, bold, bold_italic, italic, regular

_POINTS_A_MM = 72 / 25.4
_SPACES = frozenset(
    "\t\n\v\f\r\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))


@dataclass(frozen=True, slots=True)
class Pen:
    """A face at a size in points."""

    face: Typeface
    size: float

    def width(self, text: str) -> float:
        """Return the width of a text in millimetres."""
        return self.face.width(text, self.size) / _POINTS_A_MM

    @property
    def leading(self) -> float:
        """Return the distance between two base lines in millimetres."""
        return self.size * 1.2 / _POINTS_A_MM

    @property
    def rise(self) -> float:
        """Return how far below the top of its line a base line stands, in millimetres."""
        return self.size * 0.93 / _POINTS_A_MM


def plain(size: float) -> Pen:
    """Return the upright pen of a size in points."""
    return Pen(regular(), size)


def heavy(size: float) -> Pen:
    """Return the bold pen of a size in points."""
    return Pen(bold(), size)


def slanted(size: float) -> Pen:
    """Return the italic pen of a size in points."""
    return Pen(italic(), size)


def heavy_slanted(size: float) -> Pen:
    """Return the bold italic pen of a size in points."""
    return Pen(bold_italic(), size)


def literal(text: str) -> str:
    """Return a text as paper can show it: NFC, white space as single spaces, invisible characters dropped.

    Nothing is read as markup. Controls, bidi marks and zero-width characters have no picture, so they have no place.
    """
    shown = unicodedata.normalize("NFC", text)
    if not (shown.isprintable() and _VARIANTS.isdisjoint(shown)):
        shown = "".join([" " if letter in _SPACES else letter for letter in shown if _is_seen(letter)])
    return " ".join(shown.split()) if "  " in shown or shown[:1] == " " or shown[-1:] == " " else shown


def missing_glyphs(texts: Iterable[str]) -> tuple[str, ...]:
    """Return, once each and in order of appearance, the characters that will stand on paper as □."""
    face = regular()
    seen = dict.fromkeys("".join(map(literal, texts)))
    return tuple(letter for letter in seen if not face.has(letter))


@lru_cache(maxsize=4096)
def wrap(text: str, pen: Pen, width: float, first: float | None = None) -> tuple[str, ...]:
    """Break a text into lines of at most `width` millimetres; the first line may be narrower, and stay empty.

    Lines break at spaces; a word wider than a line breaks between letters. Nothing is lost but the spaces at breaks.
    """
    lines: list[str] = []
    line, room = "", width if first is None else first
    for word in literal(text).split(" "):
        longer = f"{line} {word}" if line else word
        if pen.width(longer) <= room:
            line = longer
            continue
        if line or not lines:
            lines.append(line)
        *full, line = _pieces(word, pen, width)
        lines.extend(full)
        room = width
    if first is None and lines and not lines[0]:
        del lines[0]
    return (*lines, line)


def balanced(text: str, pen: Pen, width: float) -> tuple[str, ...]:
    """Break a text into as few lines as `wrap` does, but of lengths as even as whole words allow: for titles."""
    lines = wrap(text, pen, width)
    narrow, wide = min(width, max(map(pen.width, literal(text).split(" ")))), width
    while len(lines) > 1 and wide - narrow > 1:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(wrap(text, pen, middle)) <= len(lines) else (middle, wide)
    return wrap(text, pen, wide)


def _pieces(word: str, pen: Pen, width: float) -> list[str]:
    """Cut a word into pieces that fit, keeping combining marks with their letter; one letter always fits."""
    pieces, piece = [], ""
    for letter in word:
        if piece and not unicodedata.combining(letter) and pen.width(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _is_seen(letter: str) -> bool:
    return letter in _SPACES or not (unicodedata.category(letter) in _UNSEEN or letter in _VARIANTS)
