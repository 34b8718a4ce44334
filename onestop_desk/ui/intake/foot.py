"""The foot of the form: the promise in large letters and the save; after it, the code until the next form begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.services.intake import Accepted
from onestop_desk.ui.due_wording import due_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import IconLabel, Paragraph, PlainLabel
from onestop_desk.ui.wording import clock_words, date_words, weekday_words


class Foot(QFrame):
    """Shows the promise of the form or the dossier just saved; `save_asked` and `next_asked` are its buttons."""

    save_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("intake_foot")
        self._mark = IconLabel("clock", "muted", 26)
        self._eyebrow = PlainLabel("", "eyebrow")
        self._eyebrow.setObjectName("foot_eyebrow")
        self.code = PlainLabel("", "title")
        self.code.setObjectName("saved_code")
        self.due = Paragraph("", "title")
        self.due.setObjectName("due_moment")
        self._why = Paragraph("", "muted")
        self._why.setObjectName("due_reasoning")
        self.save = Button(self.tr("Lưu (Ctrl+S)"), "save", name="save")
        self.next = Button(self.tr("Lưu, in, tiếp (Ctrl+Enter)"), "printer", "primary", name="save_and_next")
        self.save.clicked.connect(self.save_asked)
        self.next.clicked.connect(self.next_asked)
        self._assemble()
        self.show_due(None)

    def show_due(self, due: Due | None) -> None:
        """Show the promise that would be printed now; None while there is no procedure."""
        self._dress("clock", "muted", self.tr("HẸN TRẢ"))
        self.code.hide()
        self.due.setText(_due_moment(due) if due else self.tr("Chọn thủ tục để tính hẹn trả"))
        self._why.setText(due_words(due) if due and due.due_at else "")
        self._why.setVisible(bool(self._why.text()))

    def show_saved(self, accepted: Accepted) -> None:
        """Show what was saved: its code and its promise."""
        eyebrow = self.tr("ĐÃ LƯU") if accepted.is_new else self.tr("ĐÃ LƯU TRƯỚC ĐÓ")
        self._dress("check", "info", eyebrow)
        self.code.setText(accepted.code)
        self.code.show()
        self.due.setText(self.tr("Hẹn trả {moment}").format(moment=_due_moment(accepted.due)))
        self._why.hide()

    def set_saving(self, is_saving: bool) -> None:
        """Let nobody press twice while a save is on its way."""
        self.save.setEnabled(not is_saving)
        self.next.setEnabled(not is_saving)

    def set_done(self, is_done: bool) -> None:
        """Offer the next form where this one is saved, saving where it is not."""
        self.save.setVisible(not is_done)
        self.next.setText(self.tr("Hồ sơ mới (F2)") if is_done else self.tr("Lưu, in, tiếp (Ctrl+Enter)"))
        self.next.set_icon_name("plus" if is_done else "printer")

    def _dress(self, icon_name: str, colour: str, eyebrow: str) -> None:
        self._mark.set_icon(icon_name, colour)
        self._eyebrow.setText(eyebrow)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._eyebrow)
        words.addWidget(self.code)
        words.addWidget(self.due)
        words.addWidget(self._why)
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        keys = FlowLayout()
        keys.addWidget(self.save)
        keys.addWidget(self.next)
        buttons = QWidget()
        middle = QVBoxLayout(buttons)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addLayout(keys)
        middle.addStretch(1)
        flow = FieldFlow(self, across=12, down=6)
        flow.add_field(said, 330, 1)
        flow.add_field(buttons, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _due_moment(due: Due) -> str:
    if due.due_at is None:
        return due_words(due)
    local = due.due_at.astimezone(VIETNAM)
    return f"{clock_words(local)}, {weekday_words(local.date())} {date_words(local.date())}"
