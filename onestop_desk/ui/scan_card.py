"""The card of a scanned dossier in the strip on the right: whose, what, when, and a way to open it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.services.line import DossierLine
from onestop_desk.ui.line_wording import due_words_of, state_severity, state_words
from onestop_desk.ui.widgets.badge import Badge
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph


class ScanCard(QFrame):
    """Shows one line; `opened` carries the dossier's uid."""

    opened = Signal(str)

    def __init__(self, line: DossierLine, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan_card")
        button = Button(self.tr("Mở hồ sơ"), "folder")
        button.setObjectName("scan_card_open")
        button.clicked.connect(partial(self._on_clicked, line.uid))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Badge(state_words(line, now), state_severity(line, now)), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Paragraph(line.owner_name, "strong"))
        column.addWidget(Paragraph(line.procedure_name))
        column.addWidget(Paragraph(self.tr("Hẹn trả: {due}").format(due=due_words_of(line)), "muted"))
        column.addWidget(button)

    def _on_clicked(self, uid: str, _checked: bool = False) -> None:
        self.opened.emit(uid)
