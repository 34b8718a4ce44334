"""Giving back: who takes it, by which way, what is paid, sixty at once, undo, recall."""

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Collector, Paid, Returned, ReturnRecalled
from onestop_desk.domain.office import ClerkWord
from onestop_desk.services import release
from onestop_desk.services.intake import Accepted
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import JobState, jobs
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.release import Handing
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock, a_procedure, admit_hoa
from tests.ui.counter import CONTROL, ENTER
from tests.ui.release.conftest import OTHER_CARD, ReturnDesk, an_owner

PRICED = a_procedure()
OLD_NUMBER = an_owner(id_number="145678901")


def _last(at_desk: ReturnDesk, accepted: Accepted, kind: type[object]) -> object:
    entries = dossier_entries(at_desk.desk, accepted.uid)[1]
    return next(entry.event for entry in reversed(entries) if isinstance(entry.event, kind))


def _returned(at_desk: ReturnDesk, accepted: Accepted) -> Returned:
    event = _last(at_desk, accepted, Returned)
    assert isinstance(event, Returned)
    return event


def _slips(at_desk: ReturnDesk) -> int:
    return sum(job.form is Form.RETURN for job in jobs(at_desk.desk, tuple(JobState)))


def test_card_and_ctrl_enter_give_everything_back_to_the_compared_owner(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan_card()
    assert at_desk.find("card_match").text() == "Đúng chủ hồ sơ: số trên thẻ khớp đủ 12 chữ số."
    at_desk.give()
    for one in (first, second):
        event = _returned(at_desk, one)
        assert (event.collector, event.is_compared, event.way) == (None, True, ReturnWay.COUNTER)
    assert _returned(at_desk, first).basket == _returned(at_desk, second).basket
    assert _slips(at_desk) == 1
    assert at_desk.rows() == ["Đã trả", "Đã trả"]
    assert QApplication.focusWidget() is at_desk.find("release_code"), "ready for the next person"


def test_without_a_card_the_return_is_recorded_as_not_compared(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.give()
    assert _returned(at_desk, accepted).is_compared is False


def test_a_card_of_somebody_else_gives_nothing_to_an_owner(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.scan_card(OTHER_CARD)
    assert at_desk.find("card_match").text() == "Thẻ vừa quét không phải của chủ hồ sơ (Nguyễn Văn Mẫu)."
    at_desk.give()
    assert at_desk.state(accepted).stage is Stage.FINISHED
    assert at_desk.problem("card").startswith("Quét thẻ của chủ hồ sơ")
    at_desk.click("forget_cards")
    at_desk.give()
    assert _returned(at_desk, accepted).is_compared is False


def test_one_wrong_digit_is_another_person(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a", owner=an_owner(id_number="034200012346"))
    at_desk.scan(accepted.code)
    at_desk.scan_card()
    at_desk.give()
    assert at_desk.state(accepted).stage is Stage.FINISHED


def test_an_owner_without_a_card_number_is_compared_by_eye(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a", owner=OLD_NUMBER)
    at_desk.scan(accepted.code)
    at_desk.scan_card()
    assert "đối chiếu bằng mắt" in at_desk.find("card_match").text()
    at_desk.give()
    assert _returned(at_desk, accepted).is_compared is False


def test_a_family_is_compared_when_every_owner_showed_a_card(at_desk: ReturnDesk) -> None:
    mine = at_desk.ready("a")
    hers = at_desk.ready("b", owner=an_owner(name="Lê Thị Lạ", id_number="034200099999"))
    at_desk.scan_card()
    at_desk.scan(hers.code)
    assert at_desk.find("card_match").text() == "Chưa đối chiếu thẻ của: Lê Thị Lạ."
    at_desk.scan_card(OTHER_CARD)
    at_desk.give()
    assert [_returned(at_desk, one).is_compared for one in (mine, hers)] == [True, True]


def test_a_strangers_card_names_the_authorised_person_who_needs_a_paper(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.scan_card(OTHER_CARD)
    at_desk.click("receiver_other")
    assert (at_desk.find("receiver_name").text(), at_desk.find("receiver_number").text()) == (
        *("Lê Thị Lạ", "034200099999"),
    )
    at_desk.give()
    assert at_desk.state(accepted).stage is Stage.FINISHED
    assert at_desk.problem("receiver_paper") == "Ghi giấy ủy quyền hoặc giấy chứng minh quan hệ."
    assert QApplication.focusWidget() is at_desk.find("receiver_paper")
    at_desk.fill(receiver_relation="vợ", receiver_paper="giấy ủy quyền số 5")
    at_desk.give()
    event = _returned(at_desk, accepted)
    assert event.collector == Collector("Lê Thị Lạ", "034200099999", "vợ", "giấy ủy quyền số 5")
    assert event.is_compared is False


def test_the_owners_own_card_never_becomes_the_authorised_person(at_desk: ReturnDesk) -> None:
    at_desk.ready("a")
    at_desk.scan_card()
    at_desk.click("receiver_other")
    at_desk.scan_card()
    assert at_desk.find("receiver_name").text() == ""


def test_by_post_goes_to_the_address_asked_for_with_its_number(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a", return_by=ReturnWay.POST, return_address="Số 7, đường Mẫu")
    at_desk.scan(accepted.code)
    assert "Đã đăng ký nhận: Qua bưu chính Số 7, đường Mẫu" in at_desk.told()
    at_desk.click("way_post")
    assert at_desk.find("return_address").text() == "Số 7, đường Mẫu"
    at_desk.fill(return_address="")
    at_desk.give()
    assert at_desk.problem("return_address") == "Ghi địa chỉ gửi kết quả."
    at_desk.fill(return_address="Số 8, đường Mẫu", sending_number="EA123456789VN")
    at_desk.give()
    event = _returned(at_desk, accepted)
    assert (event.way, event.address, event.sending_number) == (ReturnWay.POST, "Số 8, đường Mẫu", "EA123456789VN")


def test_an_electronic_return_needs_no_more(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.click("way_electronic")
    at_desk.give()
    assert _returned(at_desk, accepted).way is ReturnWay.ELECTRONIC


def test_a_fee_still_owed_is_asked_for_and_collected_with_its_receipt(at_desk: ReturnDesk) -> None:
    owing, free = at_desk.ready("a", procedure=PRICED), at_desk.ready("b")
    at_desk.scan(owing.code, free.code)
    assert at_desk.find("still_owed").text() == "Còn phải thu 8.000 đ (1 hồ sơ)"
    at_desk.give()
    assert at_desk.problem("fee_choice") == "Thu tiền hoặc ghi lý do miễn, rồi trả kết quả."
    assert at_desk.state(free).stage is Stage.FINISHED
    at_desk.click("fee_choice_paid")
    at_desk.click("fee_method_transfer")
    at_desk.fill(receipt_series="AA/26E", receipt_number="12")
    at_desk.give()
    paid = _last(at_desk, owing, Paid)
    assert isinstance(paid, Paid)
    assert (paid.amount, paid.method, paid.receipt_series, paid.receipt_number, paid.payer) == (
        *(8_000, "chuyển khoản", "AA/26E", "12", "Nguyễn Văn Mẫu"),
    )
    assert [at_desk.state(one).stage for one in (owing, free)] == [Stage.RETURNED] * 2
    assert "paid" not in at_desk.events(free)


def test_an_exemption_needs_its_reason(at_desk: ReturnDesk) -> None:
    owing = at_desk.ready("a", procedure=PRICED)
    at_desk.scan(owing.code)
    at_desk.click("fee_choice_exempt")
    at_desk.give()
    assert at_desk.problem("exempt_reason") == "Ghi lý do miễn."
    at_desk.fill(exempt_reason="hộ nghèo")
    at_desk.give()
    paid = _last(at_desk, owing, Paid)
    assert isinstance(paid, Paid)
    assert (paid.amount, paid.exempt_reason) == (0, "hộ nghèo")
    assert at_desk.state(owing).stage is Stage.RETURNED


def test_nothing_owed_shows_no_fee(at_desk: ReturnDesk) -> None:
    at_desk.scan(at_desk.ready("a").code)
    assert not at_desk.find("fee_box").isVisible()


def test_a_basket_of_sixty_with_one_blocked_gives_fifty_nine_and_explains_one(at_desk: ReturnDesk) -> None:
    many = [at_desk.dossier(f"g{n}") for n in range(60)]
    at_desk.finish(*(one.uid for one in many if one is not many[30]))
    at_desk.scan(*(one.code for one in many))
    at_desk.give()
    assert at_desk.rows().count("Đã trả") == 59
    assert at_desk.rows()[30] == "Chưa có kết quả"
    assert "không ghi được bước “Trả kết quả”" in at_desk.told(30)
    assert at_desk.page.view.list.currentIndex().row() == 30, "in sight"
    assert at_desk.strips()[0].startswith("Đã trả 59 hồ sơ")
    assert _slips(at_desk) == 1
    assert check(at_desk.desk).findings == ()


def test_double_ctrl_enter_gives_one_return(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.press(ENTER, CONTROL)
    at_desk.press(ENTER, CONTROL)
    at_desk.settle()
    at_desk.give()
    assert at_desk.events(accepted).count("returned") == 1
    assert _slips(at_desk) == 1
    assert len(at_desk.strips()) == 1


def test_a_scan_while_a_return_is_on_its_way_is_the_next_persons(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan(first.code)
    at_desk.press(ENTER, CONTROL)
    at_desk.page.take_code(second.code)
    at_desk.settle()
    assert at_desk.state(first).stage is Stage.RETURNED
    assert at_desk.state(second).stage is Stage.FINISHED
    assert [item.uid for item in at_desk.page.view.items()] == [second.uid]


def test_the_next_scan_begins_with_an_empty_page(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan(first.code)
    at_desk.click("receiver_other")
    at_desk.fill(receiver_name="Lê Thị Mẫu", receiver_number="034200012399", receiver_paper="giấy ủy quyền")
    at_desk.give()
    at_desk.scan(second.code)
    assert [item.uid for item in at_desk.page.view.items()] == [second.uid]
    at_desk.give()
    assert _returned(at_desk, second).collector is None


def test_one_returned_elsewhere_meanwhile_is_explained_and_holds_up_nothing(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan(first.code, second.code)
    release.give_back(at_desk.desk, [first.uid], Handing())
    at_desk.give()
    assert at_desk.events(first).count("returned") == 1
    assert at_desk.state(second).stage is Stage.RETURNED
    assert "đang ở trạng thái “Đã trả kết quả”" in at_desk.told(0)


def test_nothing_given_takes_no_number_and_prints_nothing(at_desk: ReturnDesk) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    release.give_back(at_desk.desk, [accepted.uid], Handing())
    at_desk.give()
    assert at_desk.strips() == ["Chưa trả được hồ sơ nào; lý do ghi ở từng dòng."]
    assert _slips(at_desk) == 0


def test_undo_takes_the_whole_basket_back_with_a_reason(at_desk: ReturnDesk, clock: SettableClock) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan_card()
    at_desk.give()
    (strip,) = at_desk.window.strips.strips()
    assert strip.seconds_left() == 10
    clock.forward(seconds=9)
    at_desk.undo()
    assert [at_desk.state(one).stage for one in (first, second)] == [Stage.FINISHED] * 2
    recalled = _last(at_desk, first, ReturnRecalled)
    assert isinstance(recalled, ReturnRecalled)
    assert recalled.reason == "Hoàn tác ngay sau khi trả"
    assert at_desk.rows() == ["Có kết quả", "Có kết quả"]
    at_desk.give()
    assert _returned(at_desk, first).is_compared is True, "the card is still compared"


def test_an_undo_after_the_next_scan_leaves_the_next_persons_basket_alone(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    at_desk.scan(first.code)
    at_desk.give()
    at_desk.scan(second.code)
    at_desk.undo()
    assert at_desk.state(first).stage is Stage.FINISHED
    assert [item.uid for item in at_desk.page.view.items()] == [second.uid]


def test_an_undo_after_the_next_return_leaves_that_return_done(at_desk: ReturnDesk) -> None:
    first, second = at_desk.ready("a"), at_desk.ready("b")
    for one in (first, second):
        at_desk.scan(one.code)
        at_desk.give()
    older = at_desk.window.strips.strips()[1].findChild(QPushButton, "strip_action")
    older.click()
    at_desk.settle()
    assert [at_desk.state(one).stage for one in (first, second)] == [Stage.FINISHED, Stage.RETURNED]
    assert at_desk.rows() == ["Đã trả"]
    assert at_desk.find("rating_box").isVisible()


@pytest.fixture
def returned_yesterday(at_desk: ReturnDesk, clock: SettableClock) -> Accepted:
    """Give a dossier whose result went out a day ago, scanned."""
    admit_hoa(at_desk.desk)
    accepted = at_desk.ready("a")
    release.give_back(at_desk.desk, [accepted.uid], Handing())
    clock.forward(days=1)
    at_desk.scan(accepted.code)
    return accepted


def test_a_supervisor_recalls_an_older_return_with_a_reason(at_desk: ReturnDesk, returned_yesterday: Accepted) -> None:
    assert at_desk.find("recall_box").isVisible()
    at_desk.click("recall")
    assert at_desk.problem("recall_reason") == "Ghi lý do thu hồi."
    at_desk.fill(recall_reason="trả nhầm người cùng tên")
    at_desk.click("recall")
    recalled = _last(at_desk, returned_yesterday, ReturnRecalled)
    assert isinstance(recalled, ReturnRecalled)
    assert recalled.reason == "trả nhầm người cùng tên"
    assert at_desk.rows() == ["Có kết quả"]
    assert not at_desk.find("recall_box").isVisible()


def test_a_clerk_is_told_to_ask_a_supervisor(at_desk: ReturnDesk, returned_yesterday: Accepted) -> None:
    at_desk.desk.clerk = ClerkWord("binh", "Trần Bình")
    at_desk.fill(recall_reason="trả nhầm")
    at_desk.click("recall")
    assert at_desk.state(returned_yesterday).stage is Stage.RETURNED
    assert at_desk.strips() == ["Bước “Thu hồi việc trả nhầm” lần này cần Tổ trưởng hoặc Quản trị."]


def test_a_held_ctrl_enter_is_one_press(at_desk: ReturnDesk) -> None:
    assert [shortcut.autoRepeat() for shortcut in at_desk.page.findChildren(QShortcut)] == [False, False]
