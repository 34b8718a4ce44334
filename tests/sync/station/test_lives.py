"""A register that lives on under another stream: what its earlier lives had not sent reaches the centre, once."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onestop_desk.domain.events import Finished, Noted, Returned
from onestop_desk.domain.measures import Period
from onestop_desk.domain.office import Office
from onestop_desk.services import lookup, opening, syncing
from onestop_desk.services.counting import counting
from onestop_desk.services.desk import keep_fact
from onestop_desk.services.happened import happened
from onestop_desk.services.opening import SetUp, adopt_copy, set_up
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import EVENT, dossier_entries
from onestop_desk.services.syncing import status, unsent
from tests.desks import a_procedure
from tests.sync.postgres import CentreDatabase
from tests.sync.station.stations import AGENCY, CLERKS, Station
from tests.sync.station.test_round import restore, settle

FREE = a_procedure(fees=())


def restored(station: Station, backup: Path) -> None:
    """Let the disk die and the backup take its place."""
    station.desk.close()
    restore(backup, station.folder)
    station.desk = station.opened()


def times_at_the_centre(station: Station, uid: str) -> int:
    """Return how many events about a dossier the centre has."""
    ((count,),) = station.database.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{uid}'")
    return int(count)


def loose(station: Station) -> int:
    """Return how many events here have no place in the feed."""
    with station.desk.reading() as connection:
        query = select(func.count()).select_from(EVENT).where(EVENT.c.pos.is_(None))
        return int(connection.execute(query).scalar_one())


def test_what_was_not_sent_before_the_backup_is_sent_after_the_restore(
    one: Station, two: Station, tmp_path: Path
) -> None:
    settle(one, two)
    made = one.accept(procedure=FREE)
    one.backup(tmp_path / "backup")
    restored(one, tmp_path / "backup")
    assert status(one.desk).unsent > 1, "and it is said until it is sent"
    settle(one, two)
    assert [line.code for line in lookup.by_code(two.desk, made.code)] == [made.code]
    assert (loose(one), unsent(one.desk)) == (0, 0)
    assert one.projections() == two.projections()
    assert one.is_sound()


def test_a_backup_opened_on_a_new_computer_sends_its_rest(
    one: Station, two: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(one, two)
    made = one.accept(procedure=FREE)
    one.backup(tmp_path / "backup")
    one.desk.close()
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "new computer"))
    one.folder = tmp_path / "new folder"
    shutil.copytree(tmp_path / "backup", one.folder)
    one.desk = one.opened()
    settle(one, two)
    assert [line.code for line in lookup.by_code(two.desk, made.code)] == [made.code]
    assert loose(one) == 0


def test_what_the_old_life_had_sent_after_the_backup_is_not_sent_again(
    one: Station, two: Station, tmp_path: Path
) -> None:
    settle(one, two)
    made = one.accept(procedure=FREE)
    take_step(one.desk, made.uid, Noted(one.clock(), "gọi lại"))
    one.backup(tmp_path / "backup")
    later = one.accept(procedure=FREE)
    settle(one, two)
    restored(one, tmp_path / "backup")
    settle(one, two)
    assert times_at_the_centre(one, made.uid) == 2
    assert len(lookup.by_code(one.desk, later.code)) == 1
    assert loose(one) == 0
    assert one.projections() == two.projections()
    assert one.digest == two.digest
    assert one.is_sound()
    assert two.is_sound()
    assert one.accept(procedure=FREE).code not in (made.code, later.code)


def test_the_old_computer_that_still_lives_doubles_nothing(
    one: Station, two: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(one, two)
    made = one.accept(procedure=FREE)
    take_step(one.desk, made.uid, Finished(one.clock(), ("Giấy",)))
    take_step(one.desk, made.uid, Returned(one.clock()))
    one.backup(tmp_path / "backup")
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "new computer"))
    folder = tmp_path / "new folder"
    shutil.copytree(tmp_path / "backup", folder)
    copied = opening.adopt_copy(folder, 1, 7, "máy mới", one.clock)
    copied.clerk = one.desk.clerk
    new = Station(one.name, 1, folder, one.database, one.clock, copied)
    settle(new, two)
    take_step(two.desk, made.uid, Noted(two.clock(), "gọi lại"))
    settle(two, one, new, two, one)
    for station in (one, two, new):
        kinds = [entry.event.kind for entry in dossier_entries(station.desk, made.uid)[1]]  # type: ignore[attr-defined]
        assert kinds == ["received", "finished", "returned", "noted"], "the same event twice does nothing"
        with counting(station.desk) as scope:
            day = station.clock().date()
            assert len(happened(scope, (Returned,), Period(day, day))) == 1, "nor in the figures"
        assert station.is_sound()
    assert one.projections() == two.projections() == new.projections()
    new.desk.close()


def test_a_station_whose_counter_was_taken_sends_everything_under_its_new_one(
    one: Station, two: Station, database: CentreDatabase, tmp_path: Path
) -> None:
    settle(one, two)
    database.add("quay-x", AGENCY)
    office = Office(AGENCY, "UBND xã Mẫu", "Bộ phận", "Xã Mẫu")
    desk = set_up(tmp_path / "x", SetUp(office, 1), one.clock)
    desk.clerk = CLERKS[0]
    other = Station("quay-x", 5, tmp_path / "x", database, one.clock, desk)
    made = other.accept(procedure=FREE)
    assert other.sync().trouble is not None
    other.desk.close()
    other.desk = adopt_copy(other.folder, 5, 0, "đổi số quầy", one.clock)
    settle(other, two)
    assert [line.uid for line in lookup.by_code(two.desk, made.code)] == [made.uid]
    assert loose(other) == 0
    other.desk.close()


def test_what_an_earlier_program_left_behind_is_sent_at_last(
    one: Station, two: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(one, two)
    made = one.accept(procedure=FREE)
    stranded = one.desk.stream
    with one.desk.writing() as writing:  # as adopt_copy did it once: the rest stays where nobody sends it
        one.desk.stream = "ab" * 16
        opened = opening.DeskOpened(AGENCY, 1, 1, stranded, "khôi phục")
        keep_fact(writing.connection, "stream", one.desk.stream)
    with one.desk.writing() as writing:
        opening.record(writing, one.desk, f"desk/{one.desk.stream}", opened)
    assert one.desk.memory is not None
    one.desk.memory.close()
    opening.begin_life(one.desk)
    one.restart()
    with monkeypatch.context() as earlier:
        earlier.setattr(syncing, "had_lives", lambda _desk: False)
        earlier.setattr(syncing, "is_left_behind", lambda _desk: False)
        one.round()
    one.restart()
    settle(one, two)
    assert [line.uid for line in lookup.by_code(two.desk, made.code)] == [made.uid]
    assert loose(one) == 0
    assert one.projections() == two.projections()
    assert one.is_sound()
