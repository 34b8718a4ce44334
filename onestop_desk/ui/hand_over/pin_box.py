"""The receiver at somebody else's counter: says who they are by name and PIN, and confirms from then on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.office import ClerkWord
from onestop_desk.services import pin
from onestop_desk.services.desk import Desk
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine

_LEAST = 160


class PinBox(QWidget):
    """Shut until somebody asks; `changed` carries the ClerkWord who confirms from now on, None for the clerk
    who has signed in."""

    changed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._who: ClerkWord | None = None
        self._ask = Button(self.tr("Người nhận xác nhận bằng mã PIN…"), "lock", "quiet", name="pin_ask")
        self._login = LabelledLine(self.tr("Tên đăng nhập của người nhận"), "pin_login")
        self._pin = LabelledLine(self.tr("Mã PIN"), "pin_code")
        self._pin.hide_text()
        self._go = Button(self.tr("Xác nhận mã PIN"), "check", name="pin_go")
        self._said = Paragraph("", "strong")
        self._said.setObjectName("pin_said")
        self._end = Button(self.tr("Thôi xác nhận thay"), "undo", "quiet", name="pin_end")
        self._ask.clicked.connect(self._on_ask)
        self._go.clicked.connect(self._on_go)
        self._pin.line.returnPressed.connect(self._on_go)
        self._end.clicked.connect(self.forget)
        self._assemble()
        self._show(is_asked=False)

    def who(self) -> ClerkWord | None:
        """Return who confirms with a PIN; None while it is the clerk who has signed in."""
        return self._who

    def forget(self) -> None:
        """Let the signed-in clerk confirm again."""
        was, self._who = self._who, None
        self._login.line.clear()
        self._pin.line.clear()
        self._show(is_asked=False)
        if was is not None:
            self.changed.emit(None)

    def _show(self, *, is_asked: bool) -> None:
        self._fields.setVisible(is_asked)
        self._ask.setVisible(not is_asked and self._who is None)
        self._confirming.setVisible(self._who is not None)
        if self._who is not None:
            self._said.setText(self.tr("Đang nhận: {name}.").format(name=self._who.name))

    def _on_ask(self) -> None:
        self._show(is_asked=True)
        self._login.setFocus()

    def _on_go(self) -> None:
        self._login.set_problem("")
        self._pin.set_problem("")
        self._go.setEnabled(False)
        words = self._login.text(), self._pin.text()
        self._jobs.run(pin.confirmed_by, self._desk, *words, done=self._on_known, failed=self._on_refused)

    def _on_known(self, who: ClerkWord) -> None:
        self._go.setEnabled(True)
        self._who = who
        self._pin.line.clear()
        self._show(is_asked=False)
        self.changed.emit(who)

    def _on_refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        self._pin.line.clear()
        self._pin.set_problem(sentence_of(error).what)
        self._pin.setFocus()

    def _assemble(self) -> None:
        self._fields, self._confirming = QWidget(), QWidget()
        flow = FieldFlow(self._fields)
        flow.add_field(self._login, _LEAST, 1)
        flow.add_field(self._pin, _LEAST, 1)
        flow.add_field(self._go, 0, 0)
        row = QHBoxLayout(self._confirming)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        row.addWidget(self._end)
        row.addStretch(1)
        ask = QHBoxLayout()
        ask.addWidget(self._ask)
        ask.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(ask)
        column.addWidget(self._fields)
        column.addWidget(self._confirming)
