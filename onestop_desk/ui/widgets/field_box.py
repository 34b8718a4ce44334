"""A field with its name above and, where something is wrong, a sentence below."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.ui.widgets.announce import announce
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class FieldBox(QWidget):
    """Name, field, problem; typing in the field takes the problem away. Without a name the field speaks for itself."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = PlainLabel(name, "field")
        self._name.setBuddy(field)
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName(f"{field.objectName()}_problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._name)
        self._name.setVisible(bool(name))  # only now: without a parent it would flash up as a window
        column.addWidget(field)
        column.addWidget(self._problem)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if isinstance(field, CleanLineEdit):
            field.textChanged.connect(self._on_text_changed)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets a row squeeze the problem's words, not the field."""
        hint = super().minimumSizeHint()
        return QSize(max(self.field.minimumSizeHint().width(), self._name.sizeHint().width()), hint.height())

    def set_name(self, name: str) -> None:
        """Call the field otherwise."""
        self._name.setText(name)
        self.field.setAccessibleName(name)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the field; empty words take it back."""
        if isinstance(self.field, CleanLineEdit):
            self.field.set_problem(problem)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self._problem)

    def problem(self) -> str:
        """Return what is said to be wrong; empty if nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _on_text_changed(self, _text: str) -> None:
        self._problem.setText("")
        self._problem.hide()
