"""The dossiers behind one number: as many as it says, and those that a correction takes out of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.money import format_number
from onestop_desk.services.reporting import Opened
from onestop_desk.ui.list.columns import line_columns
from onestop_desk.ui.list.table import DossierTable
from onestop_desk.ui.search.model import OfferModel
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph


class OpenedPanel(QWidget):
    """Lists the dossiers of a figure; `line_opened` carries one, `left` when a person goes back."""

    line_opened = Signal(object)
    left = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opened_panel")
        self._model = OfferModel(line_columns(now), self)
        self.table = DossierTable(self._model, self.tr("Hồ sơ trong số liệu này"))
        self.table.setObjectName("opened_table")
        self.table.opened.connect(self.line_opened)
        self._said = Paragraph("", "heading")
        self._said.setObjectName("opened_said")
        self._back_note = Paragraph("", "muted")
        back = Button(self.tr("Quay lại số liệu"), "undo", name="opened_back")
        back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(escape.context().WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        row = FlowLayout()
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self._back_note)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_opened(self, opened: Opened) -> None:
        """List other dossiers, those that are taken back last."""
        self._model.replace([*opened.lines, *opened.taken_back])
        self._said.setText(self.tr("{n} hồ sơ trong số liệu này").format(n=format_number(opened.count)))
        taken = len(opened.taken_back)
        note = self.tr("Gồm {n} hồ sơ tính vào và {m} hồ sơ đính chính trừ ra (ở cuối danh sách).")
        self._back_note.setText(note.format(n=format_number(len(opened.lines)), m=format_number(taken)))
        self._back_note.setVisible(taken > 0)
        if self._model.rowCount():
            self.table.selectRow(0)
