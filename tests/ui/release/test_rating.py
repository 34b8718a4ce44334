"""What the person says of the service: on the page, on the citizen's window, once for one return."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from onestop_desk.domain.events import Rated
from onestop_desk.ui import theme
from onestop_desk.ui.release.citizen_window import CitizenWindow, other_screen
from tests.ui.legibility import nameless, wait_legible
from tests.ui.release.conftest import ReturnDesk

_TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from onestop_desk.ui.release.citizen_window import CitizenWindow, other_screen
app = QApplication(sys.argv)
work = QWidget()
work.show()
window = CitizenWindow("UBND xã Mẫu", work)
window.ask()
window.open_on(other_screen(QGuiApplication.screens(), work.screen()))
app.processEvents()
rated = []
window.rated.connect(rated.append)
window.findChild(QWidget, "citizen_rate_2").click()
print(work.screen().name(), window.screen().name(), window.isFullScreen(), rated, window.isVisible())
"""


@pytest.fixture
def given(at_desk: ReturnDesk) -> ReturnDesk:
    """Give a desk that has just given two results back."""
    at_desk.ready("a")
    at_desk.ready("b")
    at_desk.scan_card()
    at_desk.give()
    return at_desk


def _ratings(at_desk: ReturnDesk) -> list[Rated]:
    from onestop_desk.services.record import dossier_entries

    uids = [item.uid for item in at_desk.page.view.items()]
    entries = [entry for uid in uids for entry in dossier_entries(at_desk.desk, uid)[1]]
    return [entry.event for entry in entries if isinstance(entry.event, Rated)]


def _citizen(at_desk: ReturnDesk) -> CitizenWindow:
    at_desk.find("open_citizen_window").click()
    found = at_desk.window.findChild(CitizenWindow)
    assert isinstance(found, CitizenWindow)
    return found


def _tap(window: CitizenWindow, level: int) -> None:
    tile = window.findChild(QWidget, f"citizen_rate_{level}")
    assert tile is not None
    tile.click()


def test_after_a_return_and_only_then_the_person_is_asked(at_desk: ReturnDesk) -> None:
    at_desk.ready("a")
    assert not at_desk.find("rating_box").isVisible()
    at_desk.scan_card()
    assert not at_desk.find("rating_box").isVisible()
    at_desk.give()
    assert at_desk.find("rating_box").isVisible()
    assert at_desk.find("rating_said").text() == "Hỏi người vừa nhận: Nguyễn Văn Mẫu."


@pytest.mark.parametrize("level", [1, 2, 3])
def test_one_press_records_level_and_reason_once_for_every_dossier(given: ReturnDesk, level: int) -> None:
    given.fill(rating_reason="chờ lâu")
    given.find(f"rate_{level}").click()
    given.find(f"rate_{level}").click()
    given.settle()
    assert [(one.level, one.reason) for one in _ratings(given)] == [(level, "chờ lâu")] * 2
    assert given.find("rating_said").text().startswith("Đã ghi: ")
    assert not given.find(f"rate_{level}").isVisible()


def test_the_citizens_window_records_the_tap_thanks_and_goes(given: ReturnDesk) -> None:
    window = _citizen(given)
    assert window.isVisible()
    assert not window.isFullScreen(), "there is one screen here"
    _tap(window, 1)
    _tap(window, 3)
    given.settle()
    assert [one.level for one in _ratings(given)] == [1, 1]
    assert not window.isVisible()
    assert given.find("rating_said").text() == "Đã ghi: Rất hài lòng."


def test_a_level_given_at_the_counter_ends_the_question_on_the_window(given: ReturnDesk) -> None:
    window = _citizen(given)
    given.find("rate_2").click()
    _tap(window, 3)
    given.settle()
    assert [one.level for one in _ratings(given)] == [2, 2]


def test_an_undone_return_is_not_rated(given: ReturnDesk) -> None:
    window = _citizen(given)
    given.undo()
    assert not given.find("rating_box").isVisible()
    _tap(window, 1)
    given.settle()
    assert _ratings(given) == []


def test_the_window_closes_with_the_work(given: ReturnDesk) -> None:
    window = _citizen(given)
    given.window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("scale", [100, 175])
def test_the_citizens_window_is_legible(given: ReturnDesk, scale: int) -> None:
    given.window.set_look(theme.Look(scale=scale))
    window = _citizen(given)
    wait_legible(given.qtbot, window)
    assert nameless(window) == []


def test_with_one_screen_there_is_no_other(qapp: object) -> None:
    (screen,) = QGuiApplication.screens()
    assert other_screen([screen], screen) is None


def test_a_second_screen_gets_the_window_whole_and_keeps_it(tmp_path: Path) -> None:
    screens = [
        {"name": "work", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "citizen", "x": 1366, "y": 0, "width": 1024, "height": 768},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    seen = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert seen.stdout.split() == ["work", "citizen", "True", "[2]", "True"], seen.stderr
