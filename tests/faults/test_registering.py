"""Registering under any order of good and bad luck: codes unique, nothing acknowledged lost, the register sound."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from onestop_desk.domain.application import Charge, GivenPaper
from onestop_desk.domain.errors import BadValue
from onestop_desk.services import paperwork, printing
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import ClockMoved
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.paperwork import Form
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import SettableClock, an_application, open_new_desk


def _without_goodbye(desk: Desk) -> None:
    """Let go of the folder as a killed process does: nothing is said, nothing is tidied."""
    assert desk.lock is not None
    desk.lock.release()
    desk.database.close()
    if desk.memory is not None:
        desk.memory.close()


class Counter(RuleBasedStateMachine):
    """One counter's days, with everything that may happen to it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.clock = SettableClock()
        self.desk = open_new_desk(self.root / "data", clock=self.clock)
        self.known: dict[str, Accepted] = {}
        self.papers = 0

    @rule(confirmed=st.booleans())
    def register(self, confirmed: bool) -> None:
        ref = f"form {len(self.known)}"
        try:
            made = printing.register(self.desk, an_application(ref, clock_confirmed=confirmed))
        except ClockMoved:
            assert not confirmed
            return
        assert made.is_new
        assert made.code not in {each.code for each in self.known.values()}
        self.known[ref] = made
        self.papers += 1

    @rule(which=st.integers(0, 50))
    def press_again(self, which: int) -> None:
        if self.known:
            ref = list(self.known)[which % len(self.known)]
            again = accept(self.desk, an_application(ref))
            assert (again.uid, again.code, again.is_new) == (self.known[ref].uid, self.known[ref].code, False)

    @rule(which=st.integers(0, 50))
    def print_again(self, which: int) -> None:
        if self.known:
            uid = list(self.known.values())[which % len(self.known)].uid
            before = dossier_entries(self.desk, uid)[0].copies_of(Form.RECEIPT.value)
            assert paperwork.reprint(self.desk, uid, Form.RECEIPT, "rách").copy == before + 1

    @rule(hours=st.sampled_from([1, -1, 24, -24, 24 * 365, -24 * 365, 24 * 365 * 20, 1 / 60]))
    def clock_jumps(self, hours: float) -> None:
        if 2005 < self.clock.now.year + hours / 8760 < 2095:
            self.clock.forward(hours=hours)

    @rule(tidily=st.booleans())
    def start_anew(self, tidily: bool) -> None:
        (Desk.close if tidily else _without_goodbye)(self.desk)
        self.desk = open_desk(self.root / "data", self.clock)
        printing.settle_earlier_runs(self.desk)

    @rule()
    def make_projections_anew(self) -> None:
        assert rebuild(self.desk) == len(self.known)

    @invariant()
    def everything_acknowledged_is_there_once(self) -> None:
        with self.desk.reading() as connection:
            codes = [row[0] for row in connection.exec_driver_sql("SELECT code FROM dossier")]
            jobs = connection.exec_driver_sql("SELECT count(*) FROM print_job").scalar()
        assert sorted(codes) == sorted(each.code for each in self.known.values())
        assert len(codes) == len(set(codes))
        assert jobs == self.papers

    def teardown(self) -> None:
        assert check(self.desk).findings == ()
        self.desk.close()
        shutil.rmtree(self.root)


Counter.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAnyOrderOfLuckKeepsTheRegister = Counter.TestCase


@pytest.mark.parametrize("papers", [0, 1, 111, 200])
def test_any_number_of_papers_is_taken_in_and_printed(desk: Desk, papers: int) -> None:
    given = tuple(GivenPaper(f"Giấy tờ số {n}") for n in range(papers))
    uid = accept(desk, an_application(papers=given)).uid
    assert dossier_entries(desk, uid)[0].papers == given
    assert paperwork.draw(desk, uid, paperwork.Sheet(Form.RECEIPT)).startswith(b"%PDF")


REFUSED: dict[str, Callable[[], dict[str, object]]] = {
    "201 papers": lambda: {"papers": (GivenPaper("x"),) * 201},
    "-1 originals": lambda: {"papers": (GivenPaper("x", originals=-1),)},
    "1000 originals": lambda: {"papers": (GivenPaper("x", originals=1000),)},
    "-1 copies": lambda: {"papers": (GivenPaper("x", copies=-1),)},
    "a paper named by nothing": lambda: {"papers": (GivenPaper("\u200b\x00"),)},
    "no sets": lambda: {"sets": 0},
    "-1 sets": lambda: {"sets": -1},
    "1000 sets": lambda: {"sets": 1000},
    "a negative fee": lambda: {"charge": Charge(-1)},
    "no key": lambda: {"ref": ""},
    "a key of nothing": lambda: {"ref": "\u200b "},
    "half a code": lambda: {"code": "H31.20.11-261123"},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_and_takes_no_number(desk: Desk, changes: Callable[[], dict[str, object]]) -> None:
    with pytest.raises(BadValue):
        accept(desk, an_application(**{"ref": "bad", **changes()}))
    assert accept(desk, an_application("good")).code.endswith("-2001")


def test_a_paper_of_no_copies_that_is_not_required_is_taken_in(desk: Desk) -> None:
    given = (GivenPaper("x", originals=0, copies=0),)
    assert accept(desk, an_application(papers=given)).is_new


def test_a_key_held_down_on_many_threads_makes_one_dossier_and_one_paper(desk: Desk) -> None:
    made: list[Accepted] = []
    gate = threading.Barrier(8)

    def press() -> None:
        gate.wait()
        made.append(printing.register(desk, an_application("held")))

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({(each.uid, each.code) for each in made}) == 1
    assert [each.is_new for each in made].count(True) == 1
    assert len(printing.jobs(desk, tuple(printing.JobState))) == 1
    assert check(desk).dossiers == 1


def test_what_fails_beside_the_save_leaves_no_number_behind(desk: Desk) -> None:
    def fails(_writing: object, _uid: str) -> None:
        raise BadValue("beside", "empty")

    with pytest.raises(BadValue):
        printing.register(desk, an_application("a"), fails)
    assert printing.jobs(desk, tuple(printing.JobState)) == ()
    assert accept(desk, an_application("b")).code.endswith("-2001")
    assert check(desk).findings == ()
