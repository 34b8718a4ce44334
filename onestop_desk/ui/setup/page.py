"""The first page of a new counter: the office, the counter's number, the administrator, the printer."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.devices.printer import list_printers
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.office import Office
from onestop_desk.services.opening import SetUp
from onestop_desk.settings import Settings
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.setup.founder_page import FounderCard
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine, show_problem
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.printer_choice import PrinterChoice
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox, QuietSpinBox


class SetUpPage(Page):
    """Asks what a counter is; `asked` carries SetUp and Founder."""

    asked = Signal(object, object)

    def __init__(self, jobs: Jobs, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thiết lập quầy"), parent)
        self.setObjectName("set_up_page")
        self._settings = settings or Settings()
        self._make_office()
        self._founder = FounderCard()
        self._make_printer()
        self._go = Button(self.tr("Thiết lập"), "check", "primary", name="set_up_go")
        self._go.clicked.connect(self._on_go)
        self._said = Paragraph("", "muted")
        self._said.setObjectName("set_up_said")
        self._assemble()
        self.setFocusProxy(self._code.line)
        jobs.read(list_printers, done=self.printer.offer, failed=self._on_printers_unknown)

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field what cannot be; False where no field is to blame."""
        self._rest()
        return show_problem(self._fields(), error)

    def busy(self) -> bool:
        """Return whether the desk is being made."""
        return not self._go.isEnabled()

    def _rest(self) -> None:
        self._go.setEnabled(True)
        self._said.setText("")

    def _fields(self) -> Mapping[str, Labelled]:
        return {
            "agency_code": self._code,
            "office.code": self._code,
            "office.name": self._name,
            "counter": self._counter_field,
            **self._founder.fields(),
        }

    def _on_go(self) -> None:
        for field in self._fields().values():
            field.set_problem("")
        if self._lacks_something() or not self._founder.agrees():
            return
        self._go.setEnabled(False)
        self._said.setText(self.tr("Đang tạo sổ hồ sơ và nhập danh mục thủ tục…"))
        self.asked.emit(self._plan(), self._founder.founder())

    def _lacks_something(self) -> bool:
        needed = {"agency_code": self._code, "office.name": self._name, "clerk.name": self._founder.name}
        lacking = [name for name, line in needed.items() if not line.text().strip()]
        for name in reversed(lacking):
            show_problem(needed, BadValue(name, "empty"))
        return bool(lacking)

    def _plan(self) -> SetUp:
        office = Office(
            code=self._code.text().strip(),
            name=self._name.text(),
            heading=self._heading.text(),
            place=self._place.text(),
            phone=self._phone.text(),
        )
        paper = str(self._paper.currentData())
        settings = Settings(
            language=self._settings.language,
            theme=self._settings.theme,
            scale=self._settings.scale,
            receipt_printer=self.printer.chosen(),
            receipt_paper=paper,
        )
        return SetUp(office, self._counter.value(), settings=settings)

    def _on_printers_unknown(self, error: Exception) -> None:
        self._printer_field.set_problem(sentence_of(error).what)

    def _make_office(self) -> None:
        self._code = LabelledLine(self.tr("Mã cơ quan"), "agency_code", self.tr("Ví dụ H31.20.11"))
        self._name = LabelledLine(self.tr("Tên cơ quan"), "office_name", self.tr("Ví dụ UBND xã Mẫu"))
        self._heading = LabelledLine(self.tr("Dòng thứ hai ở đầu giấy tờ"), "office_heading")
        self._heading.set_text(Office().heading)
        self._place = LabelledLine(self.tr("Địa danh trước ngày tháng"), "office_place", self.tr("Ví dụ Xã Mẫu"))
        self._phone = LabelledLine(self.tr("Điện thoại in trên giấy hẹn"), "office_phone")
        self._counter = QuietSpinBox()
        self._counter.setObjectName("counter")
        self._counter.setRange(0, 9)
        self._counter.setValue(1)
        hint = self.tr("Mỗi quầy một số riêng: mã hồ sơ theo số này.")
        self._counter_field = Labelled(self.tr("Quầy số (0-9)"), self._counter, hint)

    def _make_printer(self) -> None:
        self.printer = PrinterChoice()
        self.printer.setObjectName("receipt_printer")
        self._printer_field = Labelled(self.tr("Máy in giấy hẹn"), self.printer)
        self._paper = QuietComboBox()
        self._paper.setObjectName("receipt_paper")
        for paper in ("A4", "A5"):
            self._paper.addItem(paper, paper)

    def _assemble(self) -> None:
        told = self.tr("Chỉ hỏi một lần. Sau này đổi được trong phần Thiết lập, trừ mã cơ quan và số quầy.")
        self.column.addWidget(Paragraph(told, "muted"))
        office = (self._code, self._counter_field, self._name, self._heading, self._place, self._phone)
        self.column.addWidget(FieldCard(self.tr("Cơ quan"), office))
        self.column.addWidget(self._founder)
        printer = (self._printer_field, Labelled(self.tr("Khổ giấy hẹn"), self._paper))
        self.column.addWidget(FieldCard(self.tr("Máy in"), printer))
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addWidget(self._said, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)
