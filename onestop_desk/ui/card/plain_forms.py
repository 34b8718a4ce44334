"""The forms of steps that are told in a line: reasons, remarks, how somebody was told."""

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Noted, Notified, Refused, ReturnRecalled, Stopped, Withdrawn
from onestop_desk.domain.money import format_dong, parse_dong
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import UNDO, Step, is_supervisor
from onestop_desk.ui.card.step_form import StepForm, warned
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments

LONGEST_TEXT = 20_000


class ReasonForm(StepForm):
    """A step that needs nothing but its reason."""

    make: type[Withdrawn] | type[Stopped] | type[Refused] | type[ReturnRecalled]

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(self.make.kind, self.heading(), seat, card)
        self.reason = self.line("reason", self.tr("Lý do"))
        self.finish(self.follows())

    def heading(self) -> str:
        """Return the form's heading."""
        raise NotImplementedError

    def follows(self) -> str:
        """Return what the save does besides; empty for nothing."""
        return ""

    def step(self) -> Step:
        """Return the step with its reason."""
        return self.make(self.now(), self.reason.text())


class EarlyEndForm(ReasonForm):
    """An end that may give money back; the amount is asked only where something was paid."""

    make: type[Withdrawn] | type[Stopped]

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        self.refunded: CleanLineEdit | None = None
        self._paid = card.state.paid
        super().__init__(seat, card)

    def finish(self, follows: str = "") -> None:
        """Ask for the money before the form ends."""
        if self._paid:
            words = self.tr("Hoàn trả, trong {paid} đã nộp").format(paid=format_dong(self._paid))
            self.refunded = self.line("refunded", words)
            self.refunded.setPlaceholderText("0")
        super().finish(follows)

    def step(self) -> Step:
        """Return the step with its reason and its money."""
        typed = self.refunded.text().strip() if self.refunded is not None else ""
        return self.make(self.now(), self.reason.text(), parse_dong(typed) if typed else 0)


class WithdrawForm(EarlyEndForm):
    """The person takes the request back."""

    make = Withdrawn

    def heading(self) -> str:
        """Return the form's heading."""
        return translate("Step", "Rút hồ sơ theo yêu cầu của người nộp")


class StopForm(EarlyEndForm):
    """The office stops: form 05."""

    make = Stopped

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(seat, card)
        deadline = card.state.deadline
        if deadline is not None and self.now() > deadline:
            words = self.tr("Hết hạn bổ sung {moment}, người nộp chưa bổ sung.")
            self.reason.setText(words.format(moment=local_moment(deadline)))

    def heading(self) -> str:
        """Return the form's heading."""
        return translate("Step", "Dừng giải quyết hồ sơ")

    def follows(self) -> str:
        """Return what the save does besides."""
        return translate("Step", "Ghi xong sẽ in thông báo dừng giải quyết (mẫu 05).")


class RefuseForm(ReasonForm):
    """The dossier is not accepted after all: form 03."""

    make = Refused

    def heading(self) -> str:
        """Return the form's heading."""
        return translate("Step", "Từ chối giải quyết hồ sơ")

    def follows(self) -> str:
        """Return what the save does besides."""
        return translate("Step", "Ghi xong sẽ in phiếu từ chối (mẫu 03).")


class RecallForm(ReasonForm):
    """A wrong return is taken back."""

    make = ReturnRecalled

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(seat, card)
        returned_at = card.state.returned_at
        is_fresh = returned_at is not None and self.now() - returned_at <= UNDO
        if not is_fresh and not is_supervisor(seat.desk):
            self.hints.show_notices(warned(self.tr("Đã trả quá một phút: thu hồi cần Tổ trưởng hoặc Quản trị.")))

    def heading(self) -> str:
        """Return the form's heading."""
        return translate("Step", "Thu hồi việc trả nhầm")


class NoteForm(StepForm):
    """A remark of the office."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Noted.kind, self.tr("Ghi chú vào hồ sơ"), seat, card)
        self.text = self.line("text", self.tr("Nội dung"))
        self.text.setMaxLength(LONGEST_TEXT)
        self.finish()

    def step(self) -> Step:
        """Return the remark."""
        return Noted(self.now(), self.text.text())


class NotifyForm(StepForm):
    """The person was told that the result is there."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Notified.kind, self.tr("Đã báo người nộp đến nhận kết quả"), seat, card)
        ways = (self.tr("Điện thoại"), self.tr("Tin nhắn"), self.tr("Email"), self.tr("Trực tiếp"))
        self.way = Segments("by_way", self.tr("Cách báo"), [(way, way) for way in ways])
        self.more = CleanLineEdit(self.tr("Ghi rõ"))
        self.row(
            (self.field("by_way", self.tr("Cách báo"), self.way), 0, 0),
            (self.field("by_way_more", self.tr("Ghi rõ (số máy, người nghe)"), self.more), 260, 1),
        )
        self.finish()

    def step(self) -> Step:
        """Return how the person was told; raises BadValue."""
        words = " · ".join(part for part in (str(self.way.value() or ""), self.more.text().strip()) if part)
        if not words:
            raise BadValue("by_way", "empty")
        return Notified(self.now(), words)
