"""The end of the tour's day: its reports, every number of them opened and counted, the public notice."""

from onestop_desk.domain.figures import Figure
from onestop_desk.domain.ledger import month_of
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.figure_opening import open_figure
from onestop_desk.services.notice import notice_html, notice_pdf, public_notice
from onestop_desk.services.paperwork import write_paper
from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.report_list import REPORTS, draw_report, report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.figures.page import FiguresPage
from onestop_desk.ui.tour.stage import MORNING, Stage, TourStopped
from onestop_desk.ui.translation import translate

_SHOWN = ("bieu06", "yearly", "overdue", "satisfaction", "fees")
_MONTH = month_of(MORNING.date())


def figures(stage: Stage) -> None:
    """Look at the day's figures, open one of them, look at the plots."""
    stage.press("F9")
    page = stage.page
    assert isinstance(page, FiguresPage)
    stage.show("bao-cao", translate("Tour", "F9: số liệu của kỳ, tính đến lúc này; số nào cũng mở ra hồ sơ."))
    stage.click("tile_received")
    stage.show("mo-so-lieu", translate("Tour", "Một số mở ra đúng ngần ấy hồ sơ."))
    stage.click("opened_back")
    page.show_mode("plots")
    stage.show("bieu-do", translate("Tour", "Biểu đồ, bên cạnh là bảng cùng số liệu."))
    page.show_mode("reports")
    page.report_panel().choose("satisfaction")
    stage.show("hai-long", translate("Tour", "Mức độ hài lòng theo lĩnh vực."))


def reports(stage: Stage) -> None:
    """Draw the reports of the day in official layout, after every number of every report was opened and counted."""
    desk = _desk(stage)
    opened = _open_all(desk)
    if opened == 0:
        raise TourStopped("no number to open")
    for name in _SHOWN:
        made = report(desk, name, ReportAsk(_MONTH))
        kept = write_paper(stage.program.folder / "papers" / "reports" / f"{name}.pdf", draw_report(desk, made))
        stage.show_paper(kept, f"bao-cao-{name}", translate("Tour", "Báo cáo theo mẫu, có số trang và chữ ký."))
    kept = write_paper(
        stage.program.folder / "papers" / "reports" / "plots.pdf", draw_plot_report(desk, plot_report(desk, _MONTH))
    )
    stage.show_paper(kept, "bieu-do-in", translate("Tour", "Biểu đồ để in: đen trắng vẫn đọc được, bên cạnh là bảng."))


def public(stage: Stage) -> None:
    """Make the month public: on the board, on the web, on the second screen."""
    desk = _desk(stage)
    notice = public_notice(desk, _MONTH)
    folder = stage.program.folder / "papers" / "reports"
    kept = write_paper(folder / "cong-khai.pdf", notice_pdf(desk, notice))
    (stage.out / "cong-khai.html").write_text(notice_html(notice), encoding="utf-8")
    stage.show_paper(
        kept, "cong-khai", translate("Tour", "Bản công khai để niêm yết: kết quả và thủ tục, không tên người.")
    )
    stage.click("notice_screen")
    stage.show_other("notice_window", "man-hinh-cong-khai", translate("Tour", "Màn hình công khai cho người đang chờ."))
    stage.close_other("notice_window")


def _open_all(desk: Desk) -> int:
    """Open every number of every report and plot; returns how many there were. Raises TourStopped where a number is
    not that of its dossiers."""
    opened = 0
    tables = [report(desk, name, ReportAsk(_MONTH, by)).table for by in By for name in REPORTS]
    with counting(desk) as scope:
        tables += [make(scope, _MONTH).table for make in PLOTS.values()]
        for table in tables:
            for figure in (cell for row in table.all_rows for cell in row if isinstance(cell, Figure)):
                opened += 1
                if open_figure(scope, _MONTH, figure).count != figure.count:
                    raise TourStopped(f"{table.name}: {figure.measure} {figure.key}")
    return opened


def _desk(stage: Stage) -> Desk:
    workplace = stage.program.workplace
    assert workplace is not None
    return workplace.desk
