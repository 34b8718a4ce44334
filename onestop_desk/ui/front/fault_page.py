"""The page of a desk that cannot open: what happened, what is safe, what to do, try again or close."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import IconLabel, Paragraph
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.wording import Sentence


class FaultPage(Page):
    """Says a sentence in full and offers to try again."""

    retry_asked = Signal()
    close_asked = Signal()

    def __init__(self, sentence: Sentence, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chưa mở được quầy"), parent)
        self.setObjectName("fault_page")
        self.sentence = sentence
        self._retry = Button(self.tr("Thử lại"), "sync", "primary", name="fault_retry")
        self._close = Button(self.tr("Đóng chương trình"), "close", name="fault_close")
        self._retry.clicked.connect(self.retry_asked)
        self._close.clicked.connect(self.close_asked)
        self._assemble()
        self.setFocusProxy(self._retry)

    def _assemble(self) -> None:
        what = QHBoxLayout()
        what.setSpacing(10)
        what.addWidget(IconLabel(self.sentence.severity.value, self.sentence.severity.value, 26))
        what.addWidget(Paragraph(self.sentence.what, "heading"), 1)
        self.column.addLayout(what)
        for part in (self.sentence.safe, self.sentence.do):
            if part:
                self.column.addWidget(Paragraph(part))
        if self.sentence.code:
            self.column.addWidget(Paragraph(self.tr("Mã: {code}").format(code=self.sentence.code), "small"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._retry)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addStretch(1)


class OpeningPage(Page):
    """Says that the register is being opened; there is nothing to type yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đang mở sổ hồ sơ…"), parent)
        self.setObjectName("opening_page")
        self.column.addWidget(Paragraph(self.tr("Chương trình đang kiểm tra thư mục dữ liệu của quầy."), "muted"))
        self.column.addStretch(1)
