"""The public screen: figures of the running month, procedures that turn, no person on it, gone with Esc."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.measures import Counts
from onestop_desk.services import catalogue
from onestop_desk.services.catalogue_list import procedures
from onestop_desk.services.desk import Desk
from onestop_desk.services.notice import this_month
from onestop_desk.settings import Settings, with_setting
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.notice.board import OfferBoard, OfferLine
from onestop_desk.ui.notice.tile import PublicTile
from onestop_desk.ui.notice.window import NoticeWindow, begin_notice
from tests.desks import SettableClock, a_procedure
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
    return [" ".join(line.findChildren(QLabel)[0].text().split()) for line in _lines(screen)]


def _lines(screen: NoticeWindow) -> list[OfferLine]:
    return [line for line in screen.findChildren(OfferLine) if line.isVisible()]


def _board(screen: NoticeWindow) -> OfferBoard:
    found = screen.findChild(OfferBoard, "offer_board")
    assert isinstance(found, OfferBoard)
    return found


def _label(screen: NoticeWindow, name: str) -> QLabel:
    found = screen.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found


def test_it_shows_the_month_and_the_time(screen: NoticeWindow) -> None:
    clock = screen.findChild(QLabel, "notice_clock")
    received = screen.findChild(PublicTile, "notice_received")
    assert isinstance(clock, QLabel) and clock.text() == "09:41"
    assert isinstance(received, PublicTile) and int(received.value()) > 0


def test_turning_shows_every_procedure_once_and_begins_again(screen: NoticeWindow, office: Desk) -> None:
    page, pages = _board(screen).page_of()
    assert page == 1 and pages > 1
    seen = _names(screen)
    for _ in range(pages - 1):
        screen.turn()
        seen += _names(screen)
    assert sorted(seen) == sorted(one.name for one in procedures(office))
    screen.turn()
    assert _board(screen).page_of() == (1, pages)


def test_no_person_is_on_it(screen: NoticeWindow) -> None:
    for label in screen.findChildren(QLabel):
        assert "Nguyễn Văn Mẫu" not in label.text() and "0342" not in label.text()


def test_escape_closes_it(qtbot: QtBot, screen: NoticeWindow) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.isVisible()


SCREENS = [(860, 560), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (1280, 1024)]


def _opened(qtbot: QtBot, office: Desk, jobs: Jobs, size: tuple[int, int], now: SettableClock) -> NoticeWindow:
    window = NoticeWindow(office, jobs, now)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: bool(_names(window)), timeout=20_000)
    return window


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("look", [theme.Look(), theme.Look(theme.ThemeName.HIGH_CONTRAST, 150)])
def test_nothing_on_it_is_cut(
    qtbot: QtBot, office: Desk, jobs: Jobs, look: theme.Look, size: tuple[int, int], qapp: QApplication
) -> None:
    theme.apply(qapp, look)
    window = _opened(qtbot, office, jobs, size, SettableClock(NOW + timedelta(hours=2)))
    for _ in range(_board(window).page_of()[1]):
        wait_legible(qtbot, window)
        assert cut_texts(window) == []
        assert not any("…" in label.text() for label in window.findChildren(QLabel))
        window.turn()


@pytest.mark.parametrize(("size", "least"), [((1366, 768), 19), ((1920, 1080), 28), ((3840, 2160), 56)])
def test_letters_grow_with_the_screen_and_rows_fill_it(
    qtbot: QtBot, office: Desk, jobs: Jobs, size: tuple[int, int], least: int
) -> None:
    window = _opened(qtbot, office, jobs, size, SettableClock(NOW))
    letters = [label.font().pixelSize() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
    assert min(letters) >= least, "of 1080 lines 28 are the least that is read from 3 m"
    assert max(letters) == _label(window, "notice_clock").font().pixelSize() >= 3 * least
    for _ in range(_board(window).page_of()[1] - 1):
        last = _lines(window)[-1]
        assert last.mapTo(window, last.rect().bottomLeft()).y() > 0.94 * size[1]
        window.turn()


def test_a_clerk_who_changes_the_look_leaves_the_letters_large(
    qtbot: QtBot, office: Desk, jobs: Jobs, qapp: QApplication
) -> None:
    window = _opened(qtbot, office, jobs, (1920, 1080), SettableClock(NOW))

    def letters() -> list[int]:
        return [label.font().pixelSize() for label in window.findChildren(QLabel) if label.isVisible()]

    large = letters()
    theme.apply(qapp, theme.Look(theme.ThemeName.DARK, 130))
    qtbot.waitUntil(lambda: letters() == large)
    wait_legible(qtbot, window)


def test_a_name_of_a_thousand_letters_leaves_room_for_others(qtbot: QtBot, office: Desk, jobs: Jobs) -> None:
    catalogue.begin(office, a_procedure(code="9.000001", name="Chứng nhận " * 99, field="A" * 99))
    window = _opened(qtbot, office, jobs, (1920, 1080), SettableClock(NOW))
    while not _names(window)[0].startswith("Chứng nhận Chứng nhận"):
        window.turn()
    assert len(_names(window)) > 1 and "…" in _names(window)[0]
    assert cut_texts(window) == []


def test_it_says_as_of_when_its_figures_are_and_when_they_have_grown_old(
    qtbot: QtBot, office: Desk, jobs: Jobs
) -> None:
    now = SettableClock(NOW)
    window = _opened(qtbot, office, jobs, (1920, 1080), now)
    as_of, old = _label(window, "notice_as_of"), _label(window, "notice_old")
    now.forward(minutes=60)
    qtbot.waitUntil(lambda: _label(window, "notice_clock").text() == "10:41")
    assert as_of.isVisible() and as_of.text() == "Số liệu tính đến 9 giờ 41 phút ngày 30/10/2026."
    assert not old.isVisible()
    now.forward(minutes=1)
    qtbot.waitUntil(old.isVisible)
    assert old.text().startswith("▲ Đã quá một giờ") and as_of.text() in old.text()
    assert not as_of.isVisible()


def test_on_the_first_of_a_month_no_share_of_nothing_is_shown(qtbot: QtBot, office: Desk, jobs: Jobs) -> None:
    first = datetime(2026, 12, 1, 7, 30, tzinfo=VIETNAM)
    office.clock = lambda: first
    window = _opened(qtbot, office, jobs, (1366, 768), SettableClock(first))
    shown = {name: window.findChild(PublicTile, f"notice_{name}") for name in ("received", "solved", "in_time")}
    assert [tile.value() for tile in shown.values() if isinstance(tile, PublicTile)] == ["0", "0", "–"]


def test_a_figure_below_nothing_says_why(qtbot: QtBot, office: Desk, jobs: Jobs) -> None:
    window = _opened(qtbot, office, jobs, (1366, 768), SettableClock(NOW))
    assert not _label(window, "notice_note").isVisible()
    found = this_month(office)
    below = replace(found, total=Counts(online=-1), results=replace(found.results, notes=("Số âm là …",)))
    window._on_read(below)
    assert _label(window, "notice_note").isVisible() and _label(window, "notice_note").text() == "Số âm là …"


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
