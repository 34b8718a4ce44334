"""A machine whose clock has gone back, at the pages of a day: nothing is recorded, the strip asks, the step goes on."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Finished, SupplementRequested
from onestop_desk.services.desk import open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from tests.desks import SettableClock, a_procedure, an_application, an_owner

from .conftest import Start
from .running import Running


def _made(folder: Path, clock: SettableClock, page: str) -> tuple[str, str]:
    """Let a dossier wait for what the page does."""
    desk = open_desk(folder, clock)
    made = accept(desk, an_application("a", owner=an_owner(name="Lê Một"), procedure=a_procedure(fees=())))
    if page == "release":
        take_step(desk, made.uid, Finished(clock(), ("Giấy",)))
    if page == "supplement":
        take_step(desk, made.uid, SupplementRequested(clock(), ("Ảnh",), "mờ"))
    desk.close()
    return made.uid, made.code


def _do(running: Running, page: str) -> None:
    """Press what records the step."""
    if page == "hand_over":
        running.find("give_go").click()
    elif page == "release":
        running.find("give_back").click()
    else:
        running.find("step_supplemented_save").click()
    running.settle()


def _go_there(running: Running, page: str, code: str) -> None:
    running.window.show_page(page)
    running.settle()
    running.workplace.scans.carry(code)
    running.settle()
    if page == "hand_over":
        running.find("hand_over_department").setText("Tư pháp")


def _say_it_is_right(running: Running, page: str) -> None:
    """Press what is offered: on the strip, or in the step's own form."""
    if page == "supplement":
        refusal = running.find("step_supplemented_refusal")
        assert "Đồng hồ" in refusal.texts()[0]
        refusal.findChild(QPushButton).click()
        running.settle()
        return
    strip = next(one for one in running.window.strips.strips() if "Đồng hồ" in one.sentence.what)
    strip.findChild(QPushButton, "strip_action").click()


@pytest.mark.parametrize(
    ("page", "stage"),
    [("release", Stage.RETURNED), ("hand_over", Stage.IN_PROGRESS), ("supplement", Stage.IN_PROGRESS)],
)
def test_the_step_waits_for_a_word_about_the_clock_and_then_goes_on(
    start: Start, folder: Path, clock: SettableClock, page: str, stage: Stage
) -> None:
    uid, code = _made(folder, clock, page)
    running = start(folder)
    work = running.begin_work()
    _go_there(running, page, code)
    before = dossier_entries(work.desk, uid)[0].stage
    clock.now -= timedelta(days=3)
    _do(running, page)
    assert dossier_entries(work.desk, uid)[0].stage is before, "nothing was recorded"
    _say_it_is_right(running, page)
    clock.now += timedelta(days=3)
    _do(running, page)
    assert dossier_entries(work.desk, uid)[0].stage is stage


def test_the_card_leads_to_f4_with_the_dossier_in_it(start: Start, folder: Path, clock: SettableClock) -> None:
    uid, _ = _made(folder, clock, "release")
    running = start(folder)
    work = running.begin_work()
    work.open_card(uid)
    running.settle()
    running.find("offer_returned").click()
    running.settle()
    assert running.window.current_key() == "release"
    assert running.find("basket_said").text()
