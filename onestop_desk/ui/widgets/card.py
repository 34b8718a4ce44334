"""A card of named fields, two side by side where the room allows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.label import PlainLabel

_TWO_FROM = 520


class FieldCard(QFrame):
    """A titled frame; its fields flow into one or two columns, Tab goes from left to right."""

    def __init__(self, title: str, fields: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._fields = tuple(fields)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(10)
        self.body.addWidget(PlainLabel(title, "heading"))
        self.body.addLayout(self._grid)
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where they fit."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        columns = 2 if self.width() >= theme.current().px(_TWO_FROM) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, field in enumerate(self._fields):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
