"""A table of whole rows, for pages that act on the chosen one."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.paged import PagedTable
from onestop_desk.ui.widgets.sharing import shared_out

_ROW_HEIGHT, _LEAST_LONG = 34, 120
_LEAST_HEIGHT = 170


class RowTable(QTableView):
    """Columns as wide as their words, the last one with what is left; where room is scarce long ones give way. One row
    chosen at a time, Tab goes on to the next control."""

    def __init__(self, model: PagedTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._long = tuple(place for place, column in enumerate(model.columns) if column.is_long)
        self._last = model.columnCount() - 1
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (*self._long, self._last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        model.modelReset.connect(self._fit_columns)
        model.dataChanged.connect(self._fit_columns)
        self._fit()

    def current_row(self) -> object:
        """Return the dataclass of the chosen row; None without one."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().px(_ROW_HEIGHT))
        self.setMinimumHeight(theme.current().px(_LEAST_HEIGHT))
        self._fit_columns()

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, _after: int) -> None:
        if column != self._last and column not in self._long:
            self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        """Fill the table; words that are not long are never cut: Qt's own stretched last section cuts them."""
        header = self.horizontalHeader()
        wanted = [header.sectionSize(column) for column in range(header.count())]
        least = list(wanted)
        for column in {*self._long, self._last}:
            wanted[column] = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            floor = max(theme.current().px(_LEAST_LONG), header.sectionSizeHint(column))
            least[column] = min(wanted[column], floor) if column in self._long else wanted[column]
        widths = shared_out(wanted, least, self.viewport().width(), self._last)
        for column in {*self._long, self._last}:
            header.resizeSection(column, widths[column])
