"""A window with the page of figures on a busy register of two months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services.desk import Desk
from onestop_desk.ui.figures.page import FiguresPage
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from tests.services.busy_year import make_busy_register
from tests.ui.conftest import OFFICE
from tests.ui.sitting import Sitting, show_in_front

NOW = datetime(2026, 11, 3, 9, 41, tzinfo=VIETNAM)


@dataclass
class Reader(Sitting):
    """Who reads the figures, and the window."""

    @property
    def page(self) -> FiguresPage:
        """The page under test."""
        page = self.window.page("figures")
        assert isinstance(page, FiguresPage)
        return page

    def choose(self, preset: str) -> None:
        """Choose a period by its button."""
        self.click(f"period_{preset}")


@pytest.fixture
def busy_desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a busy register of its own."""
    desk = make_busy_register(tmp_path / "busy")
    desk.clock = lambda: NOW.astimezone(UTC)
    yield desk
    desk.close()


@pytest.fixture
def reader(qtbot: QtBot, busy_desk: Desk, jobs: Jobs) -> Iterator[Reader]:
    """Give the page open on the busy register."""
    spec = PageSpec("figures", "Báo cáo", "F9", "report", lambda window: FiguresPage(window, busy_desk))
    window = MainWindow([spec], OFFICE, jobs, now=lambda: NOW)
    show_in_front(qtbot, window)
    reader = Reader(qtbot, busy_desk, window)
    reader.settle()
    yield reader
    window.close()
