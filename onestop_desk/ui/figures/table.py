"""A report's table on screen: numbers on the right, those that can be opened in the colour of links."""

from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.domain.figures import Cell, Figure, FigureTable, Sort
from onestop_desk.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole
_EMPTY = FigureTable("", "", "", (), ())
_SHARED = "Số lượng hồ sơ "
"""What the official heads repeat over every group of columns: left out on screen."""

_HEAD_LETTERS = 15
_ROW_HEIGHT, _WIDEST, _LEAST, _LEAST_HEIGHT = 32, 360, 52, 240


class FigureModel(QAbstractTableModel):
    """One FigureTable; UserRole gives the Figure of a cell that can be opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _EMPTY
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def table(self) -> FigureTable:
        """Return what is shown."""
        return self._table

    def show_table(self, table: FigureTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table, self._rows = table, table.all_rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of rows, the total among them."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, its look, or its Figure."""
        if not index.isValid():
            return None
        cell, column = self._cell(index), self._table.columns[index.column()]
        match role:
            case _Role.DisplayRole:
                return column.words(cell)
            case _Role.UserRole:
                return cell if isinstance(cell, Figure) and cell.count else None
            case _Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignLeft if column.sort is Sort.WORDS else Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
            case _Role.ForegroundRole if isinstance(cell, Figure) and cell.count:
                return QColor(theme.current().colours.accent)
            case _Role.FontRole if index.row() == len(self._table.rows):
                return theme.font(theme.current(), weight=QFont.Weight.DemiBold)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's title under the title it shares."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            column = self._table.columns[section]
            return "\n".join((*_lines(column.group.removeprefix(_SHARED).capitalize()), *_lines(column.title)))
        return None

    def _cell(self, index: _Index) -> Cell:
        return self._rows[index.row()][index.column()]


def _lines(title: str) -> list[str]:
    return wrap(title, _HEAD_LETTERS, break_long_words=False)


class FigureTableView(QTableView):
    """Shows a report; Enter or a double click on a number emits `opened` with its Figure."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = FigureModel(self)
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.doubleClicked.connect(self._on_opened)

    def table(self) -> FigureTable:
        """Return what is shown."""
        return self._model.table()

    def show_table(self, table: FigureTable) -> None:
        """Show another table, its first number chosen."""
        self._model.show_table(table)
        self._fit()
        if table.all_rows:
            self.setCurrentIndex(self._model.index(0, min(1, len(table.columns) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen number with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        px, header = theme.current().px, self.horizontalHeader()
        self.setMinimumHeight(px(_LEAST_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        header.setMinimumSectionSize(px(_LEAST))
        header.setMaximumSectionSize(px(_WIDEST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _on_opened(self, index: QModelIndex) -> None:
        figure = index.data(_Role.UserRole)
        if figure is not None:
            self.opened.emit(figure)
