"""What two desks did at once: decided by the order of the feed, shown with both sides, closed by a supervisor."""

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Corrected, Finished, HandedOver, Returned, Verdict, Withdrawn
from onestop_desk.domain.office import Role
from onestop_desk.services import staff
from onestop_desk.services.conflict import Conflict, conflicts, decide
from onestop_desk.services.fault import ReasonMissing, SupervisorNeeded
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.step import Correction
from tests.desks import PASSWORD, a_procedure
from tests.sync.station.stations import Station
from tests.sync.station.test_round import settle

FREE = a_procedure(fees=())


def _both(one: Station, two: Station) -> Conflict:
    """Let both speak; the one conflict must be the same on both."""
    settle(one, two)
    (mine,), (theirs,) = conflicts(one.desk), conflicts(two.desk)
    assert mine.late == theirs.late
    assert mine.standing == theirs.standing
    return mine


def test_a_double_return_shows_both_desks(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    take_step(one.desk, uid, Finished(one.clock(), ("Giấy",)))
    settle(one, two)
    take_step(one.desk, uid, Returned(one.clock()))
    take_step(two.desk, uid, Returned(two.clock()))
    found = _both(one, two)
    assert found.standing is not None
    assert isinstance(found.standing.entry.event, Returned)
    assert (found.standing.counter, found.late.counter) == (1, 2), "the earlier place in the feed is the official one"


def test_a_step_on_a_dossier_that_was_withdrawn_elsewhere(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    settle(one, two)
    take_step(one.desk, uid, Withdrawn(one.clock(), "không cần nữa"))
    take_step(two.desk, uid, HandedOver(two.clock(), "Tư pháp"))
    found = _both(one, two)
    assert isinstance(found.late.entry.event, HandedOver)
    assert found.standing is not None
    assert isinstance(found.standing.entry.event, Withdrawn)


def test_two_corrections_of_one_field_the_later_stands_and_both_are_shown(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    settle(one, two)
    take_step(one.desk, uid, Correction(one.clock(), "owner.address", "Thôn 3", "nhầm thôn"))
    take_step(two.desk, uid, Correction(two.clock(), "owner.address", "Thôn 7", "nhầm thôn"))
    found = _both(one, two)
    assert found.doubt.is_overtaken
    assert [side.entry.event.new for side in (found.standing, found.late) if side] == ["Thôn 3", "Thôn 7"]
    assert isinstance(found.late.entry.event, Corrected)
    assert dossier_entries(two.desk, uid)[0].owner.address == "Thôn 7"


def test_corrections_one_after_the_other_are_no_conflict(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    for station, text in ((one, "Thôn 3"), (two, "Thôn 7"), (one, "Thôn 9")):
        settle(one, two)
        take_step(station.desk, uid, Correction(station.clock(), "owner.address", text, "nhầm thôn"))
    settle(one, two)
    assert conflicts(one.desk) == ()


def test_a_supervisor_closes_it_with_a_reason_and_it_is_closed_everywhere(one: Station, two: Station) -> None:
    uid = one.accept(procedure=FREE).uid
    settle(one, two)
    take_step(one.desk, uid, Withdrawn(one.clock(), "không cần nữa"))
    take_step(two.desk, uid, HandedOver(two.clock(), "Tư pháp"))
    found = _both(one, two)
    doubts = (found.doubt.uid,)
    staff.admit(one.desk, "hoa", "Nguyễn Thị Hoa", (Role.RECEPTION, Role.ADMIN), PASSWORD)
    staff.admit(one.desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    with pytest.raises(SupervisorNeeded):
        decide(one.desk, uid, doubts, Verdict.STANDS, "đã hỏi")
    staff.sign_in(one.desk, "hoa", PASSWORD)
    with pytest.raises(ReasonMissing):
        decide(one.desk, uid, doubts, Verdict.STANDS, " ")
    with pytest.raises(BadValue):
        decide(one.desk, uid, ("another",), Verdict.STANDS, "đã hỏi")
    decide(one.desk, uid, doubts, Verdict.STANDS, "đã gọi hỏi người nộp")
    settle(one, two)
    assert conflicts(one.desk) == conflicts(two.desk) == ()
    assert one.is_sound()
    assert two.is_sound()
