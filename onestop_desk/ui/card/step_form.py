"""What every form of a step has in common: a heading, fields, the save, and refusals said beside them."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.events import DossierEvent
from onestop_desk.services.clock import confirm_clock
from onestop_desk.services.fault import ClockMoved, ReasonMissing
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import Step, event_for
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.reading import read_clock
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.tab_order import follow_layout
from onestop_desk.ui.wording import Severity


class StepForm(QFrame):
    """A small form over one dossier; `saved` when the person presses save, `left` on Esc, `changed` while they type.

    A form says what happened with `step()`; what it cannot read it raises as BadValue, like the services do.
    """

    saved = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, kind: str, title: str, seat: Seat, card: DossierCard) -> None:
        super().__init__()
        self.setObjectName(f"step_{kind}")
        self.setProperty("role", "card")
        self.kind, self.seat, self.card = kind, seat, card
        self._fields: dict[str, FieldBox] = {}
        self._first: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(Paragraph(title, "heading"))
        self.hints = NoticeList()
        self.column.addWidget(self.hints)
        self._refusal = NoticeList()
        self._refusal.setObjectName(f"step_{kind}_refusal")
        self.save = Button(self.tr("Ghi (Ctrl+Enter)"), "save", "primary", name=f"step_{kind}_save")
        self._leave = Button(self.tr("Thôi (Esc)"), "", "quiet", name=f"step_{kind}_leave")
        self.save.clicked.connect(self._on_save)
        self._leave.clicked.connect(self.left)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._on_save)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def state(self) -> DossierState:
        """What the dossier is, as the card has it."""
        return self.card.state

    def now(self) -> datetime:
        """Return the desk's moment."""
        return self.seat.desk.clock()

    def step(self) -> Step:
        """Return what the person says has happened; raises BadValue."""
        raise NotImplementedError

    def show_refusal(self, error: Exception) -> None:
        """Say why it was not recorded, beside the field where one is to blame; what was typed stays."""
        self.clear_refusal()
        sentence = sentence_of(error)
        box = self._fields.get(self._blamed(error)) if isinstance(error, DeskError) else None
        if box is not None and box.isVisible():
            box.show_problem(sentence.what)
            take_focus(box.field)
        else:
            words = " ".join(part for part in (sentence.what, sentence.detail) if part)
            offer = (self.tr("Giờ này đúng, ghi lại"), self._on_clock_right) if isinstance(error, ClockMoved) else ()
            self._refusal.show_notices([Notice(words, sentence.severity, *offer)])

    def clear_refusal(self) -> None:
        """Take earlier refusals back."""
        self._refusal.show_notices([])
        for box in self._fields.values():
            box.show_problem("")

    def refusals(self) -> tuple[str, ...]:
        """Return every sentence that says why it was not recorded."""
        beside = [box.problem() for box in self._fields.values()]
        return (*(words for words in beside if words), *self._refusal.texts())

    def set_busy(self, is_busy: bool) -> None:
        """Let nobody press twice."""
        self.save.setEnabled(not is_busy)

    def take_focus(self) -> None:
        """Put the focus where the first decision is; Tab goes on from there in the order of the form."""
        follow_layout(self)
        take_focus(self._first or self.save)

    def preview(self, step: Step) -> DossierEvent | None:
        """Return what would be recorded, None while it would be refused."""
        try:
            return event_for(self.seat.desk, self.state, step)
        except DeskError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc: what was typed stays with the dossier."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def field(self, name: str, label: str, field: QWidget) -> FieldBox:
        """Make a named field; `name` is what a BadValue blames."""
        field.setObjectName(f"step_{self.kind}_{name}")
        field.setAccessibleName(label)
        box = FieldBox(label, field)
        self._fields[name] = box
        self._first = self._first or field
        if isinstance(field, CleanLineEdit):
            field.textChanged.connect(self._on_changed)
        return box

    def line(self, name: str, label: str, text: str = "") -> CleanLineEdit:
        """Add a line of text over the whole width."""
        line = CleanLineEdit(label)
        line.setText(text)
        self.column.addWidget(self.field(name, label, line))
        return line

    def box(self, name: str) -> FieldBox:
        """Return the box of a field."""
        return self._fields[name]

    def row(self, *boxes: tuple[FieldBox, int, int]) -> None:
        """Add fields side by side, each with its least width and its share."""
        flow = FieldFlow()
        for box, least, share in boxes:
            flow.add_field(box, least, share)
        self.column.addLayout(flow)

    def finish(self, said: str = "") -> None:
        """Add the foot: what was refused, the save, and `said`, what the save does besides."""
        if said:
            self.column.addWidget(Paragraph(said, "small"))
        self.column.addWidget(self._refusal)
        buttons = FlowLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self._leave)
        self.column.addLayout(buttons)

    def _blamed(self, error: DeskError) -> str:
        if isinstance(error, ReasonMissing):
            return "reason"
        return error.field if isinstance(error, BadValue) else ""

    def _on_save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit()

    def _on_clock_right(self) -> None:
        confirm_clock(self.seat.desk)
        self._on_save()

    def _on_changed(self, *_: object) -> None:
        self.changed.emit()


class MomentEntry:
    """A day and a clock, read together."""

    def __init__(self, form: StepForm, name: str, labels: tuple[str, str], at: datetime | None) -> None:
        self._name, self._today = name, form.seat.today
        self.day = DateField(labels[0], form.seat.today)
        self.clock = CleanLineEdit(labels[1], "17:00")
        self.day_box = form.field(name, labels[0], self.day)
        self.clock_box = form.field(f"{name}_clock", labels[1], self.clock)
        if at is not None:
            self.put(at)

    def put(self, at: datetime) -> None:
        """Show a moment."""
        local = at.astimezone(VIETNAM)
        self.day.set_day(local.date())
        self.clock.setText(f"{local:%H:%M}")

    def at(self) -> datetime:
        """Return the moment; raises BadValue."""
        day, clock = self.day.day(), read_clock(self.clock.text())
        if day is None or clock is None:
            raise BadValue(self._name, "format" if self.day.text().strip() else "empty", self.day.text())
        return datetime.combine(day, clock, VIETNAM)


def closing_of(seat: Seat, day: date) -> datetime:
    """Return the end of a day for an office: its closing, or the last minute of a day off."""
    calendar = seat.desk.calendar
    return calendar.closing(day) if calendar.is_working(day) else datetime.combine(day, time(23, 59), VIETNAM)


def take_focus(field: QWidget) -> None:
    """Put the focus on a field, or on the part of it that takes it."""
    inner: Callable[[], None] | None = getattr(field, "take_focus", None)
    if inner is not None:
        inner()
    else:
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def warned(text: str) -> list[Notice]:
    """Return a notice that a person should look at; none for no words."""
    return [Notice(text, Severity.PERSON)] if text else []
