"""The fold: lawful steps move a dossier, unlawful ones are kept aside, nothing is counted twice."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.application import Charge, GivenPaper, Party
from onestop_desk.domain.calendar import VIETNAM, Due, Limit, Timeliness, Unit
from onestop_desk.domain.chain import KINDS
from onestop_desk.domain.dossier import CLOSED, MAY_FOLLOW, Stage, evolve, fold, is_lawful
from onestop_desk.domain.events import (
    DOSSIER_EVENTS,
    ConflictDecided,
    Corrected,
    Extended,
    Finished,
    HandedOver,
    HandOverDeclined,
    Noted,
    Notified,
    Paid,
    PaymentRequested,
    Printed,
    ProcedureOfTheDay,
    Rated,
    Received,
    Refused,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    Supplemented,
    SupplementRequested,
    TakenOver,
    Verdict,
    Withdrawn,
)
from onestop_desk.domain.office import ClerkWord, Entry

AT = datetime(2026, 11, 23, 8, 30, tzinfo=VIETNAM)
DUE = Due(AT + timedelta(days=4), AT, (), (), Limit(3, Unit.WORKING_DAY), ())
LATER = replace(DUE, due_at=AT + timedelta(days=9))

RECEIVED = Received(
    at=AT,
    ref="form-1",
    code="H31.20.11-261123-2001",
    agency="H31.20.11",
    counter=2,
    procedure=ProcedureOfTheDay("1.001193", "Đăng ký khai sinh", "Hộ tịch"),
    owner=Party("Nguyễn Văn Mẫu"),
    due=DUE,
    charge=Charge(8000),
)
EVENTS = (
    RECEIVED,
    HandedOver(AT, "Tư pháp"),
    TakenOver(AT, "Trần Thị Mẫu"),
    StepDone(AT, "Thẩm định"),
    SupplementRequested(AT, ("Giấy chứng sinh",)),
    Supplemented(AT, LATER, (GivenPaper("Giấy chứng sinh"),)),
    PaymentRequested(AT, 50_000),
    Paid(AT, 50_000, due=LATER),
    Extended(AT, AT + timedelta(days=20), "quá tải"),
    Finished(AT, ("Giấy khai sinh",)),
    Notified(AT, "tin nhắn"),
    Returned(AT),
    ReturnRecalled(AT, "trả nhầm"),
    Withdrawn(AT, "không cần nữa"),
    Stopped(AT, "hết hạn bổ sung"),
    Refused(AT, "không đủ điều kiện"),
    Corrected(AT, "owner.name", "Nguyễn Văn Mẫu", "Nguyễn Văn Mậu", "sai dấu"),
    Rated(AT, 1),
    Noted(AT, "gọi lại"),
    Printed(AT, "01", 1, "mất"),
    ConflictDecided(AT, ("u",), Verdict.STANDS, "đã gọi hỏi"),
    HandOverDeclined(AT, "thiếu giấy"),
)


def entries(*events: object) -> list[Entry]:
    return [
        Entry(f"uid-{n}", "dossier/x", event, ClerkWord("hoa", "Hoa"), AT, "00", n) for n, event in enumerate(events, 1)
    ]


def test_every_kind_of_event_is_in_the_examples_and_in_the_log() -> None:
    assert {type(event) for event in EVENTS} == set(DOSSIER_EVENTS)
    assert all(KINDS[event.kind] is type(event) for event in EVENTS)


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((RECEIVED,), Stage.RECEIVED),
        ((RECEIVED, EVENTS[1]), Stage.IN_PROGRESS),
        ((RECEIVED, EVENTS[3]), Stage.IN_PROGRESS),
        ((RECEIVED, EVENTS[4]), Stage.SUPPLEMENT),
        ((RECEIVED, EVENTS[4], EVENTS[5]), Stage.IN_PROGRESS),
        ((RECEIVED, EVENTS[6]), Stage.PAYMENT),
        ((RECEIVED, EVENTS[6], EVENTS[7]), Stage.IN_PROGRESS),
        ((RECEIVED, EVENTS[9]), Stage.FINISHED),
        ((RECEIVED, EVENTS[9], EVENTS[1]), Stage.FINISHED),
        ((RECEIVED, EVENTS[9], EVENTS[7]), Stage.FINISHED),
        ((RECEIVED, EVENTS[9], EVENTS[11]), Stage.RETURNED),
        ((RECEIVED, EVENTS[9], EVENTS[11], EVENTS[12]), Stage.FINISHED),
        ((RECEIVED, EVENTS[13]), Stage.WITHDRAWN),
        ((RECEIVED, EVENTS[4], EVENTS[14]), Stage.STOPPED),
        ((RECEIVED, EVENTS[15]), Stage.NOT_ACCEPTED),
    ],
)
def test_lawful_steps_lead_to_the_national_stage(events: tuple[object, ...], stage: Stage) -> None:
    state = fold(entries(*events))
    assert (state.stage, state.set_aside) == (stage, ())


def test_a_return_before_the_result_is_set_aside_and_changes_nothing_else() -> None:
    before, after = fold(entries(RECEIVED)), fold(entries(RECEIVED, Returned(AT)))
    assert replace(after, set_aside=()) == before
    assert [(doubt.kind, doubt.stage) for doubt in after.set_aside] == [("returned", Stage.RECEIVED)]


def test_of_two_returns_the_first_in_the_logs_order_is_the_official_one() -> None:
    first, second = Returned(AT + timedelta(hours=2)), Returned(AT)
    state = fold(entries(RECEIVED, Finished(AT), first, second))
    assert state.returned_at == first.at
    assert [doubt.uid for doubt in state.set_aside] == ["uid-4"]


def test_a_supplement_moves_the_promise_and_the_date_that_reports_measure_by() -> None:
    state = fold(entries(RECEIVED, EVENTS[4], EVENTS[5]))
    assert state.due_at == state.original_due_at == LATER.due_at
    assert len(state.papers) == 1


@pytest.mark.parametrize(
    ("had", "brought", "then"),
    [
        (GivenPaper("A", 0, 0, required=True), GivenPaper("A", 1), GivenPaper("A", 1, required=True)),
        (GivenPaper("A", 1, 2, doubt="mờ"), GivenPaper("A", 1), GivenPaper("A", 1)),
        (GivenPaper("A", 1, 2), GivenPaper("A", 0, 3), GivenPaper("A", 1, 5)),
        (GivenPaper("A", 1), GivenPaper("A", 1, doubt="nhàu"), GivenPaper("A", 2, doubt="nhàu")),
    ],
)
def test_a_paper_brought_again_completes_its_line(had: GivenPaper, brought: GivenPaper, then: GivenPaper) -> None:
    asked = SupplementRequested(AT, ("A",))
    received = replace(RECEIVED, papers=(GivenPaper("B"), had))
    state = fold(entries(received, asked, Supplemented(AT, LATER, (brought, GivenPaper("C")))))
    assert state.papers == (GivenPaper("B"), then, GivenPaper("C"))


def test_an_extension_moves_the_promise_but_not_the_date_that_reports_measure_by() -> None:
    state = fold(entries(RECEIVED, EVENTS[8]))
    assert state.due_at == AT + timedelta(days=20)
    assert state.original_due_at == DUE.due_at


@pytest.mark.parametrize(("days", "timeliness"), [(3, "before"), (4, "on"), (5, "over")])
def test_timeliness_is_measured_on_the_day_the_processing_ended(days: int, timeliness: str) -> None:
    late_return = Returned(AT + timedelta(days=90))
    state = fold(entries(RECEIVED, Finished(AT + timedelta(days=days)), late_return))
    assert state.timeliness == Timeliness(timeliness)


@pytest.mark.parametrize(
    ("days", "then", "is_measured"),
    [
        (3, (), False),
        (4, (), False),
        (5, (), True),
        (3, (Withdrawn(AT + timedelta(days=30), "thôi"),), False),
        (5, (Stopped(AT + timedelta(days=30), "không bổ sung"),), True),
        (3, (Supplemented(AT + timedelta(days=8), LATER),), True),
    ],
)
@pytest.mark.parametrize("waits_for", [SupplementRequested, PaymentRequested])
def test_nothing_is_measured_while_the_clock_stands_still_that_stopped_in_time(
    days: int, then: tuple[Any, ...], is_measured: bool, waits_for: type
) -> None:
    at = AT + timedelta(days=days)
    asked = PaymentRequested(at, 50_000) if waits_for is PaymentRequested else SupplementRequested(at, ("Ảnh",))
    if waits_for is PaymentRequested:
        then = tuple(
            Paid(one.at, 58_000, "tiền mặt", due=one.due) if isinstance(one, Supplemented) else one for one in then
        )
    state = fold(entries(RECEIVED, asked, *then))
    assert state.measured_due_at == (state.original_due_at if is_measured else None)
    if state.finished_at is not None:
        assert state.timeliness is (Timeliness.OVER if is_measured else Timeliness.ON)


def test_an_open_dossier_has_no_timeliness() -> None:
    assert fold(entries(RECEIVED)).timeliness is None


def test_a_correction_changes_the_fact_and_marks_the_receipt() -> None:
    state = fold(entries(RECEIVED, EVENTS[16]))
    assert (state.owner.name, state.replaces_receipt) == ("Nguyễn Văn Mậu", True)
    assert state.received is not None
    assert state.received.owner.name == "Nguyễn Văn Mậu", "papers and lists show what is right now"


def test_a_correction_that_this_program_cannot_read_stays_a_fact_and_changes_no_field() -> None:
    state = fold(entries(RECEIVED, Corrected(AT, "owner.horoscope", "", "Sư Tử", "bản mới hơn")))
    assert (state.received, state.replaces_receipt, state.set_aside) == (RECEIVED, True, ())


def test_a_declined_hand_over_leaves_the_dossier_where_it_was() -> None:
    declined = HandOverDeclined(AT, "thiếu giấy")
    state = fold(entries(RECEIVED, HandedOver(AT, "lan"), TakenOver(AT), HandedOver(AT, "Tư pháp"), declined))
    assert (state.holder, state.is_on_the_way) == ("lan", False)


def test_another_agency_folds_a_dossier_from_the_content_that_came_along() -> None:
    state = fold(entries(HandedOver(AT, "H31", content=RECEIVED), TakenOver(AT, "mai"), Finished(AT)))
    assert (state.code, state.stage, state.due_at) == (RECEIVED.code, Stage.FINISHED, DUE.due_at)
    assert fold(entries(HandedOver(AT, "H31"))).received is None, "without its content nothing is known here"


def test_copies_are_counted_by_form() -> None:
    state = fold(entries(RECEIVED, EVENTS[19], EVENTS[19]))
    assert (state.copies_of("01"), state.copies_of("slip80")) == (2, 0)


sequences = st.lists(st.sampled_from(EVENTS), max_size=12)


@given(sequences)
def test_any_sequence_folds_and_every_event_is_either_used_or_set_aside(events: list[object]) -> None:
    state = fold([])
    for entry in entries(*events):
        was_lawful = is_lawful(state.stage, entry.event)
        before, state = state, evolve(state, entry)
        assert was_lawful == (state.set_aside == before.set_aside)


@given(sequences)
def test_an_event_that_arrives_twice_counts_once(events: list[object]) -> None:
    once = entries(*events)
    assert fold([entry for entry in once for _ in range(2)]) == fold([*once, *once]) == fold(once)


@given(sequences)
def test_once_closed_only_remarks_ratings_and_recalls_follow(events: list[object]) -> None:
    state = fold([])
    for entry in entries(*events):
        before, state = state.stage, evolve(state, entry)
        if before in CLOSED and state.stage != before:
            assert isinstance(entry.event, ReturnRecalled)


def test_every_stage_has_its_row_in_the_table() -> None:
    assert set(MAY_FOLLOW) == {None, *Stage}
