"""A table of whole rows, for pages that act on the chosen one."""

from PySide6.QtCore import QEvent, Qt
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
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self._fit()

    def current_row(self) -> object:
        """Return the dataclass of the chosen row; None without one."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().px(_ROW_HEIGHT))
        self.setMinimumHeight(theme.current().px(_LEAST_HEIGHT))
