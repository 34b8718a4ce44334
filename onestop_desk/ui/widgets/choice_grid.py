"""A grid of up to nine choices, Alt+1 to Alt+9, that flows into as many columns as fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.label import set_plain_tooltip
from onestop_desk.ui.widgets.tile import ChoiceTile

MOST_CHOICES = 9
_COLUMN = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile: what it stands for, its name and a short note (a code, a limit)."""

    value: object
    name: str
    note: str = ""


class ChoiceGrid(QWidget):
    """Shows choices as tiles; `chosen` carries the value of the one pressed. The keys work while `keys_on` (the grid
    itself) is on the screen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, keys_on: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[ChoiceTile] = []
        self._choices: tuple[Choice, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._shortcuts = [self._shortcut(number, keys_on or self) for number in range(1, MOST_CHOICES + 1)]

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show the first nine of `choices`."""
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._choices = tuple(choices[:MOST_CHOICES])
        self._tiles = [self._tile(number, one) for number, one in enumerate(self._choices, 1)]
        for number, shortcut in enumerate(self._shortcuts, 1):
            shortcut.setEnabled(number <= len(self._choices))
        self._columns = 0
        self._flow()

    def set_chosen(self, value: object) -> None:
        """Mark the tile of `value`; none, if it has no tile."""
        for tile, choice in zip(self._tiles, self._choices, strict=True):
            tile.setChecked(choice.value == value)

    def tiles(self) -> tuple[ChoiceTile, ...]:
        """Return the tiles in order."""
        return tuple(self._tiles)

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column, so that the grid can flow into fewer."""
        return QSize(theme.current().px(_COLUMN), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._flow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_tiles"):
            self._flow()

    def _tile(self, number: int, choice: Choice) -> ChoiceTile:
        tile = ChoiceTile(choice.name, f"Alt+{number}", choice.note, self)
        tile.setObjectName(f"choice_{number}")
        tile.setCheckable(True)
        set_plain_tooltip(tile, choice.name)
        tile.clicked.connect(partial(self._on_clicked, number - 1))
        return tile

    def _shortcut(self, number: int, host: QWidget) -> QShortcut:
        shortcut = QShortcut(QKeySequence(f"Alt+{number}"), host)
        shortcut.setEnabled(False)
        shortcut.activated.connect(partial(self._on_clicked, number - 1))
        return shortcut

    def _flow(self) -> None:
        columns = max(1, min(3, self.width() // theme.current().px(_COLUMN)))
        if columns == self._columns and self._tiles and self._grid.indexOf(self._tiles[0]) >= 0:
            return
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        if at < len(self._choices):
            self.set_chosen(self._choices[at].value)
            self.chosen.emit(self._choices[at].value)
