"""The second half of the tour's day: what happens to the dossiers after reception; people are made up."""

from onestop_desk.domain.events import Finished
from onestop_desk.services import progress
from onestop_desk.services.desk import Desk
from onestop_desk.ui.tour.stage import Stage
from onestop_desk.ui.translation import translate

FAMILY = ("H31.20.11-261123-1001", "H31.20.11-261123-1003")
"""What the day's first and third person handed in."""

CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"


def hand_over(stage: Stage) -> None:
    """Hand dossiers over with a list."""
    stage.later(20)
    stage.press("F6")
    stage.type_text("Tư pháp - Hộ tịch", "hand_over_department")
    for code in FAMILY:
        stage.scan(code)
    stage.show("ban-giao", translate("Tour", "F6: quét để chọn hồ sơ bàn giao; đếm ngay trên màn hình."))
    stage.press("Ctrl+Return")
    stage.show("da-ban-giao", translate("Tour", "Đã bàn giao: còn 10 giây để hoàn tác."))
    stage.show_paper(stage.papers("hand_over")[-1], "danh-sach-ban-giao", translate("Tour", "Danh sách bàn giao."))
    stage.window.strips.clear()


def take_over(stage: Stage) -> None:
    """Confirm at the receiver's that they have arrived."""
    stage.later(15)
    stage.click("hand_over_side_take")
    for code in FAMILY:
        stage.scan(code)
    stage.show("nhan-ban-giao", translate("Tour", "Bên nhận quét từng hồ sơ để xác nhận."))
    stage.click("take_confirm")
    stage.show("da-nhan", translate("Tour", "Đã nhận đủ."))
    stage.window.strips.clear()


def give_back(stage: Stage) -> None:
    """Give a family's results back in one go, collect the fee, be rated."""
    finish_elsewhere(stage)
    stage.later(30)
    stage.press("F4")
    for code in FAMILY:
        stage.scan(code)
    stage.scan(CARD)
    stage.show("tra-ket-qua", translate("Tour", "F4: giỏ trả kết quả của cả nhà, so thẻ với chủ hồ sơ."))
    if stage.has("fee_choice_paid"):
        stage.click("fee_choice_paid")
        stage.type_text("AA/26E", "receipt_series")
        stage.type_text("0000123", "receipt_number")
    stage.press("Ctrl+Return")
    stage.show("da-tra", translate("Tour", "Đã trả: còn 10 giây để hoàn tác; mời đánh giá."))
    stage.show_paper(stage.papers("return")[-1], "phieu-tra", translate("Tour", "Phiếu trả kết quả của cả nhà."))
    stage.click("rate_1")
    stage.show("hai-long", translate("Tour", "Mức hài lòng được ghi cho từng hồ sơ."))
    stage.window.strips.clear()


def finish_elsewhere(stage: Stage) -> None:
    """Let the specialist's machine say that the results are there."""
    workplace = stage.program.workplace
    if workplace is not None:
        stage.program.jobs.run(_finish, workplace.desk)
        stage.settle()


def _finish(desk: Desk) -> None:
    from onestop_desk.services import lookup

    lines = [line for code in FAMILY for line in lookup.by_code(desk, code)]
    progress.take_each(desk, [(line.uid, Finished(desk.clock(), (line.procedure_name,))) for line in lines])
