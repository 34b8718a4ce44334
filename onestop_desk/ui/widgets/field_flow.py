"""Fields side by side in as many rows as the width asks for; each row is shared out among its fields."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from onestop_desk.ui import theme


@dataclass(slots=True)
class _Place:
    """A field: the least width in pixels at 100 %, and its share of what a row has left."""

    item: QLayoutItem
    least: int
    share: int


class FieldFlow(QLayout):
    """Lays fields out in rows; a field that would become narrower than its least width begins a new row."""

    def __init__(self, parent: QWidget | None = None, across: int = 12, down: int = 6) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self._next = (120, 1)
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)

    def add_field(self, field: QWidget, least: int, share: int) -> None:
        """Add a field with the width below which it begins a row (pixels at 100 %; 0: its own) and its share of the
        rest."""
        self._next = (least, share)
        self.addWidget(field)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (Qt calls this)."""
        self._places.append(_Place(item, *self._next))

    def count(self) -> int:
        """Return the number of fields."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None past the end."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up; None past the end."""
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that fields take the width they are given."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at `width`."""
        return self._lay(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, room: QRect) -> None:
        """Place the fields in `room`."""
        super().setGeometry(room)
        self._lay(room, apply=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row at the least widths."""
        shown = self._shown()
        wide = sum(self._least(place) for place in shown) + self._across * max(0, len(shown) - 1)
        return QSize(wide, max((place.item.sizeHint().height() for place in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the field that is hardest to squeeze."""
        shown = self._shown()
        sizes = [place.item.minimumSize() for place in shown]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[_Place]:
        return [place for place in self._places if not place.item.isEmpty()]

    def _least(self, place: _Place) -> int:
        wanted = theme.current().px(place.least) if place.least else place.item.sizeHint().width()
        return max(wanted, place.item.minimumSize().width())

    def _rows(self, width: int) -> list[list[_Place]]:
        rows: list[list[_Place]] = []
        used = 0
        for place in self._shown():
            least = self._least(place)
            if rows and used + self._across + least <= width:
                rows[-1].append(place)
                used += self._across + least
            else:
                rows.append([place])
                used = least
        return rows

    def _lay(self, room: QRect, apply: bool) -> int:
        y = room.y()
        rows = self._rows(room.width())
        for row in rows:
            widths = self._widths(row, room.width())
            high = max(_height(place.item, wide) for place, wide in zip(row, widths, strict=True))
            x = room.x()
            for place, wide in zip(row, widths, strict=True):
                if apply:
                    place.item.setGeometry(QRect(QPoint(x, y), QSize(wide, high)))
                x += wide + self._across
            y += high + self._down
        return y - room.y() - (self._down if rows else 0)

    def _widths(self, row: list[_Place], width: int) -> list[int]:
        least = [min(self._least(place), width) for place in row]
        spare = max(0, width - sum(least) - self._across * (len(row) - 1))
        shares = sum(place.share for place in row) or 1
        return [wide + spare * place.share // shares for wide, place in zip(least, row, strict=True)]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
