"""Online requests from a portal's file, and what the portal is to be told."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import Exit, Json, say, say_json
from onestop_desk.services import portal
from onestop_desk.services.desk import look_into, open_desk
from onestop_desk.services.exchange import lines_in, open_lines
from onestop_desk.services.line_fields import read_moment
from onestop_desk.services.portal import PortalResult
from onestop_desk.ui.refusal import sentence
from onestop_desk.ui.translation import translate


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Yêu cầu trực tuyến từ cổng dịch vụ công.")
    room.command("take-in")(take_in)
    room.command("answers")(answers)
    app.add_typer(room, name="portal")


def take_in(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE.jsonl")], as_json: Json = False
) -> int:
    """Nhận yêu cầu từ tệp của cổng, mỗi dòng một yêu cầu; nhận lại cùng tệp không đổi gì."""
    new = known = refused = 0
    with closing(open_desk(context.obj)) as desk, open_lines(file) as stream:
        for result in portal.take_in(desk, lines_in(stream)):
            new += result.ok and result.is_new
            known += result.ok and not result.is_new
            refused += not result.ok
            _tell(result, as_json=as_json)
    if not as_json:
        told = translate("Command", "Đã nhận {new} yêu cầu mới, {known} yêu cầu đã có, từ chối {refused} dòng.")
        say(told.format(new=new, known=known, refused=refused))
    return Exit.REFUSED if refused else Exit.DONE


def answers(
    context: typer.Context,
    since: Annotated[str, typer.Option(metavar="TIME", help="Chỉ việc từ lúc này, ví dụ 2026-11-01T00:00.")] = "",
) -> None:
    """Trả lời cho cổng: yêu cầu nào được tiếp nhận, bị từ chối, hồ sơ đến đâu; mỗi dòng một đối tượng JSON."""
    moment = read_moment(since, "date") if since else None
    with closing(look_into(context.obj)) as desk:
        for answer in portal.answers(desk, moment):
            say_json(answer)


def _tell(result: PortalResult, *, as_json: bool) -> None:
    if as_json:
        error = result.error
        told = {"line": result.line, "ok": result.ok, "number": result.number, "new": result.is_new}
        say_json(told if error is None else {"line": result.line, "ok": False, "error": sentence(error).what})
    elif result.error is not None:
        words = translate("Command", "Dòng {line}: {what}")
        say(words.format(line=result.line, what=sentence(result.error).what))
