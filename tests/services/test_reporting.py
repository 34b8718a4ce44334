"""Figures that add up: SQL against the definitions, against another count of the raw events, and opened one by one."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Extended, Finished, Refused, Stopped, Withdrawn
from onestop_desk.domain.figures import Figure
from onestop_desk.domain.measures import CELLS, SUMS, Counts, Facts, Period, cells_of, percent
from onestop_desk.services import report_list, reporting
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.plot_figures import by_week, open_by_age
from onestop_desk.services.progress import take_step
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.reporting import Asked
from tests.desks import SettableClock, a_procedure, an_application
from tests.services.raw_count import Case, RawCount

DAYS = st.integers(0, 60)
START = datetime(2026, 9, 1, 8, 0, tzinfo=VIETNAM)
ENDS = (Finished, Withdrawn, Stopped, Refused, None)


@pytest.fixture
def random_register(desk: Desk) -> Desk:
    """Give a register of 120 dossiers received and ended all over two months, some at midnight."""
    fields = ("Hộ tịch", "Đất đai", "Chứng thực")
    for number in range(120):
        at = START + timedelta(days=number * 7 % 61, hours=(number * 5) % 24, minutes=number % 60)
        if number % 17 == 0:
            at = datetime.combine(at.date(), datetime.min.time(), VIETNAM)
        procedure = a_procedure(field=fields[number % 3], code=f"1.00000{number % 3}", fees=())
        channel = (Channel.DIRECT, Channel.ONLINE, Channel.POST)[number % 7 % 3]
        form = an_application(f"f{number}", procedure=procedure, received_at=at, channel=channel)
        made = accept(desk, form)
        kind = ENDS[number % 5]
        if kind is None:
            continue
        ended = at + timedelta(days=number % 9, hours=number % 5)
        event: Any = kind(ended, ("Giấy",)) if kind is Finished else kind(ended, "lý do")
        take_step(desk, made.uid, event)
    return desk


def _cases(desk: Desk) -> list[tuple[Case, Facts]]:
    """Return every dossier as the raw events have it, and what the definitions look at."""
    raw = RawCount(desk)
    known = [case for uid in raw.uids if (case := raw.known(uid)) is not None]
    way = {True: Channel.ONLINE, False: Channel.DIRECT}
    return [(case, Facts(case.received, case.ended, case.due, channel=way[case.is_online])) for case in known]


def _counted(cases: list[Facts], period: Period) -> Counts:
    found = [cells_of(case, period) for case in cases]
    return Counts(*(sum(cell in cells for cells in found) for cell in CELLS))


@pytest.mark.parametrize("by", list(By))
def test_every_row_is_what_the_raw_events_say(random_register: Desk, by: By) -> None:
    for first, last in ((0, 0), (3, 20), (0, 29), (30, 60), (0, 200), (59, 90)):
        period = Period(START.date() + timedelta(days=first), START.date() + timedelta(days=last))
        with counting(random_register) as scope:
            made = reporting.bieu06(scope, period, by)
        cases = _cases(random_register)
        assert made.total == _counted([facts for _, facts in cases], period)
        for row in made.rows:
            mine = [facts for case, facts in cases if by is By.OFFICER or getattr(case, by.value) == row.key]
            assert row.counts == _counted(mine, period), row.key


@given(first=DAYS, length=DAYS, cell=st.sampled_from([*CELLS, *SUMS]))
@settings(max_examples=25)
def test_a_figure_opens_into_exactly_its_dossiers_and_the_identities_hold(
    random_register_once: Desk, first: int, length: int, cell: str
) -> None:
    period = Period(START.date() + timedelta(days=first), START.date() + timedelta(days=first + length))
    with counting(random_register_once) as scope:
        made = reporting.bieu06(scope, period)
        columns = made.total.columns()
        assert columns["3"] == columns["4"] + columns["5"] + columns["6"] == columns["7"] + columns["11"]
        assert columns["7"] == columns["8"] + columns["9"] + columns["10"]
        assert columns["11"] == columns["12"] + columns["13"]
        assert reporting.opened(scope, period, Asked((cell,))).count == getattr(made.total, cell)
        for row in made.rows:
            opened = reporting.opened(scope, period, Asked((cell,), By.FIELD, row.key))
            assert opened.count == getattr(row.counts, cell)


@pytest.fixture(scope="module")
def random_register_once(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give one random register to many examples."""
    from tests.desks import open_new_desk

    desk = open_new_desk(tmp_path_factory.mktemp("figures") / "data")
    yield random_register.__wrapped__(desk)  # type: ignore[attr-defined]
    desk.close()


def test_a_period_includes_both_its_days_to_the_last_minute(desk: Desk) -> None:
    day = date(2026, 12, 31)
    moments = [(30, 23, 59), (31, 0, 0), (31, 23, 59)]
    for number, (of_day, hour, minute) in enumerate(moments):
        at = datetime(2026, 12, of_day, hour, minute, tzinfo=VIETNAM)
        accept(desk, an_application(f"e{number}", received_at=at, procedure=a_procedure(fees=())))
    accept(desk, an_application("next", received_at=datetime(2027, 1, 1, 0, 0, tzinfo=VIETNAM)))
    with counting(desk) as scope:
        total = reporting.bieu06(scope, Period(day, day)).total
    assert (total.direct, total.carried) == (2, 1)


def test_a_period_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(BadValue):
        Period(date(2026, 2, 1), date(2026, 1, 31))


def test_a_dossier_of_another_agency_is_counted_at_its_origin_only(desk: Desk) -> None:
    made = accept(desk, an_application("a", procedure=a_procedure(fees=())))
    with desk.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE dossier SET agency = 'H31' WHERE uid = '{made.uid}'")
    today = desk.clock().astimezone(VIETNAM).date()
    with counting(desk) as scope:
        assert reporting.bieu06(scope, Period(today, today)).rows == ()


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(52006, 61953, "83,94%"), (9942, 61953, "16,05%"), (5, 61953, "0,01%"), (7429, 21500, "34,55%"), (0, 0, "0,00%")],
)
def test_shares_are_written_as_the_province_writes_them(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words


def _on(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("facts", "cell"),
    [
        (Facts(START, START + timedelta(days=3), None), "on"),  # no promise: on time
        (Facts(START, None, None), "open_in_time"),
        (Facts(START, _on(9, 30, 23, 59), _on(9, 30, 8)), "on"),
        (
            Facts(START, _on(9, 30, 0, 0), _on(10, 1, 0, 0)),
            "before",
        ),
        (Facts(START, _on(9, 30, 0, 1), _on(9, 29, 23)), "over"),
        (
            Facts(START, _on(10, 1, 0, 0), _on(9, 30)),
            "open_in_time",
        ),
        (Facts(START, None, _on(9, 29, 23, 59)), "open_late"),
    ],
)
def test_the_edges_of_a_month(facts: Facts, cell: str) -> None:
    september = Period(date(2026, 9, 1), date(2026, 9, 30))
    assert cells_of(facts, september) == {"direct", cell}


def test_an_apology_does_not_move_what_reports_measure_against(desk: Desk, clock: SettableClock) -> None:
    made = accept(desk, an_application("x", procedure=a_procedure(fees=())))
    due = made.due.due_at
    assert due is not None
    take_step(desk, made.uid, Extended(desk.clock(), due + timedelta(days=20), "thiếu người"))
    clock.now = due + timedelta(days=5)
    take_step(desk, made.uid, Finished(clock(), ("Giấy",)))
    month = Period(date(2026, 11, 1), date(2026, 12, 31))
    with counting(desk) as scope:
        assert reporting.bieu06(scope, month).total.over == 1


def test_an_open_dossier_is_late_by_its_first_promise_whatever_an_apology_says(
    desk: Desk, clock: SettableClock
) -> None:
    made = accept(desk, an_application("x", procedure=a_procedure(fees=())))
    due = made.due.due_at
    assert due is not None
    take_step(desk, made.uid, Extended(desk.clock(), due + timedelta(days=20), "thiếu người"))
    clock.now = due + timedelta(days=3)
    promised = due.astimezone(VIETNAM).date()
    with counting(desk) as scope:
        on_the_day = reporting.bieu06(scope, Period(promised, promised)).total
        after = reporting.bieu06(scope, Period(promised, promised + timedelta(days=1))).total
    assert (on_the_day.open_in_time, on_the_day.open_late) == (1, 0)
    assert (after.open_in_time, after.open_late) == (0, 1)


@pytest.mark.parametrize(("days", "late"), [(0, 0), (1, 1)])
def test_a_period_that_still_runs_calls_nothing_late_that_is_not(
    desk: Desk, clock: SettableClock, days: int, late: int
) -> None:
    made = accept(desk, an_application("x", procedure=a_procedure(fees=())))
    assert made.due.due_at is not None
    clock.now = made.due.due_at + timedelta(days=days)
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    with counting(desk) as scope:
        total = reporting.bieu06(scope, year).total
        told = report_list.report_in(desk, scope, "overdue", ReportAsk(year)).table.rows
        weeks, ages = (make(scope, year).table for make in (by_week, open_by_age))
    assert (total.open_in_time, total.open_late) == (1 - late, late)
    assert [row[6] for row in told] == [1] * late
    assert weeks.rows[-1][0] == "23/11 – 29/11"
    assert [figure.count for _, figure in ages.rows if isinstance(figure, Figure)] == [0, 0, 1, 0, 0, 0]
