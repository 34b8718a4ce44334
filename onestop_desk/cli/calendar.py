"""The working calendar: a year to look at, bringing one in, and when something is due."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import Exit, Json, refused_facts, say, say_json, say_refused, warn
from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import PAUSE, VIETNAM, Due, WorkingCalendar, parse_limit
from onestop_desk.domain.due import due_moment
from onestop_desk.services.calendar_file import import_calendar
from onestop_desk.services.calendar_seed import seed_calendar
from onestop_desk.services.desk import look_into, open_desk
from onestop_desk.services.fault import NotSetUp
from onestop_desk.services.line_fields import read_moment
from onestop_desk.services.workdays import CalendarDay, CalendarYear, DayKind, due_of_procedure, shift_text, year_in
from onestop_desk.ui.due_wording import due_words, missing_years_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import clock_words, date_words, weekday_words

_FILE_WORD = {DayKind.OFF: "off", DayKind.MAKE_UP: "work"}


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Lịch làm việc.")
    room.command("show")(show)
    room.command("import")(import_file)
    app.add_typer(room, name="calendar")
    app.command()(due)


def show(context: typer.Context, year: Annotated[int, typer.Argument(metavar="YEAR")], as_json: Json = False) -> None:
    """Cho xem một năm: ca làm việc, ngày nghỉ, ngày làm bù."""
    calendar = _calendar(context.obj)
    found = year_in(calendar, year)
    if not found.is_known:
        warn(translate("Command", "Chưa có lịch làm việc năm {year}; chỉ biết ngày trong tuần.").format(year=year))
    if as_json:
        say_json(_year_facts(calendar, found))
    else:
        _say_year(calendar, found)


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp .json, .csv hoặc .xlsx.")],
    as_json: Json = False,
) -> int:
    """Nhập lịch của các năm có trong tệp; nhập lại cùng tệp không đổi gì."""
    with closing(open_desk(context.obj)) as desk:
        report = import_calendar(desk, file)
    if as_json:
        counts = {"years": report.years, "days_off": report.days_off, "make_up": report.make_up}
        say_json({**counts, "changed": report.is_changed, "refused": refused_facts(report.refused)})
        return Exit.REFUSED if report.refused else Exit.DONE
    years = ", ".join(map(str, report.years)) or "-"
    told = translate("Command", "Năm {years}: {off} ngày nghỉ, {make_up} ngày làm bù; {changed}.")
    changed = translate("Command", "đã cập nhật") if report.is_changed else translate("Command", "không có gì thay đổi")
    say(told.format(years=years, off=report.days_off, make_up=report.make_up, changed=changed))
    return say_refused(report.refused)


def due(
    context: typer.Context,
    received: Annotated[str, typer.Option(metavar="TIME", help="Lúc tiếp nhận, ví dụ 2026-02-13T10:00.")],
    limit: Annotated[str, typer.Option(metavar="TEXT", help='Thời hạn, ví dụ "5 working_day", same_day, none.')] = "",
    procedure: Annotated[str, typer.Option(metavar="CODE", help="Hoặc: thời hạn của thủ tục này.")] = "",
    channel: Annotated[Channel, typer.Option(help="Cách nộp, khi thời hạn là của thủ tục.")] = Channel.DIRECT,
    case: Annotated[str, typer.Option(metavar="TEXT", help="Trường hợp, khi thời hạn là của thủ tục.")] = "",
    as_json: Json = False,
) -> None:
    """Tính giờ hẹn trả, với các ngày được tính và các ngày bỏ qua; chưa thiết lập thì theo lịch có sẵn."""
    received_at = read_moment(received, "received_at")
    if bool(limit) == bool(procedure):
        raise typer.TyperException(translate("Command", "cần một trong hai: --limit hoặc --procedure"))
    if limit:
        found = due_moment(_calendar(context.obj), received_at, parse_limit(limit))
    else:
        with closing(look_into(context.obj)) as desk:
            found = due_of_procedure(desk, received_at, procedure, channel, case or None)
    if as_json:
        say_json(_due_facts(found))
    else:
        _say_due(found)
    if found.missing_years:
        warn(missing_years_words(found))


def _calendar(folder: Path) -> WorkingCalendar:
    """Return the office's calendar, or the seeded one where no office is set up yet."""
    try:
        desk = look_into(folder)
    except NotSetUp:
        return seed_calendar()
    with closing(desk):
        return desk.calendar


def _due_facts(found: Due) -> dict[str, Any]:
    return {
        "due_at": None if found.due_at is None else found.due_at.isoformat(),
        "counted": [day.isoformat() for day in found.counted],
        "skipped": [{"date": one.day.isoformat(), "why": one.why} for one in found.skipped],
        "started_at": found.started_at.isoformat(),
        "missing_years": list(found.missing_years),
    }


def _say_due(found: Due) -> None:
    if found.due_at is None:
        say(translate("Command", "Hẹn trả: không quy định thời hạn"))
        return
    moment = found.due_at.astimezone(VIETNAM)
    told = translate("Command", "Hẹn trả: {clock}, {day}")
    say(told.format(clock=clock_words(moment), day=_day_words(moment.date())))
    say(translate("Command", "Cách tính: {words}").format(words=due_words(found)))
    for number, day in enumerate(found.counted, 1):
        say(f"  {number:3}  {_day_words(day)}")
    for one in found.skipped:
        why = translate("Command", "chờ bổ sung") if one.why == PAUSE else one.why
        reason = "" if one.why in ("saturday", "sunday", "weekday_off") else f" ({why})"
        say(translate("Command", "  bỏ  {day}{reason}").format(day=_day_words(one.day), reason=reason))


def _year_facts(calendar: WorkingCalendar, found: CalendarYear) -> dict[str, Any]:
    """Return a year as data; `calendar import` reads it back."""
    return {
        "year": found.year,
        "years": [found.year] if found.is_known else [],
        "known": found.is_known,
        "working_days": found.worked,
        "week": [list(map(shift_text, shifts)) for shifts in calendar.week],
        "days": [_day_facts(day) for day in found.named],
    }


def _day_facts(day: CalendarDay) -> dict[str, Any]:
    return {
        "date": day.day.isoformat(),
        "kind": _FILE_WORD[day.kind],
        "replaces": day.replaces.isoformat() if day.replaces else None,
        "name": day.name,
    }


def _say_year(calendar: WorkingCalendar, found: CalendarYear) -> None:
    say(translate("Command", "Năm {year}: {n} ngày làm việc").format(year=found.year, n=found.worked))
    monday = date(2024, 1, 1)
    for number, shifts in enumerate(calendar.week):
        hours = ", ".join(map(shift_text, shifts)) or translate("Command", "nghỉ")
        say(f"  {weekday_words(monday.replace(day=1 + number))}: {hours}")
    for day in found.named:
        kind = translate("Command", "nghỉ") if day.kind is DayKind.OFF else translate("Command", "làm")
        say(f"{_day_words(day.day)}  {kind}  {day.name}")


def _day_words(day: date) -> str:
    return f"{weekday_words(day)} {date_words(day)}"
