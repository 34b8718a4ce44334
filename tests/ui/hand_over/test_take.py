"""F6, Nhận and earlier lists: confirmed item by item, declined with a reason, found and printed again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from onestop_desk.domain.events import HandOverDeclined, ReceiverKind, TakenOver
from onestop_desk.services import hand_over, pin
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui.hand_over.page import Side
from tests.desks import PASSWORD, SettableClock
from tests.ui.hand_over.conftest import CONTROL, ENTER, Bench

ME = "Nguyễn Thị Hoa"
JUSTICE = "Tư pháp - Hộ tịch"


@pytest.fixture
def taking(bench: Bench, uids: list[str], desk: Desk) -> Bench:
    """Give the page where three dossiers come to me and one to a department."""
    hand_over.hand_over(desk, Receiver(ME, ReceiverKind.OFFICER), uids[:3])
    hand_over.hand_over(desk, Receiver(JUSTICE), uids[3:])
    bench.show(Side.TAKE)
    return bench


def test_what_comes_to_me_is_confirmed_by_scan_one_by_one(taking: Bench, uids: list[str], desk: Desk) -> None:
    assert taking.find("take_to", QComboBox).currentText() == f"Tôi: {ME} (3)"
    assert taking.counter("take_counter") == "0/3"
    taking.scan(taking.state(uids[1]).code)
    assert taking.counter("take_counter") == "1/3"
    assert taking.rows("take_table")[-1] == ("ticked", "Lê 1", "Đã nhận lúc 08:30")
    assert (taking.state(uids[1]).holder, taking.state(uids[1]).is_on_the_way) == (ME, False)
    taking.scan(taking.state(uids[1]).code)
    taken = [entry for entry in dossier_entries(desk, uids[1])[1] if isinstance(entry.event, TakenOver)]
    assert len(taken) == 1, "scanned again: nothing more"


def test_one_is_declined_with_a_reason_and_stays_with_its_sender(taking: Bench, uids: list[str]) -> None:
    table = taking.find("take_table")
    table.setCurrentIndex(table.model().index(0, 0))
    taking.click("take_decline")
    assert taking.find("take_reason_problem", QLabel).text() == "Ghi lý do không nhận."
    assert taking.state(uids[0]).is_on_the_way
    taking.fill(take_reason="thiếu chữ ký")
    taking.click("take_decline")
    assert (taking.state(uids[0]).holder, taking.state(uids[0]).is_on_the_way) == ("", False)
    last = dossier_entries(taking.desk, uids[0])[1][-1].event
    assert isinstance(last, HandOverDeclined)
    assert last.reason == "thiếu chữ ký"
    assert taking.counter("take_counter") == "0/2"
    assert taking.rows("take_table")[-1] == ("plain", "Lê 0", "Không nhận: thiếu chữ ký")
    assert taking.find("take_reason").text() == "", "the next one has its own reason"


def test_keys_alone_confirm(taking: Bench, uids: list[str]) -> None:
    table = taking.find("take_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    taking.press(Qt.Key.Key_Space)
    taking.settle()
    table.setCurrentIndex(table.model().index(0, 0))
    taking.press(ENTER, CONTROL)
    taking.press(ENTER, CONTROL)
    taking.settle()
    held = [taking.state(uid).is_on_the_way for uid in uids[:3]]
    assert held.count(False) == 2
    taking.find("take_code").setFocus()
    taking.fill(take_code=taking.state(uids[held.index(True)]).code[-4:])
    taking.press(ENTER)
    taking.settle()
    assert taking.counter("take_counter") == "3/3"
    assert taking.find("take_said", QLabel).text() == "Không còn hồ sơ nào."
    assert not taking.find("take_confirm", QPushButton).isEnabled()


def test_what_comes_to_another_is_not_taken_by_a_stray_scan(taking: Bench, uids: list[str]) -> None:
    taking.scan(taking.state(uids[3]).code)
    assert taking.state(uids[3]).is_on_the_way
    taking.offer(f"đang chuyển đến {JUSTICE}").click()
    taking.settle()
    assert (taking.state(uids[3]).holder, taking.state(uids[3]).is_on_the_way) == (ME, False)


def test_a_department_is_chosen_and_everything_at_once_shown(taking: Bench, uids: list[str]) -> None:
    taking.choose("take_to", JUSTICE)
    assert [owner for _, owner, _ in taking.rows("take_table")] == ["Lê 3"]
    taking.scan(taking.state(uids[3]).code)
    assert taking.counter("take_counter") == "1/1"
    taking.choose("take_to", "Tất cả")
    assert taking.counter("take_counter") == "1/4"


def test_a_scan_of_what_is_not_on_the_way_is_explained(taking: Bench, uids: list[str], desk: Desk) -> None:
    hand_over.take_over(desk, uids[:1], "Trần Thị Lan")
    taking.scan(taking.state(uids[0]).code)
    assert taking.strips()[0].endswith("không phải hồ sơ đang chuyển.")
    taking.scan("H31.20.11-261120-0099")
    problem = taking.find("take_code_problem", QLabel).text()
    assert problem == "H31.20.11-261120-0099: không có trên máy này, để riêng ra."
    assert taking.state(uids[0]).holder == "Trần Thị Lan"


def test_earlier_lists_show_what_became_of_each_and_print_again(
    taking: Bench, uids: list[str], desk: Desk, clock: SettableClock
) -> None:
    clock.forward(minutes=1)
    listed = hand_over.hand_over(desk, Receiver("Một cửa"), uids[:2])
    hand_over.take_over(desk, uids[:1], "Trần Thị Lan")
    taking.show(Side.LISTS)
    table = taking.find("lists_table")
    taking.qtbot.waitUntil(lambda: len(taking.rows("lists_dossiers")) == 2)
    assert [table.model().index(0, at).data() for at in range(4)] == ["2003", "08:31, 23/11/2026", "2", "Một cửa"]
    assert [said for _, _, said in taking.rows("lists_dossiers")] == [
        "Đang xử lý · đang ở Trần Thị Lan",
        "Đang chuyển đến Một cửa, chờ xác nhận",
    ]
    assert taking.find("lists_said", QLabel).text() == "2 hồ sơ, 1 chờ xác nhận."
    taking.click("lists_again")
    assert taking.jobs() == [("hand_over", listed.uid)]


def test_a_scan_while_looking_at_lists_records_nothing(taking: Bench, uids: list[str]) -> None:
    taking.show(Side.LISTS)
    taking.scan(taking.state(uids[0]).code)
    assert taking.state(uids[0]).is_on_the_way
    assert taking.strips()[0] == "Đang xem các danh sách đã giao, chưa ghi gì."


def test_the_receiver_confirms_with_a_pin_at_my_counter_and_is_named_in_the_log(
    taking: Bench, uids: list[str], desk: Desk
) -> None:
    pin.set_pin(desk, "lan", PASSWORD, "2468")
    taking.click("pin_ask")
    taking.fill(pin_login="lan", pin_code="1111")
    taking.click("pin_go")
    assert taking.find("pin_login").isVisible(), "a wrong PIN: nobody confirms yet"
    taking.fill(pin_code="2468")
    taking.click("pin_go")
    assert taking.find("pin_said", QLabel).text() == "Đang nhận: Trần Thị Lan."
    taking.choose("take_to", JUSTICE)
    taking.scan(taking.state(uids[3]).code)
    last = dossier_entries(desk, uids[3])[1][-1]
    assert (last.by.login, taking.state(uids[3]).holder) == ("lan", "Trần Thị Lan")
    taking.click("pin_end")
    taking.choose("take_to", ME)
    taking.scan(taking.state(uids[0]).code)
    assert dossier_entries(desk, uids[0])[1][-1].by.login == "hoa"


def test_leaving_the_page_ends_the_confirming_with_a_pin(taking: Bench, desk: Desk) -> None:
    pin.set_pin(desk, "lan", PASSWORD, "2468")
    taking.click("pin_ask")
    taking.fill(pin_login="lan", pin_code="2468")
    taking.click("pin_go")
    taking.window.show_page("list")
    taking.settle()
    taking.window.show_page("hand_over")
    taking.settle()
    assert not taking.find("pin_said").isVisible()
    assert taking.find("pin_ask").isVisible()
