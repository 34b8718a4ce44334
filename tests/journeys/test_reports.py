"""Reports from the command line: every one in every form, a month closed, the notice made; opened again by others."""

import csv
import io
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest

from onestop_desk.__main__ import main
from onestop_desk.domain.ledger import month_of
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


def test_a_month_is_closed_from_the_command_line_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    make_busy_register(data, size=20).close()
    assert _run(data, "close", "--month", "2026-10") == 0
    assert "Đã chốt tháng 10/2026." in capsys.readouterr().out
    assert _run(data, "close", "--month", "2026-10") == 2
    assert "2026-10" in capsys.readouterr().err
    assert _run(data, "close", "--month", "2999-10") == 2
    assert _run(data, "close", "--month", "x") == 2


def test_a_place_that_takes_no_file_is_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "bieu06", *OCTOBER, "--format", "xlsx", "--out", str(tmp_path / "no" / "f.xlsx")) == 1
    assert "f.xlsx" in capsys.readouterr().err


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
