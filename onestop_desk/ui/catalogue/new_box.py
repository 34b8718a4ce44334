"""The head of a procedure that no published list has: its code, name and field; the rest is the editor's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.services.fault import ProcedureKnown
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine, show_problem


class NewProcedureBox(QWidget):
    """Asks for what a procedure cannot be without; `edited` when a letter changes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_procedure_box")
        hint = self.tr("Ví dụ 1.001193; giữ đúng mã ở quyết định công bố.")
        self._code = LabelledLine(self.tr("Mã thủ tục"), "new_procedure_code", hint)
        self._name = LabelledLine(self.tr("Tên thủ tục"), "new_procedure_name")
        self._field = LabelledLine(self.tr("Lĩnh vực"), "new_procedure_field")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in (self._code, self._name, self._field):
            line.line.textChanged.connect(self._on_text_changed)
            column.addWidget(line)

    def show_texts(self, code: str, name: str, field: str) -> None:
        """Show what was typed before, or nothing; the problems of before go."""
        for line, text in ((self._code, code), (self._name, name), (self._field, field)):
            line.set_text(text)
            line.set_problem("")

    def texts(self) -> tuple[str, str, str]:
        """Return code, name and field as they were typed."""
        return self._code.text(), self._name.text(), self._field.text()

    def take_focus(self) -> None:
        """Go to the code."""
        self._code.line.setFocus()

    def show_problem(self, error: DeskError) -> bool:
        """Say what is wrong beside the line to blame; False where none of them is."""
        if isinstance(error, ProcedureKnown):
            told = sentence_of(error)
            self._code.set_problem(f"{told.what} {told.do}")
            self.take_focus()
            return True
        fields: dict[str, Labelled] = {
            "procedure_code": self._code,
            "procedure.name": self._name,
            "procedure.field": self._field,
        }
        return show_problem(fields, error)

    def _on_text_changed(self, _text: str) -> None:
        self.edited.emit()
