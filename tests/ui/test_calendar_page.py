"""The calendar's page on a real register: see a year, change a day, change the hours, import."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import CutOffRule, DueClock
from onestop_desk.services.desk import Desk
from onestop_desk.services.workdays import DayKind, calendar_year, enter_day_off
from onestop_desk.ui import theme
from onestop_desk.ui.calendar.page import CalendarPage
from onestop_desk.ui.calendar.year_view import YearView
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.widgets.label import Paragraph

from .conftest import open_window
from .legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, desk: Desk) -> CalendarPage:
    """Give the page on Monday 23/11/2026."""
    window = open_window(qtbot, jobs, lambda shell: CalendarPage(shell, desk))
    made = window.page("intake")
    assert isinstance(made, CalendarPage)
    qtbot.waitUntil(lambda: year_view(made).chosen() is not None and not jobs.is_busy())
    return made


def year_view(page: CalendarPage) -> YearView:
    return page.findChild(YearView)


def shell(page: CalendarPage) -> MainWindow:
    found = page.window()
    assert isinstance(found, MainWindow)
    return found


def kind_of(desk: Desk, day: date) -> DayKind:
    return next(one.kind for one in calendar_year(desk, day.year).days if one.day == day)


def press(qtbot: QtBot, page: CalendarPage, name: str) -> None:
    page.findChild(QPushButton, name).click()
    qtbot.waitUntil(lambda: not shell(page).jobs.is_busy())


def test_today_is_chosen_and_described(page: CalendarPage) -> None:
    assert year_view(page).chosen() == date(2026, 11, 23)
    words = page.findChild(Paragraph, "day_words").text()
    assert words == "Thứ Hai 23/11/2026, Ngày làm việc, 07:00-11:30 13:30-17:00"
    assert year_view(page).accessibleDescription() == words


def test_the_named_days_stand_in_a_list_and_lead_to_the_day(qtbot: QtBot, page: CalendarPage) -> None:
    named = page.findChild(QListView, "named_days")
    lines = [named.model().index(row, 0).data() for row in range(named.model().rowCount())]
    assert "Thứ Bảy 10/01/2026, Làm bù, Làm bù cho ngày 02/01/2026, 07:00-11:30 13:30-17:00" in lines
    named.activated.emit(named.model().index(0, 0))
    assert year_view(page).chosen() == date(2026, 1, 1)


def test_arrows_go_by_day_and_week(qtbot: QtBot, page: CalendarPage) -> None:
    view = year_view(page)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert view.chosen() == date(2026, 11, 24)
    view.choose(date(2026, 12, 31))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen() == date(2026, 12, 31)


def test_a_click_chooses_the_day_under_it(qtbot: QtBot, page: CalendarPage) -> None:
    view = year_view(page)
    for day in (date(2026, 1, 1), date(2026, 8, 31), WEDNESDAY):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_of(day).center().toPoint())
        assert view.chosen() == day


def test_a_day_off_is_entered_and_taken_back(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    year_view(page).choose(WEDNESDAY)
    press(qtbot, page, "day_kind_off")
    page.findChild(QLineEdit, "day_name").setText("Mất điện")
    press(qtbot, page, "day_save")
    assert kind_of(desk, WEDNESDAY) is DayKind.OFF
    qtbot.waitUntil(lambda: "Mất điện" in page.findChild(Paragraph, "day_words").text())
    press(qtbot, page, "day_kind_worked")
    press(qtbot, page, "day_save")
    assert kind_of(desk, WEDNESDAY) is DayKind.WORKED


def test_a_make_up_day_names_the_day_it_replaces(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    saturday = date(2026, 11, 28)
    year_view(page).choose(saturday)
    press(qtbot, page, "day_kind_make_up")
    press(qtbot, page, "day_save")
    replaces = page.findChild(QLineEdit, "day_replaces")
    assert kind_of(desk, saturday) is DayKind.WEEKEND
    replaces.setText("29/11/2026")
    press(qtbot, page, "day_save")
    assert kind_of(desk, saturday) is DayKind.WEEKEND
    replaces.setText("27/11/2026")
    press(qtbot, page, "day_save")
    assert kind_of(desk, saturday) is DayKind.MAKE_UP
    assert kind_of(desk, date(2026, 11, 27)) is DayKind.OFF


def test_a_day_off_without_a_name_is_not_saved(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    year_view(page).choose(WEDNESDAY)
    press(qtbot, page, "day_kind_off")
    press(qtbot, page, "day_save")
    assert kind_of(desk, WEDNESDAY) is DayKind.WORKED
    assert page.findChild(QLineEdit, "day_name").property("invalid")


def test_the_hours_are_saved_as_written(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    page.findChild(QTabWidget, "calendar_tabs").setCurrentIndex(1)
    page.findChild(QLineEdit, "shifts_5").setText("7h30-11h")
    page.findChild(QLineEdit, "cut_off").setText("14h30")
    page.findChild(QComboBox, "cut_off_rule").setCurrentIndex(1)
    page.findChild(QComboBox, "due_clock").setCurrentIndex(1)
    press(qtbot, page, "hours_save")
    saved = desk.calendar
    assert saved.week[5][0].start == time(7, 30)
    assert (saved.cut_off, saved.cut_off_rule) == (time(14, 30), CutOffRule.NEXT_DAY)
    assert saved.due_clock is DueClock.END_OF_DAY


@pytest.mark.parametrize(("field", "text"), [("shifts_0", "7-ba"), ("shifts_1", "11:00-7:00"), ("cut_off", "25:00")])
def test_hours_that_cannot_be_are_marked_where_they_stand(
    qtbot: QtBot, page: CalendarPage, desk: Desk, field: str, text: str
) -> None:
    before = desk.calendar
    page.findChild(QLineEdit, field).setText(text)
    press(qtbot, page, "hours_save")
    assert page.findChild(QLineEdit, field).property("invalid")
    assert desk.calendar == before


def test_a_week_nobody_works_is_refused_with_a_sentence(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    for number in range(7):
        page.findChild(QLineEdit, f"shifts_{number}").setText("")
    press(qtbot, page, "hours_save")
    assert page.findChild(Paragraph, "hours_problem").text() == "Tuần làm việc: không có ca làm việc nào."
    assert any(desk.calendar.week)


def test_a_year_without_a_calendar_warns_and_can_begin(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    warning = page.findChild(QFrame, "unknown_year")
    assert warning.isHidden()
    page.findChild(QSpinBox, "calendar_year").setValue(2030)
    qtbot.waitUntil(lambda: not warning.isHidden())
    press(qtbot, page, "begin_year")
    qtbot.waitUntil(warning.isHidden)
    assert calendar_year(desk, 2030).is_known


def test_an_imported_year_is_shown_and_its_bad_rows_are_named(
    qtbot: QtBot, page: CalendarPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "lich.csv"
    path.write_text("date,kind,replaces,name\n2028-01-03,off,,Tết\n2028-02-30,off,,Không có\n", encoding="utf-8")
    page.import_file(str(path))
    qtbot.waitUntil(lambda: page.findChild(QSpinBox, "calendar_year").value() == 2028)
    assert kind_of(desk, date(2028, 1, 3)) is DayKind.OFF
    rows = page.findChild(QListView, "refused_rows").model()
    assert rows.index(0, 0).data().startswith("Dòng 3, 2028-02-30: Ngày")


def test_a_change_made_elsewhere_is_seen_at_the_next_visit(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    enter_day_off(desk, WEDNESDAY, "Mất điện")
    page.entered()
    year_view(page).choose(WEDNESDAY)
    qtbot.waitUntil(lambda: not shell(page).jobs.is_busy())
    assert "Mất điện" in page.findChild(Paragraph, "day_words").text()


@pytest.mark.parametrize("scale", theme.SCALES)
def test_the_page_can_be_read_at_every_size(qtbot: QtBot, page: CalendarPage, scale: int) -> None:
    window = shell(page)
    window.set_look(theme.Look(scale=scale))
    for size in ((1024, 640), (1920, 1080)):
        window.resize(*size)
        page.findChild(QTabWidget, "calendar_tabs").setCurrentIndex(0)
        press(qtbot, page, "day_kind_make_up")
        wait_legible(qtbot, page)
        page.findChild(QTabWidget, "calendar_tabs").setCurrentIndex(1)
        wait_legible(qtbot, page)
        assert (window.width(), window.height()) == size


def test_every_control_has_a_name_and_tab_reaches_it(page: CalendarPage) -> None:
    for tab in range(2):
        page.findChild(QTabWidget, "calendar_tabs").setCurrentIndex(tab)
        assert nameless(page) == []
        assert untabbable(page) == []
        assert tab_jumps(page) == []
    assert default_buttons(page) == []


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_nothing_that_scrolls_lies_in_something_that_scrolls(
    qtbot: QtBot, page: CalendarPage, size: tuple[int, int], scale: int
) -> None:
    window = shell(page)
    window.set_look(theme.Look(scale=scale))
    window.resize(*size)
    for kind in ("day_kind_worked", "day_kind_make_up"):
        press(qtbot, page, kind)
        wait_legible(qtbot, page)
        qtbot.waitUntil(lambda: nested_bars(window) == [])


def nested_bars(window: MainWindow) -> list[str]:
    """Return what shows a bar inside of something that shows one."""
    shown = [one for one in window.findChildren(QAbstractScrollArea) if one.verticalScrollBar().isVisible()]
    return [f"{b.objectName()} in {a.objectName()}" for a in shown for b in shown if a is not b and a.isAncestorOf(b)]
