"""Who takes the results: the owner, compared by card, or somebody with a paper that says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.ui.release.form import Comparison, Match, ReceiverEntry, SeenCard
from onestop_desk.ui.release.wording import match_words
from onestop_desk.ui.widgets.announce import announce
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import IconLabel, Paragraph, PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments

_LOOKS = {
    Match.NO_CARD: ("person_card", "muted"),
    Match.OWNER: ("check", "good"),
    Match.OTHER: ("fault", "fault"),
    Match.PARTLY: ("person", "person"),
    Match.UNSURE: ("person", "person"),
}
_OWNER, _OTHER = "owner", "other"


class ReceiverBox(QFrame):
    """The receiver's fields and what the cards prove; `changed` tells of every change a person makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("receiver_box")
        self._cards: tuple[SeenCard, ...] = ()
        self._shown = Comparison()
        self._is_filling = False
        choices = [(_OWNER, self.tr("Chủ hồ sơ")), (_OTHER, self.tr("Người được ủy quyền"))]
        self.who = Segments("receiver", self.tr("Người nhận"), choices)
        self._mark = IconLabel("person_card", "muted", 22)
        self._said = Paragraph("", "strong")
        self._said.setObjectName("card_match")
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("card_problem")
        self._forget = Button(self.tr("Bỏ thẻ đã quét"), "close", name="forget_cards")
        self._boxes = {
            "receiver_name": self._line(self.tr("Họ tên người nhận thay"), "receiver_name"),
            "receiver_number": self._line(self.tr("Số giấy tờ"), "receiver_number"),
            "receiver_relation": self._line(self.tr("Quan hệ với chủ hồ sơ"), "receiver_relation"),
            "receiver_paper": self._line(self.tr("Giấy ủy quyền, giấy tờ chứng minh"), "receiver_paper"),
        }
        self._assemble()
        self.who.chosen.connect(self._on_chosen)
        self._forget.clicked.connect(self._on_forget)
        self.show_entry(ReceiverEntry(), ())

    def entry(self) -> ReceiverEntry:
        """Return the receiver as typed."""
        name, number, relation, paper = (self._field(key).text() for key in self._boxes)
        return ReceiverEntry(self.who.value() == _OTHER, name, number, relation, paper)

    def cards(self) -> tuple[SeenCard, ...]:
        """Return the cards that were scanned for this basket."""
        return self._cards

    def show_entry(self, entry: ReceiverEntry, cards: Sequence[SeenCard]) -> None:
        """Put a receiver into the fields."""
        self._is_filling = True
        self._cards = tuple(cards)
        self.who.set_value(_OTHER if entry.is_other else _OWNER)
        texts = (entry.name, entry.number, entry.relation, entry.paper)
        for key, text in zip(self._boxes, texts, strict=True):
            self._field(key).setText(text)
        self._is_filling = False
        self._follow()

    def take_card(self, card: SeenCard, *, is_owner: bool) -> None:
        """Take a scanned card: an owner's proof, or the name of who takes the results instead."""
        self._cards = (*(one for one in self._cards if one.number != card.number), card)
        if not is_owner and self.entry().is_other:
            self._fill(card)
        self._follow()
        self.changed.emit()

    def show_comparison(self, comparison: Comparison) -> None:
        """Say what the cards prove."""
        words = match_words(comparison.match).replace("{names}", ", ".join(comparison.names))
        self._mark.set_icon(*_LOOKS[comparison.match])
        is_news = self._said.text() != words
        self._said.setText(words)
        self._shown = comparison
        if is_news and comparison.match is not Match.NO_CARD and self.isVisible():
            announce(self._said)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong."""
        self._problem.setText(problems.get("card", ""))
        self._problem.setVisible("card" in problems)
        for key, box in self._boxes.items():
            box.show_problem(problems.get(key, ""))

    def focus_on(self, problems: dict[str, str]) -> bool:
        """Put the focus on the first thing that is wrong; False where nothing here is."""
        if "card" in problems:
            self.who.take_focus()
            return True
        for key in self._boxes:
            if key in problems:
                self._field(key).setFocus()
                return True
        return False

    def _line(self, name: str, key: str) -> FieldBox:
        line = CleanLineEdit(name)
        line.setObjectName(key)
        line.textChanged.connect(self._on_changed)
        return FieldBox(name, line)

    def _field(self, key: str) -> CleanLineEdit:
        field = self._boxes[key].field
        assert isinstance(field, CleanLineEdit)
        return field

    def _fill(self, card: SeenCard) -> None:
        self._is_filling = True
        self._field("receiver_name").setText(card.name)
        self._field("receiver_number").setText(card.number)
        self._is_filling = False

    def _follow(self) -> None:
        is_other = self.who.value() == _OTHER
        self._others.setVisible(is_other)
        self._compared.setVisible(not is_other)
        self._forget.setVisible(bool(self._cards) and not is_other)

    def _on_chosen(self, value: object) -> None:
        entry = self.entry()
        if value == _OTHER and self._shown.strangers and not (entry.name or entry.number):
            self._fill(self._shown.strangers[-1])
        self._follow()
        if value == _OTHER:
            empty = next((key for key in self._boxes if not self._field(key).text()), "receiver_name")
            self._field(empty).setFocus()
        self._problem.hide()
        self.changed.emit()

    def _on_forget(self) -> None:
        self._cards = ()
        self._problem.hide()
        self.who.take_focus()
        self._follow()
        self.changed.emit()

    def _on_changed(self, _text: str) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _assemble(self) -> None:
        self._compared = QWidget()
        row = QHBoxLayout(self._compared)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark)
        row.addWidget(self._said, 1)
        self._others = QWidget()
        flow = FieldFlow(self._others)
        for key, box in self._boxes.items():
            flow.add_field(box, 220 if key in ("receiver_name", "receiver_paper") else 130, 1)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Người nhận"), "heading"))
        column.addWidget(self.who)
        column.addWidget(self._compared)
        column.addWidget(self._problem)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._others)
