"""A list that is exported to a bad place: refused by name, no half file left."""

import contextlib
import csv
import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from onestop_desk.domain.figures import FigureColumn, FigureTable, Sort
from onestop_desk.domain.question import View
from onestop_desk.models.fault import DiskFull, FileIsDevice
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.figures import write_csv, write_xlsx
from onestop_desk.services.board import Listing
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import FileNotWritten
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import write_paper
from onestop_desk.ui.list.export import export_list
from onestop_desk.ui.widgets.paged import Column
from tests.desks import an_application, an_owner
from tests.faults.disks import fill, needs_mount, set_read_only, small_disk
from tests.faults.odd import ODD

COLUMNS = (
    Column("Mã", lambda line: line.code),
    Column("Chủ hồ sơ", lambda line: line.owner_name),
    Column("Số", lambda line: line.owner_number),
)


LONG = FigureTable(
    *("t", "T", "2026"),
    (FigureColumn("Lý do", Sort.WORDS), FigureColumn("Tổng số")),
    tuple((f"{n * 7919} lý do {n * 104_729}", n) for n in range(5_000)),
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 1) as place:
        yield place


def _export(desk: Desk, path: Path) -> int:
    return export_list(desk, Listing(View.ALL), COLUMNS, path)


def test_every_odd_name_and_number_is_a_text_cell(desk: Desk, tmp_path: Path) -> None:
    for name, odd in ODD.items():
        accept(desk, an_application(name, owner=an_owner(name=odd, id_number=f"00{len(name)}")))
    assert _export(desk, tmp_path / "list.xlsx") == len(ODD)
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(row[2].value.startswith("00") for row in sheet.iter_rows(min_row=2))


def _missing(folder: Path) -> Path:
    return folder / "nowhere" / "list.xlsx"


def _a_folder(folder: Path) -> Path:
    (folder / "list.xlsx").mkdir()
    return folder / "list.xlsx"


@pytest.mark.parametrize("place", [_missing, _a_folder])
def test_a_place_that_is_none_is_named(desk: Desk, tmp_path: Path, place: Callable[[Path], Path]) -> None:
    accept(desk, an_application())
    with pytest.raises(FileNotWritten):
        _export(desk, place(tmp_path))
    assert not list(tmp_path.rglob("*.new"))


@needs_mount
def test_a_full_disk_is_named_and_keeps_no_half_file(desk: Desk, disk: Path) -> None:
    accept(desk, an_application())
    fill(disk)
    with pytest.raises(DiskFull):
        _export(desk, disk / "list.xlsx")
    assert [path.name for path in disk.iterdir()] == ["filler"]


@needs_mount
@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_report_for_a_full_disk_names_it_and_leaves_nothing(
    disk: Path, write: Callable[[Path, FigureTable], None], capfd: pytest.CaptureFixture[str]
) -> None:
    fill(disk)
    with pytest.raises(DiskFull) as found, file_faults_named(disk / "report.xlsx"):
        write(disk / "report.xlsx", LONG)
    assert found.value.folder == str(disk)
    assert [path.name for path in disk.iterdir()] == ["filler"]
    gc.collect()
    assert capfd.readouterr().err == ""


@needs_mount
def test_a_report_that_fills_the_disk_half_way_prints_no_traceback(
    disk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    filler = fill(disk)
    for room in (4_096, 12_288, 40_960, 81_920, 163_840):
        with filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - room)
        with pytest.raises(DiskFull), file_faults_named(disk / "report.xlsx"):
            write_xlsx(disk / "report.xlsx", LONG)
        assert [path.name for path in disk.iterdir()] == ["filler"]
        with filler.open("ab") as file, contextlib.suppress(OSError):
            file.write(bytes(room))
    gc.collect()
    assert capfd.readouterr().err == ""


@needs_mount
def test_a_full_temporary_folder_harms_no_report(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(disk)
    monkeypatch.setattr(tempfile, "tempdir", str(disk))
    write_xlsx(tmp_path / "report.xlsx", LONG)
    write_csv(tmp_path / "report.csv", LONG)
    assert openpyxl.load_workbook(tmp_path / "report.xlsx").sheetnames == ["t"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "report.csv", "report.xlsx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_pipe_or_a_device_is_refused_and_stays_what_it_is(
    tmp_path: Path, write: Callable[[Path, FigureTable], None]
) -> None:
    pipe = tmp_path / "report.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(FileIsDevice):
        write(pipe, LONG)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
    with pytest.raises(FileIsDevice):
        write_paper(pipe, b"%PDF")
    assert pipe.is_fifo()


@needs_mount
def test_a_read_only_disk_is_named(desk: Desk, disk: Path) -> None:
    accept(desk, an_application())
    set_read_only(disk, is_read_only=True)
    with pytest.raises(FileNotWritten):
        _export(desk, disk / "list.xlsx")


def test_a_report_s_words_are_no_formula_in_csv(tmp_path: Path) -> None:
    texts = ("=HYPERLINK('http://a')", "+84912345678", "-1", "@x", "\t=1", "0034")
    table = FigureTable("t", "T", "2026", (FigureColumn("Lý do", Sort.WORDS),), tuple((words,) for words in texts))
    write_csv(tmp_path / "report.csv", table)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row[0] for row in csv.reader(file)][1:]
    assert cells == [f"'{words}" for words in texts[:-1]] + ["0034"]
