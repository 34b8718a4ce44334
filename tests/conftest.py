"""What every test stands on: no screen, folders of its own, and property tests that CI can repeat."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_FOLDER = Path(tempfile.mkdtemp(prefix="onestop-desk-tests-"))

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["ONESTOP_DATA"] = str(_FOLDER / "data")
os.environ["ONESTOP_STATE"] = str(_FOLDER / "state")

_SLOW = [HealthCheck.too_slow]
settings.register_profile("here", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", deadline=None, suppress_health_check=_SLOW, max_examples=50, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the folders away, in every worker."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
