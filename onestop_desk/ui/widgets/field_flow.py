"""Fields side by side in as many rows as the width asks for; each row is shared out among its fields."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.flow import FlowLayout

_LEAST = "flow_least"


@dataclass(frozen=True, slots=True)
class _Place:
    """A field in its row: the least width in pixels, and its share of what the row has left."""

    item: QLayoutItem
    least: int
    share: int


class FieldFlow(FlowLayout):
    """Lays fields out in rows; a field that would become narrower than its least width begins a new row."""

    def __init__(self, parent: QWidget | None = None, across: int = 12, down: int = 6) -> None:
        super().__init__(parent, across, down)

    def add_field(self, field: QWidget, least: int, share: int) -> None:
        """Add a field with the width below which it begins a row (pixels at 100 %; 0: its own) and its share of the
        rest."""
        field.setProperty(_LEAST, least)
        self.addWidget(field, share)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that fields take the width they are given."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """Return the size of one row at the least widths."""
        places = self._places()
        wide = sum(place.least for place in places) + self._across * max(0, len(places) - 1)
        return QSize(wide, max((place.item.sizeHint().height() for place in places), default=0))

    def _places(self) -> list[_Place]:
        look = theme.current()
        places = []
        for index in range(self.count()):
            item = self.itemAt(index)
            field = item.widget() if item is not None else None
            if item is None or field is None or item.isEmpty():
                continue
            least = int(field.property(_LEAST) or 0)
            wanted = look.px(least) if least else item.sizeHint().width()
            places.append(_Place(item, max(wanted, item.minimumSize().width()), self.stretch(index)))
        return places

    def _rows(self, width: int) -> list[list[_Place]]:
        rows: list[list[_Place]] = []
        used = 0
        for place in self._places():
            if rows and used + self._across + place.least <= width:
                rows[-1].append(place)
                used += self._across + place.least
            else:
                rows.append([place])
                used = place.least
        return rows

    def _place(self, room: QRect, apply: bool) -> int:
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
        least = [min(place.least, width) for place in row]
        spare = max(0, width - sum(least) - self._across * (len(row) - 1))
        shares = sum(place.share for place in row) or 1
        return [wide + spare * place.share // shares for wide, place in zip(least, row, strict=True)]


class EvenFlow(FieldFlow):
    """Lays fields out in rows of the same number, one under the other in columns: 6, 3 + 3, 2 + 2 + 2 …"""

    def _rows(self, width: int) -> list[list[_Place]]:
        places = self._places()
        for number in range(len(places), 0, -1):
            if len(places) % number == 0:
                rows = _in_columns(places, number)
                if number == 1 or sum(one.least for one in rows[0]) + self._across * (number - 1) <= width:
                    return rows
        return []


def _in_columns(places: list[_Place], number: int) -> list[list[_Place]]:
    """Return rows of `number` fields, each as wide at least as the widest of its column."""
    least = [max(place.least for place in places[column::number]) for column in range(number)]
    sized = [replace(place, least=least[at % number]) for at, place in enumerate(places)]
    return [sized[at : at + number] for at in range(0, len(sized), number)]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
