"""A window with sample pages, and the application dressed in the plain look before each test."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onestop_desk.services.desk import Desk
from onestop_desk.ui import theme
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec

from .sample_page import SamplePage
from .sitting import PdfProgram, show_in_front

if TYPE_CHECKING:
    from .counter import Counter

NOW = datetime(2026, 11, 23, 9, 41, tzinfo=timezone(timedelta(hours=7)))
OFFICE = OfficeLine("UBND xã Đông Hưng · Trung tâm Phục vụ hành chính công", "Quầy 2", "Nguyễn Thị Hoa", "Tiếp nhận")


def clock() -> datetime:
    """Return the moment at which all samples play."""
    return NOW


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Give each test the plain look, and let none of its windows outlive it."""
    if theme.current() != theme.Look() or not qapp.styleSheet():
        theme.apply(qapp, theme.Look())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Give both lanes, closed afterwards."""
    lanes = Jobs()
    yield lanes
    lanes.close(5.0)


@pytest.fixture
def jobs_after(qapp: QApplication) -> Iterator[Jobs]:
    """Give the lanes of the program that starts after the crash."""
    lanes = Jobs()
    yield lanes
    lanes.close(5.0)


@pytest.fixture
def pdf_program() -> Iterator[PdfProgram]:
    """Take every file that is opened."""
    program = PdfProgram()
    QDesktopServices.setUrlHandler("file", program, "take")
    yield program
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs) -> MainWindow:
    """Give a shown window with two sample pages."""
    return open_window(qtbot, jobs, SamplePage, SamplePage)


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, jobs: Jobs) -> "Iterator[Counter]":
    """Give a counter on a real register with the starter catalogue, ready to register."""
    from onestop_desk.services import catalogue

    from .counter import open_counter

    catalogue.import_starter(desk)
    opened = open_counter(qtbot, desk, jobs)
    yield opened
    opened.window.close()


def open_window(qtbot: QtBot, jobs: Jobs, *makers: Callable[[Any], Any]) -> MainWindow:
    """Show a window whose pages `makers` make; the first has F2, the second F7."""
    rows = (("intake", "Tiếp nhận", "F2", "intake"), ("list", "Danh sách", "F7", "list"))
    specs = [PageSpec(*row, maker) for row, maker in zip(rows, makers, strict=False)]
    window = MainWindow(specs, OFFICE, jobs, now=clock)
    show_in_front(qtbot, window)
    return window
