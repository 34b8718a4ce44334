"""A window that stood still delivers all keys at once: only their own times tell a scan from a person."""

import time

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from onestop_desk.ui.scan_filter import ScanFilter
from tests.ui.scan.keyboard import CODE, Ears, keyboard, settle, shown


@pytest.mark.parametrize("typed", ["nguyen van mau\r", "H31.20.11-261123-0034\r", "034200012345 \r\t"])
def test_a_persons_keys_during_a_frozen_loop_are_no_scan(
    page: QWidget, ears: Ears, scans: ScanFilter, typed: str
) -> None:
    """All arrive in one moment, as after a window that stood still: only their own times tell."""
    field = shown(page, QLineEdit())
    keys = keyboard(page)
    keys.post = True
    keys.type(typed, 130, hold=70)
    QCoreApplication.processEvents()
    settle(scans)
    assert (field.text(), ears) == (typed.strip("\r\t"), Ears())


def test_a_scan_during_a_frozen_loop_is_a_scan_among_a_persons_keys(
    page: QWidget, ears: Ears, scans: ScanFilter
) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page)
    keys.post = True
    keys.type("ab", 130).pause().scan(CODE).pause().type("cd", 130)
    QCoreApplication.processEvents()
    settle(scans)
    assert (field.text(), ears.codes) == ("abcd", [CODE])


def test_a_timer_that_comes_late_waits_for_the_keys_behind_it(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    """The window stands still in the middle of a scan; the rest waits in the queue when the timer fires."""
    field = shown(page, QLineEdit())
    keys = keyboard(page).type(CODE[:3])
    freeze(400)
    keys.scan(CODE[3:])
    assert (field.text(), ears.codes) == ("", [CODE])


def freeze(ms: int) -> None:
    """Keep the loop busy, then let it serve its timers while the keys are still on their way."""
    until = time.monotonic() + ms / 1000
    while time.monotonic() < until:
        pass
    QCoreApplication.processEvents()
