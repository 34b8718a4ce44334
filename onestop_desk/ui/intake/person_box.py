"""The fields of one person: filled by a card, by an earlier visit, or by hand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from onestop_desk.domain.application import PartyKind
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.identity import IdKind, Sex, normalise_phone, read_id_number
from onestop_desk.services import lookup
from onestop_desk.services.lookup import PersonHint
from onestop_desk.ui.intake.command_line import CommandLine
from onestop_desk.ui.intake.form import PersonEntry, entry_of
from onestop_desk.ui.intake.notice import NoticeList
from onestop_desk.ui.intake.person_reading import read_person
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.widgets.suggest import Suggestion

_WIDTHS = {
    "name": (270, 6),
    "number": (160, 3),
    "birth": (148, 1),
    "sex": (122, 0),
    "phone": (130, 2),
    "email": (150, 3),
    "address": (270, 8),
}


class PersonBox(QWidget):
    """One person. `changed` tells of every change, `picked` that an earlier applicant was chosen, `commanded` of a
    page's key pressed in an open list. Names of fields begin with `prefix`; `behalf` goes into the headline."""

    changed = Signal()
    picked = Signal()
    commanded = Signal(int)

    def __init__(self, prefix: str, seat: Seat, behalf: Segments | None = None) -> None:
        super().__init__()
        self._prefix, self._seat, self._behalf = prefix, seat, behalf
        self._proof = ""
        self._is_filling = False
        self._make_fields()
        self._boxes = {name: FieldBox(field.accessibleName(), field) for name, field in self._fields.items()}
        self.notices = NoticeList(after=self.address)
        self.title = PlainLabel("", "heading")
        self.kind = Segments(
            f"{prefix}_kind",
            self.tr("Người nộp là"),
            ((PartyKind.PERSON, self.tr("Cá nhân")), (PartyKind.ORGANISATION, self.tr("Tổ chức"))),
        )
        self._connect()
        self._assemble()
        self._follow_kind()

    def entry(self) -> PersonEntry:
        """Return what stands in the fields."""
        kind, sex = self.kind.value(), self.sex.value()
        return PersonEntry(
            kind=kind if isinstance(kind, PartyKind) else PartyKind.PERSON,
            name=self.name.text(),
            number=self.number.text(),
            birth=self.birth.text(),
            sex=sex if isinstance(sex, Sex) else None,
            phone=self.phone.text(),
            email=self.email.text(),
            address=self.address.text(),
            proof=self._proof,
        )

    def show_entry(self, entry: PersonEntry) -> None:
        """Put an entry into the fields; one change is told, not one for each field."""
        self._is_filling = True
        self.kind.set_value(entry.kind)
        self.sex.set_value(entry.sex)
        for name in ("name", "number", "birth", "phone", "email", "address"):
            self._line(name).setText(getattr(entry, name))
            self._line(name).setCursorPosition(0)
        self._proof = entry.proof
        self.show_problems({})
        self._follow_kind()
        self._is_filling = False
        self.changed.emit()

    def close_lists(self) -> None:
        """Close the suggestions."""
        for line in (self.name, self.number, self.phone):
            line.close_list()

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say beside each field what is wrong with it; fields without a problem are cleared."""
        for name, box in self._boxes.items():
            box.show_problem(problems.get(f"{self._prefix}_{name}", ""))

    def _make_fields(self) -> None:
        self.name = CommandLine(self.tr("Họ và tên"), self.tr("Quét thẻ, gõ tên, số, điện thoại"))
        self.number = CommandLine(self.tr("Số căn cước, hộ chiếu"))
        self.birth = DateField(self.tr("Ngày sinh"), self._seat.today)
        self.sex = Segments(
            f"{self._prefix}_sex", self.tr("Giới tính"), ((Sex.MALE, self.tr("Nam")), (Sex.FEMALE, self.tr("Nữ")))
        )
        self.phone = CommandLine(self.tr("Điện thoại"))
        self.email = CleanLineEdit(self.tr("Email"))
        self.address = CleanLineEdit(self.tr("Địa chỉ"))
        self._fields: dict[str, QWidget] = {
            "name": self.name,
            "number": self.number,
            "birth": self.birth,
            "sex": self.sex,
            "phone": self.phone,
            "email": self.email,
            "address": self.address,
        }
        for name, field in self._fields.items():
            field.setObjectName(f"{self._prefix}_{name}")

    def _connect(self) -> None:
        for line in (self.name, self.number, self.phone):
            line.asked.connect(partial(self._on_asked, line))
            line.picked.connect(self._on_picked)
            line.commanded.connect(self.commanded)
        for name in ("number", "birth", "phone", "email"):
            self._line(name).editingFinished.connect(partial(self._on_left, name))
        self.name.editingFinished.connect(self._on_name_left)
        for field in self._fields.values():
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._on_changed)
        self.sex.chosen.connect(self._on_changed)
        self.kind.chosen.connect(self._on_kind_chosen)

    def _assemble(self) -> None:
        head = FieldFlow(across=16)
        head.add_field(self.title, 110, 1)
        if self._behalf is not None:
            head.add_field(self._behalf, 0, 0)
        head.add_field(self.kind, 0, 0)
        flow = FieldFlow()
        for name, box in self._boxes.items():
            flow.add_field(box, *_WIDTHS[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(flow)
        column.addWidget(self.notices)

    def _line(self, name: str) -> QLineEdit:
        field = self._fields[name]
        if not isinstance(field, QLineEdit):
            raise TypeError(name)
        return field

    def _follow_kind(self) -> None:
        is_person = self.kind.value() is not PartyKind.ORGANISATION
        self._boxes["birth"].setVisible(is_person)
        self._boxes["sex"].setVisible(is_person)
        self._boxes["name"].set_name(self.tr("Họ và tên") if is_person else self.tr("Tên tổ chức"))
        self._boxes["number"].set_name(self.tr("Số căn cước, hộ chiếu") if is_person else self.tr("Mã số thuế"))

    def _on_changed(self, *_: object) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _on_kind_chosen(self, _kind: object) -> None:
        self._follow_kind()
        self.show_problems({})
        self.changed.emit()

    def _on_asked(self, line: CommandLine, text: str) -> None:
        answer = partial(_offer, line, text)
        self._seat.jobs.read(lookup.suggest_people, self._seat.desk, text, done=answer, key=f"people {self._prefix}")

    def _on_picked(self, hint: object) -> None:
        if isinstance(hint, PersonHint):
            self.show_entry(entry_of(hint.party))
            self.picked.emit()

    def _on_left(self, name: str) -> None:
        if self._line(name).text().strip():
            problem = read_person(self.entry(), self._seat.today()).problems.get(name, "")
            self._boxes[name].show_problem(problem)

    def _on_name_left(self) -> None:
        """Put a number that was typed where one begins, and found nobody, into its own field."""
        typed = self.name.text().strip()
        if not typed or any(sign.isalpha() for sign in typed):
            return
        entry = self.entry()
        if not entry.number and _is(read_number_of_card, typed):
            self.show_entry(replace(entry, name="", number=typed))
        elif not entry.phone and _is(normalise_phone, typed):
            self.show_entry(replace(entry, name="", phone=typed))


def read_number_of_card(text: str) -> str:
    """Return a 12- or 9-digit number; raises BadValue for anything else."""
    number = read_id_number(text)
    if number.kind is IdKind.OTHER:
        raise BadValue("id_number", "length")
    return number.value


def _is(read: Callable[[str], str], text: str) -> bool:
    try:
        read(text)
    except BadValue:
        return False
    return True


def _offer(line: CommandLine, asked: str, hints: tuple[PersonHint, ...]) -> None:
    if line.text().strip() == asked:
        line.offer([Suggestion(hint, hint.name, _detail(hint)) for hint in hints])


def _detail(hint: PersonHint) -> str:
    digits = f"…{hint.last_digits}" if hint.last_digits else ""
    return " · ".join(part for part in (str(hint.birth_year or ""), digits) if part)
