"""The guide is whole: a page for every screen, links and pictures that exist, every message, the table of the fold."""

import ast
import re
from pathlib import Path

import pytest

import onestop_desk
from onestop_desk import paths
from onestop_desk.devices.printer import Reason
from onestop_desk.domain.dossier import MAY_FOLLOW, Stage, evolve, is_lawful
from onestop_desk.domain.office import Role
from onestop_desk.services.desk import Desk
from onestop_desk.ui.guide_sheet import PAGES, guide_page
from onestop_desk.ui.life_page import life_page, stage_after
from onestop_desk.ui.page_list import page_list
from onestop_desk.ui.print_wording import cause_words

_GUIDE = paths.guide()
_LINK = re.compile(r"\]\(([^)]+)\)")
_NAMES = sorted(path.name for path in _GUIDE.glob("*.md"))


def _read(name: str) -> str:
    return (_GUIDE / name).read_text(encoding="utf-8")


def test_every_screen_has_its_page(desk: Desk) -> None:
    keys = {spec.key for spec in page_list(desk, None, None, set(Role))}  # type: ignore[arg-type]  # nothing is made here
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


def _state_of(stage: Stage, evolve, entries, received):  # type: ignore[no-untyped-def]
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


def _written(module: str) -> list[str]:
    source = Path(onestop_desk.__file__).parent / "ui" / f"{module}.py"
    calls = [n for n in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    return [c.args[1].value for c in calls if getattr(c.func, "id", "") == "translate"]  # type: ignore[attr-defined]
