"""The public screen: figures of the running month, procedures that turn, no person on it, gone with Esc."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import catalogue
from onestop_desk.services.catalogue_list import procedures
from onestop_desk.services.desk import Desk
from onestop_desk.settings import Settings, with_setting
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.notice.window import NoticeWindow, OfferLine, begin_notice
from onestop_desk.ui.widgets.tile import FigureTile
from tests.services.busy_year import make_busy_register
from tests.ui.legibility import cut_texts, wait_legible

NOW = datetime(2026, 10, 30, 9, 41, tzinfo=VIETNAM)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    """Give a busy register with the starter catalogue."""
    desk = make_busy_register(tmp_path / "data")
    catalogue.import_starter(desk)
    desk.clock = lambda: NOW
    yield desk
    desk.close()


@pytest.fixture
def screen(qtbot: QtBot, office: Desk, jobs: Jobs) -> NoticeWindow:
    """Give the public screen with its figures read."""
    window = NoticeWindow(office, jobs, lambda: NOW)
    qtbot.addWidget(window)
    window.open_on(None)
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
    return window


def _names(screen: NoticeWindow) -> list[str]:
    lines = [line for line in screen.findChildren(OfferLine) if line.isVisible()]
    return [line.findChildren(QLabel)[0].text() for line in lines]


def test_it_shows_the_month_and_the_time(screen: NoticeWindow) -> None:
    clock = screen.findChild(QLabel, "notice_clock")
    received = screen.findChild(FigureTile, "notice_received")
    assert isinstance(clock, QLabel) and clock.text() == "09:41"
    assert isinstance(received, FigureTile) and int(received.value()) > 0


def test_turning_shows_every_procedure_once_and_begins_again(screen: NoticeWindow, office: Desk) -> None:
    page, pages = screen.page_of()
    assert page == 1 and pages > 1
    seen = _names(screen)
    for _ in range(pages - 1):
        screen.turn()
        seen += _names(screen)
    assert sorted(seen) == sorted(one.name for one in procedures(office))
    screen.turn()
    assert screen.page_of() == (1, pages)


def test_no_person_is_on_it(screen: NoticeWindow) -> None:
    for label in screen.findChildren(QLabel):
        assert "Nguyễn Văn Mẫu" not in label.text() and "0342" not in label.text()


def test_escape_closes_it(qtbot: QtBot, screen: NoticeWindow) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_on_it_is_cut(qtbot: QtBot, office: Desk, jobs: Jobs, scale: int, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    theme.apply(qapp, theme.Look(scale=scale))
    window = NoticeWindow(office, jobs, lambda: NOW)
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    qtbot.waitUntil(lambda: bool(_names(window)), timeout=20_000)
    wait_legible(qtbot, window)
    assert cut_texts(window) == []


def test_it_turns_as_often_as_the_settings_say(qtbot: QtBot, office: Desk, jobs: Jobs) -> None:
    office.settings = with_setting(office.settings, "notice_turn", 30)
    window = NoticeWindow(office, jobs, lambda: NOW)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
    assert window.turns_every() == 30


@pytest.mark.parametrize("seconds", [0, 2, 121, True])
def test_a_turn_that_nobody_could_read_is_no_setting(seconds: int) -> None:
    with pytest.raises(ValueError, match="notice_turn"):
        with_setting(Settings(), "notice_turn", seconds)


def test_it_opens_with_the_work_only_where_wished_and_beside_it(
    qtbot: QtBot, office: Desk, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = QWidget()
    qtbot.addWidget(work)
    second: list[QScreen | None] = [QGuiApplication.primaryScreen()]
    monkeypatch.setattr("onestop_desk.ui.notice.window.other_screen", lambda _all, _own: second[0])
    assert begin_notice(office, jobs, lambda: NOW, work) is None
    office.settings = with_setting(office.settings, "notice_at_start", True)
    opened = begin_notice(office, jobs, lambda: NOW, work)
    assert opened is not None and opened.isFullScreen()
    second[0] = None
    assert begin_notice(office, jobs, lambda: NOW, work) is None
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
