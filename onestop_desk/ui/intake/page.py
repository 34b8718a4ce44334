"""The registering page (F2): from a scanned card to a saved dossier, by keys alone."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.devices.scanner import Scan
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.office import Role
from onestop_desk.services import catalogue_list, draft, staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.guidance import Request, Visited
from onestop_desk.services.intake import Accepted, Application
from onestop_desk.ui import theme
from onestop_desk.ui.intake.card import CardReader
from onestop_desk.ui.intake.command_line import ENTERS
from onestop_desk.ui.intake.draft_keeper import DraftKeeper
from onestop_desk.ui.intake.foot import Foot
from onestop_desk.ui.intake.form import IntakeForm, new_form
from onestop_desk.ui.intake.form_view import FormView
from onestop_desk.ui.intake.person_reading import read_person
from onestop_desk.ui.intake.preview import computed_due, promised_due
from onestop_desk.ui.intake.reading import Circumstance, missing_papers, read_form
from onestop_desk.ui.intake.saver import Saver
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.intake.turn_away import TurnAway
from onestop_desk.ui.intake.watch import Watch
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.choice_grid import MOST_CHOICES
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.page_scroll import PageScroll
from onestop_desk.ui.widgets.strip import UNDO_SECONDS, Offer
from onestop_desk.ui.wording import Sentence, Severity

_FOOT_STAYS_FROM = 400
_MINUTE_MS = 60_000


def make_page(window: MainWindow, desk: Desk) -> "IntakePage":
    """Make the page for the page list."""
    return IntakePage(window, desk)


class IntakePage(Page):
    """Registers dossiers. `registered` carries the Accepted of each save, `dossier_asked` a scanned code to open,
    `visited` the Visited of somebody who was sent home with a paper."""

    registered = Signal(object)
    visited = Signal(object)
    dossier_asked = Signal(str)

    def __init__(self, window: MainWindow, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._window, self._desk = window, desk
        self._seat = Seat(desk, window.jobs, self._today)
        self._is_done = self._goes_on = self._is_after_save = False
        self._before, self._focus, self._waiting = "", "", list[Scan]()
        self._tiles_of: date | None = None
        self._opening_focus: str | None = ""
        self.view, self.foot = FormView(self._seat), Foot()
        self._drop = Button(self.tr("Bỏ phiếu này"), "delete", "quiet")
        self._drafts = DraftKeeper(self._seat, self.view.form, self)
        self._saver = Saver(self._seat, self._drafts, window, self._read)
        self._watch = Watch(self._seat, self.view)
        self._away = TurnAway(self._seat, self.view.papers.away, self)
        self._cards = CardReader(self._seat, self.view, self._watch, window)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._connect()
        self._add_commands()
        self._assemble()
        self._begin()

    def take_scan(self, scan: Scan) -> None:
        """Fill the person from a card; offer to open a dossier, the form stays as it is."""
        if scan.code is not None:
            self._offer_dossier(scan.code)
        elif self._saver.is_busy:
            self._waiting.append(scan)
        else:
            if self._is_done:
                self._start(new_form())
            self._cards.take(scan)

    def form(self) -> IntakeForm:
        """Return what stands in the form."""
        return self.view.form()

    def take_form(self, form: IntakeForm) -> bool:
        """Show a form made elsewhere; False, and nothing changes, while another is being filled."""
        if self._saver.is_busy or not (self._is_done or self.view.form().is_empty):
            return False
        self._start(form)
        self._drafts.note_change()
        self._show_due()
        return True

    def entered(self) -> None:
        """Count the promise anew, time has passed; the first time, go where the draft was left."""
        if self._opening_focus is not None:
            self._go_to(self._opening_focus)
            self._opening_focus = None
        self._show_due()
        self._minute.start()

    def left(self) -> None:
        """Keep what was typed."""
        self._minute.stop()
        self._drafts.keep_if_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field on Enter, back to the page before on Escape."""
        if event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and self._before:
            self._window.show_page(self._before)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the foot in sight where there is room for it."""
        super().resizeEvent(event)
        self._place_foot()

    def _connect(self) -> None:
        self.view.changed.connect(self._on_changed)
        self.view.commanded.connect(self._on_commanded)
        self.view.procedure.failed.connect(self._window.errors.report)
        self.view.papers.away.guidance_asked.connect(self._on_guidance_asked)
        self.view.papers.away.refusal_asked.connect(self._on_refusal_asked)
        self._away.visited.connect(self._on_visited)
        self._away.failed.connect(self._window.errors.report)
        self.foot.save_asked.connect(self._on_save_asked)
        self.foot.next_asked.connect(self._on_next_asked)
        self._drop.clicked.connect(self._on_drop_asked)
        self._saver.started.connect(self._on_saving)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self._minute.timeout.connect(self._show_due)
        self._window.page_shown.connect(self._on_page_shown)
        self._window.closing.connect(self._on_closing)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _add_commands(self) -> None:
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        self._commands: dict[int, Callable[[], None]] = {
            QKeyCombination(control, Qt.Key.Key_Return).toCombined(): self._on_next_asked,
            QKeyCombination(control, Qt.Key.Key_Enter).toCombined(): self._on_next_asked,
            QKeyCombination(control, Qt.Key.Key_S).toCombined(): self._on_save_asked,
        }
        for combination, act in self._commands.items():
            shortcut = QShortcut(QKeySequence(combination), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        for number in range(1, MOST_CHOICES + 1):  # the tiles have these keys themselves, but not under an open list
            key = QKeyCombination(alt, Qt.Key(Qt.Key.Key_0.value + number)).toCombined()
            self._commands[key] = partial(self._on_tile_asked, number)

    def _assemble(self) -> None:
        self.setObjectName("intake_page")
        title = self.tr("Tiếp nhận hồ sơ")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._drop.setObjectName("drop_form")
        policy = self._drop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._drop.setSizePolicy(policy)
        self.column.removeWidget(self.title)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._drop)
        self._inside = QWidget()
        self._room = QVBoxLayout(self._inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self.view)
        self._scroll = PageScroll(self._inside, "intake_scroll")
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.foot)

    def _place_foot(self) -> None:
        stays = self.height() >= theme.current().px(_FOOT_STAYS_FROM)
        if stays != (self.column.indexOf(self.foot) >= 0):
            focused = self.foot.focusWidget()
            had_focus = focused is not None and focused.hasFocus()
            (self.column if stays else self._room).addWidget(self.foot)
            if focused is not None and had_focus:  # a widget that changes its parent loses it to whatever comes next
                focused.setFocus()

    def _begin(self) -> None:
        kept = self._drafts.restored()
        saved_as = draft.saved_code(self._desk, kept.ref) if kept else ""
        if kept is None or saved_as:
            self._start(new_form())
        else:
            self._start(kept)
            self._opening_focus = kept.focus
            self._window.say(Sentence(self.tr("Phiếu đang nhập dở đã được mở lại."), severity=Severity.INFO))
        if saved_as:
            self._drafts.drop()
            words = self.tr("{code} đã lưu trước khi chương trình dừng.").format(code=saved_as)
            self._window.say(Sentence(words, severity=Severity.INFO))

    def _start(self, form: IntakeForm) -> None:
        """Show a form to work on."""
        self._is_done = self._is_after_save = False
        self.view.setEnabled(True)
        self.foot.set_done(False)
        self.view.show_form(form)
        self._drafts.rest()
        self._show_tiles()
        self._go_to(form.focus)

    def _go_to(self, field: str) -> None:
        if not self.view.focus_on(field):
            self.view.applicant.name.setFocus()

    def _show_tiles(self) -> None:
        """Ask for the tiles once a day: hands learn which key is which."""
        if self._tiles_of != self._today():
            self._tiles_of = self._today()
            done = self.view.procedure.show_tiles
            self._seat.jobs.read(catalogue_list.most_used, self._desk, done=done, key="tiles")

    def _save(self, *, goes_on: bool) -> None:
        self.view.close_lists()
        if self._is_done:
            if goes_on:
                self._start(new_form())
            return
        if self.view.form().is_empty:
            self.view.applicant.name.setFocus()
            return
        self._goes_on = goes_on
        application = self._read()
        if application is not None:
            self._saver.save(application)

    def _read(self) -> Application | None:
        """Read the form and say what is wrong with it."""
        form = self.view.form()
        reading = read_form(form, self._circumstance(form))
        self.view.show_problems(reading.problems)
        return reading.application

    def _circumstance(self, form: IntakeForm) -> Circumstance:
        roles = staff.roles_of(self._desk, self._desk.clerk.login) if form.other_due.is_wanted else ()
        return Circumstance(self._today(), computed_due(self._desk, form), Role.SUPERVISOR in roles)

    def _show_due(self) -> None:
        if self._is_after_save:
            return
        form = self.view.form()
        computed = computed_due(self._desk, form)
        self.view.show_due(computed)
        self.foot.show_due(promised_due(computed, form, self._today()))

    def _today(self) -> date:
        return self._desk.clock().astimezone(VIETNAM).date()

    def _offer_dossier(self, code: str) -> None:
        words = self.tr("Vừa quét hồ sơ {code}.").format(code=code)
        offer = Offer(self.tr("Mở hồ sơ"), partial(self.dossier_asked.emit, code))
        self._window.say(Sentence(words, self.tr("Phiếu đang nhập vẫn giữ nguyên."), severity=Severity.INFO), offer)

    def _undo_drop(self, form: IntakeForm) -> None:
        self._start(form)
        self._drafts.note_change()

    def _on_changed(self) -> None:
        form = self.view.form()
        self._drop.setVisible(not form.is_empty)
        if not form.is_empty:
            self._is_after_save = False
            self._drafts.note_change()
        self._show_due()

    def _on_commanded(self, combination: int) -> None:
        act = self._commands.get(combination)
        if act is not None:
            act()

    def _on_tile_asked(self, number: int) -> None:
        if not self._is_done and not self._saver.is_busy:
            self.view.procedure.take_tile(number)

    def _on_save_asked(self) -> None:
        self._save(goes_on=False)

    def _on_next_asked(self) -> None:
        self._save(goes_on=True)

    def _on_drop_asked(self) -> None:
        form = self.view.form()
        self._start(new_form())
        self._drafts.drop()
        undo = Offer(self.tr("Hoàn tác"), partial(self._undo_drop, form), UNDO_SECONDS, takes_back=True)
        self._window.say(Sentence(self.tr("Đã bỏ phiếu đang nhập."), severity=Severity.INFO), undo)

    def _on_guidance_asked(self) -> None:
        request = self._request()
        if request is not None:
            self._away.guide(request, missing_papers(self.view.papers.papers()))

    def _on_refusal_asked(self) -> None:
        request = self._request()
        if request is not None:
            self._away.refuse(request)

    def _request(self) -> Request | None:
        """Return who stands here and what they asked for; says beside the name that it is missing."""
        procedure, reading = self.view.procedure.procedure(), read_person(self.view.applicant.entry(), self._today())
        if procedure is None or "name" in reading.problems:
            self.view.show_problems({"applicant_name": reading.problems.get("name", "")})
            return None
        return Request(reading.party, procedure.name, procedure.code)

    def _on_visited(self, visited: Visited) -> None:
        kept = self.tr("Phiếu đang nhập vẫn giữ nguyên.")
        self._window.say(Sentence(self._away.visit_words(visited), kept, severity=Severity.INFO))
        self.visited.emit(visited)

    def _on_saving(self) -> None:
        self._focus = self.view.form().focus
        self.foot.set_saving(True)
        self.view.setEnabled(False)

    def _on_saved(self, accepted: Accepted) -> None:
        self.foot.set_saving(False)
        self.registered.emit(accepted)
        self._watch.rest()
        if self._goes_on:
            self._start(new_form())
        else:
            self._is_done = True
            self.foot.set_done(True)
            self.foot.next.setFocus()
        self._is_after_save = True
        self.foot.show_saved(accepted)
        for scan in self._waiting:
            self.take_scan(scan)
        self._waiting.clear()

    def _on_failed(self) -> None:
        self.foot.set_saving(False)
        self.view.setEnabled(True)
        self.view.focus_on(self._focus)
        self._waiting.clear()

    def _on_closing(self) -> None:
        self._drafts.keep_if_changed()
        self._watch.rest()
        self._minute.stop()

    def _on_page_shown(self, key: str) -> None:
        if self._window.page(key) is not self:
            self._before = key
        elif self._is_done or (self.view.form().is_empty and not self._is_after_save):
            self._start(new_form())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new) and self.isVisible():
            self._scroll.ensureWidgetVisible(new, 8, 24)
