"""What every page has in common: a title, a column to fill, and a word when it is entered."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.ui.widgets.label import Paragraph


class Page(QWidget):
    """A page of the window. Fill `self.column`; override entered() and left() where they matter."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = Paragraph(title, "title")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.title)

    def entered(self) -> None:
        """Do what is needed each time the page comes to the front; focus is set afterwards."""

    def left(self) -> None:
        """Do what is needed each time another page takes the front."""
