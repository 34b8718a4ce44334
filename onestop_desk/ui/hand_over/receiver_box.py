"""To whom: an officer by name, a department by a typed name, another agency by its code."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from onestop_desk.domain.codes import AgencyCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import ReceiverKind
from onestop_desk.domain.text import clean, fold
from onestop_desk.services import hand_over, holding
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.holding import Officer
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.intake.command_line import CommandLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.widgets.suggest import Suggestion

_COMBO_LETTERS = 12


@dataclass(frozen=True, slots=True)
class People:
    """Whom one can hand over to: the others who work here, and departments of earlier lists."""

    officers: tuple[Officer, ...] = ()
    departments: tuple[str, ...] = ()


class ReceiverBox(QWidget):
    """`changed` when a person chooses or types; `commanded` carries a key combination from under an open list."""

    changed = Signal()
    commanded = Signal(int)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._people, self._wanted = People(), ""
        self._kinds = Segments("hand_over_kind", self.tr("Giao cho"), self._choices())
        self._officer = QComboBox()
        self._officer.setObjectName("hand_over_officer")
        self._officer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._officer.setMinimumContentsLength(_COMBO_LETTERS)
        self._officer.setPlaceholderText(self.tr("Chọn cán bộ"))
        self._department = CommandLine(placeholder=self.tr("Gõ tên, chọn trong gợi ý"))
        self._department.setObjectName("hand_over_department")
        self._agency = CleanLineEdit(placeholder=self.tr("Ví dụ H31.20.11"))
        self._agency.setObjectName("hand_over_agency")
        self._boxes = {
            ReceiverKind.OFFICER: FieldBox(self.tr("Cán bộ nhận"), self._officer),
            ReceiverKind.DEPARTMENT: FieldBox(self.tr("Phòng, bộ phận nhận"), self._department),
            ReceiverKind.AGENCY: FieldBox(self.tr("Mã cơ quan nhận"), self._agency),
        }
        for kind, box in self._boxes.items():
            box.field.setAccessibleName(self._name_of(kind))
        self._connect()
        self._assemble()
        self.show_receiver(ReceiverKind.DEPARTMENT, "")

    def refresh(self) -> None:
        """Ask anew who works here and to whom was handed over before."""
        self._jobs.read(_people, self._desk, done=self._on_people, key=(id(self), "people"))

    def kind(self) -> ReceiverKind:
        """Return what kind of receiver is chosen."""
        return ReceiverKind(str(self._kinds.value()))

    def text(self) -> str:
        """Return the receiver as chosen or typed so far."""
        match self.kind():
            case ReceiverKind.OFFICER:
                return str(self._officer.currentData() or "") if self._people.officers else self._wanted
            case ReceiverKind.DEPARTMENT:
                return clean(self._department.text())
        return clean(self._agency.text()).upper()

    def receiver(self) -> Receiver | None:
        """Return the receiver; None, and the reason beside the field, where it is not one yet."""
        kind, text = self.kind(), self.text()
        problem = self._problem(kind, text)
        self._boxes[kind].show_problem(problem)
        if problem:
            self.take_focus()
            return None
        return Receiver(text, kind)

    def show_receiver(self, kind: ReceiverKind, to: str) -> None:
        """Show a receiver."""
        self._kinds.set_value(kind)
        self._wanted = to if kind is ReceiverKind.OFFICER else ""
        self._officer.setCurrentIndex(self._officer.findData(self._wanted) if self._wanted else -1)
        self._department.setText(to if kind is ReceiverKind.DEPARTMENT else "")
        self._agency.setText(to if kind is ReceiverKind.AGENCY else "")
        self._show_kind()

    def take_focus(self) -> None:
        """Put the focus into the field of the receiver."""
        self._boxes[self.kind()].field.setFocus()

    def close_list(self) -> None:
        """Close the suggestions."""
        self._department.close_list()

    def _problem(self, kind: ReceiverKind, text: str) -> str:
        if not text:
            if kind is ReceiverKind.OFFICER and not self._people.officers:
                return self.tr("Chưa có cán bộ nào khác trong phần Nhân sự.")
            return self.tr("Chưa chọn nơi nhận.")
        if kind is not ReceiverKind.AGENCY:
            return ""
        if text == self._desk.state.agency:
            return self.tr("Đây là mã của chính cơ quan này.")
        try:
            AgencyCode.parse(text)
        except BadValue as error:
            return sentence_of(error).what
        return ""

    def _choices(self) -> tuple[tuple[ReceiverKind, str], ...]:
        return (
            (ReceiverKind.OFFICER, self.tr("Cán bộ")),
            (ReceiverKind.DEPARTMENT, self.tr("Phòng, bộ phận")),
            (ReceiverKind.AGENCY, self.tr("Cơ quan khác")),
        )

    def _name_of(self, kind: ReceiverKind) -> str:
        return f"{self.tr('Giao cho')}: {dict(self._choices())[kind]}"

    def _show_kind(self) -> None:
        for kind, box in self._boxes.items():
            box.setVisible(kind is self.kind())
            box.show_problem("")

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._on_kind)
        self._officer.activated.connect(self._on_officer)
        self._department.textEdited.connect(self._on_edited)
        self._department.asked.connect(self._on_asked)
        self._department.picked.connect(self._on_edited)
        self._department.commanded.connect(self.commanded)
        self._agency.textEdited.connect(self._on_edited)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._kinds)
        for box in self._boxes.values():
            column.addWidget(box)

    def _on_people(self, people: People) -> None:
        wanted = self.text() if self.kind() is ReceiverKind.OFFICER else self._wanted
        self._people = people
        self._officer.clear()
        for one in people.officers:
            label = one.name if one.held_as == one.name else f"{one.name} ({one.login})"
            self._officer.addItem(label, one.held_as)
        self._officer.setCurrentIndex(self._officer.findData(wanted) if wanted else -1)

    def _on_asked(self, typed: str) -> None:
        wanted = fold(typed)
        found = [name for name in self._people.departments if wanted in fold(name)]
        self._department.offer([Suggestion(name, name) for name in found])

    def _on_kind(self, _value: object) -> None:
        self._show_kind()
        self.take_focus()
        self.changed.emit()

    def _on_officer(self, _at: int) -> None:
        self._boxes[ReceiverKind.OFFICER].show_problem("")
        self.changed.emit()

    def _on_edited(self, _what: object) -> None:
        self.changed.emit()


def _people(desk: Desk) -> People:
    officers = holding.officers(desk)
    known = {one.held_as for one in officers}
    departments = tuple(name for name in hand_over.receivers(desk) if name not in known and not _is_agency(name))
    return People(tuple(one for one in officers if one.login != desk.clerk.login), departments)


def _is_agency(name: str) -> bool:
    try:
        AgencyCode.parse(name)
    except BadValue:
        return False
    return True
