"""The steps of the dossier card: a bar of what may follow, the form of the chosen one, and what became of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.errors import DeskError
from onestop_desk.services import issue
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.progress import Taken
from onestop_desk.ui.card.correction_form import CorrectForm
from onestop_desk.ui.card.money_forms import DutyForm, PaymentForm
from onestop_desk.ui.card.offers import PAGE_OF, offer_words, offered_steps
from onestop_desk.ui.card.plain_forms import NoteForm, NotifyForm, RecallForm, RefuseForm, StopForm, WithdrawForm
from onestop_desk.ui.card.step_form import StepForm
from onestop_desk.ui.card.supplement_forms import BringForm, RequestForm
from onestop_desk.ui.card.work_forms import ExtendForm, FinishForm, OnSiteForm, on_site_times, time_words
from onestop_desk.ui.dossier_wording import step_words
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.line_wording import form_words, local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import PlainLabel

FORMS: dict[str, Callable[[Seat, DossierCard], StepForm]] = {
    "step_done": OnSiteForm,
    "supplement_requested": RequestForm,
    "supplemented": BringForm,
    "payment_requested": DutyForm,
    "paid": PaymentForm,
    "extended": ExtendForm,
    "finished": FinishForm,
    "notified": NotifyForm,
    "return_recalled": RecallForm,
    "corrected": CorrectForm,
    "noted": NoteForm,
    "withdrawn": WithdrawForm,
    "stopped": StopForm,
    "refused": RefuseForm,
}
_MOST_KEPT = 12
_ICONS = {"handed_over": "handover", "returned": "return", "supplement_requested": "supplement", "noted": "pen"}


class StepArea(QWidget):
    """Offers the steps of one dossier, those that `offers` names. `taken` carries the Taken of each, `page_asked` the
    page a step belongs to, `changed` tells of typing in a form.

    A form that was left keeps what was typed until its dossier moves on.
    """

    taken = Signal(object)
    page_asked = Signal(str)
    changed = Signal()

    def __init__(
        self,
        seat: Seat,
        offers: Callable[[DossierState], tuple[str, ...]] = offered_steps,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("step_area")
        self._seat, self._offers = seat, offers
        self._card: DossierCard | None = None
        self._forms: dict[tuple[str, str], StepForm] = {}
        self._form: StepForm | None = None
        self._busy: StepForm | None = None
        self._buttons: dict[str, Button] = {}
        self._bar = QWidget()
        self._said = NoticeList()
        self._said.setObjectName("step_said")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(PlainLabel(self.tr("Bước tiếp theo"), "heading"))
        self._column.addWidget(self._bar)
        self._column.addWidget(self._said)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, card: DossierCard) -> None:
        """Offer the steps of a dossier; a form left open for the same state stays open."""
        open_kind = self._form.kind if self._form is not None else ""
        is_other = self._card is None or self._card.uid != card.uid
        if is_other:
            self._said.show_notices([])
        self._forget_outdated(card)
        self._card = card
        self._show_form(None)
        self._fill_bar(self._offers(card.state))
        if not is_other and (card.uid, open_kind) in self._forms:
            self.open(open_kind)

    def open(self, kind: str) -> StepForm:
        """Open the form of a step, as it was left; KeyError for a step without one."""
        card = self._card
        assert card is not None
        form = self._forms.get((card.uid, kind))
        if form is None:
            form = self._make(kind, card)
        self._said.show_notices([])
        self._show_form(form)
        form.take_focus()
        return form

    def take_focus(self) -> None:
        """Put the focus on the first step."""
        for button in list(self._buttons.values())[:1]:
            button.setFocus()

    def form(self) -> StepForm | None:
        """Return the form that is open."""
        return self._form

    def offered(self) -> tuple[str, ...]:
        """Return the kinds on the bar, in order."""
        return tuple(self._buttons)

    def said(self) -> tuple[str, ...]:
        """Return what is said about the last step."""
        return self._said.texts()

    def _make(self, kind: str, card: DossierCard) -> StepForm:
        form = FORMS[kind](self._seat, card)
        form.saved.connect(partial(self._on_saved, form))
        form.left.connect(self._on_left)
        form.changed.connect(self.changed)
        form.hide()
        self._forms[card.uid, kind] = form
        self._column.addWidget(form)
        for key in list(self._forms)[:-_MOST_KEPT]:
            self._drop(key)
        return form

    def _forget_outdated(self, card: DossierCard) -> None:
        """Drop the forms of a dossier that has moved on meanwhile."""
        for key, form in list(self._forms.items()):
            if key[0] == card.uid and form.card.state != card.state:
                self._drop(key)

    def _drop(self, key: tuple[str, str]) -> None:
        form = self._forms.pop(key)
        if form is self._form:
            self._form = None
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()

    def _show_form(self, form: StepForm | None) -> None:
        if self._form is not None and self._form is not form:
            self._form.hide()
        self._form = form
        if form is not None:
            form.show()
        for kind, button in self._buttons.items():
            button.setChecked(form is not None and form.kind == kind)

    def _fill_bar(self, kinds: tuple[str, ...]) -> None:
        fresh = QWidget()
        flow = FlowLayout(fresh, across=6, down=6)
        self._buttons = {}
        for kind in kinds:
            button = Button(offer_words(kind), _ICONS.get(kind, ""), name=f"offer_{kind}")
            button.setCheckable(kind not in PAGE_OF)
            button.clicked.connect(partial(self._on_offer, kind))
            flow.addWidget(button)
            self._buttons[kind] = button
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        fresh.setSizePolicy(policy)
        self._column.replaceWidget(self._bar, fresh)
        fresh.show()
        self._bar.hide()
        self._bar.deleteLater()
        self._bar = fresh

    def _on_offer(self, kind: str, _checked: bool = False) -> None:
        if kind in PAGE_OF:
            self.page_asked.emit(PAGE_OF[kind])
        elif self._form is not None and self._form.kind == kind:
            self._on_left()
        else:
            self.open(kind)

    def _on_left(self) -> None:
        kind = self._form.kind if self._form is not None else ""
        self._show_form(None)
        if kind in self._buttons:
            self._buttons[kind].setFocus()

    def _on_saved(self, form: StepForm) -> None:
        if self._busy is not None:
            return
        form.clear_refusal()
        try:
            step = form.step()
        except DeskError as error:
            form.show_refusal(error)
            return
        self._busy = form
        form.set_busy(True)
        self._seat.jobs.run(
            issue.take_step, self._seat.desk, form.card.uid, step, done=self._on_taken, failed=self._on_failed
        )

    def _on_taken(self, taken: Taken) -> None:
        self._busy = None
        for key in [key for key in self._forms if key[0] == taken.uid]:
            self._drop(key)
        self._said.show_notices([Notice(taken_words(taken))])
        self.taken.emit(taken)

    def _on_failed(self, error: Exception) -> None:
        form, self._busy = self._busy, None
        if form is not None:
            form.set_busy(False)
            form.show_refusal(error)


def taken_words(taken: Taken) -> str:
    """Return what was recorded, and which paper goes with it."""
    step = step_words(taken.event.kind)
    paper = issue.PAPER_OF.get(type(taken.event))
    if paper is None:
        return translate("Step", "Đã ghi bước “{step}” cho hồ sơ {code}.").format(step=step, code=taken.code)
    words = translate("Step", "Đã ghi bước “{step}” cho hồ sơ {code}; đang in: {paper}.")
    return words.format(step=step, code=taken.code, paper=form_words(paper))


def on_site_facts(seat: Seat, card: DossierCard) -> list[tuple[str, str]]:
    """Return the procedure's own steps with their hours, and how each that is done kept its time."""
    done = {one.step.name: one for one in on_site_times(seat, card)}
    facts = []
    for step in card.state.procedure.steps:
        hours = translate("Step", "{n} giờ làm việc").format(n=step.hours)
        one = done.get(step.name)
        words = translate("Step", "chưa xong") if one is None else time_words(one)
        at = (local_moment(one.step.at), one.step.by) if one is not None else ()
        facts.append((step.name, " · ".join(part for part in (hours, words, *at) if part)))
    return facts
