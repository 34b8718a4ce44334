"""The steps on the card: what may follow is offered, is recorded through its form, and shows on the card at once."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit, ProcedureResult, ProcedureStep
from onestop_desk.domain.dossier import MAY_FOLLOW, DossierState, Stage
from onestop_desk.domain.events import (
    Extended,
    Finished,
    PaymentRequested,
    Returned,
    StepDone,
    Stopped,
    SupplementRequested,
)
from onestop_desk.domain.office import ClerkWord, Role
from onestop_desk.services import catalogue, printing, staff
from onestop_desk.services.intake import accept
from onestop_desk.services.printing import JobState
from onestop_desk.services.progress import take_step
from onestop_desk.ui import theme
from onestop_desk.ui.card.offers import PAGE_OF, offer_words, offered_steps
from onestop_desk.ui.card.step_area import FORMS
from onestop_desk.ui.dossier_wording import step_words
from tests.desks import PASSWORD, SettableClock, a_procedure, an_application
from tests.ui.card.desk_room import Sitting
from tests.ui.legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible


@pytest.mark.parametrize("stage", Stage)
def test_only_what_may_follow_is_offered_and_every_offer_leads_somewhere(stage: Stage) -> None:
    offered = set(offered_steps(DossierState(stage=stage, due_at=datetime.now(VIETNAM), owed=1)))
    assert offered <= {kind.kind for kind in MAY_FOLLOW[stage]}
    assert offered <= {*FORMS, *PAGE_OF}


@pytest.mark.parametrize("stage", Stage)
def test_a_button_says_the_word_that_history_and_messages_say(stage: Stage) -> None:
    state = DossierState(stage=stage, due_at=datetime.now(VIETNAM), owed=1)
    for kind in offered_steps(state):
        assert offer_words(kind).startswith(step_words(kind))
        assert kind not in PAGE_OF or offer_words(kind).endswith(")")


def test_offers_change_with_the_state(sitting: Sitting, clock: SettableClock) -> None:
    assert "supplement_requested" in sitting.room.steps().offered()
    sitting.take(SupplementRequested(clock(), ("Bản sao",)))
    assert sitting.room.steps().offered() == ("supplemented", "corrected", "noted", "withdrawn", "stopped")


def test_a_step_is_recorded_and_the_card_tells_it(sitting: Sitting) -> None:
    with sitting.qtbot.waitSignal(sitting.room.step_taken):
        sitting.choose("withdrawn")
        sitting.fill(reason="đổi ý")
        sitting.save()
    assert sitting.state().stage is Stage.WITHDRAWN
    assert "Rút hồ sơ" in sitting.words("card_timeline")
    assert "đổi ý" in sitting.words("card_timeline")
    assert sitting.room.steps().form() is None
    assert sitting.room.steps().said()[0].startswith("Đã ghi bước “Rút hồ sơ” cho hồ sơ H31.20.11-261123-2001")
    assert "refused" not in sitting.room.steps().offered()


def test_a_refusal_stands_beside_the_field_and_what_was_typed_survives(sitting: Sitting) -> None:
    sitting.choose("supplement_requested")
    sitting.fill(reason="thiếu chữ ký", deadline="20/11/2026")
    sitting.find("step_missing_1").setChecked(True)
    sitting.save()
    assert sitting.refusals() == ("Hạn bổ sung: phải muộn hơn.",)
    assert sitting.find("step_supplement_requested_reason").text() == "thiếu chữ ký"
    assert sitting.find("step_missing_1").isChecked()
    assert sitting.state().stage is Stage.RECEIVED


def test_a_step_that_became_unlawful_meanwhile_is_explained_in_the_form(sitting: Sitting, clock: SettableClock) -> None:
    sitting.choose("stopped")
    sitting.fill(reason="không đủ điều kiện")
    take_step(sitting.desk, sitting.uid, Finished(clock()))
    sitting.save()
    assert "đang ở trạng thái “Đã xử lý xong, chờ trả”" in sitting.refusals()[0]
    assert sitting.find("step_stopped_reason").text() == "không đủ điều kiện"


def test_a_clock_that_jumped_is_confirmed_beside_the_form_and_the_step_recorded(
    sitting: Sitting, clock: SettableClock
) -> None:
    sitting.choose("noted")
    sitting.fill(text="gọi lại")
    clock.forward(days=100)
    sitting.save()
    assert sitting.refusals()[0].startswith("Đồng hồ máy có thể sai")
    sitting.find("notice_action").click()
    sitting.settle()
    assert sitting.event().text == "gọi lại"


def test_what_was_typed_stays_when_the_form_or_the_card_is_left(sitting: Sitting) -> None:
    sitting.choose("noted")
    sitting.fill(text="gọi lại chiều nay")
    sitting.qtbot.keyClick(sitting.find("step_noted_text"), Qt.Key.Key_Escape)
    assert sitting.room.has_card()
    assert sitting.room.steps().form() is None
    sitting.room.close_card()
    sitting.open(sitting.uid)
    sitting.choose("noted")
    assert sitting.find("step_noted_text").text() == "gọi lại chiều nay"


def test_a_form_is_filled_and_saved_by_keys_alone(sitting: Sitting) -> None:
    sitting.find("offer_noted").setFocus()
    sitting.qtbot.keyClick(sitting.find("offer_noted"), Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is sitting.find("step_noted_text")
    sitting.qtbot.keyClicks(focus, "xong")
    sitting.qtbot.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.settle()
    assert sitting.event().text == "xong"
    assert QApplication.focusWidget().objectName().startswith("offer_")


def test_hand_over_and_return_lead_to_their_pages(sitting: Sitting, clock: SettableClock) -> None:
    with sitting.qtbot.waitSignal(sitting.room.page_asked) as asked:
        sitting.find("offer_handed_over").click()
    assert asked.args == ["hand_over", sitting.state().code]
    sitting.take(Finished(clock()))
    with sitting.qtbot.waitSignal(sitting.room.page_asked) as asked:
        sitting.find("offer_returned").click()
    assert asked.args == ["release", sitting.state().code]


def test_a_request_names_papers_and_free_words_and_gives_out_form_02(sitting: Sitting) -> None:
    sitting.choose("supplement_requested")
    sitting.find("step_missing_1").setChecked(True)
    sitting.find("step_missing_more").setText("Trích lục <b>khai sinh</b>")
    sitting.fill(reason="chưa đủ", deadline="01/12/2026")
    sitting.save()
    event = sitting.event()
    assert event.missing == ("Tờ khai cấp giấy xác nhận tình trạng hôn nhân", "Trích lục <b>khai sinh</b>")
    assert event.deadline == datetime(2026, 12, 1, 17, 0, tzinfo=VIETNAM)
    jobs = printing.jobs(sitting.desk, tuple(JobState), sitting.uid)
    assert jobs[0].form == "02"


def test_the_new_promise_is_shown_before_a_supplement_is_saved(sitting: Sitting, clock: SettableClock) -> None:
    sitting.take(SupplementRequested(clock(), ("Bản sao hộ khẩu", "Ảnh")))
    clock.forward(days=2)
    sitting.choose("supplemented")
    said = sitting.words("step_supplemented")
    assert "Hẹn trả mới: 08:30, 30/11/2026. Cách tính: 3 ngày làm việc" in said
    model = sitting.find("step_supplemented_papers").papers_model
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "Chưa có: Ảnh." in sitting.words("step_supplemented")
    sitting.save()
    assert sitting.state().due_at == datetime(2026, 11, 30, 8, 30, tzinfo=VIETNAM)
    assert [paper.name for paper in sitting.event().papers] == ["Bản sao hộ khẩu"]


def test_a_duty_and_its_payment(sitting: Sitting, clock: SettableClock) -> None:
    sitting.choose("payment_requested")
    sitting.fill(amount="một trăm")
    sitting.save()
    assert sitting.refusals() == ("Số tiền: phải là số đồng nguyên.",)
    sitting.fill(amount="150.000")
    sitting.save()
    clock.forward(days=2)
    sitting.open(sitting.uid)
    sitting.choose("paid")
    assert sitting.find("step_paid_amount").text() == "158.000"
    assert "Hẹn trả mới: 08:30, 30/11/2026" in sitting.words("step_paid")
    sitting.fill(series="AA/26E", number="0000123", payer="Bà Nội")
    sitting.save()
    event = sitting.event()
    assert (event.amount, event.method, event.payer) == (158_000, "Tiền mặt", "Bà Nội")
    assert (event.receipt_series, event.receipt_number) == ("AA/26E", "0000123")
    assert "paid" not in sitting.room.steps().offered()


def test_an_exemption_needs_its_reason(sitting: Sitting) -> None:
    sitting.choose("paid")
    sitting.find("step_paid_exempt").click()
    sitting.save()
    assert sitting.refusals() == ("Việc này phải ghi lý do.",)
    sitting.fill(exempt_reason="hộ nghèo")
    sitting.save()
    assert (sitting.event().exempt_reason, sitting.state().still_owed) == ("hộ nghèo", 0)


def test_a_second_apology_is_explained_and_left_to_a_supervisor(sitting: Sitting) -> None:
    staff.admit(sitting.desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(sitting.desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    sitting.desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    sitting.choose("extended")
    sitting.fill(until="30/11/2026", until_clock="10:00", reason="chờ xác minh")
    sitting.save()
    assert sitting.state().due_at == datetime(2026, 11, 30, 10, 0, tzinfo=VIETNAM)
    form = sitting.choose("extended")
    assert "lần thứ hai cần Tổ trưởng" in form.hints.texts()[0]
    sitting.fill(until="02/12/2026", reason="vẫn chờ")
    sitting.save()
    assert "cần Tổ trưởng hoặc Quản trị" in sitting.refusals()[0]
    assert sitting.find("step_extended_reason").text() == "vẫn chờ"
    sitting.desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    sitting.save()
    assert isinstance(sitting.event(), Extended)
    assert sitting.event().by_supervisor


@pytest.mark.parametrize(("typed", "said"), [("", "chưa nhập"), ("mai", "không đúng định dạng"), ("24/11/2026", "")])
def test_a_day_of_an_apology_that_cannot_be_is_named(sitting: Sitting, typed: str, said: str) -> None:
    sitting.choose("extended")
    sitting.fill(until=typed, reason="chờ")
    sitting.save()
    assert (said or "Ngày hẹn lại phải sau hạn đã hẹn") in sitting.refusals()[0]


def test_results_are_suggested_by_the_procedure(sitting: Sitting) -> None:
    results = (ProcedureResult("Giấy xác nhận"), ProcedureResult("Trích lục"))
    catalogue.adapt(sitting.desk, a_procedure(results=results))
    sitting.choose("finished")
    sitting.find("step_results_2").setChecked(True)
    sitting.save()
    assert sitting.event() == Finished(sitting.event().at, ("Trích lục",))
    assert "Trích lục" in sitting.words("card_timeline")


def test_a_refusal_after_examination_needs_its_reason(sitting: Sitting) -> None:
    sitting.choose("finished")
    sitting.find("step_finished_outcome").buttons()[1].click()
    sitting.save()
    assert sitting.refusals() == ("Việc này phải ghi lý do.",)
    sitting.fill(reason="không đủ điều kiện")
    sitting.save()
    assert (sitting.state().stage, sitting.event().refused_reason) == (Stage.FINISHED, "không đủ điều kiện")


def test_how_the_person_was_told_is_kept(sitting: Sitting, clock: SettableClock) -> None:
    sitting.take(Finished(clock()))
    sitting.choose("notified")
    sitting.save()
    assert sitting.refusals() == ("Cách báo: chưa nhập.",)
    sitting.find("step_notified_by_way").buttons()[0].click()
    sitting.fill(by_way_more="con gái nghe máy")
    sitting.save()
    assert sitting.event().by_way == "Điện thoại · con gái nghe máy"


def test_a_wrong_return_is_recalled_by_who_may(sitting: Sitting, clock: SettableClock) -> None:
    staff.admit(sitting.desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(sitting.desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    sitting.desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    sitting.take(Finished(clock()), Returned(clock()))
    clock.forward(minutes=5)
    sitting.open(sitting.uid)
    form = sitting.choose("return_recalled")
    assert form.hints.texts() == ("Đã trả quá một phút: thu hồi cần Tổ trưởng hoặc Quản trị.",)
    sitting.fill(reason="trả nhầm người")
    sitting.save()
    assert "cần Tổ trưởng" in sitting.refusals()[0]
    sitting.desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    sitting.save()
    assert sitting.state().stage is Stage.FINISHED


@pytest.mark.parametrize(("kind", "stage"), [("stopped", Stage.STOPPED), ("refused", Stage.NOT_ACCEPTED)])
def test_an_end_needs_its_reason(sitting: Sitting, kind: str, stage: Stage) -> None:
    sitting.choose(kind)
    sitting.save()
    assert sitting.refusals() == ("Việc này phải ghi lý do.",)
    sitting.fill(reason="không thuộc thẩm quyền")
    sitting.save()
    assert sitting.state().stage is stage


LATER = ("supplemented", "notified", "return_recalled")
FIVE = a_procedure(
    on_site_five=True,
    steps=(ProcedureStep("Thẩm định", 2), ProcedureStep("Phê duyệt", 1), ProcedureStep("Đóng dấu", 1)),
)


def test_on_site_steps_are_timed_against_their_own_hours(sitting: Sitting, clock: SettableClock) -> None:
    sitting.open(accept(sitting.desk, an_application("five", procedure=FIVE)).uid)
    assert "2 giờ làm việc · chưa xong" in sitting.words("card_on_site")
    clock.forward(minutes=30)
    sitting.choose("step_done")
    assert "Nếu xong bây giờ: Trước hạn, hạn của bước là 10:30, 23/11/2026." in sitting.words("step_step_done")
    sitting.fill(by="Trần Thị Lan")
    sitting.save()
    assert sitting.event() == StepDone(clock(), "Thẩm định", "Trần Thị Lan")
    clock.forward(hours=2)
    sitting.open(sitting.uid)
    sitting.choose("step_done")
    assert "Nếu xong bây giờ: Quá hạn" in sitting.words("step_step_done")
    sitting.save()
    assert sitting.event().name == "Phê duyệt"
    told = sitting.words("card_on_site")
    assert "Trước hạn, hạn của bước là 10:30, 23/11/2026 · 09:00, 23/11/2026 · Trần Thị Lan" in told
    assert "1 giờ làm việc · Quá hạn" in told


def test_a_step_is_offered_only_while_one_is_left(sitting: Sitting, clock: SettableClock) -> None:
    assert "step_done" not in sitting.room.steps().offered()
    sitting.open(accept(sitting.desk, an_application("five", procedure=FIVE)).uid)
    sitting.take(*(StepDone(clock(), step.name) for step in FIVE.steps))
    assert "step_done" not in sitting.room.steps().offered()


RIGHT = a_procedure(
    code="1.001193",
    name="Đăng ký khai sinh",
    limits=(ProcedureLimit(1, Unit.WORKING_DAY),),
    fees=(ProcedureFee(5_000),),
)


def test_a_corrected_field_shows_what_it_says_now(sitting: Sitting) -> None:
    form = sitting.choose("corrected")
    form.choose("owner.phone")
    assert sitting.find("step_corrected_present").text() == "Đang ghi: 0912345678"
    sitting.fill(value="09x", reason="gõ nhầm")
    sitting.save()
    assert sitting.refusals()[0].startswith("Chủ hồ sơ: điện thoại:")
    sitting.fill(value="0987654321")
    sitting.save()
    assert sitting.state().owner.phone == "0987654321"
    assert sitting.state().replaces_receipt
    assert "0987654321" in sitting.words("card_people")


def test_a_correction_that_changes_nothing_is_refused(sitting: Sitting) -> None:
    form = sitting.choose("corrected")
    form.choose("owner.phone")
    sitting.fill(reason="x")
    sitting.save()
    assert sitting.refusals() == ("Chủ hồ sơ: điện thoại: giống giá trị đang ghi.",)


def test_choices_and_days_are_corrected_in_their_own_fields(sitting: Sitting) -> None:
    form = sitting.choose("corrected")
    form.choose("return_by")
    box = sitting.find("step_corrected_choice")
    box.setCurrentIndex(box.findData("post"))
    sitting.fill(reason="đổi ý")
    sitting.save()
    received = sitting.state().received
    assert received is not None
    assert received.return_by is ReturnWay.POST
    form = sitting.choose("corrected")
    form.choose("owner.birth")
    assert sitting.find("step_corrected_day").text() == "15/08/2000"
    sitting.fill(day="31/01/1999", reason="nhầm")
    sitting.save()
    assert sitting.state().owner.birth.isoformat() == "1999-01-31"


def test_a_wrong_procedure_shows_its_new_promise_and_fee_before_it_is_saved(sitting: Sitting) -> None:
    catalogue.adapt(sitting.desk, RIGHT)
    form = sitting.choose("corrected")
    form.choose("procedure")
    sitting.settle()
    sitting.fill(reason="chọn nhầm")
    sitting.save()
    assert sitting.refusals() == ("Thủ tục: chưa nhập.",)
    form.picker().take(RIGHT.code)
    told = sitting.words("step_corrected")
    assert "Hẹn trả mới: 08:30, 25/11/2026" in told
    assert "Phí mới: 5.000 đ (đang ghi 8.000 đ)." in told
    sitting.save()
    state = sitting.state()
    assert (state.procedure.name, state.charge.amount) == ("Đăng ký khai sinh", 5_000)
    assert "Đăng ký khai sinh" in sitting.words("card_promise")
    assert printing.jobs(sitting.desk, tuple(JobState), sitting.uid)[0].form == "01"


def test_a_later_promise_by_correction_is_left_to_a_supervisor(sitting: Sitting) -> None:
    staff.admit(sitting.desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(sitting.desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    sitting.desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    form = sitting.choose("corrected")
    form.choose("due_at")
    sitting.fill(due="30/11/2026", reason="nhầm")
    sitting.save()
    assert "cần Tổ trưởng" in sitting.refusals()[0]
    sitting.fill(due="26/11/2026")
    sitting.save()
    assert sitting.state().due_at == datetime(2026, 11, 26, 8, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize("scale", [100, 175])
@pytest.mark.parametrize(
    "kind", [kind for kind in FORMS if kind not in ("supplemented", "notified", "return_recalled")]
)
def test_every_form_can_be_read_and_reached(sitting: Sitting, scale: int, kind: str) -> None:
    sitting.window.set_look(theme.Look(scale=scale))
    sitting.window.resize(1024, 640)
    if kind == "step_done":
        sitting.open(accept(sitting.desk, an_application("five", procedure=FIVE)).uid)
    form = sitting.choose(kind)
    if kind == "corrected":
        form.choose("procedure")
    sitting.save()
    wait_legible(sitting.qtbot, sitting.room)
    assert nameless(sitting.room) == []
    assert untabbable(sitting.room) == []
    assert default_buttons(sitting.room) == []
    if sitting.room.steps().form() is not None:
        assert tab_jumps(form) == []


def test_two_presses_record_one_step(sitting: Sitting) -> None:
    form = sitting.choose("noted")
    sitting.fill(text="một lần")
    form.saved.emit()
    form.saved.emit()
    sitting.settle()
    assert sum("một lần" in line for line in sitting.words("card_timeline").split("\n")) == 1


def test_what_is_stopped_for_money_can_still_be_stopped(sitting: Sitting, clock: SettableClock) -> None:
    sitting.take(PaymentRequested(clock(), 1_000))
    assert sitting.room.steps().offered() == ("paid", "corrected", "noted", "withdrawn", "stopped")
    sitting.take(Stopped(clock() + timedelta(minutes=1), "quá hạn nộp"))
    assert sitting.room.steps().offered() == ("corrected", "noted")
