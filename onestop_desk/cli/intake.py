"""Taking in dossiers from a file of lines."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import Exit, Json, say, say_json
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import BadValue
from onestop_desk.services import paperwork
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.exchange import LineResult, import_lines
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.ui.refusal import sentence
from onestop_desk.ui.translation import translate

_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command("import")(import_file)


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", exists=True, dir_okay=False, readable=True)],
    receipts: Annotated[Path | None, typer.Option(metavar="DIR", help="Để giấy tiếp nhận (PDF) vào đây.")] = None,
    as_json: Json = False,
) -> int:
    """Nhập hồ sơ cũ hoặc từ nơi khác, mỗi dòng một việc; nhập lại cùng tệp không đổi gì."""
    desk = open_desk(context.obj)
    try:
        done = refused = 0
        for result in import_lines(desk, _lines(file)):
            _tell(result, as_json)
            done, refused = done + result.ok, refused + (not result.ok)
            _show_progress(result.line)
            if receipts is not None and result.ok:
                _put_receipt(desk, result, receipts)
    finally:
        desk.close()
    if not as_json:
        say(translate("Command", "Đã nhập {done} dòng, từ chối {refused} dòng.").format(done=done, refused=refused))
    return Exit.REFUSED if refused else Exit.DONE


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        start = stream.read(2)
        if start in _WIDE_ENCODINGS:
            raise BadValue("file", "encoding", file.name)
        stream.seek(0)
        yield from stream


def _tell(result: LineResult, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(result))
    elif result.error is not None:
        told = translate("Command", "Dòng {line}: {what}")
        say(told.format(line=result.line, what=sentence(result.error).what))


def _as_json(result: LineResult) -> dict[str, object]:
    if result.error is None:
        due = result.due_at.astimezone(VIETNAM).isoformat() if result.due_at else None
        return {"line": result.line, "ok": True, "code": result.code, "due_at": due}
    field = result.error.field if isinstance(result.error, BadValue) else None
    told = sentence(result.error).what
    return {"line": result.line, "ok": False, "error": told, "field": field, "reason": result.error.code}


def _put_receipt(desk: Desk, result: LineResult, folder: Path) -> None:
    pdf = paperwork.draw(desk, result.uid, Sheet(Form.RECEIPT, desk.settings.receipt_paper))
    paperwork.write_paper(folder / f"{result.code}-01.pdf", pdf)


def _show_progress(line: int) -> None:
    if line % 500 == 0 and sys.stderr.isatty():
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
