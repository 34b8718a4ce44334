"""Scans that come as keys: no button, list or shortcut sees them, and a person's keys are left alone."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from onestop_desk.devices.scanner import Misread, MisreadHint
from onestop_desk.ui.scan_filter import ScanFilter, ScanRules
from tests.ui.scan.keyboard import CARD, CODE, CONTROL, ENTER, PRESS, RELEASE, Ears, keyboard, note, settle, shown


def test_a_scan_in_an_empty_field_leaves_it_empty(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    edits: list[str] = []
    field.textEdited.connect(edits.append)
    keyboard(page).scan(CODE)
    assert (ears.codes, field.text(), edits) == ([CODE], "", [])


@pytest.mark.parametrize("gap", [0, 5, 20, 45])
@pytest.mark.parametrize("end", ["\r", "\t", "\r\n"])
def test_any_scanner_speed_and_suffix_will_do(page: QWidget, ears: Ears, gap: int, end: str) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).type(CODE + end, gap)
    assert (ears.codes, field.text(), field.hasFocus()) == ([CODE], "", True)


def test_a_scan_without_a_suffix_ends_with_silence(page: QWidget, ears: Ears, qtbot: QtBot) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).scan(CODE, end="")
    qtbot.waitUntil(lambda: ears.codes == [CODE], timeout=2000)
    assert field.text() == ""


@pytest.mark.parametrize("scanned", [CODE, CARD, "8934567890123", "WIFI:T:WPA;S:Nha Mau;;", f"{CODE}\r\n12 ab\r"])
@pytest.mark.parametrize("end", ["\r", "\t", "\r\n", ""])
def test_a_focused_delete_button_is_never_pressed(page: QWidget, ears: Ears, scanned: str, end: str) -> None:
    button = shown(page, QPushButton("Xoá"))
    button.setAutoDefault(True)
    signals: list[str] = []
    button.pressed.connect(note(signals, "pressed"))
    button.clicked.connect(note(signals, "clicked"))
    keyboard(page).scan(scanned, end)
    assert (signals, button.isDown(), button.hasFocus()) == ([], False, True)


def test_a_fault_while_a_scan_is_read_does_not_press_the_button_either(
    page: QWidget, ears: Ears, scans: ScanFilter, qtbot: QtBot
) -> None:
    def broken(code: str) -> bool:
        raise OSError(code)

    scans.set_rules(ScanRules(exists=broken, today=date.today))
    button = shown(page, QPushButton("Xoá"))
    button.setAutoDefault(True)
    clicks: list[str] = []
    button.clicked.connect(note(clicks, "click"))
    with qtbot.captureExceptions() as faults:
        keyboard(page).scan(CODE.lower())
    assert ([kind for kind, _, _ in faults], clicks) == ([OSError], [])


class Listener(QPushButton):
    """Keeps the keys that reach it."""

    def __init__(self) -> None:
        super().__init__("Khác")
        self.seen: list[QEvent.Type] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.seen.append(event.type())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.seen.append(event.type())


def test_the_release_of_the_terminator_reaches_nobody_even_when_the_focus_moves(page: QWidget, ears: Ears) -> None:
    button, other = QPushButton("Xoá"), shown(page, Listener())
    shown(page, button)
    keys = keyboard(page).type(CODE).send(PRESS, ENTER, "\r")
    other.setFocus()
    keys.send(RELEASE, ENTER, "\r")
    assert (ears.codes, other.seen) == ([CODE], [])


def test_releases_that_come_after_the_scan_reach_nobody(page: QWidget, ears: Ears) -> None:
    listener, keys = shown(page, Listener()), keyboard(page)
    for sign in "0123456789":
        keys.send(PRESS, ord(sign), sign).pause(5)
    keys.send(PRESS, ENTER, "\r")
    for sign in "0123456789":
        keys.send(RELEASE, ord(sign), sign)
    assert (len(ears.misreads), listener.seen) == (1, [])


def test_a_persons_key_is_pressed_before_it_is_let_go(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    listener = shown(page, Listener())
    keyboard(page).type("ab", 60, hold=20)
    settle(scans)
    assert listener.seen == [PRESS, RELEASE] * 2


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Escape, "\x1b"), (Qt.Key.Key_Delete, "\x7f")])
def test_a_persons_escape_and_delete_are_not_held(page: QWidget, ears: Ears, key: int, text: str) -> None:
    listener = shown(page, Listener())
    keyboard(page).send(PRESS, key, text)
    assert listener.seen == [PRESS]


def test_a_letter_held_down_is_typed_and_is_no_scan(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).send(PRESS, Qt.Key.Key_A, "a")
    for _ in range(20):
        keys.pause(30).send(PRESS, Qt.Key.Key_A, "a", repeats=True)
    keys.pause(30).type("\r")
    assert (field.text(), ears) == ("a" * 21, Ears())


def test_a_stuck_terminator_does_not_press_a_button(page: QWidget, ears: Ears) -> None:
    button = shown(page, QPushButton("Xoá"))
    button.setAutoDefault(True)
    clicks: list[str] = []
    button.clicked.connect(note(clicks, "click"))
    keys = keyboard(page).type(CODE)
    keys.send(PRESS, ENTER, "\r")
    for _ in range(20):
        keys.pause(30).send(PRESS, ENTER, "\r", repeats=True)
    assert clicks == []


def test_a_person_presses_a_button_with_space_and_leaves_it_with_tab(page: QWidget, ears: Ears) -> None:
    button = shown(page, QPushButton("Lưu"))
    other = QPushButton("Khác")
    page.layout().addWidget(other)
    other.show()
    clicks: list[str] = []
    button.clicked.connect(note(clicks, "click"))
    keyboard(page).type(" ", 150, hold=80).type("\t", 150, hold=80)
    assert (clicks, other.hasFocus()) == (["click"], True)


def test_a_list_keeps_its_row_in_a_scan_and_finds_a_persons_letter(
    page: QWidget, ears: Ears, scans: ScanFilter
) -> None:
    view = shown(page, QListView())
    view.setModel(QStringListModel(["An", "Hoa", "3", "Mai"], view))
    view.setCurrentIndex(view.model().index(0, 0))
    keys = keyboard(page).scan(CODE)
    assert (ears.codes, view.currentIndex().data()) == ([CODE], "An")
    keys.pause().type("m", 120)
    settle(scans)
    assert view.currentIndex().data() == "Mai"


def test_a_shortcut_is_not_found_inside_a_scan(page: QWidget, ears: Ears) -> None:
    shown(page, QPushButton("Xoá"))
    found: list[str] = []
    for keys in ("H", "3", "Ctrl+]", "Return"):
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.activated.connect(note(found, keys))
    for sign in CODE:
        QTest.keyClick(page.windowHandle(), sign)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.windowHandle(), ENTER)
    assert (ears.codes, found) == ([CODE], [])


def test_a_persons_shortcut_works_at_once(page: QWidget, ears: Ears) -> None:
    shown(page, QLineEdit())
    found: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+S"), page)
    shortcut.activated.connect(note(found, "Ctrl+S"))
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert found == ["Ctrl+S"]


def test_control_keys_that_scanners_send_are_no_shortcuts_in_a_scan(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).type(CODE[:10])
    keys.send(PRESS, Qt.Key.Key_Escape, "\x1b")
    keys.send(PRESS, Qt.Key.Key_BracketRight, "\x1d", CONTROL)
    keys.pause(10).type(CODE[10:])
    keys.send(PRESS, Qt.Key.Key_J, "\n", CONTROL)
    assert (ears.codes, field.text()) == ([CODE], "")


def test_the_same_slip_twice_in_half_a_second_is_told_once(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).scan(CODE).pause(290).scan(CODE).pause().scan(CODE)
    assert (ears.codes, field.text()) == ([CODE, CODE], "")


def test_an_endless_burst_is_dropped_and_the_window_lives(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).type("8" * 5_000, 2)
    assert ([misread.hint for misread in ears.misreads], field.text()) == ([MisreadHint.TOO_LONG], "")
    keys.pause().type("an", 120)
    settle(scans)
    assert field.text() == "an"


@pytest.mark.parametrize(
    "scanned",
    ["8934567890123", "WIFI:T:WPA;S:Nha;P:1;;", "https://example.vn", "Thôn 1, Xã Mẫu", "０３４２０００１２３４５"],
)
def test_what_is_not_ours_is_told_and_nothing_else(page: QWidget, ears: Ears, scanned: str) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).scan(scanned)
    assert (ears.misreads, ears.scans, field.text()) == ([Misread(scanned)], [], "")


def test_password_fields_take_every_key_themselves(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    field.setEchoMode(QLineEdit.EchoMode.Password)
    keyboard(page).scan(CODE)
    assert (field.text(), ears) == (CODE, Ears())


def test_a_scan_on_the_lock_screen_is_ignored(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    scans.set_locked(True)
    keys = keyboard(page).scan(CODE)
    assert (field.text(), ears) == (CODE, Ears())
    scans.set_locked(False)
    keys.pause().scan(CODE)
    assert (field.text(), ears.codes) == (CODE, [CODE])


def test_a_scan_cut_by_the_lock_goes_nowhere(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).type(CODE)
    settle(scans)
    assert (field.text(), ears) == ("", Ears())


def test_other_tests_keys_without_a_time_are_a_persons(page: QWidget, ears: Ears, qtbot: QtBot) -> None:
    field = shown(page, QLineEdit())
    qtbot.keyClicks(field, CODE)
    qtbot.keyClick(field, ENTER)
    assert (field.text(), ears) == (CODE, Ears())
