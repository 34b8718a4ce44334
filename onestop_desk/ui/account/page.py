"""The page of the clerk who works now: name, roles, a new password, making room for another one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.services import pin, staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import SignInRefused
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.front.work import SignedIn
from onestop_desk.ui.role_wording import roles_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine, show_problem
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.wording import Sentence, Severity


class AccountPage(Page):
    """Shows who works here; `sign_out_asked` when another person wants to."""

    sign_out_asked = Signal()

    def __init__(self, window: Any, desk: Desk, person: SignedIn, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tài khoản"), parent)
        self.setObjectName("account_page")
        self._window, self._desk, self._person = window, desk, person
        self._out = Button(self.tr("Đổi người dùng"), "person_card", "primary", name="sign_out")
        self._out.clicked.connect(self.sign_out_asked)
        self._old = self._secret(self.tr("Mật khẩu hiện tại"), "old_password")
        self._new = self._secret(self.tr("Mật khẩu mới"), "new_password", self.tr("Ít nhất 8 ký tự."))
        self._again = self._secret(self.tr("Nhập lại mật khẩu mới"), "new_password_again")
        self._pin_password = self._secret(self.tr("Mật khẩu hiện tại"), "pin_password")
        self._pin = self._secret(self.tr("Mã PIN mới"), "new_pin", self.tr("4 đến 8 chữ số."))
        self._set_pin = Button(self.tr("Đặt mã PIN"), "lock", name="set_pin")
        self._set_pin.clicked.connect(self._on_set_pin)
        self._change = Button(self.tr("Đổi mật khẩu"), "lock", name="change_password")
        self._change.clicked.connect(self._on_change)
        self._assemble()

    def _secret(self, name: str, object_name: str, hint: str = "") -> LabelledLine:
        line = LabelledLine(name, object_name, hint)
        line.hide_text()
        return line

    def _on_change(self) -> None:
        if self._new.text() != self._again.text():
            self._again.set_problem(self.tr("Hai lần nhập mật khẩu không giống nhau."))
            self._again.setFocus()
            return
        self._change.setEnabled(False)
        args = (self._desk, self._person.login, self._old.text(), self._new.text())
        self._window.jobs.run(_change_own, *args, done=self._on_changed, failed=self._on_refused)

    def _on_changed(self, _nothing: None) -> None:
        self._change.setEnabled(True)
        for line in (self._old, self._new, self._again):
            line.line.clear()
        self._window.say(Sentence(self.tr("Đã đổi mật khẩu trên máy này."), severity=Severity.INFO))

    def _on_set_pin(self) -> None:
        self._set_pin.setEnabled(False)
        args = (self._desk, self._person.login, self._pin_password.text(), self._pin.text())
        self._window.jobs.run(pin.set_pin, *args, done=self._on_pin_set, failed=self._on_pin_refused)

    def _on_pin_set(self, _nothing: None) -> None:
        self._set_pin.setEnabled(True)
        for line in (self._pin_password, self._pin):
            line.line.clear()
        self._window.say(Sentence(self.tr("Đã đặt mã PIN trên máy này."), severity=Severity.INFO))

    def _on_pin_refused(self, error: Exception) -> None:
        self._set_pin.setEnabled(True)
        if not self._is_old_wrong(error, self._pin_password) and (
            not isinstance(error, DeskError) or not show_problem({"pin": self._pin}, error)
        ):
            self._window.say(sentence_of(error))

    def _is_old_wrong(self, error: Exception, line: LabelledLine) -> bool:
        if not isinstance(error, SignInRefused):
            return False
        line.set_problem(self.tr("Mật khẩu hiện tại không đúng."))
        line.setFocus()
        return True

    def _on_refused(self, error: Exception) -> None:
        self._change.setEnabled(True)
        if self._is_old_wrong(error, self._old):
            return
        if not isinstance(error, DeskError) or not show_problem({"password": self._new}, error):
            self._window.say(sentence_of(error))

    def _assemble(self) -> None:
        self.column.addWidget(Paragraph(self._person.name, "heading"))
        told = self.tr("Tên đăng nhập: {login}. Vai trò: {roles}.")
        self.column.addWidget(Paragraph(told.format(login=self._person.login, roles=roles_words(self._person.roles))))
        self.column.addLayout(_left(self._out))
        card = FieldCard(self.tr("Mật khẩu"), (self._old, self._new, self._again))
        card.body.addLayout(_left(self._change))
        self.column.addWidget(card)
        told = self.tr("Để xác nhận nhận hồ sơ tại quầy của người khác. Chỉ dùng trên máy này.")
        short = FieldCard(self.tr("Mã PIN"), (self._pin_password, self._pin))
        short.body.addWidget(Paragraph(told, "small"))
        short.body.addLayout(_left(self._set_pin))
        self.column.addWidget(short)
        self.column.addStretch(1)


def _left(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row


def _change_own(desk: Desk, login: str, old: str, new: str) -> None:
    staff.sign_in(desk, login, old)
    staff.change_password(desk, login, new)
