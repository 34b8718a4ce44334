"""The promise is live and in words; what differs from the rule needs its reason and, later, its right."""

from datetime import datetime
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desk.domain.application import Channel, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit
from onestop_desk.domain.office import Role
from onestop_desk.domain.page_fee import PageRate
from onestop_desk.domain.plain import to_plain
from onestop_desk.services import catalogue, staff
from onestop_desk.ui.intake.form import form_from_draft
from tests.desks import PASSWORD, SettableClock, a_procedure
from tests.ui.counter import ALT, CARD, CONTROL, Counter, read

LAND = a_procedure(
    code="1.012753",
    limits=(
        ProcedureLimit(27, Unit.WORKING_DAY, Channel.DIRECT, statutory=54),
        ProcedureLimit(17, Unit.WORKING_DAY, Channel.ONLINE),
    ),
    fees=(ProcedureFee(100_000, Channel.DIRECT), ProcedureFee(50_000, Channel.ONLINE)),
)


def _filled(counter: Counter, code: str = "1.004873") -> Counter:
    counter.scan()
    counter.choose(code)
    return counter


def test_the_promise_is_shown_with_its_reasoning(counter: Counter) -> None:
    _filled(counter)
    assert counter.find("due_moment").text() == "08:30, Thứ Sáu 27/11/2026"
    assert counter.find("due_reasoning").text() == "3 ngày làm việc, trừ nghỉ 24/11 (Ngày Văn hóa Việt Nam)"


def test_time_passing_moves_the_promise(counter: Counter, clock: SettableClock) -> None:
    _filled(counter)
    clock.forward(hours=2)
    counter.page._minute.timeout.emit()
    assert counter.find("due_moment").text() == "10:30, Thứ Sáu 27/11/2026"


def test_channel_changes_limit_fee_and_promise_at_once(counter: Counter) -> None:
    catalogue.adapt(counter.desk, LAND)
    _filled(counter, "1.012753")
    direct = counter.find("due_moment").text()
    assert "27 ngày làm việc · theo luật 54 ngày làm việc, đã cắt 50%" in counter.find("procedure_limit").text()
    assert counter.find("fee").text() == "100.000"
    counter.find("channel_online").click()
    assert counter.find("due_moment").text() != direct
    assert counter.find("fee").text() == "50.000"
    counter.save()
    (dossier,) = counter.dossiers()
    assert (dossier.due.limit.value, dossier.received.charge.amount) == (17, 50_000)


def test_a_fee_changed_by_hand_survives_a_change_of_channel(counter: Counter) -> None:
    catalogue.adapt(counter.desk, LAND)
    _filled(counter, "1.012753")
    counter.fill(fee="75.000 đ")
    counter.find("channel_online").click()
    counter.save()
    assert counter.dossiers()[0].received.charge.amount == 75_000


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.000,50", "Số tiền: phải là số đồng nguyên."),
        ("-5000", "Số tiền: không được là số âm."),
        ("", "Số tiền: chưa nhập."),
    ],
)
def test_a_fee_that_is_no_amount_is_refused(counter: Counter, typed: str, said: str) -> None:
    catalogue.adapt(counter.desk, LAND)
    _filled(counter, "1.012753")
    counter.fill(fee=typed)
    counter.save()
    assert counter.dossiers() == []
    assert counter.problem("fee") == said


def test_an_exemption_needs_its_reason(counter: Counter) -> None:
    catalogue.adapt(counter.desk, LAND)
    _filled(counter, "1.012753")
    counter.find("fee_exempt").click()
    counter.save()
    assert counter.problem("fee_reason") == "Ghi lý do miễn phí."
    counter.fill(fee_reason="Hộ nghèo")
    counter.save()
    charge = counter.dossiers()[0].received.charge
    assert (charge.amount, charge.exempt_reason) == (0, "Hộ nghèo")


def test_a_case_must_be_chosen_where_there_are_some(counter: Counter) -> None:
    cases = (ProcedureLimit(3, Unit.WORKING_DAY, case="Trong nước"), ProcedureLimit(5, Unit.WORKING_DAY, case="Khác"))
    catalogue.adapt(counter.desk, a_procedure(code="1.000001", limits=cases))
    _filled(counter, "1.000001").save()
    assert counter.problem("case") == "Chưa chọn trường hợp."
    counter.find("case_2").click()
    counter.save()
    (dossier,) = counter.dossiers()
    assert (dossier.received.case, dossier.due.limit.value) == ("Khác", 5)


def test_an_earlier_promise_needs_a_reason(counter: Counter) -> None:
    _filled(counter)
    counter.find("other_due").click()
    counter.fill(due_day="26/11/2026", due_clock="10h")
    assert counter.find("due_moment").text() == "10:00, Thứ Năm 26/11/2026"
    counter.save()
    assert counter.problem("due_reason") == "Hẹn khác thời hạn tính được: ghi lý do."
    counter.fill(due_reason="Người dân cần gấp")
    counter.save()
    (dossier,) = counter.dossiers()
    assert dossier.due.due_at == datetime(2026, 11, 26, 10, tzinfo=VIETNAM)
    assert dossier.received.due_reason == "Người dân cần gấp"


def test_a_later_promise_needs_a_supervisor(counter: Counter) -> None:
    _filled(counter)
    counter.find("other_due").click()
    counter.fill(due_day="30/11/2026", due_reason="Chờ xác minh")
    counter.save()
    assert counter.dossiers() == []
    assert counter.problem("due_day") == "Hẹn muộn hơn thời hạn tính được: cần quyền tổ trưởng."
    staff.admit(counter.desk, "boss", "Tổ Trưởng Mẫu", (Role.ADMIN,), PASSWORD)
    staff.admit(counter.desk, "hoa", "Nguyễn Thị Hoa", (Role.SUPERVISOR,), PASSWORD)
    counter.save()
    assert counter.dossiers()[0].due.due_at == datetime(2026, 11, 30, 8, 30, tzinfo=VIETNAM)


def test_a_year_without_a_calendar_is_said(counter: Counter, clock: SettableClock) -> None:
    clock.now = datetime(2028, 12, 29, 9, tzinfo=VIETNAM)
    _filled(counter)
    assert "Chưa có lịch làm việc năm" in counter.page.view.promise._warnings.texts()[0]


def test_post_needs_an_address_and_offers_the_owners(counter: Counter) -> None:
    _filled(counter)
    counter.find("return_by_post").click()
    assert counter.find("return_address").text() == "Thôn 1, Xã Mẫu, Tỉnh Hưng Yên"
    counter.fill(return_address=" ")
    counter.save()
    assert counter.problem("return_address") == "Chưa nhập địa chỉ nhận kết quả."
    assert QApplication.focusWidget() is counter.find("return_address")
    counter.fill(return_address="Số 5, Xã Mẫu", note="Gọi trước khi gửi")
    counter.find("sets").setValue(3)
    counter.save()
    received = counter.dossiers()[0].received
    assert (received.return_by, received.return_address) == (ReturnWay.POST, "Số 5, Xã Mẫu")
    assert (received.sets, received.note) == (3, "Gọi trước khi gửi")


def test_the_procedure_is_found_without_accents_and_by_code(counter: Counter) -> None:
    search = counter.find("procedure")
    for typed in ("tinh trang hon nhan", "004873"):
        search.setFocus()
        counter.type(typed)
        counter.qtbot.waitUntil(lambda: [row.value for row in search.suggestions()][:1] == ["1.004873"])
        assert search.suggestions()[0].text == "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"
        search.close_list()
        search.clear()


def test_an_unknown_procedure_is_said_beside_the_field(counter: Counter) -> None:
    counter.find("procedure").setFocus()
    counter.type("xyzw")
    counter.qtbot.waitUntil(lambda: bool(counter.problem("procedure")))
    counter.settle()
    assert counter.problem("procedure") == "Không có thủ tục nào khớp với “xyzw”."


def test_tiles_keep_their_keys_while_the_day_lasts(counter: Counter) -> None:
    before = [tile.text() for tile in counter.find("procedure_tiles").tiles()]
    assert len(before) == 9
    _filled(counter, "1.004873").save()
    assert [tile.text() for tile in counter.find("procedure_tiles").tiles()] == before


def test_a_tiles_key_works_after_a_procedure_was_chosen(counter: Counter) -> None:
    _filled(counter)
    counter.press(Qt.Key.Key_1, ALT)
    assert counter.find("procedure_name").text() == "Thủ tục đăng ký khai sinh"


def test_a_scan_that_comes_during_a_save_fills_the_next_form(counter: Counter) -> None:
    _filled(counter)
    gate = Event()
    counter.window.jobs.run(gate.wait)
    counter.press(Qt.Key.Key_Return, CONTROL)
    counter.page.take_scan(read(CARD.replace("034200012345", "034200054321").replace("Văn Mẫu", "Văn Hai")))
    gate.set()
    counter.settle()
    assert counter.dossiers()[0].owner.name == "Nguyễn Văn Mẫu"
    assert counter.find("applicant_name").text() == "Nguyễn Văn Hai"


COPIES = a_procedure(code="2.000815", fees=(ProcedureFee(2_000, by_page=PageRate()), ProcedureFee(0, Channel.ONLINE)))


def test_a_fee_by_the_page_is_counted_from_pages_and_copies(counter: Counter) -> None:
    catalogue.adapt(counter.desk, COPIES)
    _filled(counter, "2.000815")
    assert "từ trang 3: 1.000 đ, tối đa 200.000 đ một bản" in counter.find("procedure_limit").text()
    counter.find("fee_pages").setValue(5)
    counter.find("fee_copies").setValue(3)
    assert counter.find("fee").text() == "21.000"
    counter.save()
    assert counter.dossiers()[0].received.charge.amount == 21_000


def test_pages_are_asked_only_where_the_fee_goes_by_them(counter: Counter) -> None:
    catalogue.adapt(counter.desk, COPIES)
    _filled(counter, "2.000815")
    counter.find("fee_pages").setValue(5)
    counter.find("channel_online").click()
    assert not counter.find("fee_pages").isVisible()
    assert counter.find("fee").text() == "0"
    counter.find("channel_direct").click()
    assert counter.find("fee").text() == "7.000", "what was counted is still there"


def test_an_amount_typed_over_the_counted_one_stands(counter: Counter) -> None:
    catalogue.adapt(counter.desk, COPIES)
    _filled(counter, "2.000815")
    counter.find("fee_pages").setValue(5)
    counter.fill(fee="6.000")
    counter.save()
    assert counter.dossiers()[0].received.charge.amount == 6_000


def test_pages_survive_a_crash_with_the_draft(counter: Counter) -> None:
    catalogue.adapt(counter.desk, COPIES)
    _filled(counter, "2.000815")
    counter.find("fee_pages").setValue(5)
    kept = form_from_draft(to_plain(counter.page.form()))
    assert kept is not None
    counter.page.view.show_form(kept)
    assert (counter.find("fee_pages").value(), counter.find("fee").text()) == (5, "7.000")
