"""A report's table on screen: numbers on the right, those that can be opened in the colour of links."""

from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.domain.figures import Cell, Figure, FigureTable, Sort
from onestop_desk.ui import theme
from onestop_desk.ui.widgets.label import plain_tip
from onestop_desk.ui.widgets.sharing import shared_out

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole
_EMPTY = FigureTable("", "", "", (), ())
_SHARED = "Số lượng hồ sơ "
"""What the official heads repeat over every group of columns: left out on screen."""

_HEAD_LETTERS = (15, 12, 7)
"""How many letters a line of a heading may have; fewer where the table would have to be scrolled."""

_ROW_HEIGHT, _WIDEST, _LEAST, _LEAST_WORDS, _LEAST_HEIGHT = 32, 360, 52, 120, 240


class FigureModel(QAbstractTableModel):
    """One FigureTable; UserRole gives the Figure of a cell that can be opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _EMPTY
        self._head_letters = _HEAD_LETTERS[0]
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def table(self) -> FigureTable:
        """Return what is shown."""
        return self._table

    def show_table(self, table: FigureTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table, self._rows = table, table.all_rows
        self.endResetModel()

    def wrap_heads(self, letters: int) -> None:
        """Break headings into lines of so many letters."""
        if letters != self._head_letters:
            self._head_letters = letters
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

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
            case _Role.ToolTipRole if column.sort is Sort.WORDS:
                return plain_tip(column.words(cell))
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
            return "\n".join(
                (*self._lines(column.group.removeprefix(_SHARED).capitalize()), *self._lines(column.title))
            )
        return None

    def _lines(self, title: str) -> list[str]:
        return wrap(title, self._head_letters, break_long_words=False)

    def _cell(self, index: _Index) -> Cell:
        return self._rows[index.row()][index.column()]


class FigureTableView(QTableView):
    """Shows a report; Enter or a double click on a number emits `opened` with its Figure."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = FigureModel(self)
        self._measured: dict[int, tuple[list[int], list[int]]] = {}
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
        self._fit_anew()
        if table.all_rows:
            self.setCurrentIndex(self._model.index(0, min(1, len(table.columns) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen number with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure in the letters that the window has given by now."""
        super().showEvent(event)
        self._fit_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit_anew()

    def _fit_anew(self) -> None:
        self._measured.clear()
        self._fit()

    def _fit(self) -> None:
        px, header = theme.current().px, self.horizontalHeader()
        self.setMinimumHeight(px(_LEAST_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        header.setMinimumSectionSize(px(_LEAST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in enumerate(self._widths()):
            header.resizeSection(column, width)

    def _widths(self) -> list[int]:
        """Return widths at which nothing is cut; or, if that spares scrolling, with headings in more lines and long
        words elided."""
        room = self.viewport().width()
        for letters in _HEAD_LETTERS:
            wanted, least = self._measure(letters)
            if least and sum(least) <= room:
                return shared_out(wanted, least, min(room, sum(wanted)), 0)
        return self._measure(_HEAD_LETTERS[0])[0]

    def _measure(self, letters: int) -> tuple[list[int], list[int]]:
        """Return the widths at which nothing is cut, and the least ones; a table is measured once in its letters."""
        self._model.wrap_heads(letters)
        if letters not in self._measured:
            wanted = self._whole_widths()
            self._measured[letters] = wanted, self._least_widths(wanted)
        return self._measured[letters]

    def _whole_widths(self) -> list[int]:
        px, header = theme.current().px, self.horizontalHeader()
        hints = (max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(header.count()))
        return [max(px(_LEAST), min(hint, px(_WIDEST))) for hint in hints]

    def _least_widths(self, wanted: list[int]) -> list[int]:
        header, floor = self.horizontalHeader(), theme.current().px(_LEAST_WORDS)
        columns = zip(self._model.table().columns, wanted, strict=True)
        return [
            max(header.sectionSizeHint(at), min(width, floor)) if column.sort is Sort.WORDS else width
            for at, (column, width) in enumerate(columns)
        ]

    def _on_opened(self, index: QModelIndex) -> None:
        figure = index.data(_Role.UserRole)
        if figure is not None:
            self.opened.emit(figure)
