"""The basket: a row for each dossier, its state in large letters on the colour of what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from onestop_desk.ui import icon, theme
from onestop_desk.ui.release.item import Item
from onestop_desk.ui.release.wording import GOOD, detail_words, refusal_words, standing_words, tone, whose_words

STATE_PX = 22
_AIR, _ICON, _LEAST_HEIGHT = 10, 26, 220

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class BasketModel(QAbstractListModel):
    """The rows, in the order they were scanned; each dossier once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    def items(self) -> tuple[Item, ...]:
        """Return the rows."""
        return tuple(self._items)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._items = list({item.key: item for item in items}.values())
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where a dossier lies; -1 where it does not."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def take(self, item: Item) -> int:
        """Put a dossier in, or show it anew where it lies already; return its row."""
        row = self.row_of(item.key)
        if row >= 0:
            self._items[row] = item
            self.dataChanged.emit(self.index(row), self.index(row))
            return row
        row = len(self._items)
        self.beginInsertRows(QModelIndex(), row, row)
        self._items.append(item)
        self.endInsertRows()
        return row

    def remove(self, row: int) -> None:
        """Take a dossier out."""
        if 0 <= row < len(self._items):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._items[row]
            self.endRemoveRows()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of dossiers."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a row's words, or the Item itself."""
        item = self._items[index.row()]
        if role == _Role.DisplayRole:
            return standing_words(item)
        if role == _Role.AccessibleTextRole:
            return ". ".join((standing_words(item), whose_words(item), *detail_words(item)))
        return item if role == _Role.UserRole else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of words of a row and how it looks."""

    words: str
    size: float
    weight: QFont.Weight
    colour: str


class _RowPainter(QStyledItemDelegate):
    """Draws rows as high as their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need at the view's width."""
        wide, look = self._words_width(), theme.current()
        high = sum(_height(piece, look, wide) for piece in _pieces(index.data(_Role.UserRole)))
        return QSize(1, round(high) + look.px(2 * _AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, mark, words and focus."""
        look, item = theme.current(), index.data(_Role.UserRole)
        room = option.rect.adjusted(1, 1, -1, -1)
        painter.save()
        self._ground(painter, room, tone(item), option.state)
        side = look.px(_ICON)
        mark = icon.pixmap(_icon_name(item), getattr(look.colours, tone(item)), side)
        painter.drawPixmap(room.left() + look.px(_AIR + 4), room.top() + look.px(_AIR), mark)
        left, y = room.left() + look.px(_AIR + 4 + _ICON + _AIR), float(room.top() + look.px(_AIR) - 1)
        for piece in _pieces(item):
            painter.setPen(QColor(getattr(look.colours, piece.colour)))
            layout = _laid(piece, look, self._words_width())
            layout.draw(painter, QPointF(left, y))
            y += layout.boundingRect().height()
        painter.restore()

    def _words_width(self) -> int:
        """Return the width of the words beside a scroll bar, whether there is one or not: one that comes and goes would
        change the height of the rows, and so call for itself."""
        view, look = self.parent(), theme.current()
        wide = view.width() - 2 * view.frameWidth() - _bar_width(view) if isinstance(view, QListView) else 0
        return max(look.px(80), wide - look.px(_AIR + 4 + _ICON + 2 * _AIR))

    def _ground(self, painter: QPainter, room: QRect, colour: str, state: QStyle.StateFlag) -> None:
        look = theme.current()
        painter.fillRect(room, QColor(getattr(look.colours, f"{colour}_soft")))
        bar = QRect(room.left(), room.top(), look.px(5), room.height())
        painter.fillRect(bar, QColor(getattr(look.colours, colour)))
        chosen, focused = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
        if state & (chosen | focused):
            edge = look.colours.focus if state & focused else look.colours.edge
            painter.setPen(QPen(QColor(edge), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))


class BasketList(QListView):
    """Shows the basket; `remove_asked` when a person presses Delete on a row."""

    remove_asked = Signal()

    def __init__(self, model: BasketModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_whole = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_RowPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            signal.connect(self._fit)
        self._fit()

    def set_whole(self, is_whole: bool) -> None:
        """Show every row, where the page around the basket scrolls; or as many as there is room for."""
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self._fit()

    def current_item(self) -> Item | None:
        """Return the row that is chosen."""
        item = self.currentIndex().data(_Role.UserRole)
        return item if isinstance(item, Item) else None

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Delete; a letter typed here searches nothing."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the least height: the row that it stands in gives more."""
        return QSize(theme.current().px(320), self.minimumHeight())

    def _fit(self, *_: object) -> None:
        rows = range(self.model().rowCount()) if self._is_whole else ()
        high = sum(map(self.sizeHintForRow, rows)) + 2 * self.frameWidth()
        self.setMinimumHeight(max(theme.current().px(_LEAST_HEIGHT), high))
        self.scheduleDelayedItemsLayout()


def _icon_name(item: Item) -> str:
    colour = tone(item)
    return "check" if colour == GOOD else colour


def _pieces(item: Item) -> list[_Piece]:
    normal, strong = QFont.Weight.Normal, QFont.Weight.DemiBold
    pieces = [
        _Piece(standing_words(item), STATE_PX, strong, tone(item)),
        _Piece(whose_words(item), 15, strong, "text"),
    ]
    refusal = refusal_words(item)
    for words in detail_words(item):
        is_refusal = words == refusal
        pieces.append(_Piece(words, 14, strong if is_refusal else normal, tone(item) if is_refusal else "text"))
    return pieces


def _bar_width(view: QListView) -> int:
    return view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view.verticalScrollBar())


def _height(piece: _Piece, look: theme.Look, wide: int) -> float:
    return _laid(piece, look, wide).boundingRect().height()


def _laid(piece: _Piece, look: theme.Look, wide: int) -> QTextLayout:
    layout = QTextLayout(piece.words, theme.font(look, piece.size, piece.weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
