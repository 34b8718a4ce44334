"""F7: views with counts, narrowing, order, card, export."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.question import View
from onestop_desk.services import draft
from onestop_desk.services.board import Listing, Sort
from onestop_desk.services.desk import Desk
from onestop_desk.ui import theme
from onestop_desk.ui.exporting import ExportRun, ExportStopped
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.list.columns import RECEIVED, line_columns
from onestop_desk.ui.list.export import export_list
from onestop_desk.ui.list.page import ListPage
from onestop_desk.ui.main_window import MainWindow
from tests.desks import SettableClock
from tests.ui.finding.conftest import Accept, settle
from tests.ui.legibility import default_buttons, nameless, untabbable, wait_legible


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, jobs: Jobs) -> ListPage:
    found = window.page("list")
    assert isinstance(found, ListPage)
    settle(qtbot, jobs)
    return found


def _column(page: ListPage, qtbot: QtBot, jobs: Jobs, column: int = 1) -> list[str]:
    table = page.findChild(QTableView, "list_table")
    for row in range(table.model().rowCount()):
        table.model().index(row, column).data()
    settle(qtbot, jobs)
    return [table.model().index(row, column).data() for row in range(table.model().rowCount())]


def test_views_tell_their_counts_and_show_their_dossiers(
    qtbot: QtBot, jobs: Jobs, clock: SettableClock, take_in: Accept, page: ListPage
) -> None:
    take_in("Trần Trễ")
    clock.forward(days=10)
    take_in("Lê Mới")
    page.entered()
    settle(qtbot, jobs)
    assert _column(page, qtbot, jobs) == ["Lê Mới"]
    late = page.findChild(QPushButton, "view_overdue")
    assert late.text() == "Quá hạn  1"
    qtbot.mouseClick(late, Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert _column(page, qtbot, jobs) == ["Trần Trễ"]
    assert _column(page, qtbot, jobs, 3) == ["Đã tiếp nhận · quá hạn"]


def test_typing_narrows_and_says_when_nothing_is_left(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage
) -> None:
    take_in("Lê Thị Hòa")
    take_in("Trần Văn Hùng")
    qtbot.keyClicks(page.findChild(QLineEdit, "list_words"), "hoa")
    settle(qtbot, jobs)
    assert _column(page, qtbot, jobs) == ["Lê Thị Hòa"]
    page.narrow("khongcoai")
    settle(qtbot, jobs)
    assert page.findChild(QLabel, "list_said").text() == "Không có hồ sơ nào khớp trong mục này."
    assert not page.findChild(QPushButton, "list_export").isEnabled()


def test_names_stand_in_the_vietnamese_order(qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage) -> None:
    for name in ("Đào", "Dào", "Ăn", "An", "Ân"):
        take_in(name)
    sort = page.findChild(QComboBox, "list_sort")
    sort.setCurrentIndex(sort.findText("Tên A → Y"))
    settle(qtbot, jobs)
    assert _column(page, qtbot, jobs) == ["An", "Ăn", "Ân", "Dào", "Đào"]


def test_enter_opens_the_card_and_escape_comes_back(qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage) -> None:
    accepted = take_in("Lê Thị Hòa")
    page.entered()
    settle(qtbot, jobs)
    assert _column(page, qtbot, jobs) == ["Lê Thị Hòa"]
    table = page.findChild(QTableView, "list_table")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, jobs)
    code = page.findChild(QLabel, "card_code")
    assert (code.text(), code.isVisible(), table.isVisible()) == (accepted.code, True, False)
    qtbot.keyClick(page.findChild(QPushButton, "card_back"), Qt.Key.Key_Escape)
    assert table.isVisible()
    assert table.hasFocus()


def test_an_export_holds_every_row_as_text(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage, tmp_path: Path
) -> None:
    for number in range(130):
        take_in(f'=HYPERLINK("{number}")')
    page.show_view(View.TODAY)
    page.export_to(tmp_path / "x.xlsx")
    settle(qtbot, jobs)
    rows = list(openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows(values_only=True))
    assert len(rows) == 131
    assert rows[0][:2] == ("Mã hồ sơ", "Chủ hồ sơ")
    assert rows[1][:2] == ("H31.20.11-261123-2130", '=HYPERLINK("129")')


def test_an_export_into_nowhere_is_told_and_can_be_tried_again(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage, window: MainWindow, tmp_path: Path
) -> None:
    take_in("Lê Thị Hòa")
    page.entered()
    settle(qtbot, jobs)
    with qtbot.waitSignal(window.errors.sentence_made) as told:
        page.export_to(tmp_path / "không có" / "x.xlsx")
    assert told.args[0].code == "FILE-WRITE"
    assert page.findChild(QPushButton, "list_export").isEnabled()


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1024, 640), 175), ((1366, 768), 150)])
def test_the_list_can_be_read_and_reached(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage, size: tuple[int, int], scale: int
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    take_in("<b>Lê</b> & Thị Hòa")
    page.entered()
    window.set_look(theme.Look(scale=scale))
    window.resize(*size)
    settle(qtbot, jobs)
    wait_legible(qtbot, window)
    assert nameless(window) == untabbable(page) == default_buttons(window) == []


def test_view_order_and_words_come_back_after_a_crash(
    qtbot: QtBot, jobs: Jobs, desk: Desk, take_in: Accept, window: MainWindow, page: ListPage
) -> None:
    take_in("Trần Trễ")
    page.show_view(View.OPEN, "tre")
    combo = page.findChild(QComboBox, "list_sort")
    combo.setCurrentIndex(combo.findData(Sort.NAME))
    kept = page.listing()
    qtbot.waitUntil(lambda: draft.load(desk, desk.clerk.login, "list") is not None)
    settle(qtbot, jobs)
    again = ListPage(window, desk)
    qtbot.addWidget(again)
    settle(qtbot, jobs)
    assert again.listing() == kept
    desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    other = ListPage(window, desk)
    qtbot.addWidget(other)
    settle(qtbot, jobs)
    assert other.listing() == Listing(View.TODAY), "never another clerk's"


def _stand_on(page: ListPage, qtbot: QtBot, jobs: Jobs, row: int) -> None:
    table = page.findChild(QTableView, "list_table")
    table.setCurrentIndex(table.model().index(row, 0))
    settle(qtbot, jobs)


def _standing(page: ListPage) -> tuple[str, list[int]]:
    table = page.findChild(QTableView, "list_table")
    current = table.currentIndex()
    owner = str(current.siblingAtColumn(1).data())
    return owner, [index.row() for index in table.selectionModel().selectedRows()]


def test_the_dossier_one_stood_on_comes_back_after_a_crash(
    qtbot: QtBot, jobs: Jobs, desk: Desk, take_in: Accept, window: MainWindow, page: ListPage
) -> None:
    for name in ("Lê Một", "Lê Hai", "Lê Ba"):
        take_in(name)
    page.entered()
    assert _column(page, qtbot, jobs) == ["Lê Ba", "Lê Hai", "Lê Một"]
    _stand_on(page, qtbot, jobs, 1)
    qtbot.waitUntil(lambda: "uid" in (draft.load(desk, desk.clerk.login, "list") or {}))
    take_in("Lê Bốn")
    again = ListPage(window, desk)
    qtbot.addWidget(again)
    settle(qtbot, jobs)
    _column(again, qtbot, jobs)
    assert _standing(again) == ("Lê Hai", [2])


def test_going_away_and_back_stays_on_the_dossier_and_the_top_stays_the_top(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, window: MainWindow, page: ListPage
) -> None:
    for name in ("Lê Một", "Lê Hai"):
        take_in(name)
    page.entered()
    _column(page, qtbot, jobs)
    _stand_on(page, qtbot, jobs, 1)
    for name, standing in (("Lê Ba", ("Lê Một", [2])), ("Lê Bốn", ("Lê Bốn", [0]))):
        window.show_page("search")
        take_in(name)
        window.show_page("list")
        settle(qtbot, jobs)
        _column(page, qtbot, jobs)
        assert _standing(page) == standing
        _stand_on(page, qtbot, jobs, 0)


def test_another_view_begins_at_its_top(qtbot: QtBot, jobs: Jobs, take_in: Accept, page: ListPage) -> None:
    for name in ("Lê Một", "Lê Hai"):
        take_in(name)
    page.entered()
    _column(page, qtbot, jobs)
    _stand_on(page, qtbot, jobs, 1)
    page.show_view(View.OPEN)
    settle(qtbot, jobs)
    _column(page, qtbot, jobs)
    assert _standing(page) == ("Lê Hai", [0])


def test_a_dossier_that_left_the_view_leaves_one_at_the_top(
    qtbot: QtBot, jobs: Jobs, desk: Desk, take_in: Accept, window: MainWindow, page: ListPage
) -> None:
    take_in("Lê Một")
    draft.keep(desk, desk.clerk.login, "list", {"uid": "gone"})
    again = ListPage(window, desk)
    qtbot.addWidget(again)
    settle(qtbot, jobs)
    _column(again, qtbot, jobs)
    assert _standing(again) == ("Lê Một", [0])


def test_the_list_is_kept_at_once_when_the_window_closes(
    qtbot: QtBot, jobs: Jobs, desk: Desk, window: MainWindow, page: ListPage
) -> None:
    page.show_view(View.OVERDUE)
    window.close()
    settle(qtbot, jobs)
    assert draft.load(desk, desk.clerk.login, "list") == {"sort": "due", "view": "overdue"}


def test_a_list_that_is_only_looked_at_is_not_written(qtbot: QtBot, jobs: Jobs, desk: Desk, page: ListPage) -> None:
    page.left()
    settle(qtbot, jobs)
    assert draft.load(desk, desk.clerk.login, "list") is None


def test_a_kept_list_that_cannot_be_read_shows_this_day(
    qtbot: QtBot, jobs: Jobs, desk: Desk, window: MainWindow
) -> None:
    draft.keep(desk, desk.clerk.login, "list", {"view": "horoscope", "sort": 7})
    again = ListPage(window, desk)
    qtbot.addWidget(again)
    settle(qtbot, jobs)
    assert again.listing() == Listing(View.TODAY)


def test_a_stopped_export_of_the_list_leaves_no_file(
    page: ListPage, desk: Desk, take_in: Accept, tmp_path: Path
) -> None:
    take_in("Nguyễn Văn Mẫu")
    run = ExportRun()
    run.stop()
    with pytest.raises(ExportStopped):
        export_list(desk, page.listing(), line_columns(desk.clock), tmp_path / "x.xlsx", run)
    assert list(tmp_path.glob("x.xlsx*")) == []


@pytest.mark.parametrize("name", ["list", "search"])
def test_a_window_of_1366_pixels_shows_every_column_without_scrolling(
    qtbot: QtBot, jobs: Jobs, take_in: Accept, window: MainWindow, name: str
) -> None:
    take_in("Công Tằng Tôn Nữ Hoàng Thị Phương Thảo")
    window.show_page("search")
    window.show_page(name)
    if name == "search":
        window.page("search").findChild(QLineEdit, "search_line").setText("thảo")
    settle(qtbot, jobs)
    table = window.page(name).findChild(QTableView, f"{name}_table")
    assert table.model().rowCount() == 1
    assert window.side.isVisible()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.horizontalHeader().length() == table.viewport().width()
    assert all(table.columnWidth(column) >= table.sizeHintForColumn(column) for column in (0, 2, 4))
    owner = table.model().index(0, 1)
    settle(qtbot, jobs)
    assert owner.data(Qt.ItemDataRole.ToolTipRole) == "<qt>Công Tằng Tôn Nữ Hoàng Thị Phương Thảo</qt>"


def test_a_wide_window_also_shows_when_a_dossier_came_in(qtbot: QtBot, window: MainWindow, page: ListPage) -> None:
    table = page.findChild(QTableView, "list_table")
    assert table.isColumnHidden(RECEIVED)
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: not table.isColumnHidden(RECEIVED))
    assert table.horizontalScrollBar().maximum() == 0
