"""Sheets of paper: marks in millimetres from the top left corner, and the PDF they become.

Marks are written straight into the page's stream; reportlab writes the document around them. Markup, files and
sockets have no way in: a text is only ever a row of glyph numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import md5
from operator import attrgetter
from typing import Any
from zlib import compress

from onestop_desk.documents.lettering import Pen, literal
from onestop_desk.documents.typeface import Typeface

_POINTS_A_MM = 72 / 25.4
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


A4 = Paper("A4", 210, 297, left=30, right=17, top=20, bottom=20, body=13)
A5 = Paper("A5", 148, 210, left=16, right=9, top=9, bottom=10, body=9.75)
ROLL_80 = Paper("80mm", 576 * DOT, 3000, left=2, right=2, top=3, bottom=6, body=10)
LABEL = Paper("50x30mm", 50, 30, left=2, right=2, top=1.5, bottom=1.5, body=7.5)


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
        place = f"{x * _POINTS_A_MM:.2f} {-y * _POINTS_A_MM:.2f}"
        self.marks.append(f"BT /{pen.face.name} {pen.size:g} Tf {place} Td <{pen.face.digits(shown)}> Tj ET")

    def write_centred(self, middle: float, y: float, text: str, pen: Pen) -> None:
        """Write one line of text around x = middle."""
        self.write(middle - pen.width(literal(text)) / 2, y, text, pen)

    def write_right(self, edge: float, y: float, text: str, pen: Pen) -> None:
        """Write one line of text that ends at x = edge."""
        self.write(edge - pen.width(literal(text)), y, text, pen)

    def rule(self, start: tuple[float, float], end: tuple[float, float], thickness: float = 0.5) -> None:
        """Draw a straight line between two points; its thickness is in points."""
        self.marks.append(f"{thickness:g} w {_point(*start)} m {_point(*end)} l S")

    def frame(self, corner: tuple[float, float], width: float, height: float, thickness: float = 0.5) -> None:
        """Draw the outline of a rectangle from its upper left corner."""
        x, y = corner
        sides = f"{width * _POINTS_A_MM:.2f} {height * _POINTS_A_MM:.2f}"
        self.marks.append(f"{thickness:g} w {_point(x, y + height)} {sides} re S")

    def fill(self, boxes: Iterable[tuple[float, float, float, float]]) -> None:
        """Fill rectangles (x, y, width, height), as one shape, so that touching ones show no seam."""
        k = _POINTS_A_MM
        path = [f"{x * k:.4f} {-(y + h) * k:.4f} {w * k:.4f} {h * k:.4f} re" for x, y, w, h in boxes]
        self.marks.append("\n".join([*path, "f"]))


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
        from reportlab.pdfbase import pdfdoc  # reportlab costs 60 ms to load, and only a printed paper needs it

        document = pdfdoc.PDFDocument(invariant=1, compression=1, pdfVersion=(1, 4), lang="vi-VN")
        document.info.title, document.info.author, document.info.creator = title, "", "onestop-desk"
        document.info.subject = ""
        document.info._dateFormatter = _same_day_for_ever
        document.signature = md5(usedforsecurity=False)
        fonts = document.idToObject[pdfdoc.BasicFonts]
        for face in sorted(self._letters, key=attrgetter("name")):
            fonts[face.name] = _embedded(document, face, self._letters[face])
        for sheet in self.sheets:
            _put(document, sheet, self.paper.width * _POINTS_A_MM)
        content: bytes = document.GetPDFData(None)
        return content


def tall(paper: Paper, height: float) -> Paper:
    """Return the same paper cut to another height, in millimetres."""
    return replace(paper, height=height)


def _point(x: float, y: float) -> str:
    return f"{x * _POINTS_A_MM:.2f} {-y * _POINTS_A_MM:.2f}"


def _same_day_for_ever(*_moment: int) -> str:
    return "D:20000101000000+00'00'"


def _put(document: Any, sheet: Sheet, width: float) -> None:
    from reportlab.pdfbase import pdfdoc

    height = sheet.height * _POINTS_A_MM
    marks = "\n".join(sheet.marks)
    document.updateSignature(marks)
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = True
    page.Parent = document.Reference(document.Pages)
    page.Resources = _dictionary(Font=pdfdoc.PDFObjectReference(pdfdoc.BasicFonts))
    page.MediaBox = f"[0 0 {width:.4f} {height:.4f}]"
    page.Contents = _stream(f"1 0 0 1 0 {height:.4f} cm\n{marks}\n".encode("ascii"))
    document.addPage(page)


def _embedded(document: Any, face: Typeface, letters: set[str]) -> Any:
    """Return a composite font (ISO 32000-1, 9.7) that holds just these letters."""
    subset = face.subset(letters)
    name = f"/{subset.tag}+{face.name}"
    program = document.Reference(_stream(subset.program, Length1=len(subset.program)))
    box = " ".join(map(str, face.bounds))
    descriptor = _dictionary(
        Type="/FontDescriptor", FontName=name, Flags=4, FontBBox=f"[{box}]", ItalicAngle=face.slant,
        Ascent=face.ascent, Descent=face.descent, CapHeight=662, StemV=80, FontFile2=program,
    )
    descendant = _dictionary(
        Type="/Font", Subtype="/CIDFontType2", BaseFont=name, CIDToGIDMap="/Identity", W=f"[{subset.widths}]",
        CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        FontDescriptor=document.Reference(descriptor),
    )
    return document.Reference(_dictionary(
        Type="/Font", Subtype="/Type0", BaseFont=name, Encoding="/Identity-H",
        DescendantFonts=_listed(document.Reference(descendant)),
        ToUnicode=document.Reference(_stream(subset.meanings)),
    ))


def _dictionary(**entries: object) -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFDictionary(entries)


def _listed(*things: object) -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFArray(things)


def _stream(content: bytes, **entries: int) -> Any:
    from reportlab.pdfbase import pdfdoc

    packed = compress(content, 6)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), packed)
