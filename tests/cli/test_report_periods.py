"""Which days a report is about: one way of saying them, and a sentence for everything else."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.ledger import month_of
from onestop_desk.services.report_list import REPORTS
from tests.cli.calls import Command


def _today() -> date:
    return datetime.now(VIETNAM).date()


def _days(command: Command, *words: str) -> tuple[str, str]:
    told = command("report", "bieu06", *words, "--format", "json").facts
    return told["from"], told["to"]


def _month(day: date) -> tuple[str, str]:
    month = month_of(day)
    return month.first.isoformat(), month.last.isoformat()


def test_a_month_is_said_by_its_number_or_as_of_today(common: Command) -> None:
    this = month_of(_today())
    assert _days(common, "--month", "2026-02") == ("2026-02-01", "2026-02-28")
    assert _days(common, "--month", "this") == _month(this.first)
    assert _days(common, "--month", "last") == _month(this.first - timedelta(days=1))


def test_a_day_is_said_by_its_date_or_as_of_today(common: Command) -> None:
    yesterday = (_today() - timedelta(days=1)).isoformat()
    assert _days(common, "--day", "2026-11-23") == ("2026-11-23", "2026-11-23")
    assert _days(common, "--day", "today") == (_today().isoformat(),) * 2
    assert _days(common, "--day", "yesterday") == (yesterday, yesterday)


WITHOUT = [("bieu06",), ("overdue",), ("plots",), ("public", "--out", "x.pdf"), ("fee-book", "--out", "x.pdf")]


@pytest.mark.parametrize("words", WITHOUT)
def test_a_report_without_a_period_says_how_to_give_one(common: Command, words: tuple[str, ...]) -> None:
    ran = common("report", *words)
    assert ran.code == 2 and ran.out == ""
    for option in ("--month", "this", "last", "--day", "today", "yesterday", "--from", "--to"):
        assert option in ran.err


def test_what_is_offered_now_needs_no_period(common: Command) -> None:
    bare = common("report", "cuts")
    assert bare.code == 0 and "Theo danh mục đang áp dụng" in bare.out
    assert common("report", "cuts", "--month", "2026-10").out.splitlines()[:-1] == bare.out.splitlines()[:-1]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--month", "2026-10", "--from", "2026-10-01"), "--month"),
        (("--month", "2026-10", "--to", "2026-10-01"), "--month"),
        (("--month", "2026-10", "--day", "today"), "--day"),
        (("--day", "today", "--from", "2026-10-01", "--to", "2026-10-02"), "--day"),
        (("--from", "2026-10-01"), "--to"),
        (("--to", "2026-10-01"), "--from"),
        (("--month", "tháng mười"), "tháng mười"),
        (("--month", ""), "Tháng"),
        (("--month", "2026-13"), "2026-13"),
        (("--day", "hôm qua"), "hôm qua"),
        (("--day", "2026-02-30"), "2026-02-30"),
        (("--from", "2026-10-31", "--to", "2026-10-01"), "kết thúc trước khi bắt đầu"),
    ],
)
def test_days_that_contradict_each_other_or_are_none_are_refused(
    common: Command, words: tuple[str, ...], named: str
) -> None:
    ran = common("report", "bieu06", *words)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err and "không hiểu" not in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "2026-01-01", "--to", "9999-12-31"),
        ("--from", "0001-01-01", "--to", "0001-01-31"),
        ("--from", "1999-12-31", "--to", "2000-01-01"),
        ("--month", "9999-12"),
        ("--month", "0001-01"),
        ("--day", "2100-01-01"),
    ],
)
@pytest.mark.parametrize("report", ["bieu06", "plots"])
def test_years_that_no_register_has_are_refused(common: Command, report: str, words: tuple[str, ...]) -> None:
    ran = common("report", report, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "2000 đến 2099" in ran.err


@pytest.mark.parametrize("name", [name for name in REPORTS if name not in ("bieu06", "evaluation")])
def test_options_that_mean_nothing_to_a_report_are_refused(common: Command, name: str) -> None:
    by = common("report", name, "--month", "2026-10", "--by", "field")
    assert (by.code, by.out) == (2, "") and "--by" in by.err and "bieu06" in by.err
    point = common("report", name, "--month", "2026-10", "--point", "4=2")
    assert (point.code, point.out) == (2, "") and "--point" in point.err and "evaluation" in point.err


def test_options_are_taken_where_they_mean_something(common: Command) -> None:
    assert common("report", "bieu06", "--month", "2026-10", "--by", "procedure").code == 0
    assert common("report", "evaluation", "--month", "2026-10", "--point", "4=2").code == 0


def test_what_is_shown_is_written_where_a_file_is_named(common: Command, tmp_path: Path) -> None:
    asked = ("report", "bieu06", "--month", "2026-10")
    for form in ("text", "json"):
        out = tmp_path / f"f.{form}"
        shown = common(*asked, "--format", form).out.splitlines()
        assert common(*asked, "--format", form, "--out", out).out == f"{out}\n"
        written = out.read_text("utf-8").splitlines()
        assert len(written) == len(shown) and written[0][:60] == shown[0][:60]
