"""A window with the page of the books on a real register with two days in it, its print room and its PDF program."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import issue
from onestop_desk.services.desk import Desk
from onestop_desk.services.guidance import Request
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.step import Payment
from onestop_desk.ui.books.page import BooksPage
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.print_room import PrintRoom
from tests.desks import SettableClock, an_application, an_owner
from tests.documents.pictures import text
from tests.ui.conftest import OFFICE
from tests.ui.sitting import PdfProgram, Sitting, show_in_front


@dataclass
class Office(Sitting):
    """The window, and what a clerk does in it."""

    room: PrintRoom
    program: PdfProgram

    @property
    def page(self) -> BooksPage:
        """The page under test."""
        page = self.window.page("books")
        assert isinstance(page, BooksPage)
        return page

    def settle(self) -> None:
        """Wait until all lanes and the print room have answered."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy() and self.room.is_idle(), timeout=20_000)

    def type_day(self, name: str, words: str) -> None:
        """Type a day into a field and leave it."""
        line = self.find(name)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, words)
        self.qtbot.keyClick(line, Qt.Key.Key_Tab)

    def cells(self, name: str) -> list[list[str]]:
        """Return the words of a table."""
        model = self.find(name, QTableView).model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def last_opened(self) -> str:
        """Return the words of the PDF that was opened last."""
        return words(self.program.paths[-1])


def words(path: Path) -> str:
    """Return the words of a PDF on one line."""
    return " ".join(text(path.read_bytes()).split())


@pytest.fixture
def days(desk: Desk, clock: SettableClock) -> Desk:
    """Give a desk with dossiers of Monday and of Wednesday, a list, a refusal and guidance; it is Wednesday."""
    uids = [accept(desk, an_application(f"m{n}", owner=an_owner(name=f"Người Mẫu {n}"))).uid for n in range(3)]
    issue.hand_over_list(desk, Receiver("Tư pháp - Hộ tịch"), uids[:2])
    clock.forward(days=2)
    accept(desk, an_application("w", owner=an_owner(name="Người Thứ Tư")))
    issue.take_step(desk, uids[0], Payment(clock(), exempt_reason="hộ nghèo"))
    issue.refuse_at_counter(desk, Request(an_owner(name="Lê Văn Ổi"), "Cấp lại bằng lái"), "Không thuộc thẩm quyền")
    clock.forward(minutes=5)
    issue.give_guidance(desk, Request(an_owner(name="Trần Thị Đào"), "Đăng ký khai sinh"), ("Giấy chứng sinh",))
    return desk


def open_books(qtbot: QtBot, desk: Desk, jobs: Jobs, program: PdfProgram) -> Office:
    """Open a window with the page in front and an empty one beside it."""
    room = PrintRoom(desk, jobs)

    def books_page(window: MainWindow) -> QWidget:
        return BooksPage(window, desk, room)

    def empty_page(_window: MainWindow) -> QWidget:
        return QWidget()

    specs = [
        PageSpec("books", "Sổ sách", "", "report", books_page),
        PageSpec("list", "Danh sách", "F7", "list", empty_page),
    ]
    window = MainWindow(specs, OFFICE, jobs, now=lambda: desk.clock().astimezone(VIETNAM))
    show_in_front(qtbot, window)
    office = Office(qtbot, desk, window, room, program)
    office.settle()
    return office


@pytest.fixture
def office(qtbot: QtBot, days: Desk, jobs: Jobs, pdf_program: PdfProgram) -> Iterator[Office]:
    """Give a clerk at the page, with a PDF program that takes every file opened."""
    opened = open_books(qtbot, days, jobs, pdf_program)
    yield opened
    opened.room.close()
