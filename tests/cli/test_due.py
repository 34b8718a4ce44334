"""`onestop-desk due` gives every reference point of the domain, says why, and needs no set-up."""

from pathlib import Path

import pytest

from tests.cli.calls import Command


@pytest.mark.parametrize(
    ("received", "limit", "due"),
    [
        ("2025-12-31T10:00", "3 working_day", "2026-01-07"),
        ("2026-01-08T10:00", "2 working_day", "2026-01-10"),
        ("2026-02-13T10:00", "3 working_day", "2026-02-25"),
        ("2026-04-24T10:00", "1 working_day", "2026-04-28"),
        ("2026-11-20T10:00", "2 working_day", "2026-11-25"),
        ("2024-04-26T10:00", "3 working_day", "2024-05-04"),
        ("2026-11-09T10:00", "15 calendar_day", "2026-11-25"),
        ("2026-12-18T10:00", "15 calendar_day", "2027-01-04"),
    ],
)
def test_every_reference_point_comes_out(bare: Command, received: str, limit: str, due: str) -> None:
    ran = bare("due", "--received", received, "--limit", limit, "--json")
    assert ran.code == 0
    assert ran.facts["due_at"] == f"{due}T10:00:00+07:00"


@pytest.mark.parametrize(
    ("received", "limit", "due_at"),
    [
        ("2026-11-23T14:59", "same_day", "2026-11-23T17:00:00+07:00"),
        ("2026-11-23T15:01", "same_day", "2026-11-25T17:00:00+07:00"),
        ("2026-11-23T11:00", "2 working_hour", "2026-11-23T15:00:00+07:00"),
        ("2026-01-30T08:00", "1 calendar_month", "2026-03-02T08:00:00+07:00"),
        ("2026-11-23T03:00:00Z", "1 working_day", "2026-11-25T10:00:00+07:00"),
        ("2026-11-23T10:00", "none", None),
    ],
)
def test_every_unit_is_understood(bare: Command, received: str, limit: str, due_at: str | None) -> None:
    assert bare("due", "--received", received, "--limit", limit, "--json").facts["due_at"] == due_at


def test_the_days_counted_and_skipped_are_named(bare: Command) -> None:
    facts = bare("due", "--received", "2026-11-20T10:00", "--limit", "2 working_day", "--json").facts
    assert facts["counted"] == ["2026-11-23", "2026-11-25"]
    assert facts["skipped"] == [
        {"date": "2026-11-21", "why": "saturday"},
        {"date": "2026-11-22", "why": "sunday"},
        {"date": "2026-11-24", "why": "Ngày Văn hóa Việt Nam"},
    ]


def test_people_read_weekdays_and_names_of_days_off(bare: Command) -> None:
    said = bare("due", "--received", "2026-11-20T10:00", "--limit", "2 working_day").out
    assert "Hẹn trả: 10:00, Thứ Tư 25/11/2026" in said
    assert "bỏ  Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam)" in said
    assert "bỏ  Thứ Bảy 21/11/2026\n" in said


def test_a_year_without_a_calendar_is_warned_about(bare: Command) -> None:
    ran = bare("due", "--received", "2027-12-30T10:00", "--limit", "5 working_day", "--json")
    assert ran.facts["missing_years"] == [2028]
    assert "2028" in ran.err


def test_the_office_calendar_counts_where_one_is_set_up(command: Command, tmp_path: Path) -> None:
    asked = ("due", "--received", "2026-11-20T10:00", "--limit", "2 working_day", "--json")
    assert command(*asked).facts["due_at"] == "2026-11-25T10:00:00+07:00"
    year = tmp_path / "2026.csv"
    year.write_text("date,kind,replaces,name\n2026-11-23,off,,Hội xã\n", encoding="utf-8")
    assert command("calendar", "import", year).code == 0
    assert command(*asked).facts["due_at"] == "2026-11-25T10:00:00+07:00"
    assert command(*asked).facts["counted"] == ["2026-11-24", "2026-11-25"]


def test_a_procedure_has_its_limit_by_channel(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    limits = [{"value": 3, "unit": "working_day"}, {"value": 1, "unit": "working_day", "channel": "online"}]
    file.write_text(str([{"code": "1.777777", "name": "Thử", "field": "Thử", "limits": limits}]).replace("'", '"'))
    assert command("catalogue", "import", file).code == 0
    asked = ("due", "--received", "2026-03-02T10:00", "--procedure", "1.777777", "--json")
    assert command(*asked).facts["due_at"].startswith("2026-03-05")
    assert command(*asked, "--channel", "online").facts["due_at"].startswith("2026-03-03")


@pytest.mark.parametrize(
    "words",
    [
        ("--received", "hôm qua", "--limit", "5 working_day"),
        ("--received", "2026-02-30T10:00", "--limit", "5 working_day"),
        ("--received", "9999-12-31T10:00", "--limit", "5 working_day"),
        ("--received", "0001-01-01T00:00+14:00", "--limit", "5 working_day"),
        ("--received", "2026-02-13T10:00", "--limit", "5 lightyear"),
        ("--received", "2026-02-13T10:00", "--limit", "0 working_day"),
        ("--received", "2026-02-13T10:00", "--limit", "-1 working_day"),
        ("--received", "2026-02-13T10:00", "--limit", "٣ working_day"),
        ("--received", "2026-02-13T10:00", "--limit", "5 working_day", "--channel", "pigeon"),
        ("--received", "2026-02-13T10:00"),
        ("--received", "2026-02-13T10:00", "--limit", "none", "--procedure", "1.004873"),
        ("--limit", "5 working_day"),
    ],
)
def test_what_cannot_be_is_wrong_use_in_a_sentence(bare: Command, words: tuple[str, ...]) -> None:
    ran = bare("due", *words, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Sai cách dùng: ")
    assert ran.err.count("\n") == 1
