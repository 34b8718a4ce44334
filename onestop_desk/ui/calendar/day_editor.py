"""One day of the calendar: ordinary, off under a name, or worked instead of another day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.errors import BadValue
from onestop_desk.services.workdays import CalendarDay, DayKind
from onestop_desk.ui.calendar.wording import day_words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine
from onestop_desk.ui.widgets.segments import Segments


@dataclass(frozen=True, slots=True)
class DayChange:
    """What a person wants a day to be."""

    day: date
    kind: DayKind
    name: str = ""
    replaces: date | None = None


class DayEditor(QWidget):
    """Shows a day and asks for what it should be."""

    save_asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: CalendarDay | None = None
        self._words = Paragraph("", "strong")
        self._words.setObjectName("day_words")
        self._kind = Segments(
            "day_kind",
            self.tr("Loại ngày"),
            (
                (DayKind.WORKED, self.tr("Ngày thường")),
                (DayKind.OFF, self.tr("Nghỉ (N)")),
                (DayKind.MAKE_UP, self.tr("Làm bù (B)")),
            ),
        )
        self._name = LabelledLine(self.tr("Tên ngày nghỉ"), "day_name")
        self._replaced = DateField(self.tr("Làm bù cho ngày"), today)
        self._replaced.setObjectName("day_replaces")
        self._replaces = Labelled(self.tr("Làm bù cho ngày"), self._replaced)
        self._save = Button(self.tr("Lưu ngày này"), "save", "primary", name="day_save")
        self._kind.chosen.connect(self._on_kind)
        self._save.clicked.connect(self._on_save)
        self._assemble()

    def show_day(self, one: CalendarDay) -> None:
        """Show a day as the calendar has it."""
        self._day = one
        self._words.setText(day_words(one))
        ordinary = one.kind in (DayKind.WORKED, DayKind.WEEKEND)
        self._kind.set_value(DayKind.WORKED if ordinary else one.kind)
        self._name.set_text(one.name)
        self._replaced.set_day(one.replaces)
        self._name.set_problem("")
        self._replaces.set_problem("")
        self._refresh()

    def show_problem(self, error: BadValue) -> None:
        """Say what is wrong, at the field it is about."""
        field = self._replaces if error.field == "replaces" else self._name
        field.set_problem(sentence_of(error).what)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in (self._words, self._kind, self._name, self._replaces, self._save):
            column.addWidget(one)

    def _refresh(self) -> None:
        kind = self._kind.value()
        self._name.setVisible(kind != DayKind.WORKED)
        self._replaces.setVisible(kind == DayKind.MAKE_UP)

    def _on_kind(self, _kind: object) -> None:
        self._refresh()

    def _on_save(self) -> None:
        kind = self._kind.value()
        if self._day is None or not isinstance(kind, DayKind):
            return
        replaces = self._replaced.day()
        if kind is DayKind.MAKE_UP and replaces is None:
            self.show_problem(BadValue("replaces", "empty"))
            return
        self.save_asked.emit(DayChange(self._day.day, kind, self._name.text(), replaces))
