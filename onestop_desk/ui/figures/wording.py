"""The names of reports and plots on screen; the reports themselves speak the official Vietnamese."""

from collections.abc import Callable

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services.counting import By
from onestop_desk.services.report_list import Freshness
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import clock_words

Words = Callable[[], str]

_REPORTS: dict[str, Words] = {
    "bieu06": lambda: translate("Figures", "Biểu 06: tình hình, kết quả giải quyết"),
    "yearly": lambda: translate("Figures", "Tổng hợp trước hạn, đúng hạn, quá hạn"),
    "overdue": lambda: translate("Figures", "Hồ sơ quá hạn và lý do"),
    "delays": lambda: translate("Figures", "Bổ sung và gia hạn"),
    "satisfaction": lambda: translate("Figures", "Mức độ hài lòng"),
    "fees": lambda: translate("Figures", "Thu phí, lệ phí"),
    "requests": lambda: translate("Figures", "Tiếp nhận trực tuyến"),
    "visits": lambda: translate("Figures", "Từ chối và hướng dẫn tại quầy"),
    "register": lambda: translate("Figures", "Sổ theo dõi hồ sơ (mẫu 07)"),
    "cuts": lambda: translate("Figures", "Cắt giảm thời hạn"),
    "index": lambda: translate("Figures", "Bộ chỉ số Quyết định 766"),
    "evaluation": lambda: translate("Figures", "Đánh giá theo Nghị định 61"),
}
_PLOTS: dict[str, Words] = {
    "hours": lambda: translate("Figures", "Tiếp nhận theo giờ"),
    "procedures": lambda: translate("Figures", "Thủ tục tiếp nhận nhiều nhất"),
    "weeks": lambda: translate("Figures", "Kết quả giải quyết theo tuần"),
    "ages": lambda: translate("Figures", "Đang giải quyết, đã ở đây bao lâu"),
    "levels": lambda: translate("Figures", "Mức độ hài lòng"),
}
_ROWS: dict[By, Words] = {
    By.FIELD: lambda: translate("Figures", "Lĩnh vực"),
    By.PROCEDURE: lambda: translate("Figures", "Thủ tục"),
    By.COUNTER: lambda: translate("Figures", "Quầy"),
    By.OFFICER: lambda: translate("Figures", "Người giữ"),
    By.AGENCY: lambda: translate("Figures", "Cơ quan"),
}


def report_words(name: str) -> str:
    """Return what a report is called."""
    return _REPORTS[name]()


def plot_words(name: str) -> str:
    """Return what a plot is called."""
    return _PLOTS[name]()


def rows_words(by: By) -> str:
    """Return what the rows of Biểu 06 can be."""
    return _ROWS[by]()


def fresh_words(fresh: Freshness) -> str:
    """Say as of when figures are, and what the centre does not know yet."""
    at = clock_words(fresh.at.astimezone(VIETNAM))
    if fresh.unsent:
        return translate("Figures", "Tính đến {at}, gồm {n} hồ sơ chưa gửi.").format(at=at, n=fresh.unsent)
    return translate("Figures", "Tính đến {at}.").format(at=at)
