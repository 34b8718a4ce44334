"""Two running programs of one agency and the centre between them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from pytestqt.qtbot import QtBot

from onestop_desk.services import connecting
from onestop_desk.services.catalogue import import_starter
from onestop_desk.ui import translation
from onestop_desk.ui.program import Program
from tests.desks import SettableClock, admit_hoa, open_new_desk
from tests.sync.conftest import cluster  # noqa: F401  a fixture
from tests.sync.postgres import CentreDatabase, Cluster
from tests.ui.program.running import Running

AGENCY = "H31.20.11"


@pytest.fixture
def database(cluster: Cluster) -> CentreDatabase:  # noqa: F811
    """Give a centre with two stations."""
    made = cluster.fresh()
    for name in ("quay-1", "quay-2"):
        made.add(name, AGENCY)
    return made


class Office:
    """Starts programs at counters of one office."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: SettableClock, database: CentreDatabase) -> None:
        self.qtbot, self.folder, self.clock, self.database = qtbot, folder, clock, database
        self.programs: list[Program] = []

    def counter(self, number: int, *, connected: bool = True) -> Running:
        """Open a counter's program with hoa signed in."""
        folder = self.folder / f"quay-{number}"
        desk = open_new_desk(folder, number, self.clock)
        admit_hoa(desk)
        import_starter(desk)
        if connected:
            connecting.connect(desk, self.database.url_of(f"quay-{number}"))
        desk.close()
        program = Program(folder, self.clock)
        self.programs.append(program)
        program.start()
        running = Running(self.qtbot, program)
        running.begin_work()
        return running


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give an office on machines without a keychain, its clock the centre's; all its programs end with the test."""
    clock = SettableClock(datetime.now(UTC))
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    made = Office(qtbot, tmp_path, clock, database)
    yield made
    for program in made.programs:
        program.end()
    keyring.set_keyring(before)
    translation.use(None)
