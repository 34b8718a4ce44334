"""Refusals become sentences, bugs get an id; the log tells places and never what people typed."""

import logging
import re
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.domain.errors import BadValue
from onestop_desk.ui.errors import ErrorDesk, install_hooks, sentence_of
from onestop_desk.ui.wording import Severity


def _bug(name: str) -> Exception:
    try:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise ValueError(f"no {name} here") from error
    except ValueError as error:
        return error


def test_a_bug_is_a_fault_with_an_id_that_the_log_knows(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        told = sentence_of(_bug("Nguyễn Văn Mẫu"))
    assert told.severity is Severity.FAULT
    assert re.fullmatch(r"L-[0-9A-F]{6}", told.code)
    assert told.code in caplog.text
    assert "test_errors.py" in caplog.text
    assert "ValueError" in caplog.text
    assert "KeyError" in caplog.text


def test_the_log_of_a_bug_holds_no_name(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        sentence_of(_bug("Nguyễn Văn Mẫu"))
    assert "Mẫu" not in caplog.text


def test_a_refusal_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        assert sentence_of(BadValue("phone", "length", "0912")).code == "VALUE"
    assert caplog.text == ""


def test_hooks_take_errors_of_the_interpreter_and_of_threads_and_go_away_again(qtbot: QtBot) -> None:
    before, desk = (sys.excepthook, threading.excepthook), ErrorDesk()
    undo = install_hooks(desk.report)
    with qtbot.waitSignals([desk.sentence_made, desk.sentence_made]):
        sys.excepthook(ValueError, ValueError("x"), None)
        threading.Thread(target=int, args=("x",)).start()
    undo()
    assert (sys.excepthook, threading.excepthook) == before
