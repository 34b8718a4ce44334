"""A year painted as twelve months: days off and make-up days by colour and letter, one day chosen."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from onestop_desk.services.workdays import CalendarDay, CalendarYear, DayKind
from onestop_desk.ui import theme
from onestop_desk.ui.calendar.wording import day_words, kind_letter, month_words, weekday_letters
from onestop_desk.ui.widgets.label import set_plain_tooltip

_CELL, _GAP, _TITLE, _HEADS = 24, 12, 26, 20
_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}
_COLOURS = {DayKind.OFF: ("fault_soft", "fault"), DayKind.MAKE_UP: ("info_soft", "info")}


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The measures at the scale in use, in pixels."""

    cell: int
    gap: int
    title: int
    heads: int

    @property
    def month(self) -> QSize:
        return QSize(self.cell * 7, self.title + self.heads + self.cell * _WEEKS)


@dataclass(frozen=True, slots=True)
class Inked:
    """A text, where its base line starts, and the ground that its letters cover."""

    text: str
    font: QFont
    start: QPointF
    ground: QRectF


def marked_day(look: theme.Look, cell: QRectF, number: str, letter: str) -> tuple[Inked, Inked]:
    """Return the number at the foot of its cell and the letter in the corner above it: neither touches the other."""
    below, above = theme.font(look, 12, QFont.Weight.DemiBold), theme.font(look, 8, QFont.Weight.Bold)
    wide, corner = _covered(below, number), _covered(above, letter)
    left = cell.center().x() - wide.width() / 2
    foot = cell.bottom() - look.px(3)
    right, top = cell.right() - look.px(3), cell.top() + look.px(2)
    return (
        _inked(number, below, wide, QPointF(left, foot - wide.height())),
        _inked(letter, above, corner, QPointF(right - corner.width(), top)),
    )


def _covered(font: QFont, text: str) -> QRectF:
    return QFontMetricsF(font).tightBoundingRect(text)


def _inked(text: str, font: QFont, covered: QRectF, corner: QPointF) -> Inked:
    return Inked(text, font, corner - covered.topLeft(), QRectF(corner, covered.size()))


class YearView(QWidget):
    """Twelve months in as many columns as fit; arrows go by day and week, `day_chosen` carries the date."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: dict[date, CalendarDay] = {}
        self._chosen: date | None = None
        self._today: date | None = None
        self._year = 0
        self.setObjectName("year_view")
        self.setAccessibleName(self.tr("Lịch năm"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, year: CalendarYear, today: date) -> None:
        """Show a year; the chosen day stays if it lies in it."""
        self._days = {one.day: one for one in year.days}
        self._year, self._today = year.year, today
        if self._chosen not in self._days:
            self._chosen = today if today in self._days else date(year.year, 1, 1)
        self._describe()
        self.update()

    def chosen(self) -> date | None:
        """Return the chosen day; None before a year is shown."""
        return self._chosen

    def choose(self, day: date) -> None:
        """Choose a day of this year and tell it."""
        if day in self._days:
            self._chosen = day
            self._describe()
            self.update()
            self.day_chosen.emit(day)

    def cell_of(self, day: date) -> QRectF:
        """Return where a day of this year is painted."""
        sizes = self._sizes()
        corner = self._corner(day.month)
        place = day.replace(day=1).weekday() + day.day - 1
        top = corner.y() + sizes.title + sizes.heads + place // 7 * sizes.cell
        return QRectF(corner.x() + place % 7 * sizes.cell, top, sizes.cell, sizes.cell)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows of months at `width`."""
        sizes = self._sizes()
        rows = -(-12 // self._columns(width))
        return rows * (sizes.month.height() + sizes.gap)

    def sizeHint(self) -> QSize:
        """Return three months across."""
        wide = 3 * self._sizes().month.width() + 2 * self._sizes().gap
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return one month."""
        return QSize(self._sizes().month.width(), self._sizes().month.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that this width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._day_at(event.position())
        if day is not None:
            self.choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the day under the pointer is."""
        day = self._day_at(event.position())
        set_plain_tooltip(self, day_words(self._days[day]) if day else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day; everything else belongs to the page."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._chosen is None:
            super().keyPressEvent(event)
            return
        self.choose(self._chosen + timedelta(days=step))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13) if self._year else ():
            self._paint_heads(painter, month)
        for one in self._days.values():
            self._paint_day(painter, one)
        painter.end()

    def _paint_heads(self, painter: QPainter, month: int) -> None:
        sizes, look, corner = self._sizes(), theme.current(), self._corner(month)
        painter.setFont(theme.font(look, 14, QFont.Weight.DemiBold))
        painter.setPen(QColor(look.colours.text))
        title = QRectF(corner.x(), corner.y(), sizes.month.width(), sizes.title)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), month_words(month))
        painter.setFont(theme.font(look, 11))
        painter.setPen(QColor(look.colours.muted))
        for number, letters in enumerate(weekday_letters()):
            cell = QRectF(corner.x() + number * sizes.cell, corner.y() + sizes.title, sizes.cell, sizes.heads)
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), letters)

    def _paint_day(self, painter: QPainter, one: CalendarDay) -> None:
        look, cell = theme.current(), self.cell_of(one.day).adjusted(1, 1, -1, -1)
        ground, ink = _COLOURS.get(one.kind, ("", "muted" if one.kind is DayKind.WEEKEND else "text"))
        if ground:
            painter.setPen(QPen(QColor(getattr(look.colours, ink)), 1))
            painter.setBrush(QColor(getattr(look.colours, ground)))
            painter.drawRoundedRect(cell, 4, 4)
        painter.setPen(QColor(getattr(look.colours, ink)))
        letter = kind_letter(one.kind)
        if letter:
            for inked in marked_day(look, cell, str(one.day.day), letter):
                painter.setFont(inked.font)
                painter.drawText(inked.start, inked.text)
        else:
            painter.setFont(theme.font(look, 12))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(one.day.day))
        self._paint_marks(painter, one.day, cell)

    def _paint_marks(self, painter: QPainter, day: date, cell: QRectF) -> None:
        colours = theme.current().colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(cell.bottomLeft() + QPointF(4, 0), cell.bottomRight() - QPointF(4, 0))
        if day == self._chosen:
            painter.setPen(QPen(QColor(colours.focus), 3 if self.hasFocus() else 2))
            painter.drawRoundedRect(cell, 4, 4)

    def _describe(self) -> None:
        if self._chosen is not None:
            self.setAccessibleDescription(day_words(self._days[self._chosen]))

    def _day_at(self, point: QPointF) -> date | None:
        return next((day for day in self._days if self.cell_of(day).contains(point)), None)

    def _columns(self, width: int) -> int:
        sizes = self._sizes()
        fitting = (width + sizes.gap) // (sizes.month.width() + sizes.gap)
        return max((number for number in (1, 2, 3, 4, 6) if number <= fitting), default=1)

    def _corner(self, month: int) -> QPointF:
        sizes, columns = self._sizes(), self._columns(self.width())
        row, column = divmod(month - 1, columns)
        across, down = sizes.month.width() + sizes.gap, sizes.month.height() + sizes.gap
        return QPointF(column * across, row * down)

    def _sizes(self) -> _Sizes:
        look = theme.current()
        return _Sizes(look.px(_CELL), look.px(_GAP), look.px(_TITLE), look.px(_HEADS))
