"""The work of one signed-in clerk: the window with its pages, the print room, the scans, the figures of the day."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import board
from onestop_desk.services.choices import choose
from onestop_desk.services.desk import Desk
from onestop_desk.ui.account.page import AccountPage
from onestop_desk.ui.front.work import SignedIn
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.page_list import page_list
from onestop_desk.ui.program import counter_words, look_of, with_look
from onestop_desk.ui.role_wording import roles_words
from onestop_desk.ui.side import Figure
from onestop_desk.ui.theme import Look
from onestop_desk.ui.wording import Severity


class Workplace(QObject):
    """Puts the window together; `closed` when a person closes it, `sign_out_asked` when another one wants to work."""

    closed = Signal()
    sign_out_asked = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, person: SignedIn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.jobs, self.person = desk, jobs, person
        self._is_left = False
        specs = page_list(desk, person, self)
        self.window = MainWindow(specs, self._office_line(), jobs, look_of(desk.settings), self._now)
        self.window.look_changed.connect(self._on_look)
        self.window.closing.connect(self._on_closing)
        self.refresh_figures()

    def make_account(self, window: MainWindow) -> AccountPage:
        """Make the page of the clerk who works now."""
        page = AccountPage(window, self.desk, self.person)
        page.sign_out_asked.connect(self.sign_out_asked)
        return page

    def refresh_figures(self) -> None:
        """Count the day anew."""
        self.jobs.read(board.today, self.desk, done=self._on_counted, key="today")

    def close_down(self) -> None:
        """Keep what is typed and let go of the printers; the lanes are still open."""

    def leave(self) -> None:
        """End this clerk's work: everything is kept, the window goes."""
        self._is_left = True
        self.close_down()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _office_line(self) -> OfficeLine:
        state, office = self.desk.state, self.desk.office
        return OfficeLine(office.name, counter_words(state.counter), self.person.name, roles_words(self.person.roles))

    def _now(self) -> datetime:
        return self.desk.clock().astimezone(VIETNAM)

    def _on_look(self, look: Look) -> None:
        self.jobs.run(choose, self.desk, with_look(self.desk.settings, look))

    def _on_closing(self) -> None:
        if not self._is_left:
            self.closed.emit()

    def _on_counted(self, today: board.Today) -> None:
        figures = (
            Figure("received", self.tr("Nhận"), str(today.received)),
            Figure("returned", self.tr("Trả"), str(today.returned)),
            Figure("due_soon", self.tr("Sắp hạn"), str(today.due_soon), Severity.PERSON),
            Figure("overdue", self.tr("Quá hạn"), str(today.overdue), Severity.FAULT),
        )
        self.window.side.set_figures(figures)
