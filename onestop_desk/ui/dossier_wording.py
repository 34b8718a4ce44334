"""What a dossier's stages, steps and ways are called. Knows no Qt."""

from collections.abc import Callable

from onestop_desk.domain.application import Channel, ReturnWay
from onestop_desk.domain.calendar import Timeliness
from onestop_desk.domain.dossier import Stage
from onestop_desk.ui.translation import translate

Words = Callable[[], str]


def stage_words(stage: Stage) -> str:
    """Return the national name of a stage."""
    return _STAGES[stage]()


def step_words(kind: str) -> str:
    """Return what an event of this kind is called; the kind itself where this program does not know it."""
    return _STEPS[kind]() if kind in _STEPS else kind


def channel_words(channel: Channel) -> str:
    """Return how a dossier came in."""
    return _CHANNELS[channel]()


def return_way_words(way: ReturnWay) -> str:
    """Return how the result goes back."""
    return _WAYS[way]()


def timeliness_words(timeliness: Timeliness) -> str:
    """Return before, on or over due."""
    return _TIMELINESS[timeliness]()


_STAGES: dict[Stage, Words] = {
    # The ten words of the national list of states. Where a clerk's step has a name of its own (Rút hồ sơ → Xin rút,
    # Từ chối → Không tiếp nhận, Yêu cầu nộp tiền → Nghĩa vụ tài chính), buttons and history say the step's.
    Stage.WAITING: lambda: translate("Dossier", "Chờ tiếp nhận"),
    Stage.RECEIVED: lambda: translate("Dossier", "Đã tiếp nhận"),
    Stage.NOT_ACCEPTED: lambda: translate("Dossier", "Không tiếp nhận"),
    Stage.IN_PROGRESS: lambda: translate("Dossier", "Đang xử lý"),
    Stage.SUPPLEMENT: lambda: translate("Dossier", "Yêu cầu bổ sung"),
    Stage.PAYMENT: lambda: translate("Dossier", "Nghĩa vụ tài chính"),
    Stage.WITHDRAWN: lambda: translate("Dossier", "Xin rút"),
    Stage.STOPPED: lambda: translate("Dossier", "Dừng xử lý"),
    Stage.FINISHED: lambda: translate("Dossier", "Đã xử lý xong, chờ trả"),
    Stage.RETURNED: lambda: translate("Dossier", "Đã trả kết quả"),
}

_STEPS: dict[str, Words] = {
    "request_submitted": lambda: translate("Dossier", "Yêu cầu trực tuyến đến"),
    "request_accepted": lambda: translate("Dossier", "Tiếp nhận yêu cầu trực tuyến"),
    "request_refused": lambda: translate("Dossier", "Từ chối yêu cầu trực tuyến"),
    "lost_sent": lambda: translate("Dossier", "Gửi việc của máy khác"),
    "month_closed": lambda: translate("Dossier", "Chốt tháng báo cáo"),
    "received": lambda: translate("Dossier", "Tiếp nhận"),
    "handed_over": lambda: translate("Dossier", "Bàn giao"),
    "taken_over": lambda: translate("Dossier", "Nhận bàn giao"),
    "hand_over_declined": lambda: translate("Dossier", "Không nhận bàn giao"),
    "step_done": lambda: translate("Dossier", "Bước 5 tại chỗ"),
    "supplement_requested": lambda: translate("Dossier", "Yêu cầu bổ sung"),
    "supplemented": lambda: translate("Dossier", "Nhận bổ sung"),
    "payment_requested": lambda: translate("Dossier", "Yêu cầu nộp tiền"),
    "paid": lambda: translate("Dossier", "Nộp tiền"),
    "extended": lambda: translate("Dossier", "Xin lỗi và hẹn lại"),
    "finished": lambda: translate("Dossier", "Có kết quả"),
    "notified": lambda: translate("Dossier", "Báo người nộp"),
    "returned": lambda: translate("Dossier", "Trả kết quả"),
    "return_recalled": lambda: translate("Dossier", "Thu hồi việc trả nhầm"),
    "withdrawn": lambda: translate("Dossier", "Rút hồ sơ"),
    "stopped": lambda: translate("Dossier", "Dừng xử lý"),
    "refused": lambda: translate("Dossier", "Từ chối"),
    "corrected": lambda: translate("Dossier", "Đính chính"),
    "rated": lambda: translate("Dossier", "Đánh giá"),
    "noted": lambda: translate("Dossier", "Ghi chú"),
    "printed": lambda: translate("Dossier", "In lại"),
    "conflict_decided": lambda: translate("Dossier", "Đã xem xét chỗ không khớp"),
}

_CHANNELS: dict[Channel, Words] = {
    Channel.DIRECT: lambda: translate("Dossier", "Trực tiếp"),
    Channel.ONLINE: lambda: translate("Dossier", "Trực tuyến"),
    Channel.POST: lambda: translate("Dossier", "Bưu chính"),
}

_WAYS: dict[ReturnWay, Words] = {
    ReturnWay.COUNTER: lambda: translate("Dossier", "Tại quầy"),
    ReturnWay.POST: lambda: translate("Dossier", "Qua bưu chính"),
    ReturnWay.ELECTRONIC: lambda: translate("Dossier", "Bản điện tử"),
}

_TIMELINESS: dict[Timeliness, Words] = {
    Timeliness.BEFORE: lambda: translate("Dossier", "Trước hạn"),
    Timeliness.ON: lambda: translate("Dossier", "Đúng hạn"),
    Timeliness.OVER: lambda: translate("Dossier", "Quá hạn"),
}
