"""Taking an older return back: a reason and a button, for the chosen dossier that is given back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from onestop_desk.domain.text import clean
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class RecallBox(QFrame):
    """`recall_asked` carries the reason."""

    recall_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("recall_box")
        self._told = Paragraph("", "muted")
        self._told.setObjectName("recall_told")
        self.reason = CleanLineEdit(self.tr("Lý do thu hồi"))
        self.reason.setObjectName("recall_reason")
        self._box = FieldBox(self.tr("Lý do thu hồi"), self.reason)
        self.button = Button(self.tr("Thu hồi việc trả nhầm"), "undo", name="recall")
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._told)
        column.addWidget(self._box)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def offer(self, code: str) -> None:
        """Offer to take the return of this dossier back; empty offers nothing."""
        words = self.tr("{code} đã trả nhầm? Sau một phút, việc thu hồi cần Tổ trưởng hoặc Quản trị.")
        self._told.setText(words.format(code=code))
        self._box.show_problem("")
        self.setVisible(bool(code))

    def clear(self) -> None:
        """Forget the reason: it was used."""
        self.reason.clear()

    def _on_clicked(self) -> None:
        if clean(self.reason.text()):
            self.recall_asked.emit(self.reason.text())
        else:
            self._box.show_problem(self.tr("Ghi lý do thu hồi."))
            self.reason.setFocus()
