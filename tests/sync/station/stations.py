"""Stations for the tests of sync: real desks on real folders, and the centre that they speak to."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onestop_desk.domain.office import ClerkWord, Office
from onestop_desk.models.base import Base
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.opening import SetUp, adopt_copy, set_up
from onestop_desk.services.syncing import RoundOutcome, attempt, run_round, standing_for
from onestop_desk.services.upkeep import check
from onestop_desk.sync.centre import Centre
from tests.desks import SettableClock, an_application
from tests.sync.postgres import CentreDatabase

AGENCY = "H31.20.11"
CLERKS = (ClerkWord("hoa", "Nguyễn Thị Hoa"), ClerkWord("lan", "Trần Thị Lan"), ClerkWord("mai", "Lê Thị Mai"))
PROJECTIONS = ("dossier", "clerk", "procedure", "visit", "bundle")


@dataclass
class Station:
    """One seat: its folder, its desk, its name at the centre."""

    name: str
    counter: int
    folder: Path
    database: CentreDatabase
    clock: SettableClock
    desk: Desk
    made: list[str] = field(default_factory=list)

    def accept(self, **changes: Any) -> Accepted:
        """Register a dossier."""
        made = accept(self.desk, an_application(f"{self.name}-{len(self.made)}", **changes))
        self.made.append(made.uid)
        return made

    def sync(self) -> RoundOutcome:
        """Run one round, as the program does: what goes wrong is kept."""
        return attempt(self.desk, self.open)

    def round(self) -> RoundOutcome:
        """Run one round that must be whole."""
        with self.open() as centre:
            return run_round(self.desk, centre)

    def open(self) -> Centre:
        """Open a line to the centre."""
        return self.database.open(self.name)

    def restart(self) -> None:
        """Close the desk and open it again."""
        self.desk.close()
        self.desk = self.opened()

    def opened(self) -> Desk:
        """Open the folder; one that was copied or restored gets a new life."""
        from onestop_desk.services.fault import DeskCopied

        try:
            desk = open_desk(self.folder, self.clock)
        except DeskCopied as copied:
            desk = adopt_copy(self.folder, copied.counter, copied.extra + 1, "bản sao", self.clock)
        desk.clerk = CLERKS[self.counter % len(CLERKS)]
        return desk

    def backup(self, target: Path) -> None:
        """Copy the folder while the desk is closed."""
        self.desk.close()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder, target)
        self.desk = self.opened()

    def projections(self) -> dict[str, list[dict[str, Any]]]:
        """Return every projected row, without the ids that are each database's own."""
        found = {}
        with self.desk.reading() as connection:
            for name in PROJECTIONS:
                rows = connection.execute(Base.metadata.tables[name].select()).mappings().all()
                plain = [{key: value for key, value in row.items() if key != "id"} for row in rows]
                found[name] = sorted(plain, key=repr)
        return found

    @property
    def digest(self) -> tuple[int, bytes]:
        """How far the feed is here, and its digest."""
        standing = standing_for(self.desk)
        return standing.cursor, standing.digest

    def is_sound(self) -> bool:
        """Tell whether log, chains and projections agree."""
        return check(self.desk).findings == ()


def make_station(folder: Path, database: CentreDatabase, counter: int, clock: SettableClock) -> Station:
    """Set up a station and add it at the centre."""
    name = f"quay-{counter}"
    database.add(name, AGENCY)
    office = Office(AGENCY, "UBND xã Mẫu", "Bộ phận Tiếp nhận và Trả kết quả", "Xã Mẫu")
    desk = set_up(folder / name, SetUp(office, counter), clock)
    desk.clerk = CLERKS[counter % len(CLERKS)]
    return Station(name, counter, folder / name, database, clock, desk)
