"""What was found wrong by looking at the pictures of the pages, held by tests."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui import theme
from onestop_desk.ui.calendar.year_view import marked_day
from onestop_desk.ui.colours import contrast
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.key_sheet import KeySheet
from onestop_desk.ui.list.table import DossierTable
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.page_stack import PageStack
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.reprint import ReprintSheet, Subject
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.checklist import CheckedPaper, Checklist
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.page_scroll import PageScroll
from onestop_desk.ui.widgets.paged import Column, PagedTable, Source
from onestop_desk.ui.widgets.quiet_wheel import QuietSpinBox
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.widgets.tile import NavigationTile

from .conftest import clock
from .legibility import cut_texts, wait_legible
from .sample_page import SamplePage

LARGEST = theme.Look(scale=175)
CLERK = OfficeLine("UBND xã Mẫu", "Quầy 1", "Nguyễn Thị Hoa", "Tiếp nhận, Tổ trưởng, Quản trị")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the samples."""

    name: str
    state: str


COLUMNS = (Column("Họ và tên", lambda row: row.name), Column("Tình trạng", lambda row: row.state))
ROWS = (Row("Nguyễn Thị Hoa", "Đang làm việc ở quầy này"), Row("Lê Văn Ổi", "Đã thôi"))


def settled_table(qtbot: QtBot, jobs: Jobs) -> RowTable:
    """Give a shown table with its rows there."""
    model = PagedTable(COLUMNS, jobs)
    table = RowTable(model, "Nhân sự")
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    model.open(Source(lambda: len(ROWS), lambda _offset, _limit: ROWS))
    qtbot.waitUntil(lambda: model.data(model.index(0, 0)) == ROWS[0].name)
    return table


def test_many_pages_in_the_largest_letters_cut_no_entry(qtbot: QtBot, jobs: Jobs) -> None:
    specs = [PageSpec(f"p{n}", "Lịch làm việc", "", "list", SamplePage) for n in range(12)]
    window = MainWindow(specs, CLERK, jobs, now=clock)
    qtbot.addWidget(window)
    window.show()
    window.set_look(LARGEST)
    window.resize(1024, 640)
    wait_legible(qtbot, window.navigation)
    letters = QFontMetrics(theme.font(LARGEST)).height()
    assert all(tile.height() >= letters for tile in window.navigation.findChildren(NavigationTile))
    assert (window.width(), window.height()) == (1024, 640)


def test_the_check_finds_an_entry_that_is_too_low(qtbot: QtBot) -> None:
    room, tile = QWidget(), NavigationTile("Tiếp nhận", "F2", "intake")
    qtbot.addWidget(room)
    QVBoxLayout(room).addWidget(tile)
    tile.setFixedHeight(12)
    room.show()
    assert len(cut_texts(room)) == 1


def test_a_narrow_header_leaves_the_roles_to_its_tooltip(qtbot: QtBot, window: MainWindow) -> None:
    window.header.set_office(CLERK)
    clerk = window.header.findChild(QWidget, "clerk")
    window.header.set_narrow(True)
    assert clerk.text() == "Quầy 1 · Nguyễn Thị Hoa"
    assert "Tổ trưởng" in clerk.toolTip()
    window.header.set_narrow(False)
    assert "Tổ trưởng" in clerk.text()


@pytest.mark.parametrize("name", list(theme.ThemeName))
def test_the_focus_ring_shows_on_the_choice_that_is_taken(qtbot: QtBot, name: theme.ThemeName) -> None:
    look = theme.Look(name)
    theme.apply(QApplication.instance(), look)
    room, taken, other = QWidget(), Button("Trực tiếp", "", "segment"), Button("Bưu chính", "", "segment")
    qtbot.addWidget(room)
    row = QHBoxLayout(room)
    for button in (taken, other):
        button.setCheckable(True)
        row.addWidget(button)
    taken.setChecked(True)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    other.setFocus()
    assert colour_at_left(taken) == QColor(look.colours.accent)
    taken.setFocus()
    assert colour_at_left(taken) == QColor(look.colours.focus)
    assert taken.height() == other.height()


def colour_at_left(button: QPushButton) -> QColor:
    """Return the colour of the left edge, halfway down."""
    return button.grab().toImage().pixelColor(1, button.height() // 2)


def test_the_choice_that_is_taken_is_known_without_colour(qtbot: QtBot) -> None:
    button = Button("Trực tiếp", "", "segment")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.show()
    plain = bottom_edge(button)
    button.setChecked(True)
    assert bottom_edge(button) > plain


def bottom_edge(button: QPushButton) -> int:
    """Return how many pixels high the line under the words is."""
    picture = button.grab().toImage()
    ground = picture.pixelColor(button.width() // 2, button.height() - 8)
    return sum(picture.pixelColor(button.width() // 2, button.height() - 1 - n) != ground for n in range(8))


def test_a_focused_table_keeps_its_rows_inside_its_ring(qtbot: QtBot, jobs: Jobs) -> None:
    table = settled_table(qtbot, jobs)
    table.clearFocus()
    before = table.viewport().geometry()
    table.setFocus()
    assert table.viewport().geometry() == before
    assert before.left() >= 2


def test_the_last_column_holds_its_words_and_fills_the_table(qtbot: QtBot, jobs: Jobs) -> None:
    table = settled_table(qtbot, jobs)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(200, 300)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)


@pytest.mark.parametrize("scale", theme.SCALES)
def test_columns_of_dossiers_hold_code_year_and_state(qtbot: QtBot, jobs: Jobs, scale: int) -> None:
    theme.apply(QApplication.instance(), theme.Look(scale=scale))
    words = (
        "H34.40.40-240404-4004",
        "",
        "2000",
        "Đã tiếp nhận · quá hạn",
        "00:44, 04/04/2044",
        "",
        "00:44, 04/04/2044",
    )
    model = PagedTable([Column(text, lambda _row, text=text: text) for text in words], jobs)
    table = DossierTable(model, "Danh sách")
    qtbot.addWidget(table)
    table.resize(3000, 300)
    table.show()
    model.open(Source(lambda: 1, lambda _offset, _limit: ROWS[:1]))
    qtbot.waitUntil(lambda: model.data(model.index(0, 0)) == words[0])
    cut = [text for column, text in enumerate(words) if table.sizeHintForColumn(column) > table.columnWidth(column)]
    assert cut == []
    assert table.horizontalHeader().length() == table.viewport().width()


def test_papers_take_more_lines_when_the_letters_grow(qtbot: QtBot) -> None:
    table = Checklist("Giấy tờ")
    qtbot.addWidget(table)
    table.papers_model.show_papers([CheckedPaper("Tờ khai cấp giấy xác nhận tình trạng hôn nhân " * 2)])
    table.resize(700, 300)
    table.show()
    before = table.rowHeight(0)
    theme.apply(QApplication.instance(), LARGEST)
    qtbot.waitUntil(lambda: table.rowHeight(0) >= table.sizeHintForRow(0))
    assert table.rowHeight(0) > before


def test_a_number_begins_where_a_line_begins(qtbot: QtBot) -> None:
    box = QuietSpinBox()
    qtbot.addWidget(box)
    box.show()
    line = box.findChild(QWidget, "qt_spinbox_lineedit")
    assert isinstance(box, QSpinBox)
    assert line.mapTo(box, QPoint(0, 0)).x() + line.textMargins().left() >= 8


def test_a_date_field_shows_its_whole_hint_in_the_form(qtbot: QtBot) -> None:
    from onestop_desk.ui.intake.person_box import _WIDTHS

    field = DateField("Ngày sinh", lambda: date(2026, 11, 23))
    qtbot.addWidget(field)
    field.setFixedWidth(_WIDTHS["birth"][0])
    field.show()
    assert cut_texts(field) == []


@pytest.mark.parametrize("look", [theme.Look(), LARGEST])
def test_sheets_are_as_high_as_their_words(qtbot: QtBot, window: MainWindow, look: theme.Look) -> None:
    window.set_look(look)
    sheet = ReprintSheet(Subject("uid", "H31.20.11-261123-1001"), parent=window)
    sheet.show()
    wait_legible(qtbot, sheet)
    last = sheet.findChild(QPushButton, "reprint_go")
    assert sheet.height() - last.geometry().bottom() < look.px(40)


def test_the_sheet_of_keys_neither_scrolls_nor_gapes(qtbot: QtBot, window: MainWindow) -> None:
    window.show_keys()
    sheet = window.findChild(KeySheet)
    scroll = sheet.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    room = scroll.widget().layout()
    assert scroll.viewport().height() - room.totalHeightForWidth(scroll.viewport().width()) < 60


@pytest.mark.parametrize("name", list(theme.ThemeName))
def test_what_cannot_be_pressed_now_can_still_be_read(qtbot: QtBot, name: theme.ThemeName) -> None:
    look = theme.Look(name)
    theme.apply(QApplication.instance(), look)
    button = Button("Nhận hồ sơ đang chọn", "", "primary")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    ground = button.grab().toImage().pixelColor(8, button.height() // 2).name()
    least = 2.5 if name is theme.ThemeName.LIGHT else 3.0
    assert contrast(look.colours.disabled, ground) >= least, ground


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("letter", ["N", "B"])
def test_the_letter_of_a_day_does_not_touch_its_number(qtbot: QtBot, scale: int, letter: str) -> None:
    look = theme.Look(scale=scale)
    cell = QRectF(0, 0, look.px(24) - 2, look.px(24) - 2)
    for day in range(1, 32):
        number, mark = marked_day(look, cell, str(day), letter)
        assert not number.ground.intersects(mark.ground), (day, number.ground, mark.ground)
        assert cell.contains(number.ground)
        assert cell.contains(mark.ground)


def test_a_page_with_a_part_that_scrolls_is_not_scrolled_itself(qtbot: QtBot) -> None:
    page, inside = Page("Tiếp nhận hồ sơ"), QWidget()
    QVBoxLayout(inside).addSpacing(3000)
    page.column.addWidget(PageScroll(inside, "part"), 1)
    stack = PageStack({"intake": lambda: page})
    qtbot.addWidget(stack)
    stack.show_page("intake")
    stack.resize(600, 240)
    with qtbot.waitExposed(stack):
        stack.show()
    assert stack.findChild(QScrollArea, "part").verticalScrollBar().maximum() > 0
    assert stack.findChild(QScrollArea, "page_room_intake").verticalScrollBar().maximum() == 0
