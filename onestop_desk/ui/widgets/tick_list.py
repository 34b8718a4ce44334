"""Things to tick, in full words, with a line for what is not among them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.text import clean
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit

MOST_TICKS = 200


class _Words(Paragraph):
    """The words of a tick; a press on them is one on the box."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the tick."""
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
            self._box.setFocus()


class _MoreLine(CleanLineEdit):
    """A line whose Enter gives out what was typed."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the words out; an empty line lets Enter pass."""
        if event.text() in ("\r", "\n") and not event.modifiers() and clean(self.text()):
            self.entered.emit(clean(self.text()))
            event.accept()
        else:
            super().keyPressEvent(event)


class TickList(QWidget):
    """Ticks one below the other; `changed` after every change by a person. Words still in the line count as ticked."""

    changed = Signal()

    def __init__(self, name: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._items: list[str] = []
        self._boxes: list[QCheckBox] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.more = _MoreLine(more or name)
        self.more.entered.connect(self.add)
        self.more.textEdited.connect(self._on_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        self._more_box = FieldBox(more, self.more)
        column.addWidget(self._more_box)
        self._more_box.setVisible(bool(more))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def name_parts(self, name: str) -> None:
        """Give the parts object names that begin with `name`."""
        self.setObjectName(name)
        self.more.setObjectName(f"{name}_more")
        for at, box in enumerate(self._boxes, 1):
            box.setObjectName(f"{name}_{at}")

    def items(self) -> tuple[str, ...]:
        """Return everything that can be ticked."""
        return tuple(self._items)

    def ticked(self) -> tuple[str, ...]:
        """Return what is ticked, in order, and what stands in the line."""
        found = [item for item, box in zip(self._items, self._boxes, strict=True) if box.isChecked()]
        typed = clean(self.more.text())
        return tuple(dict.fromkeys([*found, typed] if typed else found))

    def show_items(self, items: Sequence[str], ticked: Collection[str] = ()) -> None:
        """Show other things to tick."""
        while self._boxes:
            self._boxes.pop()
            row = self._rows.takeAt(0)
            widget = row.widget() if row is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items.clear()
        for item in items[:MOST_TICKS]:
            self._add_row(item, item in ticked)

    def add(self, item: str) -> None:
        """Add something and tick it; ticks it where it is there already."""
        self.more.clear()
        if item in self._items:
            self._boxes[self._items.index(item)].setChecked(True)
        elif len(self._items) < MOST_TICKS:
            self._add_row(item, True)
        self.changed.emit()

    def take_focus(self) -> None:
        """Put the focus on the first tick, or into the line."""
        (self._boxes[0] if self._boxes else self.more).setFocus()

    def _add_row(self, item: str, is_ticked: bool) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        box = QCheckBox()
        box.setAccessibleName(item)
        box.setChecked(is_ticked)
        box.setObjectName(f"{self.objectName()}_{len(self._items) + 1}")
        box.toggled.connect(self._on_toggled)
        line.addWidget(box)
        line.addWidget(_Words(item, box), 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        before = self._boxes[-1] if self._boxes else None
        self._items.append(item)
        self._boxes.append(box)
        self._rows.addWidget(row)
        if before is not None:
            QWidget.setTabOrder(before, box)
        QWidget.setTabOrder(box, self.more)

    def _on_toggled(self, _is_ticked: bool) -> None:
        self.changed.emit()

    def _on_edited(self, _text: str) -> None:
        self.changed.emit()
