"""English is complete, compiled and in use when asked for; Qt's own buttons speak Vietnamese."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from onestop_desk import paths
from onestop_desk.domain.errors import BadValue
from onestop_desk.ui import language, translation, wording
from onestop_desk.ui.language import Language


@pytest.fixture(scope="module")
def translate_tool() -> ModuleType:
    path = Path(__file__).parents[2] / "installer" / "translate.py"
    spec = importlib.util.spec_from_file_location("translate_tool", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application and put its language and numbers back afterwards."""
    before = QLocale()
    yield qapp
    for old in qapp.findChildren(QTranslator):
        qapp.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(before)
    translation.use(None)


def test_every_sentence_in_the_code_has_english(translate_tool: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "onestop_en.ts"
    fresh.write_bytes(translate_tool.ENGLISH.read_bytes())
    translate_tool.collect(fresh)
    assert translate_tool.missing(fresh) == {}


def test_a_sentence_without_english_is_found(translate_tool: ModuleType, tmp_path: Path) -> None:
    text = translate_tool.ENGLISH.read_text(encoding="utf-8")
    lacking = tmp_path / "onestop_en.ts"
    lacking.write_text(text.replace("<translation>Close message</translation>", "<translation></translation>"))
    assert translate_tool.missing(lacking)["Strip"] == {"Đóng thông báo": ""}


def test_english_keeps_the_places_for_values(translate_tool: ModuleType) -> None:
    for message in ET.parse(translate_tool.ENGLISH).iter("message"):
        source, english = message.findtext("source", ""), message.findtext("translation", "")
        assert not english or set(re.findall(r"\{\w+\}", source)) == set(re.findall(r"\{\w+\}", english)), source


@pytest.mark.parametrize("name", ["onestop_en", "qtbase_vi"])
def test_the_compiled_file_is_the_one_of_its_source(translate_tool: ModuleType, tmp_path: Path, name: str) -> None:
    folder = paths.resource("translations")
    translate_tool.compile_ts(folder / f"{name}.ts", tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == (folder / f"{name}.qm").read_bytes()


def test_sentences_speak_the_language_in_use(spoken: QApplication) -> None:
    told = BadValue("phone", "length")
    language.install(spoken, Language.ENGLISH)
    assert wording.sentence(told).what == "Phone number: has the wrong number of digits."
    language.install(spoken, Language.VIETNAMESE)
    assert wording.sentence(told).what == "Số điện thoại: không đúng số chữ số."


def test_standard_buttons_speak_vietnamese(qtbot: QtBot, spoken: QApplication) -> None:
    language.install(spoken, Language.VIETNAMESE)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Dán"
