"""The second half of the tour's day: what happens to the dossiers after reception; people are made up."""

from onestop_desk.domain.events import Finished
from onestop_desk.services import progress
from onestop_desk.services.book import DAY_FORM, day_list, keep_book
from onestop_desk.services.desk import Desk
from onestop_desk.ui.tour.stage import MORNING, Stage
from onestop_desk.ui.translation import translate

FAMILY = ("H31.20.11-261123-1001", "H31.20.11-261123-1003")
"""What the day's first and third person handed in."""

_TWO_DAYS = 2 * 24 * 60

CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"


def supplement(stage: Stage) -> None:
    """Ask for what is missing, and take it in two days later with a new promise."""
    open_card(stage, "buoi")
    stage.click("offer_supplement_requested")
    stage.click("step_missing_1")
    stage.type_text("Bản sao mờ, không đọc được", "step_supplement_requested_reason")
    stage.show("yeu-cau-bo-sung", translate("Tour", "Thẻ hồ sơ: chọn giấy tờ cần bổ sung, lý do, hạn."))
    stage.click("step_supplement_requested_save")
    stage.show("cho-bo-sung", translate("Tour", "Thời hạn dừng tính trong khi chờ bổ sung."))
    stage.show_paper(stage.papers("02")[-1], "mau-02", translate("Tour", "Phiếu yêu cầu bổ sung, mẫu 02."))
    stage.later(_TWO_DAYS)
    open_card(stage, "buoi")
    stage.click("offer_supplemented")
    stage.show("nhan-bo-sung", translate("Tour", "Nhận bổ sung: hạn mới hiện ra trước khi lưu."))
    stage.click("step_supplemented_save")
    stage.window.strips.clear()


def correct(stage: Stage) -> None:
    """Put a wrong name right; a new receipt replaces the old one."""
    open_card(stage, "buoi")
    stage.click("offer_corrected")
    stage.type_text("Trần Thị Bưởi Hồng", "step_corrected_value")
    stage.type_text("Ghi thiếu chữ đệm", "step_corrected_reason")
    stage.show("dinh-chinh", translate("Tour", "Đính chính: giá trị đang ghi, giá trị đúng, lý do."))
    stage.click("step_corrected_save")
    stage.show_paper(stage.papers("01")[-1], "giay-thay-the", translate("Tour", "Giấy hẹn mới thay giấy đã phát."))
    stage.window.strips.clear()


def apologise(stage: Stage) -> None:
    """Apologise before the promise passes, and promise another day."""
    open_card(stage, "buoi")
    stage.click("offer_extended")
    stage.type_text("04122026", "step_extended_until")
    stage.type_text("Phải xác minh nơi sinh", "step_extended_reason")
    stage.click("step_extended_save")
    stage.show("hen-lai", translate("Tour", "Xin lỗi và hẹn lại trước khi quá hạn; báo cáo vẫn tính theo hạn đầu."))
    stage.show_paper(stage.papers("04")[-1], "mau-04", translate("Tour", "Văn bản xin lỗi, mẫu 04."))
    stage.window.strips.clear()


def withdraw(stage: Stage) -> None:
    """Let a person take the request back."""
    open_card(stage, "man")
    stage.click("offer_withdrawn")
    stage.type_text("Không còn nhu cầu", "step_withdrawn_reason")
    stage.click("step_withdrawn_save")
    stage.show("rut-ho-so", translate("Tour", "Rút hồ sơ theo đề nghị, có lý do."))
    stage.show_paper(stage.papers("05")[-1], "mau-05", translate("Tour", "Thông báo dừng giải quyết, mẫu 05."))
    stage.window.strips.clear()


def open_card(stage: Stage, words: str) -> None:
    """Find a dossier by words and open its card."""
    stage.window.show_page("list")
    stage.press("Ctrl+K")
    stage.settle()
    if stage.has("card_back"):
        stage.click("card_back")
    stage.type_text(words, "search_line")
    stage.press("Return")


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
    first, *others = FAMILY
    stage.scan(first)
    stage.show("nhan-ban-giao", translate("Tour", "Bên nhận quét từng hồ sơ để xác nhận."))
    for code in others:
        stage.scan(code)
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
    progress.take_each(desk, [(line.uid, Finished(desk.clock(), ("Giấy xác nhận",))) for line in lines])


def books(stage: Stage) -> None:
    """Look at the office's books and draw the day's list."""
    stage.window.show_page("books")
    stage.show("so-sach", translate("Tour", "Sổ sách: danh sách cuối ngày, sổ theo dõi, sổ phí."))
    workplace = stage.program.workplace
    if workplace is not None:
        desk = workplace.desk
        kept = keep_book(desk, DAY_FORM, MORNING.date(), day_list(desk, MORNING.date()))
        stage.show_paper(kept, "cuoi-ngay", translate("Tour", "Danh sách cuối ngày."))
