"""The strip on the right: the last scan with its dossier's card, and the figures of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.label import IconLabel, Paragraph, PlainLabel, Rule
from onestop_desk.ui.widgets.tile import FigureTile
from onestop_desk.ui.wording import Severity, clock_words

WIDTH = 244


@dataclass(frozen=True, slots=True)
class LastScan:
    """What was scanned last: the code or what was read, when, what it means, how serious that is."""

    code: str
    at: datetime
    said: str
    severity: Severity = Severity.INFO


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the day: its key, its name, its words, and the severity that colours it."""

    key: str
    name: str
    value: str
    severity: Severity | None = None


class SideStrip(QFrame):
    """Last scan above, a card under it if a page gives one, the day's figures below."""

    figure_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._mark = IconLabel("scan", "muted", 22)
        self._code = Paragraph(self.tr("Chưa quét mã nào"), "strong")
        self._code.setObjectName("last_scan_code")
        self._said = Paragraph(self.tr("Quét phiếu hoặc thẻ ở bất kỳ màn hình nào."), "muted")
        self._said.setObjectName("last_scan_said")
        self._card_room = QVBoxLayout()
        self._card: QWidget | None = None
        self._tiles: dict[str, FigureTile] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._today = PlainLabel(self.tr("HÔM NAY"), "eyebrow")
        self._assemble()

    def sizeHint(self) -> QSize:
        """Return the strip's width at the scale in use."""
        return QSize(theme.current().px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a width that keeps the strip whole."""
        return QSize(theme.current().px(WIDTH), super().minimumSizeHint().height())

    def show_scan(self, scan: LastScan) -> None:
        """Show the last scan."""
        self._mark.set_icon(scan.severity.value, scan.severity.value)
        self._code.setText(scan.code)
        self._said.setText(f"{clock_words(scan.at)}  {scan.said}")

    def set_card(self, card: QWidget | None) -> None:
        """Put a dossier's card under the last scan; the one before it is deleted."""
        if self._card is not None:
            self._card_room.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        if card is not None:
            self._card_room.addWidget(card)
            card.show()
        self._order()

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show the figures of the day; tiles are made once for each key."""
        for figure in figures:
            if figure.key not in self._tiles:
                self._add_tile(figure)
            self._tiles[figure.key].set_value(figure.value)
            self._tiles[figure.key].set_colour(figure.severity.value if figure.severity else "text")
        self._today.setVisible(bool(self._tiles))

    def _add_tile(self, figure: Figure) -> None:
        tile = FigureTile(figure.name, parent=self)
        tile.setObjectName(f"figure_{figure.key}")
        tile.clicked.connect(partial(self._on_tile_clicked, figure.key))
        at = len(self._tiles)
        self._grid.addWidget(tile, at // 2, at % 2)
        self._tiles[figure.key] = tile
        self._order()

    def _order(self) -> None:
        """Let Tab go from the card, which is newer, to the figures below it."""
        first = [self._card.focusProxy() or self._card] if self._card is not None else []
        for before, after in pairwise([*first, *self._tiles.values()]):
            QWidget.setTabOrder(before, after)

    def _assemble(self) -> None:
        self._today.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._code)
        words.addWidget(self._said)
        last = QHBoxLayout()
        last.setSpacing(10)
        last.addWidget(self._mark)
        last.addLayout(words, 1)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.tr("LẦN QUÉT GẦN NHẤT"), "eyebrow"))
        column.addLayout(last)
        column.addLayout(self._card_room)
        column.addWidget(Rule())
        column.addWidget(self._today)
        column.addLayout(self._grid)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(_scrolled(room))

    def _on_tile_clicked(self, key: str, _checked: bool = False) -> None:
        self.figure_opened.emit(key)


def _scrolled(room: QWidget) -> QScrollArea:
    """Return a frame in which a long card scrolls instead of being cut."""
    area = QScrollArea()
    area.setObjectName("side_scroll")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(room)
    room.setAutoFillBackground(False)
    return area
