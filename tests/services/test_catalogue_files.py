"""Catalogue files as they come: odd encodings, broken rows, formulas; named rows stay out, the others go in."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import PauseRule, ProcedureFee, ProcedureLimit, ProcedureStep, RequiredPaper
from onestop_desk.domain.page_fee import PageRate
from onestop_desk.services.catalogue import ImportReport, import_catalogue, procedure
from onestop_desk.services.catalogue_template import write_template
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import FileNotWritten, ImportFileRefused
from onestop_desk.services.import_file import RefusedRow
from onestop_desk.ui.catalogue_wording import refused_row_words
from onestop_desk.ui.refusal import sentence
from tests.services.catalogues import a_row, json_text, write_json, write_workbook

MAIN = ("1.000001", "Thủ tục đăng ký thử", "Hộ tịch", "commune", 3, "ngày làm việc")


def places(report: ImportReport) -> list[tuple[int, str, str, str]]:
    return [(row.row, row.code, row.field, row.reason) for row in report.refused]


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"code": None}, "procedure_code", "shape"),
        ({"code": 1.001}, "procedure_code", "format"),
        ({"name": ""}, "procedure.name", "empty"),
        ({"name": ["x"]}, "procedure.name", "format"),
        ({"field": None}, "procedure.field", "empty"),
        ({"limits": "5 ngày"}, "limits", "format"),
        ({"limits": [{"value": 5}]}, "limits", "unit"),
        ({"limits": [{"value": 5, "unit": "week"}]}, "limits", "unknown"),
        ({"limits": [{"value": 5, "unit": "working_day", "channel": "fax"}]}, "limits", "unknown"),
        ({"limits": [{"value": "5", "unit": "working_day"}]}, "limits", "number"),
        ({"limits": [{"value": True, "unit": "working_day"}]}, "limits", "number"),
        ({"limits": [{"value": 10000, "unit": "working_day"}]}, "limit", "range"),
        ({"limits": [{"value": 5, "unit": "working_day", "statutory": "5 ngày"}]}, "limits.statutory", "other_unit"),
        ({"limits": [{"value": 5, "unit": "working_day", "statutory": "lâu"}]}, "limits.statutory", "number"),
        ({"limits": [{"value": 5, "unit": "working_day", "statutory": 3}]}, "limits.statutory", "below_shortened"),
        ({"fees": [{"amount": -1}]}, "fees", "negative"),
        ({"fees": [{"amount": 1.5}]}, "fees", "number"),
        ({"fees": [{}]}, "fees", "empty"),
        ({"fees": [{"by_page": 2000}]}, "fees", "format"),
        ({"fees": [{"by_page": {"then": 1000}}]}, "fees", "empty"),
        ({"fees": [{"by_page": {"first": 2000, "then": -1}}]}, "fees", "negative"),
        ({"fees": [{"by_page": {"first": 2000, "first_pages": 10000, "then": 1}}]}, "fees", "range"),
        ({"papers": [{"name": "Tờ khai", "originals": -1}]}, "papers", "range"),
        ({"papers": [{"name": ""}]}, "papers", "empty"),
        ({"papers": [{"name": "Tờ khai", "required": "có"}]}, "papers", "format"),
        ({"papers": ["Tờ khai"]}, "papers", "format"),
        ({"on_site_five": 1}, "procedure", "format"),
        ({"steps": [{"name": "Thẩm định"}]}, "steps", "empty"),
    ],
)
def test_a_bad_row_is_named_and_stops_no_other(
    desk: Desk, tmp_path: Path, changes: dict[str, Any], field: str, reason: str
) -> None:
    bad = a_row("1.000002") | changes
    report = import_catalogue(desk, write_json(tmp_path, a_row(), bad, a_row("1.000003")))
    assert report.new == 2
    (refused,) = report.refused
    assert (refused.row, refused.field, refused.reason) == (4, field, reason)
    assert refused_row_words(refused).startswith("Dòng 4")


def test_a_fee_by_the_page_is_read_and_kept(desk: Desk, tmp_path: Path) -> None:
    by_page = {"first": 2000, "first_pages": 2, "then": 1000, "most": 200000}
    report = import_catalogue(desk, write_json(tmp_path, a_row(fees=[{"by_page": by_page}])))
    assert (report.new, report.refused) == (1, ())
    assert procedure(desk, "1.000001").fees == (ProcedureFee(2000, by_page=PageRate(2000, 2, 1000, 200000)),)


@pytest.mark.parametrize("row", [None, 7, "1.001193", [], True])
def test_a_row_that_is_no_object_is_named(desk: Desk, tmp_path: Path, row: object) -> None:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps({"procedures": [row, a_row()]}), encoding="utf-8")
    report = import_catalogue(desk, path)
    assert (report.new, len(report.refused)) == (1, 1)


def test_broken_json_on_line_7_is_named_and_the_rest_goes_on(desk: Desk, tmp_path: Path) -> None:
    lines = json_text(*(a_row(f"1.00000{number}") for number in range(1, 9))).split("\n")
    lines[6] = lines[6].replace('"field": "Hộ tịch"', '"field": Hộ tịch')
    path = tmp_path / "catalogue.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    report = import_catalogue(desk, path)
    assert report.new == 7
    assert places(report) == [(7, "1.000005", "line", "not_json")]


@pytest.mark.parametrize(
    "spoil",
    [lambda text: text[:-60], lambda text: text.replace('",\n', "\n"), lambda text: text.replace('"name"', "name")],
)
def test_a_damaged_file_never_stops_what_can_be_read(desk: Desk, tmp_path: Path, spoil: Any) -> None:
    whole = json_text(a_row("1.000001"), a_row("1.000002"))
    path = tmp_path / "catalogue.json"
    path.write_text(whole.replace(whole[-200:], spoil(whole[-200:])), encoding="utf-8")
    report = import_catalogue(desk, path)
    assert report.new >= 1
    assert report.refused or report.new == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_says_its_encoding_is_read(desk: Desk, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(json_text(a_row()).encode(encoding))
    assert import_catalogue(desk, path) == ImportReport(new=1)
    assert procedure(desk, "1.000001").name == "Thủ tục đăng ký thử"


def test_rows_in_windows_1258_are_refused_those_in_ascii_go_in(desk: Desk, tmp_path: Path) -> None:
    plain = a_row("1.000002", name="Thu tuc", field="Ho tich", papers=[])
    path = tmp_path / "catalogue.json"
    path.write_bytes(json_text(a_row(name="Đăng ký"), plain).encode("cp1258", "replace"))
    report = import_catalogue(desk, path)
    assert report.new == 1
    assert [(row.row, row.code, row.reason) for row in report.refused] == [(3, "1.000001", "encoding")]


def test_nul_and_other_control_characters_do_not_get_in(desk: Desk, tmp_path: Path) -> None:
    raw, escaped = a_row("1.000001"), a_row("1.000002", name="Thủ tục\u0000 thử\u202e")
    path = tmp_path / "catalogue.json"
    path.write_bytes(json_text(raw, escaped).encode().replace(b"1.000001", b"1.000\x00001"))
    report = import_catalogue(desk, path)
    assert places(report) == [(3, "", "line", "not_json")]
    assert procedure(desk, "1.000002").name == "Thủ tục thử"


def test_a_code_that_comes_twice_is_named_and_the_first_stays(desk: Desk, tmp_path: Path) -> None:
    report = import_catalogue(desk, write_json(tmp_path, a_row(), a_row(name="Tên khác")))
    assert report.refused == (RefusedRow(4, "1.000001", "procedure_code", "duplicate", "3"),)
    assert procedure(desk, "1.000001").name == "Thủ tục đăng ký thử"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", b"", "shape"),
        ("a.json", b"1", "shape"),
        ("a.json", b'{"procedures": {}}', "shape"),
        ("a.json", b'{"days": []}', "shape"),
        ("a.json", b"[" * 100_000, ""),
        ("a.json", '{"procedures": []}'.encode("utf-16-le"), "encoding"),
        ("a.json", b"\xff\xfe\x00", "encoding"),
        ("a.xlsx", b"not a workbook", "broken"),
        ("a.xlsx", b"PK\x03\x04" + bytes(100), "broken"),
        ("a.csv", b"code,name", "suffix"),
        ("a", b"", "suffix"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_whole(
    desk: Desk, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if not reason:
        assert import_catalogue(desk, path).new == 0
        return
    with pytest.raises(ImportFileRefused) as refused:
        import_catalogue(desk, path)
    assert refused.value.reason == reason
    assert str(path) in sentence(refused.value).what


@pytest.mark.parametrize("name", ["missing.json", "missing.xlsx"])
def test_a_file_that_is_not_there_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportFileRefused) as refused:
        import_catalogue(desk, tmp_path / name)
    assert refused.value.reason == "missing"


def test_a_workbook_brings_everything_a_procedure_has(desk: Desk, tmp_path: Path) -> None:
    main = (*MAIN, 5, "8.000", "Tờ khai theo mẫu\nGiấy tờ tùy thân", "có", "tính lại từ đầu")
    path = write_workbook(
        tmp_path,
        main=[main],
        limits=[("1.000001", "Trực tuyến", "Phải xác minh", 8, "ngày", 10)],
        fees=[("1.000001", "trực tuyến", None, 4000)],
        papers=[("1.000001", "Ảnh", 2, 1, "không")],
        steps=[("1.000001", "Thẩm định", 4)],
        results=[("1.000001", "Giấy xác nhận", "KQ.G01")],
    )
    assert import_catalogue(desk, path) == ImportReport(new=1)
    found = procedure(desk, "1.000001")
    online = ProcedureLimit(8, Unit.CALENDAR_DAY, Channel.ONLINE, "Phải xác minh", 10)
    assert found.limits == (online, ProcedureLimit(3, Unit.WORKING_DAY, statutory=5))
    assert found.fees == (ProcedureFee(4000, Channel.ONLINE), ProcedureFee(8000))
    photo = RequiredPaper("Ảnh", 2, 1, required=False)
    assert found.papers == (RequiredPaper("Tờ khai theo mẫu"), RequiredPaper("Giấy tờ tùy thân"), photo)
    assert (found.on_site_five, found.steps) == (True, (ProcedureStep("Thẩm định", 4),))
    assert (found.results[0].code, found.pause_rule) == ("KQ.G01", PauseRule.RESTART)
    assert import_catalogue(desk, path) == ImportReport(unchanged=1)


def test_a_workbook_brings_fees_that_go_by_the_page(desk: Desk, tmp_path: Path) -> None:
    rows = [("1.000001", "", "bản sao", "", 2000, 2, 1000, "200.000"), ("1.000001", "", "trích lục", 500, 500, "", 100)]
    path = write_workbook(tmp_path, main=[("1.000001", "Chứng thực", "Chứng thực")], fees=rows)
    assert import_catalogue(desk, path).refused == ()
    first, second = procedure(desk, "1.000001").fees
    assert (first.amount, first.by_page) == (2000, PageRate(2000, 2, 1000, 200_000))
    assert (second.amount, second.by_page) == (500, PageRate(500, 1, 100, 0))


@pytest.mark.parametrize("rate", [(2000, 2, "x"), (2000, -1, 1000), (2000, 2, 1000, -5)])
def test_a_page_rate_that_cannot_be_is_named(desk: Desk, tmp_path: Path, rate: tuple[object, ...]) -> None:
    fees = [("1.000001", "", "", "", *rate)]
    path = write_workbook(tmp_path, main=[("1.000001", "Chứng thực", "Chứng thực")], fees=fees)
    (refused,) = import_catalogue(desk, path).refused
    assert (refused.code, refused.field) == ("1.000001", "fees")


def test_the_template_explains_itself_and_its_example_stays_out(desk: Desk, tmp_path: Path) -> None:
    write_template(tmp_path / "mau.xlsx")
    assert import_catalogue(desk, tmp_path / "mau.xlsx") == ImportReport()
    guide = openpyxl.load_workbook(tmp_path / "mau.xlsx")["Hướng dẫn"]
    assert any("1.001193" in str(cell.value) for row in guide.iter_rows() for cell in row)


def test_a_template_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_template(tmp_path / "nowhere" / "mau.xlsx")


@pytest.mark.parametrize(
    ("sheet", "row", "field", "reason"),
    [
        ("main", ("1.000002", '="Thủ " & "tục"', "Hộ tịch"), "procedure.name", "formula"),
        ("main", ("=1+1", "Thủ tục", "Hộ tịch"), "procedure_code", "formula"),
        ("main", ("1.000002", "", "Hộ tịch"), "procedure.name", "empty"),
        ("main", ("1.000002", "Thủ tục", "Hộ tịch", "", 3, "tuần"), "limits", "unknown"),
        ("main", ("1.000002", "Thủ tục", "Hộ tịch", "", 3), "limits", "unit"),
        ("main", ("1.000002", "Thủ tục", "Hộ tịch", "", 3, "ngày", "", "1.000,50"), "fees", "not_whole_dong"),
        ("main", ("1.000002", "Thủ tục", "Hộ tịch", "", 3.5, "ngày"), "limits", "number"),
        ("main", ("1.000001", "Thủ tục", "Hộ tịch"), "procedure_code", "duplicate"),
        ("papers", ("1.000009", "Giấy của không ai"), "procedure_code", "unknown"),
    ],
)
def test_a_bad_row_of_a_workbook_is_named_by_sheet_and_row(
    desk: Desk, tmp_path: Path, sheet: str, row: tuple[Any, ...], field: str, reason: str
) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {"main": [MAIN]}
    rows.setdefault(sheet, []).append(row)
    report = import_catalogue(desk, write_workbook(tmp_path, **rows))
    (refused,) = report.refused
    assert report.new == 1
    assert (refused.field, refused.reason) == (field, reason)
    assert refused.row == (4 if sheet == "main" else 3)
    assert refused.sheet == ("Thủ tục" if sheet == "main" else "Giấy tờ")


def test_a_bad_paper_keeps_its_procedure_out_and_no_other(desk: Desk, tmp_path: Path) -> None:
    other = ("1.000002", *MAIN[1:])
    report = import_catalogue(
        desk, write_workbook(tmp_path, main=[MAIN, other], papers=[("1.000001", "Tờ khai", "nhiều")])
    )
    assert report.new == 1
    assert places(report) == [(3, "1.000001", "papers", "number")]


def test_headings_may_stand_in_any_order_and_spelling_and_excel_may_eat_zeros(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "THU TUC"
    sheet.append(["Danh mục của xã"])
    sheet.append(["linh vuc", "TÊN THỦ TỤC (*)", "Ghi chú", "Mã thủ tục*"])
    sheet.append(["Hộ tịch", "Đăng ký thử", "bỏ qua", 1.0012])
    book.save(tmp_path / "a.xlsx")
    assert import_catalogue(desk, tmp_path / "a.xlsx") == ImportReport(new=1)
    assert procedure(desk, "1.001200").field == "Hộ tịch"


def test_a_workbook_without_the_sheet_is_refused(desk: Desk, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(ImportFileRefused) as refused:
        import_catalogue(desk, tmp_path / "a.xlsx")
    assert refused.value.reason == "columns"
