"""The week's hours: shifts by weekday, the cut-off, and the clock of a due moment."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import CutOffRule, DueClock
from onestop_desk.domain.errors import BadValue
from onestop_desk.services.workdays import Hours, read_clock, read_shifts, shift_text
from onestop_desk.ui.calendar.wording import cut_off_words, due_clock_words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox
from onestop_desk.ui.wording import weekday_words

_MONDAY = date(2026, 11, 23)


class HoursEditor(QWidget):
    """Shows the hours and asks for other ones; an empty weekday is not worked."""

    save_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        days = [weekday_words(date.fromordinal(_MONDAY.toordinal() + number)) for number in range(7)]
        self._days = tuple(LabelledLine(words, f"shifts_{number}") for number, words in enumerate(days))
        self._cut_off = LabelledLine(self.tr("Giờ chốt nhận hồ sơ trong ngày"), "cut_off")
        self._cut_off_rule = _choice(self.tr("Hồ sơ có thời hạn khác"), "cut_off_rule", map(cut_off_words, CutOffRule))
        self._due_clock = _choice(self.tr("Giờ hẹn trả"), "due_clock", map(due_clock_words, DueClock))
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("hours_problem")
        self._problem.hide()
        self._save = Button(self.tr("Lưu giờ làm việc"), "save", "primary", name="hours_save")
        self._save.clicked.connect(self._on_save)
        self._assemble()

    def show_hours(self, hours: Hours) -> None:
        """Show the hours as they are."""
        for field, shifts in zip(self._days, hours.week, strict=True):
            field.set_text(", ".join(map(shift_text, shifts)))
            field.set_problem("")
        self._cut_off.set_text(f"{hours.cut_off:%H:%M}")
        self._cut_off.set_problem("")
        self._cut_off_rule.setCurrentIndex(list(CutOffRule).index(hours.cut_off_rule))
        self._due_clock.setCurrentIndex(list(DueClock).index(hours.due_clock))
        self._tell("")

    def show_problem(self, error: BadValue) -> None:
        """Say what is wrong with the week as a whole."""
        self._tell(sentence_of(error).what)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Paragraph(self.tr("Ghi các ca như 7:00-11:30, 13:30-17:00; để trống là nghỉ."), "muted"))
        for field in self._days:
            column.addWidget(field)
        column.addWidget(self._cut_off)
        for name, box in (
            (self.tr("Hồ sơ có thời hạn khác"), self._cut_off_rule),
            (self.tr("Giờ hẹn trả"), self._due_clock),
        ):
            column.addWidget(Labelled(name, box))
        column.addWidget(self._problem)
        column.addWidget(self._save)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _on_save(self) -> None:
        hours = self._read()
        if hours is not None:
            self._tell("")
            self.save_asked.emit(hours)

    def _read(self) -> Hours | None:
        week = []
        for field in (*self._days, self._cut_off):
            try:
                if field is self._cut_off:
                    cut_off = read_clock(field.text(), "cut_off")
                else:
                    week.append(read_shifts(field.text()))
            except BadValue as error:
                field.set_problem(sentence_of(error).what)
                field.setFocus()
                return None
        rule = list(CutOffRule)[self._cut_off_rule.currentIndex()]
        return Hours(tuple(week), cut_off, rule, list(DueClock)[self._due_clock.currentIndex()])


def _choice(name: str, object_name: str, words: "map[str]") -> QComboBox:
    box = QuietComboBox()
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.addItems(list(words))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
