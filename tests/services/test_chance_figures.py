"""Figures of registers of chance: their identities, every number opened, and another count of the raw events.

ONESTOP_REGISTER_EXAMPLES says how many registers each property sees, a third of them where all is opened one by one.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onestop_desk.domain.figures import Figure, FigureTable, Share
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import CELLS, SUMS, Counts, Period
from onestop_desk.services import quality, quality_tables, report_tables, reporting
from onestop_desk.services.counting import By, Scope, counting
from onestop_desk.services.figure_opening import open_figure
from onestop_desk.services.overdue_table import overdue_table
from onestop_desk.services.plot_figures import AGES, PLOTS
from onestop_desk.services.report_list import REPORTS
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.reporting import Asked, Opened
from tests.services.chance import EDGES, FIRST, LAST, MONTHS, PROCEDURES, Story, make_template, played, stories
from tests.services.raw_count import RawCount, day_of, midnight

EXAMPLES = int(os.environ.get("ONESTOP_REGISTER_EXAMPLES", "18"))
ALL = Period(FIRST, LAST)
LONGEST = 1_000
NEW_YEARS_EVE = Period(date(2026, 12, 31), date(2026, 12, 31))
OF_CHANCE = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
OPENED_ONE_BY_ONE = settings(OF_CHANCE, max_examples=max(1, EXAMPLES // 3))


def _from_to(first: int, length: int) -> Period:
    begin = FIRST + timedelta(days=first)
    return Period(begin, begin + timedelta(days=length))


PERIODS = st.one_of(
    st.sampled_from((ALL, NEW_YEARS_EVE, *map(month_of, MONTHS))),
    st.builds(_from_to, st.sampled_from(EDGES), st.sampled_from((0, 0, 1, 29, 30))),
    st.builds(_from_to, st.integers(0, EDGES[-1]), st.integers(0, 40)),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the office that every register of chance is a copy of."""
    return make_template(tmp_path_factory.mktemp("chance") / "data")


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_the_identities_hold_and_every_cut_has_the_same_total(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        made = {by: reporting.bieu06(scope, period, by) for by in By}
        for by, table in made.items():
            assert table.total == made[By.FIELD].total, by
            for counts in (table.total, *(row.counts for row in table.rows)):
                _require_identities(counts.columns())
        for by in By:
            (_, *cells) = report_tables.bieu06_table(scope, ReportAsk(period, by)).total[1:]
            assert [cell.count for cell in cells] == list(made[by].total.columns().values())


def _require_identities(column: dict[str, int]) -> None:
    assert column["3"] == column["4"] + column["5"] + column["6"] == column["7"] + column["11"]
    assert column["7"] == column["8"] + column["9"] + column["10"]
    assert column["11"] == column["12"] + column["13"]


@given(story=stories())
@OF_CHANCE
def test_months_make_up_their_quarter_and_each_begins_where_the_last_one_ended(template: Path, story: Story) -> None:
    months = [month_of(month) for month in MONTHS]
    with played(template, story) as desk, counting(desk) as scope:
        for by in By:
            _require_sum([_rows(scope, month, by) for month in months], _rows(scope, ALL, by))
        parts, whole = [reporting.yearly(scope, month) for month in months], reporting.yearly(scope, ALL)
        total = reporting.bieu06(scope, ALL).total
    assert sum((part.solved for part in parts), Counts()) == whole.solved
    assert sum((part.on_site_five for part in parts), Counts()) == whole.on_site_five
    assert sum(part.online_solved for part in parts) == whole.online_solved
    assert sum(part.online_received for part in parts) == whole.online_received == total.online
    assert (whole.solved.before, whole.solved.on, whole.solved.over) == (total.before, total.on, total.over)


def _rows(scope: Scope, period: Period, by: By) -> dict[str, Counts]:
    return defaultdict(Counts, {row.key: row.counts for row in reporting.bieu06(scope, period, by).rows})


def _require_sum(parts: list[dict[str, Counts]], whole: dict[str, Counts]) -> None:
    for key in {key for rows in (*parts, whole) for key in rows}:
        counts = [rows[key] for rows in parts]
        for cell in ("online", "direct", "before", "on", "over"):
            assert sum(getattr(one, cell) for one in counts) == getattr(whole[key], cell), (key, cell)
        assert [one.carried for one in counts] == [whole[key].carried, *(one.open for one in counts[:-1])], key
        assert counts[-1].open == whole[key].open, key


@given(story=stories(20), period=PERIODS)
@OPENED_ONE_BY_ONE
def test_every_number_of_every_report_opens_into_as_many_dossiers(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        for table in _tables(scope, period):
            for figure in _figures(table):
                assert open_figure(scope, period, figure).count == figure.count, (table.name, figure)


def _tables(scope: Scope, period: Period) -> Iterator[FigureTable]:
    for name, make in REPORTS.items():
        for by in By if name == "bieu06" else (By.FIELD,):
            yield make(scope, ReportAsk(period, by, PROCEDURES))
    for plot in PLOTS.values():
        yield plot(scope, period).table


def _figures(table: FigureTable) -> list[Figure]:
    return [cell for row in table.all_rows for cell in row if isinstance(cell, Figure)]


@given(story=stories(20), period=PERIODS)
@OPENED_ONE_BY_ONE
def test_the_parts_of_a_sum_share_no_dossier_and_are_its_dossiers(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        for cell, parts in SUMS.items():
            whole = reporting.opened(scope, period, Asked((cell,)))
            opened = [reporting.opened(scope, period, Asked((part,))) for part in parts]
            assert _nonzero(opened) == _nonzero([whole]), cell
            assert _standing_twice(opened) == set(), cell
        for by in By:
            keys = [row.key for row in reporting.bieu06(scope, period, by).rows]
            for cell in CELLS:
                rows = [reporting.opened(scope, period, Asked((cell,), by, key)) for key in keys]
                assert _nonzero(rows) == _nonzero([reporting.opened(scope, period, Asked((cell,)))]), (by, cell)
                assert _standing_twice(rows) == set(), (by, cell)


def _standing_twice(parts: list[Opened]) -> set[str]:
    """Return the dossiers that more than one part counts; none where a correction takes any of them back."""
    if any(part.taken_back for part in parts):
        return set()
    stands = Counter(line.uid for part in parts for line in part.lines)
    return {uid for uid, times in stands.items() if times > 1}


def _nonzero(opened: list[Opened]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in opened:
        found.update(line.uid for line in one.lines)
        found.subtract(line.uid for line in one.taken_back)
    return {uid: weight for uid, weight in found.items() if weight}


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_every_cell_counts_the_dossiers_that_the_raw_events_say(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        raw = RawCount(desk)
        for by in By:
            told = raw.bieu06(period.first, period.last, by.value)
            rows = _rows(scope, period, by)
            assert set(rows) == {key for key, _ in told}
            for key in rows:
                for cell in CELLS:
                    said = dict(told.get((key, cell), {}))
                    assert _nonzero([reporting.opened(scope, period, Asked((cell,), by, key))]) == said, (by, key, cell)
                    assert getattr(rows[key], cell) == sum(said.values()), (by, key, cell)


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_the_summary_and_the_overdue_list_are_what_the_raw_events_say(
    template: Path, story: Story, period: Period
) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        raw = RawCount(desk)
        told, made = raw.yearly(period.first, period.last), reporting.yearly(scope, period)
        late = overdue_table(scope, ReportAsk(period)).rows
        assert sorted(row[1:] for row in _overdue(raw, period)) == sorted((row[1], *row[3:]) for row in late)
    for way in ("before", "on", "over"):
        assert (getattr(made.solved, way), getattr(made.on_site_five, way)) == (told[way], told[f"five_{way}"])
    assert (made.online_solved, made.online_received) == (told["online_solved"], told["online_received"])


def _overdue(raw: RawCount, period: Period) -> Iterator[tuple[Any, ...]]:
    cells = raw.bieu06(period.first, period.last, "agency")
    weights: Counter[str] = Counter()
    for (_, cell), uids in cells.items():
        if cell in ("over", "open_late"):
            weights.update(uids)
    end = midnight(period.last + timedelta(days=1))
    for uid, weight in weights.items():
        case = raw.known(uid, end)
        assert case is not None
        promise = case.promise
        assert promise is not None
        ended = day_of(case.ended) if case.ended is not None and case.has_gone(end) else None
        days = ((ended or period.last) - day_of(promise)).days
        reason = raw.reason(uid, end) or "Chưa ghi lý do"
        for _ in range(weight):
            assert days > 0
            read = day_of(case.received), day_of(promise), ended, days
            yield uid, raw.code(uid), *read, raw.holder(uid, end) or "(tại quầy)", reason


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_plots_draw_what_the_raw_events_say(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        raw = RawCount(desk)
        hours = {figure.key: figure.count for figure in _figures(PLOTS["hours"](scope, period).table)}
        ages = [figure.count for figure in _figures(PLOTS["ages"](scope, period).table)]
    told = raw.hours(period.first, period.last)
    assert {key: count for key, count in hours.items() if count} == {str(at): told[at] for at in told if told[at]}
    days = raw.ages(period.last)
    assert ages == [sum(low <= one <= (LONGEST if high is None else high) for one in days) for low, high in AGES]


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_the_shares_of_the_index_are_what_the_raw_events_say(template: Path, story: Story, period: Period) -> None:
    with played(template, story) as desk, counting(desk) as scope:
        raw = RawCount(desk)
        index = {one.name: one.share for one in quality.index_766(scope, period, PROCEDURES)}
        (_, _, again, *_) = quality.evaluation_61(scope, period, PROCEDURES, {})
    days = period.first, period.last
    cells = {cell: sum(uids.values()) for (_, cell), uids in raw.bieu06(*days, "agency").items()}
    before, on, over, online, direct = (cells.get(name, 0) for name in ("before", "on", "over", "online", "direct"))
    paid = [event.get("method", "") for _, event in raw.said("paid", *days) if event["amount"]]
    ways = [event.get("way", "counter") for _, event in raw.said("returned", *days)]
    levels = list({uid: event["level"] for uid, event in raw.said("rated", *days)}.values())
    assert index["progress"] == Share(before + on, before + on + over)
    assert index["online"] == Share(online, online + direct)
    assert index["payment"] == Share(paid.count("chuyển khoản"), len(paid))
    assert index["digitisation"] == Share(ways.count("electronic"), len(ways))
    assert index["satisfaction"] == Share(len(levels) - levels.count(3), len(levels))
    solved = before + on + over
    assert again.share == Share(solved - _asked_twice(raw, period), solved)


def _asked_twice(raw: RawCount, period: Period) -> int:
    asked = Counter(uid for uid, _ in raw.said("supplement_requested", FIRST - timedelta(days=400), period.last))
    solved: Counter[str] = Counter()
    for (_, cell), uids in raw.bieu06(period.first, period.last, "agency").items():
        if cell in ("before", "on", "over"):
            solved.update(uids)
    return sum(solved[uid] for uid, times in asked.items() if times > 1)


@given(story=stories(), period=PERIODS)
@OF_CHANCE
def test_supplements_money_and_satisfaction_are_what_the_raw_events_say(
    template: Path, story: Story, period: Period
) -> None:
    ask = ReportAsk(period)
    with played(template, story) as desk, counting(desk) as scope:
        raw = RawCount(desk)
        delays = quality_tables.delays_table(scope, ask)
        assert _plain(delays, leave_out=5) == _told(raw, period, _delays_of)
        assert _plain(quality_tables.fees_table(scope, ask)) == _told(raw, period, _fees_of)
        assert _plain(quality_tables.satisfaction_table(scope, ask), leave_out=5) == _told(raw, period, _said_of)
        waits = raw.waits(period.first, period.last)
        for name, mean in ((str(row[0]), row[5]) for row in delays.rows):
            _require_mean([days for uid, days in waits if raw.field(uid, period.last) == name], mean)
        _require_mean([days for _, days in waits], delays.total[5])


def _require_mean(days: list[Fraction], shown: object) -> None:
    if not days:
        assert shown is None
        return
    assert isinstance(shown, Decimal)
    assert abs(Fraction(shown) - sum(days) / len(days)) <= Fraction(501, 10_000)


def _plain(table: FigureTable, leave_out: int | None = None) -> dict[str, tuple[Any, ...]]:
    rows = {}
    for row in table.all_rows:
        cells = [cell for place, cell in enumerate(row) if place not in (0, leave_out)]
        rows[str(row[0])] = tuple(cell.count if isinstance(cell, Figure) else cell for cell in cells)
    return rows


def _told(raw: RawCount, period: Period, of: Any) -> dict[str, tuple[int, ...]]:
    """Return the rows that a count of some dossiers gives, of each field in which anything counts, and of all."""
    field = {uid: raw.field(uid, period.last) for uid in raw.uids}
    rows = {name: of(raw, period, {uid for uid in field if field[uid] == name}) for name in sorted(set(field.values()))}
    return {**{name: row for name, row in rows.items() if any(row)}, "Tổng số": of(raw, period, set(raw.uids))}


def _delays_of(raw: RawCount, period: Period, uids: set[str]) -> tuple[int, ...]:
    asked, answered, extended = (
        [uid for uid, _ in raw.said(kind, period.first, period.last) if uid in uids]
        for kind in ("supplement_requested", "supplemented", "extended")
    )
    ever = raw.said("supplement_requested", FIRST - timedelta(days=400), period.last)
    times = Counter(uid for uid, _ in ever)
    again = sum(1 for uid in set(asked) if times[uid] > 1)
    waiting = sum(uid in uids for uid in raw.waiting(period.last))
    return len(asked), again, len(answered), waiting, len(extended)


def _fees_of(raw: RawCount, period: Period, uids: set[str]) -> tuple[int, ...]:
    paid = [event for uid, event in raw.said("paid", period.first, period.last) if uid in uids]
    free = [event for event in paid if event.get("exempt_reason")]
    back = [
        event.get("refunded", 0)
        for kind in ("withdrawn", "stopped")
        for uid, event in raw.said(kind, period.first, period.last)
        if uid in uids
    ]
    given_back = sum(1 for amount in back if amount)
    return len(paid) - len(free), sum(event["amount"] for event in paid), len(free), given_back, sum(back)


def _said_of(raw: RawCount, period: Period, uids: set[str]) -> tuple[int, ...]:
    last = {uid: event["level"] for uid, event in raw.said("rated", period.first, period.last) if uid in uids}
    levels = Counter(last.values())
    return levels[1], levels[2], levels[3], len(last)
