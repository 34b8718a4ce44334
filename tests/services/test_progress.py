"""Every step after reception: recorded where it may follow, refused with its reason where it may not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from onestop_desk.domain.application import Charge, GivenPaper, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Timeliness, Unit
from onestop_desk.domain.catalogue import PauseRule, ProcedureLimit
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    Collector,
    Extended,
    Finished,
    HandedOver,
    Noted,
    Paid,
    PaymentRequested,
    Rated,
    ReceiverKind,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    Supplemented,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.domain.office import ClerkWord, Role
from onestop_desk.services import staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import (
    DossierUnknown,
    ExtensionRefused,
    ReasonMissing,
    StepUnlawful,
    SupervisorNeeded,
)
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import Taken, take_each, take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.step import Correction, Payment, Step, Supplement
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import PASSWORD, SettableClock, a_procedure, an_application, events_of

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=VIETNAM)


@pytest.fixture
def uid(desk: Desk) -> str:
    return accept(desk, an_application()).uid


def later(clock: SettableClock, **span: float) -> datetime:
    clock.forward(**span)
    return clock()


def take(desk: Desk, uid: str, *steps: Step) -> Taken:
    taken = [take_step(desk, uid, step) for step in steps]
    return taken[-1]


def test_a_dossier_goes_its_whole_way(desk: Desk, clock: SettableClock, uid: str) -> None:
    take(desk, uid, HandedOver(clock(), "Tư pháp - Hộ tịch"), TakenOver(clock(), "lan"), StepDone(clock(), "Thẩm định"))
    take(desk, uid, Finished(later(clock, hours=2), ("Giấy xác nhận",)), Payment(clock(), 8000, "tiền mặt"))
    state = take(desk, uid, Returned(later(clock, hours=1)), Rated(clock(), 1)).state
    assert state.stage is Stage.RETURNED
    assert state.timeliness is Timeliness.BEFORE
    assert (state.holder, state.still_owed, state.results) == ("lan", 0, ("Giấy xác nhận",))
    assert state.set_aside == ()
    assert check(desk).findings == ()


def test_projections_of_every_step_are_made_anew_and_are_equal(desk: Desk, clock: SettableClock, uid: str) -> None:
    take(
        desk,
        uid,
        HandedOver(clock(), "lan", ReceiverKind.OFFICER),
        Correction(clock(), "owner.name", "Trần Thị Lụa", "nhầm"),
    )
    take(desk, uid, SupplementRequested(clock(), ("Bản sao",), "thiếu", TUESDAY))
    assert check(desk).findings == ()
    rebuild(desk)
    assert check(desk).findings == ()


def test_a_supplement_gives_back_the_working_days_that_were_waited(desk: Desk, clock: SettableClock, uid: str) -> None:
    promised = dossier_entries(desk, uid)[0].due_at
    take(desk, uid, SupplementRequested(clock(), ("Bản sao hộ khẩu",), "thiếu"))
    state = take(desk, uid, Supplement(later(clock, days=2), (GivenPaper("Bản sao hộ khẩu"),))).state
    assert promised is not None
    assert promised.astimezone(VIETNAM).date().isoformat() == "2026-11-27", "Tuesday 24/11 is off"
    assert state.due_at is not None
    assert state.due_at.astimezone(VIETNAM).date().isoformat() == "2026-11-30", "one working day was waited, Wednesday"
    assert state.original_due_at == state.due_at
    assert state.papers[-1].name == "Bản sao hộ khẩu"
    assert (state.missing, state.paused_at, state.deadline) == ((), None, None)


def test_a_restarting_procedure_counts_anew(desk: Desk, clock: SettableClock) -> None:
    uid = accept(desk, an_application(procedure=a_procedure(pause_rule=PauseRule.RESTART))).uid
    take(desk, uid, SupplementRequested(clock(), ("Tờ khai",), "sai"))
    state = take(desk, uid, Supplement(later(clock, days=2))).state
    assert state.due_at is not None
    assert state.due_at.astimezone(VIETNAM).date().isoformat() == "2026-11-30", "Wednesday 25 + 3 working days"


def test_an_apology_moves_the_promise_and_not_what_reports_measure(desk: Desk, clock: SettableClock, uid: str) -> None:
    before = dossier_entries(desk, uid)[0]
    assert before.due_at is not None
    until = before.due_at + timedelta(days=4)
    state = take(desk, uid, Extended(clock(), until, "chờ xác minh")).state
    assert (state.due_at, state.original_due_at) == (until, before.due_at)
    finished = take(desk, uid, Finished(later(clock, days=7))).state
    assert finished.timeliness is Timeliness.OVER


def test_a_supplement_after_an_apology_moves_both_promises(desk: Desk, clock: SettableClock, uid: str) -> None:
    due_at = dossier_entries(desk, uid)[0].due_at
    assert due_at is not None
    take(desk, uid, Extended(clock(), due_at + timedelta(days=3), "chờ xác minh"))
    take(desk, uid, SupplementRequested(clock(), ("Ảnh",), "mờ"))
    state = take(desk, uid, Supplement(later(clock, days=2))).state
    assert state.due_at is not None
    assert state.original_due_at is not None
    assert state.original_due_at.astimezone(VIETNAM).date().isoformat() == "2026-11-30"
    assert state.due_at.astimezone(VIETNAM).date().isoformat() == "2026-12-01"


@pytest.mark.parametrize(
    ("days", "until_days", "reason"),
    [(10, 12, "too_late"), (0, -1, "not_later")],
)
def test_an_apology_comes_before_the_due_moment_and_leads_past_it(
    desk: Desk, clock: SettableClock, uid: str, days: int, until_days: int, reason: str
) -> None:
    due_at = dossier_entries(desk, uid)[0].due_at
    assert due_at is not None
    with pytest.raises(ExtensionRefused) as refused:
        take(desk, uid, Extended(later(clock, days=days), due_at + timedelta(days=until_days), "chờ"))
    assert refused.value.reason == reason


def test_without_a_due_moment_there_is_nothing_to_extend(desk: Desk, clock: SettableClock) -> None:
    uid = accept(desk, an_application(procedure=a_procedure(limits=(ProcedureLimit(0, Unit.NONE),)))).uid
    with pytest.raises(ExtensionRefused):
        take(desk, uid, Extended(clock(), TUESDAY, "chờ"))


def test_a_second_apology_needs_a_supervisor(desk: Desk, clock: SettableClock, uid: str) -> None:
    due_at = dossier_entries(desk, uid)[0].due_at
    assert due_at is not None
    staff.admit(desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    take(desk, uid, Extended(clock(), due_at + timedelta(days=1), "chờ"))
    again = Extended(clock(), due_at + timedelta(days=5), "vẫn chờ")
    with pytest.raises(SupervisorNeeded):
        take(desk, uid, again)
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    taken = take(desk, uid, again)
    assert isinstance(taken.event, Extended)
    assert taken.event.by_supervisor
    assert taken.state.extensions == 2


def test_a_financial_duty_stops_the_clock_until_it_is_paid(desk: Desk, clock: SettableClock, uid: str) -> None:
    owed = take(desk, uid, PaymentRequested(clock(), 150_000)).state
    assert (owed.stage, owed.still_owed) == (Stage.PAYMENT, 158_000)
    taken = take(desk, uid, Payment(later(clock, days=2), 150_000, "chuyển khoản", "AA/26E", "0000123"))
    assert isinstance(taken.event, Paid)
    assert taken.event.receipt_number == "0000123"
    assert taken.state.due_at is not None
    assert taken.state.due_at.astimezone(VIETNAM).date().isoformat() == "2026-11-30"
    assert taken.state.still_owed == 8_000


def test_an_exemption_settles_what_is_owed(desk: Desk, clock: SettableClock, uid: str) -> None:
    state = take(desk, uid, Payment(clock(), exempt_reason="hộ nghèo")).state
    assert state.still_owed == 0
    assert state.stage is Stage.RECEIVED


def test_a_wrong_procedure_is_put_right_with_its_promise_and_fee(desk: Desk, clock: SettableClock, uid: str) -> None:
    right = a_procedure(
        code="1.001193", name="Đăng ký khai sinh", limits=(ProcedureLimit(1, Unit.WORKING_DAY),), fees=()
    )
    state = take(desk, uid, Correction(later(clock, hours=3), "procedure", right.code, "chọn nhầm", right)).state
    assert state.procedure.name == "Đăng ký khai sinh"
    assert state.due_at is not None
    assert state.due_at.astimezone(VIETNAM).strftime("%d %H:%M") == "25 08:30", "counted from reception, 24/11 is off"
    assert (state.charge, state.owed) == (Charge(is_stated=False), 0), "the right procedure's fee stands nowhere"
    assert state.replaces_receipt


def test_a_corrected_field_is_found_shown_and_kept_with_what_it_was(desk: Desk, clock: SettableClock, uid: str) -> None:
    taken = take(
        desk,
        uid,
        Correction(clock(), "return_by", "post", "đổi ý"),
        Correction(clock(), "owner.birth", "1999-01-31", "nhầm"),
    )
    assert taken.state.received is not None
    assert taken.state.received.return_by is ReturnWay.POST
    assert taken.event.old == "2000-08-15"
    assert check(desk).findings == ()


@pytest.mark.parametrize(
    ("field", "value", "bad"),
    [
        ("owner.name", "  ", "owner.name"),
        ("owner.birth", "31/02/1999", "owner.birth"),
        ("owner.phone", "abc", "owner.phone"),
        ("sets", "0", "sets"),
        ("sets", "²", "sets"),
        ("return_by", "pigeon", "return_by"),
        ("stage", "10", "field"),
        ("due_at", "mai", "due_at"),
        ("due_at", "2020-01-01T08:00", "due_at"),
    ],
)
def test_a_correction_that_cannot_be_is_named(
    desk: Desk, clock: SettableClock, uid: str, field: str, value: str, bad: str
) -> None:
    with pytest.raises(BadValue) as refused:
        take(desk, uid, Correction(clock(), field, value, "nhầm"))
    assert refused.value.field == bad
    assert len(dossier_entries(desk, uid)[1]) == 1, "nothing was written"


def test_a_later_promise_by_correction_needs_a_supervisor(desk: Desk, clock: SettableClock, uid: str) -> None:
    staff.admit(desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    with pytest.raises(SupervisorNeeded):
        take(desk, uid, Correction(clock(), "due_at", "2026-12-24T08:30", "nhầm"))
    sooner = take(desk, uid, Correction(clock(), "due_at", "2026-11-25T08:30", "nhầm")).state
    assert sooner.due_at == datetime(2026, 11, 25, 8, 30, tzinfo=VIETNAM)


def test_a_return_is_recalled_at_once_by_anybody_and_later_by_a_supervisor(
    desk: Desk, clock: SettableClock, uid: str
) -> None:
    staff.admit(desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN,), PASSWORD)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.RECEPTION,), PASSWORD)
    desk.clerk = ClerkWord("lan", "Trần Thị Lan")
    take(
        desk, uid, Finished(clock()), Returned(clock(), Collector("Lê Văn Tám", "034200099999", "con", "giấy ủy quyền"))
    )
    recalled = take(desk, uid, ReturnRecalled(later(clock, seconds=9), "bấm nhầm")).state
    assert (recalled.stage, recalled.collector, recalled.returned_at) == (Stage.FINISHED, None, None)
    take(desk, uid, Returned(clock()))
    with pytest.raises(SupervisorNeeded):
        take(desk, uid, ReturnRecalled(later(clock, minutes=5), "trả nhầm người"))
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    assert take(desk, uid, ReturnRecalled(clock(), "trả nhầm người")).state.stage is Stage.FINISHED


@pytest.mark.parametrize(
    "step",
    [
        Returned(TUESDAY),
        Supplement(TUESDAY),
        ReturnRecalled(TUESDAY, "x"),
        Rated(TUESDAY, 1),
    ],
    ids=lambda step: type(step).__name__,
)
def test_a_step_that_may_not_follow_is_refused_and_leaves_nothing(
    desk: Desk, clock: SettableClock, uid: str, step: Step
) -> None:
    clock.forward(days=1)
    with pytest.raises(StepUnlawful) as refused:
        take(desk, uid, step)
    assert refused.value.stage == Stage.RECEIVED
    assert len(dossier_entries(desk, uid)[1]) == 1


@pytest.mark.parametrize("kind", [Withdrawn, Stopped])
def test_an_end_before_the_end_is_recorded_with_its_reason(
    desk: Desk, clock: SettableClock, uid: str, kind: type
) -> None:
    with pytest.raises(ReasonMissing):
        take(desk, uid, kind(clock(), " \u200b "))
    state = take(desk, uid, kind(clock(), "xin rút")).state
    assert state.finished_at == clock()


def test_handing_over_to_another_agency_takes_the_content_along(desk: Desk, clock: SettableClock, uid: str) -> None:
    take(desk, uid, Correction(clock(), "owner.phone", "0987654321", "đổi số"))
    taken = take(desk, uid, HandedOver(clock(), "H31", ReceiverKind.AGENCY))
    assert isinstance(taken.event, HandedOver)
    assert taken.event.content is not None
    assert taken.event.content.owner.phone == "0987654321"


def test_texts_of_a_step_are_cleaned_at_the_door(desk: Desk, clock: SettableClock, uid: str) -> None:
    taken = take(desk, uid, Noted(clock(), "gọi lại\u202e sau\x07\nchiều"))
    assert taken.event == Noted(clock(), "gọi lại sau\nchiều")


def test_a_batch_does_what_may_be_done_and_explains_the_rest(desk: Desk, clock: SettableClock) -> None:
    uids = [accept(desk, an_application(f"f{n}")).uid for n in range(3)]
    take(desk, uids[1], Withdrawn(clock(), "thôi"))
    results = take_each(desk, [(one, Finished(clock())) for one in (*uids, "nobody")])
    assert [result.is_done for result in results] == [True, False, True, False]
    assert isinstance(results[1].error, StepUnlawful)
    assert isinstance(results[3].error, DossierUnknown)
    assert dossier_entries(desk, uids[2])[0].stage is Stage.FINISHED


@pytest.mark.parametrize("wrong", [timedelta(days=-3), timedelta(days=400)])
def test_a_step_before_reception_or_far_ahead_is_a_slip(
    desk: Desk, clock: SettableClock, uid: str, wrong: timedelta
) -> None:
    with pytest.raises(BadValue) as refused:
        take(desk, uid, Finished(clock() + wrong))
    assert refused.value.field == "at"


def test_the_events_between_request_and_supplement_are_what_the_log_says(
    desk: Desk, clock: SettableClock, uid: str
) -> None:
    take(desk, uid, SupplementRequested(clock(), ("A", " "), "x"), Supplement(later(clock, hours=1)))
    events = events_of(desk, uid)
    assert isinstance(events[1], SupplementRequested)
    assert events[1].missing == ("A",)
    assert isinstance(events[2], Supplemented)
    assert replace(events[2].due, skipped=()).limit.value == 3
