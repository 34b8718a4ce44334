"""The window for the second monitor: a large clock, this month's figures, procedures that turn by themselves."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QResizeEvent, QScreen, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.measures import percent
from onestop_desk.domain.money import format_number
from onestop_desk.services import notice
from onestop_desk.services.desk import Desk
from onestop_desk.services.notice import Notice, Offer
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.release.citizen_window import other_screen
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.tile import FigureTile
from onestop_desk.ui.wording import clock_words, date_words

READ_SECONDS = 300
_SMALLEST = QSize(860, 560)
_LINE, _ABOVE = 62, 280
_CLOCK = 44


class OfferLine(QWidget):
    """One procedure in large letters: its name over its field, its limit and its fee."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_line")
        self._name, self._field = Paragraph("", "heading"), Paragraph("", "muted")
        self._limit, self._fee = PlainLabel("", "strong"), PlainLabel("", "strong")
        for label in (self._limit, self._fee):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._field)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addWidget(self._limit)
        facts.addWidget(self._fee)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addLayout(facts)

    def show_offer(self, offer: Offer | None) -> None:
        """Show a procedure, or nothing."""
        shown = offer or Offer("", "", "", "")
        for label, text in ((self._name, shown.name), (self._field, shown.field)):
            label.setText(text)
        self._limit.setText(shown.limit)
        self._fee.setText(shown.fee)
        self.setVisible(offer is not None)


class NoticeWindow(QWidget):
    """Turns its pages as the settings say and reads the figures anew every READ_SECONDS; Esc closes it."""

    def __init__(self, desk: Desk, jobs: Jobs, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("notice_window")
        self.setWindowTitle(self.tr("Màn hình công khai"))
        self.setAutoFillBackground(True)
        self.setMinimumSize(_SMALLEST)
        self._desk, self._jobs, self._now = desk, jobs, now
        self._notice: Notice | None = None
        self._page = 0
        self._office, self._clock, self._day = Paragraph("", "title"), QLabel(), PlainLabel("", "muted")
        self._month, self._where = Paragraph("", "heading"), PlainLabel("", "muted")
        self._tiles = {key: FigureTile(words) for key, words in self._figures()}
        self._lines: list[OfferLine] = []
        self._rows = QVBoxLayout()
        self._timers = (self._timer(1, self._on_second), self._timer(desk.settings.notice_turn, self.turn))
        self._reader = self._timer(READ_SECONDS, self.read)
        self._assemble()
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        self._on_second()
        self.read()

    def open_on(self, screen: QScreen | None) -> None:
        """Show on the second screen, full; without one as a window over the work."""
        if screen is not None:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            self.resize(theme.current().px(1100), theme.current().px(720))
            self.show()

    @Slot()
    def read(self) -> None:
        """Read this month anew."""
        self._jobs.read_long(notice.this_month, self._desk, done=self._on_read, failed=self._on_unread)

    @Slot()
    def turn(self) -> None:
        """Show the next page of procedures."""
        self._page += 1
        self._show_page()

    def turns_every(self) -> int:
        """Return for how many seconds a page is shown."""
        return self._timers[1].interval() // 1000

    def page_of(self) -> tuple[int, int]:
        """Return which page of how many is shown, from 1."""
        pages = max(1, -(-len(self._offers()) // self._room()))
        return self._page % pages + 1, pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many procedures as there is room for."""
        super().resizeEvent(event)
        self._show_page()

    def _on_read(self, found: Notice) -> None:
        self._notice = found
        self._office.setText(found.office)
        self._month.setText(self.tr("Kết quả tháng {month}").format(month=f"{found.period.first:%m/%Y}"))
        counts = found.total
        in_time = percent(counts.before + counts.on, counts.solved)
        received = counts.online + counts.direct
        values = (format_number(received), format_number(counts.solved), in_time, format_number(counts.open))
        for tile, value in zip(self._tiles.values(), values, strict=True):
            tile.set_value(value)
        self._show_page()

    def _on_unread(self, _error: Exception) -> None:
        """Keep what is shown: the next reading comes by itself, and the public is told no fault."""

    def _show_page(self) -> None:
        room, offers = self._room(), self._offers()
        while len(self._lines) < room:
            line = OfferLine()
            self._lines.append(line)
            self._rows.addWidget(line)
        page, pages = self.page_of()
        shown = offers[(page - 1) * room : page * room]
        for at, line in enumerate(self._lines):
            line.show_offer(shown[at] if at < len(shown) else None)
        self._where.setText(self.tr("Trang {page}/{pages}").format(page=page, pages=pages))

    def _offers(self) -> tuple[Offer, ...]:
        return () if self._notice is None else self._notice.offers

    def _room(self) -> int:
        look = theme.current()
        return max(1, (self.height() - look.px(_ABOVE)) // look.px(_LINE))

    @Slot()
    def _on_second(self) -> None:
        now = self._now().astimezone(VIETNAM)
        self._clock.setText(clock_words(now))
        self._day.setText(date_words(now.date()))

    def _timer(self, seconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(seconds * 1000)
        timer.timeout.connect(act)
        timer.start()
        return timer

    def _figures(self) -> tuple[tuple[str, str], ...]:
        return (
            ("received", self.tr("Tiếp nhận")),
            ("solved", self.tr("Đã giải quyết")),
            ("in_time", self.tr("Trước và đúng hạn")),
            ("open", self.tr("Đang giải quyết")),
        )

    def _assemble(self) -> None:
        self._clock.setFont(theme.font(theme.current(), _CLOCK, QFont.Weight.DemiBold))
        self._clock.setObjectName("notice_clock")
        head, time = QHBoxLayout(), QVBoxLayout()
        time.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignRight)
        time.addWidget(self._day, 0, Qt.AlignmentFlag.AlignRight)
        head.addWidget(self._office, 1)
        head.addLayout(time)
        tiles = QGridLayout()
        for at, (key, tile) in enumerate(self._tiles.items()):
            tile.setObjectName(f"notice_{key}")
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tiles.addWidget(tile, 0, at)
        below = QHBoxLayout()
        below.addWidget(Paragraph(self.tr("Thủ tục, thời hạn giải quyết, phí và lệ phí"), "heading"), 1)
        below.addWidget(self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._month)
        column.addLayout(tiles)
        column.addLayout(below)
        column.addLayout(self._rows)
        column.addStretch(1)


def open_notice(desk: Desk, jobs: Jobs, now: Callable[[], datetime], beside: QWidget) -> NoticeWindow:
    """Show the public screen on the monitor that the work is not on, closed with the window it was opened from."""
    return _opened(NoticeWindow(desk, jobs, now, beside), other_screen(QGuiApplication.screens(), beside.screen()))


def begin_notice(desk: Desk, jobs: Jobs, now: Callable[[], datetime], beside: QWidget) -> NoticeWindow | None:
    """Show the public screen as the work begins, where that is wished for: never over the work itself."""
    screen = other_screen(QGuiApplication.screens(), beside.screen())
    if screen is None or not desk.settings.notice_at_start:
        return None
    return _opened(NoticeWindow(desk, jobs, now, beside), screen)


def _opened(window: NoticeWindow, screen: QScreen | None) -> NoticeWindow:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open_on(screen)
    return window
