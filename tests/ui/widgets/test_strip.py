"""Strips tell without stopping the work: three at most, one of a kind, an undo that counts down."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk.ui.widgets.strip import INFO_SECONDS, UNDO_SECONDS, Offer, Strip, StripArea
from onestop_desk.ui.wording import Sentence, Severity

SAVED = Sentence("Đã lưu.", severity=Severity.INFO)
FAULT = Sentence("Máy in hỏng.", severity=Severity.FAULT)


@pytest.fixture
def area(qtbot: QtBot) -> StripArea:
    area = StripArea()
    qtbot.addWidget(area)
    area.show()
    return area


def _action(strip: Strip) -> QPushButton:
    return strip.findChild(QPushButton, "strip_action")


def test_an_undo_counts_down_and_then_goes(qtbot: QtBot, area: StripArea) -> None:
    undone: list[str] = []
    strip = area.show_sentence(SAVED, Offer("Hoàn tác", lambda: undone.append("x"), UNDO_SECONDS))
    assert _action(strip).text() == "Hoàn tác (10)"
    with qtbot.waitSignal(strip.expired):
        for _ in range(UNDO_SECONDS):
            strip.tick()
    assert undone == []
    assert area.strips() == []
    assert area.isHidden()


def test_an_undo_pressed_in_time_is_done_once(area: StripArea) -> None:
    undone: list[str] = []
    strip = area.show_sentence(SAVED, Offer("Hoàn tác", lambda: undone.append("x"), UNDO_SECONDS))
    strip.tick()
    assert _action(strip).text() == "Hoàn tác (9)"
    _action(strip).click()
    _action(strip).click()
    assert undone == ["x"]


def test_news_goes_by_itself_and_a_fault_stays(area: StripArea) -> None:
    area.show_sentence(FAULT)
    news = area.show_sentence(SAVED)
    for _ in range(INFO_SECONDS):
        for strip in area.strips():
            strip.tick()
    assert [strip.sentence for strip in area.strips()] == [FAULT]
    assert news.seconds_left() == 0


def test_a_closed_strip_is_gone(area: StripArea) -> None:
    strip = area.show_sentence(FAULT)
    strip.findChild(QPushButton, "strip_close").click()
    assert area.strips() == []


def test_the_same_message_stands_once(area: StripArea) -> None:
    area.show_sentence(FAULT)
    area.show_sentence(FAULT)
    assert len(area.strips()) == 1


def test_three_at_most_and_what_waits_makes_room_before_faults(area: StripArea) -> None:
    area.show_sentence(FAULT)
    for number in range(5):
        area.show_sentence(Sentence(f"Phiếu {number} đã ra giấy chưa?", severity=Severity.PERSON))
    told = [strip.sentence.what for strip in area.strips()]
    assert told == ["Phiếu 4 đã ra giấy chưa?", "Phiếu 3 đã ra giấy chưa?", "Máy in hỏng."]


def test_news_makes_room_before_a_question(area: StripArea) -> None:
    undo = Offer("Hoàn tác", print, UNDO_SECONDS, takes_back=True)
    area.show_sentence(SAVED, undo)
    for number in range(3):
        area.show_sentence(Sentence(f"Phiếu {number} đã ra giấy chưa?", severity=Severity.PERSON))
    assert SAVED not in [strip.sentence for strip in area.strips()]


def test_news_takes_the_place_of_the_news_before_it(area: StripArea) -> None:
    area.show_sentence(Sentence("H31… 0001 đã lưu.", severity=Severity.INFO))
    area.show_sentence(Sentence("Đã giữ PDF.", severity=Severity.INFO), Offer("Mở PDF", print, 10))
    newest = area.show_sentence(Sentence("H31… 0002 đã lưu.", severity=Severity.INFO))
    assert area.strips() == [newest]


def test_a_way_back_and_a_question_outlast_the_news(area: StripArea) -> None:
    undo = area.show_sentence(Sentence("Đã bỏ phiếu.", severity=Severity.INFO), Offer("Hoàn tác", print, 10, True))
    question = area.show_sentence(Sentence("Phiếu 0034 đã ra giấy chưa?", severity=Severity.PERSON))
    news = area.show_sentence(Sentence("H31… 0002 đã lưu.", severity=Severity.INFO))
    assert area.strips() == [news, question, undo]
