"""The list of pages on the left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.widgets.tile import NavigationTile


class Navigation(QFrame):
    """One entry a page; `page_asked` carries the key of the one pressed."""

    page_asked = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._tiles: dict[str, NavigationTile] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for page in pages:
            tile = NavigationTile(page.title, page.shortcut, page.icon, self)
            tile.setObjectName(f"nav_{page.key}")
            tile.clicked.connect(partial(self._on_clicked, page.key))
            column.addWidget(tile)
            self._tiles[page.key] = tile
        column.addStretch(1)

    def set_current(self, key: str) -> None:
        """Mark the page that is in front."""
        self._tiles[key].setChecked(True)

    def set_short(self, short: bool) -> None:
        """Leave the icons out where room is scarce."""
        for tile in self._tiles.values():
            tile.set_short(short)

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        self.page_asked.emit(key)
