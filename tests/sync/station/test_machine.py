"""Years of bad luck in seconds: three stations and a centre, everything that sync.md §5 names, in any order."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import Finished, HandedOver, Noted, Returned, Withdrawn
from onestop_desk.services import lost, syncing
from onestop_desk.services.absorb import absorb
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import EVENT
from onestop_desk.services.step import Correction
from onestop_desk.sync import install
from onestop_desk.sync.centre import Centre, open_centre
from onestop_desk.sync.fault import LineLost
from tests.desks import SettableClock, a_procedure
from tests.sync.postgres import CentreDatabase, Cluster
from tests.sync.proxy import Proxy, Trouble
from tests.sync.station.conflict_oracle import doubtful
from tests.sync.station.stations import AGENCY, Station, make_station

WHO = st.integers(0, 2)
FREE = a_procedure(fees=())
STEPS = ("handed_over", "noted", "finished", "returned", "withdrawn", "corrected")


class CutLine:
    """A line that breaks at a moment of its own: before a call reaches the centre, or after it was answered."""

    def __init__(self, centre: Centre, calls: int, *, after: bool) -> None:
        self._centre, self._calls, self._after = centre, calls, after

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._centre, name)
        return self._cut(found) if callable(found) and name != "close" else found

    def _cut(self, call: Any) -> Any:
        def called(*args: Any) -> Any:
            self._calls -= 1
            if self._calls < 0 and not self._after:
                raise LineLost("test")
            answer = call(*args)
            if self._calls < 0:
                raise LineLost("test")
            return answer

        return called


class Machine(RuleBasedStateMachine):
    """Three stations act, speak and break; whatever was acknowledged to a clerk is never lost."""

    cluster: Cluster
    ended_equal = 0

    @initialize()
    def open_office(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="onestop-machine-"))
        os.environ["ONESTOP_STATE"] = str(self.folder / "state")
        self.database = self.cluster.fresh()
        self.proxy = Proxy(f"{self.cluster.socket}/.s.PGSQL.5432")
        self.clock = SettableClock()
        self.stations = [make_station(self.folder, self.database, counter, self.clock) for counter in (1, 2, 3)]
        self.backups: dict[int, Path] = {}
        self.uids: list[str] = []
        self.acknowledged: set[tuple[str, str]] = set()
        self.copies: list[CentreDatabase] = []

    @rule(who=WHO)
    def register(self, who: int) -> None:
        made = self.stations[who].accept(procedure=FREE, clock_confirmed=True)
        self.uids.append(made.uid)
        self._note(who)

    @rule(who=WHO, which=st.integers(0, 50), step=st.sampled_from(STEPS))
    def act(self, who: int, which: int, step: str) -> None:
        if not self.uids:
            return
        uid, desk, now = self.uids[which % len(self.uids)], self.stations[who].desk, self.clock()
        events = {
            "handed_over": HandedOver(now, "Tư pháp"),
            "noted": Noted(now, "gọi lại"),
            "finished": Finished(now, ("Giấy",)),
            "returned": Returned(now),
            "withdrawn": Withdrawn(now, "không cần nữa"),
            "corrected": Correction(now, "owner.address", f"Thôn {which}", "nhầm"),
        }
        with suppress(DeskError):
            take_step(desk, uid, events[step])
            self._note(who)

    @rule(who=WHO)
    def speak(self, who: int) -> None:
        self.stations[who].sync()

    @rule(who=WHO, calls=st.integers(0, 6), after=st.booleans())
    def speak_over_a_bad_line(self, who: int, calls: int, after: bool) -> None:
        station = self.stations[who]
        with station.open() as centre, suppress(DeskError):
            syncing.run_round(station.desk, CutLine(centre, calls, after=after))

    @rule(who=WHO, is_up=st.booleans(), at=st.integers(0, 6_000))
    def speak_over_a_line_cut_at_a_byte(self, who: int, is_up: bool, at: int) -> None:
        station, self.proxy.trouble = self.stations[who], Trouble()
        login = self.database.stations[station.name]
        url = f"postgresql://{login.login}:{login.password}@localhost:{self.proxy.port}/{self.database.name}?sslmode=disable"
        with suppress(DeskError), open_centre(url) as centre:
            self.proxy.trouble = Trouble(cut_up_after=at) if is_up else Trouble(cut_down_after=at)
            syncing.run_round(station.desk, centre)

    @rule(who=WHO, skipped=st.integers(1, 3))
    def hear_a_page_too_early(self, who: int, skipped: int) -> None:
        station = self.stations[who]
        before = station.digest
        with station.open() as centre, suppress(DeskError):
            page = centre.pull(AGENCY, before[0] + skipped, 3, station.desk.stream, 0)
            assert not page.events or absorb(station.desk, page) == 0
        assert station.digest == before

    @rule(who=WHO)
    def station_is_revoked_and_added_again(self, who: int) -> None:
        if self.copies:  # an older centre does not know the new login: its administrator would add it there too
            return
        station = self.stations[who]
        install.revoke(self.database.owner_url, station.name)
        station.name = f"{station.name} moi"
        self.database.add(station.name, AGENCY)

    @rule(who=WHO)
    def hear_a_page_twice(self, who: int) -> None:
        station = self.stations[who]
        with station.open() as centre, suppress(DeskError):
            standing = syncing.standing_for(station.desk)
            page = centre.pull(station.desk.state.agency, standing.cursor, 3, station.desk.stream, 0)
            absorb(station.desk, page)
            absorb(station.desk, page)

    @rule(who=WHO)
    def crash(self, who: int) -> None:
        self.stations[who].restart()

    @rule(hours=st.integers(-48, 48))
    def clock_jumps(self, hours: int) -> None:
        self.clock.forward(hours=hours)
        for station in self.stations:
            station.desk.clock_confirmed_at = self.clock()

    @rule(who=WHO)
    def back_up(self, who: int) -> None:
        target = self.folder / f"backup-{who}"
        self.stations[who].backup(target)
        self.backups[who] = target

    @rule(who=WHO)
    def restore_an_old_backup(self, who: int) -> None:
        if who not in self.backups:
            return
        station = self.stations[who]
        before = self._known(station) | self._lost(station)
        station.desk.close()
        shutil.rmtree(station.folder)
        shutil.copytree(self.backups[who], station.folder)
        station.desk = station.opened()
        # What only this disk knew is lost with it: no program can help that. Whatever is anywhere else must stay.
        elsewhere = self._at_the_centre().union(*(self._known(each) | self._lost(each) for each in self.stations))
        self.acknowledged -= before - elsewhere

    @rule()
    def centre_is_restored(self) -> None:
        if len(self.copies) > 1:
            return
        older = self.database.backed_up()
        self.copies.append(older)

    @rule(rotate=st.booleans())
    def centre_goes_back(self, rotate: bool) -> None:
        if not self.copies:
            return
        older = self.copies.pop()
        if rotate:
            install.rotate_epoch(older.owner_url)
        self.database = older
        for station in self.stations:
            station.database = older

    @invariant()
    def nothing_is_twice(self) -> None:
        for station in getattr(self, "stations", ()):
            with station.desk.reading() as connection:
                rows = connection.execute(EVENT.select()).all()
            assert len({(row.stream, row.seq) for row in rows}) == len(rows)

    def sync_all(self) -> None:
        """Let everybody speak until nothing moves any more."""
        for _ in range(6):
            done = [station.round() for station in self.stations]
            if not any(one.sent or one.received for one in done):
                return
        raise AssertionError("the stations never fall silent")

    def send_what_is_lost(self) -> None:
        """Do what a supervisor does about the work of a life that nobody continues."""
        for station in self.stations:
            if lost.lost_work(station.desk):
                assert lost.send_lost(station.desk) > 0
                self.sync_all()
        assert not any(lost.lost_work(station.desk) for station in self.stations)

    def teardown(self) -> None:
        """After a quiet round all are equal, nothing acknowledged is missing, and a further round moves nothing."""
        if not hasattr(self, "stations"):
            return
        try:
            self.sync_all()
            self.send_what_is_lost()
            first = self.stations[0].projections()
            for station in self.stations:
                assert station.projections() == first
                assert station.digest == self.stations[0].digest
                assert station.is_sound()
                assert self.acknowledged <= self._known(station)
            doubted = {row["uid"] for row in first["dossier"] if row["needs_person"]}
            assert doubted == doubtful(self._feed())
            type(self).ended_equal += 1
        finally:
            for station in self.stations:
                station.desk.close()
            self.proxy.close()
            for copy in self.copies:
                copy.drop()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _at_the_centre(self) -> set[tuple[str, str]]:
        rows = self.database.run("SELECT subject, convert_from(payload, 'UTF8') FROM sy.event")
        return {(subject, payload) for subject, payload in rows}

    def _lost(self, station: Station) -> set[tuple[str, str]]:
        with station.desk.reading() as connection:
            return {(row.subject, row.payload.decode()) for row in connection.execute(lost.LOST.select())}

    def _feed(self) -> list[tuple[str, str, bytes]]:
        rows = self.database.run("SELECT kind, subject, payload FROM sy.event ORDER BY pos")
        return [(kind, subject, bytes(payload)) for kind, subject, payload in rows]

    def _note(self, who: int) -> None:
        self.acknowledged |= self._known(self.stations[who], last=1)

    def _known(self, station: Station, last: int = 0) -> set[tuple[str, str]]:
        """Return subject and payload of the dossier events here: what a fact is, wherever it is chained."""
        with station.desk.reading() as connection:
            query = EVENT.select().where(EVENT.c.kind.notin_(["desk_opened"])).order_by(EVENT.c.id.desc())
            rows = connection.execute(query.limit(last) if last else query).all()
        return {(row.subject, row.payload.decode()) for row in rows}


@pytest.mark.timeout(900)
def test_whatever_happens_all_stations_end_equal_and_nothing_is_lost(cluster: Cluster) -> None:
    examples = int(os.environ.get("ONESTOP_MACHINE_EXAMPLES", "6"))
    steps = int(os.environ.get("ONESTOP_MACHINE_STEPS", "18"))
    before = os.environ.get("ONESTOP_STATE")
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    office = type("Office", (Machine,), {"cluster": cluster})
    try:
        run_state_machine_as_test(office, settings=chosen)
    finally:
        if before is not None:
            os.environ["ONESTOP_STATE"] = before
    assert office.ended_equal >= examples
