"""F9 as it is used: periods, reports, plots, opening numbers, closing a month, saving and stopping."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from onestop_desk.domain.figures import Figure, FigureColumn, FigureTable
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period
from onestop_desk.services import months
from onestop_desk.services.counting import By
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.report_list import REPORTS
from onestop_desk.settings import with_setting
from onestop_desk.ui import theme
from onestop_desk.ui.exporting import ExportRun, ExportStopped
from onestop_desk.ui.figures import work
from onestop_desk.ui.figures.table import FigureTableView
from onestop_desk.ui.figures.tiles import FigureTiles
from onestop_desk.ui.figures.work import FileKind
from onestop_desk.ui.widgets.strip import Strip
from onestop_desk.ui.widgets.tile import FigureTile
from tests.ui.legibility import cut_texts, nameless, untabbable

from .conftest import NOW, Reader


def _tile(reader: Reader, key: str) -> FigureTile:
    found: FigureTile = reader.find(f"tile_{key}", FigureTile)
    return found


def test_the_page_opens_with_this_months_figures_and_says_as_of_when(reader: Reader) -> None:
    assert reader.page.period_box().period() == month_of(NOW.date())
    assert reader.find("figures_fresh", QLabel).text() == "Tính đến 09:41."
    assert int(_tile(reader, "open").value()) > 0


@pytest.mark.parametrize("key", ["received", "online", "solved", "over", "open", "open_late"])
def test_every_tile_opens_into_as_many_dossiers(reader: Reader, key: str) -> None:
    reader.choose("last")
    shown = int(_tile(reader, key).value())
    reader.click(f"tile_{key}", FigureTile)
    assert reader.find("opened_said", QLabel).text().startswith(f"{shown} hồ sơ")
    assert reader.find("opened_table", QTableView).model().rowCount() >= shown


def test_a_number_of_a_report_opens_by_enter_and_esc_goes_back(reader: Reader) -> None:
    reader.choose("last")
    table: FigureTableView = reader.page.report_panel().table
    row = len(table.table().rows)
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 2))
    reader.qtbot.keyClick(table, Qt.Key.Key_Return)
    reader.settle()
    total = table.table().total[2]
    assert isinstance(total, Figure)
    opened = reader.find("opened_table", QTableView)
    assert opened.isVisible()
    assert reader.find("opened_said", QLabel).text().startswith(f"{total.count} hồ sơ")
    reader.qtbot.keyClick(opened, Qt.Key.Key_Return)
    reader.settle()
    assert reader.find("dossier_panel").isVisible()
    reader.qtbot.keyClick(reader.find("dossier_panel"), Qt.Key.Key_Escape)
    reader.click("opened_back")
    assert table.isVisible()


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_shown_with_its_own_table(reader: Reader, name: str) -> None:
    reader.choose("last")
    reader.page.report_panel().choose(name)
    reader.settle()
    shown = reader.page.report_panel().report()
    assert shown is not None and shown.table.name == name
    assert reader.page.report_panel().table.model().rowCount() == len(shown.table.all_rows)


def test_the_evaluation_has_a_grade_once_the_settings_hold_the_supervisor_s_points(reader: Reader) -> None:
    reader.desk.settings = with_setting(reader.desk.settings, "evaluation_points", "3=2 4=2 5=2 6=2 7=2")
    reader.choose("last")
    reader.page.report_panel().choose("evaluation")
    reader.settle()
    assert reader.find("report_notes", QLabel).text().startswith("Xếp loại: ")


@pytest.mark.parametrize("day", ["31/12/9999", "1/1/0001", "1/1/2100"])
def test_years_that_no_register_has_are_said_and_change_nothing(reader: Reader, day: str) -> None:
    before = reader.page.period_box().period()
    field = reader.find("figures_last" if day != "1/1/0001" else "figures_first")
    field.setFocus()
    field.selectAll()
    reader.qtbot.keyClicks(field, day)
    reader.qtbot.keyClick(field, Qt.Key.Key_Tab)
    said = reader.find(f"{field.objectName()}_problem", QLabel).text()
    assert said == "Kỳ phải nằm trong các năm 2000 đến 2099."
    assert reader.page.period_box().period() == before


def test_bieu_06_by_procedure_has_a_row_for_each(reader: Reader) -> None:
    reader.choose("last")
    reader.page.report_panel().choose("bieu06", By.PROCEDURE)
    reader.settle()
    shown = reader.page.report_panel().report()
    assert shown is not None and len(shown.table.rows) == 3


def test_plots_are_drawn_with_their_tables_in_every_theme(reader: Reader) -> None:
    reader.choose("last")
    reader.page.show_mode("plots")
    reader.settle()
    for name in PLOTS:
        table: FigureTableView = reader.find(f"plot_table_{name}", FigureTableView)
        assert table.model().rowCount() > 0
    reader.window.set_look(theme.Look(theme.ThemeName.HIGH_CONTRAST, 150))
    reader.settle()
    view = reader.find("plot_hours")
    picture = view.grab().toImage()
    seen = [picture.pixelColor(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]
    accent = QColor(theme.current().colours.accent)
    assert any(_far(one, accent) < 8 for one in seen), "the bars wear the theme"


def _far(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return max(abs(a - b) for a, b in pairs)


def test_two_days_that_are_no_period_are_said_and_change_nothing(reader: Reader) -> None:
    before = reader.page.period_box().period()
    field = reader.find("figures_last")
    field.setFocus()
    field.selectAll()
    reader.qtbot.keyClicks(field, "01/01/2020")
    reader.qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert reader.find("figures_last_problem", QLabel).text() == "Kỳ kết thúc trước khi bắt đầu."
    assert reader.page.period_box().period() == before


def test_a_month_is_closed_once_after_a_second_word(reader: Reader) -> None:
    reader.choose("last")
    close = reader.find("close_month", QPushButton)
    assert close.isVisible() and close.text() == "Chốt tháng 10/2026"
    reader.click("close_month")
    assert months.last_closed(reader.desk) != month_of(NOW.date().replace(month=10)).first
    strip = reader.window.findChildren(Strip)[-1]
    reader.qtbot.mouseClick(strip.findChild(QPushButton, "strip_action"), Qt.MouseButton.LeftButton)
    reader.settle()
    assert months.last_closed(reader.desk) == month_of(NOW.date().replace(month=10)).first
    assert not close.isVisible()


def test_a_running_month_cannot_be_closed(reader: Reader) -> None:
    assert not reader.find("close_month", QPushButton).isVisible()


def test_a_report_is_saved_as_it_is_shown(reader: Reader, tmp_path: Path) -> None:
    reader.choose("last")
    for kind in FileKind:
        reader.page.save_to(kind, tmp_path / "bao-cao")
        reader.settle()
    sheet = openpyxl.load_workbook(tmp_path / "bao-cao.xlsx").active
    assert sheet is not None
    told = [sheet.cell(row, 1).value for row in range(1, 5)]
    assert told[1:] == [
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "Tháng 10/2026. Đơn vị tính: hồ sơ.",
        "Số liệu tính đến 9 giờ 41 phút ngày 03/11/2026.",
    ]
    assert reader.desk.office.name in str(told[0])
    assert (tmp_path / "bao-cao.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "bao-cao.csv").exists()


def test_plots_are_saved_as_they_are_shown(reader: Reader, tmp_path: Path) -> None:
    reader.choose("last")
    assert not reader.find("plots_save_pdf", QPushButton).isEnabled(), "nothing is shown yet"
    reader.page.show_mode("plots")
    reader.settle()
    shown = reader.page.plot_panel().report()
    assert shown is not None and shown.period == month_of(NOW.date().replace(month=10))
    for kind in (FileKind.PDF, FileKind.XLSX):
        assert reader.find(f"plots_save_{kind}", QPushButton).isEnabled()
        reader.page.save_plots_to(kind, tmp_path / "bieu-do")
        reader.settle()
    assert (tmp_path / "bieu-do.pdf").read_bytes() == draw_plot_report(reader.desk, shown)
    assert openpyxl.load_workbook(tmp_path / "bieu-do.xlsx").sheetnames == list(PLOTS)


def _choose(reader: Reader, path: Path) -> str:
    """Save under a name in the dialog that is open; returns the name that it offered."""
    dialog: QFileDialog = reader.find("save_file", QFileDialog)
    (offered,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    reader.settle()
    return Path(offered).name


@pytest.mark.parametrize(("button", "kind"), [("report_save_xlsx", "xlsx"), ("notice_save", "pdf")])
def test_a_name_with_a_dot_takes_no_other_file_s_place(reader: Reader, tmp_path: Path, button: str, kind: str) -> None:
    other = tmp_path / f"T10.{kind}"
    other.write_bytes(b"kept")
    reader.click(button)
    _choose(reader, tmp_path / "T10.2026")
    assert other.read_bytes() == b"kept"
    assert sorted(one.name for one in tmp_path.glob("T10*")) == [f"T10.2026.{kind}", f"T10.{kind}"]


def test_the_button_asks_where_plots_go(reader: Reader, tmp_path: Path) -> None:
    reader.choose("last")
    reader.page.show_mode("plots")
    reader.settle()
    reader.click("plots_save_pdf")
    name = "plots 2026-10-01 2026-10-31.pdf"
    assert _choose(reader, tmp_path / name) == name
    assert [one.name for one in tmp_path.glob("*.pdf")] == [name]
    said = [strip.sentence.what for strip in reader.window.findChildren(Strip)]
    assert said == [f"Đã lưu ra {tmp_path / name}."]


def test_plots_that_no_file_takes_stay_and_can_be_saved_elsewhere(reader: Reader, tmp_path: Path) -> None:
    reader.page.show_mode("plots")
    reader.settle()
    reader.page.save_plots_to(FileKind.PDF, tmp_path / "khong-co" / "f.pdf")
    reader.settle()
    assert any("khong-co" in strip.sentence.what + strip.sentence.detail for strip in reader.window.findChildren(Strip))
    assert reader.find("plots_save_pdf", QPushButton).isEnabled()


@pytest.mark.parametrize("kind", [FileKind.PDF, FileKind.XLSX])
def test_plots_that_were_stopped_at_their_last_step_leave_no_file(
    reader: Reader, tmp_path: Path, kind: FileKind
) -> None:
    def stopped(done: int, total: int) -> None:
        if done == total:
            raise ExportStopped

    made = plot_report(reader.desk, month_of(NOW.date().replace(month=10)))
    with pytest.raises(ExportStopped):
        work.save_plots(reader.desk, made, kind, tmp_path / "f", stopped)
    assert list(tmp_path.glob("f*")) == []


def test_a_year_of_plots_says_which_weeks_it_shows(reader: Reader) -> None:
    reader.page.show_mode("plots")
    reader.choose("year")
    assert reader.find("plot_notes_weeks", QLabel).text() == "Biểu đồ và bảng lấy 13 tuần cuối của kỳ."
    reader.choose("last")
    assert not reader.find("plot_notes_weeks", QLabel).isVisible()


def test_a_place_that_takes_no_file_is_named_and_the_report_stays(reader: Reader, tmp_path: Path) -> None:
    reader.page.save_to(FileKind.XLSX, tmp_path / "khong-co" / "f.xlsx")
    reader.settle()
    assert any("khong-co" in strip.sentence.what + strip.sentence.detail for strip in reader.window.findChildren(Strip))
    assert reader.find("report_save_xlsx", QPushButton).isEnabled()


def test_a_stopped_export_leaves_no_file_and_says_so(reader: Reader, tmp_path: Path) -> None:
    panel = reader.page.report_panel()
    made = panel.report()
    assert made is not None
    many = replace(made.table, rows=made.table.rows[:1] * 150_000)
    panel.show_report(replace(made, table=many))
    reader.page.save_to(FileKind.XLSX, tmp_path / "f.xlsx")
    assert reader.find("export_bar").isVisible()
    reader.click("export_stop")
    said = [strip.sentence.what for strip in reader.window.findChildren(Strip)]
    assert said == ["Đã dừng xuất; không để lại tệp nào."]
    assert list(tmp_path.glob("f.xlsx*")) == []
    assert not reader.find("export_bar").isVisible()


def test_a_run_that_was_stopped_raises_at_its_next_row(reader: Reader) -> None:
    run = ExportRun()
    run(1, 2)
    run.stop()
    with pytest.raises(ExportStopped):
        run(2, 2)


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("mode", ["reports", "plots"])
def test_nothing_is_cut_nameless_or_out_of_reach(reader: Reader, scale: int, mode: str) -> None:
    reader.window.set_look(theme.Look(scale=scale))
    reader.choose("last")
    reader.page.show_mode(mode)
    reader.settle()
    assert cut_texts(reader.page) == []
    assert nameless(reader.page) == []
    assert untabbable(reader.page) == []


def test_figures_of_a_period_can_be_asked_for_from_outside(reader: Reader) -> None:
    period = Period(NOW.date().replace(month=9, day=10), NOW.date().replace(month=9, day=20))
    reader.page.period_box().set_period(period)
    assert reader.page.period_box().period() == period
    assert isinstance(reader.find("figure_tiles"), FigureTiles)


def test_the_focus_stays_on_the_page_when_plots_take_the_place_of_the_table(reader: Reader) -> None:
    reader.page.report_panel().table.setFocus()
    reader.qtbot.waitUntil(reader.page.report_panel().table.hasFocus)
    reader.page.show_mode("plots")
    focus = reader.window.focusWidget()
    assert focus is not None and focus.objectName() == "figures_mode_plots"


@pytest.mark.parametrize("scale", theme.SCALES)
def test_the_tiles_lie_in_even_rows(reader: Reader, scale: int) -> None:
    reader.window.set_look(theme.Look(scale=scale))
    reader.settle()
    tiles = reader.page.findChildren(FigureTile)
    reader.qtbot.waitUntil(lambda: cut_texts(reader.find("figure_tiles", FigureTiles)) == [])
    rows = [sum(tile.y() == top for tile in tiles) for top in {tile.y() for tile in tiles}]
    assert len(tiles) == 6
    assert len(set(rows)) == 1


def test_tables_beside_plots_need_no_scrolling_at_1366(reader: Reader) -> None:
    reader.choose("last")
    reader.page.show_mode("plots")
    reader.settle()
    tables = [one for one in reader.page.plot_panel().findChildren(FigureTableView) if one.isVisible()]
    assert len(tables) == len(PLOTS)
    reader.qtbot.waitUntil(lambda: all(one.horizontalScrollBar().maximum() == 0 for one in tables))
    names = tables[1].model().index(0, 0)
    assert tables[1].columnWidth(0) < tables[1].sizeHintForColumn(0)
    assert str(names.data()) in names.data(Qt.ItemDataRole.ToolTipRole)


def test_an_ordinal_is_no_count_on_screen(qtbot: QtBot) -> None:
    view = FigureTableView("t")
    qtbot.addWidget(view)
    view.show_table(FigureTable("t", "T", "2026", (FigureColumn("STT"), FigureColumn("Tổng số")), ((1037, 1037),)))
    assert [view.model().index(0, column).data() for column in (0, 1)] == ["1037", "1.037"]
