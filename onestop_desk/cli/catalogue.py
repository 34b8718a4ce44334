"""Bringing procedures in, listing them, and the workbook to fill."""

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import Exit, Json, refused_facts, say, say_json, say_refused
from onestop_desk.domain.money import format_dong
from onestop_desk.services import catalogue
from onestop_desk.services.catalogue_list import CatalogueLine, catalogue_lines
from onestop_desk.services.catalogue_template import write_template
from onestop_desk.services.desk import look_into, open_desk
from onestop_desk.ui.catalogue_wording import channel_words, cut_words, written_limit_words
from onestop_desk.ui.translation import translate


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Danh mục thủ tục.")
    room.command("import")(import_file)
    room.command("list")(show_list)
    room.command("template")(template)
    app.add_typer(room, name="catalogue")


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tệp .json hoặc .xlsx.")],
    as_json: Json = False,
) -> int:
    """Nhập danh mục; nhập lại cùng tệp không đổi gì, dòng sai không cản dòng khác."""
    with closing(open_desk(context.obj)) as desk:
        report = catalogue.import_catalogue(desk, file)
    counts = {"new": report.new, "changed": report.changed, "unchanged": report.unchanged}
    if as_json:
        say_json({**counts, "refused": refused_facts(report.refused)})
        return Exit.REFUSED if report.refused else Exit.DONE
    told = translate("Command", "Mới {new}, thay đổi {changed}, giữ nguyên {unchanged}, từ chối {refused}.")
    say(told.format(**counts, refused=len(report.refused)))
    return say_refused(report.refused)


def show_list(context: typer.Context, as_json: Json = False) -> None:
    """Cho xem các thủ tục đang áp dụng: thời hạn, thời hạn rút ngắn, mức cắt giảm, phí, cách nộp."""
    with closing(look_into(context.obj)) as desk:
        lines = catalogue_lines(desk)
    for line in lines:
        if as_json:
            say_json(asdict(line))
        else:
            _say_line(line)


def template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Nơi ghi tệp .xlsx mẫu.")] = Path("danh-muc-mau.xlsx"),
) -> None:
    """Ghi tệp Excel mẫu để điền danh mục."""
    write_template(file)
    say(str(file))


def _say_line(line: CatalogueLine) -> None:
    law, shortened = written_limit_words(line.limit), written_limit_words(line.shortened)
    limit = law if law == shortened else f"{law} → {shortened} ({cut_words(line.cut_percent)})"
    fee = "-" if line.fee is None else format_dong(line.fee)
    channels = ", ".join(channel_words(channel) for channel in line.channels)
    say(f"{line.code}  {line.name}  [{line.field}]  {limit}  {fee}  {channels}")
