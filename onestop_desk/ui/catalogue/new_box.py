"""Beginning a procedure that no published list has: its code, name and field; the rest is filled in the editor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import BadValue
from onestop_desk.ui.refusal import sentence
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine


class NewProcedureBox(QWidget):
    """Asks for what a procedure cannot be without; `begun` carries it, `left` says that nobody wants one."""

    begun = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_procedure_box")
        self.setProperty("role", "card")
        self._code = LabelledLine(self.tr("Mã thủ tục"), "new_procedure_code", self.tr("Ví dụ 1.001193"))
        self._name = LabelledLine(self.tr("Tên thủ tục"), "new_procedure_name")
        self._field = LabelledLine(self.tr("Lĩnh vực"), "new_procedure_field")
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("new_procedure_problem")
        self._begin = Button(self.tr("Tạo và điền tiếp"), "plus", "primary")
        self._begin.setObjectName("new_procedure_begin")
        self._leave = Button(self.tr("Thôi"), "close", "quiet")
        self._leave.setObjectName("new_procedure_leave")
        self._begin.clicked.connect(self._on_begin)
        self._leave.clicked.connect(self.left)
        self._assemble()

    def ask(self) -> None:
        """Come up empty, ready for the code."""
        for line in (self._code, self._name, self._field):
            line.set_text("")
        self._tell("")
        self.show()
        self._code.line.setFocus()

    def show_problem(self, error: BadValue) -> None:
        """Say what is wrong."""
        self._tell(sentence(error).what)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _on_begin(self) -> None:
        self.begun.emit(Procedure(self._code.text(), self._name.text(), self._field.text()))

    def _assemble(self) -> None:
        buttons = FlowLayout(across=8, down=6)
        for button in (self._begin, self._leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        for line in (self._code, self._name, self._field, self._problem):
            column.addWidget(line)
        column.addLayout(buttons)
