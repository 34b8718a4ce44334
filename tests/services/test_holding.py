"""Where dossiers are: what a desk can hand over, what is on the way, and by which word an officer holds."""

from pathlib import Path

from onestop_desk.domain.events import Finished, Withdrawn
from onestop_desk.domain.office import ClerkWord, Role
from onestop_desk.services import hand_over, holding, staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from tests.desks import PASSWORD, SettableClock, a_procedure, admit_hoa, an_application


def _accept(desk: Desk, ref: str) -> str:
    return accept(desk, an_application(ref, procedure=a_procedure(fees=()))).uid


def test_what_can_go_is_here_at_work_and_not_on_the_way(desk: Desk, clock: SettableClock) -> None:
    here = _accept(desk, "here")
    clock.forward(minutes=1)
    gone, away, withdrawn, declined = (_accept(desk, ref) for ref in ("gone", "away", "withdrawn", "declined"))
    hand_over.hand_over(desk, Receiver("Tư pháp"), [gone, away, declined])
    hand_over.take_over(desk, [away], "Trần Thị Lan")
    hand_over.decline(desk, [declined], "nhầm")
    take_step(desk, withdrawn, Withdrawn(desk.clock(), "thôi"))
    assert [one.uid for one in holding.ready_to_go(desk)] == [here, declined]
    assert [(one.uid, one.holder) for one in holding.coming(desk)] == [(gone, "Tư pháp")]
    assert holding.coming(desk, "Địa chính") == ()


def test_who_holds_a_dossier_can_hand_it_on_also_when_it_is_finished(desk: Desk) -> None:
    uid, at_counter = _accept(desk, "a"), _accept(desk, "b")
    hand_over.hand_over(desk, Receiver("Nguyễn Thị Hoa"), [uid])
    hand_over.take_over(desk, [uid])
    take_step(desk, uid, Finished(desk.clock()))
    take_step(desk, at_counter, Finished(desk.clock()))
    assert [one.uid for one in holding.ready_to_go(desk)] == [uid], "a result at the counter is given back, not on"


def test_two_of_one_name_are_told_apart_by_their_login(desk: Desk) -> None:
    admit_hoa(desk)
    for login, name in (("lan", "Trần Thị Lan"), ("lan2", "Trần Thị Lan"), ("an", "Lê An")):
        staff.admit(desk, login, name, (Role.SPECIALIST,), PASSWORD)
    staff.dismiss(desk, "an", "nghỉ")
    assert [one.held_as for one in holding.officers(desk)] == ["Nguyễn Thị Hoa", "lan", "lan2"]
    desk.clerk = ClerkWord("lan2", "Trần Thị Lan")
    assert holding.held_as(desk) == "lan2"


def test_unknown_uids_are_left_out_and_the_order_is_kept(desk: Desk, tmp_path: Path) -> None:
    first, second = _accept(desk, "a"), _accept(desk, "b")
    assert [one.uid for one in holding.held(desk, [second, "0" * 32, first, second])] == [second, first]
