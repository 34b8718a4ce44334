"""What a clerk left on the screen is there again: after a restart, after another clerk, after a step elsewhere."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QTableView

from onestop_desk.devices.scanner import Scan, ScanKind
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Finished
from onestop_desk.domain.office import Role
from onestop_desk.domain.question import View
from onestop_desk.services import staff
from onestop_desk.services.desk import open_desk
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
    workplace.refresh_figures()
    running.wait(lambda: running.find("scan_card_state").text() == stage_words(Stage.FINISHED))


def test_the_sheet_of_keys_names_both_keys_of_the_search(start: Start, folder: Path) -> None:
    running = start(folder)
    running.begin_work()
    running.window.show_keys()
    labels = [label.text() for label in running.find("key_sheet", KeySheet).findChildren(QLabel)]
    assert labels[labels.index("Ctrl+K  F3") + 1] == "Tìm"
