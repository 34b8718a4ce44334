"""The published figures from the command line, for people, for spreadsheets, and for what runs at night."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import say, say_json
from onestop_desk.cli.report_json import plot_facts, report_facts
from onestop_desk.cli.report_options import (
    As,
    First,
    Format,
    Last,
    Month,
    NoticeFormat,
    Out,
    Points,
    Rows,
    asked_month,
    asked_period,
    leave_table,
    leave_tables,
)
from onestop_desk.domain.errors import BadValue
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.whole_file import whole_file
from onestop_desk.services import months
from onestop_desk.services.book import today
from onestop_desk.services.counting import By
from onestop_desk.services.desk import look_into, open_desk
from onestop_desk.services.notice import notice_html, notice_pdf, public_notice
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.report_list import REPORTS, Freshness, draw_report, report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.translation import translate

_HELP = {
    "bieu06": "Biểu 06: tình hình, kết quả giải quyết thủ tục hành chính.",
    "yearly": "Tổng hợp kết quả giải quyết: trước hạn, đúng hạn, quá hạn; 5 tại chỗ; trực tuyến.",
    "overdue": "Hồ sơ xong quá hạn trong kỳ, hoặc còn quá hạn ở cuối kỳ, có lý do.",
    "delays": "Yêu cầu bổ sung, xin lỗi và gia hạn theo lĩnh vực.",
    "satisfaction": "Mức độ hài lòng theo lĩnh vực.",
    "fees": "Thu và miễn phí, lệ phí theo lĩnh vực.",
    "requests": "Hồ sơ trực tuyến: xem xét đúng giờ, quá giờ, đang chờ.",
    "visits": "Từ chối tiếp nhận và hướng dẫn bổ sung tại quầy, theo quầy.",
    "register": "Sổ theo dõi hồ sơ (mẫu 07) của kỳ.",
    "cuts": "Thời hạn quy định, thời hạn thực hiện và tỷ lệ cắt giảm.",
    "index": "Bộ chỉ số Quyết định 766, tự tính từ sổ của quầy.",
    "evaluation": "Đánh giá theo chương V Nghị định 61.",
}


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Báo cáo từ sổ của quầy này.")
    for name in REPORTS:
        room.command(name, help=_HELP[name])(_command(name))
    room.command("plots")(plots)
    room.command("public")(public)
    room.command("close")(close)
    app.add_typer(room, name="report")


def plots(
    context: typer.Context,
    first: First = "",
    last: Last = "",
    month: Month = "",
    form: Annotated[Format, typer.Option("--format", help="text, json, xlsx hoặc pdf.")] = Format.TEXT,
    out: Out = None,
) -> None:
    """Biểu đồ của kỳ (pdf), mỗi biểu đồ cùng bảng số liệu; text, json, xlsx: chỉ các bảng."""
    with closing(look_into(context.obj)) as desk:
        made = plot_report(desk, asked_period(first, last, month, today(desk)))
        if form is Format.JSON:
            say_json(_dated(plot_facts(made.tables, desk.state.agency, made.period), made.freshness))
        else:
            leave_tables(made.tables, made.freshness, form, out, partial(draw_plot_report, desk, made))


def public(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Tệp để ghi.")],
    first: First = "",
    last: Last = "",
    month: Month = "",
    form: Annotated[NoticeFormat, typer.Option("--format", help="pdf để niêm yết, html để đăng.")] = NoticeFormat.PDF,
) -> None:
    """Công khai kết quả giải quyết, thủ tục, thời hạn và phí: giấy niêm yết hoặc trang mạng; không có tên người."""
    with closing(look_into(context.obj)) as desk:
        notice = public_notice(desk, asked_period(first, last, month, today(desk)))
        content = notice_html(notice).encode() if form is NoticeFormat.HTML else notice_pdf(desk, notice)
    with file_faults_named(out), whole_file(out) as path:
        path.write_bytes(content)
    say(str(out))


def close(context: typer.Context, month: Month) -> None:
    """Chốt một tháng: số liệu của tháng ấy và các tháng trước không đổi nữa."""
    with closing(open_desk(context.obj)) as desk:
        made = months.close_month(desk, asked_month(month, today(desk)).first)
    say(translate("Report", "Đã chốt tháng {month}.").format(month=f"{made.month:%m/%Y}"))


def _command(name: str) -> Callable[..., None]:
    def command(
        context: typer.Context,
        first: First = "",
        last: Last = "",
        month: Month = "",
        by: Rows = By.FIELD,
        point: Points = [],  # noqa: B006 - typer copies it
        form: As = Format.TEXT,
        out: Out = None,
    ) -> None:
        with closing(look_into(context.obj)) as desk:
            ask = ReportAsk(asked_period(first, last, month, today(desk)), by, points=_points(point))
            made = report(desk, name, ask)
            if form is Format.JSON:
                say_json(_dated(report_facts(made.table, desk.state.agency, ask.period), made.freshness))
            else:
                leave_table(made.table, made.freshness, form, out, partial(draw_report, desk, made))

    return command


def _dated(said: dict[str, Any], fresh: Freshness) -> dict[str, Any]:
    return {**said, "as_of": fresh.at.isoformat(), "unsent": fresh.unsent}


def _points(given: list[str]) -> dict[int, int]:
    points = {}
    for one in given:
        number, _, value = one.partition("=")
        if not (number.isascii() and number.isdecimal() and value.isascii() and value.isdecimal()):
            raise BadValue("points", "format", one)
        points[int(number)] = int(value)
    return points
