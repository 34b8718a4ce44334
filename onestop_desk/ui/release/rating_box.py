"""What the person says of the service, after a return: three buttons and, if they like, a reason."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from onestop_desk.ui.release.citizen_window import LEVELS
from onestop_desk.ui.release.wording import level_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class RatingBox(QFrame):
    """Asks for one return; `rated` carries level and reason, `window_asked` when the citizen should press it."""

    rated = Signal(int, str)
    window_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("rating_box")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("rating_said")
        self.reason = CleanLineEdit(self.tr("Lý do (không bắt buộc)"))
        self.reason.setObjectName("rating_reason")
        self._reason_box = FieldBox(self.tr("Lý do (không bắt buộc)"), self.reason)
        self._buttons = [self._level_button(level) for level in LEVELS]
        self._window = Button(self.tr("Mở màn hình cho người dân"), "people", name="open_citizen_window")
        self._window.clicked.connect(self.window_asked)
        self._assemble()

    def ask(self, whom: str) -> None:
        """Ask what a person says; `whom` tells whose return it was."""
        self._said.setText(whom)
        self.reason.clear()
        self._set_asking(True)

    def show_rated(self, level: int) -> None:
        """Tell what was recorded."""
        self._said.setText(self.tr("Đã ghi: {level}.").format(level=level_words(level)))
        self._set_asking(False)

    def set_busy(self, is_busy: bool) -> None:
        """Let nobody press twice while an answer is being recorded."""
        for button in self._buttons:
            button.setEnabled(not is_busy)

    def _set_asking(self, is_asking: bool) -> None:
        self.set_busy(False)
        for one in (*self._buttons, self._reason_box, self._window):
            one.setVisible(is_asking)

    def _level_button(self, level: int) -> Button:
        button = Button(level_words(level), f"satisfied_{level}", name=f"rate_{level}")
        button.clicked.connect(partial(self._on_clicked, level))
        return button

    def _on_clicked(self, level: int, _checked: bool = False) -> None:
        self.rated.emit(level, self.reason.text())

    def _assemble(self) -> None:
        buttons = FlowLayout()
        for button in self._buttons:
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Paragraph(self.tr("Mức độ hài lòng"), "heading"))
        column.addWidget(self._said)
        column.addLayout(buttons)
        column.addWidget(self._reason_box)
        column.addWidget(self._window, 0, Qt.AlignmentFlag.AlignLeft)
