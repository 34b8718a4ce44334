"""A window with the list and the search box on a real register."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.page import ListPage
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.search.page import SearchPage
from tests.desks import SettableClock, an_application, an_owner
from tests.ui.conftest import OFFICE
from tests.ui.sitting import show_in_front

Accept = Callable[[str], Accepted]


@pytest.fixture
def take_in(desk: Desk) -> Accept:
    """Give a function that registers a dossier for a name."""

    def register(name: str) -> Accepted:
        return accept(desk, an_application(f"form of {name}", owner=an_owner(name=name)))

    return register


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs, desk: Desk, clock: SettableClock) -> MainWindow:
    """Give a shown window with both pages, the list in front."""

    def list_page(window: MainWindow) -> QWidget:
        return ListPage(window, desk)

    def search_page(window: MainWindow) -> QWidget:
        return SearchPage(window, desk)

    specs = (
        PageSpec("list", "Danh sách", "F7", "list", list_page),
        PageSpec("search", "Tìm", "Ctrl+K", "search", search_page),
    )
    window = MainWindow(specs, OFFICE, jobs, now=clock)
    show_in_front(qtbot, window)
    return window


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait until every question is answered."""

    def idle() -> None:
        assert not jobs.is_busy()

    qtbot.waitUntil(idle)
