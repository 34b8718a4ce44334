"""The foot of the list: opens the steps for several dossiers, and knows which rows are selected."""

from itertools import islice

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.batch_bar import MOST_AT_ONCE, BatchBar
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.paged import PagedTable


class BatchBox(QWidget):
    """Lets several rows of `table` be selected and acted on; `done` and `failed` are those of the bar."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, table: QTableView, model: PagedTable) -> None:
        super().__init__()
        self._table, self._model = table, model
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._open = Button(self.tr("Làm nhiều hồ sơ một lúc"), "check")
        self._open.setObjectName("batch_open")
        self._open.setCheckable(True)
        self._hint = Paragraph(self.tr("Chọn nhiều hồ sơ: Shift và mũi tên, hoặc Ctrl và bấm chuột."), "muted")
        self._hint.setObjectName("batch_hint")
        self._bar = BatchBar(desk, jobs, self.chosen)
        self._bar.done.connect(self.done)
        self._bar.failed.connect(self.failed)
        self._open.toggled.connect(self._on_opened)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        model.page_arrived.connect(self._on_selected)
        model.modelReset.connect(self._on_selected)
        self._assemble()
        self._on_opened(False)

    def chosen(self) -> tuple[str, ...]:
        """Return the uids of the selected rows, in the table's order, at most one more than may be acted on; none
        while some of these rows are still on their way."""
        rows = [self._model.row(number) for number in self._numbers()]
        lines = [row for row in rows if isinstance(row, DossierLine)]
        return tuple(line.uid for line in lines) if len(lines) == len(rows) else ()

    def show_row(self, row: int) -> None:
        """Go to a row of a new list; while steps are open it is not selected: nothing is done by the way."""
        flag = QItemSelectionModel.SelectionFlag
        flags = flag.NoUpdate if self._open.isChecked() else flag.ClearAndSelect | flag.Rows
        self._table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def forget(self) -> None:
        """Say no more what became of the last batch."""
        self._bar.forget()

    def _numbers(self) -> list[int]:
        selection = self._table.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        spans = sorted((one.top(), one.bottom()) for one in ranges)
        numbers = (number for top, bottom in spans for number in range(top, bottom + 1))
        return list(islice(dict.fromkeys(islice(numbers, 2 * MOST_AT_ONCE)), MOST_AT_ONCE + 1))

    def _on_opened(self, is_open: bool) -> None:
        self._bar.setVisible(is_open)
        self._hint.setVisible(is_open)
        self._on_selected()

    def _on_selected(self, *_: object) -> None:
        if self._open.isChecked():
            self._bar.show_count(len(self.chosen()))

    def _assemble(self) -> None:
        head = FlowLayout(across=8, down=6)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._bar)
