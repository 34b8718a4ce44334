"""Reports from the command line: every one in every form, a month closed, the notice made; opened again by others."""

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pypdf
import pytest

from onestop_desk.__main__ import main
from onestop_desk.documents.wording import day_words
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.ledger import month_of
from onestop_desk.services import book
from onestop_desk.services.desk import look_into
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.report_list import REPORTS
from tests.services.busy_year import make_busy_register


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of a busy register."""
    made = tmp_path_factory.mktemp("reports") / "data"
    make_busy_register(made).close()
    return made


def _run(folder: Path, *words: str) -> int:
    return main(["--data", str(folder), "report", *words])


OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31")


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_says_the_same_in_every_form(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, name, *OCTOBER) == 0
    said = capsys.readouterr().out.splitlines()
    for form in ("json", "csv", "xlsx", "pdf"):
        out = () if form == "json" else ("--out", str(tmp_path / f"r.{form}"))
        assert _run(folder, name, *OCTOBER, "--format", form, *out) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[0])
    assert told["as_of"] and told["from"] == "2026-10-01"
    rows = list(csv.reader(io.StringIO((tmp_path / "r.csv").read_text("utf-8-sig"))))
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert sheet is not None
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "r.pdf").pages)
    assert sheet.cell(2, 1).value == said[0].rpartition(". ")[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "NGƯỜI LẬP" in text
    assert len(rows) - 1 == sum(1 for line in said[2:] if "  " in line)


def test_the_plots_say_the_same_in_every_form(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "plots", *OCTOBER) == 0
    said = capsys.readouterr().out
    assert _run(folder, "plots", *OCTOBER, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    for form in ("pdf", "xlsx"):
        assert _run(folder, "plots", "--month", "2026-10", "--format", form, "--out", str(tmp_path / f"p.{form}")) == 0
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "p.pdf").pages)
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    assert (told["agency"], told["from"], told["to"]) == ("H31.20.11", "2026-10-01", "2026-10-31") and told["as_of"]
    assert [one["name"] for one in told["plots"]] == book.sheetnames == list(PLOTS)
    for one in told["plots"]:
        written = list(book[one["name"]].iter_rows(min_row=7, values_only=True))
        assert [list(row) for row in written[: len(one["rows"])]] == one["rows"]
        for row in one["rows"]:
            assert "  ".join(map(str, row)) in said
            assert "".join(map(str, row)).replace(" ", "") in "".join(text.split())
    assert "BIỂU ĐỒ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ" in text and said.count("Số liệu tính đến") == 1


def test_plots_made_again_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    desk = look_into(folder)
    try:
        made = plot_report(desk, month_of(date(2026, 10, 1)))
        assert draw_plot_report(desk, made) == draw_plot_report(desk, made)
    finally:
        desk.close()


def test_what_plots_cannot_be_is_refused_in_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, "plots", *OCTOBER, "--format", "csv", "--out", str(tmp_path / "p.csv")) == 2
    assert "csv chỉ chứa được một bảng" in capsys.readouterr().err
    assert _run(folder, "plots", *OCTOBER, "--format", "pdf") == 2
    assert "cần --out FILE" in capsys.readouterr().err
    assert _run(folder, "plots", *OCTOBER, "--format", "pdf", "--out", str(tmp_path / "no" / "p.pdf")) == 1
    assert "p.pdf" in capsys.readouterr().err
    assert _run(folder, "plots", "--from", "2026-10-31", "--to", "2026-10-01") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_holds_numbers_shares_and_days(folder: Path, tmp_path: Path) -> None:
    assert _run(folder, "yearly", *OCTOBER, "--format", "xlsx", "--out", str(tmp_path / "y.xlsx")) == 0
    assert _run(folder, "overdue", *OCTOBER, "--format", "xlsx", "--out", str(tmp_path / "o.xlsx")) == 0
    yearly = openpyxl.load_workbook(tmp_path / "y.xlsx").active
    overdue = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert yearly is not None and overdue is not None
    assert isinstance(yearly.cell(7, 2).value, int)
    assert isinstance(yearly.cell(7, 4).value, float) and yearly.cell(7, 4).number_format == "0.00%"
    assert overdue.cell(7, 4).is_date and overdue.cell(7, 4).number_format == "dd/mm/yyyy"


def test_the_points_of_a_supervisor_complete_the_evaluation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [word for number in range(1, 10) for word in ("--point", f"{number}=2")]
    assert _run(folder, "evaluation", *OCTOBER, *given) == 0
    assert "Xếp loại: Xuất sắc." in capsys.readouterr().out
    assert _run(folder, "evaluation", *OCTOBER, "--point", "4=3") == 2
    assert _run(folder, "evaluation", *OCTOBER, "--point", "10=1") == 2
    assert _run(folder, "evaluation", *OCTOBER, "--point", "x") == 2


def test_the_public_notice_leaves_as_paper_and_page(folder: Path, tmp_path: Path) -> None:
    assert _run(folder, "public", "--month", "2026-10", "--out", str(tmp_path / "n.pdf")) == 0
    assert _run(folder, "public", "--month", "2026-10", "--format", "html", "--out", str(tmp_path / "n.html")) == 0
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "n.pdf").pages)
    assert "CÔNG KHAI KẾT QUẢ GIẢI QUYẾT" in text and "THỜI HẠN" in text
    assert (tmp_path / "n.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_public_notice_says_the_same_in_every_form(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, "public", "--month", "2026-10", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    for form in ("json", "xlsx", "csv", "pdf"):
        assert _run(folder, "public", "--month", "2026-10", "--format", form, "--out", str(tmp_path / f"n.{form}")) == 0
    assert json.loads((tmp_path / "n.json").read_text("utf-8"))["tables"] == told["tables"]
    assert (told["agency"], told["from"], told["to"]) == ("H31.20.11", "2026-10-01", "2026-10-31") and told["as_of"]
    results, offered = told["tables"]
    book = openpyxl.load_workbook(tmp_path / "n.xlsx")
    rows = list(csv.reader(io.StringIO((tmp_path / "n.csv").read_text("utf-8-sig"))))
    paper = "".join("".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "n.pdf").pages).split())
    between = rows.index([])
    assert (rows[0], rows[between + 1]) == (results["columns"], offered["columns"])
    assert [row[0] for row in rows[1:between]] == [row[0] for row in results["rows"]] + ["Tổng số"]
    assert [row[1:] for row in rows[between + 2 :]] == [row[1:] for row in offered["rows"]]
    assert [row[1:] for row in book["offered"].iter_rows(min_row=7, values_only=True)] == [
        tuple(row[1:]) for row in offered["rows"]
    ]
    assert book["public"].cell(7, 2).value == results["rows"][0][1]
    for row in offered["rows"]:
        assert "".join("".join(map(str, row)).split()) in paper


def test_a_public_notice_in_a_file_needs_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("pdf", "html", "xlsx", "csv"):
        assert _run(folder, "public", "--month", "2026-10", "--format", form) == 2
        assert "cần --out FILE" in capsys.readouterr().err


def test_a_month_is_closed_from_the_command_line_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    make_busy_register(data, size=20).close()
    assert _run(data, "close", "--month", "2026-10") == 0
    assert "Đã chốt tháng 10/2026." in capsys.readouterr().out
    for month in ("2026-10", "2026-09"):
        assert _run(data, "close", "--month", month) == 1
        assert capsys.readouterr().err == f"Tháng báo cáo: đã chốt ({month}).\n"
    for month in ("this", "2099-12"):
        assert _run(data, "close", "--month", month) == 1
        assert "chưa hết" in capsys.readouterr().err
    for month in ("x", "9999-12"):
        assert _run(data, "close", "--month", month) == 2
    assert _run(data, "close") == 2


def test_a_place_that_takes_no_file_is_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "bieu06", *OCTOBER, "--format", "xlsx", "--out", str(tmp_path / "no" / "f.xlsx")) == 1
    assert "f.xlsx" in capsys.readouterr().err


def _words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_the_books_leave_as_the_window_draws_them(folder: Path, tmp_path: Path) -> None:
    fees, day = tmp_path / "fees.pdf", tmp_path / "day.pdf"
    assert _run(folder, "fee-book", "--month", "2026-10", "--out", str(fees)) == 0
    assert _run(folder, "day", "--day", "2026-10-15", "--out", str(day)) == 0
    desk = look_into(folder)
    try:
        assert fees.read_bytes() == book.fee_book(desk, date(2026, 10, 1), date(2026, 10, 31))
    finally:
        desk.close()
    assert "SỔ THEO DÕI PHÍ, LỆ PHÍ" in _words(fees)
    assert day_words(date(2026, 10, 15)) in _words(day) and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in _words(day)


def test_the_list_of_today_needs_no_day(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    assert _run(folder, "day", "--out", str(out)) == 0
    assert day_words(datetime.now(VIETNAM).date()) in _words(out)


@pytest.mark.parametrize("name", ["fee-book", "day"])
def test_a_book_is_a_paper_and_says_where_its_figures_are(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (name, "--day", "2026-10-15")
    for form in ("json", "xlsx", "csv", "text"):
        assert _run(folder, *asked, "--format", form, "--out", str(tmp_path / "b")) == 2
        said = capsys.readouterr().err
        assert "chỉ có dạng pdf" in said and "report " in said
    assert _run(folder, *asked) == 2
    assert "cần --out FILE" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_points_of_the_settings_complete_the_evaluation(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = shutil.copytree(folder, tmp_path / "data")
    points = " ".join(f"{number}=2" for number in range(1, 10))
    (data / "settings.toml").write_text(f'evaluation_points = "{points}"\n', encoding="utf-8")
    assert _run(data, "evaluation", *OCTOBER) == 0
    assert "Xếp loại: Xuất sắc." in capsys.readouterr().out
    for number in range(1, 10):
        points = ("--point", f"{number}=0")
        assert _run(data, "evaluation", *OCTOBER, *points, "--format", "json") == 0
        told = json.loads(capsys.readouterr().out)
        assert told["total"][5] == 16 and told["rows"][number - 1][5] == 0


_CLOSING = "report close --month last"


def _scheduled() -> list[str]:
    page = (Path(__file__).parents[2] / "docs" / "admin" / "lich-chay.md").read_text("utf-8")
    commands = re.findall(r"(?<= )report [a-z][^`…\"\n]*--[^`…\"\n]*", page)
    return sorted({re.sub(r"(?<=--out )\S*[\\\\/]", "", one).strip() for one in commands})


def test_the_page_of_what_runs_by_itself_names_days_as_of_today() -> None:
    assert len(_scheduled()) >= 10
    assert not [one for one in _scheduled() if re.search(r"20[0-9]{2}-", one)]


@pytest.mark.parametrize("words", [one for one in _scheduled() if one != _CLOSING])
def test_every_command_of_that_page_runs(
    folder: Path, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run(folder, *words.split()[1:]) == 0
    _, named, out = words.partition("--out ")
    assert not named or Path(out).stat().st_size > 0


def test_the_month_is_closed_as_that_page_says(tmp_path: Path) -> None:
    assert _CLOSING in _scheduled()
    make_busy_register(tmp_path / "data", size=20).close()
    assert [_run(tmp_path / "data", *_CLOSING.split()[1:]) for _ in range(2)] == [0, 1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("form", ["xlsx", "csv", "pdf"])
def test_a_pipe_is_no_place_for_a_report(
    folder: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "report"
    os.mkfifo(pipe)
    assert _run(folder, "yearly", *OCTOBER, "--format", form, "--out", str(pipe)) == 1
    assert f"{pipe} là thiết bị hoặc đường ống, không phải tệp" in capsys.readouterr().err
    assert pipe.is_fifo()
