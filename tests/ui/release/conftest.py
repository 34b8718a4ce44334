"""A window with the return page in front, on a real register with dossiers to give back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.events import Finished
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.progress import take_each
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.release.page import ReleasePage
from tests.desks import a_procedure, an_application, an_owner, events_of
from tests.ui.conftest import OFFICE
from tests.ui.counter import CARD, CONTROL, ENTER, read
from tests.ui.sitting import Sitting, show_in_front

FREE = a_procedure(fees=())
OTHER_CARD = "034200099999||Lê Thị Lạ|02031990|Nữ|Thôn 2, Xã Mẫu, Tỉnh Hưng Yên|01012024"


@dataclass
class ReturnDesk(Sitting):
    """One window at one desk, the return page in front."""

    @property
    def page(self) -> ReleasePage:
        """The return page."""
        page = self.window.page("release")
        assert isinstance(page, ReleasePage)
        return page

    def dossier(self, ref: str, **changes: Any) -> Accepted:
        """Register a dossier that costs nothing, unless told otherwise."""
        return accept(self.desk, an_application(ref, **({"procedure": FREE} | changes)))

    def ready(self, ref: str, **changes: Any) -> Accepted:
        """Register a dossier and finish it."""
        accepted = self.dossier(ref, **changes)
        self.finish(accepted.uid)
        return accepted

    def finish(self, *uids: str) -> None:
        """Let dossiers have their results."""
        take_each(self.desk, [(uid, Finished(self.desk.clock())) for uid in uids])

    def state(self, accepted: Accepted) -> DossierState:
        """Return what a dossier is now."""
        return dossier_entries(self.desk, accepted.uid)[0]

    def events(self, accepted: Accepted) -> list[str]:
        """Return the kinds of a dossier's events."""
        return [event.kind for event in events_of(self.desk, accepted.uid)]

    def scan(self, *codes: str) -> None:
        """Scan dossiers, as the router hands them on."""
        for code in codes:
            self.page.take_code(code)
        self.settle()

    def scan_card(self, text: str = CARD) -> None:
        """Scan a citizen's card."""
        self.page.take_scan(read(text))
        self.settle()

    def give(self) -> None:
        """Press Ctrl+Enter and wait for the end of it."""
        self.press(ENTER, CONTROL)
        self.settle()

    def rows(self) -> list[str]:
        """Return the states in the basket, as they are written large."""
        model = self.page.view.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def told(self, row: int = 0) -> str:
        """Return everything a row says."""
        return str(self.page.view.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def undo(self) -> None:
        """Press the newest strip's button."""
        button = self.window.strips.strips()[0].findChild(QPushButton, "strip_action")
        assert button is not None
        button.click()
        self.settle()


def open_return_desk(qtbot: QtBot, desk: Desk, jobs: Jobs) -> ReturnDesk:
    """Open a window with the return page and an empty one beside it."""
    room = PrintRoom(desk, jobs)

    def release_page(window: MainWindow) -> QWidget:
        return ReleasePage(window, desk, room)

    def empty_page(_window: MainWindow) -> QWidget:
        return QWidget()

    specs = [
        PageSpec("release", "Trả kết quả", "F4", "return", release_page),
        PageSpec("list", "Danh sách", "F7", "list", empty_page),
    ]
    window = MainWindow(specs, OFFICE, jobs, now=lambda: desk.clock().astimezone(VIETNAM))
    room.setParent(window)
    show_in_front(qtbot, window)
    opened = ReturnDesk(qtbot, desk, window)
    opened.settle()
    return opened


@pytest.fixture
def at_desk(qtbot: QtBot, desk: Desk, jobs: Jobs) -> Iterator[ReturnDesk]:
    """Give a clerk at the return page."""
    opened = open_return_desk(qtbot, desk, jobs)
    yield opened
    opened.window.close()
    opened.settle()


__all__ = ["FREE", "OTHER_CARD", "ReturnDesk", "an_owner", "open_return_desk"]
