"""Ctrl+K: one box, by keyboard alone, answers for what is typed now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.search.page import SearchPage
from tests.ui.finding.conftest import Accept, settle
from tests.ui.legibility import default_buttons, nameless, untabbable, wait_legible


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, jobs: Jobs) -> SearchPage:
    settle(qtbot, jobs)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.page("search")
    assert isinstance(found, SearchPage)
    return found


def _line(page: SearchPage) -> QLineEdit:
    return page.findChild(QLineEdit, "search_line")


def _names(page: SearchPage) -> list[str]:
    model = page.findChild(QTableView, "search_table").model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_box_has_the_focus_and_finds_while_one_types(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: SearchPage
) -> None:
    take_in("Trần Đường")
    take_in("Trần Dương")
    assert _line(page).hasFocus()
    qtbot.keyClicks(_line(page), "duong")
    settle(qtbot, jobs)
    assert _names(page) == ["Trần Dương", "Trần Đường"]
    _line(page).setText("đường")
    settle(qtbot, jobs)
    assert _names(page) == ["Trần Đường", "Trần Dương"]
    assert page.findChild(QLabel, "search_said").text() == "2 hồ sơ"


def test_arrows_move_enter_opens_escape_goes_back_twice(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: SearchPage, window: MainWindow
) -> None:
    first = take_in("Lê Hòa")
    take_in("Lê Hoa")
    qtbot.keyClicks(_line(page), "le")
    settle(qtbot, jobs)
    qtbot.keyClick(_line(page), Qt.Key.Key_Down)
    qtbot.keyClick(_line(page), Qt.Key.Key_Down)
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    settle(qtbot, jobs)
    assert page.findChild(QLabel, "card_code").text() == first.code
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert _line(page).hasFocus()
    qtbot.keyClick(_line(page), Qt.Key.Key_Escape)
    assert window.current_key() == "list"


def test_enter_before_the_answer_means_the_answer(qtbot: QtBot, jobs: Jobs, take_in: Accept, page: SearchPage) -> None:
    accepted = take_in("Lê Hòa")
    _line(page).setText(accepted.code)
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    settle(qtbot, jobs)
    code = page.findChild(QLabel, "card_code")
    assert (code.text(), code.isVisible()) == (accepted.code, True)


def test_a_page_is_opened_by_its_name(qtbot: QtBot, jobs: Jobs, page: SearchPage, window: MainWindow) -> None:
    qtbot.keyClicks(_line(page), "danh s")
    settle(qtbot, jobs)
    qtbot.keyClick(_line(page), Qt.Key.Key_Return)
    assert window.current_key() == "list"


@pytest.mark.parametrize("typed", ["'; DROP TABLE--", "%", '"', "NEAR(", "*", "<b>x</b>", "=1+1"])
def test_odd_signs_are_answered_and_shown_as_they_are(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: SearchPage, typed: str
) -> None:
    take_in("Lê Hòa")
    _line(page).setText(typed)
    settle(qtbot, jobs)
    assert page.findChild(QLabel, "search_said").text() == "Không tìm thấy hồ sơ nào trên máy này."
    assert _line(page).text() == typed


@pytest.mark.parametrize("scale", [100, 175])
def test_the_box_can_be_read_and_reached(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: SearchPage, window: MainWindow, scale: int
) -> None:
    take_in("Lê Hòa")
    window.set_look(theme.Look(scale=scale))
    window.resize(1024, 640)
    page.search("hoa")
    settle(qtbot, jobs)
    wait_legible(qtbot, window)
    assert nameless(window) == untabbable(page) == default_buttons(window) == []
