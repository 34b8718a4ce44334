"""Words on paper: times, limits and titles as official Vietnamese papers write them."""

from datetime import date, datetime

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Timeliness

NO_DUE = "thông báo khi có kết quả (thủ tục không quy định thời hạn)"
RECEIPT_TITLES = {
    "2025": "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "2018": "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
}
APOLOGY_TITLES = {
    "2025": "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
    "2018": "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
}
CONTROL_SLIP_FORM = {"2025": "Mẫu số 06", "2018": "Mẫu số 05"}
REGISTER_FORM = {"2025": "Mẫu số 07", "2018": "Mẫu số 06"}
TIMELINESS = {Timeliness.BEFORE: "Trước hạn", Timeliness.ON: "Đúng hạn", Timeliness.OVER: "Quá hạn"}
RETURN_WAYS = {
    ReturnWay.COUNTER: "trực tiếp tại quầy",
    ReturnWay.POST: "qua dịch vụ bưu chính",
    ReturnWay.ELECTRONIC: "bản điện tử",
}
STAGES = {
    2: "đã tiếp nhận, chưa xử lý",
    4: "đang xử lý",
    5: "đang chờ bổ sung",
    6: "đang chờ thực hiện nghĩa vụ tài chính",
    9: "đã có kết quả, chưa trả",
}
_LIMITS = {
    "working_day": "{} ngày làm việc",
    "working_hour": "{} giờ làm việc",
    "calendar_day": "{} ngày",
    "calendar_month": "{} tháng",
    "same_day": "trong ngày làm việc",
    "none": "không quy định thời hạn",
}


def day_words(day: date) -> str:
    """Write a day in full; days below 10 and the months 1 and 2 take a zero (NĐ 30/2020/NĐ-CP, annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_words(moment: datetime) -> str:
    """Write a moment in full, in Vietnam's time; raises ValueError for a moment without a time zone."""
    local = _local(moment)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {day_words(local.date())}"


def short_moment(moment: datetime) -> str:
    """Write a moment for narrow papers: 14:05 ngày 23/11/2026."""
    local = _local(moment)
    return f"{local:%H:%M} ngày {local:%d/%m/%Y}"


def table_moment(moment: datetime) -> tuple[str, str]:
    """Write a moment for cells of tables: 14 giờ 05 phút, over ngày 23/11/2026."""
    local = _local(moment)
    return f"{local:%H} giờ {local:%M} phút,", f"ngày {local:%d/%m/%Y}"


def stacked_moment(moment: datetime) -> tuple[str, str]:
    """Write a moment for narrow columns: 14:05 over 23/11/2026."""
    local = _local(moment)
    return f"{local:%H:%M}", f"{local:%d/%m/%Y}"


def stacked_code(code: str) -> tuple[str, ...]:
    """Write a dossier code for narrow columns: the agency over day and serial."""
    agency, dash, rest = code.partition("-")
    return (agency + dash, rest) if rest else (code,)


def period_words(first: date, last: date) -> str:
    """Write a period with both its days, or its only day."""
    if first == last:
        return f"Ngày {first:%d/%m/%Y}"
    return f"Từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"


def book_words(volume: str, first: date, last: date) -> str:
    """Write which volume of a book a paper is from, if it is known, and the period."""
    return f"({f'Quyển số: {volume}. ' if volume else ''}{period_words(first, last)})"


def limit_words(value: int, unit: str) -> str:
    """Write a limit: 3 ngày làm việc. Units are those of the catalogue; KeyError for any other."""
    return _LIMITS[unit].format(value)


def masked(number: str) -> str:
    """Return an identity number with all but its last four characters hidden."""
    return "*" * (len(number) - 4) + number[-4:] if len(number) > 4 else "*" * len(number)


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment on paper needs its time zone: {moment!r}")
    return moment.astimezone(VIETNAM)
