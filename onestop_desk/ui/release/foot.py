"""The foot of the return page: what would be given back, the one button for it, and what is done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.ui.release.item import Item, Standing
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph


class ReleaseFoot(QFrame):
    """`give_asked` and `next_asked` are its button, before and after a return."""

    give_asked = Signal()
    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("release_foot")
        self._is_done = False
        self._said = Paragraph("", "title")
        self._said.setObjectName("basket_said")
        self.button = Button("", "return", "primary", name="give_back")
        self.button.clicked.connect(self._on_clicked)
        right = QWidget()
        middle = QVBoxLayout(right)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.button)
        flow = FieldFlow(self)
        flow.add_field(self._said, 260, 1)
        flow.add_field(right, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_basket(())

    def show_basket(self, items: Sequence[Item]) -> None:
        """Tell how many of the basket can be given back."""
        self._dress(self.tr("Trả kết quả (Ctrl+Enter)"), "return", is_done=False)
        ready = sum(item.standing is Standing.READY for item in items)
        if not items:
            self._said.setText(self.tr("Quét hồ sơ hoặc thẻ căn cước để bắt đầu."))
        elif ready == len(items):
            self._said.setText(self.tr("{n} hồ sơ có kết quả").format(n=ready))
        else:
            words = self.tr("{n} hồ sơ có kết quả, {m} hồ sơ không trả được lúc này")
            self._said.setText(words.format(n=ready, m=len(items) - ready))
        self.button.setEnabled(ready > 0)

    def show_given(self, given: int, serial: int) -> None:
        """Tell what was given back."""
        self._dress(self.tr("Người tiếp theo"), "plus", is_done=True)
        self._said.setText(given_words(given, serial))
        self.button.setEnabled(True)

    def set_giving(self, is_giving: bool) -> None:
        """Let nobody press twice while a return is on its way."""
        self.button.setEnabled(not is_giving)

    def _dress(self, words: str, icon_name: str, *, is_done: bool) -> None:
        self._is_done = is_done
        self.button.setText(words)
        self.button.set_icon_name(icon_name)

    def _on_clicked(self) -> None:
        (self.next_asked if self._is_done else self.give_asked).emit()


def given_words(given: int, serial: int) -> str:
    """Return how many were given back under which number."""
    return translate("Release", "Đã trả {n} hồ sơ (lần trả số {serial})").format(n=given, serial=serial)
