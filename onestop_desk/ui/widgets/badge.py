"""Badges: one word of state with the shape and colour of its severity."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from onestop_desk.ui.widgets.label import IconLabel, PlainLabel
from onestop_desk.ui.wording import Severity


class Badge(QFrame):
    """A small frame with a shape and a word; without a severity it is neutral and has no shape."""

    def __init__(self, text: str = "", severity: Severity | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel("info", "info", 14)
        self._text = PlainLabel()
        self.setProperty("role", "badge")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        self.show_state(text, severity)

    def text(self) -> str:
        """Return the word shown."""
        return self._text.text()

    def show_state(self, text: str, severity: Severity | None = None) -> None:
        """Show another word and severity."""
        self._text.setText(text)
        self._mark.setVisible(severity is not None)
        if severity is not None:
            self._mark.set_icon(severity.value, severity.value)
        self.setProperty("severity", severity.value if severity else "none")
        restyle(self)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at the properties of `widget` and its children."""
    for one in (widget, *widget.findChildren(QWidget)):
        one.style().unpolish(one)
        one.style().polish(one)
