"""The published figures from the command line, for people, for spreadsheets, and for what runs at night."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import say, say_json
from onestop_desk.cli.report_json import report_facts
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.figures import cell_words
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.figures import Progress, no_progress, write_csv, write_xlsx
from onestop_desk.reports.whole_file import whole_file
from onestop_desk.services import months
from onestop_desk.services.counting import By
from onestop_desk.services.desk import Desk, look_into, open_desk
from onestop_desk.services.notice import notice_html, notice_pdf, public_notice
from onestop_desk.services.report_list import REPORTS, Report, draw_report, freshness_words, report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.translation import translate


class Format(StrEnum):
    """How a report leaves."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


class NoticeFormat(StrEnum):
    """How the public notice leaves."""

    PDF = "pdf"
    HTML = "html"


First = Annotated[str, typer.Option("--from", metavar="DATE", help="Ngày đầu kỳ, ví dụ 2026-01-01.")]
Last = Annotated[str, typer.Option("--to", metavar="DATE", help="Ngày cuối kỳ, tính cả ngày này.")]
Month = Annotated[str, typer.Option(metavar="YYYY-MM", help="Cả một tháng; last: tháng vừa qua.")]
As = Annotated[Format, typer.Option("--format", help="text, json, xlsx, csv hoặc pdf.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Tệp để ghi; cần cho xlsx, csv và pdf.")]
Rows = Annotated[By, typer.Option(help="Mỗi dòng một: field, procedure, counter, officer hoặc agency (bieu06).")]
Points = Annotated[
    list[str], typer.Option("--point", metavar="N=P", help="Điểm tổ trưởng chấm cho tiêu chí N, 0 đến 2 (evaluation).")
]

_HELP = {
    "bieu06": "Biểu 06: tình hình, kết quả giải quyết thủ tục hành chính.",
    "yearly": "Tổng hợp kết quả giải quyết: trước hạn, đúng hạn, quá hạn; 5 tại chỗ; trực tuyến.",
    "overdue": "Hồ sơ xong quá hạn trong kỳ, hoặc còn quá hạn ở cuối kỳ, có lý do.",
    "delays": "Yêu cầu bổ sung, xin lỗi và gia hạn theo lĩnh vực.",
    "satisfaction": "Mức độ hài lòng theo lĩnh vực.",
    "fees": "Thu và miễn phí, lệ phí theo lĩnh vực.",
    "requests": "Hồ sơ trực tuyến: xem xét đúng giờ, quá giờ, đang chờ.",
    "cuts": "Thời hạn quy định, thời hạn thực hiện và tỷ lệ cắt giảm.",
    "index": "Bộ chỉ số Quyết định 766, tự tính từ sổ của quầy.",
    "evaluation": "Đánh giá theo chương V Nghị định 61.",
}


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Báo cáo từ sổ của quầy này.")
    for name in REPORTS:
        room.command(name, help=_HELP[name])(_command(name))
    room.command("public")(public)
    room.command("close")(close)
    app.add_typer(room, name="report")


def public(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Tệp để ghi.")],
    first: First = "",
    last: Last = "",
    month: Month = "",
    form: Annotated[NoticeFormat, typer.Option("--format", help="pdf để niêm yết, html để đăng.")] = NoticeFormat.PDF,
) -> None:
    """Công khai kết quả giải quyết, thủ tục, thời hạn và phí: giấy niêm yết hoặc trang mạng; không có tên người."""
    desk = look_into(context.obj)
    try:
        notice = public_notice(desk, _period(first, last, month, desk))
        content = notice_html(notice).encode() if form is NoticeFormat.HTML else notice_pdf(desk, notice)
    finally:
        desk.close()
    with file_faults_named(out), whole_file(out) as path:
        path.write_bytes(content)
    say(str(out))


def close(context: typer.Context, month: Month) -> None:
    """Chốt một tháng: số liệu của tháng ấy và các tháng trước không đổi nữa."""
    desk = open_desk(context.obj)
    try:
        made = months.close_month(desk, _month(month, desk).first)
    finally:
        desk.close()
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
        desk = look_into(context.obj)
        try:
            ask = ReportAsk(_period(first, last, month, desk), by, points=_points(point))
            made = report(desk, name, ask)
            if form is Format.JSON:
                fresh, said = made.freshness, report_facts(made.table, desk.state.agency, ask.period)
                say_json({**said, "as_of": fresh.at.isoformat(), "unsent": fresh.unsent})
            else:
                _leave(desk, made, form, out)
        finally:
            desk.close()

    return command


def _period(first: str, last: str, month: str, desk: Desk) -> Period:
    if month:
        return _month(month, desk)
    return Period(*(_day(text) for text in (first, last)))


def _month(text: str, desk: Desk) -> Period:
    if text == "last":
        this = month_of(desk.clock().date())
        return month_of(this.first - timedelta(days=1))
    return month_of(_day(f"{text}-01"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue("date", "format", text) from None


def _points(given: list[str]) -> dict[int, int]:
    points = {}
    for one in given:
        number, _, value = one.partition("=")
        if not (number.isascii() and number.isdecimal() and value.isascii() and value.isdecimal()):
            raise BadValue("points", "format", one)
        points[int(number)] = int(value)
    return points


def _leave(desk: Desk, made: Report, form: Format, out: Path | None) -> None:
    if form is Format.TEXT:
        _say(made)
    elif out is None:
        raise typer.BadParameter(translate("Report", "cần --out FILE"), param_hint="--format")
    else:
        with file_faults_named(out):
            _write(desk, made, form, out)
        say(str(out))


def _write(desk: Desk, made: Report, form: Format, out: Path) -> None:
    if form is Format.PDF:
        with whole_file(out) as path:
            path.write_bytes(draw_report(desk, made))
        return
    (write_xlsx if form is Format.XLSX else write_csv)(out, made.table, _told())


def _told() -> Progress:
    """Return what shows how far a long report is, where somebody looks at it."""
    return _show_progress if sys.stderr.isatty() else no_progress


def _show_progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r{done}/{total}", end=end, file=sys.stderr, flush=True)


def _say(made: Report) -> None:
    table = made.table
    say(f"{table.title}. {table.period}")
    heads = [f"{one.group}: {one.title}" if one.group else one.title for one in table.columns]
    say("  ".join(heads))
    for row in table.all_rows:
        say("  ".join(cell_words(cell, column.sort) for cell, column in zip(row, table.columns, strict=True)))
    for note in (*table.notes, freshness_words(made.freshness)):
        say(note)
