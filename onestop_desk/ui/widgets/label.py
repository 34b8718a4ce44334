"""Labels that show text as it is, never as markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from onestop_desk.ui import icon, theme


class PlainLabel(QLabel):
    """A label that never reads its text as markup; `role` picks its look (style/window.qss)."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)


class Paragraph(PlainLabel):
    """A plain label that wraps, also inside words that are longer than the line."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets a row squeeze the paragraph: a few words wide, one line high."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(widest, metrics.averageCharWidth() * 30) + 4, metrics.lineSpacing())


class Rule(QFrame):
    """A thin line between two groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")


class IconLabel(QWidget):
    """An icon in a colour of the theme, as high as the text beside it; decoration, so without a name."""

    def __init__(self, name: str, colour: str = "muted", size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon; `colour` is a field of Colours."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size at the scale in use."""
        side = theme.current().px(self._size)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        look = theme.current()
        colour = getattr(look.colours, self._colour)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, icon.pixmap(self._name, colour, look.px(self._size)))


def set_plain_tooltip(widget: QWidget, text: str) -> None:
    """Give `widget` a tooltip that shows `text` literally."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Return what a tooltip shows as `text`, literally; a tooltip of plain words would be searched for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<qt>{escaped}</qt>" if text else ""
