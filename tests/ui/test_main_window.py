"""Pages are made when first asked for, keep their state and focus; keys, folding and sentences work."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk.domain.errors import BadValue
from onestop_desk.ui import theme
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.key_sheet import KeySheet
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import lazily
from onestop_desk.ui.side import Figure, LastScan
from onestop_desk.ui.widgets.label import PlainLabel
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.tile import FigureTile
from onestop_desk.ui.wording import Severity

from .conftest import NOW, open_window


class Diary(Page):
    """Remembers when it was entered and left."""

    def __init__(self, window: Any) -> None:
        super().__init__("Nhật ký")
        self.seen: list[str] = []
        self.first, self.second = QLineEdit(), QLineEdit()
        self.column.addWidget(self.first)
        self.column.addWidget(self.second)

    def entered(self) -> None:
        self.seen.append("entered")

    def left(self) -> None:
        self.seen.append("left")


def test_a_page_is_made_at_its_first_visit_only(qtbot: QtBot, jobs: Jobs) -> None:
    window = open_window(qtbot, jobs, Diary, Diary)
    assert window.stack.made() == ("intake",)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.current_key() == "list"
    page = window.page("list")
    window.show_page("intake")
    window.show_page("list")
    assert window.page("list") is page


def test_a_page_keeps_its_text_and_its_focus(qtbot: QtBot, jobs: Jobs) -> None:
    window = open_window(qtbot, jobs, Diary, Diary)
    page = window.page("intake")
    assert isinstance(page, Diary)
    page.second.setFocus()
    page.second.setText("nháp")
    window.show_page("list")
    window.show_page("intake")
    assert window.focusWidget() is page.second
    assert page.second.text() == "nháp"
    assert page.seen == ["entered", "left", "entered"]


def test_unknown_pages_are_refused(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.show_page("no such page")


def test_a_page_can_be_imported_at_its_first_visit(qtbot: QtBot, jobs: Jobs) -> None:
    window = open_window(qtbot, jobs, lazily(f"{__package__}.sample_page", "SamplePage"))
    assert type(window.page("intake")).__name__ == "SamplePage"


def test_the_keys_open_beside_the_work(window: MainWindow) -> None:
    window.show_keys()
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert not sheet.isModal()


@pytest.mark.parametrize(("width", "scale", "folded"), [(1366, 100, False), (1024, 100, True), (1366, 150, True)])
def test_the_side_strip_folds_where_room_is_scarce(
    qtbot: QtBot, window: MainWindow, width: int, scale: int, folded: bool
) -> None:
    window.resize(width, 768)
    window.set_look(theme.Look(scale=scale))
    qtbot.waitUntil(lambda: window.side.isHidden() == folded)
    assert window.findChild(QPushButton, "side_button").isVisible() == folded


def test_the_last_scan_and_the_day_are_shown(window: MainWindow) -> None:
    window.side.show_scan(LastScan("H31.20.11-261123-0034", NOW, "Có kết quả", Severity.INFO))
    window.side.set_figures([Figure("in", "Nhận", "34")])
    window.side.set_figures([Figure("in", "Nhận", "35")])
    assert window.findChild(PlainLabel, "last_scan_code").text() == "H31.20.11-261123-0034"
    assert window.findChild(PlainLabel, "last_scan_said").text() == "09:41  Có kết quả"
    assert [tile.value() for tile in window.side.findChildren(FigureTile)] == ["35"]


def test_a_figure_is_coloured_only_while_there_is_something_to_worry_about(window: MainWindow) -> None:
    late = partial(Figure, "late", "Quá hạn")
    window.side.set_figures([late("0")])
    tile = window.findChild(FigureTile, "figure_late")
    assert isinstance(tile, FigureTile) and tile.colour() == "text"
    window.side.set_figures([late("2", Severity.FAULT)])
    assert tile.colour() == "fault"
    window.side.set_figures([late("0")])
    assert tile.colour() == "text"


def test_a_figure_opens_what_it_counts(qtbot: QtBot, window: MainWindow) -> None:
    window.side.set_figures([Figure("late", "Quá hạn", "1", Severity.FAULT)])
    with qtbot.waitSignal(window.side.figure_opened) as opened:
        window.findChild(FigureTile, "figure_late").click()
    assert opened.args == ["late"]


def test_markup_in_names_is_shown_as_typed(window: MainWindow) -> None:
    window.set_office(OfficeLine("<b>UBND</b>", "Quầy 1", "<img src='file:///etc/passwd'>", "Tiếp nhận"))
    for name in ("office", "clerk"):
        label = window.findChild(PlainLabel, name)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "<" in label.text()


def test_an_error_nobody_takes_becomes_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    def refuse() -> None:
        raise BadValue("owner.name", "empty")

    window.jobs.run(refuse)
    qtbot.waitUntil(lambda: len(window.strips.strips()) == 1)
    assert window.strips.strips()[0].sentence.what == "Tên chủ hồ sơ: chưa nhập."


def test_the_clock_shows_the_minute(window: MainWindow) -> None:
    assert window.status.clock.text() == "09:41  23/11/2026"
