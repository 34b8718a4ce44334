"""What the office promises: when, where the result goes, for how much; and how many sets were taken in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.services.intake import MOST_COPIES
from onestop_desk.ui.dossier_wording import return_way_words
from onestop_desk.ui.due_wording import due_words, missing_years_words
from onestop_desk.ui.intake.fee_box import FeeBox
from onestop_desk.ui.intake.form import IntakeForm, OtherDue
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.number_box import NumberBox
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.wording import Severity, clock_words, date_words

LONGEST_NOTE = 100_000
"""More than the register takes: what is too long is refused by name and stays to be shortened, not cut in silence."""


class PromiseBox(QWidget):
    """The promise and what belongs to it; `changed` tells of every change."""

    changed = Signal()
    way_chosen = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._computed: Due | None = None
        self._is_filling = False
        self._why = Paragraph("", "muted")
        self._why.setObjectName("due_why")
        self._warnings = NoticeList()
        self._make_due(seat)
        self.way = Segments("return_by", self.tr("Nhận kết quả"), [(one, return_way_words(one)) for one in ReturnWay])
        self.address = CleanLineEdit(self.tr("Địa chỉ nhận kết quả"))
        self.address.setObjectName("return_address")
        self.fee = FeeBox()
        self.sets = NumberBox(self.tr("Số bộ"), 1, MOST_COPIES)
        self.sets.setObjectName("sets")
        self.note = CleanLineEdit(self.tr("Ghi chú"))
        self.note.setObjectName("note")
        self.note.setMaxLength(LONGEST_NOTE)
        self._boxes = {
            "due_day": FieldBox(self.tr("Ngày hẹn"), self.day),
            "due_clock": FieldBox(self.tr("Giờ hẹn"), self.clock),
            "due_reason": FieldBox(self.tr("Lý do hẹn khác"), self.reason),
            "return_by": FieldBox(self.tr("Nhận kết quả"), self.way),
            "return_address": FieldBox(self.tr("Địa chỉ nhận kết quả"), self.address),
            "sets": FieldBox(self.tr("Số bộ"), self.sets),
            "note": FieldBox(self.tr("Ghi chú"), self.note),
        }
        self._connect()
        self._assemble()
        self._follow()

    def other_due(self) -> OtherDue:
        """Return the promise that was put in by hand."""
        return OtherDue(self.other.isChecked(), self.day.text(), self.clock.text(), self.reason.text())

    def way_taken(self) -> ReturnWay:
        """Return how the result goes back."""
        value = self.way.value()
        return value if isinstance(value, ReturnWay) else ReturnWay.COUNTER

    def show_form(self, form: IntakeForm) -> None:
        """Put a form's part into the fields without telling of each."""
        self._is_filling = True
        self.other.setChecked(form.other_due.is_wanted)
        self.day.setText(form.other_due.day)
        self.clock.setText(form.other_due.clock)
        self.reason.setText(form.other_due.reason)
        self.way.set_value(form.return_by)
        self.address.setText(form.return_address)
        self.fee.show_entry(form.fee)
        self.sets.setValue(form.sets)
        self.note.setText(form.note)
        self.show_problems({})
        self._is_filling = False
        self._follow()

    def show_due(self, due: Due | None) -> None:
        """Say why the computed promise is when it is."""
        self._computed = due
        self._why.setText(self.tr("Cách tính: {why}").format(why=due_words(due)) if due else "")
        self._why.setVisible(due is not None)
        missing = missing_years_words(due) if due else ""
        self._warnings.show_notices([Notice(missing, Severity.PERSON)] if missing else ())

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        for name, box in self._boxes.items():
            box.show_problem(problems.get(name, ""))
        self.fee.show_problems(problems)

    def _make_due(self, seat: Seat) -> None:
        self.other = QCheckBox(self.tr("Hẹn khác thời hạn tính được"))
        self.other.setObjectName("other_due")
        self.day = DateField(self.tr("Ngày hẹn"), seat.today)
        self.day.setObjectName("due_day")
        self.clock = CleanLineEdit(self.tr("Giờ hẹn"), self.tr("10:00"))
        self.clock.setObjectName("due_clock")
        self.reason = CleanLineEdit(self.tr("Lý do hẹn khác"))
        self.reason.setObjectName("due_reason")

    def _connect(self) -> None:
        for line in (self.day, self.clock, self.reason, self.address, self.note):
            line.textChanged.connect(self._on_changed)
        self.sets.valueChanged.connect(self._on_changed)
        self.fee.changed.connect(self._on_changed)
        self.other.toggled.connect(self._on_other_toggled)
        self.way.chosen.connect(self._on_way_chosen)

    def _assemble(self) -> None:
        boxes = self._boxes
        other = FieldFlow()
        other.add_field(boxes["due_day"], 120, 1)
        other.add_field(boxes["due_clock"], 80, 1)
        other.add_field(boxes["due_reason"], 200, 4)
        rest = FieldFlow()
        rest.add_field(boxes["return_by"], 0, 0)
        rest.add_field(boxes["return_address"], 220, 4)
        rest.add_field(self.fee, 210, 2)
        rest.add_field(boxes["sets"], 70, 0)
        rest.add_field(boxes["note"], 180, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("4  Hẹn trả"), "heading"))
        column.addWidget(self._why)
        column.addWidget(self._warnings)
        column.addWidget(self.other)
        column.addLayout(other)
        column.addLayout(rest)
        column.addStretch(1)

    def _follow(self) -> None:
        for name in ("due_day", "due_clock", "due_reason"):
            self._boxes[name].setVisible(self.other.isChecked())
        self._boxes["return_address"].setVisible(self.way_taken() is ReturnWay.POST)

    def _on_other_toggled(self, is_wanted: bool) -> None:
        due_at = self._computed.due_at if self._computed else None
        if is_wanted and not self._is_filling and not self.day.text():
            local = due_at.astimezone(VIETNAM) if due_at else None
            self.day.setText(date_words(local.date()) if local else "")
            self.clock.setText(clock_words(local) if local else "")
        self._follow()
        self._on_changed()

    def _on_way_chosen(self, _way: object) -> None:
        self._follow()
        if self.way_taken() is ReturnWay.POST:
            self.way_chosen.emit()
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        if not self._is_filling:
            self.changed.emit()
