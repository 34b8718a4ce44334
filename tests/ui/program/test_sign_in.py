"""Signing in: typing before the register is open, wrong passwords, another person, a draft kept for its clerk."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onestop_desk.domain.office import Role
from onestop_desk.services import staff
from onestop_desk.ui.intake.page import IntakePage
from tests.desks import PASSWORD
from tests.ui.legibility import default_buttons, nameless, wait_legible
from tests.ui.program.conftest import Start


def test_the_first_window_takes_a_password_before_the_register_is_open(start: Start, folder: Path) -> None:
    running = start(folder)
    assert running.page_name == "sign_in_page"
    running.sign_in()
    running.wait(lambda: running.program.workplace is not None)
    assert running.workplace.desk.clerk.name == "Nguyễn Thị Hoa"


def test_a_wrong_password_is_asked_for_again(start: Start, folder: Path) -> None:
    running = start(folder)
    running.sign_in(password="sai-mat-khau")
    running.wait(lambda: running.find("password").has_problem())
    assert running.find("password").text() == ""
    assert "không đúng" in running.find("password").accessibleDescription()
    assert running.program.workplace is None
    running.begin_work()


def test_nothing_is_asked_of_the_desk_with_an_empty_field(start: Start, folder: Path) -> None:
    running = start(folder)
    running.settle()
    running.find("sign_in").click()
    assert running.find("login").has_problem()
    assert not running.program.jobs.is_busy()


def test_another_person_can_sign_in_and_finds_a_form_of_their_own(start: Start, folder: Path) -> None:
    running = start(folder)
    work = running.begin_work()
    staff.admit(work.desk, "mai", "Lê Thị Mai", (Role.RECEPTION,), PASSWORD)
    running.find("applicant_name").setText("Nguyễn Văn Mẫu")
    running.window.show_page("account")
    running.find("sign_out").click()
    running.sign_in("mai")
    running.wait(lambda: running.program.workplace is not None)
    running.settle()
    assert running.workplace.desk.clerk.login == "mai"
    assert running.find("applicant_name").text() == ""
    assert {"people", "settings"}.isdisjoint(spec.key for spec in running.window.pages())
    running.window.show_page("account")
    running.find("sign_out").click()
    running.begin_work()
    page = running.window.page("intake")
    assert isinstance(page, IntakePage)
    assert running.find("applicant_name").text() == "Nguyễn Văn Mẫu"


def test_after_signing_out_nobody_is_the_author(start: Start, folder: Path) -> None:
    running = start(folder)
    desk = running.begin_work().desk
    running.window.show_page("account")
    running.find("sign_out").click()
    running.wait_page("sign_in_page")
    running.settle()
    assert desk.clerk.login == ""


def test_the_page_is_legible(start: Start, folder: Path) -> None:
    running = start(folder)
    running.settle()
    page = running.program.door.page() if running.program.door else None
    assert page is not None
    wait_legible(running.qtbot, page)
    assert nameless(page) == []
    assert default_buttons(page) == []


def test_f1_opens_the_guide_before_anybody_has_signed_in(start: Start, folder: Path, qtbot: QtBot) -> None:
    running = start(folder)
    running.wait_page("sign_in_page")
    with qtbot.waitActive(running.window):
        running.window.activateWindow()
    qtbot.keyClick(running.window, Qt.Key.Key_F1)
    text = running.find("guide_text")
    assert text.isVisible()
    assert text.name() == "dang-nhap.md"
    assert not running.find("guide_keys").isVisible()
