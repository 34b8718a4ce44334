"""The form of a correction: which recorded fact is wrong, what it says now, what is right, and why."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.correction import CASE, DUE_AT, FIELDS, PROCEDURE, recorded_text
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Corrected
from onestop_desk.domain.money import format_dong
from onestop_desk.services import catalogue, catalogue_list
from onestop_desk.services.fault import ProcedureNotOffered
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import Correction, Step
from onestop_desk.ui.card.correction_words import choices_of, corrected_field_words, corrected_value_words
from onestop_desk.ui.card.step_form import MomentEntry, StepForm, warned
from onestop_desk.ui.card.supplement_forms import promise_notices
from onestop_desk.ui.intake.case_list import CaseList
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.procedure_box import ProcedureBox
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox
from onestop_desk.ui.widgets.tab_order import follow_layout
from onestop_desk.ui.wording import reason_words

_COMPUTED = (PROCEDURE, CASE, "channel")
_LONGEST = 20_000


class CorrectForm(StepForm):
    """One field put right; of a wrong procedure the new promise and fee are shown before they are saved."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Corrected.kind, self.tr("Đính chính thông tin đã ghi"), seat, card)
        self.which = QuietComboBox()
        for name in FIELDS:
            self.which.addItem(corrected_field_words(name), name)
        self._present = Paragraph()
        self._present.setObjectName("step_corrected_present")
        self._picker: ProcedureBox | None = None
        self._editors: dict[str, QWidget] = {}
        self._consequence = NoticeList()
        self._consequence.setObjectName("step_corrected_consequence")
        self._make_editors()
        self._assemble()
        self.which.currentIndexChanged.connect(self._on_field_chosen)
        self._on_field_chosen()

    def choose(self, name: str) -> None:
        """Correct this field."""
        self.which.setCurrentIndex(FIELDS.index(name))

    def picker(self) -> ProcedureBox:
        """Return the picker of the right procedure."""
        if self._picker is None:
            picker = self._picker = ProcedureBox(self.seat)
            received = self.card.state.received
            if received is not None:
                picker.show_procedure(None, received.channel, None)
            picker.ask_procedure_only()
            picker.chosen.connect(self._on_procedure_chosen)
            picker.failed.connect(self.show_refusal)
            self._room.addWidget(picker)
            follow_layout(self)
            desk = self.seat.desk
            self.seat.jobs.read(catalogue_list.most_used, desk, done=picker.show_tiles, key=(id(picker), "tiles"))
        return self._picker

    def step(self) -> Step:
        """Return the correction; raises BadValue for what cannot be read or changes nothing."""
        name, value = self._name(), self._value()
        if value == self._recorded(name):
            raise BadValue("value", "same")
        return Correction(self.now(), name, value, self.reason.text(), self._procedure(name))

    def show_refusal(self, error: Exception) -> None:
        """Say beside the value what is wrong with it, in the field's own name."""
        if isinstance(error, BadValue) and error.field in (*FIELDS, "value"):
            self.clear_refusal()
            is_same = error.reason == "same"
            why = self.tr("giống giá trị đang ghi") if is_same else reason_words(error.reason)
            words = self.tr("{field}: {reason}.").format(field=corrected_field_words(self._name()), reason=why)
            self._refusal.show_notices(warned(words))
            self._focus_editor()
        else:
            super().show_refusal(error)

    def _make_editors(self) -> None:
        self.value, self.day, self.choice = CleanLineEdit(), DateField("", self.seat.today), QuietComboBox()
        self.value.setMaxLength(_LONGEST)
        self.due = MomentEntry(self, "due", (self.tr("Ngày hẹn đúng"), self.tr("Giờ hẹn đúng")), self.card.state.due_at)
        self.cases = CaseList(self.tr("Trường hợp"))
        label = self.tr("Giá trị đúng")
        due = QWidget()
        flow = FieldFlow(due)
        flow.add_field(self.due.day_box, 150, 1)
        flow.add_field(self.due.clock_box, 90, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        due.setSizePolicy(policy)
        self._editors = {
            "line": self.field("value", label, self.value),
            "day": self.field("day", label, self.day),
            "choice": self.field("choice", label, self.choice),
            "cases": self.field("case", label, self.cases),
            "due": due,
        }
        self.choice.currentIndexChanged.connect(self._show_consequence)
        self.cases.chosen.connect(self._show_consequence)

    def _assemble(self) -> None:
        self.row((self.field("which", self.tr("Mục đính chính"), self.which), 0, 0))
        self._first = self.which
        self.column.addWidget(self._present)
        self._room = QVBoxLayout()
        self._room.setSpacing(6)
        for editor in self._editors.values():
            self._room.addWidget(editor)
        self.column.addLayout(self._room)
        self.column.addWidget(self._consequence)
        self.reason = self.line("reason", self.tr("Lý do đính chính"))
        self.finish(self.tr("Ghi xong sẽ in giấy tiếp nhận mới, ghi rõ là thay giấy cũ."))

    def _name(self) -> str:
        return str(self.which.currentData())

    def _recorded(self, name: str) -> str:
        received = self.state.received
        if received is None:
            return ""
        if name == DUE_AT:
            return self.state.due_at.isoformat() if self.state.due_at else ""
        return self.state.procedure.code if name == PROCEDURE else recorded_text(received, name)

    def _editor(self) -> str:
        """Return which editor the field takes; empty for the picker of procedures."""
        name = self._name()
        if name == PROCEDURE:
            return ""
        if name == DUE_AT:
            return "due"
        if name == CASE and self._cases():
            return "cases"
        if choices_of(name):
            return "choice"
        return "day" if name.endswith(".birth") else "line"

    def _cases(self) -> tuple[str, ...]:
        procedure = self._offered()
        return procedure.cases if procedure is not None else ()

    def _offered(self) -> Procedure | None:
        try:
            return catalogue.procedure(self.seat.desk, self.state.procedure.code)
        except ProcedureNotOffered:  # then the promise stays as it is
            return None

    def _procedure(self, name: str) -> Procedure | None:
        if name == PROCEDURE:
            return self.picker().procedure()
        return self._offered() if name in _COMPUTED else None

    def _value(self) -> str:
        match self._editor():
            case "due":
                return self.due.at().isoformat()
            case "day":
                day = self.day.day()
                if day is None and self.day.text().strip():
                    raise BadValue(self._name(), "format", self.day.text())
                return day.isoformat() if day else ""
            case "choice":
                return str(self.choice.currentData())
            case "cases":
                return self.cases.value() or ""
            case "line":
                return self.value.text().strip()
        procedure = self.picker().procedure()
        if procedure is None:
            raise BadValue(PROCEDURE, "empty")
        return procedure.code

    def _on_field_chosen(self, *_: object) -> None:
        name, editor = self._name(), self._editor()
        recorded = self._recorded(name)
        now = self.state.procedure.name if name == PROCEDURE else corrected_value_words(name, recorded)
        self._present.setText(self.tr("Đang ghi: {value}").format(value=now))
        self.clear_refusal()
        self._fill(editor, name, recorded)
        for key, widget in self._editors.items():
            widget.setVisible(key == editor)
        if not editor or self._picker is not None:
            self.picker().setVisible(not editor)
        self._show_consequence()
        self._on_changed()

    def _fill(self, editor: str, name: str, recorded: str) -> None:
        if editor == "choice":
            self.choice.blockSignals(True)
            self.choice.clear()
            for value, words in choices_of(name):
                self.choice.addItem(words, value)
            self.choice.setCurrentIndex(max(0, self.choice.findData(recorded)))
            self.choice.blockSignals(False)
        elif editor == "cases":
            self.cases.show_cases(self._cases())
            self.cases.set_value(recorded or None)
        elif editor in ("line", "day"):
            line = self.value if editor == "line" else self.day
            line.setText(corrected_value_words(name, recorded) if recorded else "")

    def _on_procedure_chosen(self, _procedure: object) -> None:
        self._show_consequence()
        self._on_changed()

    def _show_consequence(self, *_: object) -> None:
        """Say what promise and fee the correction makes, before it is saved."""
        name = self._name()
        notices: list[Notice] = []
        procedure = self._procedure(name) if name in _COMPUTED else None
        if procedure is not None and (name == PROCEDURE or self._value() != self._recorded(name)):
            said = self.preview(Correction(self.now(), name, self._value(), "…", procedure))
            notices = self._follows(said) if isinstance(said, Corrected) else []
            if name == PROCEDURE and procedure.cases:
                notices += warned(self.tr("Thủ tục này có nhiều trường hợp: ghi xong, đính chính tiếp mục Trường hợp."))
        self._consequence.show_notices(notices)

    def _follows(self, said: Corrected) -> list[Notice]:
        notices = promise_notices(said.due)
        if said.charge is not None:
            words = translate("Step", "Phí mới: {amount} (đang ghi {old}).")
            old = format_dong(self.state.charge.amount)
            notices.append(Notice(words.format(amount=format_dong(said.charge.amount), old=old)))
        return notices

    def _focus_editor(self) -> None:
        editor = self._editor()
        if not editor:
            self.picker().take_focus()
        elif editor == "due":
            self.due.day.setFocus()
        else:
            box = self._editors[editor]
            if isinstance(box, FieldBox):
                getattr(box.field, "take_focus", box.field.setFocus)()
