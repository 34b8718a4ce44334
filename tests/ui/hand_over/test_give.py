"""F6, Giao: receiver, ticking by scan and key, one list a press, undo, draft."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import HandedOver, Withdrawn
from onestop_desk.domain.office import ClerkWord
from onestop_desk.services import hand_over
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.progress import take_step
from onestop_desk.ui import theme
from onestop_desk.ui.hand_over.table import HeldTable
from tests.desks import SettableClock, events_of
from tests.ui.hand_over.conftest import CONTROL, ENTER, Bench, Opening

JUSTICE = "Tư pháp - Hộ tịch"
ABSENT = "H31.20.11-261120-0099"


def test_scans_tick_off_and_ctrl_enter_hands_over_in_the_order_scanned(bench: Bench, uids: list[str]) -> None:
    bench.fill(hand_over_department=JUSTICE)
    assert bench.counter() == "0/4"
    for uid in (uids[2], uids[0], uids[2]):
        bench.scan(bench.state(uid).code)
    assert bench.counter() == "2/4"
    assert [(mark, owner) for mark, owner, _ in bench.rows()] == [
        ("ticked", "Lê 2"),
        ("ticked", "Lê 0"),
        ("open", "Lê 1"),
        ("open", "Lê 3"),
    ]
    bench.go()
    (listed,) = hand_over.recent_lists(bench.desk)
    assert (listed.to, listed.size) == (JUSTICE, 2)
    assert [line.uid for line in hand_over.dossiers_of(bench.desk, listed.uid)] == [uids[2], uids[0]]
    assert bench.jobs() == [("hand_over", listed.uid)]
    assert bench.counter() == "0/2"
    assert "2 hồ sơ cho Tư pháp - Hộ tịch, danh sách số 2001" in bench.strips()[0]


def test_ctrl_enter_twice_is_one_list(bench: Bench, uids: list[str]) -> None:
    bench.fill(hand_over_department=JUSTICE)
    bench.scan(bench.state(uids[0]).code)
    bench.press(ENTER, CONTROL)
    bench.press(ENTER, CONTROL)
    bench.settle()
    bench.go()
    assert [line.size for line in hand_over.recent_lists(bench.desk)] == [1]
    handed = [entry for entry in events_of(bench.desk, uids[0]) if isinstance(entry, HandedOver)]
    assert len(handed) == 1


def test_an_unknown_code_is_explained_in_its_row_and_goes_nowhere(bench: Bench, uids: list[str]) -> None:
    bench.fill(hand_over_department=JUSTICE)
    bench.scan(ABSENT)
    bench.scan(bench.state(uids[0]).code)
    mark, code, said = bench.rows()[0]
    assert (mark, code) == ("wrong", ABSENT)
    assert said.startswith("Không có trên máy này")
    assert bench.counter() == "1/4"
    bench.go()
    assert [line.size for line in hand_over.recent_lists(bench.desk)] == [1]
    assert bench.rows()[0][:2] == ("wrong", ABSENT), "it stays until somebody takes it away"
    table = bench.find("give_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    bench.press(Qt.Key.Key_Delete)
    assert ABSENT not in [owner for _, owner, _ in bench.rows()]


def test_what_cannot_go_is_explained_and_holds_up_no_other(bench: Bench, uids: list[str], desk: Desk) -> None:
    hand_over.hand_over(desk, Receiver("Địa chính"), uids[1:2])
    take_step(desk, uids[2], Withdrawn(desk.clock(), "thôi"))
    bench.fill(hand_over_department=JUSTICE)
    for uid in uids:
        bench.scan(bench.state(uid).code)
    wrong = [(owner, said) for mark, owner, said in bench.rows() if mark == "wrong"]
    assert wrong == [
        ("Lê 1", "Đang chuyển đến Địa chính, chờ xác nhận: không giao lần nữa."),
        ("Lê 2", "Đang ở trạng thái “Xin rút”: không bàn giao được, để riêng ra."),
    ]
    assert bench.counter() == "2/2"
    bench.go()
    assert hand_over.recent_lists(desk)[0].size == 2
    assert bench.state(uids[1]).holder == "Địa chính"


def test_what_changed_while_the_list_was_open_is_refused_in_its_row(bench: Bench, uids: list[str], desk: Desk) -> None:
    bench.fill(hand_over_department=JUSTICE)
    for uid in uids[:2]:
        bench.scan(bench.state(uid).code)
    take_step(desk, uids[1], Withdrawn(desk.clock(), "thôi"))
    bench.go()
    assert hand_over.recent_lists(desk)[0].size == 1
    assert bench.rows()[0][:2] == ("wrong", "Lê 1")


def test_undo_brings_everything_back_with_a_reason(bench: Bench, uids: list[str]) -> None:
    bench.fill(hand_over_department=JUSTICE)
    for uid in uids[:2]:
        bench.scan(bench.state(uid).code)
    bench.go()
    bench.offer("Đã bàn giao").click()
    bench.settle()
    assert [bench.state(uid).is_on_the_way for uid in uids] == [False] * 4
    assert events_of(bench.desk, uids[0])[-1].reason == "Hoàn tác bàn giao ngay tại quầy"
    assert bench.counter() == "2/4"
    assert bench.find("hand_over_department").text() == JUSTICE


def test_keys_alone_tick_and_type(bench: Bench, uids: list[str]) -> None:
    bench.find("give_code").setFocus()
    for sign in "2003":
        bench.press(Qt.Key(ord(sign)))
    bench.press(ENTER)
    assert bench.rows()[0][:2] == ("ticked", "Lê 2")
    table = bench.find("give_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    bench.press(Qt.Key.Key_Space)
    assert bench.counter() == "2/4"
    bench.press(Qt.Key.Key_Space)
    assert bench.counter() == "1/4"
    bench.fill(give_code="999")
    bench.find("give_code").setFocus()
    bench.press(ENTER)
    assert bench.find("give_code_problem", QLabel).text() == "Không thấy hồ sơ có mã này trên máy."


def test_nothing_goes_without_a_receiver_or_a_dossier(bench: Bench, uids: list[str]) -> None:
    bench.find("give_code").setFocus()
    bench.go()
    assert bench.find("give_code_problem", QLabel).text().startswith("Chưa chọn hồ sơ nào")
    bench.scan(bench.state(uids[0]).code)
    bench.go()
    assert bench.find("hand_over_department_problem", QLabel).text() == "Chưa chọn nơi nhận."
    assert hand_over.recent_lists(bench.desk) == ()


def test_an_officer_is_chosen_by_name(bench: Bench, uids: list[str]) -> None:
    bench.click("hand_over_kind_officer")
    box = bench.find("hand_over_officer")
    assert [box.itemText(at) for at in range(box.count())] == ["Trần Thị Lan"], "nobody hands over to themselves"
    bench.choose("hand_over_officer", "Lan")
    bench.scan(bench.state(uids[0]).code)
    bench.go()
    assert (bench.state(uids[0]).holder, bench.state(uids[0]).is_on_the_way) == ("Trần Thị Lan", True)


@pytest.mark.parametrize(
    ("code", "problem"),
    [("H31.2", "Mã cơ quan: không đúng dạng mã."), ("h31.20.11", "Đây là mã của chính cơ quan này.")],
)
def test_an_agency_is_told_by_a_sound_code(bench: Bench, uids: list[str], code: str, problem: str) -> None:
    bench.click("hand_over_kind_agency")
    bench.scan(bench.state(uids[0]).code)
    bench.fill(hand_over_agency=code)
    bench.go()
    assert bench.find("hand_over_agency_problem", QLabel).text() == problem
    bench.fill(hand_over_agency="h31.20")
    bench.go()
    assert bench.state(uids[0]).holder == "H31.20"
    assert events_of(bench.desk, uids[0])[-1].content is not None


def test_departments_of_earlier_lists_are_suggested(bench: Bench, uids: list[str], desk: Desk) -> None:
    hand_over.hand_over(desk, Receiver(JUSTICE), uids[:1])
    bench.page.entered()
    bench.settle()
    line = bench.find("hand_over_department")
    line.setFocus()
    line.textEdited.emit("tu ph")
    assert [one.text for one in line.suggestions()] == [JUSTICE]
    bench.qtbot.waitUntil(lambda: line.list_view().isVisible())
    line.setText(JUSTICE)
    bench.scan(bench.state(uids[1]).code)
    bench.press(ENTER, CONTROL)
    bench.settle()
    assert hand_over.recent_lists(desk)[0].size == 1


def test_an_interrupted_list_is_continued_the_next_day(
    bench: Bench, opening: Opening, uids: list[str], clock: SettableClock
) -> None:
    bench.fill(hand_over_department=JUSTICE)
    for uid in (uids[3], uids[1]):
        bench.scan(bench.state(uid).code)
    bench.scan(ABSENT)
    clock.forward(days=1)
    again = opening()
    assert again.counter() == "2/4"
    assert [owner for _, owner, _ in again.rows()][:3] == [ABSENT, "Lê 3", "Lê 1"]
    assert again.find("hand_over_department").text() == JUSTICE
    assert "Danh sách bàn giao đang làm dở đã được mở lại." in again.strips()
    again.go()
    listed = hand_over.recent_lists(again.desk)[0]
    assert [line.uid for line in hand_over.dossiers_of(again.desk, listed.uid)] == [uids[3], uids[1]]
    assert opening().counter() == "0/2", "what was handed over is no draft any more"


def test_a_list_to_an_officer_is_continued_too(bench: Bench, opening: Opening, uids: list[str]) -> None:
    bench.click("hand_over_kind_officer")
    bench.choose("hand_over_officer", "Lan")
    bench.scan(bench.state(uids[0]).code)
    again = opening()
    again.go()
    assert again.state(uids[0]).holder == "Trần Thị Lan"


def test_a_draft_never_crosses_clerks(bench: Bench, opening: Opening, uids: list[str], desk: Desk) -> None:
    bench.scan(bench.state(uids[0]).code)
    opening.close()
    desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    assert opening().counter() == "0/4"
    opening.close()
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    assert opening().counter() == "1/4"


def test_a_result_goes_back_from_the_officer_who_holds_it(bench: Bench, uids: list[str], desk: Desk) -> None:
    from onestop_desk.domain.events import Finished

    hand_over.hand_over(desk, Receiver("Nguyễn Thị Hoa"), uids[:1])
    hand_over.take_over(desk, uids[:1], "Nguyễn Thị Hoa")
    take_step(desk, uids[0], Finished(desk.clock()))
    bench.page.entered()
    bench.settle()
    assert bench.counter() == "0/4"
    bench.fill(hand_over_department="Một cửa")
    bench.scan(bench.state(uids[0]).code)
    bench.go()
    assert (bench.state(uids[0]).stage, bench.state(uids[0]).holder) == (Stage.FINISHED, "Một cửa")


@pytest.mark.parametrize("scale", [100, 150])
def test_a_window_of_1366_pixels_shows_every_column_without_scrolling(bench: Bench, scale: int) -> None:
    bench.window.set_look(theme.Look(scale=scale))
    bench.settle()
    table = bench.find("give_table", HeldTable)
    bench.qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    assert table.horizontalScrollBar().maximum() == 0
