"""The guide is whole: a page for every screen, links and pictures that exist, every message, the table of the fold."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import onestop_desk
from onestop_desk import paths
from onestop_desk.devices.printer import Reason
from onestop_desk.domain import question
from onestop_desk.domain.dossier import MAY_FOLLOW, Stage, evolve, is_lawful
from onestop_desk.domain.office import Role
from onestop_desk.domain.page_fee import PageRate
from onestop_desk.services.desk import Desk
from onestop_desk.services.report_list import REPORTS
from onestop_desk.ui.catalogue.parts import _page_words, _read_page_rate
from onestop_desk.ui.figures.wording import report_words
from onestop_desk.ui.guide_sheet import PAGES, guide_page
from onestop_desk.ui.key_sheet import KeySheet
from onestop_desk.ui.life_page import life_page, stage_after
from onestop_desk.ui.page_list import page_list
from onestop_desk.ui.print_wording import cause_words

_GUIDE = paths.guide()
_LINK = re.compile(r"\]\(([^)]+)\)")
_NAMES = sorted(path.name for path in _GUIDE.glob("*.md"))


def _read(name: str) -> str:
    return (_GUIDE / name).read_text(encoding="utf-8")


def test_every_screen_has_its_page(desk: Desk) -> None:
    keys = {spec.key for spec in page_list(desk, None, None, set(Role))}  # nothing is made here
    assert keys - set(PAGES) == set()
    assert [name for name in PAGES.values() if name not in _NAMES] == []


@pytest.mark.parametrize("name", _NAMES)
def test_every_link_and_picture_is_in_the_guide(name: str) -> None:
    targets = _LINK.findall(_read(name))
    assert [target for target in targets if not (_GUIDE / target).is_file()] == []
    assert all((_GUIDE / target).resolve().is_relative_to(_GUIDE.resolve()) for target in targets)


def test_every_page_is_reached_from_the_index() -> None:
    assert set(_LINK.findall(_read("README.md"))) == set(_NAMES) - {"README.md"}


def test_pictures_are_small_few_and_used() -> None:
    pictures = sorted((_GUIDE / "pictures").iterdir())
    used = {target for name in _NAMES for target in _LINK.findall(_read(name)) if target.startswith("pictures/")}
    assert {f"pictures/{picture.name}" for picture in pictures} == used
    assert 12 <= len(pictures) <= 20
    assert [p.name for p in pictures if p.stat().st_size > 120_000] == []


def test_what_may_follow_what_is_the_register_s_own_table() -> None:
    assert _read("vong-doi.md") == life_page(), "run installer/guide_pictures.py, or write life_page() to vong-doi.md"


def test_the_graph_has_an_arrow_for_every_change_of_stage() -> None:
    arrows = set(re.findall(r"^    (\S+) --> (\S+):", life_page(), re.MULTILINE))
    moves = {(stage, stage_after(stage, step)) for stage, steps in MAY_FOLLOW.items() for step in steps}
    nodes = {("[*]" if a is None else f"s{a.value}", f"s{b.value}") for a, b in moves if b is not None and a is not b}
    assert arrows == nodes


def test_the_graph_leads_where_the_fold_leads() -> None:
    from tests.domain.test_dossier import EVENTS, RECEIVED, entries

    wrong = []
    for stage in [s for s in Stage if s is not Stage.WAITING]:
        state = _state_of(stage, evolve, entries, RECEIVED)
        for event in EVENTS:
            if is_lawful(stage, event):
                after = evolve(state, entries(event)[0]).stage
                if after is not stage_after(stage, type(event)):
                    wrong.append((stage, type(event).__name__, after))
    assert wrong == []


def _state_of(stage: Stage, evolve, entries, received):
    from dataclasses import replace

    from onestop_desk.domain.dossier import DossierState

    return replace(evolve(DossierState(), entries(received)[0]), stage=stage)


@pytest.mark.parametrize("module", ["refusal", "step_refusal"])
def test_every_message_is_explained(module: str) -> None:
    text = _read("thong-bao.md")
    missing = [words for words in _written(module) if re.sub(r"\{\w+\}", "…", words) not in text]
    assert [words for words in missing if "{line}" not in words] == []


def test_every_cause_of_the_printer_is_explained() -> None:
    text = _read("thong-bao.md")
    assert [reason for reason in Reason if cause_words(reason) not in text] == []


def test_the_program_shows_no_graph_as_code() -> None:
    assert "mermaid" in _read("vong-doi.md")
    assert "mermaid" not in guide_page("vong-doi.md")
    assert "Đang xử lý" in guide_page("vong-doi.md")


def test_every_sentence_about_the_line_is_explained() -> None:
    centre = (_GUIDE.parent / "admin" / "centre.md").read_text(encoding="utf-8")
    text = _read("dong-bo.md") + centre
    said = [words for module in ("sync_wording", "centre_wording") for words in _statements(module)]
    assert len(said) > 30
    assert [words for words in said if re.sub(r"\{\w+\}", "…", words) not in text] == []


def test_every_word_that_asks_for_a_view_is_in_the_guide() -> None:
    text = _read("tim.md")
    assert [phrase for phrase in question._PHRASES if f"`{phrase}`" not in text] == []
    shown = {question.squash(words) for words in re.findall(r"`(\w+:\w+)`", text)}
    colons = {words for words in question._COLON_WORDS if words.startswith(("nhan", "hen"))}
    assert colons - shown == set()


def test_every_key_of_the_program_is_in_the_guide_and_on_the_sheet(desk: Desk, qtbot: QtBot) -> None:
    pages = page_list(desk, None, None, set(Role))  # nothing is made here
    text, sheet = _read("phim-tat.md"), KeySheet(pages)
    qtbot.addWidget(sheet)
    on_sheet = " ".join(label.text() for label in sheet.findChildren(QLabel)).split()
    keys = [*(key for page in pages for key in page.shortcuts), "F1", "F5", "Ctrl+Enter", "Ctrl+S", "Ctrl+P", "Esc"]
    assert [key for key in keys if f"**{key}**" not in text or key not in on_sheet] == []


def test_every_report_is_in_the_guide_by_its_name() -> None:
    text = _read("bao-cao.md")
    names = [report_words(name).split(":")[0] for name in REPORTS]
    assert [name for name in names if name not in text] == []


def test_fees_by_the_page_are_explained_as_they_are_typed() -> None:
    typed = _page_words(PageRate())
    assert typed in _read("danh-muc.md")
    assert _read_page_rate(typed) == PageRate()


def _statements(module: str) -> list[str]:
    """Return what a module says has happened: not what is safe, what to do, or what an event is called."""
    source = Path(onestop_desk.__file__).parent / "ui" / f"{module}.py"
    tree = ast.parse(source.read_text(encoding="utf-8"))
    left_out = set()
    for node in ast.walk(tree):
        names = [getattr(one, "id", "") for one in getattr(node, "targets", [getattr(node, "target", None)])]
        is_advice = isinstance(node, ast.FunctionDef) and node.name in ("_here", "_nothing_changed")
        if is_advice or {"safe", "do", "_KINDS"} & set(names):
            left_out |= set(map(id, ast.walk(node)))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and id(n) not in left_out]
    return [c.args[1].value for c in calls if getattr(c.func, "id", "") == "translate"]


def _written(module: str) -> list[str]:
    source = Path(onestop_desk.__file__).parent / "ui" / f"{module}.py"
    calls = [n for n in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    return [c.args[1].value for c in calls if getattr(c.func, "id", "") == "translate"]
