"""PINs: theirs who chose them, on this desk alone; wrong ones make wait, whatever the machine's clock says."""

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import TakenOver
from onestop_desk.domain.office import ClerkWord, Role
from onestop_desk.services import pin, staff
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import PinRefused, SignInRefused
from onestop_desk.services.hand_over import Receiver, hand_over, take_over
from onestop_desk.services.intake import accept
from onestop_desk.services.record import dossier_entries
from tests.desks import PASSWORD, SettableClock, admit_hoa, an_application


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    """Give a desk where hoa works and lan has a PIN."""
    admit_hoa(desk)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.SPECIALIST,), PASSWORD)
    staff.sign_in(desk, "hoa", PASSWORD)
    pin.set_pin(desk, "lan", PASSWORD, "2468")
    return desk


def test_the_receiver_is_the_author_of_what_they_confirm_with_a_pin(staffed: Desk) -> None:
    uid = accept(staffed, an_application("a")).uid
    hand_over(staffed, Receiver("Trần Thị Lan"), [uid])
    who = pin.confirmed_by(staffed, " LAN ", "2468")
    take_over(staffed, [uid], who.name, who)
    last = dossier_entries(staffed, uid)[1][-1]
    assert isinstance(last.event, TakenOver)
    assert last.by == ClerkWord("lan", "Trần Thị Lan")
    assert staffed.clerk.login == "hoa"


@pytest.mark.parametrize("wrong", ["123", "123456789", "12a4", "１２３４", ""])
def test_a_pin_is_four_to_eight_digits(staffed: Desk, wrong: str) -> None:
    with pytest.raises(BadValue):
        pin.set_pin(staffed, "lan", PASSWORD, wrong)


def test_only_the_password_sets_a_pin_and_only_the_active_have_one(staffed: Desk) -> None:
    with pytest.raises(SignInRefused):
        pin.set_pin(staffed, "hoa", "another-one", "1234")
    with pytest.raises(SignInRefused):
        pin.confirmed_by(staffed, "hoa", "1234")
    staff.dismiss(staffed, "lan", "chuyển công tác")
    with pytest.raises(SignInRefused):
        pin.confirmed_by(staffed, "lan", "2468")


def test_three_wrong_ones_make_wait_and_neither_a_clock_nor_a_restart_shortens_it(
    staffed: Desk, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    for expected in (0, 0, 60):
        with pytest.raises(PinRefused) as refused:
            pin.confirmed_by(staffed, "lan", "9999")
        assert refused.value.wait_s == expected
    clock.forward(days=30)
    with pytest.raises(PinRefused):
        pin.confirmed_by(staffed, "lan", "2468")
    staffed.close()
    again = open_desk(staffed.folder, clock)
    with pytest.raises(PinRefused) as refused:
        pin.confirmed_by(again, "lan", "2468")
    assert refused.value.wait_s == 61, "no free guess after a restart: the minute begins anew"
    now += 61
    assert pin.confirmed_by(again, "lan", "2468").login == "lan"
    with pytest.raises(PinRefused) as refused:
        pin.confirmed_by(again, "lan", "9999")
    assert refused.value.wait_s == 0, "a right one forgives"
    again.close()


def test_the_waiting_doubles_up_to_a_quarter_of_an_hour() -> None:
    assert [pin.wait_after(n) for n in range(9)] == [0, 0, 0, 60, 120, 240, 480, 900, 900]
