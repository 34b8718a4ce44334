"""The other pages' modules are loaded while the clerk works on the first one, so that no first visit waits for them."""

import sys
from pathlib import Path

import pytest

from onestop_desk.ui import workplace
from onestop_desk.ui.pages import PageSpec, lazily, load_ahead
from tests.ui.program.conftest import Start


def test_a_page_is_loaded_but_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page_not_visited.py").write_text("def make(window):\n    raise RuntimeError('made')\n")
    monkeypatch.syspath_prepend(tmp_path)
    load_ahead([PageSpec("x", "X", "", "list", lazily("page_not_visited", "make"))])
    assert sys.modules.pop("page_not_visited") is not None


def test_every_page_is_loaded_some_time_after_signing_in(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(workplace, "_LOADED_AFTER_MS", 0)
    monkeypatch.setattr(workplace, "load_ahead", lambda specs: loaded.extend(spec.key for spec in specs))
    running = start(folder)
    running.begin_work()
    running.wait(lambda: loaded)
    assert {"release", "hand_over", "list", "supplement", "figures"} < set(loaded)
