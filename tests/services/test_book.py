"""The office's books hold every dossier and every đồng of their days, both days included, and nothing else."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from onestop_desk.documents.book_filling import register_row
from onestop_desk.documents.wording import short_moment
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    ReceiverKind,
    Refused,
    Stopped,
    TakenOver,
    Withdrawn,
)
from onestop_desk.services import book, issue
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.release import Handing
from onestop_desk.services.step import Payment
from tests.desks import MONDAY_MORNING, SettableClock, an_application, an_owner
from tests.documents.pictures import text

MONDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 25)


@pytest.fixture
def days(desk: Desk, clock: SettableClock) -> Desk:
    """Give a desk with two days: three dossiers on Monday, one on Wednesday."""
    uids = [accept(desk, an_application(f"m{n}", owner=an_owner(name=f"Người Mẫu {n}"))).uid for n in range(3)]
    issue.hand_over_list(desk, Receiver("Tư pháp - Hộ tịch"), uids[:2])
    issue.take_step(desk, uids[2], Withdrawn(clock(), "thôi"))
    clock.forward(days=2)
    accept(desk, an_application("w", owner=an_owner(name="Người Thứ Tư")))
    issue.take_step(desk, uids[0], Finished(clock()))
    due = clock.now.replace(day=30)
    issue.take_step(desk, uids[1], Extended(clock(), due, "chờ xác minh"))
    paying = Payment(clock(), method="tiền mặt", receipt_series="AA/26E", receipt_number="0000012")
    issue.give_back(desk, uids[:1], Handing(payment=paying))
    issue.take_step(desk, uids[1], Payment(clock(), exempt_reason="hộ nghèo"))
    return desk


def words(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


def test_the_register_has_the_period_both_days_included(days: Desk) -> None:
    both, monday = words(book.register_book(days, MONDAY, WEDNESDAY)), words(book.register_book(days, MONDAY, MONDAY))
    for n in range(3):
        assert f"Người Mẫu {n}" in monday
    assert "Người Thứ Tư" in both
    assert "Người Thứ Tư" not in monday
    assert "rút hồ sơ lúc" in monday
    assert "gia hạn đến" in monday


@pytest.mark.parametrize("end", [Withdrawn, Stopped, Refused])
def test_only_what_was_finished_brought_a_result_back(
    desk: Desk, end: type[Withdrawn] | type[Stopped] | type[Refused]
) -> None:
    made = accept(desk, an_application("x"))
    take_step(desk, made.uid, end(desk.clock(), reason="theo đơn"))
    row = register_row(desk.office, dossier_entries(desk, made.uid)[1])
    assert row.finished_at is None
    assert row.note.endswith(f"lúc {short_moment(desk.clock())}")


def test_what_was_finished_did_bring_a_result_back(desk: Desk) -> None:
    made = accept(desk, an_application("x"))
    take_step(desk, made.uid, Finished(desk.clock()))
    row = register_row(desk.office, dossier_entries(desk, made.uid)[1])
    assert (row.finished_at, row.note) == (desk.clock(), "")


@pytest.mark.parametrize("draw", [book.register_book, book.fee_book])
def test_a_book_is_dated_the_day_it_is_drawn(
    days: Desk, clock: SettableClock, draw: Callable[[Desk, date, date], bytes]
) -> None:
    clock.now = clock.now.replace(hour=18)  # 1 o'clock of the next day in Vietnam
    drawn = words(draw(days, MONDAY, MONDAY))
    assert "ngày 26 tháng 11 năm 2026" in drawn
    assert "ngày 23 tháng 11 năm 2026" not in drawn


def test_books_have_no_number_of_their_own(days: Desk) -> None:
    for made in (book.register_book(days, MONDAY, MONDAY), book.fee_book(days, MONDAY, MONDAY)):
        assert re.search(r"Số: /(STD|SPLP) ", words(made))
    assert "Số: /DSN " in words(book.day_list(days, MONDAY))


def test_the_day_list_has_what_came_went_and_was_given_back(days: Desk) -> None:
    monday, wednesday = words(book.day_list(days, MONDAY)), words(book.day_list(days, WEDNESDAY))
    assert monday.count("Tư pháp - Hộ tịch") >= 2
    assert "Người Thứ Tư" in wednesday
    assert "Người Mẫu 0" in wednesday, "it was given back on Wednesday"
    assert "Người Mẫu 1" not in wednesday


def test_the_fee_book_sums_what_was_paid_and_names_what_was_waived(days: Desk) -> None:
    fees = words(book.fee_book(days, MONDAY, WEDNESDAY))
    assert "AA/26E" in fees
    assert "0000012" in fees
    assert "Tám nghìn đồng" in fees
    assert "hộ nghèo" in fees
    assert "AA/26E" not in words(book.fee_book(days, MONDAY, MONDAY))


def test_books_of_an_empty_day_can_be_drawn(desk: Desk) -> None:
    day = date(2026, 1, 5)
    for pdf in (book.register_book(desk, day, day), book.day_list(desk, day), book.fee_book(desk, day, day)):
        assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("days", "reason"), [(-1, "ends_before_start"), (0, ""), (book.MOST_DAYS - 1, ""), (book.MOST_DAYS, "too_long")]
)
def test_a_period_ends_after_it_begins_and_is_no_longer_than_400_days(desk: Desk, days: int, reason: str) -> None:
    for draw in (book.register_book, book.fee_book):
        if reason:
            with pytest.raises(BadValue) as refused:
                draw(desk, MONDAY, MONDAY + timedelta(days=days))
            assert refused.value.reason == reason
        else:
            assert draw(desk, MONDAY, MONDAY + timedelta(days=days)).startswith(b"%PDF")


def test_a_kept_book_is_named_after_its_days(desk: Desk) -> None:
    names = [
        book.keep_book(desk, book.REGISTER_FORM, WEDNESDAY, b"%PDF", first).name for first in (None, WEDNESDAY, MONDAY)
    ]
    assert names == [*["H31.20.11-261125-07.pdf"] * 2, "H31.20.11-261123-261125-07.pdf"]


def test_the_same_books_are_the_same_bytes(days: Desk) -> None:
    assert book.register_book(days, MONDAY, WEDNESDAY) == book.register_book(days, MONDAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("steps", "leads"),
    [
        ((), "UBND xã Mẫu"),
        ((HandedOver(MONDAY_MORNING, "Tư pháp"), TakenOver(MONDAY_MORNING, "Trần Thị Mẫu")), "Tư pháp"),
        ((HandedOver(MONDAY_MORNING, "Nguyễn Văn Mẫu", ReceiverKind.OFFICER),), "UBND xã Mẫu"),
        ((HandedOver(MONDAY_MORNING, "Tư pháp"), HandedOver(MONDAY_MORNING, "Địa chính")), "Tư pháp"),
    ],
)
def test_the_register_names_the_department_that_leads_never_a_person(
    desk: Desk, steps: tuple[HandedOver | TakenOver, ...], leads: str
) -> None:
    made = accept(desk, an_application("x"))
    for step in steps:
        take_step(desk, made.uid, step)
    row = register_row(desk.office, dossier_entries(desk, made.uid)[1])
    assert row.led_by == leads
    assert row.handed_over_at == (steps[0].at if steps else None)
