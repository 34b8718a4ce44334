"""A field with its name above it and, when it is wrong, the reason below it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class Labelled(QWidget):
    """A named field; `set_problem` says beside it what is wrong."""

    def __init__(self, name: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        field.setAccessibleName(name)
        self._problem = Paragraph("", "problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Paragraph(name, "strong"))
        column.addWidget(field)
        column.addWidget(self._problem)
        if hint:
            field.setAccessibleDescription(hint)
            column.addWidget(Paragraph(hint, "small"))
        self.setFocusProxy(field)

    def set_problem(self, problem: str) -> None:
        """Say what is wrong, or nothing any more."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def problem(self) -> str:
        """Return what the field is said to suffer from."""
        return self._problem.text()


class LabelledLine(Labelled):
    """A named line of text; a secret one shows dots."""

    def __init__(self, name: str, object_name: str, hint: str = "", parent: QWidget | None = None) -> None:
        self.line = CleanLineEdit(name)
        self.line.setObjectName(object_name)
        super().__init__(name, self.line, hint, parent)
        self.line.textEdited.connect(self._on_edited)

    def hide_text(self) -> None:
        """Show dots instead of the text: for passwords."""
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field."""
        self.line.setText(text)

    def set_problem(self, problem: str) -> None:
        """Say what is wrong and mark the line."""
        super().set_problem(problem)
        self.line.set_problem(problem)

    def _on_edited(self, _text: str) -> None:
        self.set_problem("")


def show_problem(fields: Mapping[str, Labelled], error: DeskError) -> bool:
    """Put a refused value's sentence beside its field and the focus into it; False where no field is to blame."""
    if not isinstance(error, BadValue) or error.field not in fields:
        return False
    fields[error.field].set_problem(sentence_of(error).what)
    fields[error.field].setFocus()
    return True
