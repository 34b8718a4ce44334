"""Faults that need two desks and a centre: a full centre, an altered event, two hands in one second."""

import threading

import pytest
from sqlalchemy import text

from onestop_desk.domain.events import Finished, Returned
from onestop_desk.models.fault import DiskFull
from onestop_desk.services import lookup, syncing
from onestop_desk.services.conflict import conflicts
from onestop_desk.services.fault import PushStopped
from onestop_desk.services.outbox import Exit, lines
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.sync.fault import CentreBusy
from tests.desks import a_procedure, an_owner
from tests.sync.station.stations import Station
from tests.sync.station.test_round import settle

FREE = a_procedure(fees=())
_FULL = """
CREATE FUNCTION sy.no_room() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END$$;
CREATE TRIGGER no_room BEFORE INSERT ON sy.event FOR EACH STATEMENT EXECUTE FUNCTION sy.no_room()
"""


def test_a_full_centre_is_named_and_gets_everything_once_it_has_room(one: Station, two: Station) -> None:
    settle(one, two)
    made = one.accept(owner=an_owner(name="Trần Thị Bưởi"))
    one.database.run(_FULL)
    trouble = one.sync().trouble
    assert isinstance(trouble, CentreBusy)
    assert trouble.reason == "full"
    assert syncing.status(one.desk).unsent > 0
    one.database.run("DROP TRIGGER no_room ON sy.event; DROP FUNCTION sy.no_room()")
    settle(one, two)
    assert [line.code for line in lookup.find(two.desk, "buoi").rows] == [made.code]
    assert one.digest == two.digest


def test_a_disk_that_is_full_at_the_end_of_a_round_is_its_trouble_and_what_was_sent_is_sent(
    one: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.round()
    one.accept()

    def no_room(*_: object, **__: object) -> None:
        raise DiskFull("/data", 0)

    with monkeypatch.context() as patch:
        patch.setattr(syncing, "_keep_outcome", no_room)
        outcome = one.sync()
    assert isinstance(outcome.trouble, DiskFull)
    assert outcome.sent > 0
    assert syncing.unsent(one.desk) == 0
    assert one.sync().is_whole


def test_an_event_altered_on_a_desk_stops_its_sending_and_not_its_work(one: Station) -> None:
    one.round()
    one.accept()
    with one.desk.database.writing() as connection:
        last = connection.execute(text("SELECT max(id) FROM event")).scalar_one()
        connection.execute(text("UPDATE event SET payload = payload || X'20' WHERE id = :id"), {"id": last})
    trouble = one.sync().trouble
    assert isinstance(trouble, PushStopped)
    assert trouble.answer == "BADHASH"
    assert lines(one.desk, 1)[0].way is Exit.PERSON
    assert one.accept().is_new
    assert not one.is_sound()


def test_of_two_returns_in_the_same_second_one_counts_and_the_other_is_told_whose(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    take_step(one.desk, uid, Finished(one.clock(), ("Giấy",)))
    settle(one, two)
    together = threading.Barrier(2)

    def give_back(station: Station) -> None:
        together.wait(10)
        take_step(station.desk, uid, Returned(station.clock()))
        station.sync()

    hands = [threading.Thread(target=give_back, args=(station,)) for station in (one, two)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(30)
    settle(one, two)
    (mine,), (theirs,) = conflicts(one.desk), conflicts(two.desk)
    assert mine.standing is not None
    assert {mine.standing.counter, mine.late.counter} == {1, 2}
    assert (mine.standing, mine.late) == (theirs.standing, theirs.late)
    returns = [one for one in dossier_entries(two.desk, uid)[1] if isinstance(one.event, Returned)]
    assert len(returns) == 2
