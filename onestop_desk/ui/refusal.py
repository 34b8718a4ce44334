"""What to say about every refusal of the services and the register; importing it teaches ui.wording all of them."""

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.models import fault as register
from onestop_desk.services import fault
from onestop_desk.ui import centre_wording, step_refusal, sync_wording
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity, date_words, moment_words, sentence

__all__ = ["sentence"]

TAUGHT = (centre_wording, step_refusal, sync_wording)
"""Rooms whose sentences are registered by importing them."""


def _kept() -> str:
    return translate("Refusal", "Những gì đã nhập và đã lưu vẫn còn nguyên.")


def _untouched() -> str:
    return translate("Refusal", "Tệp dữ liệu không bị thay đổi.")


@sentence.register
def _(error: register.DatabaseBusy) -> Sentence:
    what = translate("Refusal", "Dữ liệu đang bị một chương trình khác giữ quá {seconds} giây.")
    do = translate("Refusal", "Đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi lưu lại.")
    return Sentence(what.format(seconds=error.waited), _kept(), do, error.code)


@sentence.register
def _(error: register.DiskFull) -> Sentence:
    what = translate("Refusal", "Ổ đĩa đã đầy (còn {free} MB), không ghi được.")
    do = translate("Refusal", "Giải phóng ổ đĩa chứa {folder} rồi lưu lại.")
    return Sentence(
        what.format(free=error.free_mb), _kept(), do.format(folder=error.folder), error.code, Severity.FAULT
    )


@sentence.register
def _(error: register.DatabaseReadOnly) -> Sentence:
    what = translate("Refusal", "Thư mục dữ liệu chỉ đọc, không ghi được: {folder}.")
    do = translate("Refusal", "Nhờ quản trị cấp quyền ghi cho thư mục này.")
    return Sentence(what.format(folder=error.folder), _kept(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.DatabaseUnreachable) -> Sentence:
    what = translate("Refusal", "Không mở được tệp dữ liệu: {path}.")
    do = translate("Refusal", "Kiểm tra ổ đĩa hoặc thư mục còn kết nối không, rồi thử lại.")
    return Sentence(what.format(path=error.path), _kept(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.FileIsDevice) -> Sentence:
    what = translate("Refusal", "{path} là thiết bị hoặc đường ống, không phải tệp; không ghi vào đó.")
    do = translate("Refusal", "Chọn tên tệp khác.")
    return Sentence(what.format(path=error.path), _untouched(), do, error.code)


@sentence.register
def _(error: register.DatabaseMissing) -> Sentence:
    what = translate("Refusal", "Thư mục này đã từng có dữ liệu nhưng tệp không còn: {path}.")
    safe = translate("Refusal", "Chương trình không tự tạo dữ liệu trống thay thế.")
    do = translate("Refusal", "Khôi phục từ bản sao lưu hoặc nối lại ổ đĩa chứa tệp.")
    return Sentence(what.format(path=error.path), safe, do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.DatabaseDamaged) -> Sentence:
    what = translate("Refusal", "Tệp dữ liệu bị hỏng: {path}.")
    do = translate("Refusal", "Ngừng nhập, sao chép nguyên thư mục dữ liệu ra nơi khác và khôi phục từ bản sao lưu.")
    return Sentence(what.format(path=error.path), _untouched(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.EventUnreadable) -> Sentence:
    what = translate("Refusal", "Một dòng nhật ký trong tệp dữ liệu không đọc được ({where}).")
    do = translate("Refusal", "Ngừng nhập, sao chép nguyên thư mục dữ liệu ra nơi khác và khôi phục từ bản sao lưu.")
    where = f"{error.stream[:8]}/{error.seq}"
    return Sentence(what.format(where=where), _untouched(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.DatabaseForeign) -> Sentence:
    what = translate("Refusal", "Tệp này không phải dữ liệu của chương trình: {path}.")
    do = translate("Refusal", "Chọn đúng thư mục dữ liệu, hoặc đặt lại tệp đúng.")
    return Sentence(what.format(path=error.path), _untouched(), do, error.code, Severity.FAULT)


@sentence.register
def _(error: register.DatabaseNewer) -> Sentence:
    what = translate("Refusal", "Dữ liệu do bản chương trình mới hơn tạo ra ({found}; bản này biết đến {known}).")
    do = translate("Refusal", "Cập nhật chương trình rồi mở lại.")
    return Sentence(what.format(found=error.found, known=error.known), _untouched(), do, error.code)


@sentence.register
def _(error: fault.NotSetUp) -> Sentence:
    what = translate("Refusal", "Thư mục này chưa được thiết lập: {folder}.")
    do = translate("Refusal", "Mở chương trình để thiết lập, hoặc chạy onestop-desk setup.")
    return Sentence(what.format(folder=error.folder), "", do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.AlreadySetUp) -> Sentence:
    what = translate("Refusal", "Thư mục này đã được thiết lập: {folder}.")
    do = translate("Refusal", "Chọn thư mục khác, hoặc dùng quầy đã có.")
    return Sentence(what.format(folder=error.folder), _untouched(), do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.DeskInUse) -> Sentence:
    what = translate("Refusal", "Chương trình đang mở sẵn với thư mục dữ liệu này: {folder}.")
    safe = translate("Refusal", "Hai bản cùng ghi có thể cấp trùng số, nên bản này không mở.")
    do = translate("Refusal", "Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.")
    return Sentence(what.format(folder=error.folder), safe, do, error.code)


@sentence.register
def _(error: fault.DeskCopied) -> Sentence:
    what = translate("Refusal", "Thư mục dữ liệu này đã được sao chép, di chuyển hoặc khôi phục (quầy {counter}).")
    safe = translate("Refusal", "Để không cấp trùng mã hồ sơ, chưa ghi gì cho đến khi có dải số mới.")
    do = translate(
        "Refusal", "Quản trị mở chương trình để chọn quầy và dải số, hoặc chạy onestop-desk adopt --range N."
    )
    return Sentence(what.format(counter=error.counter), safe, do, error.code)


@sentence.register
def _(error: fault.SerialsUsedUp) -> Sentence:
    what = translate("Refusal", "Quầy {counter} đã dùng hết dải số ngày {day} (số cuối {last}).")
    do = translate("Refusal", "Quản trị cấp thêm dải số cho quầy trong phần Thiết lập, rồi lưu lại.")
    words = what.format(counter=error.counter, day=date_words(error.day), last=error.last)
    return Sentence(words, _kept(), do, error.code)


@sentence.register
def _(error: fault.ClockMoved) -> Sentence:
    what = translate("Refusal", "Đồng hồ máy có thể sai: bây giờ là {now}, lần ghi trước là {last}.")
    do = translate("Refusal", "Chỉnh lại đồng hồ, hoặc xác nhận giờ này đúng rồi lưu lại.")
    now, last = (moment_words(at.astimezone(VIETNAM)) for at in (error.now, error.last_at))
    return Sentence(what.format(now=now, last=last), _kept(), do, error.code)


@sentence.register
def _(error: fault.ProcedureNotOffered) -> Sentence:
    what = translate("Refusal", "Không có thủ tục {code} trong danh mục đang áp dụng.")
    do = translate("Refusal", "Kiểm tra mã, hoặc nhập danh mục mới.")
    return Sentence(what.format(code=error.procedure), _kept(), do, error.code)


@sentence.register
def _(error: fault.PapersMissing) -> Sentence:
    what = translate("Refusal", "Thiếu giấy tờ bắt buộc: {names}.")
    do = translate("Refusal", "Đề nghị người nộp bổ sung; hồ sơ chưa được tiếp nhận.")
    return Sentence(what.format(names="; ".join(error.names)), _kept(), do, error.code)


@sentence.register
def _(error: fault.CodeTaken) -> Sentence:
    what = translate("Refusal", "Mã hồ sơ {code} đã thuộc về một hồ sơ khác.")
    do = translate("Refusal", "Kiểm tra lại mã hồ sơ của dòng này.")
    return Sentence(what.format(code=error.dossier), _kept(), do, error.code)


@sentence.register
def _(error: fault.DossierUnknown) -> Sentence:
    what = translate("Refusal", "Không có hồ sơ này trên máy: {code}.")
    do = translate("Refusal", "Kiểm tra lại mã, hoặc tìm theo tên, số giấy tờ, điện thoại.")
    return Sentence(what.format(code=error.dossier), "", do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.RequestDecided) -> Sentence:
    if error.stage == "accepted":
        what = translate("Refusal", "Yêu cầu trực tuyến {number} đã được tiếp nhận: {code}.")
        do = translate("Refusal", "Mở hồ sơ theo mã đó.")
        return Sentence(what.format(number=error.number, code=error.dossier), "", do, error.code, Severity.INFO)
    what = translate("Refusal", "Yêu cầu trực tuyến {number} đã bị từ chối trước đó.")
    do = translate("Refusal", "Đề nghị người dân nộp lại yêu cầu mới nếu cần.")
    return Sentence(what.format(number=error.number), "", do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.DueNeedsReason) -> Sentence:
    if error.later:
        what = translate("Refusal", "Hẹn trả muộn hơn thời hạn tính được cần lý do và quyền tổ trưởng.")
    else:
        what = translate("Refusal", "Hẹn trả khác thời hạn tính được cần ghi lý do.")
    do = translate("Refusal", "Ghi lý do, hoặc để chương trình tự tính.")
    return Sentence(what, _kept(), do, error.code)


@sentence.register
def _(error: fault.RangeTaken) -> Sentence:
    what = translate("Refusal", "Dải số {extra} của quầy {counter} đã có máy dùng.")
    do = translate("Refusal", "Chọn dải số khác.")
    return Sentence(what.format(extra=error.extra, counter=error.counter), _kept(), do, error.code)


@sentence.register
def _(error: fault.SignInRefused) -> Sentence:
    what = translate("Refusal", "Tên đăng nhập hoặc mật khẩu không đúng.")
    do = translate("Refusal", "Nhập lại; nếu quên mật khẩu, nhờ quản trị đặt lại.")
    return Sentence(what, "", do, error.code)


@sentence.register
def _(error: fault.PinRefused) -> Sentence:
    what = translate("Refusal", "Mã PIN không đúng.")
    do = translate("Refusal", "Nhập lại; ba lần sai thì phải đợi.")
    if error.wait_s:
        what = translate("Refusal", "Mã PIN sai nhiều lần: chưa nhận mã PIN trong {seconds} giây nữa.")
        do = translate("Refusal", "Đợi rồi nhập lại, hoặc người nhận tự đăng nhập để xác nhận.")
    return Sentence(what.format(seconds=error.wait_s), "", do, error.code)


@sentence.register
def _(error: fault.LastAdmin) -> Sentence:
    what = translate("Refusal", "Đây là quản trị cuối cùng của quầy này.")
    do = translate("Refusal", "Thêm một quản trị khác trước.")
    return Sentence(what, _kept(), do, error.code)


@sentence.register
def _(error: fault.ReasonMissing) -> Sentence:
    what = translate("Refusal", "Việc này phải ghi lý do.")
    do = translate("Refusal", "Nhập lý do rồi làm lại.")
    return Sentence(what, _kept(), do, error.code)


@sentence.register
def _(error: fault.FormUnknown) -> Sentence:
    what = translate("Refusal", "Không có mẫu giấy {form}.")
    do = translate("Refusal", "Các mẫu in được: 01 đến 07, return, hand_over, slip80, label.")
    return Sentence(what.format(form=error.form), "", do, error.code)


@sentence.register
def _(error: fault.PaperNotKept) -> Sentence:
    what = translate("Refusal", "Không ghi được tệp PDF: {path}.")
    safe = translate("Refusal", "Hồ sơ đã lưu, in lại được bất cứ lúc nào.")
    do = translate("Refusal", "Kiểm tra quyền ghi và chỗ trống của thư mục, rồi in lại.")
    return Sentence(what.format(path=error.path), safe, do, error.code)


@sentence.register
def _(error: fault.LineChanged) -> Sentence:
    what = translate("Refusal", "Dòng này đã được nhập trước đây thành hồ sơ {code}, với nội dung khác ({field}).")
    do = translate("Refusal", "Dùng ref khác cho hồ sơ khác, hoặc để nguyên dòng cũ.")
    return Sentence(what.format(code=error.dossier, field=error.field), _kept(), do, error.code)


@sentence.register
def _(error: fault.StepUnknown) -> Sentence:
    what = translate("Refusal", "Không có bước “{step}”.")
    do = translate("Refusal", "Các bước nhập được: receive, hand_over, finish, return…; xem hướng dẫn nhập hồ sơ.")
    return Sentence(what.format(step=error.step), _kept(), do, error.code)


@sentence.register
def _(error: fault.ImportFileRefused) -> Sentence:
    what = translate("Refusal", "Không nhập được tệp {path}: {reason}.")
    do = translate("Refusal", "Chọn tệp khác, hoặc xuất tệp mẫu để điền lại.")
    reason = _FILE_REASONS[error.reason]()
    if error.line:
        reason = translate("Refusal", "{reason} (dòng {line})").format(reason=reason, line=error.line)
    return Sentence(what.format(path=error.path, reason=reason), _untouched(), do, error.code)


_FILE_REASONS = {
    "missing": lambda: translate("Refusal", "không có tệp này hoặc không đọc được"),
    "suffix": lambda: translate("Refusal", "không phải loại tệp nhập được ở đây"),
    "encoding": lambda: translate("Refusal", "không phải chữ UTF-8"),
    "broken": lambda: translate("Refusal", "tệp hỏng hoặc không phải bảng tính Excel (.xlsx)"),
    "shape": lambda: translate("Refusal", "nội dung không đúng dạng, không có danh sách cần tìm"),
    "columns": lambda: translate("Refusal", "không thấy trang hoặc tiêu đề cột như tệp mẫu"),
    "too_large": lambda: translate("Refusal", "tệp quá lớn"),
}


@sentence.register
def _(error: fault.FileNotWritten) -> Sentence:
    what = translate("Refusal", "Không ghi được tệp {path}.")
    do = translate("Refusal", "Chọn thư mục khác, hoặc đóng chương trình đang mở tệp này.")
    return Sentence(what.format(path=error.path), _untouched(), do, error.code)


@sentence.register
def _(error: fault.ProcedureKnown) -> Sentence:
    what = translate("Refusal", "Danh mục đã có thủ tục {procedure}: {name}.")
    do = translate("Refusal", "Tìm thủ tục đó trong danh sách để sửa (xem cả mục Ngừng áp dụng), hoặc nhập mã khác.")
    return Sentence(what.format(procedure=error.procedure, name=error.name), _kept(), do, error.code)


@sentence.register
def _(error: fault.YearKnown) -> Sentence:
    what = translate("Refusal", "Năm {year} đã có lịch làm việc.")
    do = translate("Refusal", "Sửa từng ngày, hoặc nhập tệp lịch của năm.")
    return Sentence(what.format(year=error.year), _kept(), do, error.code, Severity.INFO)
