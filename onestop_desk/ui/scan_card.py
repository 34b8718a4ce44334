"""The card of a scanned dossier in the strip on the right: whose, what, when, and a way to open it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.services.line import DossierLine
from onestop_desk.ui.line_wording import due_words_of, state_severity, state_words
from onestop_desk.ui.widgets.badge import Badge
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph


class ScanCard(QFrame):
    """Shows one line, under the code that the strip says; `opened` carries the dossier's uid."""

    opened = Signal(str)

    def __init__(self, line: DossierLine, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setObjectName("scan_card")
        self.setAccessibleName(self.tr("Hồ sơ {code}").format(code=line.code))
        state = Badge(state_words(line, now), state_severity(line, now))
        owner = Paragraph(line.owner_name, "strong")
        procedure = Paragraph(line.procedure_name)
        due = Paragraph(self.tr("Hẹn trả: {due}").format(due=due_words_of(line)), "muted")
        button = Button(self.tr("Mở hồ sơ"), "folder")
        button.setAccessibleName(self.tr("Mở hồ sơ {code}").format(code=line.code))
        button.clicked.connect(self._on_clicked)
        self.setFocusProxy(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(state, 0, Qt.AlignmentFlag.AlignLeft)
        parts = {"state": state, "owner": owner, "procedure": procedure, "due": due, "open": button}
        for name, part in parts.items():
            part.setObjectName(f"scan_card_{name}")
            if part is not state:
                column.addWidget(part)

    def _on_clicked(self, _checked: bool = False) -> None:
        self.opened.emit(self.line.uid)
