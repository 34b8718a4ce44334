"""Every theme can be read: text against its ground, rings and edges against theirs; looks switch while running."""

import re
from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onestop_desk import paths
from onestop_desk.ui import theme
from onestop_desk.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, contrast
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.theme import Look, ThemeName

THEMES = [(LIGHT, 4.5), (DARK, 4.5), (HIGH_CONTRAST, 7.0)]
WRITTEN = [
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "stripe")),
    *(("text", ground) for ground in ("accent_soft", "info_soft", "person_soft", "fault_soft", "good_soft")),
    *((name, f"{name}_soft") for name in ("info", "person", "fault", "good", "accent")),
    *((name, "surface") for name in ("info", "person", "fault", "good", "accent")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_header", "header"),
    ("header_muted", "header"),
    ("header", "on_header"),
]
SEEN = [
    *((name, ground) for name in ("edge", "focus") for ground in ("window", "surface")),
    ("gold", "header"),
    ("header_edge", "header"),
]
VIETNAMESE = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA))


@pytest.mark.parametrize(("colours", "least"), THEMES)
@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_words_stand_out_from_their_ground(colours: Colours, least: float, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


@pytest.mark.parametrize(("colours", "_least"), THEMES)
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_edges_and_focus_rings_can_be_seen(colours: Colours, _least: float, line: str, ground: str) -> None:
    assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3.0


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_is_written_the_same_way() -> None:
    for colours, _ in THEMES:
        for field in fields(Colours):
            assert re.fullmatch(r"#[0-9a-f]{6}", asdict(colours)[field.name]), field.name


@pytest.mark.parametrize("name", list(ThemeName))
def test_no_token_is_left_in_the_style_sheet(name: ThemeName) -> None:
    sheet = theme.style_sheet(Look(name, 130))
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    assert all(paths.resource("style").parent.joinpath(u).exists() for u in re.findall(r'url\("(.+?)"\)', sheet))


def test_sizes_go_in_steps_and_stop_at_both_ends() -> None:
    look, seen = Look(), []
    while look.scale not in seen:
        seen.append(look.scale)
        look = look.larger()
    assert tuple(seen) == theme.SCALES
    assert Look(scale=100).smaller().scale == 100
    assert Look(scale=175).normal().scale == 100


def test_the_office_font_has_every_vietnamese_letter(qapp: QApplication) -> None:
    assert theme.FAMILY in QFontDatabase.families()
    assert QFontInfo(theme.font(Look())).family() == theme.FAMILY
    raw = QRawFont.fromFont(theme.font(Look()))
    assert [letter for letter in VIETNAMESE if not raw.supportsCharacter(ord(letter))] == []


def test_a_window_changes_its_look_at_once(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    before = window.grab().toImage().pixelColor(3, 300)
    with qtbot.waitSignal(window.look_changed) as changed:
        window.header.look_asked.emit(Look(ThemeName.DARK, 150))
    assert changed.args == [Look(ThemeName.DARK, 150)]
    assert theme.current() == Look(ThemeName.DARK, 150)
    assert qapp.font().pixelSize() == 21
    assert window.grab().toImage().pixelColor(3, 300) != before
