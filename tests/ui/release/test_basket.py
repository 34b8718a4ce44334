"""What a scan brings into the basket, and what each row says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.events import Collector, Finished, Stopped, Withdrawn
from onestop_desk.services import release
from onestop_desk.services.progress import take_step
from onestop_desk.services.release import Handing
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.release.item import Item, Standing
from onestop_desk.ui.release.wording import tone
from tests.desks import SettableClock
from tests.ui.release.conftest import OTHER_CARD, ReturnDesk, an_owner

ABSENT = "H31.20.11-261123-2777"


def _tones(at_desk: ReturnDesk) -> list[str]:
    return [tone(item) for item in at_desk.page.view.items()]


def test_a_scanned_dossier_says_large_whether_there_is_a_result(at_desk: ReturnDesk) -> None:
    ready, waiting = at_desk.ready("a"), at_desk.dossier("b")
    at_desk.scan(ready.code, waiting.code)
    assert at_desk.rows() == ["Có kết quả", "Chưa có kết quả"]
    assert _tones(at_desk) == ["good", "person"]
    due_at = at_desk.state(waiting).due_at
    assert f"Đã tiếp nhận · hẹn trả {local_moment(due_at)}" in at_desk.told(1)
    assert at_desk.find("basket_said").text() == "1 hồ sơ có kết quả, 1 hồ sơ không trả được lúc này"


def test_a_late_one_without_result_says_so_with_its_due_moment(at_desk: ReturnDesk, clock: SettableClock) -> None:
    waiting = at_desk.dossier("a")
    clock.forward(days=10)
    at_desk.scan(waiting.code)
    assert f"hẹn trả {local_moment(at_desk.state(waiting).due_at)} · đã quá hạn" in at_desk.told()


def test_already_returned_is_information_with_when_where_and_to_whom(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    taker = Collector("Lê Thị Mẫu", "034200012399", "con", "giấy ủy quyền số 5")
    release.give_back(at_desk.desk, [accepted.uid], Handing(taker))
    at_desk.scan(accepted.code)
    assert at_desk.rows() == ["Đã trả"]
    assert _tones(at_desk) == ["info"]
    told = at_desk.told()
    assert "08:30, 23/11/2026 tại H31.20.11, quầy 2, người trả Nguyễn Thị Hoa" in told
    assert "Người nhận thay: Lê Thị Mẫu · con · giấy ủy quyền số 5" in told
    at_desk.give()
    assert at_desk.events(accepted).count("returned") == 1
    assert at_desk.strips() == ["Trong giỏ không có hồ sơ nào có kết quả để trả."]


def test_one_that_went_by_post_says_to_where(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    by_post = Handing(way=ReturnWay.POST, address="Thôn 3, Xã Mẫu", sending_number="EA123VN")
    release.give_back(at_desk.desk, [accepted.uid], by_post)
    at_desk.scan(accepted.code)
    assert "Qua bưu chính: Thôn 3, Xã Mẫu · EA123VN" in at_desk.told()
    assert "Người nhận: Nguyễn Văn Mẫu (chủ hồ sơ)" in at_desk.told()


def test_withdrawn_and_stopped_are_information_with_the_reason(at_desk: ReturnDesk) -> None:
    gone, stopped = at_desk.dossier("a"), at_desk.dossier("b")
    take_step(at_desk.desk, gone.uid, Withdrawn(at_desk.desk.clock(), "gia đình đổi ý"))
    take_step(at_desk.desk, stopped.uid, Stopped(at_desk.desk.clock(), "không bổ sung"))
    at_desk.scan(gone.code, stopped.code)
    assert at_desk.rows() == ["Xin rút", "Dừng xử lý"]
    assert _tones(at_desk) == ["info", "info"]
    assert "gia đình đổi ý" in at_desk.told(0)
    assert "không bổ sung" in at_desk.told(1)


def test_a_well_formed_code_that_is_not_here_is_a_provisional_row(at_desk: ReturnDesk) -> None:
    at_desk.scan(ABSENT)
    assert at_desk.rows() == ["Không có trên máy này"]
    assert ABSENT in at_desk.told()
    assert not at_desk.find("give_back").isEnabled()


def test_a_refused_request_has_a_result_that_says_no(at_desk: ReturnDesk) -> None:
    accepted = at_desk.dossier("a")
    refused = Finished(at_desk.desk.clock(), refused_reason="không đủ điều kiện")
    take_step(at_desk.desk, accepted.uid, refused)
    at_desk.scan(accepted.code)
    assert at_desk.rows() == ["Có kết quả"]
    assert "Kết quả là văn bản từ chối: không đủ điều kiện" in at_desk.told()


def test_the_same_dossier_lies_in_the_basket_once(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code, ABSENT, accepted.code, ABSENT)
    assert at_desk.rows() == ["Có kết quả", "Không có trên máy này"]


def test_a_card_brings_the_ready_results_of_its_person_and_no_others(at_desk: ReturnDesk) -> None:
    mine = [at_desk.ready("a"), at_desk.ready("b")]
    at_desk.dossier("not finished")
    at_desk.ready("of another", owner=an_owner(name="Lê Thị Lạ", id_number="034200099999"))
    at_desk.scan_card()
    assert [item.uid for item in at_desk.page.view.items()] == [one.uid for one in mine]


def test_a_card_without_ready_results_says_what_is_at_work(at_desk: ReturnDesk) -> None:
    at_desk.dossier("a")
    at_desk.scan_card()
    assert at_desk.rows() == []
    (said,) = at_desk.strips()
    assert said.startswith("Chưa có kết quả cho người này: 1 hồ sơ đang xử lý, hẹn trả sớm nhất")
    at_desk.scan_card(OTHER_CARD)
    assert at_desk.strips()[0] == "Không có hồ sơ nào của người này chờ trả kết quả."


@pytest.mark.parametrize("spelled", ["{code}", "{small}", "{serial}", "034200012345"])
def test_codes_last_digits_and_numbers_can_be_typed(at_desk: ReturnDesk, spelled: str) -> None:
    accepted = at_desk.ready("a")
    words = spelled.format(code=accepted.code, small=accepted.code.lower(), serial=accepted.code[-4:])
    at_desk.fill(release_code=words)
    at_desk.press(Qt.Key.Key_Return)
    at_desk.settle()
    assert [item.uid for item in at_desk.page.view.items()] == [accepted.uid]
    assert at_desk.find("release_code").text() == ""
    assert at_desk.find("card_match").text() == "Quét thẻ căn cước của chủ hồ sơ để đối chiếu.", "typed is not compared"


def test_typing_what_means_several_or_nothing_says_so_at_the_line(at_desk: ReturnDesk) -> None:
    at_desk.ready("a")
    at_desk.ready("b")
    at_desk.fill(release_code="nguyen van mau")
    at_desk.click("basket_add")
    assert "Có nhiều hồ sơ khớp" in at_desk.problem("release_code")
    at_desk.fill(release_code="khong ai ca")
    at_desk.click("basket_add")
    assert at_desk.problem("release_code") == "Không có hồ sơ nào khớp."
    assert at_desk.rows() == []


def test_delete_takes_a_row_out_and_a_dropped_basket_can_be_taken_back(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan(first.code, second.code)
    at_desk.page.view.list.setFocus()
    at_desk.press(Qt.Key.Key_Delete)
    assert [item.uid for item in at_desk.page.view.items()] == [first.uid]
    at_desk.fill(receiver_name="Lê Thị Mẫu")
    at_desk.click("basket_drop")
    assert at_desk.rows() == []
    assert at_desk.find("receiver_name").text() == ""
    assert QApplication.focusWidget() is at_desk.find("release_code")
    at_desk.undo()
    assert [item.uid for item in at_desk.page.view.items()] == [first.uid]
    assert at_desk.find("receiver_name").text() == "Lê Thị Mẫu"


def test_coming_back_reads_the_basket_anew(at_desk: ReturnDesk) -> None:
    accepted = at_desk.dossier("a")
    at_desk.scan(accepted.code)
    at_desk.press(Qt.Key.Key_F7)
    at_desk.finish(accepted.uid)
    at_desk.press(Qt.Key.Key_F4)
    at_desk.settle()
    assert at_desk.rows() == ["Có kết quả"]


def test_a_provisional_row_becomes_the_dossier_when_it_has_come(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.page.view.take(Item(accepted.code))
    assert at_desk.page.view.items()[0].standing is Standing.ABSENT
    at_desk.page.entered()
    at_desk.settle()
    assert [item.uid for item in at_desk.page.view.items()] == [accepted.uid]
