"""Figures of registers that nobody has written by hand: they add up, open into their dossiers, stay when a month is
closed, and are what another count of the raw payloads finds."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import event, given, settings
from hypothesis import strategies as st

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import CELLS, SUMS, Counts, Period
from onestop_desk.services import quality, reporting
from onestop_desk.services.counting import By, Scope, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.report_list import REPORTS
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.reporting import Asked
from tests.services import raw_figures
from tests.services.opened import require_open
from tests.services.random_register import PROCEDURES, Deed, deeds, play

EXAMPLES = int(os.environ.get("ONESTOP_RANDOM_REGISTERS", "12"))
NOVEMBER, DECEMBER = Period(date(2026, 11, 1), date(2026, 11, 30)), Period(date(2026, 12, 1), date(2026, 12, 31))
JANUARY, YEAR = Period(date(2027, 1, 1), date(2027, 1, 31)), Period(date(2026, 1, 1), date(2026, 12, 31))
LAST_DAY, FIRST_DAY = Period(date(2026, 12, 31), date(2026, 12, 31)), Period(date(2027, 1, 1), date(2027, 1, 1))
ALL = Period(date(2026, 1, 1), date(2028, 12, 31))
periods = st.sampled_from((NOVEMBER, DECEMBER, JANUARY, YEAR, LAST_DAY, FIRST_DAY)) | st.builds(
    lambda day, days: Period(day, day + timedelta(days=days)),
    st.dates(date(2026, 11, 1), date(2027, 2, 28)),
    st.integers(0, 40),
)


@contextmanager
def _figures_of(done: list[Deed]) -> Iterator[tuple[Desk, Scope]]:
    with tempfile.TemporaryDirectory() as folder:
        desk = play(Path(folder) / "data", done)
        try:
            with counting(desk) as scope:
                event(f"months closed: {len(scope.closings)}, bookings: {bool(scope.late)}")
                yield desk, scope
        finally:
            desk.close()


@settings(max_examples=EXAMPLES)
@given(deeds(closing=True), periods)
def test_the_columns_add_up_and_every_cut_has_the_same_total(done: list[Deed], period: Period) -> None:
    with _figures_of(done) as (_, scope):
        made = {by: reporting.bieu06(scope, period, by) for by in By}
        for table in made.values():
            for counts in (table.total, *(row.counts for row in table.rows)):
                columns = counts.columns()
                assert columns["3"] == columns["4"] + columns["5"] + columns["6"] == columns["7"] + columns["11"]
                assert columns["7"] == columns["8"] + columns["9"] + columns["10"]
                assert columns["11"] == columns["12"] + columns["13"]
        assert len({table.total for table in made.values()}) == 1
        summary = reporting.yearly(scope, period)
        total = made[By.FIELD].total
        assert (summary.solved.before, summary.solved.on, summary.solved.over) == (total.before, total.on, total.over)


@settings(max_examples=EXAMPLES)
@given(deeds(closing=True))
def test_months_make_the_year_whatever_was_closed_on_the_way(done: list[Deed]) -> None:
    whole = Period(date(2026, 11, 1), date(2028, 3, 31))
    with _figures_of(done) as (_, scope):
        parts, day = [], whole.first
        while day <= whole.last:
            parts.append(reporting.bieu06(scope, month_of(day)).total)
            day = month_of(day).last + timedelta(days=1)
        made = reporting.bieu06(scope, whole).total
        added = sum(parts, Counts())
        assert (added.before, added.on, added.over) == (made.before, made.on, made.over)
        assert (added.online, added.direct) == (made.online, made.direct)
        assert (parts[-1].open_in_time, parts[-1].open_late) == (made.open_in_time, made.open_late)
        assert all(later.carried == earlier.open for earlier, later in pairwise(parts))


@settings(max_examples=EXAMPLES)
@given(deeds(closing=True), periods)
def test_every_number_of_every_report_and_plot_opens_into_as_many_dossiers(done: list[Deed], period: Period) -> None:
    with _figures_of(done) as (_, scope):
        asks = [(name, ReportAsk(period, offered=PROCEDURES)) for name in REPORTS]
        asks += [("bieu06", ReportAsk(period, by)) for by in By]
        opened = sum(require_open(scope, period, REPORTS[name](scope, ask)) for name, ask in asks)
        opened += sum(require_open(scope, period, make(scope, period).table) for make in PLOTS.values())
        assert opened >= reporting.bieu06(scope, period).total.received


@settings(max_examples=EXAMPLES)
@given(deeds(closing=True), periods, st.sampled_from((*CELLS, *SUMS)))
def test_the_rows_of_a_figure_hold_the_dossiers_of_its_total_each_once(
    done: list[Deed], period: Period, cell: str
) -> None:
    with _figures_of(done) as (_, scope):
        whole = reporting.opened(scope, period, Asked((cell,)))
        net: Counter[str] = Counter()
        for row in reporting.bieu06(scope, period).rows:
            part = reporting.opened(scope, period, Asked((cell,), By.FIELD, row.key))
            net.update(line.uid for line in part.lines)
            net.subtract(line.uid for line in part.taken_back)
        expected = Counter(line.uid for line in whole.lines)
        expected.subtract(line.uid for line in whole.taken_back)
        assert +net == +expected and -net == -expected


@settings(max_examples=4 * EXAMPLES)
@given(deeds(closing=False), periods)
def test_the_figures_are_those_of_another_count_of_the_raw_payloads(done: list[Deed], period: Period) -> None:
    first, last = period.first, period.last
    with _figures_of(done) as (desk, scope):
        cases, today = raw_figures.raw_cases(desk), scope.now.astimezone(VIETNAM).date()
        made = reporting.bieu06(scope, period)
        assert _cells(made.total) == raw_figures.bieu06(cases, first, last, today)
        for row in made.rows:
            mine = [case for case in cases if case.field == row.key]
            assert _cells(row.counts) == raw_figures.bieu06(mine, first, last, today), row.key
        for row in reporting.bieu06(scope, period, By.PROCEDURE).rows:
            mine = [case for case in cases if case.code == row.key]
            assert _cells(row.counts) == raw_figures.bieu06(mine, first, last, today), row.key
        assert _summary(reporting.yearly(scope, period)) == +raw_figures.yearly(cases, first, last)
        assert sorted(line.uid for line in reporting.overdue(scope, period)) == raw_figures.overdue(
            cases, first, last, today
        )


@settings(max_examples=3 * EXAMPLES)
@given(deeds(closing=False), periods)
def test_what_was_said_is_that_of_the_raw_payloads(done: list[Deed], period: Period) -> None:
    first, last = period.first, period.last
    with _figures_of(done) as (desk, scope):
        cases = raw_figures.raw_cases(desk)
        delays = quality.delays(scope, period).values()
        asked = sorted(uid for uid, _ in raw_figures.said(cases, "supplement_requested", first, last))
        extended = sorted(uid for uid, _ in raw_figures.said(cases, "extended", first, last))
        assert sorted(uid for row in delays for uid in row.asked) == asked
        assert sorted(uid for row in delays for uid in row.extended) == extended
        paid = sum(said["amount"] for _, said in raw_figures.said(cases, "paid", first, last))
        assert sum(one.event.amount for one in quality.payments(scope, period)) == paid
        last_word = {uid: said["level"] for uid, said in raw_figures.said(cases, "rated", first, last)}
        made = quality.satisfaction(scope, period)
        assert {uid: level for level in quality.LEVELS for uid in made.uids(level)} == last_word


@settings(max_examples=EXAMPLES)
@given(deeds(closing=True))
def test_a_closed_month_reads_after_everything_as_it_read_when_it_was_closed(done: list[Deed]) -> None:
    closings = [place for place, deed in enumerate(done) if deed.what == "close the month before"]
    with _figures_of(done) as (_, scope):
        if not scope.closings:
            return
        month = month_of(scope.closings[0].month)
        in_the_end = {by: reporting.bieu06(scope, month, by).total for by in By}
    for place in closings:
        with _figures_of(done[: place + 1]) as (_, scope):
            if scope.closings:
                assert {by: reporting.bieu06(scope, month, by).total for by in By} == in_the_end
                return


def _cells(counts: Counts) -> Counter[str]:
    return +Counter({cell: getattr(counts, cell) for cell in CELLS})


def _summary(made: reporting.Yearly) -> Counter[str]:
    ways = {name: getattr(made.solved, name) for name in ("before", "on", "over")}
    ways |= {f"five_{name}": getattr(made.on_site_five, name) for name in ("before", "on", "over")}
    return +Counter({**ways, "online_solved": made.online_solved, "online_received": made.online_received})
