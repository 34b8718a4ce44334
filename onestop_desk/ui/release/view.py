"""Everything on the return page between title and foot: the line to type in, the basket, and who takes it how."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.application import ReturnWay
from onestop_desk.ui.release.basket_list import BasketList, BasketModel
from onestop_desk.ui.release.fee_box import FeeBox
from onestop_desk.ui.release.form import KeptItem, ReleaseForm, SeenCard, compare, owners_of
from onestop_desk.ui.release.item import Item, Standing
from onestop_desk.ui.release.rating_box import RatingBox
from onestop_desk.ui.release.recall_box import RecallBox
from onestop_desk.ui.release.receiver_box import ReceiverBox
from onestop_desk.ui.release.way_box import WayBox
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.line_edit import CleanLineEdit

_BLANK = "\N{NO-BREAK SPACE}"  # as high as a name


class ReleaseView(QWidget):
    """`changed` tells of every change a person makes, `typed` of a word to look up, `remove_asked` of a row to take
    out, `drop_asked` of the whole basket."""

    changed = Signal()
    typed = Signal(str)
    remove_asked = Signal()
    drop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = BasketModel(self)
        self.list = BasketList(self.model, self.tr("Giỏ trả kết quả"))
        self.list.setObjectName("basket")
        self.code = CleanLineEdit(self.tr("Mã hồ sơ hoặc số căn cước"), self.tr("Quét, hoặc gõ mã rồi Enter"))
        self.code.setObjectName("release_code")
        self._code_box = FieldBox(self.tr("Mã hồ sơ, thẻ căn cước"), self.code)
        self._add = Button(self.tr("Thêm"), "plus", name="basket_add")
        self._remove = Button(self.tr("Bỏ khỏi giỏ (Delete)"), "close", name="basket_remove")
        self._drop = Button(self.tr("Bỏ cả giỏ"), "delete", name="basket_drop")
        self.recall, self.rating = RecallBox(), RatingBox()
        self.receiver, self.way, self.fee = ReceiverBox(), WayBox(), FeeBox()
        self._is_done = False
        self._assemble()
        self._connect()
        self.set_done(False)
        self.show_items(())

    def form(self) -> ReleaseForm:
        """Return the page as it stands."""
        kept = tuple(KeptItem(item.uid, item.code) for item in self.model.items())
        return ReleaseForm(kept, self.receiver.cards(), self.receiver.entry(), self.way.entry(), self.fee.entry())

    def show_form(self, form: ReleaseForm) -> None:
        """Put receiver, way and fee into the fields; the dossiers are read anew and shown by themselves."""
        self.receiver.show_entry(form.receiver, form.cards)
        self.way.show_entry(form.way)
        self.fee.show_entry(form.fee)
        self.show_problems({})

    def items(self) -> tuple[Item, ...]:
        """Return the basket."""
        return self.model.items()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show another basket."""
        self.model.show_items(items)
        if items:
            self.list.choose(0)
        self.follow()

    def set_wide(self, is_wide: bool) -> None:
        """Put basket and receiver side by side, or one under the other."""
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() is not way:
            self._halves.setDirection(way)
        self.list.set_whole(not is_wide)

    def take_card(self, card: SeenCard) -> None:
        """Compare a scanned card with the owners of what is ready."""
        self.receiver.take_card(card, is_owner=card.number in owners_of(self.items()))

    def take(self, item: Item) -> None:
        """Put a dossier into the basket, or show it anew, and choose it."""
        self.list.choose(self.model.take(item))
        self.follow()

    def set_done(self, is_done: bool) -> None:
        """Ask for receiver, way and fee before a return, for the person's word after it."""
        self._is_done = is_done
        self.rating.setVisible(is_done)
        self.receiver.setVisible(not is_done)
        self.way.setVisible(not is_done)
        self.follow()

    def follow(self) -> None:
        """Show what follows from the basket: comparison, fee, address, what can be done with the chosen row."""
        items = self.items()
        self.receiver.show_comparison(compare(self.receiver.cards(), items))
        owing = [item for item in items if item.owed]
        self.fee.show_owed(0 if self._is_done else sum(item.owed for item in owing), len(owing))
        self.way.suggest_address(_address(items))
        self._drop.setEnabled(bool(items))
        self._on_current()

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong, each beside its field, and go to the first."""
        for box in (self.receiver, self.way, self.fee):
            box.show_problems(problems)
        if problems:
            _ = self.receiver.focus_on(problems) or self.way.focus_on(problems) or self.fee.focus_on(problems)

    def show_code_problem(self, problem: str) -> None:
        """Say why a typed word brought nothing."""
        self._code_box.show_problem(problem)

    def ask_code(self) -> None:
        """Be ready for the next scan or code."""
        self.code.clear()
        self.code.setFocus()

    def type_entered(self) -> None:
        """Look up what was typed."""
        if self.code.text().strip():
            self.typed.emit(self.code.text().strip())

    def _connect(self) -> None:
        self._add.clicked.connect(self.type_entered)
        self._remove.clicked.connect(self.remove_asked)
        self._drop.clicked.connect(self.drop_asked)
        self.list.remove_asked.connect(self.remove_asked)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.model.modelReset.connect(self._on_current)
        for box in (self.receiver, self.way, self.fee):
            box.changed.connect(self._on_changed)

    def _assemble(self) -> None:
        line = QWidget()
        top = FieldFlow(line)
        top.add_field(self._code_box, 190, 1)
        top.add_field(FieldBox(_BLANK, self._add), 0, 0)
        buttons = FlowLayout()
        for button in (self._remove, self._drop):
            buttons.addWidget(button)
        basket = QWidget()
        left = QVBoxLayout(basket)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(line)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        left.addWidget(self.recall)
        aside = QWidget()
        right = QVBoxLayout(aside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        for box in (self.receiver, self.way, self.fee, self.rating):
            right.addWidget(box)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(12)
        self._halves.addWidget(basket, 5)
        self._halves.addWidget(aside, 4)

    def _on_current(self, *_: object) -> None:
        item = self.list.current_item()
        self._remove.setEnabled(item is not None and not self._is_done)
        is_returned = item is not None and item.standing is Standing.RETURNED
        self.recall.offer(item.code if item is not None and is_returned and not self._is_done else "")

    def _on_changed(self) -> None:
        self.follow()
        self.changed.emit()


def _address(items: Sequence[Item]) -> str:
    """Return where the person wants it sent, else where they live."""
    ready = [item for item in items if item.standing is Standing.READY]
    wanted = (
        item.state.received.return_address
        for item in ready
        if item.state.received is not None and item.state.received.return_by is ReturnWay.POST
    )
    lived = (item.owner.address for item in ready)
    return next((address for address in (*wanted, *lived) if address), "")
