"""Text that runs down a page and on to the next: lines, fields, paragraphs, page numbers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import ceil

from onestop_desk.documents.lettering import Pen, balanced, literal, plain, slanted, wrap
from onestop_desk.documents.sheet import DOT, Pages, Sheet

_DOTS = "…"
_INDENT, _BETWEEN = 0.77, 0.1  # of prose, in millimetres a point of body text: 10 mm and 1.3 mm at 13 points
_ENDLESS = 1e6  # millimetres
_WIDEST = 2.0  # by how many of its widths a space in prose may grow


class Flow:
    """One run of pages: keeps the place where the next line goes, and starts pages as they fill."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.paper = pages.paper
        self._first = len(pages.sheets)
        self.sheet: Sheet = pages.add()
        self.y = self.paper.top

    @property
    def left_over(self) -> float:
        """Return the height left on this page, in millimetres."""
        return self.paper.foot - self.y

    def turn(self) -> None:
        """Start the next page."""
        self.sheet = self.pages.add()
        self.y = self.paper.top

    def need(self, height: float) -> None:
        """Start the next page unless so much height is left on this one."""
        if height > self.left_over + 1e-6 and self.y > self.paper.top:
            self.turn()

    def keep_together(self, draw: Callable[[], None]) -> None:
        """Draw a part that should not be torn: if it runs over the page's end, draw it from the next page's top."""
        sheet, y, marks, count = self.sheet, self.y, len(self.sheet.marks), len(self.pages.sheets)
        draw()
        if self.sheet is sheet or y <= self.paper.top:
            return
        del sheet.marks[marks:], self.pages.sheets[count:]
        self.turn()
        draw()

    def height_of(self, draw: Callable[[], None]) -> float:
        """Return how tall a part is: it is drawn on a page of its own that is thrown away."""
        sheet, y, paper = self.sheet, self.y, self.paper
        self.paper = replace(paper, height=_ENDLESS)
        self.sheet, self.y = Pages(self.paper).add(), paper.top
        try:
            draw()
            return self.y - paper.top
        finally:
            self.sheet, self.y, self.paper = sheet, y, paper

    @contextmanager
    def right_of(self, left: float) -> Iterator[None]:
        """Let what is written meanwhile begin at `left` millimetres instead of the left margin."""
        whole = self.paper
        self.paper = replace(whole, left=left)
        try:
            yield
        finally:
            self.paper = whole

    def skip(self, height: float) -> None:
        """Leave white space."""
        self.y += height

    def line(self, x: float, text: str, pen: Pen) -> None:
        """Write a single line that is known to fit."""
        self.need(pen.leading)
        self.sheet.write(x, self.y + pen.rise, text, pen)
        self.y += pen.leading

    def paragraph(self, text: str, pen: Pen, indent: float = 0) -> None:
        """Write a text over as many lines as it takes."""
        for line in wrap(text, pen, self.paper.room - indent):
            self.line(self.paper.left + indent, line, pen)

    def prose(self, text: str, pen: Pen) -> None:
        """Write paragraphs as letters have them: first lines indented, edges even (NĐ 30/2020/NĐ-CP, annex I)."""
        for paragraph in filter(literal, text.splitlines()):
            indent, room = self.paper.body * _INDENT, self.paper.room
            *lines, last = wrap(paragraph, pen, room, room - indent)
            for line in lines:
                if line:  # else a word too wide to stand behind the indent
                    self._spread(line, pen, indent)
                indent = 0.0
            self.line(self.paper.left + indent, last, pen)
            self.skip(self.paper.body * _BETWEEN)

    def _spread(self, line: str, pen: Pen, indent: float) -> None:
        """Write a full line out to the right margin, unless its spaces would gape."""
        width, gaps = self.paper.room - indent, line.count(" ")
        if width - pen.width(line) > gaps * pen.width(" ") * _WIDEST:
            self.line(self.paper.left + indent, line, pen)
            return
        self.need(pen.leading)
        self.sheet.write_spread(self.paper.left + indent, self.y + pen.rise, line, pen, width)
        self.y += pen.leading

    def centred(self, text: str, pen: Pen) -> None:
        """Write a text in the middle, over as many lines as it takes."""
        for line in balanced(text, pen, self.paper.room):
            self.need(pen.leading)
            self.sheet.write_centred(self.paper.left + self.paper.room / 2, self.y + pen.rise, line, pen)
            self.y += pen.leading

    def field(self, label: str, value: str, pen: Pen | None = None) -> None:
        """Write a label and its value; an empty value becomes a dotted line to fill in by hand."""
        body = plain(self.paper.body)
        ink = pen or body
        start = body.width(f"{label}: ")
        shown = value or _leader(body, self.paper.room - start)
        first, *others = wrap(shown, ink, self.paper.room, self.paper.room - start)
        self.need(body.leading)
        self.sheet.write(self.paper.left, self.y + body.rise, f"{label}:", body)
        self.sheet.write(self.paper.left + start, self.y + body.rise, first, ink)
        self.y += body.leading
        for line in others:
            self.line(self.paper.left, line, ink)

    def fields(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        """Write two fields beside each other where both fit, else one below the other."""
        body, room = plain(self.paper.body), self.paper.room
        start = max(room / 2, body.width(f"{first[0]}: {literal(first[1])}") + 5)
        if start + body.width(f"{second[0]}: {literal(second[1])}") > room:
            self.field(*first)
            self.field(*second)
            return
        self.need(body.leading)
        for x, reach, (label, value) in ((0.0, start - 5, first), (start, room, second)):
            after = x + body.width(f"{label}: ")
            self.sheet.write(self.paper.left + x, self.y + body.rise, f"{label}:", body)
            shown = value or _leader(body, reach - after)
            self.sheet.write(self.paper.left + after, self.y + body.rise, shown, body)
        self.y += body.leading

    def cut(self) -> None:
        """End a page of roll paper under its last line."""
        self.sheet.height = ceil((self.y + self.paper.bottom) / DOT) * DOT

    def number_pages(self, code: str, copy: str = "") -> None:
        """Write a foot on every page of this run if it has more than one: whose paper, which copy, and Trang x/y."""
        run = self.pages.sheets[self._first :]
        if len(run) == 1:
            return
        pen = slanted(self.paper.body * 0.8)
        left = f"{code} (Liên: {copy})" if copy else code
        left = left if pen.width(literal(left)) < self.paper.room * 0.8 else code
        y = self.paper.foot + min(self.paper.bottom - 3, 8)
        for place, sheet in enumerate(run, 1):
            sheet.write(self.paper.left, y, left, pen)
            sheet.write_right(self.paper.edge, y, f"Trang {place}/{len(run)}", pen)


def _leader(pen: Pen, width: float) -> str:
    return _DOTS * int(width / pen.width(_DOTS))
