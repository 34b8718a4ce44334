"""The forms of money: a financial duty, and what was paid for it."""

from PySide6.QtWidgets import QCheckBox

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import Paid, PaymentRequested
from onestop_desk.domain.money import format_dong, format_number, parse_dong
from onestop_desk.services.fault import ReasonMissing
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import Payment, Step
from onestop_desk.ui.card.step_form import StepForm
from onestop_desk.ui.card.supplement_forms import promise_notices
from onestop_desk.ui.intake.notice import NoticeList
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments

_OF_MONEY = ("amount", "method", "series", "number", "payer")


class DutyForm(StepForm):
    """A financial duty of so many đồng; the clock stops."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(PaymentRequested.kind, self.tr("Thông báo nghĩa vụ tài chính"), seat, card)
        self.amount = CleanLineEdit()
        self.row((self.field("amount", self.tr("Số tiền (đồng)"), self.amount), 220, 1))
        self.finish(self.tr("Thời hạn giải quyết dừng tính cho đến khi nộp tiền."))

    def step(self) -> Step:
        """Return the duty; raises BadValue."""
        return PaymentRequested(self.now(), parse_dong(self.amount.text()))


class PaymentForm(StepForm):
    """Money paid, with the receipt that was issued elsewhere, or an exemption with its reason."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        owed = card.state.still_owed
        title = self.tr("Nộp tiền: còn phải nộp {amount}").format(amount=format_dong(owed))
        super().__init__(Paid.kind, title, seat, card)
        ways = (self.tr("Tiền mặt"), self.tr("Chuyển khoản"), self.tr("Trực tuyến"))
        self.amount, self.payer = CleanLineEdit(), CleanLineEdit()
        self.method = Segments("step_paid_method", self.tr("Cách nộp"), [(way, way) for way in ways])
        self.series, self.number, self.reason = CleanLineEdit(), CleanLineEdit(), CleanLineEdit()
        self.exempt = QCheckBox(self.tr("Miễn, không thu"))
        self.exempt.setObjectName("step_paid_exempt")
        self._promise = NoticeList()
        self._assemble()
        self.amount.setText(format_number(owed))
        self.method.set_value(ways[0])
        self.payer.setText(card.state.owner.name)
        self.exempt.toggled.connect(self._on_exempt)
        self._on_exempt(False)
        self._show_promise()

    def step(self) -> Step:
        """Return the payment; raises BadValue, ReasonMissing."""
        if self.exempt.isChecked():
            if not self.reason.text().strip():
                raise ReasonMissing(Paid.kind)
            return Payment(self.now(), exempt_reason=self.reason.text())
        return Payment(
            at=self.now(),
            amount=parse_dong(self.amount.text()),
            method=str(self.method.value() or ""),
            receipt_series=self.series.text(),
            receipt_number=self.number.text(),
            payer=self.payer.text(),
        )

    def _blamed(self, error: DeskError) -> str:
        return "exempt_reason" if isinstance(error, ReasonMissing) else super()._blamed(error)

    def _assemble(self) -> None:
        self.row(
            (self.field("amount", self.tr("Số tiền (đồng)"), self.amount), 160, 1),
            (self.field("method", self.tr("Cách nộp"), self.method), 0, 0),
        )
        self.row(
            (self.field("series", self.tr("Ký hiệu biên lai"), self.series), 150, 1),
            (self.field("number", self.tr("Số biên lai"), self.number), 150, 1),
            (self.field("payer", self.tr("Người nộp tiền"), self.payer), 220, 2),
        )
        self.column.addWidget(self.exempt)
        self.column.addWidget(self.field("exempt_reason", self.tr("Lý do miễn"), self.reason))
        self.column.addWidget(self._promise)
        self.finish()

    def _show_promise(self) -> None:
        """Say what is promised once it is paid: the clock had stopped for it."""
        if self.state.stage is Stage.PAYMENT:
            event = self.preview(Payment(self.now(), amount=1))
            due = event.due if isinstance(event, Paid) else None
            extended = event.extended_to if isinstance(event, Paid) else None
            self._promise.show_notices(promise_notices(due, extended))

    def _on_exempt(self, is_exempt: bool) -> None:
        for name in _OF_MONEY:
            self.box(name).setVisible(not is_exempt)
        self.box("exempt_reason").setVisible(is_exempt)
        self._on_changed()
