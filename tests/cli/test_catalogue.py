"""Catalogue and calendar files through the command line."""

import json
from pathlib import Path

import pytest

from onestop_desk import paths
from onestop_desk.services.catalogue import STARTER
from tests.cli.calls import Command

LARGE = Path(__file__).parents[3] / "shared" / "data" / "catalogue-620.json"
PUBLISHED = LARGE if LARGE.exists() else paths.resource(STARTER)


def test_a_published_catalogue_goes_in_whole_and_once(command: Command) -> None:
    total = len(json.loads(PUBLISHED.read_text(encoding="utf-8"))["procedures"])
    first = command("catalogue", "import", PUBLISHED, "--json")
    assert (first.code, first.facts["refused"]) == (0, [])
    assert first.facts["new"] + first.facts["changed"] + first.facts["unchanged"] == total
    second = command("catalogue", "import", PUBLISHED, "--json").facts
    assert second == {"new": 0, "changed": 0, "unchanged": total, "refused": []}
    assert len(command("catalogue", "list", "--json").objects) == total


def test_a_listed_procedure_has_limits_cut_fee_and_channels(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    limits = [
        {"value": 3, "unit": "working_day", "statutory": 5},
        {"value": 2, "unit": "working_day", "statutory": 4, "channel": "online"},
    ]
    row = {"code": "1.777777", "name": "Thử", "field": "Thử", "limits": limits, "fees": [{"amount": 8000}]}
    file.write_text(json.dumps([row]), encoding="utf-8")
    assert command("catalogue", "import", file).out == "Mới 1, thay đổi 0, giữ nguyên 0, từ chối 0.\n"
    (line,) = [one for one in command("catalogue", "list", "--json").objects if one["code"] == "1.777777"]
    shown = {key: line[key] for key in ("limit", "shortened", "cut_percent", "fee", "channels")}
    assert shown == {
        "limit": "5 working_day",
        "shortened": "3 working_day",
        "cut_percent": 40.0,
        "fee": 8000,
        "channels": ["direct", "online", "post"],
    }
    online = next(one for one in line["limits"] if one["channel"] == "online")
    assert (online["limit"], online["shortened"], online["cut_percent"]) == ("4 working_day", "2 working_day", 50.0)
    said = next(one for one in command("catalogue", "list").out.splitlines() if one.startswith("1.777777"))
    assert "5 ngày làm việc → 3 ngày làm việc (40%)" in said
    assert "8.000 đ" in said


def test_a_refused_row_is_named_and_stops_no_other(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "two.json"
    good = {"code": "1.777777", "name": "Thử", "field": "Thử", "limits": [{"value": 3, "unit": "working_day"}]}
    file.write_text(json.dumps([good | {"code": "khong"}, good], indent=0), encoding="utf-8")
    ran = command("catalogue", "import", file, "--json")
    assert (ran.code, ran.facts["new"]) == (1, 1)
    (row,) = ran.facts["refused"]
    assert (row["field"], row["reason"], row["code"]) == ("procedure_code", "shape", "khong")
    assert "khong" in command("catalogue", "import", file).err


def test_the_template_is_read_back_without_a_complaint(command: Command, tmp_path: Path) -> None:
    assert command("catalogue", "template", tmp_path / "mau.xlsx").code == 0
    ran = command("catalogue", "import", tmp_path / "mau.xlsx", "--json")
    assert (ran.code, ran.facts) == (0, {"new": 0, "changed": 0, "unchanged": 0, "refused": []})


def test_a_template_that_cannot_be_written_is_said(common: Command, tmp_path: Path) -> None:
    ran = common("catalogue", "template", tmp_path / "gone" / "mau.xlsx")
    assert ran.code == 1
    assert "Mã: FILE-WRITE" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.json", None, 2),
        ("a.txt", b"x", 2),
        ("a.json", b"", 1),
        ("b.json", b"\0" * 500, 1),
        ("c.json", b"[" * 100_000, 1),
        ("a.xlsx", b"PK\x03\x04 broken", 1),
    ],
)
@pytest.mark.parametrize("room", ["catalogue", "calendar"])
def test_a_file_that_is_none_is_refused_in_a_sentence(
    common: Command, tmp_path: Path, room: str, name: str, content: bytes | None, code: int
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = common(room, "import", tmp_path / name)
    assert ran.code == code
    assert ran.err


def test_a_year_is_shown_and_goes_back_in_unchanged(command: Command, tmp_path: Path) -> None:
    shown = command("calendar", "show", 2026, "--json")
    assert {"date": "2026-01-02", "kind": "off"}.items() <= shown.facts["days"][1].items()
    made_up = next(day for day in shown.facts["days"] if day["kind"] == "work")
    assert (made_up["date"], made_up["replaces"]) == ("2026-01-10", "2026-01-02")
    (tmp_path / "y.json").write_text(shown.out, encoding="utf-8")
    back = command("calendar", "import", tmp_path / "y.json", "--json").facts
    assert (back["years"], back["changed"], back["refused"]) == ([2026], False, [])
    assert command("calendar", "show", 2026, "--json").out == shown.out


def test_an_imported_year_is_in_force_and_known(command: Command, tmp_path: Path) -> None:
    unknown = command("calendar", "show", 2031, "--json")
    assert unknown.facts["known"] is False
    assert "2031" in unknown.err
    days = '{"years": [2031], "days": [{"date": "2031-01-01", "kind": "off", "name": "Tết Dương lịch"}]}'
    (tmp_path / "2031.json").write_text(days, encoding="utf-8")
    ran = command("calendar", "import", tmp_path / "2031.json")
    assert (ran.code, ran.out) == (0, "Năm 2031: 1 ngày nghỉ, 0 ngày làm bù; đã cập nhật.\n")
    assert command("calendar", "import", tmp_path / "2031.json").out.endswith("không có gì thay đổi.\n")
    said = command("calendar", "show", 2031)
    assert "Thứ Tư 01/01/2031  nghỉ  Tết Dương lịch" in said.out
    assert said.err == ""


def test_a_day_that_cannot_be_is_named(command: Command, tmp_path: Path) -> None:
    (tmp_path / "y.csv").write_text("date,kind,name\n2031-02-30,off,x\n2031-01-01,off,Tết\n", encoding="utf-8")
    ran = command("calendar", "import", tmp_path / "y.csv", "--json")
    assert (ran.code, ran.facts["days_off"]) == (1, 1)
    assert [row["row"] for row in ran.facts["refused"]] == [2]


def test_without_a_set_up_desk_the_seeded_year_is_shown(bare: Command, tmp_path: Path) -> None:
    facts = bare("calendar", "show", 2026, "--json").facts
    assert (facts["known"], facts["working_days"]) == (True, 249)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("year", ["1999", "2100", "hai", "-1"])
def test_a_year_that_cannot_be_is_wrong_use(bare: Command, year: str) -> None:
    assert bare("calendar", "show", year).code == 2
