"""Closing a month at a desk: who may, what it keeps, and that a closed figure still opens into its dossiers."""

from contextlib import closing
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Finished, HandedOver, Noted, PaymentRequested, SupplementRequested, Withdrawn
from onestop_desk.domain.figures import number_of
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import CELLS, Counts, Period
from onestop_desk.domain.money import format_number
from onestop_desk.domain.office import ClerkWord
from onestop_desk.services import catalogue, months, quality, reporting, upkeep
from onestop_desk.services.book import fee_book, register_book
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import PROGRAM, Desk, open_desk
from onestop_desk.services.fault import SupervisorNeeded
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import adopt_copy
from onestop_desk.services.progress import take_step
from onestop_desk.services.report_list import report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.reporting import Asked
from onestop_desk.services.step import Correction, Payment, Supplement
from tests.desks import SettableClock, a_procedure, an_application, open_new_desk
from tests.documents.pictures import bare, text

OCTOBER, NOVEMBER = MONTHS = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))


@pytest.fixture
def october(tmp_path: Any) -> Any:
    """Give a desk on 2 November with six dossiers of October, two of them ended."""
    clock = SettableClock(datetime(2026, 10, 5, 8, 0, tzinfo=VIETNAM))
    desk = open_new_desk(tmp_path / "data", clock=clock)
    desk.clerk = PROGRAM
    catalogue.begin(desk, a_procedure(fees=()))
    made = []
    for number in range(6):
        field = ("Hộ tịch", "Đất đai")[number % 2]
        made.append(accept(desk, an_application(f"o{number}", procedure=a_procedure(field=field, fees=()))))
        clock.forward(days=1)
    for one in made[:2]:
        take_step(desk, one.uid, Finished(clock(), ("Giấy",)))
    clock.now = datetime(2026, 11, 2, 8, 0, tzinfo=VIETNAM)
    yield desk, [one.uid for one in made], clock
    desk.close()


def _counts(desk: Desk, period: Any, by: By = By.FIELD) -> dict[str, Counts]:
    with counting(desk) as scope:
        return {row.key: row.counts for row in reporting.bieu06(scope, period, by).rows}


def test_what_is_written_down_after_the_closing_belongs_to_the_open_month(october: Any) -> None:
    desk, uids, clock = october
    months.close_month(desk, date(2026, 10, 20))
    published = _counts(desk, OCTOBER)
    take_step(desk, uids[2], Finished(datetime(2026, 10, 8, 9, 0, tzinfo=VIETNAM), ("Giấy",)))
    take_step(desk, uids[3], Correction(clock(), "channel", "online", "chọn nhầm"))
    assert _counts(desk, OCTOBER) == published
    november = sum(_counts(desk, NOVEMBER).values(), Counts())
    assert (november.before, november.online, november.direct, november.carried) == (1, 1, -1, 4)
    assert november.received == november.solved + november.open
    assert months.last_closed(desk) == date(2026, 10, 1)


def test_a_figure_with_corrections_opens_into_dossiers_of_the_same_number(october: Any) -> None:
    desk, uids, clock = october
    months.close_month(desk, date(2026, 10, 1))
    take_step(desk, uids[0], Correction(clock(), "channel", "online", "chọn nhầm"))
    take_step(desk, uids[5], Finished(datetime(2026, 10, 30, 9, 0, tzinfo=VIETNAM), ("Giấy",)))
    with counting(desk) as scope:
        for period in (OCTOBER, NOVEMBER):
            made = reporting.bieu06(scope, period)
            for cell in (*CELLS, "received", "solved", "open"):
                assert reporting.opened(scope, period, Asked((cell,))).count == getattr(made.total, cell), cell
                for row in made.rows:
                    counted = reporting.opened(scope, period, Asked((cell,), By.FIELD, row.key))
                    assert counted.count == getattr(row.counts, cell), (cell, row.key)
        back = reporting.opened(scope, NOVEMBER, Asked(("direct",))).taken_back
    assert [line.uid for line in back] == [uids[0]]


def test_a_month_closed_after_a_restore_counts_what_was_written_down_before_it(october: Any) -> None:
    desk, uids, clock = october
    open_month = _counts(desk, OCTOBER)
    desk.close()
    for counter in (3, 4):  # a restore of a restore: both earlier lives are this register's own
        desk = adopt_copy(desk.folder, counter, 0, "khôi phục", clock)
        desk.close()
    with closing(open_desk(desk.folder, clock)) as restored:
        restored.clerk = PROGRAM
        months.close_month(restored, date(2026, 10, 1))
        assert _counts(restored, OCTOBER) == open_month
        take_step(restored, uids[2], Finished(datetime(2026, 10, 8, 9, 0, tzinfo=VIETNAM), ("Giấy",)))
        assert _counts(restored, OCTOBER) == open_month
        assert sum(_counts(restored, NOVEMBER).values(), Counts()).before == 1


def test_the_summary_of_a_closed_month_stays_and_the_next_takes_the_rest(october: Any) -> None:
    desk, uids, clock = october
    months.close_month(desk, date(2026, 10, 1))
    with counting(desk) as scope:
        published = reporting.yearly(scope, OCTOBER)
    take_step(desk, uids[0], Correction(clock(), "channel", "online", "chọn nhầm"))
    take_step(desk, uids[4], Finished(datetime(2026, 10, 30, 9, 0, tzinfo=VIETNAM), ("Giấy",)))
    with counting(desk) as scope:
        assert reporting.yearly(scope, OCTOBER) == published
        november = reporting.yearly(scope, NOVEMBER)
    assert (november.solved.solved, november.online_solved, november.online_received) == (1, 1, 1)


@pytest.mark.parametrize(
    "steps",
    [
        (Withdrawn(datetime(2026, 10, 20, 9, 0, tzinfo=VIETNAM), "thôi"),),
        (
            Supplement(datetime(2026, 10, 20, 9, 0, tzinfo=VIETNAM)),
            Finished(datetime(2026, 10, 21, 9, 0, tzinfo=VIETNAM), ("Giấy",)),
        ),
    ],
)
def test_who_waited_for_papers_when_a_month_was_closed_waits_there_for_ever(october: Any, steps: Any) -> None:
    desk, uids, _ = october
    asked_at = datetime(2026, 10, 12, 9, 0, tzinfo=VIETNAM)
    for uid in uids[2:5]:
        take_step(desk, uid, SupplementRequested(asked_at, ("Ảnh",), "mờ"))
    take_step(desk, uids[3], Withdrawn(asked_at, "thôi"))
    months.close_month(desk, date(2026, 10, 1))
    for step in steps:
        take_step(desk, uids[2], step)
    with counting(desk) as scope:
        waiting = [
            sorted(uid for row in quality.delays(scope, month).values() for uid in row.waiting)
            for month in (OCTOBER, NOVEMBER)
        ]
    assert waiting == [sorted((uids[2], uids[4])), [uids[4]]]


def test_money_stays_in_the_field_that_its_closed_month_was_published_with(october: Any) -> None:
    desk, uids, clock = october
    paid_at = datetime(2026, 10, 20, 9, 0, tzinfo=VIETNAM)
    take_step(desk, uids[2], PaymentRequested(paid_at, 50_000))
    take_step(desk, uids[2], Payment(paid_at, 50_000, "tiền mặt"))
    published = _paid(desk, OCTOBER)
    months.close_month(desk, date(2026, 10, 1))
    catalogue.begin(desk, a_procedure(code="1.000001", field="Đất đai", fees=()))
    take_step(desk, uids[2], Correction(clock(), "procedure", "1.000001", "nhầm thủ tục"))
    assert _paid(desk, OCTOBER) == published == {"Hộ tịch": [1, 50_000], "Tổng số": [1, 50_000]}
    both = Period(OCTOBER.first, NOVEMBER.last)
    assert _paid(desk, both) == {"Đất đai": [1, 50_000], "Tổng số": [1, 50_000]}


def _paid(desk: Desk, period: Period) -> dict[str, list[int]]:
    rows = report(desk, "fees", ReportAsk(period)).table.all_rows
    return {str(row[0]): [number_of(cell) for cell in row[1:3]] for row in rows}


def test_the_fee_book_holds_what_the_report_of_fees_counts(october: Any) -> None:
    desk, uids, _ = october
    told = [(uids[2], 50_000, 20), (uids[3], 7_000, 21), (uids[4], 30_000, 31)]
    for uid, amount, day in told:
        if uid == uids[4]:
            months.close_month(desk, date(2026, 10, 1))
        at = datetime(2026, 10, day, 9, 0, tzinfo=VIETNAM)
        take_step(desk, uid, PaymentRequested(at, amount))
        take_step(desk, uid, Payment(at, amount, "tiền mặt"))
    for period, total in ((OCTOBER, 57_000), (NOVEMBER, 30_000)):
        assert _paid(desk, period)["Tổng số"][1] == total
        assert format_number(total) in text(fee_book(desk, period.first, period.last))


def test_the_register_on_paper_holds_what_the_reports_count_in_the_order_of_reception(october: Any) -> None:
    desk, _, _ = october
    months.close_month(desk, date(2026, 10, 1))
    late = accept(desk, an_application("late", received_at=datetime(2026, 10, 6, 9, 0, tzinfo=VIETNAM)))
    for period in (OCTOBER, NOVEMBER):
        rows = report(desk, "register", ReportAsk(period)).table.rows
        words = bare(text(register_book(desk, period.first, period.last)))
        places = [words.find(bare(str(row[1]))) for row in rows]
        assert rows
        assert -1 not in places
        assert places == sorted(places)
        assert (late.code in [row[1] for row in rows]) is (period is NOVEMBER)
        assert (bare(late.code) in words) is (period is NOVEMBER)


def test_a_later_month_says_that_it_puts_a_closed_one_right(october: Any) -> None:
    desk, uids, clock = october
    months.close_month(desk, date(2026, 10, 1))
    take_step(desk, uids[0], Correction(clock(), "channel", "online", "chọn nhầm"))
    for name in ("bieu06", "yearly", "index", "evaluation"):
        notes = [report(desk, name, ReportAsk(month)).table.notes for month in (OCTOBER, NOVEMBER)]
        told = [[note for note in ones if "đính chính" in note] for ones in notes]
        assert [len(ones) for ones in told] == [0, 1], name
        assert told[1][0].startswith("Có 1 hồ sơ")


def test_an_overdue_list_stays_as_it_was_published(october: Any) -> None:
    desk, uids, clock = october
    take_step(desk, uids[2], Noted(datetime(2026, 10, 30, 8, 0, tzinfo=VIETNAM), "Lý do: chờ xác minh"))
    take_step(desk, uids[3], Noted(datetime(2026, 10, 30, 8, 0, tzinfo=VIETNAM), "gọi lại buổi chiều"))
    published = report(desk, "overdue", ReportAsk(OCTOBER)).table.rows
    months.close_month(desk, date(2026, 10, 1))
    take_step(desk, uids[2], Finished(clock(), ("Giấy",)))
    take_step(desk, uids[3], Correction(clock(), "due_at", "2026-12-01T08:00+07:00", "tính nhầm"))
    take_step(desk, uids[4], HandedOver(clock(), "Tư pháp"))
    assert report(desk, "overdue", ReportAsk(OCTOBER)).table.rows == published
    assert [row[8] for row in published].count("chờ xác minh") == 1
    november = report(desk, "overdue", ReportAsk(NOVEMBER)).table
    assert all(isinstance(row[6], int) and row[6] > 0 for row in (*published, *november.rows))


def test_a_second_request_for_papers_counts_in_the_month_of_the_request(october: Any) -> None:
    desk, uids, clock = october
    take_step(desk, uids[2], SupplementRequested(datetime(2026, 10, 30, 9, 0, tzinfo=VIETNAM), ("Ảnh",), "mờ"))
    take_step(desk, uids[2], Supplement(clock()))
    take_step(desk, uids[2], SupplementRequested(clock(), ("Ảnh",), "vẫn mờ"))
    take_step(desk, uids[2], Supplement(clock()))
    take_step(desk, uids[2], Finished(clock(), ("Giấy",)))
    take_step(desk, uids[3], Finished(clock(), ("Giấy",)))
    with counting(desk) as scope:
        again = [[uid for row in quality.delays(scope, month).values() for uid in row.asked_again] for month in MONTHS]
        asked_once = [quality.asked_once(scope, month).lines for month in MONTHS]
    assert again == [[], [uids[2]]]
    assert [{line.uid for line in lines} for lines in asked_once] == [{uids[0], uids[1]}, {uids[3]}]


def test_a_rebuilt_register_counts_the_same(october: Any) -> None:
    desk, uids, _ = october
    months.close_month(desk, date(2026, 10, 1))
    take_step(desk, uids[2], Finished(datetime(2026, 10, 8, 9, 0, tzinfo=VIETNAM), ("Giấy",)))
    before = _counts(desk, NOVEMBER), _counts(desk, OCTOBER)
    upkeep.rebuild(desk)
    assert (_counts(desk, NOVEMBER), _counts(desk, OCTOBER)) == before


def test_what_happened_in_time_needs_no_bookings(october: Any) -> None:
    desk, uids, clock = october
    months.close_month(desk, date(2026, 10, 1))
    take_step(desk, uids[2], Finished(clock(), ("Giấy",)))
    accept(desk, an_application("new", procedure=a_procedure(fees=())))
    with counting(desk) as scope:
        assert scope.late == ()


def test_a_month_is_closed_once_when_it_is_over_by_a_supervisor(october: Any) -> None:
    desk, _, _ = october
    with pytest.raises(BadValue, match="month"):
        months.close_month(desk, date(2026, 11, 1))
    months.close_month(desk, date(2026, 10, 1))
    for day in (date(2026, 10, 9), date(2026, 9, 9)):
        with pytest.raises(BadValue) as refused:
            months.close_month(desk, day)
        assert refused.value.reason == "closed"
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    with pytest.raises(SupervisorNeeded):
        months.close_month(desk, date(2026, 10, 1))


def test_the_first_day_of_the_next_month_is_enough(october: Any) -> None:
    desk, _, clock = october
    clock.now = datetime(2026, 10, 31, 23, 59, tzinfo=VIETNAM)
    with pytest.raises(BadValue):
        months.close_month(desk, date(2026, 10, 31))
    clock.now += timedelta(minutes=1)
    assert months.close_month(desk, date(2026, 10, 31)).month == date(2026, 10, 1)
