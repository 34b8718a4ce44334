"""A scanned dossier's card stands on the right, whatever page is in front, and opens the whole card."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.devices.scanner import Misread, MisreadHint, Scan, ScanKind
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Finished
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.progress import take_step
from onestop_desk.ui import theme
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec, lazily
from onestop_desk.ui.scan_card import ScanCard
from onestop_desk.ui.scan_router import ScanRouter
from onestop_desk.ui.side import Figure
from tests.desks import SettableClock, a_procedure, an_application, an_owner
from tests.ui.conftest import OFFICE
from tests.ui.legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible
from tests.ui.sitting import show_in_front

Register = Callable[..., Accepted]
PAGES = ("unprinted", "list", "search")


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs, desk: Desk) -> MainWindow:
    """Give a window with an empty page, the list and the search box."""
    specs = (
        PageSpec("unprinted", "Chưa ra giấy", "", "printer", lambda _window: QWidget()),
        PageSpec("list", "Danh sách", "F7", "list", lazily("onestop_desk.ui.list.page", "ListPage", desk)),
        PageSpec("search", "Tìm", "Ctrl+K", "search", lazily("onestop_desk.ui.search.page", "SearchPage", desk)),
    )
    made = MainWindow(specs, OFFICE, jobs, now=lambda: desk.clock().astimezone(VIETNAM))
    show_in_front(qtbot, made)
    return made


@pytest.fixture
def scans(window: MainWindow, desk: Desk) -> Iterator[ScanRouter]:
    """Give the router, without a beep."""
    router = ScanRouter(window, desk, lambda: None)
    yield router
    router.end()


@pytest.fixture
def register(desk: Desk) -> Register:
    """Give what registers a dossier."""

    def accepted(name: str = "Nguyễn Văn Mẫu", procedure: str = "Thủ tục thử") -> Accepted:
        form = an_application(name, owner=an_owner(name=name), procedure=a_procedure(name=procedure, fees=()))
        return accept(desk, form)

    return accepted


def scan(qtbot: QtBot, window: MainWindow, scans: ScanRouter, code: str) -> None:
    scans.take(Scan(ScanKind.DOSSIER, code, code=code))
    qtbot.waitUntil(lambda: not window.jobs.is_busy() and all(card.isVisible() for card in cards(window)))


def cards(window: MainWindow) -> list[ScanCard]:
    """Return the cards that are not on their way out."""
    return [card for card in window.side.findChildren(ScanCard) if not card.isHidden()]


def shown(window: MainWindow) -> dict[str, str]:
    """Return the texts of the strip's card by name."""
    (card,) = cards(window)
    parts = {name: card.findChild(QWidget, f"scan_card_{name}") for name in ("state", "owner", "procedure", "due")}
    return {"code": text_of(window.side.findChild(QLabel, "last_scan_code"))} | {
        n: text_of(w) for n, w in parts.items()
    }


def text_of(widget: Any) -> str:
    return str(widget.text())


@pytest.mark.parametrize("key", PAGES)
def test_a_known_dossier_shows_its_card_on_every_page(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register, key: str
) -> None:
    accepted = register()
    window.show_page(key)
    scan(qtbot, window, scans, accepted.code)
    assert window.current_key() == key
    assert shown(window) == {
        "code": accepted.code,
        "state": "Đã tiếp nhận",
        "owner": "Nguyễn Văn Mẫu",
        "procedure": "Thủ tục thử",
        "due": "Hẹn trả: 08:30, 27/11/2026",
    }


def test_the_button_opens_the_whole_card(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register
) -> None:
    accepted = register()
    scan(qtbot, window, scans, accepted.code)
    button = window.side.findChild(QPushButton, "scan_card_open")
    assert button.accessibleName() == f"Mở hồ sơ {accepted.code}"
    with qtbot.waitSignal(scans.card_wanted) as wanted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.args == [accepted.uid]


def test_the_card_says_what_is_wrong(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register, clock: SettableClock
) -> None:
    accepted = register()
    clock.forward(days=9)
    scan(qtbot, window, scans, accepted.code)
    assert shown(window)["state"] == "Đã tiếp nhận · quá hạn"


def test_the_next_scan_takes_the_card_away_or_brings_its_own(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register
) -> None:
    first, second = register("Lê Một"), register("Lê Hai")
    scan(qtbot, window, scans, first.code)
    scan(qtbot, window, scans, second.code)
    assert shown(window)["owner"] == "Lê Hai"
    scan(qtbot, window, scans, "H31.20.11-261123-2999")
    assert cards(window) == []
    scan(qtbot, window, scans, first.code)
    scans.take_misread(Misread("???", MisreadHint.UNKNOWN))
    assert cards(window) == []


def test_what_happens_to_the_dossier_shows_on_its_card(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register, desk: Desk
) -> None:
    accepted = register()
    scan(qtbot, window, scans, accepted.code)
    take_step(desk, accepted.uid, Finished(desk.clock(), ("Giấy xác nhận",)))
    before = shown(window)["state"]
    scans.refresh_card()
    qtbot.waitUntil(lambda: shown(window)["state"] != before)
    assert shown(window)["state"] == stage_words(Stage.FINISHED)


def test_a_card_that_was_changed_for_another_is_not_brought_back(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register
) -> None:
    first, second = register("Lê Một"), register("Lê Hai")
    scan(qtbot, window, scans, first.code)
    scans.refresh_card()
    scan(qtbot, window, scans, second.code)
    assert shown(window)["owner"] == "Lê Hai"


def test_markup_in_names_is_shown_as_typed(
    qtbot: QtBot, window: MainWindow, scans: ScanRouter, register: Register
) -> None:
    accepted = register("<b>Lê</b> & Hòa", "<img src='file:///etc/passwd'>")
    scan(qtbot, window, scans, accepted.code)
    assert shown(window)["owner"] == "<b>Lê</b> & Hòa"
    for label in window.side.findChild(ScanCard).findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1024, 640), 175), ((1366, 768), 150)])
@pytest.mark.parametrize("name", ["Thủ tục thử", "Thủ tục có tên thật là dài " * 40])
def test_the_card_can_be_read_and_reached_at_every_size(
    qtbot: QtBot,
    window: MainWindow,
    scans: ScanRouter,
    register: Register,
    size: tuple[int, int],
    scale: int,
    name: str,
) -> None:
    accepted = register("Nguyễn Thị Hoàng Oanh Khánh Huyền", name)
    window.set_look(theme.Look(scale=scale))
    window.resize(*size)
    window.side.set_figures([Figure("received", "Nhận", "1.234"), Figure("returned", "Trả", "1.021")])
    window.findChild(QPushButton, "side_button").click()
    scan(qtbot, window, scans, accepted.code)
    assert window.size().width() == size[0]
    assert window.size().height() == size[1]
    wait_legible(qtbot, window.side)
    assert tab_jumps(window.side) == []
    assert nameless(window.side) == untabbable(window.side) == default_buttons(window.side) == []
    assert window.side.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    figure = window.side.findChild(QWidget, "figure_received")
    figure.setFocus()
    qtbot.keyClick(figure, Qt.Key.Key_Backtab)
    button = window.side.findChild(QPushButton, "scan_card_open")
    assert button.hasFocus()
    assert button.visibleRegion().boundingRect() == button.rect(), "Tab scrolls to it"
