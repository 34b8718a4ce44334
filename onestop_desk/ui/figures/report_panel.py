"""One report: which, in which rows, its table, and what to save it as."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from onestop_desk.domain.measures import Period
from onestop_desk.services.counting import By
from onestop_desk.services.report_list import REPORTS, Report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.figures.table import FigureTableView
from onestop_desk.ui.figures.wording import report_words, rows_words
from onestop_desk.ui.figures.work import FileKind
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph

_OWN = tuple(by for by in By if by is not By.AGENCY)
_LEAST = 260


class ReportPanel(QWidget):
    """Shows a report; `asked` when another is wanted, `save_asked` with a FileKind, `opened` with a Figure."""

    asked = Signal()
    save_asked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_panel")
        self._report: Report | None = None
        self._which = self._choice("report_which", self.tr("Báo cáo"), [(name, report_words(name)) for name in REPORTS])
        self._rows = self._choice("report_rows", self.tr("Mỗi dòng một"), [(by, rows_words(by)) for by in _OWN])
        self._rows_box = FieldBox(self.tr("Mỗi dòng một"), self._rows)
        self._save = {kind: Button(f"{kind.value.upper()}…", "save") for kind in FileKind}
        self._title = Paragraph("", "heading")
        self._notes = Paragraph("", "muted")
        self._notes.setObjectName("report_notes")
        self.table = FigureTableView(self.tr("Báo cáo"))
        self.table.setObjectName("report_table")
        self.table.opened.connect(self.opened)
        self._assemble()
        self.setFocusProxy(self._which)

    def ask(self, period: Period) -> tuple[str, ReportAsk]:
        """Return which report is wanted of a period."""
        return str(self._which.currentData()), ReportAsk(period, By(self._rows.currentData()))

    def choose(self, name: str, by: By = By.FIELD) -> None:
        """Want another report."""
        self._rows.setCurrentIndex(self._rows.findData(by))
        self._which.setCurrentIndex(self._which.findData(name))

    def report(self) -> Report | None:
        """Return what is shown; None before anything was."""
        return self._report

    def show_report(self, made: Report) -> None:
        """Show a report."""
        self._report = made
        self._title.setText(f"{made.table.title}. {made.table.period}")
        self._notes.setText("\n".join(made.table.notes))
        self._notes.setVisible(bool(made.table.notes))
        self.table.show_table(made.table)
        self.offer_saving(offered=True)

    def offer_saving(self, *, offered: bool) -> None:
        """Let the report be saved, or not now."""
        for button in self._save.values():
            button.setEnabled(offered and self._report is not None)

    @Slot()
    def _on_chosen(self) -> None:
        self._rows_box.setVisible(self._which.currentData() == "bieu06")
        self.asked.emit()

    def _choice(self, name: str, words: str, choices: list[tuple[Any, str]]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        for value, text in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _assemble(self) -> None:
        choices, saving = FieldFlow(), FlowLayout()
        choices.add_field(FieldBox(self.tr("Báo cáo"), self._which), _LEAST, 2)
        choices.add_field(self._rows_box, _LEAST // 2, 1)
        for kind, button in self._save.items():
            button.setObjectName(f"report_save_{kind}")
            button.setAccessibleName(self.tr("Lưu ra {kind}").format(kind=kind.value.upper()))
            button.clicked.connect(partial(self._on_save, kind))
            button.setEnabled(False)
            saving.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(choices)
        column.addWidget(self._title)
        column.addWidget(self.table, 1)
        column.addWidget(self._notes)
        column.addLayout(saving)

    def _on_save(self, kind: FileKind, _checked: bool = False) -> None:
        self.save_asked.emit(kind)
