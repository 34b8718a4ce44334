"""A desk whose set-up was cut short before anybody was admitted: its first administrator is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.services.first_day import Founder
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine, show_problem
from onestop_desk.ui.widgets.page import Page


class FounderCard(FieldCard):
    """The fields of the first administrator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.name = LabelledLine(translate("FounderCard", "Họ và tên quản trị"), "admin_name")
        self.login = LabelledLine(
            translate("FounderCard", "Tên đăng nhập"),
            "admin_login",
            translate("FounderCard", "Chữ thường, số, dấu chấm."),
        )
        self.password = LabelledLine(
            translate("FounderCard", "Mật khẩu"), "admin_password", translate("FounderCard", "Ít nhất 8 ký tự.")
        )
        self.again = LabelledLine(translate("FounderCard", "Nhập lại mật khẩu"), "admin_password_again")
        fields = (self.name, self.login, self.password, self.again)
        super().__init__(translate("FounderCard", "Quản trị đầu tiên"), fields, parent)
        self.login.set_text("admin")
        self.password.hide_text()
        self.again.hide_text()

    def founder(self) -> Founder:
        """Return who the fields name."""
        return Founder(self.login.text(), self.name.text(), self.password.text())

    def agrees(self) -> bool:
        """Say whether the password was typed the same twice; if not, the field says so."""
        same = self.password.text() == self.again.text()
        self.again.set_problem("" if same else self.tr("Hai lần nhập mật khẩu không giống nhau."))
        if not same:
            self.again.setFocus()
        return same

    def fields(self) -> dict[str, LabelledLine]:
        """Return the fields by the names that refusals use."""
        return {"clerk.name": self.name, "login": self.login, "password": self.password}


class FounderPage(Page):
    """Asks for the first administrator; `asked` carries the Founder."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Quầy chưa có người quản trị"), parent)
        self.setObjectName("founder_page")
        self._card = FounderCard()
        self._go = Button(self.tr("Tạo người quản trị"), "check", "primary", name="founder_go")
        self._go.clicked.connect(self._on_go)
        told = self.tr("Lần thiết lập trước bị dừng giữa chừng. Sổ hồ sơ đã có, chỉ còn thiếu người quản trị.")
        self.column.addWidget(Paragraph(told))
        self.column.addWidget(self._card)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._card.name.line)

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field what cannot be."""
        self._go.setEnabled(True)
        return show_problem(self._card.fields(), error)

    def _on_go(self) -> None:
        if self._card.agrees():
            self._go.setEnabled(False)
            self.asked.emit(self._card.founder())
