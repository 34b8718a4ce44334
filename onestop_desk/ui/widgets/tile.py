"""Painted buttons: navigation entries, figures of the day, procedure tiles; one look for hover, choice and focus."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from onestop_desk.ui import icon, theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LOOK_EVENTS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class Tile(QAbstractButton):
    """A flat button on a rounded ground; kinds of it draw their inside."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which something would be cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() in _LOOK_EVENTS:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, inside and focus ring."""
        look = theme.current()
        with QPainter(self) as painter:  # ends also when painting raises; an open painter takes the process down
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, look)
            self._paint_inside(painter, look, self._inside(look))
            if self.hasFocus():
                self._frame(painter, look, look.colours.focus, 2)

    def _inside(self, look: theme.Look) -> QRect:
        return self.rect().adjusted(look.px(10), look.px(8), -look.px(10), -look.px(8))

    def _paint_ground(self, painter: QPainter, look: theme.Look) -> None:
        colours = look.colours
        chosen = self.isChecked() or self.underMouse() or self.isDown()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))

    def _frame(self, painter: QPainter, look: theme.Look, colour: str, width: int) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = (width + 1) // 2
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), look.px(6), look.px(6))

    def _paint_inside(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        raise NotImplementedError

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()


class NavigationTile(Tile):
    """A page's entry: icon, title, key; `set_short` leaves the icon out."""

    def __init__(self, title: str, key: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._key, self._icon_name, self._is_short = key, icon_name, False
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def set_short(self, short: bool) -> None:
        """Leave the icon out, or show it."""
        self._is_short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, the title in its bold form, and the key."""
        look = theme.current()
        title = QFontMetrics(theme.font(look, 14, QFont.Weight.DemiBold))
        wide = 0 if self._is_short else look.px(18 + 10)
        if self._key:
            wide += look.px(10) + self._key_width(look)
        wide += title.horizontalAdvance(self.text()) + look.px(20) + 2
        return QSize(wide, title.height() + look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Return the entry without the air above and below: many entries in large letters share a low window."""
        look = theme.current()
        title = QFontMetrics(theme.font(look, 14, QFont.Weight.DemiBold))
        return QSize(self.sizeHint().width(), title.height() + look.px(2))

    def _inside(self, look: theme.Look) -> QRect:
        return self.rect().adjusted(look.px(10), 0, -look.px(10), 0)

    def _key_width(self, look: theme.Look) -> int:
        return QFontMetrics(theme.font(look, 12)).horizontalAdvance(self._key) + look.px(10)

    def _paint_inside(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        colours = look.colours
        colour = colours.accent if self.isChecked() else colours.text
        left = room.left()
        if self.isChecked():
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            bar = min(room.height(), look.px(18))
            painter.drawRoundedRect(0, room.center().y() - bar // 2, look.px(3), bar, 1, 1)
        if not self._is_short:
            side = look.px(18)
            at = room.center().y() - side // 2
            painter.drawPixmap(left, at, icon.pixmap(self._icon_name, colour, side))
            left += side + look.px(10)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(theme.font(look, 14, weight))
        painter.setPen(QColor(colour))
        painter.drawText(room.adjusted(left - room.left(), 0, 0, 0), _LEFT, self.text())
        if self._key:
            self._paint_key(painter, look, room)

    def _paint_key(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        colours = look.colours
        font = theme.font(look, 12)
        high, wide = QFontMetrics(font).height(), self._key_width(look)
        cap = QRect(room.right() - wide + 1, room.center().y() - high // 2, wide, high)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.stripe))
        painter.drawRoundedRect(cap, look.px(3), look.px(3))
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)


class FigureTile(Tile):
    """A number of the day with its name; pressing it opens what it counts."""

    def __init__(self, name: str, colour: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._value, self._colour = "–", colour
        self._tell()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self._value = value
        self._tell()
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Write the number in another colour of the theme, by its name."""
        self._colour = colour
        self.update()

    def colour(self) -> str:
        """Return the colour of the number, by its name."""
        return self._colour

    def value(self) -> str:
        """Return the number shown."""
        return self._value

    def sizeHint(self) -> QSize:
        """Return room for the number over its name."""
        look = theme.current()
        number = QFontMetrics(theme.font(look, 24, QFont.Weight.DemiBold))
        name = QFontMetrics(theme.font(look, 13))
        wide = max(number.horizontalAdvance(self._value), name.horizontalAdvance(self.text()))
        return QSize(wide + look.px(20) + 2, number.height() + name.height() + look.px(12))

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()}: {self._value}")

    def _inside(self, look: theme.Look) -> QRect:
        return self.rect().adjusted(look.px(10), look.px(6), -look.px(10), -look.px(6))

    def _paint_inside(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        colours = look.colours
        self._frame(painter, look, colours.line, 1)
        painter.setFont(theme.font(look, 24, QFont.Weight.DemiBold))
        painter.setPen(QColor(getattr(colours, self._colour)))
        high = painter.fontMetrics().height()
        painter.drawText(QRect(room.left(), room.top(), room.width(), high), _LEFT, self._value)
        painter.setFont(theme.font(look, 13))
        painter.setPen(QColor(colours.muted))
        painter.drawText(room.adjusted(0, high, 0, 0), _LEFT, self.text())


class ChoiceTile(Tile):
    """A choice with its key and a name of up to three lines; the rest of a longer name is in the tooltip."""

    LINES = 3

    def __init__(self, name: str, key: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._key, self._note = key, note
        self.setAccessibleName(" ".join(part for part in (name, note) if part))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return room for three lines of some 24 letters, the note and the key."""
        look = theme.current()
        wide = look.px(200)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as the name takes, at most three, and the note."""
        look = theme.current()
        metrics = QFontMetrics(theme.font(look, 14))
        lines = len(self._lines(metrics, width - look.px(20)))
        foot = QFontMetrics(theme.font(look, 12)).height() if self._note or self._key else 0
        return lines * metrics.lineSpacing() + foot + look.px(20)

    def shown_lines(self) -> list[str]:
        """Return the lines of the name as drawn at the present width."""
        look = theme.current()
        return self._lines(QFontMetrics(theme.font(look, 14)), self.width() - look.px(20))

    def _lines(self, metrics: QFontMetrics, width: int) -> list[str]:
        lines: list[str] = []
        words = self.text().split()
        while words and len(lines) < self.LINES:
            line = words.pop(0)
            while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
                line = f"{line} {words.pop(0)}"
            lines.append(line)
        if words:
            lines[-1] = metrics.elidedText(" ".join([lines[-1], *words]), Qt.TextElideMode.ElideRight, width)
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]

    def _paint_inside(self, painter: QPainter, look: theme.Look, room: QRect) -> None:
        colours = look.colours
        edge = colours.accent if self.isChecked() else colours.line
        self._frame(painter, look, edge, 2 if self.isChecked() else 1)
        font = theme.font(look, 14)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, _WRAP, "\n".join(self._lines(QFontMetrics(font), room.width())))
        painter.setFont(theme.font(look, 12))
        painter.setPen(QColor(colours.muted))
        foot = room.adjusted(0, room.height() - painter.fontMetrics().height(), 0, 0)
        painter.drawText(foot, _LEFT, self._note)
        painter.drawText(foot, _RIGHT, self._key)
