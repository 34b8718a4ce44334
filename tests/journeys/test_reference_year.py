"""The published year through the command line: import, reception to return, then the summary. The whole year with
ONESTOP_REFERENCE_YEAR=1; CI takes a hundredth of it."""

import json
import os
from pathlib import Path

import pytest

from onestop_desk.__main__ import main
from onestop_desk.domain.measures import percent
from onestop_desk.services.catalogue import import_starter
from tests.desks import open_new_desk
from tests.journeys.reference_year import Year, write

SCALE = int(os.environ.get("ONESTOP_REFERENCE_YEAR", "100"))


@pytest.mark.timeout(900)
def test_the_yearly_summary_reads_what_the_dates_and_channels_make(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    year, lines, folder = Year().scaled(SCALE), tmp_path / "year.jsonl", tmp_path / "data"
    desk = open_new_desk(folder)
    import_starter(desk)
    desk.close()
    assert write(lines, year) == year.solved
    assert main(["--data", str(folder), "import", str(lines)]) == 0
    capsys.readouterr()
    asked = ["--from", "2025-01-01", "--to", "2025-12-31", "--format", "json"]
    assert main(["--data", str(folder), "report", "yearly", *asked]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["solved"] == _share(year.before, year.on, year.over)
    assert told["on_site_five"] == _share(year.five_before, year.five_on, 0)
    assert told["online"] == {
        "solved": year.online_solved,
        "received": year.online_received,
        "received_percent": percent(year.online_received, year.online_solved),
    }
    assert main(["--data", str(folder), "report", "bieu06", *asked]) == 0
    total = json.loads(capsys.readouterr().out)["total"]
    assert (total["7"], total["8"], total["9"], total["10"]) == (year.solved, year.before, year.on, year.over)
    assert total["3"] == total["4"] + total["5"] + total["6"] == total["7"] + total["11"]


def test_the_published_figures_are_those_of_the_whole_year() -> None:
    assert Year().solved == 61_953
    assert _share(52_006, 9_942, 5)["before_percent"] == "83,94%"
    assert _share(49_440, 9_359, 0) == {
        "total": 58_799,
        "before": 49_440,
        "on": 9_359,
        "over": 0,
        "before_percent": "84,08%",
        "on_percent": "15,92%",
        "over_percent": "0,00%",
    }


def test_a_report_leaves_as_a_workbook_and_as_text_for_a_spreadsheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import openpyxl

    folder = tmp_path / "data"
    open_new_desk(folder).close()
    for name in ("f.xlsx", "f.csv"):
        form = name.partition(".")[2]
        asked = ["--from", "2025-01-01", "--to", "2025-12-31", "--format", form, "--out", str(tmp_path / name)]
        assert main(["--data", str(folder), "report", "bieu06", *asked]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    assert sheet is not None
    assert [sheet.cell(6, column).value for column in (3, 7, 11)] == [
        "Số lượng hồ sơ tiếp nhận",
        "Số lượng hồ sơ đã giải quyết",
        "Số lượng hồ sơ đang giải quyết",
    ]
    assert [sheet.cell(8, column).value for column in (1, 13)] == ["(1)", "(13)"]
    assert [sheet.cell(9, column).value for column in (2, 3)] == ["Tổng số", 0]
    assert sheet.freeze_panes == "C9"
    assert (tmp_path / "f.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    capsys.readouterr()
    assert main(["--data", str(folder), "report", "yearly", "--from", "x", "--to", "2025-12-31"]) == 2
    assert "ngày" in capsys.readouterr().err.lower()


def _share(before: int, on: int, over: int) -> dict[str, object]:
    total, ways = before + on + over, {"before": before, "on": on, "over": over}
    return {"total": total, **ways, **{f"{name}_percent": percent(value, total) for name, value in ways.items()}}
