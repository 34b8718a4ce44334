"""What papers, jobs and causes are called. Knows no Qt."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from onestop_desk.devices.printer import Reason
from onestop_desk.devices.printer.order import FOLDER_PREFIX
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import JobLine
from onestop_desk.ui.line_wording import form_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity

Words = Callable[[], str]


def cause_words(fault: str) -> str:
    """Return the named cause of a job's fault; empty where there is none."""
    return _CAUSES[Reason(fault)][0]()


def paper_words(job: JobLine) -> str:
    """Return a paper's short name: `Phiếu 0034`, `Tem hồ sơ 0034`, `Phiếu 0034, bản sao 1`."""
    serial = job.code.rsplit("-", 1)[-1]
    name = f"{_short_words(job.form)} {serial}".strip()
    if not job.copy:
        return name
    return translate("Printing", "{paper}, bản sao {n}").format(paper=name, n=job.copy)


def printer_words(printer: str) -> str:
    """Return a printer's name; of one that is a folder, the folder's."""
    if not printer.startswith(FOLDER_PREFIX):
        return printer
    folder = PurePath(printer.removeprefix(FOLDER_PREFIX))
    return translate("Printing", "thư mục {name}").format(name=folder.name)


def refused_sentence(job: JobLine) -> Sentence:
    """Return what to tell about a paper that a printer refused."""
    what = translate("Printing", "{paper} chưa ra giấy: {cause}.")
    safe = translate("Printing", "Hồ sơ đã lưu, tệp PDF đã giữ.")
    cause, do = _CAUSES[Reason(job.fault)]
    return Sentence(what.format(paper=paper_words(job), cause=cause()), safe, do(), _code(job), Severity.PERSON)


def unknown_sentence(job: JobLine) -> Sentence:
    """Return the question about a paper of which nobody knows whether it came out."""
    what = translate("Printing", "{paper} đã ra giấy chưa?")
    cause = cause_words(job.fault)
    said = (
        translate("Printing", "Máy in {printer}: {cause}.").format(printer=printer_words(job.printer), cause=cause)
        if cause
        else ""
    )
    do = translate("Printing", "Nhìn khay giấy rồi chọn một nút.")
    return Sentence(what.format(paper=paper_words(job)), said, do, _code(job), Severity.PERSON)


def kept_sentence(jobs: Sequence[JobLine]) -> Sentence:
    """Return what to tell about papers that were kept because there is no printer."""
    what = translate("Printing", "Đã giữ thành tệp PDF: {papers}.")
    return Sentence(what.format(papers=", ".join(paper_words(job) for job in jobs)), severity=Severity.INFO)


def waiting_sentence(count: int) -> Sentence:
    """Return what to tell about papers of earlier that need somebody to look."""
    what = translate("Printing", "{n} phiếu của lần trước chưa rõ đã ra giấy chưa.")
    safe = translate("Printing", "Chương trình không tự in lại phiếu cũ.")
    return Sentence(what.format(n=count), safe, "", "", Severity.PERSON)


def letters_sentence(code: str, letters: tuple[str, ...]) -> Sentence:
    """Return what to tell about characters that come out as an empty box."""
    what = translate("Printing", "Phiếu {code} có ký tự phông chữ không vẽ được: {letters}.")
    do = translate("Printing", "Ký tự đó in thành □; sửa bằng tay trên giấy nếu cần.")
    return Sentence(what.format(code=code, letters=" ".join(letters)), "", do, "", Severity.PERSON)


def _short_words(form: Form) -> str:
    if form is Form.RECEIPT:
        return translate("Printing", "Phiếu")
    return translate("Printing", "Trang in thử") if form is Form.TEST else form_words(form)


def _code(job: JobLine) -> str:
    return f"PRINT-{job.fault.upper()}".replace("_", "-") if job.fault else "PRINT"


def _try_again() -> str:
    return translate("Printing", "Bấm In lại; nếu vẫn lỗi, mở tệp PDF và in bằng tay.")


def _see_to_printer() -> str:
    return translate("Printing", "Xử lý ở máy in rồi bấm In lại.")


def _see_settings() -> str:
    return translate("Printing", "Chọn lại máy in trong phần Thiết lập, hoặc mở tệp PDF.")


_CAUSES: dict[Reason, tuple[Words, Words]] = {
    Reason.NONE: (lambda: translate("Printing", "không rõ lý do"), _try_again),
    Reason.NO_PRINTER: (lambda: translate("Printing", "chưa chọn máy in"), _see_settings),
    Reason.FILE_MISSING: (lambda: translate("Printing", "tệp PDF không còn"), _try_again),
    Reason.QUEUE_MISSING: (lambda: translate("Printing", "máy in không còn trong danh sách của máy"), _see_settings),
    Reason.QUEUE_PAUSED: (lambda: translate("Printing", "máy in đang tạm dừng"), _see_to_printer),
    Reason.SPOOLER_OFF: (lambda: translate("Printing", "dịch vụ in của máy đang tắt"), _try_again),
    Reason.PRINTER_OFF: (lambda: translate("Printing", "máy in tắt hoặc tuột dây"), _see_to_printer),
    Reason.PAPER_OUT: (lambda: translate("Printing", "máy in hết giấy"), _see_to_printer),
    Reason.PAPER_JAM: (lambda: translate("Printing", "máy in kẹt giấy"), _see_to_printer),
    Reason.COVER_OPEN: (lambda: translate("Printing", "nắp máy in đang mở"), _see_to_printer),
    Reason.INK_OUT: (lambda: translate("Printing", "máy in hết mực"), _see_to_printer),
    Reason.BUSY: (lambda: translate("Printing", "máy in đang bận"), _try_again),
    Reason.REJECTED: (lambda: translate("Printing", "máy in không nhận tệp"), _try_again),
    Reason.CANCELED: (lambda: translate("Printing", "lệnh in đã bị hủy"), _try_again),
    Reason.TIMED_OUT: (lambda: translate("Printing", "máy in không trả lời trong 15 giây"), _see_to_printer),
    Reason.WORKER_DIED: (lambda: translate("Printing", "phần in của chương trình bị dừng đột ngột"), _try_again),
    Reason.NOT_FOUND: (lambda: translate("Printing", "máy in không còn nhớ lệnh in này"), _try_again),
    Reason.EXPIRED: (lambda: translate("Printing", "đã quá 10 phút nên không tự in"), _try_again),
    Reason.CLOSED: (lambda: translate("Printing", "chương trình đóng trước khi in xong"), _try_again),
    Reason.FOLDER_MISSING: (lambda: translate("Printing", "thư mục nhận giấy không còn"), _see_settings),
    Reason.FOLDER_READ_ONLY: (lambda: translate("Printing", "thư mục nhận giấy chỉ đọc"), _see_settings),
    Reason.DISK_FULL: (lambda: translate("Printing", "ổ đĩa đã đầy"), _try_again),
}
