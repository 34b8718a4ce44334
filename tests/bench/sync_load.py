"""Stations and a centre for the benches of sync: whole lives of synthetic people, sent and taken in for real."""

import time
from datetime import timedelta
from pathlib import Path

from onestop_desk.domain.events import Finished, HandedOver, Returned
from onestop_desk.services.progress import take_each
from tests.desks import SettableClock, a_procedure, an_owner
from tests.sync.postgres import Cluster
from tests.sync.station.stations import AGENCY, Station, make_station

_FREE = a_procedure(fees=())
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Cường", "Phạm Thu Dung", "Hoàng Minh Giang", "Bùi Ngọc Hà")
_ROUND = 250


class Bench:
    """One server, stations as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._cluster = folder, Cluster()
        self._database, self._clock = self._cluster.fresh(), SettableClock()
        self.first = make_station(folder, self._database, 1, self._clock)
        self.second = make_station(folder, self._database, 2, self._clock)
        self._more: list[Station] = []

    def fill(self, events: int) -> int:
        """Let the first station write whole lives; returns how many events."""
        from onestop_desk.services.syncing import unsent

        number = 0
        while unsent(self.first.desk) < events:
            uids = []
            for _ in range(_ROUND):
                owner = an_owner(name=_NAMES[number % 6], id_number=f"0342{number:08d}", phone=f"09{number:08d}")
                uids.append(self.first.accept(procedure=_FREE, owner=owner, clock_confirmed=True).uid)
                number += 1
                if number % 900 == 0:
                    self._clock.now += timedelta(days=1)
            now = self._clock()
            for step in (HandedOver(now, "Tư pháp"), Finished(now, ("Giấy",)), Returned(now)):
                take_each(self.first.desk, [(uid, step) for uid in uids])
        return unsent(self.first.desk)

    def raw_pull(self) -> float:
        """Return the seconds in which the same feed only comes over the line."""
        began, after = time.perf_counter(), 0
        with self.second.open() as centre:
            while page := centre.pull(AGENCY, after, 500, "00" * 16, 0).events:
                after = page[-1].pos
        return time.perf_counter() - began

    def third(self) -> Station:
        """Return a new station that has the whole feed before it."""
        self._more.append(make_station(self._folder, self._database, 3, self._clock))
        return self._more[-1]

    def close(self) -> None:
        """Take everything away."""
        for station in (self.first, self.second, *self._more):
            station.desk.close()
        self._cluster.stop()
