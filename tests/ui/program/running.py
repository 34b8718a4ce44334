"""A running program on a folder of its own, from its first window on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui.program import Program
from onestop_desk.ui.workplace import Workplace
from tests.desks import OFFICE, PASSWORD, SettableClock, admit_hoa, open_new_desk


@dataclass
class Running:
    """The program and what a person does in its windows."""

    qtbot: QtBot
    program: Program

    @property
    def window(self) -> Any:
        """The window in front."""
        return self.program.workplace.window if self.program.workplace is not None else self.program.door

    @property
    def workplace(self) -> Workplace:
        """The work of the clerk who is signed in."""
        assert self.program.workplace is not None
        return self.program.workplace

    @property
    def page_name(self) -> str:
        """The object name of the page at the front door."""
        page = self.program.door.page() if self.program.door is not None else None
        return page.objectName() if page is not None else ""

    def find(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return a widget of the window by its name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def fill(self, **texts: str) -> None:
        """Put texts into lines."""
        for name, text in texts.items():
            self.find(name).setText(text)

    def wait(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=20_000)

    def wait_page(self, name: str) -> None:
        """Wait until a page stands at the front door."""
        self.wait(lambda: self.page_name == name)

    def settle(self) -> None:
        """Wait until the lanes and the print room are quiet."""
        room = self.program.workplace.room if self.program.workplace is not None else None
        self.wait(lambda: not self.program.jobs.is_busy() and (room is None or room.is_idle()))

    def strips(self) -> list[str]:
        """Return what the strips say, newest first."""
        return [strip.sentence.what for strip in self.window.strips.strips()]

    def sign_in(self, login: str = "hoa", password: str = PASSWORD) -> None:
        """Type name and password and press the button."""
        self.wait_page("sign_in_page")
        self.fill(login=login, password=password)
        self.find("sign_in").click()

    def begin_work(self) -> Workplace:
        """Sign hoa in and wait for the window of the work."""
        self.sign_in()
        self.wait(lambda: self.program.workplace is not None)
        self.settle()
        return self.workplace

    def fill_set_up(self, **changes: str) -> None:
        """Fill in the set-up page."""
        texts = {
            "agency_code": OFFICE.code,
            "office_name": OFFICE.name,
            "admin_name": "Nguyễn Thị Hoa",
            "admin_login": "hoa",
            "admin_password": PASSWORD,
            "admin_password_again": PASSWORD,
        }
        self.fill(**(texts | changes))


def make_folder(folder: Path, clock: SettableClock) -> Path:
    """Make a set-up folder with hoa as its admin and the starter catalogue."""
    from onestop_desk.services.catalogue import import_starter

    desk = open_new_desk(folder, clock=clock)
    admit_hoa(desk)
    import_starter(desk)
    desk.close()
    return folder
