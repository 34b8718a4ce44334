"""Sheets of paper: marks in millimetres from the top left corner, and the PDF they become.

Marks are written straight into the page's stream; reportlab writes the document around them. Markup, files and
sockets have no way in: a text is only ever a row of glyph numbers.
"""

from dataclasses import dataclass

from onestop_desk.documents.lettering import Pen, literal
from onestop_desk.documents.typeface import Typeface

POINTS_A_MM = 72 / 25.4
DOTS_AN_INCH = 203  # thermal printers; office printers at 300 or 600 dpi hold these bars as well
DOT = 25.4 / DOTS_AN_INCH  # millimetres


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper with its margins, in millimetres, and the size of its body text, in points."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    body: float

    @property
    def room(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def edge(self) -> float:
        """Return where the right margin begins."""
        return self.width - self.right

    @property
    def foot(self) -> float:
        """Return where the bottom margin begins."""
        return self.height - self.bottom


A4 = Paper("A4", 210, 297, left=30, right=15, top=20, bottom=20, body=13)
A4_WIDE = Paper("A4 ngang", 297, 210, left=30, right=15, top=20, bottom=20, body=13)
A5 = Paper("A5", 148, 210, left=16, right=9, top=9, bottom=10, body=9.5)
ROLL_80 = Paper("80mm", 576 * DOT, 3000, left=2, right=2, top=3, bottom=6, body=10)
LABEL = Paper("50x30mm", 50, 30, left=2, right=2, top=1.5, bottom=1.5, body=7)


class Sheet:
    """One page being drawn: takes marks, keeps them in order."""

    def __init__(self, height: float, letters: dict[Typeface, set[str]]) -> None:
        self.height = height
        self.marks: list[str] = []
        self._letters = letters

    def write(self, x: float, y: float, text: str, pen: Pen) -> None:
        """Write one line of text from x, on the base line y."""
        shown = literal(text)
        self._letters.setdefault(pen.face, set()).update(shown)
        place = f"{x * POINTS_A_MM:.2f} {-y * POINTS_A_MM:.2f}"
        self.marks.append(f"BT /{pen.face.name} {pen.size:g} Tf {place} Td <{pen.face.digits(shown)}> Tj ET")

    def write_spread(self, x: float, y: float, text: str, pen: Pen, width: float) -> None:
        """Write one line of text from x, its spaces widened so that it ends at x + width."""
        shown = literal(text)
        self._letters.setdefault(pen.face, set()).update(shown)
        words = shown.split(" ")
        wider = (width - pen.width(shown)) * POINTS_A_MM / max(1, len(words) - 1) / pen.size * 1000
        parts = f"> {-wider:.1f} <".join(
            [*(pen.face.digits(f"{word} ") for word in words[:-1]), pen.face.digits(words[-1])]
        )
        place = f"{x * POINTS_A_MM:.2f} {-y * POINTS_A_MM:.2f}"
        self.marks.append(f"BT /{pen.face.name} {pen.size:g} Tf {place} Td [<{parts}>] TJ ET")

    def write_centred(self, middle: float, y: float, text: str, pen: Pen) -> None:
        """Write one line of text around x = middle."""
        self.write(middle - pen.width(literal(text)) / 2, y, text, pen)

    def write_right(self, edge: float, y: float, text: str, pen: Pen) -> None:
        """Write one line of text that ends at x = edge."""
        self.write(edge - pen.width(literal(text)), y, text, pen)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], thickness: float = 0.5, grey: float = 0
    ) -> None:
        """Draw a straight line between two points; its thickness is in points, its grey 0 for black and 1 for white."""
        line = f"{thickness:g} w {_point(*start)} m {_point(*end)} l S"
        self.marks.append(f"q {grey:g} G {line} Q" if grey else line)

    def frame(self, corner: tuple[float, float], width: float, height: float, thickness: float = 0.5) -> None:
        """Draw the outline of a rectangle from its upper left corner."""
        x, y = corner
        sides = f"{width * POINTS_A_MM:.2f} {height * POINTS_A_MM:.2f}"
        self.marks.append(f"{thickness:g} w {_point(x, y + height)} {sides} re S")

    def block(self, corner: tuple[float, float], width: float, height: float, grey: float) -> None:
        """Fill a rectangle from its upper left corner with a grey: 0 is black, 1 is white."""
        x, y = corner
        sides = f"{width * POINTS_A_MM:.2f} {height * POINTS_A_MM:.2f}"
        self.marks.append(f"q {grey:g} g {_point(x, y + height)} {sides} re f Q")

    def fill(self, corner: tuple[int, int], boxes: str) -> None:
        """Fill a path of rectangles as one shape, so that touching ones show no seam.

        The corner counts in printer's dots from the top left of the sheet; so do the rectangles, from the corner down.
        """
        x, y = (dots * DOT * POINTS_A_MM for dots in corner)
        scale = f"{DOT * POINTS_A_MM:.6f}"
        self.marks.append(f"q {scale} 0 0 -{scale} {x:.4f} {-y:.4f} cm\n{boxes}\nf Q")


class Pages:
    """The pages of one printed paper, and the letters they use."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.sheets: list[Sheet] = []
        self._letters: dict[Typeface, set[str]] = {}

    def add(self) -> Sheet:
        """Start a new page and return it."""
        self.sheets.append(Sheet(self.paper.height, self._letters))
        return self.sheets[-1]

    def to_pdf(self, title: str) -> bytes:
        """Return the pages as PDF; the same marks give the same bytes on every day and machine."""
        from onestop_desk.documents.pdf import write  # reportlab takes 60 ms to load: only where paper is made

        return write(title, self.paper.width, self.sheets, self._letters)


def _point(x: float, y: float) -> str:
    return f"{x * POINTS_A_MM:.2f} {-y * POINTS_A_MM:.2f}"
