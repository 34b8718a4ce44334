"""The window for the citizen: one question, three very large buttons; on a second screen if there is one."""

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.ui import icon, theme
from onestop_desk.ui.release.wording import level_words
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.tile import Tile

LEVELS = (1, 2, 3)
_TONES = {1: "good", 2: "info", 3: "person"}
_WIDE, _LEAST, _HIGH, _MARK, _LETTERS = 240, 130, 200, 84, 24

Screen = TypeVar("Screen", bound=QScreen)


class LevelTile(Tile):
    """A very large button with a face and the words of its level."""

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(level_words(level), parent)
        self._level = level
        self.setObjectName(f"citizen_rate_{level}")
        self.setAccessibleName(level_words(level))

    def sizeHint(self) -> QSize:
        """Return a size that a finger finds."""
        look = theme.current()
        return QSize(look.px(_WIDE), look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which the longest words still fit, on two lines."""
        look = theme.current()
        return QSize(look.px(_LEAST), look.px(_HIGH))

    def _paint_inside(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        colour = getattr(look.colours, _TONES[self._level])
        self._frame(painter, look, colour, 3)
        side = look.px(_MARK)
        mark = icon.pixmap(f"satisfied_{self._level}", colour, side)
        painter.drawPixmap(room.center().x() - side // 2, room.top() + look.px(12), mark)
        painter.setFont(theme.font(look, _LETTERS))
        painter.setPen(QColor(look.colours.text))
        words = room.adjusted(0, side + look.px(16), 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.text())


class CitizenWindow(QWidget):
    """Asks for a level; `rated` carries it. Without a second screen it closes after the answer."""

    rated = Signal(int)

    def __init__(self, office: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("citizen_window")
        self.setWindowTitle(self.tr("Đánh giá của người dân"))
        self.setAutoFillBackground(True)
        self._stays = False
        self._office = Paragraph(office, "heading")
        self._asked = Paragraph("", "figure")
        self._asked.setObjectName("citizen_asked")
        self._tiles = QWidget()
        flow = QHBoxLayout(self._tiles)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(24)
        for level in LEVELS:
            tile = LevelTile(level)
            tile.clicked.connect(partial(self._on_clicked, level))
            flow.addWidget(tile)
        self._assemble()
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.close)

    def open_on(self, screen: QScreen | None) -> None:
        """Show on the second screen, full; without one (None) as a window over the work."""
        self._stays = screen is not None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, self._stays)
        if screen is not None:
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            self.resize(theme.current().px(3 * _WIDE + 120), theme.current().px(_HIGH + 220))
            self.show()
            self.activateWindow()

    def ask(self) -> None:
        """Ask the person who has just been served."""
        self._asked.setText(self.tr("Ông/Bà có hài lòng với việc phục vụ hôm nay không?"))
        self._tiles.show()

    def thank(self) -> None:
        """Thank for the answer; the next one is asked after the next return."""
        self._asked.setText(self.tr("Xin cảm ơn Ông/Bà."))
        self._tiles.hide()
        if not self._stays:
            self.close()

    def is_asking(self) -> bool:
        """Return whether an answer is awaited."""
        return not self._tiles.isHidden()

    def _on_clicked(self, level: int, _checked: bool = False) -> None:
        if self.is_asking():  # a finger that taps twice has one opinion
            self.rated.emit(level)
            self.thank()

    def _assemble(self) -> None:
        for words in (self._office, self._asked):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(24)
        column.addWidget(self._office)
        column.addStretch(1)
        column.addWidget(self._asked)
        column.addWidget(self._tiles)
        column.addStretch(2)


def other_screen(screens: Sequence[Screen], own: Screen | None) -> Screen | None:
    """Return the first screen that the work is not on; None where there is only one."""
    return next((screen for screen in screens if screen is not own), None) if len(screens) > 1 else None
