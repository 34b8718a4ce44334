"""How the window looks and speaks, and where the serial scanner is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from onestop_desk.settings import Settings
from onestop_desk.ui.theme import SCALES, Look, ThemeName
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox


class LookCard(FieldCard):
    """Chooses theme, text size, language and the scanner's port; `look_chosen` and `changed` tell."""

    look_chosen = Signal(object)
    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        self._theme = _choice("set_theme", _themes(), settings.theme)
        self._scale = _choice("set_scale", [(f"{scale} %", scale) for scale in SCALES], settings.scale)
        languages = [("Tiếng Việt", "vi"), ("English", "en")]
        self._language = _choice("set_language", languages, settings.language)
        hint = translate("LookCard", "Ví dụ COM3 hoặc /dev/ttyACM0. Để trống: máy quét gõ như bàn phím.")
        self._port = LabelledLine(translate("LookCard", "Cổng máy quét nối tiếp"), "set_scanner_port", hint)
        self._port.set_text(settings.scanner_port)
        told = translate("LookCard", "Áp dụng khi mở lại chương trình.")
        fields = (
            Labelled(translate("LookCard", "Giao diện"), self._theme),
            Labelled(translate("LookCard", "Cỡ chữ"), self._scale),
            Labelled(translate("LookCard", "Ngôn ngữ"), self._language, told),
            self._port,
        )
        super().__init__(translate("LookCard", "Màn hình và máy quét"), fields, parent)
        self._theme.activated.connect(self._on_look)
        self._scale.activated.connect(self._on_look)
        self._language.activated.connect(self._on_changed)
        self._port.line.editingFinished.connect(self._on_changed)

    def show_look(self, look: Look) -> None:
        """Show a look that was chosen elsewhere."""
        self._theme.setCurrentIndex(self._theme.findData(look.theme.value))
        self._scale.setCurrentIndex(self._scale.findData(look.scale))

    def choices(self) -> dict[str, Any]:
        """Return language and port as settings; the look is the window's to keep."""
        return {"language": str(self._language.currentData()), "scanner_port": self._port.text().strip()}

    def _on_look(self, _at: int) -> None:
        self.look_chosen.emit(Look(ThemeName(self._theme.currentData()), int(self._scale.currentData())))

    def _on_changed(self, _what: object = None) -> None:
        self.changed.emit()


def _themes() -> list[tuple[str, object]]:
    return [
        (translate("LookCard", "Sáng"), ThemeName.LIGHT.value),
        (translate("LookCard", "Tối"), ThemeName.DARK.value),
        (translate("LookCard", "Tương phản cao"), ThemeName.HIGH_CONTRAST.value),
    ]


def _choice(name: str, rows: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    box = QuietComboBox()
    box.setObjectName(name)
    for text, value in rows:
        box.addItem(text, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
