"""Number and choice fields that a turn of the wheel does not change unless they have the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from onestop_desk.ui import theme

_INDENT = 9


class QuietSpinBox(QSpinBox):
    """A number that a page's scrolling cannot change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._indent()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._indent()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _indent(self) -> None:
        """Begin the number where a line begins: Qt forgets the style sheet's padding beside a number."""
        self.lineEdit().setTextMargins(theme.current().px(_INDENT), 0, 0, 0)


class QuietComboBox(QComboBox):
    """A choice that a page's scrolling cannot change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
