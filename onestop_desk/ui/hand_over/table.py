"""The table of dossiers that are given or taken: ticked by Space, a click or a scan, wrong ones explained in place."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.ui import icon, theme
from onestop_desk.ui.hand_over.rows import Mark, Row
from onestop_desk.ui.widgets.label import plain_tip
from onestop_desk.ui.widgets.sharing import shared_out

_CODE, _OWNER, _SAID, _PROCEDURE = range(4)
_WIDTHS, _LEAST = (240, 160, 280, 240), (240, 120, 150, 150)
_ROW_HEIGHT = 34
_LEAST_HEIGHT = 150
_PADDING = 28
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Delete)

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class HeldModel(QAbstractTableModel):
    """The rows as they stand; `toggled` carries the key of a row that a person ticks, unticks or takes away."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Return where a row stands; -1 if it does not."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of dossiers."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's heading, or a row's number."""
        if role == _Role.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != _Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (self.tr("Mã hồ sơ"), self.tr("Chủ hồ sơ"), self.tr("Tình trạng"), self.tr("Thủ tục"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_tick = index.column() == _CODE and self._rows[index.row()].mark in (Mark.TICKED, Mark.OPEN)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_tick else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, its tick, its sign, or its row (UserRole)."""
        row, column = self._rows[index.row()], index.column()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            words = (row.code, row.owner, row.said, row.procedure)[column]
            return plain_tip(words) if role == _Role.ToolTipRole else words
        if role == _Role.UserRole:
            return row
        if role == _Role.CheckStateRole and column == _CODE and row.mark in (Mark.TICKED, Mark.OPEN):
            return Qt.CheckState.Checked if row.mark is Mark.TICKED else Qt.CheckState.Unchecked
        if role == _Role.DecorationRole and column == _CODE and row.mark is Mark.WRONG:
            look = theme.current()
            return icon.pixmap("person", look.colours.person, look.px(16))
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Tell of a tick; whoever listens shows the rows anew."""
        if role != _Role.CheckStateRole:
            return False
        self.toggled.emit(self._rows[index.row()].key)
        return True


class HeldTable(QTableView):
    """Shows the rows; Space ticks, Delete takes away, Tab goes on to the next control."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held_model = HeldModel(self)
        self.setModel(self.held_model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self._fit()

    def show_rows(self, rows: Sequence[Row], key: str = "") -> None:
        """Show rows, the one of `key` (or else the one that was current) current and in sight."""
        key = key or self.current_key()
        self.held_model.show_rows(rows)
        self._fit()
        place = max(0, self.held_model.place_of(key))
        if rows:
            self.setCurrentIndex(self.held_model.index(place, 0))

    def current_key(self) -> str:
        """Return the key of the current row; empty without one."""
        row = self.currentIndex().data(_Role.UserRole)
        return row.key if isinstance(row, Row) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or take away the current row."""
        if event.key() in _KEYS and not event.modifiers() and self.current_key():
            row = self.currentIndex().data(_Role.UserRole)
            if row.mark is not Mark.PLAIN and (event.key() == Qt.Key.Key_Space or row.mark is not Mark.OPEN):
                self.held_model.toggled.emit(row.key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the procedures what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        look = theme.current()
        self.setMinimumHeight(look.px(_LEAST_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW_HEIGHT))
        wanted, least = [look.px(width) for width in _WIDTHS], [look.px(width) for width in _LEAST]
        wanted[_SAID] = max(least[_SAID], min(wanted[_SAID], self._said_width()))
        for column, width in enumerate(shared_out(wanted, least, self.viewport().width(), _PROCEDURE)):
            self.setColumnWidth(column, width)
        self._fit_rows(self.columnWidth(_SAID) - look.px(_PADDING))

    def _said_width(self) -> int:
        """Return the width at which every state is one line."""
        widest = max((self.fontMetrics().horizontalAdvance(row.said) for row in self.held_model.rows()), default=0)
        return widest + theme.current().px(_PADDING) + 1

    def _fit_rows(self, room: int) -> None:
        """Make a row as high as the words of its state need; all others are one line high."""
        metrics, look, header = self.fontMetrics(), theme.current(), self.verticalHeader()
        for place, row in enumerate(self.held_model.rows()):
            high = look.px(_ROW_HEIGHT)
            if metrics.horizontalAdvance(row.said) > room:
                words = metrics.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), row.said)
                high = max(high, words.height() + look.px(_PADDING) // 2)
            if header.sectionSize(place) != high:
                header.resizeSection(place, high)
