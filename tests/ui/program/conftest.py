"""Programs that run on folders of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.ui import translation
from onestop_desk.ui.program import Program
from tests.desks import SettableClock
from tests.ui.program.running import Running, make_folder

Start = Callable[[Path], Running]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: SettableClock) -> Iterator[Start]:
    """Start programs on folders; all of them end with the test."""
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    programs: list[Program] = []

    def begin(folder: Path) -> Running:
        programs.append(Program(folder, clock))
        programs[-1].start()
        return Running(qtbot, programs[-1])

    yield begin
    for program in programs:
        program.end()
    translation.use(None)


@pytest.fixture
def folder(tmp_path: Path, start: Start, clock: SettableClock) -> Path:
    """Give a set-up folder where hoa is the admin."""
    return make_folder(tmp_path / "data", clock)
