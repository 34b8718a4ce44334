"""F6 as everybody must be able to read and reach it, and with a full desk's dossiers in its time."""

import pytest

from onestop_desk.services import hand_over
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.ui import theme
from onestop_desk.ui.hand_over.page import Side
from tests.ui.hand_over.conftest import Bench
from tests.ui.legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1024, 640), 175), ((1366, 768), 150)])
def test_the_page_can_be_read_and_reached(
    bench: Bench, uids: list[str], desk: Desk, side: Side, size: tuple[int, int], scale: int
) -> None:
    hand_over.hand_over(desk, Receiver("<b>Tư pháp</b> & Hộ tịch"), uids[:2])
    bench.page.entered()
    bench.settle()
    for uid in uids[:3]:
        bench.scan(bench.state(uid).code)
    bench.show(side)
    bench.window.set_look(theme.Look(scale=scale))
    bench.window.resize(*size)
    bench.settle()
    wait_legible(bench.qtbot, bench.window)
    assert nameless(bench.window) == untabbable(bench.page) == default_buttons(bench.window) == []
    assert tab_jumps(bench.page) == []


@pytest.mark.parametrize("kind", ["officer", "department", "agency"])
def test_every_kind_of_receiver_can_be_read(bench: Bench, kind: str) -> None:
    bench.click(f"hand_over_kind_{kind}")
    bench.go()
    bench.window.set_look(theme.Look(scale=175))
    bench.window.resize(1024, 640)
    wait_legible(bench.qtbot, bench.window)
    assert nameless(bench.window) == untabbable(bench.page) == []


def test_a_person_s_card_does_nothing_here(bench: Bench) -> None:
    from tests.ui.counter import CARD, read

    bench.router.take(read(CARD))
    assert bench.window.current_key() == "hand_over"
    assert bench.strips() == ["Ở trang Bàn giao, hãy quét mã hồ sơ."]


def test_a_scan_ticks_the_right_one_of_three_hundred(bench: Bench, desk: Desk) -> None:
    from onestop_desk.services.intake import accept
    from tests.desks import an_application

    for number in range(300):
        accept(desk, an_application(f"many {number}"))
    bench.page.entered()
    bench.settle()
    assert bench.counter().endswith("/304")
    code = bench.find("give_table").held_model.rows()[250].code
    bench.scan(code)
    assert bench.counter() == "1/304"
    assert bench.find("give_table").held_model.rows()[0].code == code, "what is ticked stands on top"
