"""What is still to be paid for the basket: collected with the receipt's numbers, or exempted with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.money import format_dong
from onestop_desk.ui.release.form import FeeEntry
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments

_PAID, _EXEMPT = "paid", "exempt"


class FeeBox(QFrame):
    """Shown while something is owed; `changed` tells of every change a person makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("fee_box")
        self._is_filling = False
        self._owed = Paragraph("", "heading")
        self._owed.setObjectName("still_owed")
        choices = [(_PAID, self.tr("Thu tiền")), (_EXEMPT, self.tr("Miễn"))]
        self.choice = Segments("fee_choice", self.tr("Phí, lệ phí"), choices)
        methods = [("cash", self.tr("Tiền mặt")), ("transfer", self.tr("Chuyển khoản"))]
        self.method = Segments("fee_method", self.tr("Cách thu"), methods)
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("fee_choice_problem")
        self.series = self._line(self.tr("Ký hiệu biên lai"), "receipt_series")
        self.number = self._line(self.tr("Số biên lai"), "receipt_number")
        self.payer = self._line(self.tr("Người nộp tiền"), "payer")
        self.reason = self._line(self.tr("Lý do miễn"), "exempt_reason")
        self._reason_box = FieldBox(self.tr("Lý do miễn"), self.reason)
        self.choice.chosen.connect(self._on_chosen)
        self.method.chosen.connect(self._on_method)
        self._assemble()
        self.show_entry(FeeEntry())
        self.show_owed(0, 0)

    def entry(self) -> FeeEntry:
        """Return what becomes of the fee, as typed."""
        return FeeEntry(
            choice=str(self.choice.value() or ""),
            method=str(self.method.value() or "cash"),
            series=self.series.text(),
            number=self.number.text(),
            payer=self.payer.text(),
            reason=self.reason.text(),
        )

    def show_entry(self, entry: FeeEntry) -> None:
        """Put it into the fields."""
        self._is_filling = True
        self.choice.set_value(entry.choice)
        self.method.set_value(entry.method)
        self.series.setText(entry.series)
        self.number.setText(entry.number)
        self.payer.setText(entry.payer)
        self.reason.setText(entry.reason)
        self._is_filling = False
        self._follow()

    def show_owed(self, owed: int, dossiers: int) -> None:
        """Say what is owed for how many dossiers; nothing owed needs no box."""
        words = translate("Release", "Còn phải thu {amount} ({n} hồ sơ)")
        self._owed.setText(words.format(amount=format_dong(owed), n=dossiers))
        self.setVisible(bool(owed))

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong."""
        self._problem.setText(problems.get("fee_choice", ""))
        self._problem.setVisible("fee_choice" in problems)
        self._reason_box.show_problem(problems.get("fee_reason", ""))

    def focus_on(self, problems: dict[str, str]) -> bool:
        """Put the focus on what is wrong; False where nothing here is."""
        if "fee_choice" in problems:
            self.choice.take_focus()
        elif "fee_reason" in problems:
            self.reason.setFocus()
        else:
            return False
        return True

    def _line(self, name: str, key: str) -> CleanLineEdit:
        line = CleanLineEdit(name)
        line.setObjectName(key)
        line.textChanged.connect(self._on_changed)
        return line

    def _follow(self) -> None:
        self._paid.setVisible(self.choice.value() == _PAID)
        self._reason_box.setVisible(self.choice.value() == _EXEMPT)

    def _on_chosen(self, value: object) -> None:
        self._problem.hide()
        self._follow()
        if value == _EXEMPT:
            self.reason.setFocus()
        self.changed.emit()

    def _on_method(self, _value: object) -> None:
        self.changed.emit()

    def _on_changed(self, _text: str) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _assemble(self) -> None:
        self._paid = QWidget()
        flow = FieldFlow(self._paid)
        flow.add_field(FieldBox(self.tr("Cách thu"), self.method), 0, 0)
        flow.add_field(FieldBox(self.tr("Ký hiệu biên lai"), self.series), 110, 1)
        flow.add_field(FieldBox(self.tr("Số biên lai"), self.number), 110, 1)
        flow.add_field(FieldBox(self.tr("Người nộp tiền"), self.payer), 180, 2)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._owed)
        column.addWidget(self.choice)
        column.addWidget(self._problem)
        column.addWidget(self._paid)
        column.addWidget(self._reason_box)
