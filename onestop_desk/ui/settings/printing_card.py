"""Printers, one for each paper, with a test page."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from onestop_desk.devices.printer import list_printers
from onestop_desk.services.paperwork import Form
from onestop_desk.settings import Settings
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.labelled import Labelled
from onestop_desk.ui.widgets.printer_choice import PrinterChoice
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox


class PrintingCard(FieldCard):
    """Chooses printers; `changed` when anything is chosen, `test_asked` carries a Form."""

    changed = Signal()
    test_asked = Signal(object)

    def __init__(self, window: Any, settings: Settings, parent: QWidget | None = None) -> None:
        self._window = window
        self._make_fields(settings)
        fields = [self._receipt_field, self._paper_field, self._slip_field, self._with_slip_field]
        fields += [self._label_field, self._with_label_field]
        super().__init__(translate("PrintingCard", "Máy in"), fields, parent)
        self.body.addLayout(self._buttons())
        self._connect()
        self._on_search()

    def choices(self) -> dict[str, Any]:
        """Return what is chosen here as settings."""
        return {
            "receipt_printer": self._receipt.chosen(),
            "receipt_paper": str(self._paper.currentData()),
            "slip_printer": self._slip.chosen(),
            "print_slip": self._with_slip.isChecked(),
            "label_printer": self._label.chosen(),
            "print_label": self._with_label.isChecked(),
        }

    def _make_fields(self, settings: Settings) -> None:
        self._receipt = self._choice("set_receipt_printer", settings.receipt_printer)
        self._slip = self._choice("set_slip_printer", settings.slip_printer)
        self._label = self._choice("set_label_printer", settings.label_printer)
        self._paper = QuietComboBox()
        self._paper.setObjectName("set_receipt_paper")
        for paper in ("A4", "A5"):
            self._paper.addItem(paper, paper)
        self._paper.setCurrentIndex(self._paper.findData(settings.receipt_paper))
        self._with_slip = self._box("set_print_slip", settings.print_slip)
        self._with_label = self._box("set_print_label", settings.print_label)
        self._receipt_field = Labelled(translate("PrintingCard", "Máy in giấy hẹn"), self._receipt)
        self._paper_field = Labelled(translate("PrintingCard", "Khổ giấy hẹn"), self._paper)
        self._slip_field = Labelled(translate("PrintingCard", "Máy in phiếu 80 mm"), self._slip)
        self._with_slip_field = Labelled(translate("PrintingCard", "Phiếu 80 mm"), self._with_slip)
        self._label_field = Labelled(translate("PrintingCard", "Máy in tem hồ sơ"), self._label)
        self._with_label_field = Labelled(translate("PrintingCard", "Tem hồ sơ"), self._with_label)

    def _choice(self, name: str, chosen: str) -> PrinterChoice:
        choice = PrinterChoice(chosen)
        choice.setObjectName(name)
        return choice

    def _box(self, name: str, checked: bool) -> QCheckBox:
        box = QCheckBox(translate("PrintingCard", "In kèm mỗi hồ sơ"))
        box.setObjectName(name)
        box.setChecked(checked)
        return box

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout(across=8, down=6)
        self._search = Button(self.tr("Tìm lại máy in"), "sync", name="printers_search")
        flow.addWidget(self._search)
        names = (
            (Form.RECEIPT, self.tr("In thử giấy hẹn")),
            (Form.SLIP, self.tr("In thử phiếu 80 mm")),
            (Form.LABEL, self.tr("In thử tem")),
        )
        for form, text in names:
            button = Button(text, "printer", name=f"test_{form.value}")
            button.clicked.connect(partial(self._on_test, form))
            flow.addWidget(button)
        return flow

    def _connect(self) -> None:
        self._search.clicked.connect(self._on_search)
        for choice in (self._receipt, self._slip, self._label, self._paper):
            choice.activated.connect(self._on_activated)
        for box in (self._with_slip, self._with_label):
            box.clicked.connect(self._on_activated)

    def _on_activated(self, _what: object = None) -> None:
        self.changed.emit()

    def _on_test(self, form: Form, _checked: bool = False) -> None:
        self.test_asked.emit(form)

    def _on_search(self) -> None:
        self._search.setEnabled(False)
        self._window.jobs.read(list_printers, done=self._on_found, failed=self._on_unknown)

    def _on_found(self, printers: tuple[object, ...]) -> None:
        self._search.setEnabled(True)
        self._receipt_field.set_problem("")
        for choice in (self._receipt, self._slip, self._label):
            choice.offer(printers)

    def _on_unknown(self, error: Exception) -> None:
        self._search.setEnabled(True)
        self._receipt_field.set_problem(sentence_of(error).what)
