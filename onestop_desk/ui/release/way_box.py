"""How the results go: over the counter, by post to an address, or electronically."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.application import ReturnWay
from onestop_desk.ui.dossier_wording import return_way_words
from onestop_desk.ui.release.form import WayEntry
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments


class WayBox(QFrame):
    """The way and, by post, address and sending number; `changed` tells of every change a person makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("way_box")
        self._usual, self._is_filling = "", False
        self.way = Segments("way", self.tr("Cách trả"), [(way.value, return_way_words(way)) for way in ReturnWay])
        self.address = CleanLineEdit(self.tr("Địa chỉ gửi"))
        self.address.setObjectName("return_address")
        self.number = CleanLineEdit(self.tr("Số bưu gửi"))
        self.number.setObjectName("sending_number")
        self._address_box = FieldBox(self.tr("Địa chỉ gửi"), self.address)
        self._number_box = FieldBox(self.tr("Số bưu gửi"), self.number)
        self.way.chosen.connect(self._on_chosen)
        self.address.textChanged.connect(self._on_changed)
        self.number.textChanged.connect(self._on_changed)
        self._assemble()
        self.show_entry(WayEntry())

    def entry(self) -> WayEntry:
        """Return the way as chosen."""
        return WayEntry(ReturnWay(str(self.way.value())), self.address.text(), self.number.text())

    def show_entry(self, entry: WayEntry) -> None:
        """Put a way into the fields."""
        self._is_filling = True
        self.way.set_value(entry.way.value)
        self.address.setText(entry.address)
        self.number.setText(entry.sending_number)
        self._is_filling = False
        self._follow()

    def suggest_address(self, address: str) -> None:
        """Know which address the person asked for: it is put in when post is chosen."""
        self._usual = address

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong."""
        self._address_box.show_problem(problems.get("return_address", ""))

    def focus_on(self, problems: dict[str, str]) -> bool:
        """Put the focus on what is wrong; False where nothing here is."""
        if "return_address" not in problems:
            return False
        self.address.setFocus()
        return True

    def _follow(self) -> None:
        self._post.setVisible(self.way.value() == ReturnWay.POST.value)

    def _on_chosen(self, value: object) -> None:
        is_post = value == ReturnWay.POST.value
        if is_post and not self.address.text():
            self.address.setText(self._usual)
        self._follow()
        if is_post:
            (self.number if self.address.text() else self.address).setFocus()
        self.changed.emit()

    def _on_changed(self, _text: str) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _assemble(self) -> None:
        self._post = QWidget()
        flow = FieldFlow(self._post)
        flow.add_field(self._address_box, 220, 2)
        flow.add_field(self._number_box, 120, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Cách trả"), "heading"))
        column.addWidget(self.way)
        column.addWidget(self._post)
