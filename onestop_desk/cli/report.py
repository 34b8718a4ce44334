"""The published figures from the command line, for people, for spreadsheets, and for what runs at night."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli import report_book
from onestop_desk.cli.output import say
from onestop_desk.cli.report_json import notice_facts, plot_facts, report_facts
from onestop_desk.cli.report_options import (
    As,
    Format,
    NoticeFormat,
    Out,
    Points,
    Rows,
    leave_drawn,
    leave_facts,
    leave_table,
    leave_tables,
    only_with,
)
from onestop_desk.cli.report_period import Day, Days, First, Last, Month, asked_day, asked_month, asked_period
from onestop_desk.domain.measures import Period
from onestop_desk.domain.quality import read_points
from onestop_desk.reports.figures import csv_of
from onestop_desk.services import months
from onestop_desk.services.book import today
from onestop_desk.services.counting import By
from onestop_desk.services.desk import Desk, look_into, open_desk
from onestop_desk.services.notice import Notice, notice_html, notice_pdf, public_notice
from onestop_desk.services.plot_list import draw_plot_report, plot_report
from onestop_desk.services.report_heading import heading_of
from onestop_desk.services.report_list import REPORTS, Freshness, draw_report, report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.translation import translate

_NOTICE_FORMS = "pdf để niêm yết, html để đăng; json, xlsx, csv: các bảng của giấy niêm yết."
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
    report_book.add_to(room)
    room.command("public")(public)
    room.command("close")(close)
    app.add_typer(room, name="report")


def plots(
    context: typer.Context,
    first: First = None,
    last: Last = None,
    month: Month = None,
    day: Day = None,
    form: Annotated[Format, typer.Option("--format", help="text, json, xlsx hoặc pdf.")] = Format.TEXT,
    out: Out = None,
) -> None:
    """Biểu đồ của kỳ (pdf), mỗi biểu đồ cùng bảng số liệu; text, json, xlsx: chỉ các bảng."""
    with closing(look_into(context.obj)) as desk:
        made = plot_report(desk, asked_period(Days(first, last, month, day), today(desk)))
        if form is Format.JSON:
            leave_facts(_dated(plot_facts(made.tables, desk.state.agency, made.period), made.freshness), out)
        else:
            heading = heading_of(desk, made.period, made.freshness)
            leave_tables(made.tables, heading, form, out, partial(draw_plot_report, desk, made))


def public(
    context: typer.Context,
    first: First = None,
    last: Last = None,
    month: Month = None,
    day: Day = None,
    form: Annotated[NoticeFormat, typer.Option("--format", help=_NOTICE_FORMS)] = NoticeFormat.PDF,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Tệp để ghi; json thì không bắt buộc.")] = None,
) -> None:
    """Công khai kết quả giải quyết, thủ tục, thời hạn và phí: giấy niêm yết, trang mạng hoặc các bảng; không có tên
    người."""
    with closing(look_into(context.obj)) as desk:
        notice = public_notice(desk, asked_period(Days(first, last, month, day), today(desk)))
        match form:
            case NoticeFormat.JSON:
                facts = notice_facts(notice.tables, desk.state.agency, notice.period)
                leave_facts(_dated(facts, notice.freshness), out)
            case NoticeFormat.XLSX:
                heading = heading_of(desk, notice.period, notice.freshness)
                leave_tables(notice.tables, heading, Format.XLSX, out, partial(notice_pdf, desk, notice))
            case _:
                leave_drawn(out, partial(_notice_file, desk, notice, form))


def close(
    context: typer.Context,
    month: Annotated[str, typer.Option(metavar="YYYY-MM|last", help="Tháng đã hết; last: tháng vừa qua.")],
) -> None:
    """Chốt một tháng: số liệu của tháng ấy và các tháng trước không đổi nữa."""
    with closing(open_desk(context.obj)) as desk:
        made = months.close_month(desk, asked_month(month, today(desk)).first)
    say(translate("Report", "Đã chốt tháng {month}.").format(month=f"{made.month:%m/%Y}"))


def _command(name: str) -> Callable[..., None]:
    def command(
        context: typer.Context,
        first: First = None,
        last: Last = None,
        month: Month = None,
        day: Day = None,
        by: Rows = None,
        point: Points = [],  # noqa: B006 - typer copies it
        form: As = Format.TEXT,
        out: Out = None,
    ) -> None:
        _require_meant(name, by, point)
        days = Days(first, last, month, day)
        with closing(look_into(context.obj)) as desk:
            ask = ReportAsk(_days_of(name, days, today(desk)), by or By.FIELD, points=read_points(" ".join(point)))
            made = report(desk, name, ask)
            if form is Format.JSON:
                leave_facts(_dated(report_facts(made.table, desk.state.agency, ask.period), made.freshness), out)
            else:
                heading = heading_of(desk, made.period, made.freshness)
                leave_table(made.table, heading, form, out, partial(draw_report, desk, made))

    return command


def _notice_file(desk: Desk, notice: Notice, form: NoticeFormat) -> bytes:
    if form is NoticeFormat.HTML:
        return notice_html(notice).encode()
    return csv_of(notice.tables) if form is NoticeFormat.CSV else notice_pdf(desk, notice)


def _days_of(name: str, days: Days, today: date) -> Period:
    """Return the period that was asked for; what is offered now is of today where none was."""
    return asked_day("today", today) if name == "cuts" and not days.ways else asked_period(days, today)


def _require_meant(name: str, by: By | None, point: list[str]) -> None:
    """Refuse options that the report would not look at."""
    for option, given, meant in (("--by", by is not None, "bieu06"), ("--point", bool(point), "evaluation")):
        if given and name != meant:
            raise only_with(option, f"report {meant}")


def _dated(said: dict[str, Any], fresh: Freshness) -> dict[str, Any]:
    return {**said, "as_of": fresh.at.isoformat(), "unsent": fresh.unsent}
