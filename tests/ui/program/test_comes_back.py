"""What a clerk left on the screen is there again: after a restart, after another clerk, after a step elsewhere."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from onestop_desk.devices.scanner import Scan, ScanKind
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Finished
from onestop_desk.domain.office import Role
from onestop_desk.domain.question import View
from onestop_desk.services import lookup, staff
from onestop_desk.services.desk import open_desk
from onestop_desk.services.fault import ClockMoved
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.key_sheet import KeySheet
from tests.desks import PASSWORD, SettableClock, a_procedure, an_application, an_owner
from tests.ui.program.conftest import Start
from tests.ui.program.running import Running

NAMES = ("Lê Một", "Lê Hai", "Lê Ba")


def fill(folder: Path, clock: SettableClock) -> None:
    """Let three dossiers be there, and lan beside hoa."""
    desk = open_desk(folder, clock)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    for name in NAMES:
        accept(desk, an_application(name, owner=an_owner(name=name), procedure=a_procedure(fees=())))
    desk.close()


def list_of(running: Running) -> Any:
    running.window.show_page("list")
    running.settle()
    table = running.find("list_table", QTableView)
    for row in range(table.model().rowCount()):
        table.model().index(row, 1).data()
    running.settle()
    return running.window.page("list")


def standing(running: Running) -> str:
    return str(running.find("list_table", QTableView).currentIndex().siblingAtColumn(1).data())


def test_the_list_is_the_same_after_a_restart_and_every_clerk_has_their_own(
    start: Start, folder: Path, clock: SettableClock
) -> None:
    fill(folder, clock)
    first = start(folder)
    first.begin_work()
    page = list_of(first)
    page.show_view(View.OPEN, "le")
    list_of(first)
    table = first.find("list_table", QTableView)
    table.setCurrentIndex(table.model().index(2, 0))
    kept = page.listing()
    assert standing(first) == "Lê Một"
    first.program.end()
    other = start(folder)
    other.sign_in("lan")
    other.wait(lambda: other.program.workplace is not None)
    assert list_of(other).listing().view is View.TODAY
    assert standing(other) == "Lê Ba"
    other.program.end()
    again = start(folder)
    again.begin_work()
    assert list_of(again).listing() == kept
    assert standing(again) == "Lê Một"


def test_the_scanned_card_follows_what_happens(start: Start, folder: Path, clock: SettableClock) -> None:
    fill(folder, clock)
    running = start(folder)
    workplace = running.begin_work()
    code = "H31.20.11-261123-2001"
    workplace.scans.take(Scan(ScanKind.DOSSIER, code, code=code))
    running.settle()
    take_step(workplace.desk, running.find("scan_card").line.uid, Finished(clock(), ("Giấy xác nhận",)))
    before = running.find("scan_card_state").text()
    workplace.refresh_figures()
    running.wait(lambda: running.find("scan_card_state").text() != before)
    assert running.find("scan_card_state").text() == stage_words(Stage.FINISHED)


def test_the_sheet_of_keys_names_both_keys_of_the_search(start: Start, folder: Path) -> None:
    running = start(folder)
    running.begin_work()
    running.window.show_keys()
    labels = [label.text() for label in running.find("key_sheet", KeySheet).findChildren(QLabel)]
    assert labels[labels.index("Ctrl+K  F3") + 1] == "Tìm"


def test_a_clock_that_jumped_is_confirmed_from_the_strip_whatever_was_being_done(
    start: Start, folder: Path, clock: SettableClock
) -> None:
    fill(folder, clock)
    running = start(folder)
    work = running.begin_work()
    clock.forward(days=-3)
    running.window.errors.report(ClockMoved(clock(), clock()))
    running.wait(running.strips)
    (strip,) = running.window.strips.strips()
    strip.findChild(QPushButton, "strip_action").click()
    assert work.desk.clock_confirmed_at == clock()
    assert running.strips()[0].startswith("Đã xác nhận giờ máy")


def test_a_dossiers_card_leads_to_the_page_of_a_step_with_the_dossier_in_it(
    start: Start, folder: Path, clock: SettableClock
) -> None:
    fill(folder, clock)
    running = start(folder)
    work = running.begin_work()
    (line,) = lookup.find(work.desk, NAMES[0]).rows
    work.open_card(line.uid)
    running.settle()
    running.find("offer_handed_over").click()
    running.settle()
    assert running.window.current_key() == "hand_over"
    assert running.find("give_counter").text().startswith("1/")


def test_the_page_in_front_is_there_again_unless_the_work_was_ended_in_peace(
    start: Start, folder: Path, clock: SettableClock
) -> None:
    first = start(folder)
    first.begin_work()
    first.window.show_page("list")
    first.settle()
    first.program.end()
    again = start(folder)
    again.begin_work()
    assert again.window.current_key() == "list"
    again.window.close()
    again.program.end()
    morning = start(folder)
    morning.begin_work()
    assert morning.window.current_key() == "intake"
