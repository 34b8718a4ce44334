"""Online requests: taken in once, named where they cannot be, accepted or refused once, late by working hours."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import DEFAULT_WEEK, VIETNAM, WorkingCalendar
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    Noted,
    PaymentRequested,
    Printed,
    Returned,
    ReturnRecalled,
    SupplementRequested,
)
from onestop_desk.domain.figures import Figure, number_of
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.portal import (
    RequestAccepted,
    RequestRefused,
    RequestStage,
    RequestSubmitted,
    decide_until,
    fold_request,
)
from onestop_desk.services import months, portal, upkeep
from onestop_desk.services.counting import counting
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.fault import ReasonMissing, RequestDecided
from onestop_desk.services.figure_opening import open_figure
from onestop_desk.services.guidance import visits
from onestop_desk.services.intake import accept
from onestop_desk.services.portal_request import PREFIX, request_uid
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.report_list import report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.step import Payment, Supplement
from tests.desks import MONDAY_MORNING, SettableClock, a_procedure, an_application, an_owner, open_new_desk


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk that offers one procedure."""
    from onestop_desk.services import catalogue

    desk = open_new_desk(tmp_path / "data", clock=SettableClock())
    catalogue.begin(desk, a_procedure())
    yield desk
    desk.close()


def a_line(number: str = "CDV-1", **changes: Any) -> bytes:
    line = {
        "number": number,
        "submitted_at": "2026-11-20T16:30",
        "procedure": "1.004873",
        "owner": {"kind": "person", "name": "Nguyễn Văn Mẫu", "id_number": "034200012345", "phone": "0912345678"},
        "papers": [{"name": "Tờ khai cấp giấy xác nhận tình trạng hôn nhân", "originals": 1, "copies": 0}],
        **changes,
    }
    return json.dumps(line, ensure_ascii=False).encode()


def take(desk: Desk, *lines: bytes) -> list[portal.PortalResult]:
    return list(portal.take_in(desk, lines))


def test_a_file_taken_in_twice_adds_nothing(counter: Desk) -> None:
    assert [one.is_new for one in take(counter, a_line(), a_line("CDV-2"))] == [True, True]
    assert [one.is_new for one in take(counter, a_line(), a_line("CDV-2"), a_line("CDV-3"))] == [False, False, True]
    assert [line.number for line in portal.waiting(counter)] != []
    assert portal.count_waiting(counter) == 3


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b"{", "line"),
        (b"\xff\xfe{\x00", "line"),
        (b"[1]", "line"),
        (a_line(number=""), "number"),
        (a_line(submitted_at="hôm qua"), "submitted_at"),
        (a_line(submitted_at=None), "submitted_at"),
        (a_line(submitted_at="2026-12-24T08:00"), "submitted_at"),
        (a_line(owner={"name": " "}), "owner.name"),
        (a_line(owner=None), "owner.name"),
        (a_line(papers="x"), "papers"),
        (a_line(sets="hai"), "sets"),
    ],
)
def test_a_line_that_cannot_be_is_named_and_the_rest_goes_on(counter: Desk, line: bytes, field: str) -> None:
    bad, good = take(counter, line, a_line("CDV-9"))
    assert isinstance(bad.error, BadValue) and bad.error.field == field
    assert (bad.line, good.ok, good.line) == (1, True, 2)


def test_another_content_under_a_known_number_is_refused(counter: Desk) -> None:
    take(counter, a_line())
    (second,) = take(counter, a_line(note="khác"))
    assert isinstance(second.error, BadValue) and second.error.reason == "other_content"


def test_an_accepted_request_becomes_one_dossier_promised_from_now(counter: Desk) -> None:
    take(counter, a_line())
    form = an_application(f"{PREFIX}CDV-1", channel=Channel.ONLINE)
    made = accept(counter, form)
    assert accept(counter, form).code == made.code
    state = portal.request_of(counter, request_uid("H31.20.11", "CDV-1"))
    assert (state.stage, state.codes, state.dossiers) == (RequestStage.ACCEPTED, (made.code,), (made.uid,))
    received = dossier_entries(counter, made.uid)[0].received
    assert received is not None and received.at == MONDAY_MORNING and received.channel is Channel.ONLINE
    assert portal.waiting(counter) == ()
    with pytest.raises(RequestDecided):
        portal.open_request(counter, request_uid("H31.20.11", "CDV-1"))


def test_a_refused_request_has_form_03_with_a_serial_and_is_refused_once(counter: Desk) -> None:
    take(counter, a_line())
    uid = request_uid("H31.20.11", "CDV-1")
    with pytest.raises(ReasonMissing):
        portal.refuse_request(counter, uid, "  ")
    visited = portal.refuse_request(counter, uid, "Không thuộc thẩm quyền")
    assert [line.uid for line in visits(counter)] == [visited.uid]
    assert portal.request_of(counter, uid).stage is RequestStage.REFUSED
    with pytest.raises(RequestDecided):
        portal.refuse_request(counter, uid, "lần nữa")
    assert len(visits(counter)) == 1, "a refusal that is refused leaves no serial behind"


def test_a_dossier_of_another_form_touches_no_request(counter: Desk) -> None:
    take(counter, a_line())
    accept(counter, an_application("form-1"))
    assert portal.count_waiting(counter) == 1


def test_two_counters_that_accept_one_request_offline_are_shown(counter: Desk) -> None:
    submitted = RequestSubmitted(MONDAY_MORNING, "H31", "N", MONDAY_MORNING, "1.004873", an_owner())
    first, second = (RequestAccepted(MONDAY_MORNING, uid * 32, f"H31-261123-{uid}001") for uid in "12")
    for events in ([submitted, first, second, first], [submitted, second, first]):
        state = fold_request(events)
        assert state is not None and len(state.codes) == 2 and state.stage is RequestStage.ACCEPTED


def test_a_refusal_after_an_acceptance_changes_nothing() -> None:
    submitted = RequestSubmitted(MONDAY_MORNING, "H31", "N", MONDAY_MORNING, "1.004873", an_owner())
    accepted = RequestAccepted(MONDAY_MORNING, "1" * 32, "H31-261123-1001")
    state = fold_request([submitted, accepted, RequestRefused(MONDAY_MORNING, "x", "2" * 32)])
    assert state is not None and state.stage is RequestStage.ACCEPTED and state.reason == ""
    assert fold_request([accepted]) is None


@pytest.mark.parametrize(
    ("submitted", "until"),
    [
        ("2026-11-20T10:00", "2026-11-23T10:00"),  # a Friday: the weekend does not count
        ("2026-11-20T16:30", "2026-11-23T16:30"),
        ("2026-11-20T22:00", "2026-11-23T17:00"),  # at night: from the next opening
        ("2026-11-21T09:00", "2026-11-23T17:00"),  # a Saturday
        ("2026-11-23T12:00", "2026-11-25T11:30"),  # lunch before 24/11, a day off
    ],
)
def test_a_request_is_late_by_working_hours(counter: Desk, submitted: str, until: str) -> None:
    at, end = (datetime.fromisoformat(text).replace(tzinfo=VIETNAM) for text in (submitted, until))
    assert decide_until(counter.calendar, at, 8) == end


@given(minutes=st.integers(0, 300 * 24 * 60), hours=st.integers(1, 40))
def test_the_time_to_decide_always_holds_so_many_working_hours(minutes: int, hours: int) -> None:
    calendar = WorkingCalendar(DEFAULT_WEEK, {}, {}, frozenset({2026, 2027}))
    submitted = MONDAY_MORNING - timedelta(days=300) + timedelta(minutes=minutes)
    until = decide_until(calendar, submitted, hours)
    assert calendar.minutes_between(calendar.next_opening(submitted), until) == hours * 60


def test_the_report_counts_late_and_waiting_and_opens_what_was_accepted(counter: Desk) -> None:
    take(
        counter, a_line("A"), a_line("B", submitted_at="2026-11-23T08:00"), a_line("C", submitted_at="2026-11-02T08:00")
    )
    accept(counter, an_application(f"{PREFIX}A", channel=Channel.ONLINE))
    portal.refuse_request(counter, request_uid("H31.20.11", "C"), "không đủ")
    november = month_of(MONDAY_MORNING.date())
    made = report(counter, "requests", ReportAsk(november)).table
    total = [cell.count if isinstance(cell, Figure) else cell for cell in made.total[2:]]
    assert total == [3, 1, 1, 1, 1, 1, 0], "B has its eight working hours still before it"
    counter.clock = lambda: MONDAY_MORNING + timedelta(days=3)
    assert report(counter, "requests", ReportAsk(november)).table.total[-1] == 1
    with counting(counter) as scope:
        for row in made.all_rows:
            for figure in (cell for cell in row if isinstance(cell, Figure)):
                assert open_figure(scope, november, figure).count == figure.count


def test_what_is_told_of_requests_after_a_closing_counts_in_the_next_month(counter: Desk) -> None:
    october, november = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))
    take(counter, *(a_line(number, submitted_at="2026-10-28T09:00") for number in "AB"))
    counter.clerk = PROGRAM
    months.close_month(counter, october.first)
    take(counter, a_line("C", submitted_at="2026-10-29T09:00"))
    friday = datetime(2026, 10, 30, 9, tzinfo=VIETNAM)
    made = accept(counter, an_application(f"{PREFIX}A", channel=Channel.ONLINE, received_at=friday))
    tables = [report(counter, "requests", ReportAsk(month)).table for month in (october, november)]
    assert [[number_of(cell) for cell in table.total[2:]] for table in tables] == [
        [2, 0, 0, 0, 0, 2, 2],
        [1, 1, 0, 0, 1, 2, 2],
    ]
    with counting(counter) as scope:
        opened = [open_figure(scope, month, Figure(0, "request")).lines for month in (october, november)]
    assert [[line.code for line in lines] for lines in opened] == [[], [made.code]]


def test_the_portal_is_told_what_became_of_its_requests(counter: Desk) -> None:
    take(counter, a_line("A"), a_line("B"), a_line("C"))
    made = accept(counter, an_application(f"{PREFIX}A", channel=Channel.ONLINE))
    portal.refuse_request(counter, request_uid("H31.20.11", "B"), "không đủ")
    told = {one["number"]: one for one in portal.answers(counter)}
    assert set(told) == {"A", "B"}
    assert (told["A"]["code"], told["A"]["state"], told["B"]["reason"]) == (made.code, 2, "không đủ")
    assert told["B"]["state"] == Stage.NOT_ACCEPTED
    later = counter.clock() + timedelta(minutes=1)
    assert list(portal.answers(counter, later)) == []
    assert "0912345678" not in json.dumps(list(portal.answers(counter)))


@pytest.fixture
def told_before(counter: Desk) -> tuple[Desk, str, datetime]:
    """Give an accepted request's dossier, and a moment at which the portal has been told everything."""
    take(counter, a_line("A"))
    uid = accept(counter, an_application(f"{PREFIX}A", channel=Channel.ONLINE)).uid
    assert isinstance(counter.clock, SettableClock)
    counter.clock.forward(hours=3)
    since = counter.clock()
    assert list(portal.answers(counter, since)) == []
    counter.clock.forward(hours=1)
    return counter, uid, since


Steps = list[Callable[[datetime], Any]]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([lambda at: HandedOver(at, "Tư pháp")], Stage.IN_PROGRESS),
        ([lambda at: SupplementRequested(at, ("Tờ khai",))], Stage.SUPPLEMENT),
        ([lambda at: SupplementRequested(at, ("Tờ khai",)), Supplement], Stage.IN_PROGRESS),
        ([lambda at: PaymentRequested(at, 50_000)], Stage.PAYMENT),
        ([lambda at: PaymentRequested(at, 50_000), lambda at: Payment(at, 58_000)], Stage.IN_PROGRESS),
        ([lambda at: Extended(at, at + timedelta(days=9), "chờ xác minh")], Stage.RECEIVED),
        ([Finished], Stage.FINISHED),
        ([Finished, lambda at: Payment(at, 8_000), Returned], Stage.RETURNED),
        ([Finished, lambda at: Payment(at, 8_000), Returned, lambda at: ReturnRecalled(at, "nhầm")], Stage.FINISHED),
    ],
)
def test_whatever_a_step_changes_is_told_to_who_asks_since(
    told_before: tuple[Desk, str, datetime], steps: Steps, state: Stage
) -> None:
    counter, uid, since = told_before
    counter.clerk = PROGRAM
    for step in steps:
        take_step(counter, uid, step(counter.clock()))
    (told,) = portal.answers(counter, since)
    due_at = dossier_entries(counter, uid)[0].due_at
    assert due_at is not None
    assert (told["state"], told["due_at"]) == (state, due_at.astimezone(UTC).isoformat())
    counter.clock.forward(minutes=1)  # type: ignore[attr-defined]
    assert list(portal.answers(counter, counter.clock())) == []


def test_a_step_that_is_written_down_late_is_told_then(told_before: tuple[Desk, str, datetime]) -> None:
    counter, uid, since = told_before
    take_step(counter, uid, HandedOver(since - timedelta(hours=2), "Tư pháp"))
    assert [one["state"] for one in portal.answers(counter, since)] == [Stage.IN_PROGRESS]


def test_what_the_portal_is_never_told_is_no_news(told_before: tuple[Desk, str, datetime]) -> None:
    counter, uid, since = told_before
    for event in (Noted(counter.clock(), "gọi lại"), Printed(counter.clock(), "01", 1, "mất")):
        take_step(counter, uid, event)
    assert list(portal.answers(counter, since)) == []


def test_rebuilding_gives_the_same_requests(counter: Desk) -> None:
    take(counter, a_line("A"), a_line("B"))
    accept(counter, an_application(f"{PREFIX}A", channel=Channel.ONLINE))
    before = portal.lines(counter)
    upkeep.rebuild(counter)
    assert portal.lines(counter) == before
    assert upkeep.check(counter).findings == ()
