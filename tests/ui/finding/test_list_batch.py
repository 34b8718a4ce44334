"""F7: an officer's own work and what is on the way, and steps for several dossiers at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Noted, ReceiverKind, Withdrawn
from onestop_desk.domain.question import View
from onestop_desk.services import hand_over
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.page import ListPage
from onestop_desk.ui.main_window import MainWindow
from tests.desks import events_of
from tests.ui.finding.conftest import Accept, settle
from tests.ui.legibility import default_buttons, nameless, untabbable, wait_legible

ME = "Nguyễn Thị Hoa"


@pytest.fixture
def uids(take_in: Accept) -> list[str]:
    """Give three dossiers, the last one taken in first in the list."""
    return [take_in(f"Lê {number}").uid for number in range(3)]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, jobs: Jobs, uids: list[str]) -> ListPage:
    found = window.page("list")
    assert isinstance(found, ListPage)
    found.entered()
    settle(qtbot, jobs)
    _table(found).model().index(0, 0).data()
    settle(qtbot, jobs)
    qtbot.mouseClick(_button(found, "batch_open"), Qt.MouseButton.LeftButton)
    return found


def _table(page: ListPage) -> QTableView:
    table = page.findChild(QTableView, "list_table")
    assert isinstance(table, QTableView)
    return table


def _button(page: ListPage, name: str) -> QPushButton:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    return button


def _select(page: ListPage, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    _table(page).clearSelection()
    for row in rows:
        _table(page).selectionModel().select(_table(page).model().index(row, 0), flags)


def _said(page: ListPage, name: str) -> str:
    return str(page.findChild(QLabel, name).text())


def test_mine_and_on_the_way_tell_their_counts(
    qtbot: QtBot, jobs: Jobs, page: ListPage, uids: list[str], desk: Desk
) -> None:
    hand_over.hand_over(desk, Receiver(ME, ReceiverKind.OFFICER), uids[:2])
    hand_over.take_over(desk, uids[:1])
    hand_over.hand_over(desk, Receiver("Tư pháp"), uids[2:])
    page.entered()
    settle(qtbot, jobs)
    assert _button(page, "view_mine").text() == "Của tôi  2"
    assert _button(page, "view_on_the_way").text() == "Đang chuyển  2"
    page.show_view(View.MINE)
    settle(qtbot, jobs)
    rows = [_table(page).model().index(row, 0) for row in range(2)]
    [index.data() for index in rows]
    settle(qtbot, jobs)
    assert {index.data(Qt.ItemDataRole.UserRole).uid for index in rows} == set(uids[:2])


def test_selected_rows_are_taken_over_in_my_name(qtbot: QtBot, jobs: Jobs, page: ListPage, uids: list[str]) -> None:
    _select(page, 0, 2)
    assert _button(page, "batch_go").text() == "Làm với 2 hồ sơ đã chọn (Ctrl+Enter)"
    qtbot.mouseClick(_button(page, "batch_go"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert _said(page, "batch_said") == "Đã ghi 2 trên 2 hồ sơ."
    holders = [dossier_entries(page._desk, uid)[0].holder for uid in uids]
    assert holders == [ME, "", ME]


def test_one_that_cannot_is_explained_and_holds_up_no_other(
    qtbot: QtBot, jobs: Jobs, page: ListPage, uids: list[str], desk: Desk
) -> None:
    take_step(desk, uids[1], Withdrawn(desk.clock(), "thôi"))
    qtbot.mouseClick(_button(page, "batch_deed_finish"), Qt.MouseButton.LeftButton)
    page.findChild(QLineEdit, "batch_text").setText("Trích lục; Giấy xác nhận")
    _table(page).selectAll()
    qtbot.mouseClick(_button(page, "batch_go"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert _said(page, "batch_said") == "Đã ghi 2 trên 3 hồ sơ."
    code = dossier_entries(desk, uids[1])[0].code
    assert _said(page, "batch_refused") == (
        f"Hồ sơ {code} đang ở trạng thái “Xin rút”, không ghi được bước “Có kết quả”."
    )
    after = [dossier_entries(desk, uid)[0] for uid in uids]
    assert [state.stage for state in after] == [Stage.FINISHED, Stage.WITHDRAWN, Stage.FINISHED]
    assert after[0].results == ("Trích lục", "Giấy xác nhận")
    page.show_view(View.RESULT)
    assert _said(page, "batch_said") == "", "another list: the old results are gone"


def test_a_note_needs_words_and_is_written_once_by_a_double_press(
    qtbot: QtBot, jobs: Jobs, page: ListPage, uids: list[str], window: MainWindow
) -> None:
    qtbot.mouseClick(_button(page, "batch_deed_note"), Qt.MouseButton.LeftButton)
    _select(page, 0)
    text = page.findChild(QLineEdit, "batch_text")
    text.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _said(page, "batch_text_problem") == "Chưa nhập."
    text.setText("Đã gọi điện")
    for _ in range(2):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)
    assert not _button(page, "batch_go").isEnabled(), "nothing is selected any more: a late press does nothing"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)
    noted = [event.text for event in events_of(page._desk, uids[2]) if isinstance(event, Noted)]
    assert noted == ["Đã gọi điện"]
    assert text.text() == ""


def test_more_rows_than_were_looked_at_are_fetched_and_too_many_refused(
    qtbot: QtBot, jobs: Jobs, page: ListPage, take_in: Accept, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(130):
        take_in(f"Trần {number}")
    page.entered()
    settle(qtbot, jobs)
    _table(page).selectAll()
    settle(qtbot, jobs)
    assert _button(page, "batch_go").text() == "Làm với 133 hồ sơ đã chọn (Ctrl+Enter)"
    monkeypatch.setattr("onestop_desk.ui.list.batch_bar.MOST_AT_ONCE", 100)
    qtbot.mouseClick(_button(page, "batch_go"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert _said(page, "batch_said") == "Mỗi lần làm được nhiều nhất 100 hồ sơ."


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 175), ((1366, 768), 150)])
def test_the_batch_can_be_read_and_reached(
    qtbot: QtBot, jobs: Jobs, page: ListPage, window: MainWindow, size: tuple[int, int], scale: int
) -> None:
    qtbot.mouseClick(_button(page, "batch_deed_finish"), Qt.MouseButton.LeftButton)
    _table(page).selectAll()
    window.set_look(theme.Look(scale=scale))
    window.resize(*size)
    settle(qtbot, jobs)
    wait_legible(qtbot, window)
    assert nameless(window) == untabbable(page) == default_buttons(window) == []
