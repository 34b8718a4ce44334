"""Kill -9 at any moment of sending and taking in: what was saved reaches the centre once, numbers stay single."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from onestop_desk.services.desk import REGISTER, open_desk
from onestop_desk.services.syncing import run_round
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock
from tests.sync.postgres import CentreDatabase
from tests.sync.station.conftest import Make
from tests.sync.station.stations import Station

_ROOT = Path(__file__).resolve().parents[3]
_LIVES = int(os.environ.get("ONESTOP_SYNC_LIVES", "8"))
_LIVES_A_DAY = 20


@pytest.mark.timeout(max(900, 20 * _LIVES))
@pytest.mark.skipif(sys.platform == "win32", reason="needs a socket folder that Windows has not")
def test_a_station_killed_at_any_moment_loses_nothing_and_sends_nothing_twice(
    make: Make, database: CentreDatabase, clock: SettableClock
) -> None:
    station, other = make(1), make(2)
    station.desk.close()
    chance, codes = random.Random(7), list[str]()
    for life in range(_LIVES):
        days_back = (_LIVES - life) // _LIVES_A_DAY
        codes += _life(station, database.url_of("quay-1"), (f"l{life}", days_back), chance.uniform(0.0, 0.35))
    assert (station.folder / REGISTER).exists()
    station.desk = open_desk(station.folder)
    for _ in range(2):
        for one in (station, other):
            with one.open() as centre:
                run_round(one.desk, centre)
    assert len(codes) == len(set(codes)) > _LIVES
    found = database.run("SELECT count(*), count(DISTINCT (stream, seq)) FROM sy.event WHERE kind = 'received'")
    assert found[0][0] == found[0][1] >= len(codes)
    known = {row["code"] for row in other.projections()["dossier"]}
    assert set(codes) <= known
    assert station.projections() == other.projections()
    assert check(station.desk).findings == check(other.desk).findings == ()


def _life(station: Station, url: str, of: tuple[str, int], seconds: float) -> list[str]:
    """Let a station work, kill it some time after its first word, and return what it acknowledged."""
    args = [sys.executable, "-m", "tests.sync.station.speaker", str(station.folder), url, *map(str, of)]
    process = subprocess.Popen(args, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    killer = threading.Timer(seconds, process.kill)
    killer.start()
    rest = process.stdout.read()
    process.wait()
    killer.join()
    process.stdout.close()
    *whole, _cut = f"{first}{rest}".split("\n")
    return whole
