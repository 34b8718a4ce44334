"""The print room in the window: kept, printed, refused, unknown, printed again; no printer makes anybody wait."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from onestop_desk.devices.printer import PrintPool, Reason, folder_printer
from onestop_desk.services import printing
from onestop_desk.services.choices import choose
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import JobState
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.print_wording import cause_words
from onestop_desk.ui.unprinted.page import UnprintedPage
from onestop_desk.ui.widgets.strip import Strip
from tests.desks import SettableClock, an_application, an_owner
from tests.ui.legibility import default_buttons, nameless, wait_legible
from tests.ui.program.conftest import Start
from tests.ui.program.running import Running
from tests.ui.sitting import PdfProgram

CONTROL = Qt.KeyboardModifier.ControlModifier
HANGING = (sys.executable, "-c", "import sys; sys.stdin.readline(); print('{}', flush=True); sys.stdin.read()")
"""A worker that says it has begun and never ends."""


@pytest.fixture
def running(start: Start, folder: Path) -> Running:
    """Give a program in which hoa works."""
    begun = start(folder)
    begun.begin_work()
    return begun


def register(running: Running, ref: str = "form-1") -> str:
    """Register a dossier as the page does and let the papers go."""
    accepted = printing.register(running.workplace.desk, an_application(ref))
    running.window.page("intake").registered.emit(accepted)
    running.settle()
    return accepted.uid


def states(running: Running) -> list[JobState]:
    return [job.state for job in printing.jobs(running.workplace.desk, tuple(JobState))]


def strip_with(running: Running, words: str) -> Strip:
    found = [strip for strip in running.window.strips.strips() if words in strip.sentence.what]
    assert len(found) == 1, running.strips()
    strip = found[0]
    assert isinstance(strip, Strip)
    return strip


def press(strip: Strip, name: str) -> None:
    button = strip.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_without_a_printer_the_paper_is_kept_and_can_be_opened(running: Running, pdf_program: PdfProgram) -> None:
    register(running)
    assert states(running) == [JobState.KEPT]
    press(strip_with(running, "Đã giữ thành tệp PDF: Phiếu 2001."), "strip_action")
    running.wait(lambda: pdf_program.paths)
    assert pdf_program.paths[0].read_bytes().startswith(b"%PDF")
    assert running.window.status.printers.text().startswith("Chưa chọn máy in")


def test_a_printer_prints_and_the_foot_says_so(running: Running, tmp_path: Path) -> None:
    (tmp_path / "tray").mkdir()
    choose(running.workplace.desk, {"receipt_printer": folder_printer(tmp_path / "tray")})
    register(running)
    assert states(running) == [JobState.SENT]
    assert len(list((tmp_path / "tray").glob("*.pdf"))) == 1
    assert running.window.status.printers.text() == "Máy in: thư mục tray ✓"


def test_a_refused_paper_names_the_cause_and_prints_when_tried_again(running: Running, tmp_path: Path) -> None:
    tray = tmp_path / "tray"
    choose(running.workplace.desk, {"receipt_printer": folder_printer(tray)})
    register(running)
    assert states(running) == [JobState.REFUSED]
    strip = strip_with(running, "Phiếu 2001 chưa ra giấy: thư mục nhận giấy không còn.")
    assert running.window.status.printers.text() == "Máy in thư mục tray: thư mục nhận giấy không còn"
    tray.mkdir()
    press(strip, "strip_action")
    running.settle()
    assert states(running) == [JobState.SENT]
    assert running.window.status.printers.text() == "Máy in: thư mục tray ✓"


@pytest.mark.parametrize(
    ("button", "after"), [("strip_action", [JobState.PRINTED]), ("strip_other", [JobState.UNKNOWN])]
)
def test_a_printer_that_hangs_is_asked_about_once(
    running: Running, button: str, after: list[JobState], clock: SettableClock
) -> None:
    hang(running)
    choose(running.workplace.desk, {"receipt_printer": "hanging"})
    register(running)
    assert states(running) == [JobState.UNKNOWN]
    strip = strip_with(running, "Phiếu 2001 đã ra giấy chưa?")
    press(strip, button)
    running.settle()
    assert states(running) == after


def hang(running: Running) -> None:
    """Give the room a pool whose worker never answers, with a second of patience."""
    running.workplace.room.use_pool(lambda: PrintPool(deadline=1.0, command=HANGING))


def test_another_printer_prints_while_one_hangs(running: Running, tmp_path: Path) -> None:
    (tmp_path / "tray").mkdir()
    desk, room = running.workplace.desk, running.workplace.room
    room.use_pool(lambda: PrintPool(deadline=20.0))
    choose(desk, {"receipt_printer": folder_printer(tmp_path / "tray"), "print_slip": True})
    register(running)
    assert sorted(states(running)) == [JobState.KEPT, JobState.SENT]


def test_what_an_earlier_run_left_is_asked_about_and_never_prints_by_itself(
    start: Start, folder: Path, tmp_path: Path, clock: SettableClock
) -> None:
    (tmp_path / "tray").mkdir()
    from onestop_desk.services.desk import open_desk

    desk = open_desk(folder, clock)
    choose(desk, {"receipt_printer": folder_printer(tmp_path / "tray")})
    printing.register(desk, an_application("left"))
    desk.close()
    running = start(folder)
    running.begin_work()
    assert states(running) == [JobState.EXPIRED]
    press(strip_with(running, "1 phiếu của lần trước"), "strip_action")
    assert running.window.current_key() == "unprinted"
    register(running, "now")
    assert len(list((tmp_path / "tray").glob("*.pdf"))) == 1


def test_printing_again_asks_why_and_stamps_the_copy(running: Running) -> None:
    register(running)
    running.qtbot.keyClick(running.window, Qt.Key.Key_P, CONTROL)
    sheet = running.window.findChild(QObject, "reprint_sheet")
    running.find("reprint_go").click()
    assert running.find("reprint_reason").has_problem()
    running.fill(reprint_reason="Kẹt giấy")
    running.find("reprint_go").click()
    running.settle()
    assert sheet is not None
    jobs = printing.jobs(running.workplace.desk, (JobState.KEPT,))
    assert sorted(job.copy for job in jobs) == [0, 1]


def test_with_nothing_to_print_again_it_says_so(running: Running) -> None:
    running.qtbot.keyClick(running.window, Qt.Key.Key_P, CONTROL)
    assert running.strips() == ["Chưa có hồ sơ nào để in lại."]


def test_a_test_page_is_printed_on_the_printer_of_its_form(running: Running) -> None:
    running.workplace.room.print_test(Form.SLIP)
    running.settle()
    assert strip_with(running, "Trang in thử")
    assert (running.program.folder / "papers" / "test" / "80mm.pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_that_the_paper_lacks_is_said(running: Running) -> None:
    accepted = accept(running.workplace.desk, an_application(owner=an_owner(address="Thôn 𠮷")))
    running.workplace.room.take_registered(accepted.uid, accepted.code)
    running.settle()
    assert "𠮷" in strip_with(running, "không vẽ được").sentence.what


def test_the_list_of_papers_acts_on_the_chosen_one(running: Running, tmp_path: Path) -> None:
    choose(running.workplace.desk, {"receipt_printer": folder_printer(tmp_path / "tray")})
    register(running)
    running.window.show_page("unprinted")
    page = running.window.page("unprinted")
    assert isinstance(page, UnprintedPage)
    running.wait(lambda: page.chosen() is not None)
    (tmp_path / "tray").mkdir()
    running.find("job_again").click()
    running.settle()
    running.wait(lambda: page.chosen() is None)
    assert states(running) == [JobState.SENT]


def test_a_paper_can_be_given_up(running: Running) -> None:
    register(running)
    running.window.show_page("unprinted")
    page = running.window.page("unprinted")
    running.wait(lambda: page.chosen() is not None)
    wait_legible(running.qtbot, page)
    assert nameless(page) == []
    assert default_buttons(page) == []
    running.find("job_drop").click()
    running.settle()
    assert states(running) == [JobState.DROPPED]


def test_nothing_is_looked_at_while_nothing_prints(running: Running) -> None:
    register(running)
    room = running.workplace.room
    assert isinstance(room, PrintRoom)
    assert room.is_idle()
    assert not running.program.jobs.is_busy()


@pytest.mark.parametrize("reason", [*Reason])
def test_every_cause_has_words_of_its_own(reason: Reason) -> None:
    words = cause_words(reason.value)
    assert words
    assert sum(cause_words(other.value) == words for other in Reason) == 1
