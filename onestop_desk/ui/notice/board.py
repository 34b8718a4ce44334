"""The table of what the office offers on the public screen: as many procedures a page as can be read from afar."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from onestop_desk.services.notice import Offer
from onestop_desk.ui.notice.letters import Ruler, Scale
from onestop_desk.ui.widgets.label import PlainLabel

_NAME, _FIELD, _FACT, _HEAD = 38, 28, 34, 28
_BOLD = QFont.Weight.DemiBold
_SHARES = (0.52, 0.26, 0.22)  # of the width: name over field, limit, fee
_MOST_NAME, _MOST_FACT = 3, 5  # lines: the paper and the page hold what is longer
_PAD, _GAP = 10, 24
_LOOSEST = 60  # how much a row may grow so that a page is full


@dataclass(frozen=True, slots=True)
class Laid:
    """A procedure broken into lines, and the height that it takes."""

    offer: Offer
    name: tuple[str, ...]
    field: tuple[str, ...]
    limit: tuple[str, ...]
    fee: tuple[str, ...]
    height: int


class OfferLine(QFrame):
    """One procedure: its name over its field, its limit, its fee."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offer_line")
        self.setProperty("role", "offer")
        self._labels = (PlainLabel(), PlainLabel("", "muted"), PlainLabel(), PlainLabel())
        for label in self._labels:
            label.setParent(self)

    def show_laid(self, laid: Laid, scale: Scale) -> None:
        """Show a procedure, in the middle of the height that the line has."""
        rooms = _rooms(self.width(), scale)
        name_font, field_font, fact_font = _fonts(scale)
        fonts = (name_font, field_font, fact_font, fact_font)
        texts = (laid.name, laid.field, laid.limit, laid.fee)
        highs = []
        for label, font, lines in zip(self._labels, fonts, texts, strict=True):
            label.setFont(font)
            label.setText("\n".join(lines))
            highs.append(len(lines) * Ruler(font).leading)
        name, field, *facts = highs
        top = (self.height() - name - field) // 2
        self._labels[0].setGeometry(QRect(rooms[0].left(), top, rooms[0].width(), name))
        self._labels[1].setGeometry(QRect(rooms[0].left(), top + name, rooms[0].width(), field))
        for label, room, high in zip(self._labels[2:], rooms[1:], facts, strict=True):
            label.setGeometry(QRect(room.left(), (self.height() - high) // 2, room.width(), high))


class OfferBoard(QWidget):
    """Shows a page of procedures, in rows that fill it; `turn` shows the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_board")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._heads = tuple(PlainLabel("", "muted") for _ in _SHARES)
        for head in self._heads:
            head.setParent(self)
        self._scale = Scale()
        self._offers: tuple[Offer, ...] = ()
        self._pages: tuple[tuple[Laid, ...], ...] = ()
        self._page = 0
        self._lines: list[OfferLine] = []

    def set_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these procedures, on the page that was shown."""
        self._offers = offers
        self._lay_out()

    def set_scale(self, scale: Scale) -> None:
        """Write as large as a screen of this scale asks for."""
        self._scale = scale
        self._lay_out()

    def turn(self) -> None:
        """Show the next page, after the last the first."""
        self._page += 1
        self._show_page()

    def page_of(self) -> tuple[int, int]:
        """Return which page of how many is shown, from 1."""
        pages = max(1, len(self._pages))
        return self._page % pages + 1, pages

    def shown(self) -> tuple[Offer, ...]:
        """Return the procedures of the page that is shown."""
        return tuple(laid.offer for laid in self._laid())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many procedures as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        scale, rooms = self._scale, _rooms(self.width(), self._scale)
        name, field, fact = (Ruler(font) for font in _fonts(scale))
        laid = []
        for offer in self._offers:
            names = name.lines(offer.name, rooms[0].width(), _MOST_NAME)
            fields = field.lines(offer.field, rooms[0].width(), 1)
            limits = _fact_lines(fact, offer.limit, rooms[1].width())
            fees = _fact_lines(fact, offer.fee, rooms[2].width())
            high = max(len(names) * name.leading + field.leading, max(len(limits), len(fees)) * fact.leading)
            laid.append(Laid(offer, names, fields, limits, fees, high + 2 * scale.px(_PAD)))
        self._pages = _paged(laid, self._room())
        self._show_page()

    def _room(self) -> int:
        return self.height() - self._head_height()

    def _head_height(self) -> int:
        return Ruler(self._scale.font(_HEAD, _BOLD)).leading + self._scale.px(_PAD)

    def _laid(self) -> tuple[Laid, ...]:
        return self._pages[self.page_of()[0] - 1] if self._pages else ()

    def _show_page(self) -> None:
        shown = self._laid()
        while len(self._lines) < len(shown):
            self._lines.append(OfferLine(self))
        self._show_heads()
        spare = max(0, self._room() - sum(one.height for one in shown)) // max(1, len(shown))
        y = self._head_height()
        for line, laid in zip(self._lines, shown, strict=False):
            line.setGeometry(0, y, self.width(), laid.height + min(spare, self._scale.px(_LOOSEST)))
            line.show_laid(laid, self._scale)
            y += line.height()
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(shown))

    def _show_heads(self) -> None:
        page, pages = self.page_of()
        first = self.tr("Thủ tục hành chính (trang {page}/{pages})").format(page=page, pages=pages)
        words = (first, self.tr("Thời hạn giải quyết"), self.tr("Phí, lệ phí"))
        for head, text, room in zip(self._heads, words, _rooms(self.width(), self._scale), strict=True):
            head.setFont(self._scale.font(_HEAD, _BOLD))
            head.setText(text)
            head.setGeometry(room.left(), 0, room.width(), self._head_height())
            head.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _fonts(scale: Scale) -> tuple[QFont, QFont, QFont]:
    """Return the letters of names, of fields, and of limits and fees."""
    return scale.font(_NAME, _BOLD), scale.font(_FIELD), scale.font(_FACT, _BOLD)


def _rooms(width: int, scale: Scale) -> tuple[QRect, ...]:
    """Return from where to where each column goes, as rectangles without height."""
    gap, left, rooms = scale.px(_GAP), 0.0, []
    for share in _SHARES:
        rooms.append(QRect(round(left) + gap // 2, 0, max(1, round(width * share) - gap), 0))
        left += width * share
    return tuple(rooms)


def _fact_lines(ruler: Ruler, text: str, width: int) -> tuple[str, ...]:
    """Break a limit or a fee where its cases and its brackets begin, and only then where the width ends."""
    lines: list[str] = []
    for part in text.replace("; ", ";\n").split("\n"):
        whole = ruler.lines(part, width, 2)
        pieces = part.replace(" (", "\n(", 1).split("\n") if len(whole) > 1 else [part]
        for piece in pieces:
            lines += ruler.lines(piece, width, _MOST_FACT)
    return (*lines[: _MOST_FACT - 1], "…") if len(lines) > _MOST_FACT else tuple(lines)


def _paged(laid: Iterable[Laid], room: int) -> tuple[tuple[Laid, ...], ...]:
    """Return what fits on each page, at least one a page."""
    pages: list[list[Laid]] = []
    used = 0
    for one in laid:
        if not pages or used + one.height > room:
            pages.append([])
            used = 0
        pages[-1].append(one)
        used += one.height
    return tuple(map(tuple, pages))
