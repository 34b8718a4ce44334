"""Printing again: a small sheet that asks which paper and why; it does not stop the work in the window."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from onestop_desk.services.paperwork import Form
from onestop_desk.ui import theme
from onestop_desk.ui.line_wording import form_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox

_WIDE = 420
_ALWAYS = (Form.RECEIPT, Form.SLIP, Form.LABEL)


@dataclass(frozen=True, slots=True)
class Subject:
    """The dossier that is printed again, and the papers it has been given."""

    uid: str
    code: str
    forms: tuple[Form, ...] = _ALWAYS


class ReprintSheet(QDialog):
    """Asks for paper and reason; `asked` carries uid, form and reason."""

    asked = Signal(str, object, str)

    def __init__(self, subject: Subject, form: Form = Form.RECEIPT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reprint_sheet")
        self.setWindowTitle(self.tr("In lại"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._subject = subject
        self._form = QuietComboBox()
        self._form.setObjectName("reprint_form")
        for one in subject.forms:
            self._form.addItem(form_words(one), one)
        self._form.setCurrentIndex(max(0, self._form.findData(form)))
        self._reason = LabelledLine(self.tr("Lý do in lại"), "reprint_reason", self.tr("Ví dụ: kẹt giấy, mất phiếu"))
        self._reason.line.returnPressed.connect(self._on_go)
        self._go = Button(self.tr("In lại"), "printer", "primary", name="reprint_go")
        self._go.clicked.connect(self._on_go)
        self._close = Button(self.tr("Đóng"), "close", name="reprint_close")
        self._close.clicked.connect(self.close)
        self._assemble()
        self._reason.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words, once they have their look."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        wide = theme.current().px(_WIDE)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(wide, layout.totalHeightForWidth(wide))

    def _on_go(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._reason.set_problem(self.tr("Việc này phải ghi lý do."))
            self._reason.setFocus()
            return
        self.asked.emit(self._subject.uid, self._form.currentData(), reason)
        self.close()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # its least height is that of a narrower sheet
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Paragraph(self.tr("In lại hồ sơ {code}").format(code=self._subject.code), "title"))
        column.addWidget(Paragraph(self.tr("Bản in ghi BẢN SAO, số lần và giờ in; lý do được giữ trong sổ.")))
        column.addWidget(Labelled(self.tr("Mẫu giấy"), self._form))
        column.addWidget(self._reason)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addWidget(self._close)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
