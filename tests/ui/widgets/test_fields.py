"""Fields keep out what nobody can see, dates take every short way, suggestions come and are chosen by keys."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from onestop_desk.ui.widgets.date_field import DateField, read_date
from onestop_desk.ui.widgets.line_edit import CleanLineEdit, clean_typed
from onestop_desk.ui.widgets.suggest import MOST_ROWS, Suggestion, SuggestLineEdit

TODAY = date(2026, 11, 23)


def today() -> date:
    """Return the day on which the samples play."""
    return TODAY


def test_pasted_breaks_and_unseen_characters_do_not_stay(qtbot: QtBot) -> None:
    field = CleanLineEdit("Họ và tên")
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("Nguyễn\r\nVăn\x00 \u202eMẫu\u200b")
    field.paste()
    assert field.text() == "Nguyễn  Văn Mẫu"


def test_the_cursor_stays_where_one_types(qtbot: QtBot) -> None:
    field = CleanLineEdit("Họ và tên")
    qtbot.addWidget(field)
    field.setText("Nguyễn Mẫu")
    field.setCursorPosition(7)
    field.insert("Văn\u200b ")
    assert field.text() == "Nguyễn Văn Mẫu"
    assert field.cursorPosition() == 11


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_typed(clean_typed(text)) == clean_typed(text)
    assert "\n" not in clean_typed(text)


def test_a_problem_goes_when_one_types_again(qtbot: QtBot) -> None:
    field = CleanLineEdit("Số điện thoại")
    qtbot.addWidget(field)
    field.set_problem("không đúng số chữ số")
    assert field.has_problem()
    assert field.accessibleDescription() == "không đúng số chữ số"
    qtbot.keyClicks(field, "0")
    assert not field.has_problem()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("231126", date(2026, 11, 23)),
        ("23112026", date(2026, 11, 23)),
        ("3/2/26", date(2026, 2, 3)),
        ("3.2.1985", date(1985, 2, 3)),
        ("03-02-85", date(1985, 2, 3)),
        ("150845", date(2045, 8, 15)),
        ("150846", date(1946, 8, 15)),
        ("310226", None),
        ("00001985", None),
        ("٢٣١١٢٦", None),
        ("", None),
        ("hôm nay", None),
    ],
)
def test_dates_are_read_in_every_short_way(typed: str, day: date | None) -> None:
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("keys", "day"), [("=", 23), ("=d", 24), ("=D", 22), ("=w", 30), ("=W", 16), ("d", 24), ("=dddD", 25)]
)
def test_keys_step_through_the_days(qtbot: QtBot, keys: str, day: int) -> None:
    field = DateField("Hẹn trả", today)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, keys)
    assert field.day() == date(2026, 11, day)
    assert field.text() == f"{day}/11/2026"


def test_a_date_is_told_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField("Ngày sinh", today)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "150800")
    with qtbot.waitSignal(field.day_changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [date(2000, 8, 15)]
    assert field.text() == "15/08/2000"


def test_what_is_no_date_is_marked(qtbot: QtBot) -> None:
    field = DateField("Ngày sinh", today)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "310226")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.has_problem()
    assert field.day() is None


@pytest.fixture
def asking(qtbot: QtBot) -> SuggestLineEdit:
    field = SuggestLineEdit("Họ và tên")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    return field


def test_suggestions_are_asked_for_at_two_letters(qtbot: QtBot, asking: SuggestLineEdit) -> None:
    asked: list[str] = []
    asking.asked.connect(asked.append)
    qtbot.keyClicks(asking, "ngu")
    assert asked == ["ng", "ngu"]


def test_a_suggestion_is_chosen_by_keys(qtbot: QtBot, asking: SuggestLineEdit) -> None:
    qtbot.keyClicks(asking, "mau")
    asking.offer([Suggestion(n, f"Người {n}", "1985 · …2345") for n in range(20)])
    assert len(asking.suggestions()) == MOST_ROWS
    assert asking.list_view().isVisible()
    with qtbot.waitSignal(asking.picked) as picked:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(asking.list_view(), key)
    assert picked.args == [1]
    assert asking.text() == "Người 1"
    assert asking.list_view().isHidden()


def test_escape_closes_the_list_and_keeps_the_text(qtbot: QtBot, asking: SuggestLineEdit) -> None:
    qtbot.keyClicks(asking, "mau")
    asking.offer([Suggestion(1, "Mẫu")])
    qtbot.keyClick(asking.list_view(), Qt.Key.Key_Escape)
    assert asking.list_view().isHidden()
    assert asking.text() == "mau"


@pytest.mark.parametrize("closed_by", ["escape", "page"])
def test_an_answer_that_comes_late_opens_no_closed_list(qtbot: QtBot, asking: SuggestLineEdit, closed_by: str) -> None:
    qtbot.keyClicks(asking, "mau")
    asking.offer([Suggestion(1, "Mẫu")])
    if closed_by == "escape":
        qtbot.keyClick(asking.list_view(), Qt.Key.Key_Escape)
    else:
        asking.close_list()
    asking.offer([Suggestion(1, "Mẫu"), Suggestion(2, "Mậu")])
    assert asking.list_view().isHidden()
    qtbot.keyClicks(asking, " ")
    asking.offer([Suggestion(1, "Mẫu")])
    assert asking.list_view().isVisible(), "asked again"


def test_a_list_closed_before_its_answer_stays_closed(qtbot: QtBot, asking: SuggestLineEdit) -> None:
    qtbot.keyClicks(asking, "mau")
    asking.close_list()
    asking.offer([Suggestion(1, "Mẫu")])
    assert asking.list_view().isHidden()


def test_no_list_opens_once_the_field_was_left(asking: SuggestLineEdit) -> None:
    asking.clearFocus()
    asking.offer([Suggestion(1, "Mẫu")])
    assert asking.list_view().isHidden()
