"""What every test stands on: no screen, folders of its own, and property tests that CI can repeat."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from onestop_desk.services.desk import Desk
from tests.desks import SettableClock, open_new_desk

_FOLDER = Path(tempfile.mkdtemp(prefix="onestop-desk-tests-"))

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["ONESTOP_DATA"] = str(_FOLDER / "data")
os.environ["ONESTOP_STATE"] = str(_FOLDER / "state")

_SLOW = [HealthCheck.too_slow]
settings.register_profile("here", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", deadline=None, suppress_health_check=_SLOW, max_examples=50, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def clock() -> SettableClock:
    """Give a clock that stands on a Monday morning, 23/11/2026 08:30 in Vietnam."""
    return SettableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: SettableClock) -> Iterator[Desk]:
    """Give a set-up desk on a real register, its clerk signed in."""
    opened = open_new_desk(tmp_path / "data", clock=clock)
    yield opened
    opened.close()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the folders away, in every worker."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
