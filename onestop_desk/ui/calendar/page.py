"""The calendar's page: the year, the day chosen in it, the list of named days, the week's hours, import."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import YEARS
from onestop_desk.domain.errors import BadValue
from onestop_desk.services import workdays
from onestop_desk.services.calendar_file import CalendarReport, import_calendar
from onestop_desk.services.desk import Desk
from onestop_desk.services.workdays import CalendarDay, CalendarYear, DayKind, Hours
from onestop_desk.ui import theme
from onestop_desk.ui.calendar.day_editor import DayChange, DayEditor
from onestop_desk.ui.calendar.hours_editor import HoursEditor
from onestop_desk.ui.calendar.wording import day_words, report_words
from onestop_desk.ui.calendar.year_view import YearView
from onestop_desk.ui.catalogue.report import RefusedRows
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import IconLabel, Paragraph
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.pane import Pane
from onestop_desk.ui.widgets.quiet_wheel import QuietSpinBox
from onestop_desk.ui.wording import Sentence, Severity

_SIDE, _LEAST_SIDE = 345, 300
_BESIDE = 378  # two months, their scroll bar, the gap
_NO_LIMIT = 16777215  # Qt's own largest width
_LEAST_HIGH = 260
_LIST_HIGH = 110
_MARGIN = 90


class CalendarPage(Page):
    """A year at a glance and the ways to change it."""

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(translate("Calendar", "Lịch làm việc"), parent)
        self._window, self._desk = window, desk
        self._year: CalendarYear | None = None
        self._is_narrow = False
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._make_tools()
        self._make_year()
        self._make_side()
        self._connect()
        self._assemble()

    def entered(self) -> None:
        """Read the calendar anew: an import elsewhere may have changed it."""
        self.refresh()
        self._window.jobs.read(workdays.hours, self._desk, done=self._hours.show_hours, key=(id(self), "hours"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editors under the year where they do not fit beside it."""
        super().resizeEvent(event)
        self._dress()

    def refresh(self) -> None:
        """Show the year that the field above names."""
        self._window.jobs.read(
            workdays.calendar_year, self._desk, self._number.value(), done=self._on_year, key=(id(self), "year")
        )

    def import_file(self, path: str) -> None:
        """Take in a calendar file and say what it did."""
        self._import.setEnabled(False)
        self._window.jobs.run(
            import_calendar, self._desk, Path(path), done=self._on_imported, failed=self._on_import_failed
        )

    def _make_tools(self) -> None:
        self._number = QuietSpinBox()
        self._number.setObjectName("calendar_year")
        self._number.setAccessibleName(self.tr("Năm"))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setRange(YEARS.start, YEARS.stop - 1)
        self._number.setValue(self._today().year)
        self._import = Button(self.tr("Nhập lịch…"), "folder", name="calendar_import")
        self._worked = Paragraph("", "muted")
        self._worked.setObjectName("calendar_worked")
        self._refused = RefusedRows()

    def _make_year(self) -> None:
        self._view = YearView()
        self._room = Pane(self._view, "year_room")
        self._unknown = QFrame()
        self._unknown.setObjectName("unknown_year")
        self._unknown.setProperty("severity", "person")
        self._unknown_words = Paragraph("", "strong")
        self._begin = Button(self.tr("Lấy ngày nghỉ lễ theo luật"), "calendar", name="begin_year")
        self._unknown.hide()

    def _make_side(self) -> None:
        self._day = DayEditor(self._today)
        self._hours = HoursEditor()
        self._names = QStringListModel(self)
        self._named = QListView()
        self._named.setObjectName("named_days")
        self._named.setAccessibleName(self.tr("Ngày nghỉ và ngày làm bù trong năm"))
        self._named.setModel(self._names)
        self._named.setWordWrap(True)
        self._named.setSpacing(2)
        self._named.setResizeMode(QListView.ResizeMode.Adjust)
        self._named.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._named.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._panes = (Pane(self._day_tab(), "day_room"), Pane(self._hours, "hours_room"))
        self._tabs = QTabWidget()
        self._tabs.setObjectName("calendar_tabs")

    def _connect(self) -> None:
        self._number.valueChanged.connect(self._on_number)
        self._import.clicked.connect(self._on_import)
        self._begin.clicked.connect(self._on_begin)
        self._view.day_chosen.connect(self._on_day)
        for part in (self._named, self._panes[0]):
            part.verticalScrollBar().rangeChanged.connect(self._on_list_range)
        self._named.clicked.connect(self._on_named)
        self._named.activated.connect(self._on_named)
        self._day.save_asked.connect(self._on_save_day)
        self._hours.save_asked.connect(self._on_save_hours)

    def _assemble(self) -> None:
        self.setObjectName("calendar_page")
        tools = FlowLayout(across=12, down=6)
        tools.addWidget(self._number)
        tools.addWidget(self._import)
        warning = QVBoxLayout(self._unknown)
        line = QHBoxLayout()
        line.addWidget(IconLabel("person", "person", 20))
        line.addWidget(self._unknown_words, 1)
        warning.addLayout(line)
        warning.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        year = QVBoxLayout()
        year.addLayout(tools)
        year.addWidget(self._worked)
        year.addWidget(self._unknown)
        year.addWidget(self._room, 1)
        for pane, words in zip(self._panes, (self.tr("Ngày"), self.tr("Giờ làm việc")), strict=True):
            self._tabs.addTab(pane, words)
        self._both.setSpacing(16)
        self._both.addLayout(year, 1)
        self._both.addWidget(self._tabs)
        self.column.addWidget(self._refused)
        self.column.addLayout(self._both, 1)
        self._dress()
        self.setFocusProxy(self._view)

    def _day_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._day)
        column.addWidget(Paragraph(self.tr("Ngày nghỉ và ngày làm bù trong năm"), "heading"))
        column.addWidget(self._named, 1)
        tab.setContentsMargins(8, 8, 8, 8)
        self._hours.setContentsMargins(8, 8, 8, 8)
        return tab

    def _today(self) -> date:
        return self._desk.clock().astimezone(VIETNAM).date()

    def _dress(self) -> None:
        """Lay year and editors side by side, each with a bar of its own; or where that does not fit one under the
        other, as high as they are: then the page scrolls, and nothing in it."""
        look, policy = theme.current(), QSizePolicy.Policy
        room = self.contentsRect().width() - self.column.contentsMargins().left() * 2 - look.px(_BESIDE)
        self._is_narrow = is_narrow = room < look.px(_LEAST_SIDE)
        side = min(room, look.px(_SIDE))
        self._fit_list()
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self._tabs.setMinimumWidth(0 if is_narrow else side)
        self._tabs.setMaximumWidth(_NO_LIMIT if is_narrow else side)
        for pane in (self._room, *self._panes):
            pane.set_whole(is_narrow)
        for part in (self._room, self._tabs):
            part.setMinimumHeight(0 if is_narrow else look.px(_LEAST_HIGH))
            part.setSizePolicy(policy.Expanding, policy.Minimum if is_narrow else policy.Ignored)

    def _change(self, failed: Callable[[Exception], None], change: Callable[..., Any], *args: Any) -> None:
        self._window.jobs.run(change, self._desk, *args, done=self._on_changed, failed=failed)

    def _bring_into_sight(self, day: date) -> None:
        room = self._scrolling_room()
        inside = room.widget() if room is not None else None
        if room is not None and inside is not None:
            center = self._view.mapTo(inside, self._view.cell_of(day).center().toPoint())
            margin = theme.current().px(_MARGIN)
            room.ensureVisible(center.x(), center.y(), margin, margin)

    def _scrolling_room(self) -> QScrollArea | None:
        """Return what scrolls the year: its own pane, or the page's room where the pane is whole."""
        room = self._room.parentWidget() if self._is_narrow else self._room
        while room is not None and not isinstance(room, QScrollArea):
            room = room.parentWidget()
        return room

    def _fit_list(self) -> None:
        """Begin with a list that scrolls; it is shown whole where what is around it scrolls."""
        self._named.setMinimumHeight(theme.current().px(_LIST_HIGH))

    def _on_list_range(self) -> None:
        hidden = self._named.verticalScrollBar().maximum()
        is_inside = self._is_narrow or self._panes[0].verticalScrollBar().maximum() > 0
        if hidden > 0 and is_inside:
            self._named.setMinimumHeight(self._named.height() + hidden)

    def _on_year(self, year: CalendarYear) -> None:
        is_other = self._year is None or self._year.year != year.year
        self._year = year
        self._view.show_year(year, self._today())
        words = self.tr("{n} ngày làm việc trong năm. N: ngày nghỉ, B: làm bù, gạch dưới: hôm nay.")
        self._worked.setText(words.format(n=year.worked))
        warning = self.tr("Chưa có lịch nghỉ năm {year}: hẹn trả rơi vào năm này có thể sai.")
        self._unknown_words.setText(warning.format(year=year.year))
        self._unknown.setVisible(not year.is_known)
        self._fit_list()
        self._names.setStringList([day_words(one) for one in year.named])
        self._show_chosen()
        chosen = self._view.chosen()
        if is_other and chosen is not None:
            self._bring_into_sight(chosen)

    def _on_number(self, _year: int) -> None:
        self.refresh()

    def _on_day(self, day: date) -> None:
        self._bring_into_sight(day)
        self._tabs.setCurrentIndex(0)
        self._panes[0].verticalScrollBar().setValue(0)
        self._show_chosen()

    def _on_named(self, index: QModelIndex) -> None:
        if self._year is not None:
            self._view.choose(self._year.named[index.row()].day)

    def _on_save_day(self, wanted: DayChange) -> None:
        if wanted.kind is DayKind.OFF:
            self._change(self._on_day_refused, workdays.enter_day_off, wanted.day, wanted.name)
        elif wanted.kind is DayKind.MAKE_UP:
            self._change(self._on_day_refused, workdays.enter_make_up_day, wanted.day, wanted.replaces, wanted.name)
        else:
            self._change(self._on_day_refused, workdays.clear_day, wanted.day)

    def _on_save_hours(self, hours: Hours) -> None:
        self._change(self._on_hours_refused, workdays.set_hours, hours)

    def _on_begin(self) -> None:
        self._change(self._window.errors.report, workdays.begin_year, self._number.value())

    def _on_changed(self, _result: object) -> None:
        words = self.tr("Đã lưu lịch làm việc. Hồ sơ đã hẹn trả giữ nguyên giờ hẹn.")
        self._window.say(Sentence(words, severity=Severity.INFO))
        self.refresh()

    def _on_day_refused(self, error: Exception) -> None:
        if isinstance(error, BadValue):
            self._day.show_problem(error)
        else:
            self._window.errors.report(error)

    def _on_hours_refused(self, error: Exception) -> None:
        if isinstance(error, BadValue):
            self._hours.show_problem(error)
        else:
            self._window.errors.report(error)

    def _on_import(self) -> None:
        kinds = self.tr("Lịch làm việc (*.json *.csv *.xlsx)")
        dialog = QFileDialog(self, self.tr("Nhập lịch làm việc"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def _on_imported(self, report: CalendarReport) -> None:
        self._import.setEnabled(True)
        words = report_words(report)
        self._refused.show_rows(words, report.refused)
        if not report.refused:
            self._window.say(Sentence(words, severity=Severity.INFO))
        if report.years:
            self._number.setValue(report.years[0])
        self.refresh()

    def _on_import_failed(self, error: Exception) -> None:
        self._import.setEnabled(True)
        self._window.errors.report(error)

    def _show_chosen(self) -> None:
        one = self._chosen()
        if one is not None:
            self._day.show_day(one)

    def _chosen(self) -> CalendarDay | None:
        days = self._year.days if self._year else ()
        return next((one for one in days if one.day == self._view.chosen()), None)
