"""The published figures from the command line, for people, for spreadsheets, and for what runs at night."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import say, say_json
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.measures import Counts, Period, percent
from onestop_desk.models.session import file_faults_named
from onestop_desk.reports.figures import Cell, FigureTable, write_csv, write_xlsx
from onestop_desk.services import reporting
from onestop_desk.services.counting import By, counting
from onestop_desk.services.desk import Desk, look_into
from onestop_desk.services.reporting import Bieu06, Yearly
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.translation import translate


class Format(StrEnum):
    """How a report leaves."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"


First = Annotated[str, typer.Option("--from", metavar="DATE", help="Ngày đầu kỳ, ví dụ 2026-01-01.")]
Last = Annotated[str, typer.Option("--to", metavar="DATE", help="Ngày cuối kỳ, tính cả ngày này.")]
As = Annotated[Format, typer.Option("--format", help="text, json, xlsx hoặc csv.")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Tệp để ghi; cần cho xlsx và csv.")]


# The official table's own words: a report is Vietnamese whatever the window speaks.
_BIEU06_HEADS = (
    *("Lĩnh vực", "Nhận (3)", "Trực tuyến (4)", "Trực tiếp, bưu chính (5)", "Kỳ trước chuyển sang (6)"),
    *("Đã giải quyết (7)", "Trước hạn (8)", "Đúng hạn (9)", "Quá hạn (10)"),
    *("Đang giải quyết (11)", "Trong hạn (12)", "Quá hạn (13)"),
)


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Báo cáo từ sổ của quầy này.")
    room.command("bieu06")(bieu06)
    room.command("yearly")(yearly)
    room.command("overdue")(overdue)
    app.add_typer(room, name="report")


def bieu06(
    context: typer.Context,
    first: First,
    last: Last,
    by: Annotated[By, typer.Option(help="Mỗi dòng một: field, procedure hoặc counter.")] = By.FIELD,
    form: As = Format.TEXT,
    out: Out = None,
) -> None:
    """Biểu 06: tình hình, kết quả giải quyết thủ tục hành chính."""
    period = _period(first, last)
    made = _asked(context, lambda scope: reporting.bieu06(scope, period, by))
    if form is Format.JSON:
        say_json(_bieu06_facts(made))
    else:
        _leave(_bieu06_table(made), form, out)


def yearly(context: typer.Context, first: First, last: Last, form: As = Format.TEXT, out: Out = None) -> None:
    """Tổng hợp kết quả giải quyết: trước hạn, đúng hạn, quá hạn; 5 tại chỗ; trực tuyến."""
    period = _period(first, last)
    made = _asked(context, lambda scope: reporting.yearly(scope, period))
    if form is Format.JSON:
        say_json(_yearly_facts(made))
    else:
        _leave(_yearly_table(made), form, out)


def overdue(context: typer.Context, first: First, last: Last, form: As = Format.TEXT, out: Out = None) -> None:
    """Hồ sơ xong quá hạn trong kỳ, hoặc còn quá hạn ở cuối kỳ."""
    period = _period(first, last)
    lines = _asked(context, lambda scope: reporting.overdue(scope, period))
    if form is Format.JSON:
        for line in lines:
            say_json(
                {"code": line.code, "due_at": local_moment(line.due_at), "finished_at": local_moment(line.finished_at)}
            )
        return
    heads = ("Mã hồ sơ", "Thủ tục", "Hẹn trả", "Xong lúc")
    rows = tuple(
        (one.code, one.procedure_name, local_moment(one.due_at), local_moment(one.finished_at)) for one in lines
    )
    _leave(FigureTable(_title(translate("Report", "Hồ sơ quá hạn"), period), heads, rows), form, out)


def _asked(context: typer.Context, ask: Any) -> Any:
    desk: Desk = look_into(context.obj)
    try:
        with counting(desk) as scope:
            return ask(scope)
    finally:
        desk.close()


def _period(first: str, last: str) -> Period:
    days = []
    for text in (first, last):
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            raise BadValue("date", "format", text) from None
    return Period(*days)


def _leave(table: FigureTable, form: Format, out: Path | None) -> None:
    if form is Format.TEXT:
        say(table.title)
        for row in (table.headings, *table.rows, *([table.total] if table.total else [])):
            say("  ".join(str(cell) for cell in row))
        return
    if out is None:
        raise typer.BadParameter(translate("Report", "cần --out FILE"), param_hint="--format")
    with file_faults_named(out):
        (write_xlsx if form is Format.XLSX else write_csv)(out, table)
    say(str(out))


def _title(name: str, period: Period) -> str:
    words = translate("Report", "{name}, từ {first} đến {last}")
    return words.format(name=name, first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}")


def _bieu06_facts(made: Bieu06) -> dict[str, Any]:
    rows = [{"name": row.name, **row.counts.columns()} for row in made.rows]
    period = {"from": made.period.first.isoformat(), "to": made.period.last.isoformat()}
    return {"agency": made.agency, **period, "rows": rows, "total": made.total.columns()}


def _bieu06_table(made: Bieu06) -> FigureTable:
    title = _title(translate("Report", "Biểu 06. Tình hình, kết quả giải quyết thủ tục hành chính"), made.period)
    rows: list[tuple[Cell, ...]] = [(row.name, *row.counts.columns().values()) for row in made.rows]
    total: tuple[Cell, ...] = (translate("Report", "Tổng số"), *made.total.columns().values())
    return FigureTable(title, _BIEU06_HEADS, tuple(rows), total)


def _yearly_facts(made: Yearly) -> dict[str, Any]:
    return {
        "agency": made.agency,
        "from": made.period.first.isoformat(),
        "to": made.period.last.isoformat(),
        "solved": _share_facts(made.solved),
        "on_site_five": _share_facts(made.on_site_five),
        "online": {
            "solved": made.online_solved,
            "received": made.online_received,
            "received_percent": percent(made.online_received, made.online_solved),
        },
    }


def _share_facts(counts: Counts) -> dict[str, Any]:
    ways = {"before": counts.before, "on": counts.on, "over": counts.over}
    shares = {f"{name}_percent": percent(value, counts.solved) for name, value in ways.items()}
    return {"total": counts.solved, **ways, **shares}


def _yearly_table(made: Yearly) -> FigureTable:
    title = _title(translate("Report", "Kết quả giải quyết thủ tục hành chính"), made.period)
    heads = ("", "Tổng số", "Trước hạn", "%", "Đúng hạn", "%", "Quá hạn", "%")
    rows: list[tuple[Cell, ...]] = []
    for name, counts in (("Đã giải quyết", made.solved), ("Trong đó 5 tại chỗ", made.on_site_five)):
        shares = [percent(value, counts.solved) for value in (counts.before, counts.on, counts.over)]
        values = (counts.before, shares[0], counts.on, shares[1], counts.over, shares[2])
        rows.append((name, counts.solved, *values))
    share = percent(made.online_received, made.online_solved)
    online = ("Trực tuyến: giải quyết, tiếp nhận", made.online_solved, made.online_received, share, "", "", "", "")
    return FigureTable(title, heads, (*rows, online))
