"""A few choices side by side of which one is taken; the arrow keys go from one to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout


class Segments(QWidget):
    """Buttons of one group, named after its `key`; `chosen` carries the value that a person took."""

    chosen = Signal(object)

    def __init__(self, key: str, name: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setObjectName(key)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        self._flow = FlowLayout(self, across=4, down=4)
        for value, text in choices:
            self._add(name, value, text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> object:
        """Return the value taken; None before any was."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        """Take a value without telling anybody; None takes none."""
        self._group.setExclusive(False)
        for at, one in enumerate(self._values):
            self._group.button(at).setChecked(one == value)
        self._group.setExclusive(True)

    def buttons(self) -> tuple[Button, ...]:
        """Return the buttons in their order."""
        return tuple(button for button in self._group.buttons() if isinstance(button, Button))

    def take_focus(self) -> None:
        """Put the focus on the value taken, or on the first."""
        (self._group.checkedButton() or self._group.buttons()[0]).setFocus()

    def sizeHint(self) -> QSize:
        """Return the size of all buttons side by side."""
        return self._flow.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest button."""
        return self._flow.minimumSize()

    def _add(self, name: str, value: object, text: str) -> None:
        at = len(self._values)
        button = Button(text, "", "segment")
        button.setCheckable(True)
        button.setAccessibleName(f"{name}: {text}")
        button.setObjectName(f"{self.objectName()}_{value}")
        button.clicked.connect(partial(self._on_clicked, at))
        self._group.addButton(button, at)
        self._values.append(value)
        self._flow.addWidget(button)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        self.chosen.emit(self._values[at])
