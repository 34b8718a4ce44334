"""Buttons: text beside every icon, never a default button, so a scanner's Enter presses none."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from onestop_desk.ui import icon, theme

_ICON_COLOURS = {"primary": "on_accent", "header": "on_header", "plain": "accent", "quiet": "accent"}
_LOOK_EVENTS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange)


class Button(QPushButton):
    """A push button; `kind` is plain, primary (one a page), quiet or header; `icon_name` a file of icons; `name` is
    its objectName."""

    _icon_name = ""
    _kind = "plain"

    def __init__(
        self, text: str, icon_name: str = "", kind: str = "plain", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setProperty("kind", kind)
        self._icon_name, self._kind = icon_name, kind
        self.toggled.connect(self._on_toggled)
        self._dress()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() in _LOOK_EVENTS:
            self._dress()

    def _on_toggled(self, _checked: bool) -> None:
        self._dress()

    def _icon_colour(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self._kind == "header" and self.isChecked():
            return "header"
        return _ICON_COLOURS.get(self._kind, "accent")

    def _dress(self) -> None:
        if not self._icon_name:
            return
        look = theme.current()
        size = look.px(18)
        name = self._icon_colour()
        self.setIconSize(QSize(size, size))
        self.setIcon(icon.icon(self._icon_name, getattr(look.colours, name), size))
