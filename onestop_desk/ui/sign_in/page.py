"""Signing in: a name and a password; typing may begin before the register is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine
from onestop_desk.ui.widgets.page import Page


class SignInPage(Page):
    """Asks who works here; `asked` carries login and password, Enter in the password field asks too."""

    asked = Signal(str, str)

    def __init__(self, login: str = "", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đăng nhập"), parent)
        self.setObjectName("sign_in_page")
        self._login = LabelledLine(self.tr("Tên đăng nhập"), "login")
        self._password = LabelledLine(self.tr("Mật khẩu"), "password")
        self._password.hide_text()
        self._go = Button(self.tr("Đăng nhập"), "person_card", "primary", name="sign_in")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("sign_in_said")
        self._login.line.returnPressed.connect(self._password.setFocus)
        self._password.line.returnPressed.connect(self._on_asked)
        self._go.clicked.connect(self._on_asked)
        self._assemble()
        self._login.set_text(login)
        self.setFocusProxy(self._password.line if login else self._login.line)

    def refuse(self, why: str) -> None:
        """Say why signing in failed; the password is asked for again."""
        self._go.setEnabled(True)
        self._said.setText("")
        self._password.line.clear()
        self._password.set_problem(why)
        self._password.setFocus()

    def login(self) -> str:
        """Return the name typed so far."""
        return self._login.text()

    def _on_asked(self) -> None:
        if not self._go.isEnabled():
            return
        lacking = next((line for line in (self._login, self._password) if not line.text()), None)
        if lacking is not None:
            lacking.set_problem(self.tr("Chưa nhập."))
            lacking.setFocus()
            return
        self._go.setEnabled(False)
        self._said.setText(self.tr("Đang kiểm tra…"))
        self.asked.emit(self._login.text(), self._password.text())

    def _assemble(self) -> None:
        self._login.line.setMaxLength(64)
        self._password.line.setEchoMode(QLineEdit.EchoMode.Password)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addWidget(self._said, 1)
        for part in (self._login, self._password):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.column.addStretch(1)
