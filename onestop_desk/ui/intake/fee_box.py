"""The fee: the catalogue's, by the page where it goes so, until a person says otherwise; or nothing, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.money import format_number
from onestop_desk.domain.page_fee import MOST_PAGES, PageRate
from onestop_desk.ui.intake.form import FeeEntry
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.number_box import NumberBox

_BLANK = "\N{NO-BREAK SPACE}"  # as high as a name


class FeeBox(QWidget):
    """Amount and exemption; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = ""
        self._rate: PageRate | None = None
        self._is_filling = False
        self.pages = NumberBox(self.tr("Số trang"), 1, MOST_PAGES)
        self.pages.setObjectName("fee_pages")
        self.copies = NumberBox(self.tr("Số bản"), 1, MOST_PAGES)
        self.copies.setObjectName("fee_copies")
        self.amount = CleanLineEdit(self.tr("Phí, lệ phí (đồng)"))
        self.amount.setObjectName("fee")
        self.exempt = QCheckBox(self.tr("Miễn"))
        self.exempt.setObjectName("fee_exempt")
        self.reason = CleanLineEdit(self.tr("Lý do miễn phí"))
        self.reason.setObjectName("fee_reason")
        self._amount_box = FieldBox(self.tr("Phí, lệ phí (đồng)"), self.amount)
        self._reason_box = FieldBox(self.tr("Lý do miễn phí"), self.reason)
        self.amount.textChanged.connect(self._on_changed)
        self.reason.textChanged.connect(self._on_changed)
        self.exempt.toggled.connect(self._on_toggled)
        for counted in (self.pages, self.copies):
            counted.valueChanged.connect(self._on_counted)
        self._assemble()
        self._follow()

    def entry(self) -> FeeEntry:
        """Return the fee; an amount that is the catalogue's stays the catalogue's."""
        typed = self.amount.text().strip()
        amount = None if typed == self._usual else typed
        return FeeEntry(amount, self.exempt.isChecked(), self.reason.text(), self.pages.value(), self.copies.value())

    def show_entry(self, entry: FeeEntry) -> None:
        """Put a fee into the fields."""
        self._is_filling = True
        self.pages.setValue(entry.pages)
        self.copies.setValue(entry.copies)
        if self._rate is not None:
            self._usual = format_number(self._rate.amount(self.pages.value(), self.copies.value()))
        self.amount.setText(self._usual if entry.amount is None else entry.amount)
        self.exempt.setChecked(entry.is_exempt)
        self.reason.setText(entry.reason)
        self._is_filling = False
        self._follow()

    def show_usual(self, amount: int | None, rate: PageRate | None = None) -> None:
        """Show another fee of the catalogue, unless a person has changed it; with `rate` it goes by the page."""
        before = self.entry()
        self._rate = rate
        self._usual = format_number(amount) if amount is not None else ""
        self.show_entry(before)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong with amount or reason."""
        self._amount_box.show_problem(problems.get("fee", ""))
        self._reason_box.show_problem(problems.get("fee_reason", ""))

    def _assemble(self) -> None:
        self._count = QWidget()
        counted = QHBoxLayout(self._count)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.setSpacing(6)
        counted.addWidget(FieldBox(self.tr("Số trang"), self.pages), 1)
        counted.addWidget(FieldBox(self.tr("Số bản"), self.copies), 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._amount_box, 1)
        row.addWidget(FieldBox(_BLANK, self.exempt))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addLayout(row)
        column.addWidget(self._reason_box)

    def _follow(self) -> None:
        self._count.setVisible(self._rate is not None and not self.exempt.isChecked())
        self._reason_box.setVisible(self.exempt.isChecked())
        self.amount.setEnabled(not self.exempt.isChecked())

    def _on_toggled(self, _is_exempt: bool) -> None:
        self._follow()
        self._on_changed()

    def _on_counted(self, _number: int) -> None:
        if self._rate is not None and not self._is_filling:
            self._usual = format_number(self._rate.amount(self.pages.value(), self.copies.value()))
            self.amount.setText(self._usual)
            self._on_changed()

    def _on_changed(self, *_: object) -> None:
        if not self._is_filling:
            self.changed.emit()
