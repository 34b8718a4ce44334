"""The watchdog: a window that stands still is in the log, with the function and nothing of what was typed."""

import logging
import time

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.ui.watchdog import Watchdog


def stand_still(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_window_that_stands_still_is_logged_with_its_place(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    dog = Watchdog(every_ms=10)
    dog.start()
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(dog.stalled) as stalled:
        stand_still(0.5)
    dog.stop()
    still_ms, where = stalled.args
    assert still_ms > 200
    assert "stand_still" in where
    assert "stand_still" in caplog.text
    assert "/" not in where, "no path of anybody's folder"


def test_a_window_that_answers_says_nothing(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    dog = Watchdog(every_ms=10)
    said = []
    dog.stalled.connect(said.append)
    dog.start()
    ticks = []
    dog._timer.timeout.connect(lambda: ticks.append(1))
    qtbot.waitUntil(lambda: len(ticks) > 20)
    dog.stop()
    assert said == []
    assert caplog.text == ""
