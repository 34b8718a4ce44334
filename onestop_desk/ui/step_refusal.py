"""What to say when a step of a dossier is refused; importing it teaches ui.wording all of them."""

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.money import format_dong
from onestop_desk.services import fault
from onestop_desk.ui.dossier_wording import stage_words, step_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity, moment_words, sentence

_INFORMATION = (Stage.RETURNED, Stage.WITHDRAWN, Stage.STOPPED, Stage.NOT_ACCEPTED)
"""At these stages the dossier is done with: that is news, not a fault."""


def _recorded() -> str:
    return translate("Refusal", "Những gì đã ghi vẫn còn nguyên; bước này chưa được ghi.")


@sentence.register
def _(error: fault.StepUnlawful) -> Sentence:
    step = step_words(error.step)
    stage = Stage(error.stage) if error.stage is not None else None
    if stage is None:
        what = translate("Refusal", "Hồ sơ {code} chưa được tiếp nhận nên chưa ghi được bước “{step}”.")
        return Sentence(what.format(code=error.dossier, step=step), _recorded(), "", error.code)
    what = translate("Refusal", "Hồ sơ {code} đang ở trạng thái “{stage}”, không ghi được bước “{step}”.")
    do = translate("Refusal", "Mở hồ sơ để xem các bước đã qua và các bước có thể làm tiếp.")
    severity = Severity.INFO if stage in _INFORMATION else Severity.PERSON
    words = what.format(code=error.dossier, stage=stage_words(stage), step=step)
    return Sentence(words, _recorded(), do, error.code, severity)


@sentence.register
def _(error: fault.ExtensionRefused) -> Sentence:
    promised = "" if error.due_at is None else moment_words(error.due_at.astimezone(VIETNAM))
    match error.reason:
        case "no_due":
            what = translate("Refusal", "Hồ sơ {code} không có hạn trả nên không cần gia hạn.")
            do = ""
        case "too_late":
            what = translate("Refusal", "Hạn trả của hồ sơ {code} đã qua ({due}); thư xin lỗi phải gửi trước hạn.")
            do = translate("Refusal", "Giải quyết xong hồ sơ; báo cáo ghi là quá hạn.")
        case _:
            what = translate("Refusal", "Ngày hẹn lại phải sau hạn đã hẹn của hồ sơ {code} ({due}).")
            do = translate("Refusal", "Chọn ngày hẹn lại muộn hơn.")
    return Sentence(what.format(code=error.dossier, due=promised), _recorded(), do, error.code)


@sentence.register
def _(error: fault.SupervisorNeeded) -> Sentence:
    what = translate("Refusal", "Bước “{step}” lần này cần Tổ trưởng hoặc Quản trị.")
    do = translate("Refusal", "Nhờ Tổ trưởng đăng nhập và ghi bước này kèm lý do.")
    return Sentence(what.format(step=step_words(error.step)), _recorded(), do, error.code)


@sentence.register
def _(error: fault.FeeDue) -> Sentence:
    what = translate("Refusal", "Hồ sơ {code} còn phải nộp {amount} trước khi nhận kết quả.")
    do = translate("Refusal", "Thu tiền hoặc ghi lý do miễn, rồi trả kết quả.")
    return Sentence(what.format(code=error.dossier, amount=format_dong(error.amount)), _recorded(), do, error.code)


@sentence.register
def _(_error: fault.PaperNotIssued) -> Sentence:
    what = translate("Refusal", "Hồ sơ này chưa có giấy tờ loại đó.")
    do = translate("Refusal", "Ghi bước phát hành giấy (yêu cầu bổ sung, xin lỗi, trả kết quả…) rồi in.")
    return Sentence(what, "", do, _error.code, Severity.INFO)
