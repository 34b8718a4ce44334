"""A report's workbook says whose it is and as of when; csv holds the table and nothing else."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from onestop_desk.domain.figures import FigureColumn, FigureTable, Sort
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.plot import Plot, Series
from onestop_desk.reports.figures import Heading, write_csv, write_sheets, write_xlsx
from onestop_desk.reports.plots import Ink, draw_svg
from onestop_desk.services.desk import Desk
from onestop_desk.services.report_heading import heading_of
from onestop_desk.services.report_list import Freshness

TABLE = FigureTable(
    "bieu06",
    "TÌNH HÌNH GIẢI QUYẾT",
    "Tháng 11/2026",
    (FigureColumn("STT"), FigureColumn("Lĩnh vực", Sort.WORDS), FigureColumn("Tổng số", group="Tiếp nhận")),
    tuple((place, "Hộ tịch", 1_000 + place) for place in range(1, 1_040)),
    is_numbered=True,
)
MONTH = month_of(datetime(2026, 11, 1, tzinfo=UTC).date())
INK = Ink("#000000", "#000000", ("#0000ff",), ("#ffffff",))


def _sheet(path: Path) -> Any:
    return openpyxl.load_workbook(path).active


def _heading(desk: Desk, at: datetime, unsent: int | None = None) -> Heading:
    return heading_of(desk, MONTH, Freshness(at, unsent))


def test_a_workbook_says_whose_it_is_as_of_when_and_what_was_not_sent(desk: Desk, tmp_path: Path) -> None:
    at = datetime(2026, 11, 20, 2, 5, tzinfo=UTC)
    write_xlsx(tmp_path / "t.xlsx", TABLE, heading=_heading(desk, at, 12))
    told = [_sheet(tmp_path / "t.xlsx").cell(row, 1).value for row in range(1, 6)]
    assert told == [
        f"{desk.office.heading}, {desk.office.name}",
        "TÌNH HÌNH GIẢI QUYẾT",
        "Tháng 11/2026. Đơn vị tính: hồ sơ.",
        "Số liệu tính đến 9 giờ 05 phút ngày 20/11/2026, gồm 12 hồ sơ chưa gửi về trung tâm. Kỳ báo cáo chưa kết thúc.",
        None,
    ]


def test_a_finished_month_is_told_from_a_running_one(desk: Desk) -> None:
    last, after = datetime(2026, 11, 30, 16, 59, tzinfo=UTC), datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    assert _heading(desk, last).as_of.endswith("Kỳ báo cáo chưa kết thúc.")
    assert _heading(desk, after).as_of == "Số liệu tính đến 0 giờ 00 phút ngày 01/12/2026."


def test_the_head_stays_frozen_and_is_repeated_in_print(desk: Desk, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "t.xlsx", TABLE, heading=_heading(desk, datetime(2026, 12, 1, tzinfo=UTC)))
    sheet = _sheet(tmp_path / "t.xlsx")
    assert [sheet.cell(6, 3).value, sheet.cell(7, 1).value, sheet.cell(8, 1).value] == ["Tiếp nhận", "STT", "(1)"]
    assert sheet.cell(9, 1).value == 1
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C9", "$6:$8")


def test_without_a_heading_a_workbook_begins_with_its_title(tmp_path: Path) -> None:
    write_sheets(tmp_path / "t.xlsx", (TABLE,))
    sheet = _sheet(tmp_path / "t.xlsx")
    assert [sheet.cell(row, 1).value for row in (1, 3, 5)] == ["TÌNH HÌNH GIẢI QUYẾT", None, "STT"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C7", "$4:$6")


def test_an_ordinal_takes_no_thousands_dot(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "t.xlsx", TABLE)
    sheet = _sheet(tmp_path / "t.xlsx")
    assert (sheet.cell(7, 1).number_format, sheet.cell(7, 3).number_format) == ("0", "#,##0")


def test_csv_is_the_table_alone(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", TABLE)
    lines = (tmp_path / "t.csv").read_text("utf-8-sig").splitlines()
    assert lines[:2] == ["STT,Lĩnh vực,Tiếp nhận: Tổng số", "1,Hộ tịch,1001"]


def test_what_a_correction_takes_off_has_no_bar() -> None:
    with_less, with_none = (
        draw_svg(Plot(("a", "b", "c"), (Series("s", (4, count, 2)),)), 400, 300, INK) for count in (-3, 0)
    )
    assert with_less == with_none
