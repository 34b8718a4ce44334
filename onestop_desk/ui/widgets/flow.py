"""Layouts that flow: items in a row, as many rows as the width asks for."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget


class FlowLayout(QHBoxLayout):
    """Lays items out as words on a line; `across` and `down` are the gaps in pixels.

    Qt keeps the items: a layout that keeps them in Python ends the process when a dying window is laid out once more.
    """

    def __init__(self, parent: QWidget | None = None, across: int = 8, down: int = 8) -> None:
        super().__init__()
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that a flow grows in no direction by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at `width`."""
        return self._place(QRect(0, 0, width, 0), apply=False)

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the height of the rows at `width`."""
        return self.heightForWidth(width)

    def setGeometry(self, room: QRect) -> None:
        """Place the items in `room`."""
        QLayout.setGeometry(self, room)
        self._place(room, apply=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._across * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the item that is hardest to squeeze."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        items = [self.itemAt(index) for index in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]

    def _place(self, room: QRect, apply: bool) -> int:
        x, y, high = room.x(), room.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > room.x() and x + size.width() > room.x() + room.width():
                x, y, high = room.x(), y + high + self._down, 0
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._across
            high = max(high, size.height())
        return y + high - room.y()
