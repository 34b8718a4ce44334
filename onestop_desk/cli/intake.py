"""Taking in dossiers from a file of lines."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk.cli.output import Exit, Json, complain, say, say_json
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.errors import DeskError
from onestop_desk.services import paperwork
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.exchange import LineResult, import_lines, lines_in, open_lines
from onestop_desk.services.fault import ImportFileRefused
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.ui.refusal import sentence
from onestop_desk.ui.translation import translate

_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command("import")(import_file)


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl")],
    receipts: Annotated[Path | None, typer.Option(metavar="DIR", help="Để giấy tiếp nhận (PDF) vào đây.")] = None,
    as_json: Json = False,
) -> int:
    """Nhập hồ sơ cũ hoặc từ nơi khác, mỗi dòng một việc; nhập lại cùng tệp không đổi gì."""
    desk = open_desk(context.obj)
    told = _Counts()
    unkept = 0
    try:
        for result in _results(desk, file):
            _tell(result, as_json)
            _show_progress(result.line)
            told.count(result)
            if receipts is not None and result.ok and not result.is_step:
                unkept += not _is_receipt_kept(desk, result, receipts)
    finally:
        _clear_progress()
        desk.close()
    if not as_json:
        say(told.sentence())
    return Exit.REFUSED if told.refused or unkept else Exit.DONE


@dataclass(slots=True)
class _Counts:
    """How many lines brought what."""

    dossiers: int = 0
    steps: int = 0
    known: int = 0
    refused: int = 0

    def count(self, result: LineResult) -> None:
        """Count one line."""
        if not result.ok:
            self.refused += 1
        elif not result.is_new:
            self.known += 1
        elif result.is_step:
            self.steps += 1
        else:
            self.dossiers += 1

    def sentence(self) -> str:
        """Say what the file brought."""
        told = translate(
            "Command", "Đã nhập {new} hồ sơ mới và {steps} bước, {known} dòng đã có từ trước, từ chối {refused} dòng."
        )
        return told.format(new=self.dossiers, steps=self.steps, known=self.known, refused=self.refused)


def _results(desk: Desk, file: Path) -> Iterator[LineResult]:
    with open_lines(file) as stream:
        if stream.read(2) in _WIDE_ENCODINGS:
            yield LineResult(1, error=ImportFileRefused(str(file), "encoding"))
            return
        stream.seek(0)
        yield from import_lines(desk, lines_in(stream))


def _tell(result: LineResult, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(result))
    elif result.error is not None:
        _clear_progress()
        told = translate("Command", "Dòng {line}: {what}")
        say(told.format(line=result.line, what=sentence(result.error).what))


def _as_json(result: LineResult) -> dict[str, object]:
    error = result.error
    if error is None:
        due = result.due_at.astimezone(VIETNAM).isoformat() if result.due_at else None
        return {"line": result.line, "ok": True, "code": result.code, "due_at": due, "new": result.is_new}
    told, field = sentence(error).what, getattr(error, "field", None)
    return {"line": result.line, "ok": False, "error": told, "field": field, "reason": error.code}


def _is_receipt_kept(desk: Desk, result: LineResult, folder: Path) -> bool:
    """Draw the receipt into the folder; what cannot be written is said, and the dossier stands all the same."""
    try:
        pdf = paperwork.draw(desk, result.uid, Sheet(Form.RECEIPT, desk.settings.receipt_paper))
        paperwork.write_paper(folder / f"{result.code}-01.pdf", pdf)
    except DeskError as error:
        complain(sentence(error))
        return False
    return True


def _show_progress(line: int) -> None:
    if line % 500 == 0 and sys.stderr.isatty():
        print(f"\r{line}", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
