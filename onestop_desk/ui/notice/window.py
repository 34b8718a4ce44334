"""The window for the second monitor: a large clock, this month's figures, procedures that turn by themselves."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QResizeEvent, QScreen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import Share, Sort, cell_words
from onestop_desk.services import notice
from onestop_desk.services.desk import Desk
from onestop_desk.services.notice import Notice
from onestop_desk.services.report_list import Freshness, freshness_words
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.notice.board import OfferBoard
from onestop_desk.ui.notice.letters import Scale, scale_of
from onestop_desk.ui.notice.tile import PublicTile
from onestop_desk.ui.release.citizen_window import other_screen
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.wording import clock_words, date_words

READ_SECONDS = 300
OLD = timedelta(hours=1)
"""From when figures are no longer those of now."""

_SMALLEST = QSize(860, 560)
_OFFICE, _MONTH, _CLOCK, _DAY, _TOLD = 44, 36, 84, 32, 30
_MARGIN, _SPACING = 28, 18
_BOLD = QFont.Weight.DemiBold


class NoticeWindow(QWidget):
    """Turns its pages as the settings say and reads the figures anew every READ_SECONDS; Esc closes it. Its letters
    grow with its height."""

    def __init__(self, desk: Desk, jobs: Jobs, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("notice_window")
        self.setWindowTitle(self.tr("Màn hình công khai"))
        self.setAutoFillBackground(True)
        self.setMinimumSize(_SMALLEST)
        self._desk, self._jobs, self._now = desk, jobs, now
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._on_look_changed)
        self._fresh: Freshness | None = None
        self._office, self._month = Paragraph(), Paragraph()
        self._clock, self._day = PlainLabel(), PlainLabel("", "muted")
        self._as_of, self._old = PlainLabel("", "muted"), PlainLabel("", "old")
        self._note = Paragraph("", "muted")
        self._tiles = {key: PublicTile(words) for key, words in self._figures()}
        self._board = OfferBoard()
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
        self._board.turn()

    def turns_every(self) -> int:
        """Return for how many seconds a page is shown."""
        return self._timers[1].interval() // 1000

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as the window's size lets it."""
        super().resizeEvent(event)
        self._fit(scale_of(event.size()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the letters back that a new look gives to every window, once it has reached them all."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._refit.start(0)

    @Slot()
    def _on_look_changed(self) -> None:
        self._fit(scale_of(self.size()))

    def _on_read(self, found: Notice) -> None:
        self._fresh = found.freshness
        self._office.setText(found.office)
        self._month.setText(self.tr("Kết quả tháng {month}").format(month=f"{found.period.first:%m/%Y}"))
        counts = found.total
        received = counts.online + counts.direct
        in_time = cell_words(Share(counts.before + counts.on, counts.solved), Sort.SHARE)
        solved, still_open = (cell_words(count, Sort.COUNT) for count in (counts.solved, counts.open))
        values = (cell_words(received, Sort.COUNT), solved, in_time, still_open)
        for tile, value in zip(self._tiles.values(), values, strict=True):
            tile.set_value(value)
        is_negative = min(received, counts.solved, counts.open) < 0
        self._note.setText(" ".join(found.results.notes))
        self._note.setVisible(is_negative)
        self._board.set_offers(found.offers)
        self._on_second()

    def _on_unread(self, _error: Exception) -> None:
        """Keep what is shown: the next reading comes by itself, and figures that grow old say so."""

    @Slot()
    def _on_second(self) -> None:
        now = self._now().astimezone(VIETNAM)
        self._clock.setText(clock_words(now))
        self._day.setText(date_words(now.date()))
        if self._fresh is None:
            return
        words = freshness_words(Freshness(self._fresh.at, None))  # what the centre lacks is not the public's matter
        is_old = now - self._fresh.at > OLD
        self._as_of.setText(words)
        self._old.setText(self.tr("▲ Đã quá một giờ chưa có số liệu mới. {as_of}").format(as_of=words))
        self._as_of.setVisible(not is_old)
        self._old.setVisible(is_old)

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

    def _fit(self, scale: Scale) -> None:
        letters: tuple[tuple[QLabel, int, QFont.Weight], ...] = (
            (self._office, _OFFICE, _BOLD),
            (self._month, _MONTH, _BOLD),
            (self._clock, _CLOCK, _BOLD),
            (self._day, _DAY, QFont.Weight.Normal),
            (self._as_of, _TOLD, QFont.Weight.Normal),
            (self._old, _TOLD, _BOLD),
            (self._note, _TOLD, QFont.Weight.Normal),
        )
        for label, size, weight in letters:
            label.setFont(scale.font(size, weight))
        for tile in self._tiles.values():
            tile.set_scale(scale)
        self._board.set_scale(scale)
        margin = scale.px(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(scale.px(_SPACING))
        self._row.setSpacing(scale.px(_SPACING))

    def _assemble(self) -> None:
        self._name_parts()
        left, time, head = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column in (left, time):
            column.setSpacing(0)
        for label in (self._office, self._month, self._as_of, self._old):
            left.addWidget(label)
        time.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignRight)
        time.addWidget(self._day, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(left, 1)
        head.addLayout(time)
        self._row = QHBoxLayout()
        for tile in self._tiles.values():
            self._row.addWidget(tile, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(self._row)
        self._column.addWidget(self._note)
        self._column.addWidget(self._board, 1)

    def _name_parts(self) -> None:
        self._clock.setObjectName("notice_clock")
        self._as_of.setObjectName("notice_as_of")
        self._old.setObjectName("notice_old")
        self._note.setObjectName("notice_note")
        for key, tile in self._tiles.items():
            tile.setObjectName(f"notice_{key}")
        for label in (self._old, self._note):
            label.hide()


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
