"""A figure of the month on the public screen: a very large number over its name."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.ui.notice.letters import Scale
from onestop_desk.ui.widgets.label import PlainLabel

_NUMBER, _NAME, _PAD = 72, 32, 12
UNKNOWN = "–"


class PublicTile(QFrame):
    """A number and its name, which nobody can press."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "public_tile")
        self._number, self._name = PlainLabel(UNKNOWN), PlainLabel(name, "muted")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._number)
        self._column.addWidget(self._name)

    def set_value(self, value: str) -> None:
        """Show a number."""
        self._number.setText(value)

    def value(self) -> str:
        """Return the number that is shown."""
        return self._number.text()

    def set_scale(self, scale: Scale) -> None:
        """Write as large as a screen of this scale asks for."""
        self._number.setFont(scale.font(_NUMBER, QFont.Weight.DemiBold))
        self._name.setFont(scale.font(_NAME))
        side, above = scale.px(_PAD * 2), scale.px(_PAD)
        self._column.setContentsMargins(side, above, side, above)
