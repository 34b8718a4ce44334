"""Every number of every report opens into dossiers of exactly that number, and says what the raw events say."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import cell_words
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period
from onestop_desk.services import catalogue, quality
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.record import EVENT
from onestop_desk.services.report_list import REPORTS, freshness_words, report
from onestop_desk.services.report_tables import ReportAsk
from tests.desks import a_procedure, an_application
from tests.documents.pictures import text
from tests.services.busy_year import PROCEDURES, make_busy_register
from tests.services.opened import figures_of, require_open

SEPTEMBER, OCTOBER = month_of(date(2026, 9, 1)), month_of(date(2026, 10, 1))
PERIODS = (
    SEPTEMBER,
    OCTOBER,
    Period(date(2026, 9, 10), date(2026, 10, 12)),
    Period(date(2026, 1, 1), date(2026, 12, 31)),
)


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give one busy register to all of these tests, which only read."""
    desk = make_busy_register(tmp_path_factory.mktemp("busy") / "data")
    yield desk
    desk.close()


@pytest.mark.parametrize("name", REPORTS)
def test_every_number_opens_into_its_dossiers(busy: Desk, name: str) -> None:
    counted = 0
    with counting(busy) as scope:
        for period in PERIODS:
            for by in By if name == "bieu06" else (By.FIELD,):
                table = REPORTS[name](scope, ReportAsk(period, by, PROCEDURES))
                counted += require_open(scope, period, table)
    assert counted or name in ("overdue", "requests", "visits", "register", "cuts", "index", "evaluation"), (
        "a register in which nothing counts shows nothing"
    )


@pytest.mark.parametrize("name", PLOTS)
def test_every_bar_opens_into_its_dossiers(busy: Desk, name: str) -> None:
    with counting(busy) as scope:
        for period in PERIODS:
            made = PLOTS[name](scope, period)
            assert require_open(scope, period, made.table) or name == "ages"
            drawn = [count for series in made.plot.series for count in series.counts]
            assert sorted(drawn) == sorted(figure.count for figure in figures_of(made.table))


def test_plots_of_a_period_are_made_and_drawn_with_the_numbers_of_each(busy: Desk) -> None:
    made = plot_report(busy, OCTOBER)
    with counting(busy) as scope:
        assert made.plots == tuple(make(scope, OCTOBER) for make in PLOTS.values())
    printed = "".join(text(draw_plot_report(busy, made)).split())
    for table in made.tables:
        for row in table.rows:
            words = [cell_words(cell, column.sort) for cell, column in zip(row, table.columns, strict=True)]
            assert "".join("".join(words).split()) in printed
    assert "".join(freshness_words(made.freshness).split()) in printed


def test_weeks_that_are_left_out_are_said(busy: Desk) -> None:
    with counting(busy) as scope:
        assert PLOTS["weeks"](scope, PERIODS[-1]).table.notes == ("Biểu đồ và bảng lấy 13 tuần cuối của kỳ.",)
        assert PLOTS["weeks"](scope, OCTOBER).table.notes == ()


def test_the_busy_register_has_late_facts_corrections_and_closed_months(busy: Desk) -> None:
    with counting(busy) as scope:
        assert len(scope.closings) == 1
        assert any(booking.sign < 0 for late in scope.late for booking in late.bookings)


def _raw(desk: Desk, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Read the payloads of a kind, knowing no fold and no projection."""
    with desk.reading() as connection:
        rows = connection.execute(EVENT.select().where(EVENT.c.kind == kind).order_by(EVENT.c.id)).all()
    return [(row.subject, json.loads(row.payload)["event"]) for row in rows]


def test_satisfaction_is_each_persons_last_word(busy: Desk) -> None:
    last = {subject: event["level"] for subject, event in _raw(busy, "rated")}
    with counting(busy) as scope:
        made = quality.satisfaction(scope, PERIODS[-1])
    assert {level: len(made.uids(level)) for level in quality.LEVELS} == {
        level: Counter(last.values())[level] for level in quality.LEVELS
    }
    assert sum(times for _, times in made.reasons) == sum(
        1 for subject in last if [event for of, event in _raw(busy, "rated") if of == subject][-1].get("reason")
    )


def test_supplements_apologies_and_payments_are_those_of_the_log(busy: Desk) -> None:
    with counting(busy) as scope:
        rows = quality.delays(scope, PERIODS[-1]).values()
        paid = quality.payments(scope, PERIODS[-1])
    assert sum(len(row.asked) for row in rows) == len(_raw(busy, "supplement_requested"))
    assert sum(len(row.answered) for row in rows) == len(_raw(busy, "supplemented"))
    assert sum(len(row.extended) for row in rows) == len(_raw(busy, "extended"))
    assert sum(one.event.amount for one in paid) == sum(event["amount"] for _, event in _raw(busy, "paid"))


def test_what_waits_for_papers_at_the_end_of_a_period_is_told(busy: Desk) -> None:
    waiting: set[str] = set()
    ends = ("withdrawn", "stopped", "finished", "refused")
    with busy.reading() as connection:
        rows = connection.execute(EVENT.select().order_by(EVENT.c.id)).all()
    for row in rows:
        if row.kind == "supplement_requested":
            waiting.add(row.subject)
        elif row.kind in ("supplemented", *ends):
            waiting.discard(row.subject)
    with counting(busy) as scope:
        rows_of_delays = quality.delays(scope, PERIODS[-1]).values()
    assert sorted(f"dossier/{uid}" for row in rows_of_delays for uid in row.waiting) == sorted(waiting)


def test_a_closed_month_takes_nothing_more_of_what_was_said(busy: Desk) -> None:
    with counting(busy) as scope:
        closing = scope.closings[0]
        before = quality.payments(scope, month_of(closing.month))
    with busy.reading() as connection:
        rows = connection.execute(EVENT.select().where(EVENT.c.kind == "paid")).all()
    known = [row for row in rows if row.seq < closing.at.seq]
    moments = [datetime.fromisoformat(json.loads(row.payload)["event"]["at"]).astimezone(VIETNAM) for row in known]
    assert len(before) == sum(1 for at in moments if (at.year, at.month) == (closing.month.year, closing.month.month))


def test_only_dossiers_are_counted_as_unsent(desk: Desk) -> None:
    desk.settings = replace(desk.settings, centre_url="postgresql://trung-tam.example/sy")
    catalogue.begin(desk, a_procedure(code="1.000009"))
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert report(desk, "bieu06", ReportAsk(period)).freshness.unsent == 0
    accept(desk, an_application("unsent"))
    made = report(desk, "bieu06", ReportAsk(period))
    assert made.freshness.unsent == 1
    assert freshness_words(made.freshness).endswith("gồm 1 hồ sơ chưa gửi về trung tâm.")
