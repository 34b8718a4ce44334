"""kill -9 at random moments of registering and printing: nothing acknowledged is lost, no number is given twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onestop_desk.services.printing import JobState

LIVES = 200

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are ended by kill -9, which Windows has not")


@posix
def test_two_hundred_lives_ended_by_kill_lose_and_double_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "ONESTOP_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-m", "tests.journeys.lives", str(tmp_path), str(LIVES), "20261123"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=280)
    found = json.loads(ended.stdout)
    assert len(found["acknowledged"]) >= LIVES // 2, "every other life is ended at work"
    assert set(found["acknowledged"]) <= set(found["codes"])
    assert len(found["codes"]) == len(set(found["codes"]))
    assert found["findings"] == []
    assert found["unsettled"] == 0
    assert set(found["states"]) <= {state.value for state in JobState}
