"""What to say about the centre and the way to it, in the window and on the command line. Knows no Qt."""

from onestop_desk.sync import fault
from onestop_desk.sync.login import LooseEnd
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity, sentence


def _here() -> str:
    return translate("Centre", "Quầy vẫn làm việc bình thường; mọi việc đã lưu trên máy này sẽ được gửi sau.")


def _nothing_changed() -> str:
    return translate("Centre", "Chưa có gì thay đổi ở trung tâm.")


@sentence.register
def _(error: fault.CentreUnreachable) -> Sentence:
    what = translate("Centre", "Không liên lạc được với trung tâm {host}.")
    do = translate("Centre", "Kiểm tra mạng và địa chỉ trung tâm; nếu vẫn lỗi, báo quản trị.")
    return Sentence(what.format(host=error.host), _here(), do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.LineLost) -> Sentence:
    what = translate("Centre", "Mất liên lạc với trung tâm {host} giữa chừng.")
    do = translate("Centre", "Không cần làm gì: phần đang gửi sẽ được gửi lại, không bị ghi hai lần.")
    return Sentence(what.format(host=error.host), _here(), do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.CentreRefused) -> Sentence:
    what = translate(
        "Centre", "Trung tâm {host} không cho máy này vào: sai mật khẩu, đã bị thu hồi, hoặc ngoài phạm vi."
    )
    do = translate("Centre", "Báo quản trị trung tâm kiểm tra máy trạm này.")
    return Sentence(what.format(host=error.host), _here(), do, error.code)


@sentence.register
def _(error: fault.CertificateRefused) -> Sentence:
    what = translate(
        "Centre", "Chứng thư bảo mật của {host} không đáng tin: hết hạn, sai tên máy, hoặc máy chủ không có."
    )
    do = translate("Centre", "Báo quản trị; chương trình không bao giờ tự chuyển sang đường truyền không mã hóa.")
    return Sentence(what.format(host=error.host), _here(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: fault.AddressRefused) -> Sentence:
    if error.reason == "plain":
        what = translate("Centre", "Địa chỉ trung tâm yêu cầu đường truyền không được kiểm chứng.")
        do = translate("Centre", "Bỏ sslmode khỏi địa chỉ, hoặc ghi sslmode=verify-full.")
    elif error.reason == "several":
        what = translate("Centre", "Địa chỉ trung tâm ghi nhiều máy chủ.")
        do = translate("Centre", "Ghi một tên máy, không có dấu phẩy; khi đổi máy chủ, trỏ tên đó sang máy mới.")
    else:
        what = translate("Centre", "Địa chỉ trung tâm không đúng.")
        do = translate("Centre", "Viết theo mẫu postgresql://tên@máy:5432/cơ_sở_dữ_liệu, có tên máy.")
    return Sentence(what, _nothing_changed(), do, error.code)


@sentence.register
def _(error: fault.CentreBusy) -> Sentence:
    reasons = {
        "read_only": translate("Centre", "Trung tâm {host} đang chỉ đọc."),
        "full": translate("Centre", "Ổ đĩa của trung tâm {host} đã đầy."),
        "starting": translate("Centre", "Trung tâm {host} đang khởi động hoặc đang tắt."),
        "busy": translate("Centre", "Trung tâm {host} đang quá bận."),
    }
    do = translate("Centre", "Chương trình tự thử lại; nếu kéo dài, báo quản trị trung tâm.")
    return Sentence(reasons[error.reason].format(host=error.host), _here(), do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.CentreForeign) -> Sentence:
    what = translate("Centre", "Trên {host} không có trung tâm một cửa trong cơ sở dữ liệu đã chọn.")
    do = translate("Centre", "Kiểm tra địa chỉ; nếu là máy chủ mới, quản trị chạy onestop-desk centre init.")
    return Sentence(what.format(host=error.host), _here(), do, error.code)


@sentence.register
def _(error: fault.CentreUnfit) -> Sentence:
    reasons = {
        "encoding": translate("Centre", "Cơ sở dữ liệu này không dùng bảng mã UTF-8."),
        "version": translate("Centre", "PostgreSQL này cũ hơn bản 15."),
        "rights": translate("Centre", "Tài khoản này không làm chủ cơ sở dữ liệu hoặc không được tạo vai trò."),
    }
    do = translate("Centre", "Xem docs/admin/centre.md, mục Cài đặt.")
    return Sentence(reasons[error.reason], _nothing_changed(), do, error.code)


@sentence.register
def _(error: fault.CentreOtherVersion) -> Sentence:
    if error.lowest > error.ours:
        what = translate("Centre", "Trung tâm đã mới hơn chương trình trên máy này.")
        do = translate("Centre", "Cập nhật chương trình trên máy này.")
    else:
        what = translate("Centre", "Trung tâm còn cũ hơn chương trình trên máy này.")
        do = translate("Centre", "Quản trị chạy onestop-desk centre init bằng bản chương trình mới.")
    return Sentence(what, _here(), do, error.code)


@sentence.register
def _(error: fault.CentreWrong) -> Sentence:
    what = translate("Centre", "Câu trả lời của trung tâm không khớp ở vị trí {pos}; chương trình không nhận phần đó.")
    do = translate("Centre", "Báo quản trị trung tâm kèm mã và vị trí này.")
    return Sentence(what.format(pos=error.pos), _here(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: fault.StationUnknown) -> Sentence:
    reasons = {
        "taken": translate("Centre", "Đã có máy trạm tên “{name}”."),
        "login": translate("Centre", "Máy chủ đã có tài khoản “{name}”."),
        "unknown": translate("Centre", "Không có máy trạm đang hoạt động nào tên “{name}”."),
    }
    do = translate("Centre", "Xem danh sách bằng onestop-desk centre status.")
    return Sentence(reasons[error.reason].format(name=error.name), _nothing_changed(), do, error.code)


def incident_words(kind: str) -> str:
    """Return what happened, for an administrator."""
    words = {
        "FORK": translate("Centre", "hai bản của cùng một luồng ghi (máy bị sao chép hoặc khôi phục từ bản cũ)"),
        "FENCED": translate("Centre", "máy gửi tiếp từ một trạng thái cũ (khôi phục hoặc sao chép)"),
        "BADHASH": translate("Centre", "sự kiện không khớp mã băm (tệp hỏng hoặc bị sửa)"),
        "COUNTER_TAKEN": translate("Centre", "hai máy dùng một số quầy"),
        "UNREAD": translate("Centre", "việc không đọc được, đã để riêng ra, không tính vào hồ sơ nào"),
        "UNSTORED": translate("Centre", "hồ sơ không ghi được vào sổ chung, đã bỏ qua; ở quầy vẫn còn nguyên"),
        "UNROUTED": translate("Centre", "việc liên thông không chuyển được sang cơ quan kia"),
        "STOPPED": translate("Centre", "việc gộp sổ của cơ quan này đang đứng; các cơ quan khác vẫn chạy"),
        "FOREIGN": translate("Centre", "máy ghi vào hồ sơ của cơ quan khác; việc đó không được chuyển đi"),
    }
    return words.get(kind, kind)


def loose_end_words(end: LooseEnd) -> str:
    """Return what stays open at a centre and who can close it, for an administrator."""
    return {
        LooseEnd.LARGE_OBJECTS: translate(
            "Centre",
            "Còn mở: một máy trạm có ý xấu có thể làm đầy ổ đĩa bằng đối tượng lớn (lo_…), vì tài khoản này không được "
            "đóng. Nhờ người giữ tài khoản postgres chạy lại centre init một lần bằng tài khoản đó.",
        ),
        LooseEnd.LOGINS: translate(
            "Centre",
            "Còn mở: có máy trạm do tài khoản quản trị khác thêm; tài khoản này không đặt được giới hạn và không thu "
            "hồi được chúng. Dùng tài khoản đã thêm, hoặc tài khoản postgres, chạy lại centre init.",
        ),
    }[end]
