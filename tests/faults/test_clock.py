"""Clocks that jump: asked about, numbers never twice, order kept, due moments said."""

from datetime import datetime, timedelta

import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.events import Noted
from onestop_desk.services.clock import confirm_clock
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import ClockMoved
from onestop_desk.services.hand_over import Receiver, hand_over
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_each, take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.upkeep import check
from onestop_desk.ui.refusal import sentence
from tests.desks import SettableClock, an_application

JUMPS = {
    "an hour back": timedelta(hours=-1),
    "a day back": timedelta(days=-1),
    "a year back": timedelta(days=-365),
    "to 2099": datetime(2099, 12, 31, tzinfo=VIETNAM) - datetime(2026, 11, 23, 8, 30, tzinfo=VIETNAM),
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_jump_is_asked_about_and_no_number_is_given_twice(desk: Desk, clock: SettableClock, jump: timedelta) -> None:
    codes = [accept(desk, an_application(f"before {n}")).code for n in range(3)]
    clock.now += jump
    with pytest.raises(ClockMoved) as asked:
        accept(desk, an_application("during"))
    assert "Đồng hồ máy có thể sai" in sentence(asked.value).what
    during = accept(desk, an_application("during", clock_confirmed=True))
    clock.now -= jump
    codes += [during.code, accept(desk, an_application("after", clock_confirmed=True)).code]
    assert len(codes) == len(set(codes))
    assert check(desk).findings == ()


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_the_order_of_the_log_is_that_of_writing(desk: Desk, clock: SettableClock, jump: timedelta) -> None:
    uids = [accept(desk, an_application("a")).uid]
    clock.now += jump
    uids.append(accept(desk, an_application("b", clock_confirmed=True)).uid)
    seqs = [dossier_entries(desk, uid)[1][0].seq for uid in uids]
    assert seqs == sorted(seqs)


def test_a_clock_that_is_right_again_asks_once_more_only(desk: Desk, clock: SettableClock) -> None:
    accept(desk, an_application("a"))
    clock.forward(days=400)
    accept(desk, an_application("b", clock_confirmed=True))
    clock.forward(days=-400)
    with pytest.raises(ClockMoved):
        accept(desk, an_application("c"))
    accept(desk, an_application("c", clock_confirmed=True))
    clock.forward(minutes=1)
    assert accept(desk, an_application("d")).is_new


def test_a_persons_word_about_the_clock_holds_for_every_step_and_not_for_another_jump(
    desk: Desk, clock: SettableClock
) -> None:
    uid = accept(desk, an_application("a")).uid
    clock.forward(days=100)
    with pytest.raises(ClockMoved):
        take_step(desk, uid, Noted(clock(), "x"))
    confirm_clock(desk)
    assert hand_over(desk, Receiver("Tư pháp"), [uid]).gone == 1
    clock.forward(days=100)
    with pytest.raises(ClockMoved):
        take_each(desk, [(uid, Noted(clock(), "y"))])


@pytest.mark.parametrize("year", [1970, 1999, 2100])
def test_a_year_that_no_code_can_tell_is_never_confirmed(desk: Desk, clock: SettableClock, year: int) -> None:
    clock.now = clock.now.replace(year=year)
    with pytest.raises(ClockMoved):
        accept(desk, an_application(clock_confirmed=True))
    assert check(desk).findings == ()


def test_a_year_without_calendar_is_said_with_the_promise(desk: Desk, clock: SettableClock) -> None:
    clock.now = datetime(2099, 1, 5, 9, 0, tzinfo=VIETNAM)
    assert accept(desk, an_application(clock_confirmed=True)).due.missing_years == (2099,)


def test_a_form_open_over_midnight_is_numbered_on_the_day_of_its_save(desk: Desk, clock: SettableClock) -> None:
    clock.now = datetime(2026, 11, 23, 23, 59, 59, tzinfo=VIETNAM)
    form = an_application("open")
    first = accept(desk, an_application("before"))
    clock.forward(seconds=2)
    after = accept(desk, form)
    assert (first.code, after.code) == ("H31.20.11-261123-2001", "H31.20.11-261124-2001")
    assert after.due.started_at is None or after.due.started_at >= clock.now - timedelta(days=1)


def test_a_clock_set_back_over_a_start_is_asked_about_too(desk: Desk, clock: SettableClock) -> None:
    first = accept(desk, an_application("a"))
    desk.close()
    clock.forward(days=-1)
    again = open_desk(desk.folder, clock)
    with pytest.raises(ClockMoved):
        accept(again, an_application("b"))
    clock.forward(days=1)
    assert accept(again, an_application("b")).code != first.code
    again.close()
