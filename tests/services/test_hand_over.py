"""Hand-over lists, item by item; returns in baskets with fees; visits that end without a dossier."""

from datetime import timedelta

import pytest

from onestop_desk.domain.application import Party, ReturnWay
from onestop_desk.domain.dossier import DossierState, Stage
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Collector, Finished, ReceiverKind, Withdrawn
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter
from onestop_desk.services import guidance, hand_over, release
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import FeeDue, ReasonMissing, StepUnlawful
from onestop_desk.services.guidance import Request
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_each, take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.release import Handing
from onestop_desk.services.step import Payment
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock, a_procedure, an_application

FREE = a_procedure(fees=())
JUSTICE = Receiver("Tư pháp - Hộ tịch")


@pytest.fixture
def uids(desk: Desk) -> list[str]:
    return [accept(desk, an_application(f"f{n}", procedure=FREE)).uid for n in range(4)]


def state(desk: Desk, uid: str) -> DossierState:
    return dossier_entries(desk, uid)[0]


def finish(desk: Desk, uids: list[str]) -> None:
    take_each(desk, [(uid, Finished(desk.clock())) for uid in uids])


def test_a_list_is_handed_over_and_confirmed_item_by_item(desk: Desk, uids: list[str]) -> None:
    listed = hand_over.hand_over(desk, JUSTICE, uids)
    assert (listed.gone, listed.serial) == (4, 2001)
    assert [line.uid for line in hand_over.on_the_way(desk, JUSTICE.name)] == uids
    hand_over.take_over(desk, uids[:2], "lan")
    hand_over.decline(desk, uids[2:3], "thiếu chữ ký")
    assert [line.uid for line in hand_over.on_the_way(desk)] == uids[3:]
    assert (state(desk, uids[0]).holder, state(desk, uids[2]).holder) == ("lan", "")
    assert [line.uid for line in hand_over.dossiers_of(desk, listed.uid)] == uids
    assert check(desk).findings == ()


def test_one_that_may_not_go_is_named_and_the_others_go(desk: Desk, uids: list[str]) -> None:
    take_step(desk, uids[1], Withdrawn(desk.clock(), "thôi"))
    listed = hand_over.hand_over(desk, JUSTICE, uids)
    assert listed.gone == 3
    assert isinstance(listed.results[1].error, StepUnlawful)
    assert uids[1] not in [line.uid for line in hand_over.dossiers_of(desk, listed.uid)]


def test_a_list_of_which_nothing_can_go_takes_no_number(desk: Desk, uids: list[str]) -> None:
    take_step(desk, uids[0], Withdrawn(desk.clock(), "thôi"))
    assert hand_over.hand_over(desk, JUSTICE, uids[:1]).serial == 0
    assert hand_over.recent_lists(desk) == ()
    assert hand_over.hand_over(desk, JUSTICE, uids[1:]).serial == 2001


def test_lists_are_remembered_with_their_receivers(desk: Desk, clock: SettableClock, uids: list[str]) -> None:
    hand_over.hand_over(desk, JUSTICE, uids[:1])
    clock.forward(minutes=1)
    hand_over.hand_over(desk, Receiver("lan", ReceiverKind.OFFICER), uids[1:3])
    assert [(line.to, line.size) for line in hand_over.recent_lists(desk)] == [("lan", 2), (JUSTICE.name, 1)]
    assert hand_over.receivers(desk) == ("lan", JUSTICE.name)


@pytest.mark.parametrize("name", ["", " \u200b", "\x07"])
def test_a_list_needs_a_receiver(desk: Desk, uids: list[str], name: str) -> None:
    with pytest.raises(BadValue):
        hand_over.hand_over(desk, Receiver(name), uids)


def test_a_basket_of_sixty_with_one_blocked_gives_fifty_nine(desk: Desk) -> None:
    many = [accept(desk, an_application(f"g{n}", procedure=FREE)).uid for n in range(60)]
    finish(desk, [uid for uid in many if uid != many[30]])
    given = release.give_back(desk, many, Handing(is_compared=True))
    assert given.given == 59
    blocked = [result for result in given.results if not result.is_done]
    assert [result.uid for result in blocked] == [many[30]]
    assert isinstance(blocked[0].error, StepUnlawful)
    assert blocked[0].error.stage == Stage.RECEIVED
    assert check(desk).findings == ()


def test_the_fee_is_collected_with_the_return_or_the_result_stays(desk: Desk) -> None:
    uid = accept(desk, an_application("fee")).uid
    finish(desk, [uid])
    refused = release.give_back(desk, [uid], Handing())
    assert isinstance(refused.results[0].error, FeeDue)
    assert refused.results[0].error.amount == 8_000
    assert len(dossier_entries(desk, uid)[1]) == 2, "nothing was written"
    paying = Payment(desk.clock(), method="tiền mặt", receipt_series="AA/26E", receipt_number="12")
    release.give_back(desk, [uid], Handing(payment=paying))
    after = state(desk, uid)
    assert (after.stage, after.paid, after.still_owed) == (Stage.RETURNED, 8_000, 0)


def test_nothing_is_paid_for_what_cannot_be_returned(desk: Desk) -> None:
    uid = accept(desk, an_application("fee")).uid
    release.give_back(desk, [uid], Handing(payment=Payment(desk.clock(), method="tiền mặt")))
    assert (state(desk, uid).paid, len(dossier_entries(desk, uid)[1])) == (0, 1)


def test_an_authorised_person_is_named_with_a_paper(desk: Desk, uids: list[str]) -> None:
    finish(desk, uids)
    with pytest.raises(BadValue) as refused:
        release.give_back(desk, uids, Handing(Collector("Lê Thị Mẫu", "034200012399", "con", "")))
    assert refused.value.field == "receiver.paper"
    release.give_back(desk, uids, Handing(Collector("Lê Thị Mẫu", "034200012399", "con", "giấy ủy quyền số 5")))
    assert state(desk, uids[0]).collector.relation == "con"


def test_a_return_by_post_needs_its_address(desk: Desk, uids: list[str]) -> None:
    finish(desk, uids)
    with pytest.raises(BadValue):
        release.give_back(desk, uids, Handing(way=ReturnWay.POST))
    given = release.give_back(desk, uids, Handing(way=ReturnWay.POST, address="Thôn 1", sending_number="EA123VN"))
    assert given.given == 4


def test_a_return_is_taken_back_whole(desk: Desk, clock: SettableClock, uids: list[str]) -> None:
    finish(desk, uids)
    release.give_back(desk, uids, Handing())
    clock.now += timedelta(seconds=9)
    assert all(result.is_done for result in release.recall(desk, uids, "bấm nhầm"))
    assert {state(desk, uid).stage for uid in uids} == {Stage.FINISHED}


def test_refusals_and_guidance_have_numbers_of_their_own(desk: Desk) -> None:
    who = Request(Party("Lê Văn Mẫu", phone="0912345678"), "Xin cấp sổ đỏ")
    first = guidance.refuse_at_counter(desk, who, "không thuộc thẩm quyền").visit
    second = guidance.refuse_at_counter(desk, who, "đã giải quyết").visit
    third = guidance.give_guidance(desk, who, ("Tờ khai", " ", "Ảnh 4x6"), "thiếu").visit
    assert isinstance(first, RefusedAtCounter)
    assert isinstance(third, GuidanceGiven)
    assert (first.serial, second.serial, third.serial) == (2001, 2002, 2001)
    assert third.missing == ("Tờ khai", "Ảnh 4x6")
    assert [line.kind for line in guidance.visits(desk)].count("refused_at_counter") == 2
    assert accept(desk, an_application()).code.endswith("2001"), "dossiers count for themselves"
    assert check(desk).findings == ()


def test_a_visit_that_says_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(BadValue):
        guidance.refuse_at_counter(desk, Request(Party("  "), "x"), "y")
    with pytest.raises(ReasonMissing):
        guidance.refuse_at_counter(desk, Request(Party("Mẫu"), "x"), " ")
    with pytest.raises(BadValue):
        guidance.give_guidance(desk, Request(Party("Mẫu"), "x"), ("", " "))
    assert guidance.visits(desk) == ()
