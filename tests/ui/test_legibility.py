"""The shell and the kit can be read and reached at every size and in every theme; the checks themselves bite."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui import theme
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.side import Figure, LastScan
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity

from .conftest import NOW
from .legibility import cut_texts, default_buttons, nameless, tab_jumps, untabbable, wait_legible


def _fill(window: MainWindow) -> None:
    window.side.show_scan(LastScan("H31.20.11-261123-0034", NOW, "Có kết quả, chưa trả"))
    window.side.set_figures(
        [Figure("in", "Nhận", "1234"), Figure("out", "Trả", "21"), Figure("soon", "Sắp hạn", "3", Severity.PERSON)]
    )
    window.status.sync.say("Mất mạng từ 08:52, 12 hồ sơ chờ gửi, vẫn an toàn", Severity.PERSON)
    window.status.printers.say("A5 sẵn sàng · 80 mm hết giấy")
    window.say(Sentence("Phiếu 0033 chưa ra giấy.", "Hồ sơ đã lưu.", "Kiểm tra máy in.", "PRINT-3", Severity.FAULT))
    window.say(Sentence("Đã lưu.", severity=Severity.INFO), Offer("Hoàn tác", window.close, 10))


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_no_text_is_cut(qtbot: QtBot, window: MainWindow, size: tuple[int, int], scale: int) -> None:
    _fill(window)
    window.set_look(theme.Look(scale=scale))
    window.resize(*size)
    wait_legible(qtbot, window)
    assert (window.width(), window.height()) == size


def test_no_text_is_cut_on_a_large_screen(qtbot: QtBot, window: MainWindow) -> None:
    _fill(window)
    window.resize(3840, 2160)
    wait_legible(qtbot, window)
    assert window.side.isVisible()


def test_the_side_strip_is_whole_where_it_lies_over_the_page(qtbot: QtBot, window: MainWindow) -> None:
    _fill(window)
    window.set_look(theme.Look(scale=175))
    window.resize(1024, 640)
    window.findChild(QPushButton, "side_button").click()
    wait_legible(qtbot, window.side)
    assert window.side.isVisible()


def test_every_control_has_a_name_and_tab_reaches_it(window: MainWindow) -> None:
    _fill(window)
    assert nameless(window) == []
    assert untabbable(window.stack) == []
    assert tab_jumps(window.stack.currentWidget()) == []


def test_no_button_is_a_default_button(window: MainWindow) -> None:
    _fill(window)
    window.show_keys()
    assert default_buttons(window) == []


def test_the_checks_find_what_is_wrong(qtbot: QtBot) -> None:
    room = QWidget()
    column = QVBoxLayout(room)
    cut, mute, default = QLabel("Một câu dài hơn chỗ của nó"), QPushButton(), QPushButton("Lưu")
    cut.setFixedWidth(30)
    default.setDefault(True)
    for one in (cut, mute, default):
        column.addWidget(one)
    qtbot.addWidget(room)
    room.show()
    assert len(cut_texts(room)) == 1
    assert len(nameless(room)) == 1
    assert len(default_buttons(room)) == 1


def test_the_tab_check_finds_a_step_back(qtbot: QtBot) -> None:
    room = QWidget()
    column = QVBoxLayout(room)
    first, second, third = QPushButton("1"), QPushButton("2"), QPushButton("3")
    for one in (first, second, third):
        column.addWidget(one)
    QWidget.setTabOrder(third, second)
    QWidget.setTabOrder(second, first)
    qtbot.addWidget(room)
    room.show()
    assert tab_jumps(room) != []
