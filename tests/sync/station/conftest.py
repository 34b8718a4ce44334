"""Two and three stations of one agency."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desks import SettableClock
from tests.sync.postgres import CentreDatabase
from tests.sync.station.stations import Station, make_station

Make = Callable[[int], Station]


@pytest.fixture
def make(
    tmp_path: Path, database: CentreDatabase, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    """Give what makes a station with this counter."""
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    made: list[Station] = []

    def begin(counter: int) -> Station:
        made.append(make_station(tmp_path, database, counter, clock))
        return made[-1]

    yield begin
    for station in made:
        station.desk.close()


@pytest.fixture
def one(make: Make) -> Station:
    """Give the first station."""
    return make(1)


@pytest.fixture
def two(make: Make) -> Station:
    """Give the second station."""
    return make(2)
