"""A centre that was restored from a backup: what it lost is sent again, what nobody sends again is kept and said."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from onestop_desk.domain.events import HandedOver, Noted
from onestop_desk.domain.office import Role
from onestop_desk.services import lookup, rewind, staff, syncing
from onestop_desk.services.fault import SupervisorNeeded
from onestop_desk.services.lost import LostWork, lost_work, send_lost
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.syncing import standing_for, status
from onestop_desk.sync import install
from onestop_desk.ui.sync_wording import sync_words
from tests.desks import PASSWORD, a_procedure
from tests.sync.postgres import CentreDatabase
from tests.sync.station.conftest import Make
from tests.sync.station.stations import AGENCY, Station
from tests.sync.station.test_lives import loose, restored, times_at_the_centre
from tests.sync.station.test_round import restore, settle

FREE = a_procedure(fees=())


@pytest.fixture
def older(one: Station, two: Station, database: CentreDatabase) -> Iterator[CentreDatabase]:
    """Give the centre as it was once both had spoken."""
    one.accept(procedure=FREE)
    settle(one, two)
    copy = database.backed_up()
    yield copy
    copy.drop()


def go_back(older: CentreDatabase, *stations: Station, rotate: bool = True) -> None:
    """Let the old centre take the place of the one that was lost."""
    if rotate:
        install.rotate_epoch(older.owner_url)
    for station in stations:
        station.database = older


def is_equal(*stations: Station) -> bool:
    """Tell whether all have one register, which is the feed."""
    first = stations[0]
    return all(
        each.digest == first.digest and each.projections() == first.projections() and each.is_sound()
        for each in stations
    )


def found(station: Station, code: str) -> list[str]:
    """Return the dossiers that have this code here."""
    return [line.uid for line in lookup.by_code(station.desk, code)]


def test_what_another_desk_wrote_is_set_apart_until_that_desk_sends_it_again(
    one: Station, two: Station, older: CentreDatabase
) -> None:
    made = one.accept(procedure=FREE)
    settle(one, two)
    go_back(older, one, two)
    two.round()
    assert found(two, made.code) == [], "the register is what the feed says"
    assert lost_work(two.desk) == (LostWork(1, 1, (made.code,)),)
    settle(one, two)
    assert found(two, made.code) == [made.uid]
    assert lost_work(two.desk) == ()
    assert times_at_the_centre(one, made.uid) == 1
    assert is_equal(one, two)


def test_the_work_of_a_desk_that_is_no_more_is_said_and_a_supervisor_sends_it(
    one: Station, two: Station, make: Make, older: CentreDatabase
) -> None:
    made = one.accept(procedure=FREE)
    take_step(one.desk, made.uid, HandedOver(one.clock(), "Tư pháp"))
    settle(one, two)
    take_step(two.desk, made.uid, Noted(two.clock(), "gọi lại"))
    two.round()
    go_back(older, two)
    three = make(3)
    three.database = older
    older.add("quay-3 moi", AGENCY)
    three.name = "quay-3 moi"
    settle(two, three)
    assert is_equal(two, three), "equal digests are equal registers"
    assert status(two.desk).lost == 2
    told = replace(status(two.desk), is_set_up=True, clock_ahead=timedelta(0))
    words, severity = sync_words(told, two.clock())
    assert words == "2 việc của máy khác chỉ còn ở máy này, cần xử lý"
    assert severity is not None
    staff.admit(two.desk, "lan", "Trần Thị Lan", (Role.RECEPTION, Role.ADMIN), PASSWORD)
    staff.admit(two.desk, "mai", "Lê Thị Mai", (Role.RECEPTION,), PASSWORD)
    staff.sign_in(two.desk, "mai", PASSWORD)
    with pytest.raises(SupervisorNeeded):
        send_lost(two.desk)
    staff.sign_in(two.desk, "lan", PASSWORD)
    assert send_lost(two.desk) == 2
    settle(two, three)
    assert found(three, made.code) == [made.uid]
    assert dossier_entries(three.desk, made.uid)[0].holder == "Tư pháp"
    assert status(two.desk).lost == 0
    assert is_equal(two, three)


def test_should_the_dead_desk_come_back_after_all_nothing_is_twice(
    one: Station, two: Station, older: CentreDatabase
) -> None:
    made = one.accept(procedure=FREE)
    settle(one, two)
    go_back(older, one, two)
    two.round()
    staff.admit(two.desk, "lan", "Trần Thị Lan", (Role.RECEPTION, Role.ADMIN), PASSWORD)
    staff.sign_in(two.desk, "lan", PASSWORD)
    send_lost(two.desk)
    two.round()
    settle(one, two)
    assert times_at_the_centre(one, made.uid) == 2
    assert [entry.event.kind for entry in dossier_entries(two.desk, made.uid)[1]] == ["received"]  # type: ignore[attr-defined]
    assert is_equal(one, two)


def test_a_desk_restored_from_the_same_night_as_the_centre_writes_its_numbers_anew(
    one: Station, two: Station, older: CentreDatabase, tmp_path: Path
) -> None:
    image = tmp_path / "image"
    two.desk.close()
    shutil.copytree(two.folder, image / "folder")
    shutil.copytree(tmp_path / "state" / "streams", image / "memory")
    two.desk = two.opened()
    lost = two.accept(procedure=FREE)
    settle(two, one)
    two.desk.close()
    restore(image / "folder", two.folder)
    for memory in (image / "memory").glob(f"{two.desk.stream}*"):
        shutil.copy(memory, tmp_path / "state" / "streams")
    before = two.desk.stream
    two.desk = two.opened()
    assert two.desk.stream == before, "a disk image with its memory: nothing tells it apart"
    go_back(older, one, two)
    two.clock.forward(days=1)
    made = two.accept(procedure=FREE, clock_confirmed=True)
    settle(two, one)
    assert found(one, made.code) == [made.uid]
    assert [work.codes for work in lost_work(one.desk)] == [(lost.code,)]
    assert is_equal(one, two)


def head_of(centre: CentreDatabase) -> int:
    """Return how long the feed is."""
    ((head,),) = centre.run(f"SELECT head_pos FROM sy.agency_head WHERE agency = '{AGENCY}'")
    return int(head)


def test_what_an_earlier_life_of_this_desk_had_sent_is_sent_again_before_what_follows_it(
    one: Station, two: Station, older: CentreDatabase, tmp_path: Path
) -> None:
    made = one.accept(procedure=FREE)
    settle(one, two)
    one.backup(tmp_path / "backup")
    restored(one, tmp_path / "backup")
    take_step(one.desk, made.uid, HandedOver(one.clock(), "Tư pháp"))
    settle(one, two)
    go_back(older, one, two)
    settle(two, one)
    settle(two, one)
    for station in (one, two):
        state, entries = dossier_entries(station.desk, made.uid)
        assert [entry.event.kind for entry in entries] == ["received", "handed_over"]  # type: ignore[attr-defined]
        assert state.set_aside == ()
        assert lost_work(station.desk) == ()
    assert loose(one) == 0
    assert is_equal(one, two)


def test_a_restore_that_nobody_announced_is_noticed_without_any_work(
    one: Station, two: Station, older: CentreDatabase
) -> None:
    made = one.accept(procedure=FREE)
    settle(one, two)
    go_back(older, one, two, rotate=False)
    assert (one.sync().trouble, two.sync().trouble) == (None, None)
    assert times_at_the_centre(one, made.uid) == 1
    assert older.run("SELECT kind FROM sy.incident") == [], "it is nobody's fault"
    settle(one, two)
    assert is_equal(one, two)


def test_a_restore_that_nobody_announced_is_noticed_at_the_same_length(
    one: Station, two: Station, older: CentreDatabase
) -> None:
    lost = one.accept(procedure=FREE)
    one.round()
    go_back(older, one, two, rotate=False)
    made = two.accept(procedure=FREE)
    two.round()
    assert head_of(older) == standing_for(one.desk).cursor
    settle(one, two)
    assert found(one, made.code) == [made.uid]
    assert times_at_the_centre(one, lost.uid) == 1
    assert is_equal(one, two)


def test_what_the_centre_has_lost_is_unsent_at_once(one: Station, two: Station) -> None:
    one.accept(procedure=FREE)
    settle(one, two)
    assert syncing.unsent(one.desk) == 0
    rewind.rewind(one.desk, (0, bytes(32)))
    assert syncing.unsent(one.desk) == 4, "three of the set-up, and the dossier"
    assert found(one, lookup.find(one.desk, "mau").rows[0].code), "what this desk wrote stays"


def test_going_back_gives_way_piece_by_piece_and_may_stop_at_each(
    one: Station, two: Station, older: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(12):
        one.accept(procedure=FREE)
    settle(one, two)
    two.accept(procedure=FREE)
    settle(two, one)
    go_back(older, one, two)
    sizes: list[int] = []
    take_back = rewind._take_back

    def watched(*args: object) -> int:
        sizes.append(take_back(*args))  # type: ignore[arg-type]
        two.desk.is_closing = len(sizes) == 2
        return sizes[-1]

    monkeypatch.setattr(rewind, "_take_back", watched)
    monkeypatch.setattr(rewind, "_size", lambda **_: 5)
    two.sync()
    assert sizes == [5, 5], "stopped in the middle"
    assert standing_for(two.desk).cursor > head_of(older)
    assert syncing.unsent(two.desk) == 1, "what the centre has lost is unsent again"
    two.desk.is_closing = False
    two.sync()
    assert sizes == [5, 5, 3]
    settle(one, two)
    assert is_equal(one, two)
    assert lost_work(two.desk) == ()
    assert syncing.unsent(two.desk) == 0
