"""A window with the hand-over page and the list on a real register, its scans and its print room."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onestop_desk.devices.scanner import Scan, ScanKind
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState
from onestop_desk.services import staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.printing import JOB
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui.hand_over.page import HandOverPage, Side
from onestop_desk.ui.hand_over.table import HeldTable
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.page import ListPage
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.scan_router import ScanRouter
from tests.desks import PASSWORD, a_procedure, an_application, an_owner
from tests.ui.conftest import OFFICE
from tests.ui.sitting import Sitting, show_in_front

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
FREE = a_procedure(fees=())


@dataclass
class Bench(Sitting):
    """The window, and what a clerk does in it."""

    router: ScanRouter

    @property
    def page(self) -> HandOverPage:
        """The page under test."""
        page = self.window.page("hand_over")
        assert isinstance(page, HandOverPage)
        return page

    def show(self, side: Side) -> None:
        """Go to a part of the page with the mouse."""
        self.click(f"hand_over_side_{side}")

    def scan(self, code: str) -> None:
        """Scan a dossier's code."""
        self.router.take(Scan(ScanKind.DOSSIER, code, code=code))
        self.settle()

    def fill(self, **texts: str) -> None:
        """Type texts into lines by name."""
        for name, text in texts.items():
            line = self.find(name, QLineEdit)
            line.setText(text)
            line.textEdited.emit(text)

    def go(self) -> None:
        """Press Ctrl+Enter and wait for the end of it."""
        self.press(ENTER, CONTROL)
        self.settle()

    def rows(self, name: str = "give_table") -> list[tuple[str, str, str]]:
        """Return mark, owner and what is said of every row."""
        table = self.find(name, HeldTable)
        return [(str(row.mark), row.owner or row.code, row.said) for row in table.held_model.rows()]

    def counter(self, name: str = "give_counter") -> str:
        """Return what the counter shows."""
        return str(self.find(name, QLabel).text())

    def offer(self, words: str) -> Any:
        """Return the button of the strip whose words contain these."""
        for strip in self.window.strips.strips():
            if words in strip.sentence.what:
                return strip.findChild(QPushButton, "strip_action")
        raise AssertionError(self.strips())

    def choose(self, name: str, words: str) -> None:
        """Choose in a list by its words."""
        box = self.find(name, QComboBox)
        box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchContains))
        box.activated.emit(box.currentIndex())
        self.settle()

    def state(self, uid: str) -> DossierState:
        """Return a dossier as it is now."""
        return dossier_entries(self.desk, uid)[0]

    def jobs(self) -> list[tuple[str, str]]:
        """Return form and subject of every print job."""
        with self.desk.reading() as connection:
            return [tuple(row) for row in connection.execute(select(JOB.c.form, JOB.c.about))]


class Opening:
    """Opens windows at one desk, one after another, as after a crash or on the next day."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.opened: list[tuple[MainWindow, Jobs]] = []

    def __call__(self) -> Bench:
        """Open a window with the hand-over page in front; the one before is gone without a word."""
        self.close()
        jobs, desk = Jobs(), self.desk
        room = PrintRoom(desk, jobs)
        specs = (
            PageSpec("hand_over", "Bàn giao", "F6", "handover", lambda w: HandOverPage(w, desk, room)),
            PageSpec("list", "Danh sách", "F7", "list", lambda w: ListPage(w, desk)),
        )
        window = MainWindow(specs, OFFICE, jobs, now=lambda: desk.clock().astimezone(VIETNAM))
        window.room = room  # it must live as long as the window
        self.opened.append((window, jobs))
        show_in_front(self.qtbot, window)
        bench = Bench(self.qtbot, desk, window, ScanRouter(window, desk, lambda: None))
        bench.settle()
        return bench

    def close(self) -> None:
        """End the windows that are open."""
        for window, jobs in self.opened:
            window.close()
            jobs.close(5.0)
        self.opened.clear()


@pytest.fixture
def opening(qtbot: QtBot, desk: Desk) -> Iterator[Opening]:
    """Give what opens windows at a desk where hoa and lan work."""
    for login, name in (("hoa", "Nguyễn Thị Hoa"), ("lan", "Trần Thị Lan")):
        staff.admit(desk, login, name, (staff.Role.ADMIN,), PASSWORD)
    opening = Opening(qtbot, desk)
    yield opening
    opening.close()


@pytest.fixture
def uids(desk: Desk) -> list[str]:
    """Give four dossiers received here."""
    return [accept(desk, an_application(f"f{n}", procedure=FREE, owner=an_owner(name=f"Lê {n}"))).uid for n in range(4)]


@pytest.fixture
def bench(uids: list[str], opening: Opening) -> Bench:
    """Give the window at a desk with four dossiers."""
    return opening()
