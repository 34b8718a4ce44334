"""A page, the filter at work, and somebody who listens."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui.scan_filter import ScanFilter, ScanRules
from tests.ui.scan.keyboard import CODE, OTHER_CODE, Ears


@pytest.fixture
def scans(qapp: QApplication) -> Iterator[ScanFilter]:
    """The filter, on a desk that knows two dossiers."""
    rules = ScanRules(exists={CODE, OTHER_CODE}.__contains__, today=lambda: date(2026, 11, 23))
    scan_filter = ScanFilter(rules)
    scan_filter.install(qapp)
    yield scan_filter
    qapp.removeEventFilter(scan_filter)


@pytest.fixture
def ears(scans: ScanFilter) -> Ears:
    """What the filter said so far."""
    ears = Ears()
    scans.scanned.connect(ears.scans.append)
    scans.misread.connect(ears.misreads.append)
    return ears


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """An empty page."""
    page = QWidget()
    page.setLayout(QVBoxLayout())
    qtbot.addWidget(page)
    return page
