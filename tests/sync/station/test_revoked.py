"""A station that is revoked: its numbers stay taken, its unsent work has a way to the centre, a lost password too."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desk.__main__ import main
from onestop_desk.domain.office import Office
from onestop_desk.services import lookup
from onestop_desk.services.conflict import twins
from onestop_desk.services.fault import CounterTaken
from onestop_desk.services.opening import SetUp, adopt_copy, grant_range, set_up
from onestop_desk.services.syncing import unsent
from onestop_desk.sync import install
from onestop_desk.sync.fault import CentreRefused, StationUnknown
from onestop_desk.sync.renewal import renew_password
from onestop_desk.sync.used_range import UsedRange, used_ranges
from onestop_desk.sync.wire import Answer
from tests.desks import a_procedure
from tests.sync.postgres import CentreDatabase
from tests.sync.station.stations import AGENCY, CLERKS, Station
from tests.sync.station.test_lives import loose
from tests.sync.station.test_round import settle

FREE = a_procedure(fees=())


@pytest.fixture
def heir(one: Station, database: CentreDatabase, tmp_path: Path) -> Iterator[Station]:
    """Give a new machine, set up for the counter of the first one as the set-up page does it."""
    database.add("quay-1 moi", AGENCY)
    office = Office(AGENCY, "UBND xã Mẫu", "Bộ phận", "Xã Mẫu")
    desk = set_up(tmp_path / "heir", SetUp(office, 1), one.clock)
    desk.clerk = CLERKS[1]
    made = Station("quay-1 moi", 1, tmp_path / "heir", database, one.clock, desk)
    yield made
    made.desk.close()


def test_the_unsent_work_of_a_revoked_station_comes_under_its_new_name(
    one: Station, two: Station, database: CentreDatabase
) -> None:
    settle(one, two)
    install.revoke(database.owner_url, "quay-1")
    made = one.accept(procedure=FREE)
    assert isinstance(one.sync().trouble, CentreRefused)
    database.add("quay-1 moi", AGENCY)
    again = replace(one, name="quay-1 moi")
    assert again.sync().trouble is None
    settle(again, two)
    assert [line.uid for line in lookup.by_code(two.desk, made.code)] == [made.uid]
    assert (unsent(one.desk), loose(again)) == (0, 0)
    assert again.projections() == two.projections()
    assert again.is_sound()
    assert again.accept(procedure=FREE).code != made.code


def test_the_stream_of_a_station_that_lives_is_nobody_elses(one: Station, database: CentreDatabase) -> None:
    one.round()
    one.accept(procedure=FREE)
    database.add("quay-x", AGENCY)
    before = one.desk.stream
    assert isinstance(replace(one, name="quay-x").sync().trouble, CentreRefused)
    assert one.desk.stream == before
    assert one.sync().trouble is None


def test_a_counter_that_another_machine_has_taken_over_is_not_taken_back(
    one: Station, heir: Station, two: Station, database: CentreDatabase
) -> None:
    settle(one, two)
    install.revoke(database.owner_url, "quay-1")
    made = one.accept(procedure=FREE)
    settle(heir)
    database.add("quay-1 cu", AGENCY)
    one.name = "quay-1 cu"
    trouble = one.sync().trouble
    assert isinstance(trouble, CounterTaken)
    assert trouble.rival == "quay-1 moi"
    one.desk.close()
    one.desk = adopt_copy(one.folder, 6, 0, "quầy cũ", one.clock)
    settle(one, two)
    assert [line.uid for line in lookup.by_code(two.desk, made.code)] == [made.uid]


def test_a_range_that_was_used_stays_taken_when_its_station_is_revoked(
    one: Station, heir: Station, two: Station, database: CentreDatabase
) -> None:
    codes = {one.accept(procedure=FREE).code for _ in range(2)}
    settle(one, two)
    install.revoke(database.owner_url, "quay-1")
    heir.round()
    assert heir.desk.state.extras == (1,), "the first word tells which range is free"
    codes |= {heir.accept(procedure=FREE).code for _ in range(2)}
    settle(heir, two)
    assert len(codes) == 4
    assert twins(two.desk) == ()


def test_the_centre_itself_refuses_a_range_that_was_used(one: Station, database: CentreDatabase) -> None:
    one.round()
    install.revoke(database.owner_url, "quay-1")
    database.add("quay-1 moi", AGENCY)
    with database.open("quay-1 moi") as centre:
        taken = centre.open_stream(AGENCY, "ab" * 16, 1, 0)
        assert (taken.answer, taken.rival) == (Answer.COUNTER_TAKEN, "quay-1 moi"), "its own name: pull, take another"
        assert centre.open_stream(AGENCY, "ab" * 16, 1, 1).answer is Answer.OK


def test_a_range_that_was_granted_stays_taken_too(
    one: Station, heir: Station, two: Station, database: CentreDatabase
) -> None:
    grant_range(one.desk, 1, "nhiều hồ sơ")
    code = one.accept(procedure=FREE).code
    settle(one, two)
    install.revoke(database.owner_url, "quay-1")
    heir.round()
    assert heir.desk.state.extras == (2,)
    assert heir.accept(procedure=FREE).code != code
    heir.round()
    assert heir.desk.state.extras == (2,), "once is enough"


def test_two_dossiers_with_one_code_are_shown_as_twins(
    one: Station, heir: Station, two: Station, database: CentreDatabase
) -> None:
    first = one.accept(procedure=FREE)
    settle(one, two)
    install.revoke(database.owner_url, "quay-1")
    second = heir.accept(procedure=FREE)
    settle(heir, two)
    assert first.code == second.code, "numbered before the machine was connected"
    (pair,) = twins(two.desk)
    assert {line.uid for line in pair} == {first.uid, second.uid}
    assert heir.accept(procedure=FREE).code != first.code


def test_adding_a_station_says_which_range_a_counter_may_use(
    one: Station, database: CentreDatabase, capfd: pytest.CaptureFixture[str]
) -> None:
    grant_range(one.desk, 1, "nhiều hồ sơ")
    one.round()
    assert used_ranges(database.owner_url, [AGENCY]) == (UsedRange(AGENCY, 1, (0, 1)),)
    command = ["centre", "add-station", "--url", database.owner_url, "--agency", AGENCY, "--name", "Quầy 1 mới"]
    assert main(command) == 0
    assert "Nếu là quầy 1 của H31.20.11: thiết lập với --range 2" in capfd.readouterr().out


def test_a_lost_password_is_renewed_and_the_station_goes_on(
    one: Station, database: CentreDatabase, capfd: pytest.CaptureFixture[str]
) -> None:
    one.round()
    before, made = one.desk.stream, one.accept(procedure=FREE)
    assert main(["centre", "renew-password", "--url", database.owner_url, "quay-1"]) == 0
    secret = capfd.readouterr().out.split("Mật khẩu: ")[1].split()[0]
    assert isinstance(one.sync().trouble, CentreRefused), "the old one is void"
    database.stations["quay-1"] = replace(database.stations["quay-1"], password=secret)
    assert one.sync().trouble is None
    assert one.desk.stream == before
    assert database.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{made.uid}'") == [(1,)]
    install.revoke(database.owner_url, "quay-1")
    with pytest.raises(StationUnknown):
        renew_password(database.owner_url, "quay-1")
