"""F9: the figures of a period as tiles, reports and plots; every number opens into the dossiers that it counts."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import Figure
from onestop_desk.domain.ledger import Closing, month_of
from onestop_desk.domain.measures import Period
from onestop_desk.services import months
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.services.plot_list import PlotReport
from onestop_desk.services.report_list import Report
from onestop_desk.services.reporting import Opened
from onestop_desk.ui import theme
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.exporting import ExportBar
from onestop_desk.ui.figures import work
from onestop_desk.ui.figures.notice_buttons import NoticeButtons
from onestop_desk.ui.figures.opened_panel import OpenedPanel
from onestop_desk.ui.figures.period_box import PeriodBox
from onestop_desk.ui.figures.plot_card import ink_of
from onestop_desk.ui.figures.plot_panel import PlotPanel
from onestop_desk.ui.figures.report_panel import ReportPanel
from onestop_desk.ui.figures.tiles import FigureTiles
from onestop_desk.ui.figures.wording import fresh_words
from onestop_desk.ui.figures.work import DrawnPlots, FileKind, Overview
from onestop_desk.ui.save_dialog import Wanted, ask_where, with_kind
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow


class FiguresPage(Page):
    """Shows reports and plots; `reprint_asked` carries uid and form from a dossier's card."""

    reprint_asked = Signal(str, str)

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(self.tr("Báo cáo"))
        self.setObjectName("figures_page")
        self._window, self._desk = window, desk
        self._period = PeriodBox(self._today)
        self._tiles = FigureTiles()
        self._fresh = Paragraph("", "muted")
        self._fresh.setObjectName("figures_fresh")
        self._mode = Segments("figures_mode", self.tr("Xem"), self._modes())
        self._mode.set_value("reports")
        self._close = Button(self.tr("Chốt tháng"), "lock", name="close_month")
        self._notice = NoticeButtons(window, desk, self._period.period)
        self._bar = ExportBar()
        self._report = ReportPanel()
        self._opened = OpenedPanel(window.now)
        self._plots = PlotPanel()
        self._room = CardRoom(self._front(), desk, window.jobs, window.now)
        self.column.addWidget(self._room, 1)
        self._connect()
        self.setFocusProxy(self._period)

    def entered(self) -> None:
        """Count anew: time has passed."""
        self._read()

    def period_box(self) -> PeriodBox:
        """Return what the days are chosen with."""
        return self._period

    def report_panel(self) -> ReportPanel:
        """Return the report shown."""
        return self._report

    def plot_panel(self) -> PlotPanel:
        """Return the plots shown."""
        return self._plots

    def save_to(self, kind: FileKind, path: Path) -> None:
        """Save the report shown to a file, beside the lanes."""
        self._save(work.save_report, self._report.report(), kind, path)

    def save_plots_to(self, kind: FileKind, path: Path) -> None:
        """Save the plots shown to a file, beside the lanes."""
        self._save(work.save_plots, self._plots.report(), kind, path)

    def show_mode(self, mode: str) -> None:
        """Show reports or plots."""
        self._mode.set_value(mode)
        self._on_mode(mode)

    def _read(self) -> None:
        jobs, period = self._window.jobs, self._period.period()
        if self._mode.value() == "plots":
            jobs.read(work.overview, self._desk, period, done=self._on_overview, key=(id(self), "overview"))
            ink = ink_of(theme.current().colours)
            jobs.read_long(work.read_plots, self._desk, period, ink, done=self._on_plots)
        else:
            args = (self._desk, *self._report.ask(period))
            jobs.read(work.overview_with_report, *args, done=self._on_both, key=(id(self), "report"))

    def _read_report(self) -> None:
        asked = self._report.ask(self._period.period())
        args = (self._desk, *asked)
        self._window.jobs.read(work.read_report, *args, done=self._on_report, key=(id(self), "report"))

    def _on_both(self, found: tuple[Overview, Report]) -> None:
        self._on_overview(found[0])
        self._on_report(found[1])

    def _on_overview(self, found: Overview) -> None:
        self._tiles.show_counts(found.counts)
        self._fresh.setText(fresh_words(found.freshness))
        whole = found.period == month_of(found.period.first)
        self._close.setVisible(whole and found.period.last < self._today() and not found.is_closed)
        self._close.setText(self.tr("Chốt tháng {month}").format(month=f"{found.period.first:%m/%Y}"))

    def _on_report(self, made: Report) -> None:
        self._report.show_report(made)

    def _on_plots(self, drawn: DrawnPlots) -> None:
        self._plots.show_plots(drawn)

    @Slot(object)
    def _on_figure(self, figure: Figure) -> None:
        args = (self._desk, self._period.period(), figure)
        self._window.jobs.read(work.read_opened, *args, done=self._on_opened, key=(id(self), "opened"))

    def _on_opened(self, opened: Opened) -> None:
        self._opened.show_opened(opened)
        self._bring(self._opened)
        self._opened.setFocus()

    @Slot()
    def _on_left(self) -> None:
        """Go back from the dossiers to where the number stands."""
        self._on_mode(self._mode.value())
        (self._mode.take_focus if self._mode.value() == "plots" else self._report.table.setFocus)()

    @Slot(object)
    def _on_mode(self, mode: object) -> None:
        self._bring(self._plots if mode == "plots" else self._report)
        self._read()

    def _bring(self, one: QWidget) -> None:
        # The others are hidden, not stacked under: a hidden widget asks for no room. It must not take the focus along.
        focus = QApplication.focusWidget()
        for part in (self._report, self._plots, self._opened):
            if part is not one and focus is not None and part.isAncestorOf(focus):
                self._mode.take_focus()
            part.setVisible(part is one)

    @Slot(object)
    def _on_line(self, line: DossierLine) -> None:
        self._room.open_card(line.uid)

    @Slot()
    def _on_close_asked(self) -> None:
        month = self._period.period().first
        what = self.tr("Chốt tháng {month}: số liệu tháng này và các tháng trước sẽ không đổi nữa.")
        detail = self.tr("Việc ghi muộn và đính chính sau đó tính vào tháng sau.")
        sentence = Sentence(what.format(month=f"{month:%m/%Y}"), detail, severity=Severity.PERSON)
        self._window.say(sentence, Offer(self.tr("Chốt"), partial(self._close_month, month)))

    def _close_month(self, month: date) -> None:
        self._window.jobs.run(months.close_month, self._desk, month, done=self._on_closed)

    def _on_closed(self, closing: Closing) -> None:
        what = self.tr("Đã chốt tháng {month}.").format(month=f"{closing.month:%m/%Y}")
        self._window.say(Sentence(what, severity=Severity.INFO))
        self._read()

    @Slot(object)
    def _on_save_asked(self, kind: FileKind) -> None:
        made = self._report.report()
        if made is not None:
            self._ask_where(made.table.name, made.period, kind, self.save_to)

    @Slot(object)
    def _on_plots_save_asked(self, kind: FileKind) -> None:
        made = self._plots.report()
        if made is not None:
            self._ask_where("plots", made.period, kind, self.save_plots_to)

    def _ask_where(self, name: str, period: Period, kind: FileKind, save: Callable[[FileKind, Path], None]) -> None:
        offered = f"{name} {period.first:%Y-%m-%d} {period.last:%Y-%m-%d}.{kind}"
        kinds = {kind.value: f"{kind.value.upper()} (*.{kind})"}
        ask_where(self, Wanted(self.tr("Lưu báo cáo"), offered, kinds), partial(save, kind))

    def _save(self, save: Callable[..., Path], made: Report | PlotReport | None, kind: FileKind, path: Path) -> None:
        if made is None or self._bar.is_running():
            return
        run = self._bar.begin()
        self._offer_saving(offered=False)
        done, failed = partial(self._on_saved), partial(self._on_save_failed)
        args = (self._desk, made, kind, with_kind(path, kind), run)
        self._window.jobs.read_long(save, *args, done=done, failed=failed)

    def _on_saved(self, path: Path) -> None:
        self._end_export()
        self._window.say(Sentence(self.tr("Đã lưu ra {path}.").format(path=path), severity=Severity.INFO))

    def _on_save_failed(self, error: Exception) -> None:
        self._end_export()
        self._window.errors.report(error)

    def _end_export(self) -> None:
        self._bar.end()
        self._offer_saving(offered=True)

    def _offer_saving(self, *, offered: bool) -> None:
        self._report.offer_saving(offered=offered)
        self._plots.offer_saving(offered=offered)

    def _today(self) -> date:
        return self._window.now().astimezone(VIETNAM).date()

    def _modes(self) -> tuple[tuple[object, str], ...]:
        return (("reports", self.tr("Bảng số liệu")), ("plots", self.tr("Biểu đồ")))

    def _connect(self) -> None:
        self._period.chosen.connect(self._on_period)
        self._tiles.opened.connect(self._on_figure)
        self._mode.chosen.connect(self._on_mode)
        self._close.clicked.connect(self._on_close_asked)
        self._report.asked.connect(self._read_report)
        self._report.save_asked.connect(self._on_save_asked)
        self._report.opened.connect(self._on_figure)
        self._plots.save_asked.connect(self._on_plots_save_asked)
        self._plots.opened.connect(self._on_figure)
        self._opened.line_opened.connect(self._on_line)
        self._opened.left.connect(self._on_left)
        self._room.reprint_asked.connect(self.reprint_asked)
        self._window.look_changed.connect(self._on_look)

    @Slot(object)
    def _on_period(self, _period: object) -> None:
        if self._opened.isVisible():
            self._on_left()
        else:
            self._read()

    @Slot(object)
    def _on_look(self, _look: object) -> None:
        if self._mode.value() == "plots":
            self._read()

    def _front(self) -> QWidget:
        self._close.hide()
        acts = FlowLayout()
        acts.addWidget(self._mode)
        acts.addWidget(self._close)
        acts.addWidget(self._notice)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._period)
        column.addWidget(self._tiles)
        column.addWidget(self._fresh)
        column.addLayout(acts)
        column.addWidget(self._bar)
        for part in (self._report, self._plots, self._opened):
            column.addWidget(part, 1)
        self._bring(self._report)
        return front
