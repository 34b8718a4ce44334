"""How sync stands, always a sentence (counter.md §8). Knows no Qt."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import fault
from onestop_desk.services.conflict import Conflict
from onestop_desk.services.lost import LostWork
from onestop_desk.services.outbox import Exit
from onestop_desk.services.parking import ParkedLine
from onestop_desk.services.syncing import SyncStatus
from onestop_desk.sync import fault as line_fault
from onestop_desk.ui.card.correction_words import corrected_field_words
from onestop_desk.ui.dossier_wording import stage_words, step_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity, clock_words, moment_words, sentence

_OFFLINE = (line_fault.CentreUnreachable.code, line_fault.LineLost.code)

_HERE = ("DB-", fault.RoundBroken.code)
"""What is wrong with this machine and not with the centre: its register (models/fault.py), or a bug."""


def sync_words(status: SyncStatus, now: datetime) -> tuple[str, Severity | None]:
    """Return the sentence at the foot of the window and how serious it is."""
    if not status.is_set_up:
        return translate("Sync", "Chưa nối trung tâm"), None
    if status.trouble:
        return _trouble_words(status, now)
    if status.is_clock_wrong:
        minutes = round(abs(status.clock_ahead.total_seconds()) / 60)
        return translate("Sync", "Giờ máy này lệch {n} phút").format(n=minutes), Severity.PERSON
    if status.lost:
        words = translate("Sync", "{n} việc của máy khác chỉ còn ở máy này, cần xử lý")
        return words.format(n=status.lost), Severity.PERSON
    if status.unsent:
        return translate("Sync", "Còn {n} việc chưa gửi").format(n=status.unsent), None
    if status.ok_at is None:
        return translate("Sync", "Chưa đồng bộ lần nào"), None
    return translate("Sync", "Đã đồng bộ {at}").format(at=_when(status.ok_at, now)), None


def kind_words(kind: str) -> str:
    """Return what an event of this desk is called, about dossiers or not."""
    return _KINDS[kind]() if kind in _KINDS else step_words(kind)


def way_words(way: Exit) -> str:
    """Return which way out of the outbox something has taken."""
    return {
        Exit.SENT: translate("Sync", "đã gửi"),
        Exit.RETRY: translate("Sync", "sẽ gửi ở lượt sau"),
        Exit.PERSON: translate("Sync", "cần xử lý"),
    }[way]


def conflict_words(found: Conflict) -> str:
    """Return what did not fit, as a sentence for a supervisor."""
    event: Any = found.late.entry.event
    if found.doubt.is_overtaken:
        words = translate("Sync", "Hai quầy cùng đính chính mục “{field}”; giá trị đến sau đang được ghi.")
        return words.format(field=corrected_field_words(event.field))
    stage = "" if found.stage is None else stage_words(found.stage)
    words = translate("Sync", "Bước “{step}” đến khi hồ sơ đã ở trạng thái “{stage}”, nên không được tính.")
    return words.format(step=step_words(event.kind), stage=stage)


def parked_words(found: Sequence[ParkedLine]) -> str:
    """Return what came and is not understood, as sentences for a supervisor; nothing where all is."""
    unread = [line for line in found if line.is_unread]
    said = []
    if unread:
        words = translate(
            "Sync",
            "{n} việc nhận về không đọc được: giữ nguyên trong sổ, không tính vào hồ sơ nào. "
            "Báo quản trị trung tâm kèm vị trí: {places}.",
        )
        said.append(words.format(n=len(unread), places=", ".join(_place(line) for line in unread[:10])))
    if len(unread) < len(found):
        words = translate("Sync", "{n} việc do bản chương trình mới hơn ghi: cập nhật chương trình thì sẽ được tính.")
        said.append(words.format(n=len(found) - len(unread)))
    return "\n".join(said)


def _place(line: ParkedLine) -> str:
    return str(line.pos) if line.pos else f"{line.stream[:8]}/{line.seq}"


def lost_words(work: LostWork) -> str:
    """Return what of a counter is only here."""
    codes = ", ".join(work.codes)
    if work.counter is None:
        words = translate("Sync", "Máy không rõ số quầy: {n} việc. Hồ sơ: {codes}")
    else:
        words = translate("Sync", "Quầy {counter}: {n} việc. Hồ sơ: {codes}")
    return words.format(counter=work.counter, n=work.events, codes=codes or "–")


def _trouble_words(status: SyncStatus, now: datetime) -> tuple[str, Severity | None]:
    since = "" if status.trouble_since is None else _when(status.trouble_since, now)
    if status.trouble in _OFFLINE:
        words = translate("Sync", "Mất mạng từ {since}; {n} việc sẽ gửi sau")
        return words.format(since=since, n=status.unsent), None
    if status.trouble == line_fault.CentreBusy.code:
        words = translate("Sync", "Trung tâm bận từ {since}; {n} việc sẽ gửi sau")
        return words.format(since=since, n=status.unsent), None
    if status.trouble == fault.CounterTaken.code:
        return translate("Sync", "Số quầy trùng máy khác, cần xử lý"), Severity.FAULT
    if status.trouble.startswith(_HERE):
        words = translate("Sync", "Đồng bộ lỗi trên máy này từ {since} (mã {code}); {n} việc sẽ gửi sau")
        return words.format(since=since, code=status.trouble, n=status.unsent), Severity.PERSON
    words = translate("Sync", "Trung tâm từ chối từ {since}, cần xử lý (mã {code})")
    return words.format(since=since, code=status.trouble), Severity.PERSON


def _when(at: datetime, now: datetime) -> str:
    local, today = at.astimezone(VIETNAM), now.astimezone(VIETNAM).date()
    return clock_words(local) if local.date() == today else moment_words(local)


_KINDS: dict[str, Callable[[], str]] = {
    "hand_over_listed": lambda: translate("Sync", "Danh sách bàn giao"),
    "returned_together": lambda: translate("Sync", "Phiếu trả kết quả"),
    "refused_at_counter": lambda: translate("Sync", "Từ chối tại quầy"),
    "guidance_given": lambda: translate("Sync", "Hướng dẫn tại quầy"),
    "procedure_published": lambda: translate("Sync", "Danh mục: thêm thủ tục"),
    "procedure_adapted": lambda: translate("Sync", "Danh mục: sửa thủ tục"),
    "adaptation_dropped": lambda: translate("Sync", "Danh mục: bỏ phần sửa"),
    "procedure_retired": lambda: translate("Sync", "Danh mục: ngừng thủ tục"),
    "office_described": lambda: translate("Sync", "Thông tin cơ quan"),
    "desk_opened": lambda: translate("Sync", "Mở quầy"),
    "range_granted": lambda: translate("Sync", "Cấp dải số"),
    "clerk_admitted": lambda: translate("Sync", "Nhân sự: thêm, đổi vai trò"),
    "clerk_dismissed": lambda: translate("Sync", "Nhân sự: thôi việc"),
    "calendar_imported": lambda: translate("Sync", "Lịch: nhập năm"),
    "day_off_entered": lambda: translate("Sync", "Lịch: ngày nghỉ"),
    "make_up_day_entered": lambda: translate("Sync", "Lịch: ngày làm bù"),
    "day_cleared": lambda: translate("Sync", "Lịch: bỏ ngày"),
    "hours_set": lambda: translate("Sync", "Lịch: giờ làm việc"),
}


@sentence.register
def _(error: fault.CentreNotSet) -> Sentence:
    what = translate("Sync", "Quầy này chưa nối với trung tâm nào.")
    safe = translate("Sync", "Mọi việc vẫn lưu trên máy này.")
    do = translate("Sync", "Quản trị nối trong phần Thiết lập, hoặc chạy onestop-desk sync setup.")
    return Sentence(what, safe, do, error.code, Severity.INFO)


@sentence.register
def _(error: fault.CounterTaken) -> Sentence:
    what = translate("Sync", "Máy trạm “{rival}” đã dùng số quầy {counter} của cơ quan này.")
    safe = translate("Sync", "Hồ sơ đã nhận trên máy này vẫn còn nguyên, chưa gửi lên trung tâm.")
    do = translate("Sync", "Báo quản trị: mỗi quầy phải có một số riêng. Ngừng cấp mã mới trên máy này.")
    return Sentence(what.format(rival=error.rival, counter=error.counter), safe, do, error.code, Severity.FAULT)


@sentence.register
def _(error: fault.RoundBroken) -> Sentence:
    what = translate("Sync", "Lượt đồng bộ gặp lỗi ngoài dự kiến ({bug_id}).")
    safe = translate("Sync", "Mọi việc vẫn lưu trên máy này và quầy làm việc tiếp được.")
    do = translate("Sync", "Chương trình tự thử lại; nếu câu này còn hiện, báo quản trị kèm mã lỗi.")
    return Sentence(what.format(bug_id=error.bug_id), safe, do, error.code, Severity.FAULT)


@sentence.register
def _(error: fault.PushStopped) -> Sentence:
    what = translate("Sync", "Trung tâm không nhận những gì máy này gửi ({answer}).")
    safe = translate("Sync", "Mọi việc vẫn lưu trên máy này và quầy làm việc tiếp được.")
    do = translate("Sync", "Chạy onestop-desk check, rồi báo quản trị trung tâm kèm mã này.")
    return Sentence(what.format(answer=error.answer), safe, do, error.code)
