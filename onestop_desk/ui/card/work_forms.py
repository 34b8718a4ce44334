"""The forms of the work itself: on-site-five steps, an apology with a later day, the result."""

from onestop_desk.domain.events import Extended, Finished, StepDone
from onestop_desk.domain.step_time import TimedStep, timed_steps
from onestop_desk.services import catalogue
from onestop_desk.services.fault import ProcedureNotOffered, ReasonMissing
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import Step, is_supervisor
from onestop_desk.ui.card.offers import left_steps
from onestop_desk.ui.card.step_form import MomentEntry, StepForm, warned
from onestop_desk.ui.dossier_wording import timeliness_words
from onestop_desk.ui.intake.case_list import CaseList
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.widgets.tick_list import TickList
from onestop_desk.ui.wording import Severity


class OnSiteForm(StepForm):
    """One of the procedure's own steps is done, by whom, and whether in its time."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(StepDone.kind, self.tr("Xong một bước tại chỗ"), seat, card)
        left = left_steps(card.state)
        self.name = CaseList(self.tr("Bước"))
        self.name.show_cases(left)
        self.name.set_value(left[0] if left else None)
        self.name.chosen.connect(self._on_chosen)
        self.column.addWidget(self.field("name", self.tr("Bước"), self.name))
        self._time = NoticeList()
        self.column.addWidget(self._time)
        self.by = self.line("by", self.tr("Người thực hiện"), seat.desk.clerk.name)
        self.finish()
        self._on_chosen()

    def step(self) -> Step:
        """Return the step; raises BadValue."""
        return StepDone(self.now(), self.name.value() or "", self.by.text())

    def _on_chosen(self, *_: object) -> None:
        name = self.name.value()
        timed = on_site_times(self.seat, self.card, StepDone(self.now(), name)) if name else ()
        words = time_words(timed[-1]) if timed else ""
        is_late = bool(timed) and timed[-1].due_at is not None and self.now() > timed[-1].due_at
        severity = Severity.PERSON if is_late else Severity.INFO
        said = self.tr("Nếu xong bây giờ: {time}.").format(time=words)
        self._time.show_notices([Notice(said, severity)] if words else [])
        self._on_changed()


class ExtendForm(StepForm):
    """Form 04: an apology and a later day, before the promised moment passes."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Extended.kind, self.tr("Xin lỗi và hẹn lại ngày trả"), seat, card)
        self.until = MomentEntry(self, "until", (self.tr("Ngày hẹn lại"), self.tr("Giờ hẹn lại")), card.state.due_at)
        self.reason = CleanLineEdit()
        self.row(
            (self.until.day_box, 150, 1),
            (self.until.clock_box, 90, 0),
            (self.field("reason", self.tr("Lý do"), self.reason), 260, 4),
        )
        self.hints.show_notices(self._hints())
        self.finish(self.tr("Ghi xong sẽ in thư xin lỗi và đề nghị gia hạn (mẫu 04)."))

    def step(self) -> Step:
        """Return the apology; raises BadValue."""
        return Extended(self.now(), self.until.at(), self.reason.text())

    def _hints(self) -> list[Notice]:
        due_at = self.state.due_at
        if due_at is not None and self.now() > due_at:
            words = self.tr("Hạn đã hẹn {moment} đã qua: thư xin lỗi phải gửi trước hạn.")
            return warned(words.format(moment=local_moment(due_at)))
        if not self.state.extensions:
            return [Notice(self.tr("Đang hẹn {moment}; chỉ hẹn lại được một lần.").format(moment=local_moment(due_at)))]
        if is_supervisor(self.seat.desk):
            return warned(self.tr("Hồ sơ này đã hẹn lại một lần; lần này ghi là do Tổ trưởng quyết định."))
        return warned(self.tr("Hồ sơ này đã hẹn lại một lần: lần thứ hai cần Tổ trưởng hoặc Quản trị."))


class FinishForm(StepForm):
    """The processing has ended: with results, or refused after examination."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Finished.kind, self.tr("Có kết quả giải quyết"), seat, card)
        choices = [(True, self.tr("Có kết quả")), (False, self.tr("Từ chối sau thẩm định"))]
        self.outcome = Segments("step_outcome", self.tr("Kết quả"), choices)
        self.column.addWidget(self.field("outcome", self.tr("Kết quả"), self.outcome))
        self.results = TickList(self.tr("Giấy tờ kết quả"), self.tr("Tên giấy tờ kết quả khác (Enter để thêm)"))
        self.column.addWidget(self.field("results", self.tr("Giấy tờ kết quả"), self.results))
        self.results.name_parts("step_results")
        names = _result_names(seat, card)
        self.results.show_items(names, names[:1] if len(names) == 1 else ())
        self.results.changed.connect(self._on_changed)
        self.reason = self.line("reason", self.tr("Lý do từ chối"))
        self.outcome.chosen.connect(self._on_outcome)
        self.outcome.set_value(True)
        self.finish()
        self._on_outcome()

    def step(self) -> Step:
        """Return the end of the processing; raises ReasonMissing for a refusal without one."""
        if self.outcome.value():
            return Finished(self.now(), self.results.ticked())
        if not self.reason.text().strip():
            raise ReasonMissing(Finished.kind)
        return Finished(self.now(), refused_reason=self.reason.text())

    def _on_outcome(self, *_: object) -> None:
        self.box("results").setVisible(bool(self.outcome.value()))
        self.box("reason").setVisible(not self.outcome.value())
        self._on_changed()


def on_site_times(seat: Seat, card: DossierCard, *more: StepDone) -> tuple[TimedStep, ...]:
    """Return the steps that were done, and `more`, timed against their own limits."""
    received = card.state.received
    if received is None:
        return ()
    steps = (*card.state.steps, *more)
    return timed_steps(seat.desk.calendar, steps, card.state.procedure.steps, received.at)


def time_words(timed: TimedStep) -> str:
    """Return how a step kept its time: early, on time, late, and until when it had."""
    if timed.timeliness is None or timed.due_at is None:
        return translate("Step", "bước này không có thời hạn riêng")
    words = translate("Step", "{how}, hạn của bước là {moment}")
    return words.format(how=timeliness_words(timed.timeliness), moment=local_moment(timed.due_at))


def _result_names(seat: Seat, card: DossierCard) -> tuple[str, ...]:
    try:
        procedure = catalogue.procedure(seat.desk, card.state.procedure.code)
    except ProcedureNotOffered:  # of another office, or no longer offered: names are typed then
        return ()
    return tuple(dict.fromkeys(result.name for result in procedure.results if result.name))
