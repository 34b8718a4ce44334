"""A table of whole rows, for pages that act on the chosen one."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.paged import PagedTable

_ROW_HEIGHT = 34
_LEAST_HEIGHT = 170


class RowTable(QTableView):
    """Columns as wide as their words, one row chosen at a time, Tab goes on to the next control."""

    def __init__(self, model: PagedTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header, self._last = self.horizontalHeader(), model.columnCount() - 1
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self._last, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        model.modelReset.connect(self._fit_last)
        model.dataChanged.connect(self._fit_last)
        self._fit()

    def current_row(self) -> object:
        """Return the dataclass of the chosen row; None without one."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the last column what the others leave."""
        super().resizeEvent(event)
        self._fit_last()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().px(_ROW_HEIGHT))
        self.setMinimumHeight(theme.current().px(_LEAST_HEIGHT))
        self._fit_last()

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, _after: int) -> None:
        if column != self._last:
            self._fit_last()

    @Slot()
    def _fit_last(self) -> None:
        """Fill the table, but never below the words: Qt's own stretched last section cuts them."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(self._last)
        words = max(self.sizeHintForColumn(self._last), header.sectionSizeHint(self._last))
        header.resizeSection(self._last, max(words, self.viewport().width() - others))
