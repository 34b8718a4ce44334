"""The four parts of the form, one below the other: person, procedure, papers, promise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import Due
from onestop_desk.domain.catalogue import Procedure, fee_for
from onestop_desk.ui.intake.form import IntakeForm, asked_papers
from onestop_desk.ui.intake.papers_box import PapersBox
from onestop_desk.ui.intake.person_box import PersonBox
from onestop_desk.ui.intake.procedure_box import ProcedureBox
from onestop_desk.ui.intake.promise_box import PromiseBox
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.segments import Segments


class FormView(QWidget):
    """Shows an IntakeForm and gives it back. `changed` tells of every change by a person, `person_changed` of those
    that say who it is or what for, `commanded` of a page's key that an open list has caught."""

    changed = Signal()
    person_changed = Signal()
    commanded = Signal(int)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = ""
        self._is_showing = False
        self.behalf = Segments(
            "behalf", self.tr("Việc"), ((False, self.tr("Việc của mình")), (True, self.tr("Nộp thay")))
        )
        self.applicant = PersonBox("applicant", seat, self.behalf)
        self.owner = PersonBox("owner", seat)
        self.procedure = ProcedureBox(seat)
        self.papers = PapersBox()
        self.promise = PromiseBox(seat)
        self._owner_card = _card(self.owner)
        self._papers_card = _card(self.papers)
        self._promise_card = _card(self.promise)
        self._connect()
        self._assemble()

    def form(self) -> IntakeForm:
        """Return what stands in the form."""
        focus = QApplication.focusWidget()
        return IntakeForm(
            ref=self._ref,
            applicant=self.applicant.entry(),
            is_on_behalf=self.is_on_behalf(),
            owner=self.owner.entry(),
            procedure=self.procedure.procedure(),
            channel=self.procedure.channel_taken(),
            case=self.procedure.case_taken(),
            papers=self.papers.papers(),
            other_due=self.promise.other_due(),
            return_by=self.promise.way_taken(),
            return_address=self.promise.address.text(),
            fee=self.promise.fee.entry(),
            sets=self.promise.sets.value(),
            note=self.promise.note.text(),
            turn_away_reason=self.papers.away.reason.text(),
            focus=focus.objectName() if focus is not None and self.isAncestorOf(focus) else "",
        )

    def show_form(self, form: IntakeForm) -> None:
        """Show a form whole; `changed` is told once."""
        self._is_showing = True
        self._ref = form.ref
        self.applicant.show_entry(form.applicant)
        self.behalf.set_value(form.is_on_behalf)
        self.owner.show_entry(form.owner)
        self.procedure.show_procedure(form.procedure, form.channel, form.case)
        self.papers.show_papers(form.papers)
        self.papers.show_reason(form.turn_away_reason)
        self._show_fee()
        self.promise.show_form(form)
        self._follow()
        self._is_showing = False
        self._on_person_changed()

    def close_lists(self) -> None:
        """Close the suggestions of all fields."""
        self.applicant.close_lists()
        self.owner.close_lists()
        self.procedure.search.close_list()

    def show_due(self, due: Due | None) -> None:
        """Say how the promise was counted."""
        self.promise.show_due(due)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say beside each field what is wrong, and go to the first one."""
        self.applicant.show_problems(problems)
        self.owner.show_problems(problems)
        self.procedure.show_problems(problems)
        self.papers.show_problem(problems.get("papers", ""))
        self.promise.show_problems(problems)
        if problems:
            self.focus_on(next(iter(problems)))

    def focus_on(self, name: str) -> bool:
        """Put the focus on the field of this name; False where there is none that takes it."""
        field = self.findChild(QWidget, name) if name else None
        if isinstance(field, Segments):
            field.take_focus()
        elif field is not None and field.isVisibleTo(self) and field.isEnabled():
            field.setFocus()
        else:
            return False
        return True

    def is_on_behalf(self) -> bool:
        """Return whether the person at the counter acts for another."""
        return self.behalf.value() is True

    def person_to_fill(self) -> PersonBox:
        """Return the person that a scanned card belongs to: the owner where the focus is there."""
        focus = QApplication.focusWidget()
        return self.owner if focus is not None and self.owner.isAncestorOf(focus) else self.applicant

    def owner_box(self) -> PersonBox:
        """Return the fields of the person whose matter it is."""
        return self.owner if self.is_on_behalf() else self.applicant

    def _connect(self) -> None:
        for person in (self.applicant, self.owner):
            person.changed.connect(self._on_person_changed)
            person.picked.connect(self._on_picked)
            person.commanded.connect(self.commanded)
        self.behalf.chosen.connect(self._on_behalf_chosen)
        self.procedure.chosen.connect(self._on_procedure_chosen)
        self.procedure.changed.connect(self._on_channel_changed)
        self.procedure.commanded.connect(self.commanded)
        self.papers.changed.connect(self._on_changed)
        self.promise.changed.connect(self._on_changed)
        self.promise.way_chosen.connect(self._on_way_chosen)

    def _assemble(self) -> None:
        self.applicant.title.setText(self.tr("1  Người nộp"))
        self.owner.title.setText(self.tr("Chủ hồ sơ"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for part in (_card(self.applicant), self._owner_card, _card(self.procedure)):
            column.addWidget(part)
        column.addWidget(self._papers_card)
        column.addWidget(self._promise_card)
        column.addStretch(1)

    def _follow(self) -> None:
        self._owner_card.setVisible(self.is_on_behalf())
        has_procedure = self.procedure.procedure() is not None
        self._papers_card.setVisible(has_procedure)
        self._promise_card.setVisible(has_procedure)

    def _show_fee(self) -> None:
        procedure = self.procedure.procedure()
        fee = fee_for(procedure, self.procedure.channel_taken(), self.procedure.case_taken()) if procedure else None
        self.promise.fee.show_usual(fee.amount if fee else None, fee.by_page if fee else None)

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def _on_person_changed(self) -> None:
        if not self._is_showing:
            self.person_changed.emit()
            self.changed.emit()

    def _on_picked(self) -> None:
        self.procedure.take_focus()

    def _on_behalf_chosen(self, _is_on_behalf: object) -> None:
        self._follow()
        if self.is_on_behalf():
            self.owner.name.setFocus()
        self._on_person_changed()

    def _on_procedure_chosen(self, procedure: Procedure) -> None:
        self.close_lists()  # a tile has its key also while a list is open somewhere else
        extras = tuple(paper for paper in self.papers.papers() if paper.extra)
        self.papers.show_papers(asked_papers(procedure) + extras)
        self._show_fee()
        self._follow()
        self.procedure.take_focus()
        self._on_person_changed()

    def _on_channel_changed(self) -> None:
        self._show_fee()
        self._on_changed()

    def _on_way_chosen(self) -> None:
        if not self.promise.address.text():
            self.promise.address.setText(self.owner_box().address.text())


def _card(inside: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    return frame
