"""A card on a real register with the starter catalogue."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.services import catalogue, printing
from onestop_desk.services.desk import Desk
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.search.page import SearchPage
from tests.desks import SettableClock, a_procedure, an_application
from tests.ui.card.desk_room import Sitting
from tests.ui.conftest import OFFICE
from tests.ui.sitting import show_in_front


@pytest.fixture
def sitting(qtbot: QtBot, desk: Desk, jobs: Jobs, clock: SettableClock) -> Iterator[Sitting]:
    """Give the card of a fresh dossier in a shown window."""
    catalogue.import_starter(desk)

    def search_page(window: MainWindow) -> QWidget:
        return SearchPage(window, desk)

    window = MainWindow((PageSpec("search", "Tìm", "Ctrl+K", "search", search_page),), OFFICE, jobs, now=clock)
    show_in_front(qtbot, window)
    room = window.page("search").findChild(CardRoom)
    assert isinstance(room, CardRoom)
    made = Sitting(qtbot, desk, window, room)
    made.open(printing.register(desk, an_application(procedure=a_procedure())).uid)
    yield made
    window.close()
