"""The return page can be read and reached at every size and in every theme."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from onestop_desk.ui import theme
from tests.desks import a_procedure
from tests.ui.legibility import cut_texts, default_buttons, nameless, tab_jumps, untabbable, wait_legible
from tests.ui.release.conftest import OTHER_CARD, ReturnDesk

SIZES = [(1024, 640), (1366, 768)]


def wait_narrow(at_desk: ReturnDesk) -> None:
    """Wait until layouts have settled and nothing lies to the right of the window."""
    at_desk.qtbot.waitUntil(lambda: not at_desk.page._scroll.horizontalScrollBar().isVisible(), timeout=2000)


@pytest.fixture
def full(at_desk: ReturnDesk) -> ReturnDesk:
    """Give a page with everything on it: rows of all kinds, an authorised person, post, a fee, problems."""
    at_desk.scan(at_desk.ready("a", procedure=a_procedure()).code, at_desk.dossier("b").code, "H31.20.11-261123-2777")
    at_desk.scan_card(OTHER_CARD)
    for name in ("receiver_other", "way_post", "fee_choice_paid"):
        at_desk.click(name)
    at_desk.fill(return_address="")
    at_desk.give()
    return at_desk


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut(full: ReturnDesk, size: tuple[int, int], scale: int) -> None:
    full.window.set_look(theme.Look(scale=scale))
    full.window.resize(*size)
    wait_legible(full.qtbot, full.page)
    assert (full.window.width(), full.window.height()) == size
    wait_narrow(full)


@pytest.mark.parametrize("name", list(theme.ThemeName))
@pytest.mark.parametrize("scale", [100, 175])
def test_after_a_return_no_text_is_cut(at_desk: ReturnDesk, scale: int, name: theme.ThemeName) -> None:
    at_desk.ready("a")
    at_desk.scan_card()
    at_desk.give()
    at_desk.window.set_look(theme.Look(name, scale))
    at_desk.window.resize(1024, 640)
    wait_narrow(at_desk)
    wait_legible(at_desk.qtbot, at_desk.page)
    assert cut_texts(at_desk.page) == []
    assert at_desk.window.size() == QSize(1024, 640)


@pytest.mark.parametrize("scale", [100, 175])
def test_rows_are_as_high_as_their_words(full: ReturnDesk, scale: int) -> None:
    full.window.set_look(theme.Look(scale=scale))
    full.window.resize(1024, 640)
    full.qtbot.waitUntil(lambda: full.page.view.list.visualRect(full.page.view.model.index(0)).isValid())
    view = full.page.view.list
    heights = [view.visualRect(view.model().index(row, 0)).height() for row in range(3)]
    lines = theme.current().px(22) + 3 * theme.current().px(14)
    assert all(high > lines for high in heights)
    assert view.horizontalScrollBar().maximum() == 0


def test_every_control_has_a_name_and_tab_reaches_it_in_order(full: ReturnDesk) -> None:
    assert nameless(full.page) == []
    assert untabbable(full.page) == []
    assert tab_jumps(full.page.view.receiver) == []
    assert default_buttons(full.page) == []


def test_esc_goes_back_and_keeps_the_basket(full: ReturnDesk) -> None:
    before = full.page.form()
    full.press(Qt.Key.Key_F7)
    full.press(Qt.Key.Key_F4)
    full.settle()
    assert full.window.current_key() == "release"
    full.press(Qt.Key.Key_Escape)
    assert full.window.current_key() == "list"
    assert full.page.form() == before


def test_f4_is_ready_for_a_scan(at_desk: ReturnDesk) -> None:
    assert QApplication.focusWidget() is at_desk.find("release_code")


def test_a_basket_with_room_shows_no_bar_and_one_without_cuts_no_words(at_desk: ReturnDesk) -> None:
    basket = at_desk.page.view.list
    at_desk.scan(at_desk.ready("a").code)
    assert not basket.verticalScrollBar().isVisible()
    high = basket.visualRect(basket.model().index(0, 0)).height()
    at_desk.scan(*(at_desk.ready(f"n{number}").code for number in range(9)))
    at_desk.qtbot.waitUntil(basket.verticalScrollBar().isVisible)
    assert basket.visualRect(basket.model().index(0, 0)).height() == high


def test_a_basket_above_the_receiver_is_whole_and_only_the_page_scrolls(at_desk: ReturnDesk) -> None:
    basket = at_desk.page.view.list
    at_desk.scan(*(at_desk.ready(f"n{number}").code for number in range(4)))
    at_desk.window.set_look(theme.Look(scale=150))
    at_desk.qtbot.waitUntil(at_desk.page._scroll.verticalScrollBar().isVisible)
    at_desk.qtbot.waitUntil(lambda: basket.verticalScrollBar().maximum() == 0)
    assert not basket.verticalScrollBar().isVisible()
