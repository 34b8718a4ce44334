"""The cases of a procedure, one below the other, in full: the law tells them apart by their words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from onestop_desk.ui.widgets.label import set_plain_tooltip
from onestop_desk.ui.widgets.tile import ChoiceTile


class CaseList(QWidget):
    """One tile a case; the arrow keys go from one to the next, Space takes it. `chosen` carries its words."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group: QButtonGroup | None = None
        self._cases: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_cases(self, cases: Sequence[str]) -> None:
        """Show other cases, none of them taken."""
        for tile in self.tiles():
            self._column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        if self._group is not None:
            self._group.deleteLater()
        self._cases = tuple(cases)
        self._group = QButtonGroup(self)
        for at, case in enumerate(self._cases):
            self._add(at, case)

    def tiles(self) -> tuple[ChoiceTile, ...]:
        """Return the tiles in their order."""
        buttons = self._group.buttons() if self._group is not None else []
        return tuple(button for button in buttons if isinstance(button, ChoiceTile))

    def value(self) -> str | None:
        """Return the case taken; None before any was."""
        at = self._group.checkedId() if self._group is not None else -1
        return self._cases[at] if at >= 0 else None

    def set_value(self, case: str | None) -> None:
        """Take a case without telling anybody."""
        for tile, one in zip(self.tiles(), self._cases, strict=True):
            if one == case:
                tile.setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the case taken, or on the first."""
        tiles = self.tiles()
        if tiles:
            next((tile for tile in tiles if tile.isChecked()), tiles[0]).setFocus()

    def _add(self, at: int, case: str) -> None:
        tile = ChoiceTile(case, "", "", self)
        tile.setObjectName(f"case_{at + 1}")
        tile.setCheckable(True)
        set_plain_tooltip(tile, case)
        tile.clicked.connect(partial(self._on_clicked, at))
        if self._group is not None:
            self._group.addButton(tile, at)
        self._column.addWidget(tile)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        self.chosen.emit(self._cases[at])
