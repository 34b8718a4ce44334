"""A list of papers that belong to no one dossier, the chosen one printed again."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable


class PaperList(QWidget):
    """Shows what `read` returns, newest first; `again_asked` carries the chosen line."""

    again_asked = Signal(object)

    def __init__(self, key: str, title: str, columns: Sequence[Column], jobs: Jobs) -> None:
        super().__init__()
        self._nothing = ""
        self._model = PagedTable(columns, jobs, self)
        self._table = RowTable(self._model, title)
        self._table.setObjectName(f"{key}_table")
        self._said = Paragraph("", "muted")
        self._said.setObjectName(f"{key}_said")
        self._again = Button(self.tr("In lại"), "printer", name=f"{key}_again")
        self._again.setAccessibleName(f"{self._again.text()}: {title}")
        self._again.setEnabled(False)
        self._again.clicked.connect(self._on_again)
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_chosen)
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self._assemble(title)

    def open(self, read: Callable[[], tuple[Any, ...]], nothing: str) -> None:
        """Show what `read` returns in the reading lane; `nothing` is said where that is none."""
        self._nothing = nothing
        self._model.open(whole_list(read))

    def refresh(self) -> None:
        """Read anew."""
        self._model.refresh()

    def _on_counted(self, count: int) -> None:
        self._said.setText("" if count else self._nothing)
        if count:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        self._again.setEnabled(self._table.current_row() is not None)

    def _on_again(self) -> None:
        line = self._table.current_row()
        if line is not None:
            self.again_asked.emit(line)

    def _assemble(self, title: str) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._again, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Paragraph(title, "heading"))
        column.addWidget(self._table, 1)
        column.addLayout(foot)
