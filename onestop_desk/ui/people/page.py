"""People: who works here, with which roles; admitting, changing, dismissing, a new password."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.office import Role
from onestop_desk.services import staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.staff import ClerkLine
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.people.role_boxes import RoleBoxes
from onestop_desk.ui.role_wording import roles_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine, show_problem
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.wording import Sentence, Severity


class PeoplePage(Page):
    """Lists the clerks; the form below is for the one chosen, or for a new one."""

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nhân sự"), parent)
        self.setObjectName("people_page")
        self._window, self._desk = window, desk
        self._model = PagedTable(self._columns(), window.jobs, self)
        self._table = RowTable(self._model, self.title.text())
        self._wanted = ""
        self._make_form()
        self._connect()
        self._assemble()
        self._model.open(whole_list(staff.clerks, desk))
        self.setFocusProxy(self._table)

    def entered(self) -> None:
        """Read anew."""
        self._model.refresh()

    def chosen(self) -> ClerkLine | None:
        """Return the clerk that is chosen in the list."""
        clerk = self._table.current_row()
        return clerk if isinstance(clerk, ClerkLine) else None

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Tên đăng nhập"), _login),
            Column(self.tr("Họ và tên"), _name, is_long=True),
            Column(self.tr("Vai trò"), _roles, is_long=True),
            Column(self.tr("Tình trạng"), self._state),
        )

    def _state(self, clerk: ClerkLine) -> str:
        if not clerk.is_active:
            return self.tr("Đã thôi việc ở quầy")
        return self.tr("Đang làm") if clerk.has_password else self.tr("Chưa có mật khẩu trên máy này")

    def _make_form(self) -> None:
        self._login = LabelledLine(self.tr("Tên đăng nhập"), "clerk_login", self.tr("Chữ thường, số, dấu chấm."))
        self._name = LabelledLine(self.tr("Họ và tên"), "clerk_name")
        hint = self.tr("Ít nhất 8 ký tự. Để trống: giữ mật khẩu đang có.")
        self._password = LabelledLine(self.tr("Mật khẩu"), "clerk_password", hint)
        self._password.hide_text()
        self._boxes = RoleBoxes()
        self._save = Button(self.tr("Lưu người này"), "save", "primary", name="clerk_save")
        self._new = Button(self.tr("Thêm người"), "plus", name="clerk_new")
        self._dismiss = Button(self.tr("Cho thôi việc"), "delete", name="clerk_dismiss")
        self._reason = LabelledLine(self.tr("Lý do thôi việc"), "clerk_reason")

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._new.clicked.connect(self._on_new)
        self._dismiss.clicked.connect(self._on_dismiss)
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_page_arrived)

    def _on_counted(self, count: int) -> None:
        if count and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._model.index(0, 0))

    def _on_page_arrived(self, _page: int) -> None:
        rows = [self._model.row(number) for number in range(self._model.rowCount())]
        wanted = next((n for n, clerk in enumerate(rows) if clerk is not None and clerk.login == self._wanted), None)
        if wanted is not None:
            self._table.setCurrentIndex(self._model.index(wanted, 0))
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        clerk = self.chosen()
        if clerk is None:
            return
        self._login.set_text(clerk.login)
        self._login.line.setReadOnly(True)
        self._name.set_text(clerk.name)
        self._boxes.set_roles(clerk.roles)
        self._dismiss.setEnabled(clerk.is_active)
        self._clear_secrets()

    def _on_new(self) -> None:
        self._table.clearSelection()
        self._table.setCurrentIndex(self._model.index(-1, -1))
        for line in (self._login, self._name):
            line.line.clear()
        self._login.line.setReadOnly(False)
        self._boxes.set_roles((Role.RECEPTION,))
        self._dismiss.setEnabled(False)
        self._clear_secrets()
        self._login.setFocus()

    def _clear_secrets(self) -> None:
        self._password.line.clear()
        self._reason.line.clear()
        for field in (self._login, self._name, self._password, self._boxes, self._reason):
            field.set_problem("")

    def _on_save(self) -> None:
        login, name, roles = self._login.text(), self._name.text(), self._boxes.roles()
        self._save.setEnabled(False)
        done = partial(self._on_saved, login.strip().lower(), name.strip())
        if self._password.text() or self.chosen() is None:
            args: tuple[Any, ...] = (staff.admit, self._desk, login, name, roles, self._password.text())
        else:
            args = (staff.assign, self._desk, login, name, roles)
        self._window.jobs.run(*args, done=done, failed=self._on_refused)

    def _on_saved(self, login: str, name: str, _nothing: None) -> None:
        self._save.setEnabled(True)
        self._wanted = login
        self._model.refresh()
        told = self.tr("Đã lưu {name}.").format(name=name)
        self._window.say(Sentence(told, severity=Severity.INFO))

    def _on_dismiss(self) -> None:
        clerk = self.chosen()
        if clerk is None:
            return
        if not self._reason.text().strip():
            self._reason.set_problem(self.tr("Việc này phải ghi lý do."))
            self._reason.setFocus()
            return
        args = (staff.dismiss, self._desk, clerk.login, self._reason.text())
        self._window.jobs.run(*args, done=partial(self._on_saved, clerk.login, clerk.name), failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        fields = {"login": self._login, "clerk.name": self._name, "password": self._password, "roles": self._boxes}
        if not isinstance(error, DeskError) or not show_problem(fields, error):
            self._window.say(sentence_of(error))

    def _assemble(self) -> None:
        self._table.setObjectName("people_table")
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self.column.addWidget(self._table, 1)
        top = QHBoxLayout()
        top.addWidget(self._new)
        top.addStretch(1)
        self.column.addLayout(top)
        card = FieldCard(self.tr("Người được chọn"), (self._login, self._name, self._password, self._boxes))
        foot = FlowLayout(across=8, down=6)
        foot.addWidget(self._save)
        card.body.addLayout(foot)
        self.column.addWidget(card)
        leave = FieldCard(self.tr("Thôi việc ở quầy"), (self._reason,))
        told = self.tr("Người thôi việc không đăng nhập được nữa; việc đã làm vẫn mang tên họ.")
        leave.body.addWidget(Paragraph(told, "muted"))
        last = QHBoxLayout()
        last.addWidget(self._dismiss)
        last.addStretch(1)
        leave.body.addLayout(last)
        self.column.addWidget(leave)


def _login(clerk: ClerkLine) -> str:
    return clerk.login


def _name(clerk: ClerkLine) -> str:
    return clerk.name


def _roles(clerk: ClerkLine) -> str:
    return roles_words(clerk.roles)
