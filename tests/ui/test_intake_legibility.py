"""The registering page can be read and reached at every size and in every theme."""

import pytest

from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import ProcedureLimit
from onestop_desk.services import catalogue
from onestop_desk.services.intake import accept
from onestop_desk.ui import theme
from onestop_desk.ui.wording import Sentence, Severity
from tests.desks import a_procedure, an_application, an_owner
from tests.ui.counter import Counter
from tests.ui.legibility import default_buttons, nameless, tab_jumps, tab_order, untabbable, wait_legible


@pytest.fixture
def full(counter: Counter) -> Counter:
    """Give a form with everything on it: two people, warnings, problems."""
    accept(counter.desk, an_application("earlier", owner=an_owner(name="Nguyễn Thị Khác")))
    counter.scan()
    counter.choose()
    counter.find("behalf_True").click()
    for name in ("other_due", "fee_exempt", "return_by_post"):
        counter.find(name).click()
    counter.fill(applicant_phone="091x")
    counter.save()
    return counter


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_no_text_is_cut(full: Counter, size: tuple[int, int], scale: int) -> None:
    full.window.set_look(theme.Look(scale=scale))
    full.window.resize(*size)
    wait_legible(full.qtbot, full.page)
    assert (full.window.width(), full.window.height()) == size
    assert not full.page._scroll.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("scale", [100, 175])
def test_no_text_of_an_empty_form_is_cut(counter: Counter, scale: int) -> None:
    counter.window.set_look(theme.Look(scale=scale))
    counter.window.resize(1024, 640)
    wait_legible(counter.qtbot, counter.page)
    assert not counter.page._scroll.horizontalScrollBar().isVisible()


def test_every_control_has_a_name_and_tab_reaches_it_in_order(full: Counter) -> None:
    assert nameless(full.page) == []
    assert untabbable(full.page) == []
    assert tab_jumps(full.page.view) == []
    assert tab_order(full.page)[-2:] == [full.find("save"), full.find("save_and_next")]
    assert default_buttons(full.page) == []


def test_tab_reaches_tiles_and_cases_in_their_place(counter: Counter) -> None:
    assert tab_jumps(counter.page.view) == []
    cases = (ProcedureLimit(3, Unit.WORKING_DAY, case="Trong nước"), ProcedureLimit(5, Unit.WORKING_DAY, case="Khác"))
    catalogue.adapt(counter.desk, a_procedure(code="1.000001", limits=cases))
    counter.choose("1.000001")
    order = tab_order(counter.page)
    assert order.index(counter.find("procedure")) < order.index(counter.find("case_1"))
    assert order.index(counter.find("case_1")) < order.index(counter.find("papers"))


def test_the_foot_keeps_the_focus_when_it_moves_into_the_form(counter: Counter) -> None:
    counter.window.set_look(theme.Look(scale=150))
    counter.window.resize(1366, 768)
    counter.find("save_and_next").setFocus()
    place = counter.find("intake_foot").parentWidget()
    for said in ("Phiếu 1001 đã lưu.", "Phiếu 1002 đã lưu."):
        counter.window.say(Sentence(said, severity=Severity.INFO))
    counter.qtbot.waitUntil(lambda: counter.find("intake_foot").parentWidget() is not place)
    assert counter.find("save_and_next").hasFocus()
