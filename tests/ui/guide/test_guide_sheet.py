"""F1 opens the guide beside the work, at the page of the screen in front; nothing outside the guide is shown."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk import paths
from onestop_desk.ui import theme
from onestop_desk.ui.guide_sheet import GuideBrowser, GuideSheet
from onestop_desk.ui.key_sheet import KeySheet
from onestop_desk.ui.main_window import MainWindow

from ..legibility import default_buttons, nameless, untabbable, wait_legible


def _opened(qtbot: QtBot, window: MainWindow) -> GuideSheet:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(GuideSheet)
    assert sheet is not None
    return sheet


def _text(sheet: GuideSheet) -> GuideBrowser:
    text = sheet.findChild(GuideBrowser)
    assert text is not None
    return text


@pytest.mark.parametrize(("key", "name"), [("intake", "tiep-nhan.md"), ("list", "danh-sach.md")])
def test_f1_opens_the_page_of_the_screen(qtbot: QtBot, window: MainWindow, key: str, name: str) -> None:
    window.show_page(key)
    sheet = _opened(qtbot, window)
    assert sheet.isVisible()
    assert not sheet.isModal()
    assert _text(sheet).name() == name
    assert _text(sheet).toPlainText().splitlines()[0] in (paths.guide() / name).read_text(encoding="utf-8")


def test_the_second_f1_follows_the_screen_in_the_same_sheet(qtbot: QtBot, window: MainWindow) -> None:
    sheet = _opened(qtbot, window)
    sheet.close()
    window.show_page("list")
    assert _opened(qtbot, window) is sheet
    assert _text(sheet).name() == "danh-sach.md"


def test_the_keys_and_the_index_are_a_button_away(qtbot: QtBot, window: MainWindow) -> None:
    sheet = _opened(qtbot, window)
    sheet.findChild(QPushButton, "guide_index").click()
    assert _text(sheet).name() == "README.md"
    sheet.findChild(QPushButton, "guide_keys").click()
    keys = window.findChild(KeySheet)
    assert keys is not None
    assert keys.isVisible()


def test_links_stay_inside_the_guide(qtbot: QtBot, window: MainWindow) -> None:
    text = _text(_opened(qtbot, window))
    text.anchorClicked.emit(QUrl("tim.md"))
    assert text.name() == "tim.md"
    for outside in ("https://example.org/lich.md", "//example.org/lich.md", "../../README.md", "khong-co.md"):
        text.anchorClicked.emit(QUrl(outside))
        assert text.name() == "tim.md"


def test_only_the_guide_s_own_pictures_are_read(qtbot: QtBot, window: MainWindow) -> None:
    text = _text(_opened(qtbot, window))
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = text.loadResource(kind, QUrl("pictures/tim.png"))
    assert picture.width() <= text.viewport().width()
    for outside in ("../pictures/registering.png", "http://example.org/pictures/tim.png"):
        assert text.loadResource(kind, QUrl(outside)) is None


@pytest.mark.parametrize("scale", [100, 175])
def test_nothing_is_cut_in_the_smallest_window(qtbot: QtBot, window: MainWindow, scale: int) -> None:
    window.set_look(theme.Look(scale=scale))
    window.resize(1024, 640)
    sheet = _opened(qtbot, window)
    wait_legible(qtbot, sheet)
    assert sheet.width() <= 1024
    assert _text(sheet).horizontalScrollBar().maximum() == 0
    assert (nameless(sheet), untabbable(sheet), default_buttons(sheet)) == ([], [], [])
