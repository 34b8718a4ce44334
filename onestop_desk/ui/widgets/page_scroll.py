"""A part of a page that scrolls by itself, so that title and foot stay where they are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Takes the height that the page has left. Qt's own asks for what is inside it, and a page that asks for more than
    the window has is scrolled too: two bars beside each other, and the foot out of sight."""

    def __init__(self, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Ask for the width of what is inside, and no more height than it takes to scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())
