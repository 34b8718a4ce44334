"""The work of one signed-in clerk: the window with its pages, print strips, scans, the figures of the day."""

from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import board, draft, paperwork
from onestop_desk.services.choices import choose
from onestop_desk.services.clock import confirm_clock
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import CentreNotSet, ClockMoved
from onestop_desk.services.intake import Accepted
from onestop_desk.services.line import DossierLine
from onestop_desk.services.paperwork import Form
from onestop_desk.services.syncing import SyncStatus
from onestop_desk.settings import Settings
from onestop_desk.ui.account.page import AccountPage
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.errors import ErrorDesk, sentence_of
from onestop_desk.ui.front.work import SignedIn
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.figures import FIGURE_VIEWS, board_figures
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.page_list import page_list
from onestop_desk.ui.pages import PageSpec, load_ahead
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.print_strips import PrintStrips
from onestop_desk.ui.program import counter_words, look_choices, look_of
from onestop_desk.ui.reprint import ReprintSheet, Subject
from onestop_desk.ui.role_wording import roles_words
from onestop_desk.ui.scan_router import ScanRouter
from onestop_desk.ui.sync.keeper import SyncKeeper
from onestop_desk.ui.sync_wording import sync_words
from onestop_desk.ui.theme import Look
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity, moment_words

_LOADED_AFTER_MS = 1_500
"""When the other pages' modules are loaded: the first page is at work, and nobody has asked for another yet."""

_FRONT = "front"
"""The draft that names the page in front: only a crash leaves one behind."""


class Workplace(QObject):
    """Puts the window together; `closed` when a person closes it, `sign_out_asked` when another one wants to work."""

    closed = Signal()
    sign_out_asked = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, person: SignedIn, room: PrintRoom, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.jobs, self.person, self.room = desk, jobs, person, room
        self._is_left = False
        self._subject: Subject | None = None
        errors = ErrorDesk(self)
        self.sync = SyncKeeper(desk, errors, self)
        specs = (*page_list(desk, room, self.sync, person.roles), self._account_spec())
        self.window = MainWindow(specs, self._office_line(), jobs, look_of(desk.settings), self._now)
        errors.sentence_made.connect(self.window.say)
        self.strips = PrintStrips(self.window, room, desk)
        self.scans = ScanRouter(self.window, desk)
        self._connect()
        self._begin()

    def refresh_figures(self) -> None:
        """Count the day anew."""
        if not self._is_left:
            self.jobs.read(board.today, self.desk, done=self._on_counted, key="today")
            self.sync.nudge()
            self.scans.refresh_card()

    def open_card(self, uid: str) -> None:
        """Open a dossier whole."""
        self.window.show_page("search")
        room = self.window.page("search").findChild(CardRoom)
        if isinstance(room, CardRoom):
            room.open_card(uid)

    def ask_reprint(self, subject: Subject, form: Form = Form.RECEIPT) -> ReprintSheet:
        """Ask why a paper is printed again."""
        sheet = ReprintSheet(subject, form, self.window)
        sheet.asked.connect(self.room.print_again)
        sheet.show()
        return sheet

    def end(self) -> None:
        """Stop listening; the window keeps what was typed when it closes."""
        self._is_left = True
        self.scans.end()
        self.sync.end()
        self.window.close()

    def leave(self) -> None:
        """End this clerk's work: everything is kept, the window goes."""
        self.end()
        self.window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        self.window.look_changed.connect(self._on_look)
        self.window.closing.connect(self._on_closing)
        self.window.page_shown.connect(self._on_page_shown)
        self.window.errors.answer(ClockMoved, self._on_clock_moved)
        self.window.side.figure_opened.connect(self._on_figure_opened)
        self.sync.told.connect(self._on_sync_told)
        self.sync.arrived.connect(self.refresh_figures)
        self.room.handed_in.connect(self.refresh_figures)  # papers go out when something has happened to a dossier
        self.scans.card_wanted.connect(self.open_card)
        self.scans.dossier_found.connect(self._on_dossier_found)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self.window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._on_print_key)
        speak = QShortcut(QKeySequence("F5"), self.window)
        speak.setAutoRepeat(False)
        speak.activated.connect(self._on_sync_key)

    def _begin(self) -> None:
        self._wire(self.window.current_key())
        self._show_front_page()
        self.scans.begin()
        self.strips.tell_earlier()
        self.refresh_figures()
        self.sync.begin()
        if self.desk.settings.notice_at_start:
            notice = import_module("onestop_desk.ui.notice.window")
            notice.begin_notice(self.desk, self.jobs, self._now, self.window)
        QTimer.singleShot(_LOADED_AFTER_MS, self, self._load_pages)

    def _load_pages(self) -> None:
        if not self._is_left:
            self.jobs.read_long(load_ahead, self.window.pages())

    def _wire(self, key: str) -> None:
        """Listen to a page once it is made."""
        page: Any = self.window.page(key)
        if page.property("is_wired"):
            return
        page.setProperty("is_wired", True)
        if hasattr(page, "registered"):
            page.registered.connect(self._on_registered)
        if hasattr(page, "visited"):
            page.visited.connect(self._on_step_taken)
        if hasattr(page, "reprint_asked"):
            page.reprint_asked.connect(self._on_reprint_asked)
        if hasattr(page, "saved"):
            page.saved.connect(self._on_settings_saved)
        for room in page.findChildren(CardRoom):
            room.card_opened.connect(partial(self._on_card_opened, room))
            room.step_taken.connect(self._on_step_taken)
            room.page_asked.connect(self._on_page_asked)

    def _account_spec(self) -> PageSpec:
        return PageSpec("account", self.tr("Tài khoản"), "", "person_card", self._make_account)

    def _make_account(self, window: MainWindow) -> AccountPage:
        page = AccountPage(window, self.desk, self.person)
        page.sign_out_asked.connect(self.sign_out_asked)
        return page

    def _on_sync_told(self, status: SyncStatus) -> None:
        if not self._is_left:
            self.window.status.sync.say(*sync_words(status, self.desk.clock()))

    def _on_sync_key(self) -> None:
        self.sync.speak()
        if not self.sync.is_set_up():
            self.window.say(sentence_of(CentreNotSet()))

    def _on_page_asked(self, key: str, code: str) -> None:
        self.window.show_page(key)
        self.scans.carry(code)

    def _on_clock_moved(self, error: BaseException) -> None:
        self.window.say(sentence_of(error), Offer(self.tr("Giờ này đúng"), self._on_clock_confirmed))

    def _on_clock_confirmed(self) -> None:
        at = confirm_clock(self.desk).astimezone(VIETNAM)
        words = self.tr("Đã xác nhận giờ máy {at} là đúng.").format(at=moment_words(at))
        self.window.say(Sentence(words, do=self.tr("Làm lại thao tác vừa rồi."), severity=Severity.INFO))

    def _office_line(self) -> OfficeLine:
        state, office = self.desk.state, self.desk.office
        return OfficeLine(office.name, counter_words(state.counter), self.person.name, roles_words(self.person.roles))

    def _now(self) -> datetime:
        return self.desk.clock().astimezone(VIETNAM)

    def _show_front_page(self) -> None:
        """Open the page that was in front when the program stopped without a word."""
        kept = draft.load(self.desk, self.person.login, _FRONT)
        if kept in {spec.key for spec in self.window.pages()}:
            self.window.show_page(str(kept))

    def _on_page_shown(self, key: str) -> None:
        self._wire(key)
        self.jobs.run(draft.keep, self.desk, self.person.login, _FRONT, key)
        self.refresh_figures()

    def _on_registered(self, accepted: Accepted) -> None:
        self._subject = Subject(accepted.uid, accepted.code)
        self.room.take_registered(accepted.uid, accepted.code)
        self.refresh_figures()

    def _on_dossier_found(self, line: DossierLine) -> None:
        self._subject = Subject(line.uid, line.code)

    def _on_card_opened(self, room: CardRoom, uid: str) -> None:
        card = room.panel().card()
        if card is not None:
            entries = [one.entry for one in card.timeline]
            self._subject = Subject(uid, card.line.code, paperwork.issued_among(entries))

    def _on_step_taken(self, _taken: object) -> None:
        self.room.hand_in()
        self.refresh_figures()

    def _on_reprint_asked(self, uid: str, form: str) -> None:
        if Form(form) is Form.CONTROL:
            self.room.print_control(uid)
        elif self._subject is not None and self._subject.uid == uid:
            self.ask_reprint(self._subject, Form(form))

    def _on_print_key(self) -> None:
        if self._subject is not None:
            self.ask_reprint(self._subject)
            return
        what = self.tr("Chưa có hồ sơ nào để in lại.")
        do = self.tr("Lưu, quét hoặc mở một hồ sơ rồi nhấn Ctrl+P.")
        self.window.say(Sentence(what, "", do, severity=Severity.INFO))

    def _on_settings_saved(self, settings: Settings) -> None:
        self.scans.listen_to(settings.scanner_port)
        self.scans.refresh_rules()
        self.strips.refresh()

    def _on_figure_opened(self, key: str) -> None:
        self.window.show_page("list")
        page: Any = self.window.page("list")
        page.show_view(FIGURE_VIEWS[key])

    def _on_look(self, look: Look) -> None:
        self.jobs.run(choose, self.desk, look_choices(look))

    def _on_closing(self) -> None:
        if not self._is_left:
            self._is_left = True
            self.scans.end()
            self.jobs.run(draft.drop, self.desk, self.person.login, _FRONT)
            self.closed.emit()

    def _on_counted(self, today: board.Today) -> None:
        self.window.side.set_figures(board_figures(today))
