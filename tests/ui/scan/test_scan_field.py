"""Fields under a scan and under a person's hands: text, marked text, cursor and undo stay as they were."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from onestop_desk.ui.scan_filter import ScanFilter
from tests.ui.scan.keyboard import (
    CARD,
    CODE,
    FIELDS,
    NUMBER,
    PRESS,
    Ears,
    Field,
    Keyboard,
    keyboard,
    marked_of,
    note,
    place_of,
    settle,
    shown,
    text_of,
)


@pytest.mark.parametrize("kind", FIELDS)
def test_a_person_sees_a_letter_before_it_is_judged(
    page: QWidget, ears: Ears, qtbot: QtBot, kind: Callable[[], Field]
) -> None:
    field = shown(page, kind())
    start = caret_of(field)
    keyboard(page).send(PRESS, Qt.Key.Key_H, "h")
    assert (text_of(field), caret_of(field) > start) == ("", True)
    qtbot.waitUntil(lambda: text_of(field) == "h", timeout=2000)
    assert caret_of(field) > start


@pytest.mark.parametrize("kind", FIELDS)
def test_nothing_of_a_scan_stays_to_be_seen(page: QWidget, ears: Ears, kind: Callable[[], Field]) -> None:
    field = shown(page, kind())
    start = caret_of(field)
    keys = keyboard(page).type(CODE[:5])
    assert caret_of(field) == start
    keys.scan(CODE[5:])
    assert caret_of(field) == start


def caret_of(field: Field) -> float:
    """Return where the cursor is drawn: what is only shown moves it as well."""
    return float(field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).x())


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("scanned", [CODE, CARD, "8934567890123"])
def test_text_selection_cursor_and_undo_are_as_before(
    page: QWidget, ears: Ears, kind: Callable[[], Field], scanned: str
) -> None:
    field = shown(page, kind())
    keys = keyboard(page).type("ghi chu", 120).pause()
    keys.mark_all()
    before = (text_of(field), marked_of(field), place_of(field))
    keys.pause().scan(scanned)
    assert (text_of(field), marked_of(field), place_of(field)) == before == ("ghi chu", "ghi chu", 0)
    assert len(ears.scans) + len(ears.misreads) == 1
    field.undo()
    assert text_of(field) == ""
    field.redo()
    assert text_of(field) == "ghi chu"


@pytest.mark.parametrize("kind", FIELDS)
def test_what_could_be_redone_before_a_scan_can_be_redone_after_it(
    page: QWidget, ears: Ears, kind: Callable[[], Field]
) -> None:
    field = shown(page, kind())
    keyboard(page).type("abc", 120)
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    field.undo()
    keyboard(page).pause().pause().scan(CODE)
    field.redo()
    assert (ears.codes, text_of(field)) == ([CODE], "abc")


def test_numbers_dates_and_choices_keep_their_value(page: QWidget, ears: Ears) -> None:
    spin, day, choice, written = QSpinBox(), QDateEdit(date(2026, 11, 23)), QComboBox(), QComboBox()
    choice.addItems(["Một", "Hai", "H31"])
    written.setEditable(True)
    keys = None
    for widget in (spin, day, choice, written):
        shown(page, widget)
        keys = keys or keyboard(page)
        keys.pause().scan(NUMBER)
    assert (spin.value(), day.date().toPython(), choice.currentText(), written.currentText()) == (
        0,
        date(2026, 11, 23),
        "Một",
        "",
    )
    assert len(ears.scans) == 4


def test_keys_of_a_widget_that_is_gone_are_dropped(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    Keyboard(field).type("a")
    field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(scans)
    assert ears == Ears()


def test_a_held_letter_is_typed_before_the_click_that_follows_it(page: QWidget, ears: Ears, qtbot: QtBot) -> None:
    field = shown(page, QLineEdit())
    seen: list[str] = []
    button = QPushButton("Lưu")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.layout().addWidget(button)
    field.textChanged.connect(seen.append)
    button.pressed.connect(note(seen, "pressed"))
    QCoreApplication.processEvents()
    keyboard(page).type("a")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == ["a", "pressed"]


def test_a_held_letter_goes_to_the_field_it_was_typed_in(page: QWidget, ears: Ears) -> None:
    first, second = shown(page, QLineEdit()), QLineEdit()
    page.layout().addWidget(second)
    second.show()
    keyboard(page).type("a")
    second.setFocus()
    assert (first.text(), second.text()) == ("a", "")


TYPED = st.lists(
    st.tuples(
        st.sampled_from([*"aHh03. -|đ", "\r", "\b", "\t"]),
        st.integers(80, 250),
        st.sampled_from([20, 70]),
    ),
    max_size=25,
)


@pytest.mark.parametrize("kind", FIELDS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=TYPED)
def test_a_persons_typing_is_left_exactly_as_qt_alone_would_leave_it(
    page: QWidget, ears: Ears, scans: ScanFilter, kind: Callable[[], Field], typed: list[tuple[str, int, int]]
) -> None:
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(scans)
    alone = traces_of(page, kind, typed, scans)
    scans.install(application)
    assert traces_of(page, kind, typed, scans) == alone
    assert ears == Ears()


def traces_of(
    page: QWidget, kind: Callable[[], Field], typed: list[tuple[str, int, int]], scans: ScanFilter
) -> list[Any]:
    """Type into a fresh field, then undo step by step: everything that can be seen of it."""
    field = shown(page, kind())
    traces: list[Any] = []
    if isinstance(field, QLineEdit):
        field.textEdited.connect(traces.append)
        field.returnPressed.connect(note(traces, "return"))
    keys = keyboard(page)
    for sign, gap, hold in typed:
        keys.type(sign, gap, hold)
    settle(scans)
    for _ in range(len(typed) + 1):
        traces.append((text_of(field), place_of(field), marked_of(field), field.hasFocus()))
        field.undo()
    field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return traces
