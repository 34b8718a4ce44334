"""The head of the window: office, counter, clerk; text size, theme, help."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from onestop_desk.ui.theme import SCALES, Look, ThemeName
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph, set_plain_tooltip


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """Who works where: office, counter, clerk and role, as words for the screen."""

    office: str
    counter: str = ""
    clerk: str = ""
    role: str = ""


class Header(QFrame):
    """Shows the office line and asks for looks, help and the side strip."""

    look_asked = Signal(object)
    help_asked = Signal()
    side_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._look = look
        self._line = OfficeLine("")
        self._is_narrow = False
        self._office = Paragraph(role="office")
        self._office.setObjectName("office")
        self._clerk = Paragraph()
        self._clerk.setObjectName("clerk")
        self._smaller = self._button("A−", self.tr("Chữ nhỏ hơn"), "smaller")
        self._normal = self._button("A", self.tr("Cỡ chữ bình thường"), "normal")
        self._larger = self._button("A+", self.tr("Chữ lớn hơn"), "larger")
        self._theme = self._button("", self.tr("Đổi giao diện sáng, tối, tương phản cao"), "theme", "contrast")
        self._side = self._button(self.tr("Hôm nay"), self.tr("Lần quét gần nhất và hôm nay"), "side_button", "panel")
        self._help = self._button(self.tr("F1 Trợ giúp"), self.tr("Trợ giúp và phím tắt"), "help", "help")
        self._side.setCheckable(True)
        self._side.hide()
        self._connect()
        self._assemble()
        self.set_look(look)

    def set_office(self, line: OfficeLine) -> None:
        """Show who works where."""
        self._line = line
        self._office.setText(line.office)
        self._show_clerk()

    def set_look(self, look: Look) -> None:
        """Show which look is worn and what can still be chosen."""
        self._look = look
        self._smaller.setEnabled(look.scale > SCALES[0])
        self._larger.setEnabled(look.scale < SCALES[-1])
        names = {
            ThemeName.LIGHT: self.tr("Sáng"),
            ThemeName.DARK: self.tr("Tối"),
            ThemeName.HIGH_CONTRAST: self.tr("Tương phản"),
        }
        self._theme.setText(names[look.theme])

    def offer_side(self, offered: bool) -> None:
        """Show the button of the side strip, or hide it where the strip stands open anyway."""
        self._side.setVisible(offered)
        if not offered:
            self._side.setChecked(False)

    def set_narrow(self, narrow: bool) -> None:
        """Give the office a line of its own where the buttons leave it too little, and the roles none."""
        self._is_narrow = narrow
        self._show_clerk()
        self._help.setText("F1" if narrow else self.tr("F1 Trợ giúp"))
        self._grid.removeItem(self._buttons)
        self._grid.removeWidget(self._office)
        self._grid.addWidget(self._office, 0, 0, 1, 2 if narrow else 1)
        self._grid.addLayout(self._buttons, 1 if narrow else 0, 1, 1 if narrow else 2, 1)

    def _show_clerk(self) -> None:
        line = self._line
        whole = f"{line.clerk} ({line.role})" if line.clerk and line.role else line.clerk
        set_plain_tooltip(self._clerk, whole)
        clerk = line.clerk if self._is_narrow else whole
        self._clerk.setText(" · ".join(part for part in (line.counter, clerk) if part))
        self._clerk.setVisible(bool(self._clerk.text()))

    def _button(self, text: str, name: str, object_name: str, icon_name: str = "") -> Button:
        button = Button(text, icon_name, "header", self, name=object_name)
        button.setAccessibleName(name)
        set_plain_tooltip(button, name)
        return button

    def _connect(self) -> None:
        self._smaller.clicked.connect(self._on_smaller)
        self._normal.clicked.connect(self._on_normal)
        self._larger.clicked.connect(self._on_larger)
        self._theme.clicked.connect(self._on_theme)
        self._side.toggled.connect(self.side_toggled)
        self._help.clicked.connect(self.help_asked)

    def _assemble(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        for button in (self._smaller, self._normal, self._larger, self._theme, self._side, self._help):
            self._buttons.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._clerk, 1, 0)
        self.set_narrow(False)

    def _on_smaller(self) -> None:
        self.look_asked.emit(self._look.smaller())

    def _on_normal(self) -> None:
        self.look_asked.emit(self._look.normal())

    def _on_larger(self) -> None:
        self.look_asked.emit(self._look.larger())

    def _on_theme(self) -> None:
        self.look_asked.emit(self._look.next_theme())
