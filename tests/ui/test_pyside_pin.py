"""Why PySide6 is pinned: 6.12.0 on Python 3.11 loses a reference to None at every void call, and then aborts."""

import sys

import PySide6
import pytest
from PySide6.QtCore import QObject

_CALLS = 2000
_NOISE = 100  # references that the rest of the process gains or loses meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_void_call_keeps_the_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < _NOISE, f"PySide6 {PySide6.__version__} loses {lost} references in {_CALLS} void calls"


def test_the_version_is_the_one_that_was_tried() -> None:
    assert PySide6.__version__ == "6.11.3"
