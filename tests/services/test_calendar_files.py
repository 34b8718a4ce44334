"""Calendar files: three formats, one meaning; named rows stay out, the same file again changes nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from onestop_desk.services.calendar_file import CalendarReport, import_calendar
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ImportFileRefused
from onestop_desk.services.workdays import DayKind, calendar_year

ROWS: tuple[tuple[Any, ...], ...] = (
    ("2028-01-03", "off", "", "Nghỉ Tết dương lịch"),
    ("2028-01-08", "work", "2028-01-07", ""),
    ("2028-01-07", "off", "", "Nghỉ hoán đổi"),
)
HEADS = ("date", "kind", "replaces", "name")


def write_json(path: Path, rows: Any, **more: Any) -> Path:
    days = [dict(zip(HEADS, row, strict=True)) for row in rows]
    path.write_text(json.dumps({**more, "days": days}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_csv(path: Path, rows: Any, heads: Any = HEADS, sign: str = ",", encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(sign.join(row) for row in (heads, *rows)).encode(encoding))
    return path


def write_sheet(path: Path, rows: Any) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Ngày", "Loại", "Thay cho", "Tên"), *rows):
        book.active.append(row)
    book.save(path)
    return path


def write(folder: Path, suffix: str, rows: Any) -> Path:
    path = folder / f"lich{suffix}"
    return {".json": write_json, ".csv": write_csv, ".xlsx": write_sheet}[suffix](path, rows)


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx"])
def test_a_year_comes_in_from_each_format(desk: Desk, tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path, suffix, ROWS)
    assert import_calendar(desk, path) == CalendarReport((2028,), 2, 1, is_changed=True)
    year = calendar_year(desk, 2028)
    assert year.is_known
    assert [(one.day.day, one.kind) for one in year.named] == [(3, DayKind.OFF), (7, DayKind.OFF), (8, DayKind.MAKE_UP)]
    assert year.named[2].replaces == date(2028, 1, 7)
    assert import_calendar(desk, path) == CalendarReport((2028,), 2, 1, is_changed=False)


def test_an_imported_year_replaces_what_was_known_of_it_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    before = calendar_year(desk, 2026)
    import_calendar(desk, write_json(tmp_path / "a.json", [("2027-01-01", "off", None, "Tết")]))
    assert [one.name for one in calendar_year(desk, 2027).named] == ["Tết"]
    assert calendar_year(desk, 2026).named == before.named


def test_a_year_without_days_off_can_be_known(desk: Desk, tmp_path: Path) -> None:
    report = import_calendar(desk, write_json(tmp_path / "a.json", [], years=[2031]))
    assert report == CalendarReport((2031,), 0, 0, is_changed=True)
    assert calendar_year(desk, 2031).is_known


@pytest.mark.parametrize(("sign", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")])
def test_a_spreadsheets_text_is_read_as_it_was_saved(desk: Desk, tmp_path: Path, sign: str, encoding: str) -> None:
    rows = [("1/1/2028", "Nghỉ", "", "Tết dương lịch"), ("8/1/2028", "Làm bù", "7/1/2028", "")]
    path = write_csv(tmp_path / "a.csv", rows, ("Ngày", "Loại", "Thay cho", "Tên"), sign, encoding)
    assert import_calendar(desk, path).refused == ()
    assert [one.day for one in calendar_year(desk, 2028).named] == [date(2028, 1, 1), date(2028, 1, 8)]


def test_dates_of_a_workbook_are_read_as_dates_and_formulas_are_refused(desk: Desk, tmp_path: Path) -> None:
    rows = [(date(2028, 1, 3), "nghỉ", None, "Tết"), ("=TODAY()", "nghỉ", None, "Hôm nay")]
    report = import_calendar(desk, write_sheet(tmp_path / "a.xlsx", rows))
    assert report.days_off == 1
    assert [(row.row, row.field, row.reason) for row in report.refused] == [(3, "date", "formula")]


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        (("2028-02-30", "off", "", "Nghỉ"), "date", "day"),
        (("", "off", "", "Nghỉ"), "date", "empty"),
        (("2028-01-03", "off", "", "Nghỉ"), "date", "duplicate"),
        (("1828-01-04", "off", "", "Nghỉ"), "year", "range"),
        (("2028-01-04", "off", "", ""), "day_off.name", "empty"),
        (("2028-01-04", "rest", "", "Nghỉ"), "day_kind", "unknown"),
        (("2028-01-15", "work", "", ""), "replaces", "empty"),
        (("2028-01-15", "work", "hôm qua", ""), "replaces", "day"),
    ],
)
def test_a_bad_row_is_named_and_stops_no_other(
    desk: Desk, tmp_path: Path, suffix: str, row: tuple[str, ...], field: str, reason: str
) -> None:
    report = import_calendar(desk, write(tmp_path, suffix, (*ROWS, row)))
    assert [(one.field, one.reason) for one in report.refused] == [(field, reason)]
    assert (report.days_off, report.make_up) == (2, 1)


def test_broken_json_is_named_by_its_line_and_the_rest_goes_on(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "a.json", ROWS)
    path.write_text(path.read_text(encoding="utf-8").replace('"kind": "work"', '"kind": work'), encoding="utf-8")
    report = import_calendar(desk, path)
    assert report.days_off == 2
    assert [(row.code, row.reason) for row in report.refused] == [("2028-01-08", "not_json")]


def test_text_in_windows_1258_is_refused_row_by_row(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        "date,kind,replaces,name\n2028-01-03,off,,Đêm giao thừa\n2028-01-04,off,,Nghi bu".encode("cp1258", "replace")
    )
    report = import_calendar(desk, path)
    assert report.days_off == 1
    assert [row.row for row in report.refused] == [2]


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"a,b"), ("a.json", b"[}"), ("a.xlsx", b""), ("a.txt", b"")])
def test_a_file_that_is_no_calendar_changes_nothing(desk: Desk, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if name == "a.json":
        assert not import_calendar(desk, path).is_changed
        return
    with pytest.raises(ImportFileRefused):
        import_calendar(desk, path)
