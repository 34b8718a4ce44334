"""The day that the tour plays; people, numbers and addresses are made up."""

from functools import partial
from typing import Any

from onestop_desk.services.choices import choose
from onestop_desk.ui.theme import Look, ThemeName
from onestop_desk.ui.tour import figures, life, office, online
from onestop_desk.ui.tour.stage import Stage
from onestop_desk.ui.translation import translate

CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"
PASSWORD = "matkhau-123"
OFFICE = {
    "agency_code": "H31.20.11",
    "office_name": "UBND xã Mẫu",
    "office_heading": "Trung tâm Phục vụ hành chính công xã Mẫu",
    "office_place": "Xã Mẫu",
    "office_phone": "02213123456",
    "admin_name": "Nguyễn Thị Hoa",
    "admin_login": "hoa",
    "admin_password": PASSWORD,
    "admin_password_again": PASSWORD,
}
_LARGEST = 175


def play_day(stage: Stage) -> None:
    """Play all steps in their order."""
    for step in (
        *(set_up, sign_in, register_with_card, look_at_receipt, register_without_card, more_papers, warn_of_twin),
        *(printer_trouble, print_again, scan_anywhere, find, list_views),
        *(life.hand_over, life.take_over, life.give_back, life.supplement, life.correct),
        *(life.apologise, life.withdraw),
        *(office.refuse_at_counter, office.five_at_one_place, office.refuse_after_examination),
        *(office.recall, office.citizens_word, online.online, office.register, life.books),
        *(catalogue, calendar, people, settings),
        *(unprinted, keys, themes, sizes),
        *(figures.figures, figures.reports, figures.public, sign_out),
    ):
        step(stage)


def set_up(stage: Stage) -> None:
    """Fill in the first page."""
    stage.wait(partial(_has_page, stage, "set_up_page"), "the set-up page")
    stage.settle()
    for name, text in OFFICE.items():
        stage.type_text(text, name)
    stage.find("agency_code").setFocus()
    stage.show("thiet-lap", translate("Tour", "Lần đầu mở: thiết lập quầy."))
    stage.click("set_up_go")
    stage.wait(partial(_has_page, stage, "sign_in_page"), "the sign-in page")


def sign_in(stage: Stage) -> None:
    """Sign in by name and password."""
    stage.type_text(PASSWORD, "password")
    stage.show("dang-nhap", translate("Tour", "Đăng nhập; từ đây mọi việc mang tên người làm."))
    stage.press("Return")
    stage.wait(partial(_is_signed_in, stage), "the window of the work")
    stage.settle()
    stage.show("cua-so", translate("Tour", "Cửa sổ làm việc."))


def register_with_card(stage: Stage) -> None:
    """Register a person with a card: scan, tile, save."""
    stage.press("F2")
    stage.scan(CARD)
    stage.press("Alt+4")
    stage.show("quet-the", translate("Tour", "Quét thẻ, chọn thủ tục: hẹn trả tính ngay, có lý do."))
    stage.press("Ctrl+Return")
    stage.show("da-luu", translate("Tour", "Đã lưu: mã hồ sơ, hẹn trả; con trỏ về ô đầu cho người tiếp theo."))


def look_at_receipt(stage: Stage) -> None:
    """Show the kept receipt."""
    stage.show_paper(stage.papers("01")[-1], "giay-hen", translate("Tour", "Giấy tiếp nhận và hẹn trả, mẫu 01."))


def register_without_card(stage: Stage) -> None:
    """Register somebody who has no card, by typing."""
    stage.later(12)
    stage.press("F2")
    stage.type_text("Trần Thị Bưởi")
    stage.type_text("034185000017", "applicant_number")
    stage.type_text("01021985", "applicant_birth")
    stage.type_text("0912345678", "applicant_phone")
    stage.type_text("Thôn 3, Xã Mẫu, Tỉnh Hưng Yên", "applicant_address")
    stage.find("procedure").setFocus()
    stage.type_text("khai sinh")
    stage.show("khong-the", translate("Tour", "Không có thẻ: gõ tên, số; tìm thủ tục không cần dấu."))
    stage.press("Return")
    stage.show("thu-tuc", translate("Tour", "Thủ tục đã chọn: giấy tờ, phí, hẹn trả."))
    stage.press("Ctrl+S")
    stage.show("luu-xem", translate("Tour", "Lưu và xem lại."))


def more_papers(stage: Stage) -> None:
    """Print slip and label too."""
    _choose(stage, print_slip=True, print_label=True, receipt_paper="A5")
    stage.later(9)
    stage.press("F2")
    stage.scan("034199000018||Lê Văn Ổi|20111999|Nam|Thôn 2, Xã Mẫu, Tỉnh Hưng Yên|05062023")
    stage.press("Alt+8")
    stage.press("Ctrl+Return")
    stage.show("ba-loai-giay", translate("Tour", "In kèm phiếu 80 mm và tem."))
    for form, words in (
        ("01", translate("Tour", "Giấy hẹn khổ A5.")),
        ("slip80", translate("Tour", "Phiếu 80 mm.")),
        ("label", translate("Tour", "Tem hồ sơ.")),
    ):
        stage.show_paper(stage.papers(form)[-1], f"giay-{form}", words)
    _choose(stage, print_slip=False, print_label=False, receipt_paper="A4")


def warn_of_twin(stage: Stage) -> None:
    """Warn when the same person asks for the same thing again."""
    stage.later(5)
    stage.press("F2")
    stage.scan(CARD)
    stage.press("Alt+4")
    stage.show("trung-ho-so", translate("Tour", "Người này còn hồ sơ cùng thủ tục chưa trả: nhắc, vẫn cho làm tiếp."))
    stage.click("drop_form")
    stage.window.strips.clear()


def printer_trouble(stage: Stage) -> None:
    """Lose the printer's folder, then bring it back."""
    folder = stage.program.folder.parent / "printed"
    _choose(stage, receipt_printer=f"folder:{folder}")
    stage.press("F2")
    stage.scan("034192000019||Phạm Thị Mận|07031992|Nữ|Thôn 4, Xã Mẫu, Tỉnh Hưng Yên|11022022")
    stage.press("Alt+7")
    stage.press("Ctrl+Return")
    stage.show("loi-in", translate("Tour", "Máy in hỏng: hồ sơ vẫn lưu, nêu nguyên nhân, cho in lại."))
    folder.mkdir()
    stage.click("strip_action")
    stage.show("in-lai-duoc", translate("Tour", "Máy in có lại: in tiếp được."))


def print_again(stage: Stage) -> None:
    """Print a receipt again, with a reason."""
    stage.press("Ctrl+P")
    stage.type_text("Kẹt giấy", "reprint_reason")
    stage.show("ly-do-in-lai", translate("Tour", "In lại phải ghi lý do."))
    stage.press("Return", stage.find("reprint_sheet"))
    stage.show_paper(stage.papers("01")[-1], "ban-sao", translate("Tour", "Bản in lại mang dấu BẢN SAO."))
    _choose(stage, receipt_printer="")


def scan_anywhere(stage: Stage) -> None:
    """Scan a receipt on another page, a strange code, and one of another commune."""
    stage.press("Ctrl+K")
    stage.scan("H31.20.11-261123-1001")
    stage.show("quet-phieu", translate("Tour", "Quét phiếu ở bất kỳ màn hình nào: hồ sơ hiện bên phải."))
    stage.scan("8934563138165999")
    stage.show("ma-la", translate("Tour", "Mã lạ: không mở gì cả."))
    stage.scan("H31.20.99-261120-0034")
    stage.show("khong-co", translate("Tour", "Mã đúng dạng nhưng không có trên máy này."))
    stage.window.strips.clear()


def find(stage: Stage) -> None:
    """Find by a name without accents and open the card."""
    stage.press("Ctrl+K")
    stage.type_text("buoi")
    stage.show("tim", translate("Tour", "Ctrl+K: gõ không dấu cũng thấy."))
    stage.press("Return")
    stage.show("the-ho-so", translate("Tour", "Thẻ hồ sơ: người, hẹn trả, giấy tờ, diễn biến, phiếu đã in."))
    stage.press("Escape")


def list_views(stage: Stage) -> None:
    """Look at the day's list, narrowed by a scan."""
    stage.press("F7")
    stage.show("danh-sach", translate("Tour", "F7: hồ sơ nhận hôm nay."))
    stage.click("view_due_soon")
    stage.show("sap-han", translate("Tour", "Sắp đến hạn."))
    stage.scan("034200012345")
    stage.show("loc-theo-the", translate("Tour", "Quét thẻ trong danh sách: chỉ còn hồ sơ của người ấy."))


def catalogue(stage: Stage) -> None:
    """Look through the procedures."""
    stage.window.show_page("catalogue")
    stage.show("danh-muc", translate("Tour", "Danh mục thủ tục."))


def calendar(stage: Stage) -> None:
    """Look at the working calendar."""
    stage.window.show_page("calendar")
    stage.show("lich", translate("Tour", "Lịch làm việc."))


def people(stage: Stage) -> None:
    """Admit a colleague."""
    stage.window.show_page("people")
    stage.settle()
    stage.click("clerk_new")
    for name, text in (("clerk_login", "mai"), ("clerk_name", "Lê Thị Mai"), ("clerk_password", PASSWORD)):
        stage.type_text(text, name)
    stage.click("clerk_save")
    stage.show("nhan-su", translate("Tour", "Thêm người làm việc, chọn vai trò."))
    stage.window.strips.clear()


def settings(stage: Stage) -> None:
    """Look at the settings."""
    stage.window.show_page("settings")
    stage.show("thiet-lap-chung", translate("Tour", "Thiết lập: máy in, màn hình, cơ quan, dải số."))


def unprinted(stage: Stage) -> None:
    """Look at what is not on paper."""
    stage.window.show_page("unprinted")
    stage.show("chua-ra-giay", translate("Tour", "Phiếu chưa ra giấy và việc làm được với chúng."))


def keys(stage: Stage) -> None:
    """Look at the guide and the sheet of keys."""
    stage.press("F1")
    stage.show("huong-dan", translate("Tour", "F1: hướng dẫn của trang đang mở."))
    stage.click("guide_keys")
    stage.click("guide_close")
    stage.show("phim-tat", translate("Tour", "Phím tắt."))
    stage.click("key_sheet_close")


def themes(stage: Stage) -> None:
    """Wear the dark and the contrast theme."""
    stage.press("F2")
    stage.scan(CARD)
    stage.press("Alt+4")
    for theme, name, words in (
        (ThemeName.DARK, "toi", translate("Tour", "Giao diện tối.")),
        (ThemeName.HIGH_CONTRAST, "tuong-phan", translate("Tour", "Tương phản cao.")),
    ):
        stage.wear(Look(theme))
        stage.show(name, words)


def sizes(stage: Stage) -> None:
    """Enlarge the letters and narrow the window."""
    stage.wear(Look(scale=150))
    stage.show("chu-150", translate("Tour", "Chữ 150 %."))
    stage.wear(Look(scale=_LARGEST))
    stage.show("chu-175", translate("Tour", "Chữ 175 %."))
    stage.wear(Look(), 1024, 640)
    stage.show("cua-so-hep", translate("Tour", "Cửa sổ nhỏ nhất, 1024×640."))
    stage.wear(Look())


def sign_out(stage: Stage) -> None:
    """Let another person sign in; the draft stays with the one who typed it."""
    stage.window.show_page("account")
    stage.settle()
    stage.click("sign_out")
    stage.wait(partial(_has_page, stage, "sign_in_page"), "the sign-in page")
    stage.show("doi-nguoi", translate("Tour", "Đổi người dùng; bản nháp ở lại với người gõ."))


def _choose(stage: Stage, **changes: Any) -> None:
    workplace = stage.program.workplace
    if workplace is not None:
        stage.program.jobs.run(choose, workplace.desk, changes)
        stage.settle()
        workplace.strips.refresh()


def _has_page(stage: Stage, name: str) -> bool:
    door = stage.program.door
    page = door.page() if door is not None else None
    return page is not None and page.objectName() == name


def _is_signed_in(stage: Stage) -> bool:
    return stage.program.workplace is not None
