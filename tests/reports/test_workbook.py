"""Workbooks: every cell is the text it was, whatever it looks like."""

from pathlib import Path

import openpyxl
import pytest

from onestop_desk.reports.workbook import write_text_rows

ODD = (
    *('=HYPERLINK("http://x","y")', "+84912345678", "-1", "@x", "=1+1", "034200012345", "0001", "{=A1}"),
    *(
        "<b>đậm</b>",
        "Nguyễn\u0301",
        "http://example.org",
        "mailto:a@b.c",
        "internal:A1",
        "'",
        "#REF!",
        "1e5",
        "TRUE",
        "",
    ),
)


def _read(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for row in sheet.rows for cell in row)
    assert all(cell.value is None for row in sheet.rows for cell in row if cell.data_type == "n")
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_cells_that_look_like_formulas_links_or_numbers_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xlsx"
    assert write_text_rows(path, "Quá hạn", ["Mã", "Tên"], ((word, word) for word in ODD)) == len(ODD)
    assert _read(path) == [("Mã", "Tên"), *((word, word) for word in ODD)]


def test_a_cell_asks_to_stay_text_when_somebody_edits_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_text_rows(path, "A", ["x"], [("=1+1",)])
    cell = openpyxl.load_workbook(path).active["A2"]
    assert (cell.quotePrefix, cell.number_format) == (True, "@")


def test_a_text_longer_than_a_cell_takes_is_cut_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_text_rows(path, "A", ["x"], [("đ" * 40_000,)])
    assert _read(path)[1] == ("đ" * 32_767,)


def test_a_fault_half_way_leaves_the_earlier_workbook_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_text_rows(path, "A", ["x"], [("trước",)])

    def rows() -> object:
        yield ("một",)
        raise RuntimeError("the register is gone")

    with pytest.raises(RuntimeError):
        write_text_rows(path, "A", ["x"], rows())
    assert _read(path)[1] == ("trước",)
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]
