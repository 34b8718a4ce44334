"""How the program starts, whatever the folder is, and how it ends."""

import logging
import os
import shutil
import subprocess
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onestop_desk import app
from onestop_desk.services.desk import REGISTER, open_desk
from onestop_desk.services.fault import DeskInUse
from onestop_desk.ui.front.fault_page import FaultPage
from onestop_desk.ui.log_file import log_nowhere, log_to
from tests.desks import PASSWORD, SettableClock
from tests.ui.legibility import nameless, wait_legible
from tests.ui.program.conftest import Start
from tests.ui.program.running import Running


def fault_of(running: Running) -> FaultPage:
    running.wait_page("fault_page")
    page = running.window.findChild(FaultPage)
    assert isinstance(page, FaultPage)
    return page


@pytest.mark.parametrize("arguments", [[], ["--data", "somewhere"]])
def test_without_a_screen_it_names_the_tour(arguments: list[str]) -> None:
    blind = {name: value for name, value in os.environ.items() if name not in app.SCREENS}
    command = [sys.executable, "-m", "onestop_desk", *arguments]
    done = subprocess.run(command, env=blind, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == app.NO_SCREEN
    assert "make tour" in done.stderr
    assert "onestop-desk tour" in done.stderr


def test_a_second_program_on_one_folder_is_refused_until_the_first_ends(start: Start, folder: Path) -> None:
    first = start(folder)
    first.settle()
    second = start(folder)
    page = fault_of(second)
    assert page.sentence.code == DeskInUse.code
    first.program.end()
    second.find("fault_retry").click()
    second.wait_page("sign_in_page")


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "DB-FOREIGN"), (b"xin chao", "DB-FOREIGN"), (b"SQLite format 3\0" + b"x" * 4096, "DB")]
)
def test_a_file_that_is_no_register_is_named_and_left_alone(
    start: Start, folder: Path, content: bytes, code: str
) -> None:
    (folder / REGISTER).write_bytes(content)
    running = start(folder)
    page = fault_of(running)
    assert page.sentence.code.startswith(code)
    assert page.sentence.do
    assert (folder / REGISTER).read_bytes() == content


def test_a_register_that_is_gone_is_not_replaced_by_an_empty_one(start: Start, folder: Path) -> None:
    (folder / REGISTER).unlink()
    assert fault_of(start(folder)).sentence.code == "DB-MISSING"
    assert not (folder / REGISTER).exists()


def test_a_newer_register_asks_for_a_newer_program(start: Start, folder: Path) -> None:
    from onestop_desk.models.session import connect_raw

    connection = connect_raw(folder / REGISTER)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.close()
    page = fault_of(start(folder))
    assert page.sentence.code == "DB-NEWER"
    assert "Cập nhật" in page.sentence.do


def test_a_copied_folder_numbers_from_a_range_of_its_own(start: Start, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    running = start(copy)
    running.wait_page("adopt_page")
    running.wait(lambda: running.find("adopt_extra").value() == 1)
    running.fill(adopt_reason="Thay máy", adopt_login="hoa", adopt_password="sai-mat-khau")
    running.find("adopt_go").click()
    running.wait(lambda: running.find("adopt_password").has_problem())
    running.fill(adopt_password=PASSWORD)
    running.find("adopt_go").click()
    running.wait_page("sign_in_page")
    assert running.begin_work().desk.state.extras == (1,)


def test_a_range_in_use_is_said_beside_the_field(start: Start, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    running = start(tmp_path / "copy")
    running.wait_page("adopt_page")
    running.settle()
    running.find("adopt_extra").setValue(0)
    running.fill(adopt_reason="Thay máy", adopt_login="hoa", adopt_password=PASSWORD)
    running.find("adopt_go").click()
    running.wait(lambda: running.find("adopt_go").isEnabled())
    assert running.page_name == "adopt_page"
    wait_legible(running.qtbot, running.window)
    assert nameless(running.window) == []


def test_bad_settings_are_named_and_the_desk_opens(start: Start, folder: Path) -> None:
    (folder / "settings.toml").write_text('scale = 101\ntheme = "dark"\n', encoding="utf-8")
    running = start(folder)
    running.wait(running.strips)
    assert running.program.settings.theme == "dark"
    assert "scale" in running.strips()[0]


def test_closing_the_window_keeps_the_draft_and_lets_the_folder_go(
    start: Start, folder: Path, clock: SettableClock
) -> None:
    running = start(folder)
    running.begin_work()
    running.find("applicant_name").setText("Nguyễn Văn Mẫu")
    with running.qtbot.waitSignal(running.program.ended):
        running.window.close()
    open_desk(folder, clock).close()
    again = start(folder)
    again.begin_work()
    assert again.find("applicant_name").text() == "Nguyễn Văn Mẫu"


def test_a_look_is_remembered(start: Start, folder: Path) -> None:
    running = start(folder)
    running.begin_work()
    running.find("theme").click()
    running.settle()
    running.program.end()
    assert start(folder).program.settings.theme == "dark"


def test_the_log_turns_over_in_the_folder_and_holds_no_person(start: Start, folder: Path) -> None:
    log_to(folder / "logs")
    try:
        running = start(folder)
        running.sign_in(password="sai-mat-khau")
        running.wait(lambda: running.find("password").has_problem())
        logging.getLogger("onestop_desk").info("written")
        text = (folder / "logs" / "onestop-desk.log").read_text(encoding="utf-8")
        assert "written" in text
        assert "hoa" not in text
    finally:
        log_nowhere()


def test_a_log_folder_that_refuses_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file, not a folder")
    log_to(tmp_path / "logs")
    logging.getLogger("onestop_desk").info("nowhere")
    assert (tmp_path / "logs").read_text() == "a file, not a folder"
    assert not any(isinstance(one, RotatingFileHandler) for one in logging.getLogger().handlers)


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)],
)
def test_two_keys_open_the_search(start: Start, folder: Path, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    running = start(folder)
    running.begin_work()
    running.window.show_page("list")
    QTest.keyClick(running.window.windowHandle(), key, held)
    assert running.window.current_key() == "search"
