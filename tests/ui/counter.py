"""A counter as a clerk sits at it: the real window and a real register; keys go to the window as the platform's do."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from onestop_desk.devices.scanner import Scan, read_scan
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState
from onestop_desk.services.desk import Desk
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui.intake.command_line import CommandLine
from onestop_desk.ui.intake.page import IntakePage
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec, lazily

from .conftest import OFFICE
from .sitting import NONE, Sitting, show_in_front

CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


@dataclass
class Counter(Sitting):
    """One window at one desk. `keys` counts what a hand presses."""

    keys: int = 0

    @property
    def page(self) -> IntakePage:
        """The registering page."""
        page = self.window.page("intake")
        assert isinstance(page, IntakePage)
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key, with what is held."""
        self.keys += 1
        super().press(key, modifiers)

    def type(self, text: str) -> None:
        """Type ASCII letters one by one."""
        for sign in text:
            self.keys += 1
            QTest.keyClick(self.window.windowHandle(), sign)

    def scan(self, text: str = CARD) -> None:
        """Scan, as the router hands it on."""
        self.page.take_scan(read(text))
        self.settle()

    def wait_for_list(self) -> CommandLine:
        """Wait until suggestions are shown, and return their line."""
        line = QApplication.focusWidget()
        assert isinstance(line, CommandLine)
        self.qtbot.waitUntil(lambda: line.list_view().isVisible())
        return line

    def choose(self, code: str = "1.004873") -> None:
        """Choose a procedure."""
        self.page.view.procedure.take(code)

    def save(self) -> None:
        """Press Ctrl+Enter and wait for the end of it."""
        self.press(ENTER, CONTROL)
        self.settle()

    def dossiers(self) -> list[DossierState]:
        """Return what is in the register, oldest first."""
        with self.desk.reading() as connection:
            uids = list(connection.execute(select(DOSSIER.c.uid).order_by(DOSSIER.c.id)).scalars())
        return [dossier_entries(self.desk, uid)[0] for uid in uids]


def open_counter(qtbot: QtBot, desk: Desk, jobs: Jobs) -> Counter:
    """Open a window with the registering page and an empty one beside it."""
    specs = [
        PageSpec("intake", "Tiếp nhận", "F2", "intake", lazily("onestop_desk.ui.intake.page", "make_page", desk)),
        PageSpec("list", "Danh sách", "F7", "list", lambda _window: QWidget()),
    ]
    window = MainWindow(specs, OFFICE, jobs, now=lambda: desk.clock().astimezone(VIETNAM))
    show_in_front(qtbot, window)
    counter = Counter(qtbot, desk, window)
    counter.settle()
    return counter


def read(text: str) -> Scan:
    """Read a scan as the filter does."""
    scan = read_scan(text, exists=lambda _code: False, today=date(2026, 11, 23))
    assert isinstance(scan, Scan)
    return scan
