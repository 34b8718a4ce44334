"""Scans on F4 in the whole program: dossier, card, unknown code and rubbish (counter.md §4)."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.devices.scanner import Misread, Scan, read_scan
from onestop_desk.domain.events import Finished
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.progress import take_step
from onestop_desk.ui.release.page import ReleasePage
from tests.desks import a_procedure, an_application
from tests.ui.counter import CARD
from tests.ui.program.conftest import folder, start
from tests.ui.program.running import Running

__all__ = ["folder", "start"]

Read = Callable[[str], Scan]


@pytest.fixture
def running(start: Callable[..., Running], folder: object) -> Running:
    """Give a program in which hoa works, F4 in front."""
    begun = start(folder)
    begun.begin_work()
    begun.window.show_page("release")
    begun.settle()
    return begun


@pytest.fixture
def ready(running: Running) -> Accepted:
    """Give a dossier with its result."""
    desk = running.workplace.desk
    accepted = accept(desk, an_application("f4", procedure=a_procedure(fees=())))
    take_step(desk, accepted.uid, Finished(desk.clock()))
    return accepted


def _scan(running: Running, text: str) -> None:
    found = read_scan(text, exists=lambda _code: True, today=date(2026, 11, 23))
    if isinstance(found, Misread):
        running.workplace.scans.take_misread(found)
    else:
        running.workplace.scans.take(found)
    running.settle()


def _rows(running: Running) -> list[str]:
    page = running.window.page("release")
    assert isinstance(page, ReleasePage)
    return [item.uid or item.code for item in page.view.items()]


def test_a_dossier_goes_into_the_basket(running: Running, ready: Accepted) -> None:
    _scan(running, ready.code)
    assert _rows(running) == [ready.uid]
    assert running.window.current_key() == "release"


def test_a_card_brings_its_persons_results(running: Running, ready: Accepted) -> None:
    _scan(running, CARD)
    assert _rows(running) == [ready.uid]
    assert running.window.current_key() == "release"


def test_an_unknown_code_is_a_provisional_row_and_no_more(running: Running) -> None:
    before = running.strips()
    _scan(running, "H31.20.11-261123-2777")
    assert _rows(running) == ["H31.20.11-261123-2777"]
    assert running.strips() == before


def test_rubbish_changes_nothing(running: Running) -> None:
    _scan(running, "https://example.invalid/x?y=1")
    assert _rows(running) == []
    assert running.strips()[0].startswith("Mã lạ")


def test_a_return_leaves_its_slip_as_a_paper(qtbot: QtBot, running: Running, ready: Accepted) -> None:
    _scan(running, CARD)
    running.find("give_back").click()
    running.settle()
    assert [path.suffix for path in running.workplace.desk.folder.glob("papers/**/*.pdf")] == [".pdf"]
