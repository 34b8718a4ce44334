"""The look of the window: three themes, five text sizes, the office's font; switched while it runs."""

import re
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from onestop_desk import paths
from onestop_desk.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours

FAMILY = "Be Vietnam Pro"
BODY_PX = 14
SCALES = (100, 115, 130, 150, 175)

_FONT_FILES = ("Regular", "SemiBold", "Bold", "Italic")
_TOKEN = re.compile(r"@(\w+)@|\b(\d+)u\b")
_NAME_PROPERTY, _SCALE_PROPERTY = "onestop_theme", "onestop_scale"


class ThemeName(StrEnum):
    """The themes a clerk can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


_COLOURS = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.HIGH_CONTRAST: HIGH_CONTRAST}


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and a text size in percent of the normal one."""

    theme: ThemeName = ThemeName.LIGHT
    scale: int = 100

    @property
    def colours(self) -> Colours:
        """Return the colours of this look."""
        return _COLOURS[self.theme]

    def px(self, size: float) -> int:
        """Return `size`, given in pixels at 100 %, at this look's scale."""
        return max(1, round(size * self.scale / 100))

    def larger(self) -> "Look":
        """Return this look one text size up, or itself at the largest."""
        return replace(self, scale=min((s for s in SCALES if s > self.scale), default=SCALES[-1]))

    def smaller(self) -> "Look":
        """Return this look one text size down, or itself at the smallest."""
        return replace(self, scale=max((s for s in SCALES if s < self.scale), default=SCALES[0]))

    def normal(self) -> "Look":
        """Return this look at the normal text size."""
        return replace(self, scale=100)

    def next_theme(self) -> "Look":
        """Return this look with the theme that follows in the ring of themes."""
        ring = list(ThemeName)
        return replace(self, theme=ring[(ring.index(self.theme) + 1) % len(ring)])


def current() -> Look:
    """Return the look the running application wears; the plain one before any was applied."""
    app = QApplication.instance()
    name = app.property(_NAME_PROPERTY) if app else None
    return Look(ThemeName(name), int(app.property(_SCALE_PROPERTY))) if app and name else Look()


def apply(app: QApplication, look: Look) -> None:
    """Dress `app` and every open window in `look`; one that is worn already costs nothing."""
    if app.property(_NAME_PROPERTY) is not None and current() == look and app.styleSheet():
        return
    _load_fonts(app)
    if app.property(_NAME_PROPERTY) is None and app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setProperty(_NAME_PROPERTY, look.theme.value)
    app.setProperty(_SCALE_PROPERTY, look.scale)
    app.setFont(font(look))
    app.setPalette(palette(look.colours))
    app.setStyleSheet(style_sheet(look))


def font(look: Look, size: float = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the office's font; `size` in pixels at 100 %."""
    made = QFont(FAMILY)
    made.setPixelSize(look.px(size))
    made.setWeight(weight)
    return made


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette of `colours`."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.stripe),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.disabled))
    return made


def style_sheet(look: Look) -> str:
    """Return the style sheet of `look`: colour names between @, sizes as `12u` in pixels at 100 %."""
    names = asdict(look.colours) | _images(look.theme)

    def value(match: re.Match[str]) -> str:
        return names[match[1]] if match[1] else f"{look.px(int(match[2]))}px"

    return _TOKEN.sub(value, paths.resource("style/window.qss").read_text(encoding="utf-8"))


def _images(name: ThemeName) -> dict[str, str]:
    on_ground, on_accent = ("dark", "light") if name is ThemeName.LIGHT else ("light", "dark")
    folder = paths.resource("style").as_posix()
    return {
        "check_mark": f"{folder}/check_{on_accent}.svg",
        "arrow_down": f"{folder}/down_{on_ground}.svg",
        "arrow_up": f"{folder}/up_{on_ground}.svg",
    }


def _load_fonts(app: QApplication) -> None:
    if app.property("onestop_fonts"):
        return
    for weight in _FONT_FILES:
        path = paths.resource(f"fonts/BeVietnamPro-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    app.setProperty("onestop_fonts", True)
