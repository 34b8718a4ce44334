"""The rest of the tour's day: five steps at one place, refusals, a wrong return taken back, the citizen's word."""

from onestop_desk.domain.events import Finished
from onestop_desk.services import lookup
from onestop_desk.services.book import REGISTER_FORM, keep_book, register_book
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form
from onestop_desk.services.progress import take_step
from onestop_desk.ui.tour.life import FAMILY, open_card
from onestop_desk.ui.tour.stage import MORNING, Stage
from onestop_desk.ui.translation import translate

FOUNDER = "034188000042||Hoàng Văn Đào|03041988|Nam|Thôn 5, Xã Mẫu, Tỉnh Hưng Yên|09092023"
STRANGER = "034177000055||Đặng Thị Lựu|21061977|Nữ|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|10102022"
STEPS = ("Thẩm định", "Phê duyệt", "Đóng dấu")


def refuse_at_counter(stage: Stage) -> None:
    """Send somebody away with form 03: the matter is not this office's."""
    stage.later(6)
    stage.press("F2")
    stage.scan(STRANGER)
    stage.press("Alt+2")
    stage.click("turn_away")
    stage.type_text("Không thuộc thẩm quyền của Ủy ban nhân dân xã Mẫu", "turn_away_reason")
    stage.show("tu-choi-tai-quay", translate("Tour", "Không tiếp nhận: ghi lý do, người đến vẫn có phiếu cầm về."))
    stage.click("refuse_at_counter")
    stage.show_paper(stage.papers("03")[-1], "mau-03", translate("Tour", "Phiếu từ chối tiếp nhận, mẫu 03."))
    stage.click("drop_form")
    stage.window.strips.clear()


def five_at_one_place(stage: Stage) -> None:
    """Receive, appraise, approve and stamp at the centre, each step timed."""
    stage.press("F2")
    stage.scan(FOUNDER)
    stage.find("procedure").setFocus()
    stage.type_text("ho kinh doanh")
    stage.press("Return")
    stage.press("Ctrl+Return")
    for minutes, step in zip((150, 40, 20), STEPS, strict=True):
        stage.later(minutes)
        open_card(stage, "dao")
        stage.click("offer_step_done")
        stage.find("step_step_done_name").set_value(step)
        if step == STEPS[0]:
            stage.show(
                "nam-tai-cho", translate("Tour", "5 tại chỗ: từng bước ghi giờ xong, sớm hay muộn so với định mức.")
            )
        stage.click("step_step_done_save")
        stage.window.strips.clear()
    open_card(stage, "dao")
    stage.show("ba-buoc-xong", translate("Tour", "Ba bước đã xong, mỗi bước so với giờ của nó."))
    _keep(stage, "dao", Form.CONTROL)
    stage.show_paper(
        stage.papers("06")[-1], "mau-06", translate("Tour", "Phiếu kiểm soát quá trình giải quyết, mẫu 06.")
    )


def refuse_after_examination(stage: Stage) -> None:
    """Refuse a dossier that was taken in, after it was examined."""
    stage.press("F2")
    stage.scan(STRANGER)
    stage.press("Alt+5")
    stage.press("Ctrl+Return")
    stage.later(30)
    open_card(stage, "luu")
    stage.click("offer_refused")
    stage.type_text("Giấy tờ đã bị tẩy xóa", "step_refused_reason")
    stage.click("step_refused_save")
    stage.show("tu-choi", translate("Tour", "Từ chối sau khi xem xét, có lý do."))
    stage.show_paper(stage.papers("03")[-1], "mau-03-sau", translate("Tour", "Phiếu từ chối của hồ sơ đã nhận."))
    stage.window.strips.clear()


def recall(stage: Stage) -> None:
    """Take a wrong return back, as a supervisor, with a reason."""
    stage.press("F4")
    if stage.has("next_person"):
        stage.click("next_person")
    stage.scan(FAMILY[1])
    stage.type_text("Trả nhầm bản của người khác", "recall_reason")
    stage.show("thu-hoi", translate("Tour", "Trả nhầm: thu hồi có lý do, việc đã trả vẫn còn trong sổ."))
    stage.click("recall")
    stage.settle()
    stage.show("da-thu-hoi", translate("Tour", "Đã thu hồi: hồ sơ trở lại chờ trả."))
    stage.window.strips.clear()


def citizens_word(stage: Stage) -> None:
    """Give the finished one back and let the citizen say how it was, on the window of their own."""
    _finish(stage, "dao")
    stage.press("F4")
    stage.scan(FOUNDER)
    if stage.has("fee_choice_paid"):
        stage.click("fee_choice_paid")
    stage.press("Ctrl+Return")
    stage.click("open_citizen_window")
    stage.show_other("citizen_window", "cong-dan", translate("Tour", "Màn hình cho người dân: ba mức, chạm một lần."))
    stage.press_other("citizen_window", "citizen_rate_2")
    stage.show("da-danh-gia", translate("Tour", "Mức hài lòng của người dân đã ghi."))
    stage.window.strips.clear()


def register(stage: Stage) -> None:
    """Draw the register of the day, form 07."""
    desk = _desk(stage)
    kept = keep_book(desk, REGISTER_FORM, MORNING.date(), register_book(desk, MORNING.date(), desk.clock().date()))
    stage.show_paper(kept, "mau-07", translate("Tour", "Sổ theo dõi hồ sơ, mẫu 07."))


def _desk(stage: Stage) -> Desk:
    workplace = stage.program.workplace
    assert workplace is not None
    return workplace.desk


def _keep(stage: Stage, words: str, form: Form) -> None:
    """Print a paper from the open card and wait until it is kept."""
    stage.click(f"card_print_{form.value}")
    stage.wait(lambda: stage.papers(form.value), f"form {form.value} of {words}")


def _finish(stage: Stage, words: str) -> None:
    desk = _desk(stage)
    uid = lookup.find(desk, words).rows[0].uid
    results = ("Giấy chứng nhận đăng ký hộ kinh doanh",)
    stage.program.jobs.run(take_step, desk, uid, Finished(desk.clock(), results))
    stage.settle()
