"""The line for codes typed by hand, with the counter beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.text import clean
from onestop_desk.ui.intake.command_line import ENTERS
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.label import PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class _CodeLine(CleanLineEdit):
    """Tells of Enter and keeps it from the rest of the window."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the code with Enter; Ctrl+Enter is the page's."""
        if event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ScanLine(QWidget):
    """`typed` carries what was typed when Enter ends it; the parts are named after `key`."""

    typed = Signal(str)

    def __init__(self, key: str, name: str, counted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = counted
        self._line = _CodeLine(name, self.tr("Gõ mã hoặc số cuối, Enter"))
        self._line.setObjectName(f"{key}_code")
        self._box = FieldBox(name, self._line)
        self._counter = PlainLabel("", "figure")
        self._counter.setObjectName(f"{key}_counter")
        self._line.entered.connect(self._on_entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._box, 1)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self._line)

    def show_count(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        self._counter.setText(f"{done}/{total}")
        self._counter.setAccessibleName(self._counted.format(n=done, total=total))

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the code that was typed; empty words take it back."""
        self._box.show_problem(problem)

    def accept(self) -> None:
        """Empty the line: its code was understood."""
        self._line.clear()

    def _on_entered(self) -> None:
        text = clean(self._line.text())
        if text:
            self.typed.emit(text)
