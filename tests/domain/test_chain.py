"""Payloads and hashes: what is written is what is read, on every machine, for ever."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.application import GivenPaper, Party
from onestop_desk.domain.bundle import HandOverListed, ReturnedTogether
from onestop_desk.domain.calendar import DayOff, MakeUpDay, Shift, Unit
from onestop_desk.domain.catalogue import (
    AdaptationDropped,
    Procedure,
    ProcedureAdapted,
    ProcedureFee,
    ProcedureLimit,
    ProcedurePublished,
    ProcedureRetired,
    ProcedureStep,
    RequiredPaper,
)
from onestop_desk.domain.chain import (
    GENESIS,
    KINDS,
    LONGEST_TEXT,
    Link,
    UnknownEvent,
    entry_of,
    link_hash,
    payload_of,
)
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Collector, Corrected, HandedOver, Noted, Received, ReceiverKind
from onestop_desk.domain.ledger import Life, MonthClosed
from onestop_desk.domain.office import (
    CalendarImported,
    ClerkAdmitted,
    ClerkDismissed,
    ClerkWord,
    DayCleared,
    DayOffEntered,
    DeskOpened,
    HoursSet,
    MakeUpDayEntered,
    Office,
    OfficeDescribed,
    RangeGranted,
    Role,
)
from onestop_desk.domain.plain import from_plain, to_plain
from onestop_desk.domain.portal import RequestAccepted, RequestRefused, RequestSubmitted
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter
from onestop_desk.sync.wire import MOST_BYTES
from onestop_desk.ui.wording import field_words
from tests.domain.test_dossier import EVENTS

AT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
DAY = AT.date()
BY = ClerkWord("hoa", "Nguyễn Thị Hoa")
LINK = Link("ab" * 16, 7, 1_795_000_000_000_000, "noted", 1, "dossier/" + "cd" * 16)
PROCEDURE = Procedure(
    "1.001193",
    "Đăng ký khai sinh",
    "Hộ tịch",
    ("commune",),
    (ProcedureLimit(3, Unit.WORKING_DAY, statutory=5),),
    (ProcedureFee(8000),),
    (RequiredPaper("Tờ khai"),),
    on_site_five=True,
    steps=(ProcedureStep("Thẩm định", 8),),
)
OTHERS = (
    ProcedurePublished(PROCEDURE, "starter"),
    ProcedureAdapted(PROCEDURE),
    AdaptationDropped(),
    ProcedureRetired("bãi bỏ"),
    OfficeDescribed(Office("H31.20.11", "UBND xã Mẫu")),
    DeskOpened("H31.20.11", 2),
    RangeGranted(1, "hết số"),
    ClerkAdmitted("hoa", "Hoa", (Role.ADMIN, Role.RECEPTION)),
    ClerkDismissed("nghỉ việc"),
    CalendarImported((2026,), (DayOff(DAY, "Nghỉ"),), (MakeUpDay(DAY, DAY),)),
    DayOffEntered(DayOff(DAY, "Nghỉ")),
    MakeUpDayEntered(MakeUpDay(DAY, DAY)),
    DayCleared(DAY),
    HandOverListed(AT, "H31.20.11", 2, 2001, "Tư pháp", ReceiverKind.DEPARTMENT, ("ab" * 16,)),
    ReturnedTogether(AT, "H31.20.11", 2, 2001, ("ab" * 16,), Collector("Lê Văn Mẫu", "034200012346", "con", "giấy")),
    RefusedAtCounter(AT, "H31.20.11", 2, 2001, Party("Lê Văn Mẫu"), "cấp lại", "không thuộc thẩm quyền"),
    GuidanceGiven(AT, "H31.20.11", 2, 2001, Party("Lê Văn Mẫu"), "cấp lại", ("Tờ khai",)),
    MonthClosed("H31.20.11", DAY.replace(day=1), 70, (Life("ef" * 16, 12),)),
    RequestSubmitted(AT, "H31.20.11", "CDV-1", AT, "1.001193", Party("Lê Văn Mẫu")),
    RequestAccepted(AT, "ab" * 16, "H31.20.11-261123-0001"),
    RequestRefused(AT, "không thuộc thẩm quyền", "cd" * 16),
    HoursSet(tuple((Shift(AT.time(), AT.time().replace(hour=5)),) for _ in range(7))),
)


def test_every_kind_of_event_has_an_example() -> None:
    assert {event.kind for event in (*EVENTS, *OTHERS)} == set(KINDS)


@pytest.mark.parametrize("event", [*EVENTS, *OTHERS], ids=lambda event: event.kind)
def test_an_event_survives_the_log(event: Any) -> None:
    link = replace(LINK, kind=event.kind, version=event.version)
    entry = entry_of(link, payload_of("uid-1", BY, event), AT)
    assert entry.event == event
    assert (entry.uid, entry.by, entry.subject) == ("uid-1", BY, LINK.subject)


def test_a_payload_has_one_spelling() -> None:
    assert payload_of("u", BY, Noted(AT, "Đã gọi")) == (
        '{"by":["hoa","Nguyễn Thị Hoa"],"event":{"at":"2026-11-23T01:30:00Z","text":"Đã gọi"},"uid":"u"}'.encode()
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_survives(text: str) -> None:
    payload = payload_of("u", BY, Noted(AT, text))
    event = entry_of(LINK, payload, AT).event
    assert isinstance(event, Noted)
    assert event.text == text


def test_a_nul_never_enters() -> None:
    with pytest.raises(ValueError, match="NUL"):
        payload_of("u", BY, Noted(AT, "a\0b"))


RECEIVED = next(event for event in EVENTS if isinstance(event, Received))
A_TEXT = "ấ" * LONGEST_TEXT


@pytest.mark.parametrize(
    ("event", "field", "reason"),
    [
        (Noted(AT, A_TEXT + "x"), "text", "text_too_long"),
        (Noted(AT, "x" * 1_200_000), "text", "text_too_long"),
        (replace(RECEIVED, note=A_TEXT + "x"), "note", "text_too_long"),
        (replace(RECEIVED, owner=Party(A_TEXT + "x")), "owner.name", "text_too_long"),
        (replace(RECEIVED, papers=(GivenPaper("a"), GivenPaper(A_TEXT + "x"))), "papers.name", "text_too_long"),
        (replace(RECEIVED, papers=tuple(GivenPaper(f"{n}{A_TEXT[:-9]}") for n in range(9))), "papers", "too_much"),
        (
            HandedOver(AT, "Tư pháp", content=replace(RECEIVED, papers=(GivenPaper(A_TEXT * 14),))),
            "content",
            "too_much",
        ),
    ],
)
def test_what_could_not_be_sent_to_the_centre_does_not_enter(event: Any, field: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        payload_of("u", BY, event)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert field_words(field) != field, "a clerk is told the field's name"


@pytest.mark.parametrize(
    "event",
    [
        Noted(AT, A_TEXT),
        replace(RECEIVED, note=A_TEXT, papers=tuple(GivenPaper("ấ" * 600, doubt="g" * 100) for _ in range(100))),
        HandedOver(AT, "Tư pháp", content=replace(RECEIVED, note=A_TEXT * 12)),
        Corrected(AT, "note", A_TEXT * 2, "ngắn", "gõ nhầm"),
    ],
    ids=["note", "papers", "content", "correction"],
)
def test_what_is_let_in_fits_into_what_the_centre_takes_at_a_time(event: Any) -> None:
    assert len(payload_of("u", BY, event)) < MOST_BYTES - 100_000


@pytest.mark.parametrize(
    "link", [replace(LINK, kind="teleported"), replace(LINK, version=99)], ids=["unknown kind", "later version"]
)
def test_what_a_newer_program_wrote_is_kept_unread(link: Link) -> None:
    event = entry_of(link, payload_of("u", BY, Noted(AT, "x")), AT).event
    assert isinstance(event, UnknownEvent)
    assert (event.kind, event.version) == (link.kind, link.version)


def test_fields_that_this_program_does_not_know_are_passed_over() -> None:
    assert from_plain(Noted, {**to_plain(Noted(AT, "x")), "colour": "blue"}) == Noted(AT, "x")


def test_the_hash_is_this_one_for_ever() -> None:
    assert link_hash(GENESIS, LINK, bytes(32)).hex() == (
        "e10c3205a15f4eb266723a18873bd1c4249b5c1b18f9aad2892ed7926797a372"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(LINK, stream="ac" * 16),
        replace(LINK, seq=8),
        replace(LINK, at_us=LINK.at_us + 1),
        replace(LINK, kind="notedd", subject=LINK.subject[1:]),
        replace(LINK, version=2),
        replace(LINK, subject=LINK.subject[:-1] + "e"),
    ],
)
def test_the_hash_covers_every_fact(other: Link) -> None:
    assert link_hash(GENESIS, other, bytes(32)) != link_hash(GENESIS, LINK, bytes(32))


def test_the_hash_covers_what_came_before_and_what_it_says() -> None:
    plain = link_hash(GENESIS, LINK, bytes(32))
    assert link_hash(bytes([1]) * 32, LINK, bytes(32)) != plain != link_hash(GENESIS, LINK, bytes([1]) * 32)
