"""The page of a copied, moved or restored folder: an administrator gives it a counter and a range of its own."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.services.fault import RangeTaken, SignInRefused
from onestop_desk.services.first_day import Adoption
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.label import IconLabel, Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine, show_problem
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.quiet_wheel import QuietSpinBox
from onestop_desk.ui.wording import Sentence


class AdoptPage(Page):
    """Says why nothing may be written yet and asks for a range; `asked` carries the Adoption."""

    asked = Signal(object)
    counter_chosen = Signal(int)

    def __init__(self, sentence: Sentence, counter: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thư mục dữ liệu đã được sao chép"), parent)
        self.setObjectName("adopt_page")
        self._sentence = sentence
        self._make_fields(counter)
        self._go = Button(self.tr("Mở quầy với dải số này"), "check", "primary", name="adopt_go")
        self._go.clicked.connect(self._on_go)
        self._counter.valueChanged.connect(self.counter_chosen)
        self._assemble()
        self.setFocusProxy(self._reason.line)

    def set_extra(self, extra: int) -> None:
        """Fill in a range that no known desk has used."""
        self._extra.setValue(extra)

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field what cannot be; False where no field is to blame."""
        self._go.setEnabled(True)
        if isinstance(error, RangeTaken):
            self._extra_field.set_problem(sentence_of(error).what)
            return True
        if isinstance(error, SignInRefused):
            self._password.line.clear()
            self._password.set_problem(self.tr("Tên đăng nhập, mật khẩu không đúng, hoặc không phải quản trị."))
            self._password.setFocus()
            return True
        return show_problem(self._fields(), error)

    def _fields(self) -> Mapping[str, Labelled]:
        return {"counter": self._counter_field, "extra_range": self._extra_field, "login": self._login}

    def _make_fields(self, counter: int) -> None:
        self._counter, self._extra = QuietSpinBox(), QuietSpinBox()
        self._counter.setObjectName("adopt_counter")
        self._extra.setObjectName("adopt_extra")
        self._counter.setRange(0, 9)
        self._counter.setValue(counter)
        self._extra.setRange(0, 99)
        self._counter_field = Labelled(self.tr("Quầy số (0-9)"), self._counter)
        hint = self.tr("Dải thấp nhất mà sổ này chưa thấy máy nào dùng.")
        self._extra_field = Labelled(self.tr("Dải số bổ sung (0-99)"), self._extra, hint)
        self._reason = LabelledLine(self.tr("Vì sao sao chép hoặc khôi phục"), "adopt_reason")
        self._login = LabelledLine(self.tr("Tên đăng nhập quản trị"), "adopt_login")
        self._login.set_text("admin")
        self._password = LabelledLine(self.tr("Mật khẩu quản trị"), "adopt_password")
        self._password.hide_text()

    def _on_go(self) -> None:
        lacking = next((f for f in (self._reason, self._login, self._password) if not f.text().strip()), None)
        if lacking is not None:
            lacking.set_problem(self.tr("Chưa nhập."))
            lacking.setFocus()
            return
        self._go.setEnabled(False)
        number, extra = self._counter.value(), self._extra.value()
        self.asked.emit(Adoption(number, extra, self._reason.text(), self._login.text(), self._password.text()))

    def _assemble(self) -> None:
        what = QHBoxLayout()
        what.setSpacing(10)
        what.addWidget(IconLabel(self._sentence.severity.value, self._sentence.severity.value, 26))
        what.addWidget(Paragraph(self._sentence.what, "heading"), 1)
        self.column.addLayout(what)
        self.column.addWidget(Paragraph(self._sentence.safe))
        fields = (self._counter_field, self._extra_field, self._reason, self._login, self._password)
        self.column.addWidget(FieldCard(self.tr("Cho máy này một dải số riêng"), fields))
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
