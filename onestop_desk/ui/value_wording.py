"""What clerks call the fields and the reasons that BadValue names. Knows no Qt."""

from collections.abc import Callable

from onestop_desk.ui.translation import translate

Words = Callable[[], str]

FIELDS: dict[str, Words] = {
    "name": lambda: translate("Field", "Họ và tên"),
    "owner.name": lambda: translate("Field", "Tên chủ hồ sơ"),
    "submitter.name": lambda: translate("Field", "Tên người nộp"),
    "clerk.name": lambda: translate("Field", "Tên cán bộ"),
    "office.name": lambda: translate("Field", "Tên cơ quan"),
    "office.code": lambda: translate("Field", "Mã cơ quan"),
    "agency_code": lambda: translate("Field", "Mã cơ quan"),
    "dossier_code": lambda: translate("Field", "Mã hồ sơ"),
    "procedure_code": lambda: translate("Field", "Mã thủ tục"),
    "counter": lambda: translate("Field", "Quầy"),
    "extra_range": lambda: translate("Field", "Dải số bổ sung"),
    "birth": lambda: translate("Field", "Ngày sinh"),
    "phone": lambda: translate("Field", "Số điện thoại"),
    "id_number": lambda: translate("Field", "Số giấy tờ tùy thân"),
    "tax_code": lambda: translate("Field", "Mã số thuế"),
    "card": lambda: translate("Field", "Mã trên thẻ căn cước"),
    "mrz": lambda: translate("Field", "Dòng đọc máy trên thẻ"),
    "return_address": lambda: translate("Field", "Địa chỉ nhận kết quả"),
    "papers": lambda: translate("Field", "Giấy tờ"),
    "sets": lambda: translate("Field", "Số bộ hồ sơ"),
    "amount": lambda: translate("Field", "Số tiền"),
    "charge": lambda: translate("Field", "Phí, lệ phí"),
    "due_at": lambda: translate("Field", "Hẹn trả"),
    "limit": lambda: translate("Field", "Thời hạn giải quyết"),
    "shift": lambda: translate("Field", "Ca làm việc"),
    "week": lambda: translate("Field", "Tuần làm việc"),
    "login": lambda: translate("Field", "Tên đăng nhập"),
    "password": lambda: translate("Field", "Mật khẩu"),
    "roles": lambda: translate("Field", "Vai trò"),
    "line": lambda: translate("Field", "Dòng nhập"),
    "file": lambda: translate("Field", "Tệp"),
    "date": lambda: translate("Field", "Ngày"),
}

REASONS: dict[str, Words] = {
    "empty": lambda: translate("Reason", "chưa nhập"),
    "characters": lambda: translate("Reason", "có ký tự không được dùng"),
    "length": lambda: translate("Reason", "không đúng số chữ số"),
    "shape": lambda: translate("Reason", "không đúng dạng mã"),
    "form": lambda: translate("Reason", "không đúng cách viết"),
    "unit": lambda: translate("Reason", "không rõ đơn vị tính"),
    "range": lambda: translate("Reason", "ngoài khoảng cho phép"),
    "number": lambda: translate("Reason", "số không hợp lệ"),
    "negative": lambda: translate("Reason", "không được là số âm"),
    "too_large": lambda: translate("Reason", "quá lớn"),
    "too_long": lambda: translate("Reason", "quá dài"),
    "too_many": lambda: translate("Reason", "quá nhiều"),
    "short": lambda: translate("Reason", "quá ngắn"),
    "not_whole_dong": lambda: translate("Reason", "phải là số đồng nguyên"),
    "fields": lambda: translate("Reason", "không đủ thông tin"),
    "check_digit": lambda: translate("Reason", "sai số kiểm tra, xin đọc lại"),
    "day": lambda: translate("Reason", "ngày trong mã không có thật"),
    "serial": lambda: translate("Reason", "số thứ tự không hợp lệ"),
    "future": lambda: translate("Reason", "ở tương lai"),
    "before_reception": lambda: translate("Reason", "trước lúc tiếp nhận"),
    "fixed": lambda: translate("Reason", "đã dùng, không đổi được nữa"),
    "ends_before_start": lambda: translate("Reason", "kết thúc trước khi bắt đầu"),
    "shifts_overlap": lambda: translate("Reason", "các ca chồng lên nhau"),
    "not_seven_days": lambda: translate("Reason", "phải đủ bảy ngày"),
    "nothing_worked": lambda: translate("Reason", "không có ca làm việc nào"),
    "encoding": lambda: translate("Reason", "không phải chữ UTF-8"),
    "not_json": lambda: translate("Reason", "không phải JSON"),
    "not_an_object": lambda: translate("Reason", "phải là một đối tượng JSON"),
    "format": lambda: translate("Reason", "không đúng định dạng"),
    "unknown": lambda: translate("Reason", "không có trong danh mục"),
}


def unclear() -> str:
    """Return the word for a reason that has none of its own."""
    return translate("Reason", "giá trị không hợp lệ")
