"""A dossier's line, views and happenings in words. Knows no Qt."""

from collections.abc import Callable
from datetime import datetime

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.question import View
from onestop_desk.services.board import Sort, is_late
from onestop_desk.services.line import DossierLine
from onestop_desk.services.printing import JobState
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Severity, moment_words

Words = Callable[[], str]

_PROCEDURE = "Thủ tục "


def view_words(view: View) -> str:
    """Return what a view is called."""
    return _VIEWS[view]()


def sort_words(sort: Sort) -> str:
    """Return what an order is called."""
    return _SORTS[sort]()


def job_words(state: JobState) -> str:
    """Return how a paper fared."""
    return _JOBS[state]()


def form_words(form: str) -> str:
    """Return what a form is called; its own word where this program has no name for it."""
    return _FORMS[form]() if form in _FORMS else form


def local_moment(moment: datetime | None) -> str:
    """Return a stored moment as clocks in Vietnam show it; empty for none."""
    return "" if moment is None else moment_words(moment.astimezone(VIETNAM))


def state_words(line: DossierLine, now: datetime) -> str:
    """Return the stage, and what is wrong with it."""
    doubts = [translate("Line", "quá hạn")] if is_late(line, now) else []
    doubts += [translate("Line", "cần xử lý")] if line.needs_person else []
    return " · ".join([stage_words(line.stage), *doubts])


def brief_procedure(name: str) -> str:
    """Return a procedure's name as lists show it: without the words that half of all names begin with."""
    rest = name.removeprefix(_PROCEDURE)
    return rest[:1].upper() + rest[1:]


def state_severity(line: DossierLine, now: datetime) -> Severity | None:
    """Return how serious a line's state is; None where everything goes its way."""
    if is_late(line, now):
        return Severity.FAULT
    return Severity.PERSON if line.needs_person else None


def due_words_of(line: DossierLine) -> str:
    """Return the promised moment of a line."""
    return local_moment(line.due_at) or translate("Line", "không thời hạn")


def born_words(line: DossierLine) -> str:
    """Return the year of birth."""
    return str(line.owner_birth.year) if line.owner_birth else ""


_VIEWS: dict[View, Words] = {
    View.ALL: lambda: translate("Line", "Tất cả"),
    View.OPEN: lambda: translate("Line", "Đang giải quyết"),
    View.TODAY: lambda: translate("Line", "Nhận hôm nay"),
    View.DUE_SOON: lambda: translate("Line", "Sắp hạn"),
    View.DUE_TODAY: lambda: translate("Line", "Hẹn hôm nay"),
    View.DUE_TOMORROW: lambda: translate("Line", "Hẹn ngày mai"),
    View.OVERDUE: lambda: translate("Line", "Quá hạn"),
    View.SUPPLEMENT: lambda: translate("Line", "Chờ bổ sung"),
    View.RESULT: lambda: translate("Line", "Có kết quả, chưa trả"),
    View.RETURNED: lambda: translate("Line", "Đã trả"),
    View.WITHDRAWN: lambda: translate("Line", "Xin rút"),
    View.STOPPED: lambda: translate("Line", "Dừng xử lý"),
    View.REFUSED: lambda: translate("Line", "Không tiếp nhận"),
    View.UNPRINTED: lambda: translate("Line", "Chưa ra giấy"),
    View.NEEDS_PERSON: lambda: translate("Line", "Cần xử lý"),
    View.MINE: lambda: translate("Line", "Của tôi"),
    View.ON_THE_WAY: lambda: translate("Line", "Đang chuyển"),
}

_SORTS: dict[Sort, Words] = {
    Sort.NEWEST: lambda: translate("Line", "Mới nhất trước"),
    Sort.OLDEST: lambda: translate("Line", "Cũ nhất trước"),
    Sort.NAME: lambda: translate("Line", "Tên A → Y"),
    Sort.NAME_BACK: lambda: translate("Line", "Tên Y → A"),
    Sort.DUE: lambda: translate("Line", "Hẹn trả gần trước"),
    Sort.DUE_BACK: lambda: translate("Line", "Hẹn trả xa trước"),
}

_JOBS: dict[JobState, Words] = {
    JobState.WAITING: lambda: translate("Line", "chưa in"),
    JobState.SENDING: lambda: translate("Line", "đang gửi"),
    JobState.SENT: lambda: translate("Line", "đã gửi"),
    JobState.PRINTED: lambda: translate("Line", "đã ra giấy"),
    JobState.REFUSED: lambda: translate("Line", "lỗi"),
    JobState.UNKNOWN: lambda: translate("Line", "chưa rõ đã ra giấy chưa"),
    JobState.KEPT: lambda: translate("Line", "giữ ở tệp PDF"),
    JobState.EXPIRED: lambda: translate("Line", "quá giờ, chưa in"),
    JobState.DROPPED: lambda: translate("Line", "đã bỏ"),
}

_FORMS: dict[str, Words] = {
    "01": lambda: translate("Line", "Giấy tiếp nhận và hẹn trả"),
    "02": lambda: translate("Line", "Phiếu yêu cầu bổ sung"),
    "03": lambda: translate("Line", "Phiếu từ chối"),
    "04": lambda: translate("Line", "Thư xin lỗi, hẹn lại"),
    "05": lambda: translate("Line", "Thông báo dừng giải quyết"),
    "06": lambda: translate("Line", "Phiếu kiểm soát"),
    "return": lambda: translate("Line", "Phiếu trả kết quả"),
    "hand_over": lambda: translate("Line", "Danh sách bàn giao"),
    "slip80": lambda: translate("Line", "Phiếu 80 mm"),
    "label": lambda: translate("Line", "Tem hồ sơ"),
}
