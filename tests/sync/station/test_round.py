"""A round between stations and a real centre: what one writes the other has, once, whatever is lost on the way."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Finished, HandedOver, Noted, Returned
from onestop_desk.domain.office import Office
from onestop_desk.services import lookup, syncing
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import CounterTaken
from onestop_desk.services.opening import SetUp, set_up
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.syncing import next_wait, standing_for, status, unsent
from onestop_desk.sync import install
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.fault import CentreRefused, LineLost
from onestop_desk.sync.wire import StreamHead, Welcome, WireEvent
from tests.desks import a_procedure, an_owner, events_of
from tests.sync.postgres import CentreDatabase
from tests.sync.station.conftest import Make
from tests.sync.station.stations import AGENCY, Station

FREE = a_procedure(fees=())


def settle(*stations: Station) -> None:
    """Let everybody speak until nobody has anything to say."""
    for _ in range(2):
        for station in stations:
            station.round()


def test_what_one_registers_the_other_finds(one: Station, two: Station) -> None:
    made = one.accept(owner=an_owner(name="Trần Thị Bưởi"))
    settle(one, two)
    (line,) = lookup.find(two.desk, "buoi").rows
    assert line.code == made.code
    assert one.projections() == two.projections()
    assert one.digest == two.digest
    assert one.is_sound()
    assert two.is_sound()


def test_a_second_round_moves_nothing(one: Station, two: Station) -> None:
    one.accept()
    settle(one, two)
    before = one.digest
    assert [(done.sent, done.received) for done in (one.round(), two.round())] == [(0, 0), (0, 0)]
    assert one.digest == before


def test_steps_of_both_desks_meet_in_one_dossier(one: Station, two: Station) -> None:
    uid = one.accept().uid
    settle(one, two)
    take_step(two.desk, uid, HandedOver(two.clock(), "Tư pháp"))
    take_step(one.desk, uid, Noted(one.clock(), "gọi lại"))
    settle(two, one)
    for station in (one, two):
        kinds = [event.kind for event in events_of(station.desk, uid)]
        assert kinds == ["received", "handed_over", "noted"], "in the order of the feed"
    assert one.projections() == two.projections()


def test_two_returns_offline_both_stand_the_first_in_the_feed_counts(one: Station, two: Station) -> None:
    uid = one.accept(charge=None, procedure=FREE).uid
    take_step(one.desk, uid, Finished(one.clock(), ("Giấy",)))
    settle(one, two)
    take_step(one.desk, uid, Returned(one.clock()))
    one.clock.forward(minutes=5)
    take_step(two.desk, uid, Returned(two.clock()))
    settle(two, one)
    for station in (one, two):
        state, entries = dossier_entries(station.desk, uid)
        assert state.stage is Stage.RETURNED
        assert len([1 for entry in entries if isinstance(entry.event, Returned)]) == 2
        (aside,) = state.set_aside
        assert next(entry.stream for entry in entries if entry.uid == aside.uid) == one.desk.stream
        assert lookup.by_code(station.desk, state.code)[0].needs_person


def test_the_answer_that_was_lost_is_asked_for_again_and_nothing_comes_twice(one: Station, two: Station) -> None:
    one.round()
    one.accept()
    with one.open() as centre:
        batch = _batch(one)
        centre.push(one.desk.state.agency, one.desk.stream, standing_for(one.desk).fence, batch)
    one.accept()
    settle(one, two)
    assert unsent(one.desk) == 0
    assert len(lookup.find(two.desk, "mau").rows) == 2
    assert one.digest == two.digest


def test_two_stations_with_one_counter_the_second_is_refused_with_the_firsts_name(make: Make, one: Station) -> None:
    one.round()
    other = make(3)
    other.desk.close()
    twin = make_twin(make, other)
    outcome = twin.sync()
    assert isinstance(outcome.trouble, CounterTaken)
    assert (outcome.trouble.counter, outcome.trouble.rival) == (1, "quay-1")
    assert twin.accept().is_new, "local work goes on"
    twin.desk.close()


def test_a_revoked_station_says_so_and_works_on(one: Station, database: CentreDatabase) -> None:
    one.round()
    install.revoke(database.owner_url, "quay-1")
    outcome = one.sync()
    assert isinstance(outcome.trouble, CentreRefused)
    assert status(one.desk).trouble == CentreRefused.code
    assert one.accept().is_new


def test_a_restored_backup_opens_a_new_life_and_nothing_is_lost_or_numbered_twice(
    one: Station, two: Station, tmp_path: Path
) -> None:
    one.accept()
    one.backup(tmp_path / "backup")
    codes = {one.accept().code for _ in range(3)}
    settle(one, two)
    one.desk.close()
    restore(tmp_path / "backup", one.folder)
    one.desk = one.opened()
    codes |= {one.accept().code for _ in range(3)}
    settle(one, two)
    assert len(codes) == 6
    found = {line.code for line in lookup.find(two.desk, "mau", limit=50).rows}
    assert codes <= found
    assert one.projections() == two.projections()
    assert one.is_sound()


def test_the_same_old_backup_restored_twice_takes_another_range_each_time(
    one: Station, two: Station, tmp_path: Path
) -> None:
    one.accept()
    one.backup(tmp_path / "backup")
    codes = set()
    for _ in range(2):
        settle(one, two)
        one.desk.close()
        restore(tmp_path / "backup", one.folder)
        one.desk = one.opened()
        one.round()
        codes |= {one.accept().code, one.accept().code}
    settle(one, two)
    assert len(codes) == 4
    assert one.projections() == two.projections()
    assert one.is_sound()


def test_a_cloned_disk_loses_nothing_of_either_life(one: Station, two: Station, tmp_path: Path) -> None:
    one.accept()
    settle(one, two)
    clone = clone_of(one, tmp_path)
    first, second = one.accept(), clone.accept(owner=an_owner(name="Bùi Thị Na"))
    settle(one, clone, two)
    assert clone.desk.stream != one.desk.stream
    for station in (one, two, clone):
        assert {line.uid for line in lookup.find(station.desk, "ma", limit=50).rows} >= {first.uid}
        assert [line.uid for line in lookup.find(station.desk, "bui na").rows] == [second.uid]
        assert station.is_sound()
    assert one.projections() == two.projections() == clone.projections()
    assert clone.accept().code != one.accept().code, "the clone numbers from a range of its own now"
    clone.desk.close()


@pytest.mark.parametrize("rotate", [True, False])
def test_a_centre_restored_from_an_older_backup_gets_back_what_it_lost(
    one: Station, two: Station, database: CentreDatabase, rotate: bool
) -> None:
    one.accept()
    settle(one, two)
    older = database.backed_up()
    lost = {one.accept().uid, two.accept().uid}
    settle(one, two)
    if rotate:
        install.rotate_epoch(older.owner_url)
    one.database = two.database = older
    settle(two, one)
    settle(two, one)
    for uid in lost:
        assert older.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{uid}'") == [(1,)]
    assert older.run("SELECT kind FROM sy.incident") == []
    assert one.digest == two.digest
    assert one.projections() == two.projections()
    assert len(lookup.find(one.desk, "mau", limit=50).rows) == 3
    assert older.run("SELECT count(DISTINCT (stream, seq)) = count(*) FROM sy.event") == [(True,)]
    assert one.is_sound()
    older.drop()


def test_a_restored_centre_that_has_grown_to_the_same_length_is_still_noticed(
    one: Station, two: Station, database: CentreDatabase
) -> None:
    one.accept()
    settle(one, two)
    older = database.backed_up()
    lost = one.accept()
    settle(one, two)
    install.rotate_epoch(older.owner_url)
    one.database = two.database = older
    two.accept()
    two.round()
    ((head,),) = older.run("SELECT max(pos) FROM sy.event")
    assert head == standing_for(one.desk).cursor, "as long as before, and another history"
    settle(one, two)
    assert one.digest == two.digest
    assert one.projections() == two.projections()
    assert older.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{lost.uid}'") == [(1,)]
    older.drop()


@pytest.mark.parametrize("same_length", [True, False])
def test_a_centre_that_becomes_another_between_greeting_and_feed_is_noticed_at_once(
    one: Station, two: Station, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch, same_length: bool
) -> None:
    one.accept()
    settle(one, two)
    older = database.backed_up()
    one.accept()
    settle(one, two)
    if same_length:
        install.rotate_epoch(older.owner_url)
    one.database = two.database = older
    if same_length:
        two.accept()
        two.round()
    hello, before = Centre.hello, standing_for(one.desk)
    greeted: list[Welcome] = []

    def early(centre: Centre, *values: Any) -> Welcome:
        """Greet, the first time as the centre did that has gone since."""
        greeted.append(hello(centre, *values))
        told = {"epoch": before.epoch, "head_pos": before.cursor, "digest": before.digest}
        return replace(greeted[-1], **told) if len(greeted) == 1 else greeted[-1]

    monkeypatch.setattr(Centre, "hello", early)
    one.round()
    with one.open() as centre:
        assert standing_for(one.desk).digest == centre.digest_at(AGENCY, standing_for(one.desk).cursor)
        assert standing_for(one.desk).cursor == hello(centre, AGENCY).head_pos
    older.drop()


@pytest.mark.parametrize("rotate", [True, False])
def test_what_was_answered_but_never_placed_here_is_sent_again_to_a_restored_centre(
    one: Station, two: Station, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch, rotate: bool
) -> None:
    one.accept()
    settle(one, two)
    older = database.backed_up()
    lost = one.accept()
    with monkeypatch.context() as cut:

        def gone(*_: Any) -> None:
            raise LineLost("localhost")

        cut.setattr(Centre, "pull", gone)
        assert isinstance(one.sync().trouble, LineLost)
    if rotate:
        install.rotate_epoch(older.owner_url)
    one.database = two.database = older
    two.accept()
    settle(two, one)
    settle(two, one)
    assert older.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{lost.uid}'") == [(1,)]
    assert one.projections() == two.projections()
    older.drop()


def test_what_was_sent_without_an_answer_is_sent_again_as_it_was(
    one: Station, two: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.round()
    one.accept()
    sent: list[list[int]] = []
    push = Centre.push

    def lossy(centre: Centre, agency: str, stream: str, fence: str, batch: Sequence[WireEvent]) -> StreamHead:
        answer = push(centre, agency, stream, fence, batch)
        sent.append([event.seq for event in batch])
        if len(sent) == 1:
            raise LineLost("localhost")
        return answer

    monkeypatch.setattr(Centre, "push", lossy)
    assert isinstance(one.sync().trouble, LineLost)
    one.accept()
    settle(one, two)
    assert sent[1] == sent[0], "the very same batch, although more is there by now"
    assert one.digest == two.digest


def test_a_text_that_the_centre_would_not_take_is_refused_at_the_desk_and_holds_up_nothing(
    one: Station, two: Station
) -> None:
    uid = one.accept(procedure=FREE).uid
    for letters in (200_000, 1_200_000):
        with pytest.raises(BadValue) as refused:
            take_step(one.desk, uid, Noted(one.clock(), "x" * letters))
        assert (refused.value.field, refused.value.reason) == ("text", "text_too_long")
    with pytest.raises(BadValue):
        one.accept(procedure=FREE, note="ấ" * 20_001)
    for _ in range(40):  # more than one batch holds
        take_step(one.desk, uid, Noted(one.clock(), "ấ" * 20_000))
    one.accept(procedure=FREE)
    settle(one, two)
    assert unsent(one.desk) == 0
    assert one.digest == two.digest


def test_the_schedule_grows_to_ten_minutes_with_jitter() -> None:
    assert [next_wait(tries, 0.5) for tries in range(8)] == [5, 15, 60, 120, 300, 600, 600, 600]
    assert (next_wait(0, 0), next_wait(0, 1)) == pytest.approx((4, 6))


def _batch(station: Station) -> list[WireEvent]:
    batch = syncing._next_batch(station.desk)
    syncing._change(station.desk, pushing_seq=batch[-1].seq)
    return batch


def restore(source: Path, target: Path) -> None:
    """Put an old copy of a folder in its place."""
    shutil.rmtree(target)
    shutil.copytree(source, target)


def clone_of(station: Station, tmp_path: Path) -> Station:
    """Copy a disk to another machine, memory and all: nothing there can tell that it is a copy."""
    station.desk.close()
    folder, memory = tmp_path / "clone" / station.folder.name, tmp_path / "clone-state"
    shutil.copytree(station.folder, folder)
    station.desk = station.opened()
    desk = clone_desk(folder, memory, station)
    return replace(station, folder=folder, desk=desk, made=list(station.made))


def clone_desk(folder: Path, memory: Path, station: Station) -> Desk:
    """Open the clone as its own machine would, whose memory names this folder."""
    from onestop_desk.services import desk as desks

    opened = desks.look_into(folder, station.clock)
    opened.lock = desks.lock_folder(folder)
    desks.begin_life(opened)
    opened.clerk = station.desk.clerk
    return opened


def make_twin(make: Make, station: Station) -> Station:
    """Return a station of another name whose desk was set up with counter 1 by mistake."""
    folder = station.folder.parent / "twin"
    office = Office("H31.20.11", "UBND xã Mẫu", "Bộ phận", "Xã Mẫu")
    desk = set_up(folder, SetUp(office, 1), station.clock)
    return replace(station, folder=folder, desk=desk, counter=1)
