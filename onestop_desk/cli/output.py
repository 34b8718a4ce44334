"""What the command line says: results on standard output, one sentence about trouble on standard error."""

import json
import sys
from enum import IntEnum
from typing import Annotated

import click
import typer

from onestop_desk.domain.errors import DeskError
from onestop_desk.models.fault import DatabaseDamaged, DatabaseForeign, DatabaseMissing
from onestop_desk.ui.bugs import log_bug
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity

Json = Annotated[bool, typer.Option("--json", help="In ra JSON, mỗi dòng một đối tượng.")]


class Exit(IntEnum):
    """The exit codes of cli.md."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    DAMAGED = 3
    NO_CENTRE = 4


def say(text: str) -> None:
    """Print a line for people."""
    print(text)


def say_json(data: object) -> None:
    """Print one JSON object on one line."""
    print(json.dumps(data, ensure_ascii=False))


def complain(told: Sentence) -> None:
    """Print one sentence about trouble: what happened, what is safe, what to do, a code."""
    print(" ".join(part for part in (told.what, told.detail) if part), file=sys.stderr)


def exit_code(error: DeskError) -> Exit:
    """Return the exit code of a refusal."""
    return Exit.DAMAGED if isinstance(error, DatabaseDamaged | DatabaseForeign | DatabaseMissing) else Exit.REFUSED


def wrong_use(error: click.ClickException) -> Exit:
    """Say what is wrong with the call and where the help is."""
    told = translate("Command", "Sai cách dùng: {what} Xem: onestop-desk --help.")
    print(told.format(what=error.format_message()), file=sys.stderr)
    return Exit.WRONG_USE


def unforeseen(error: Exception) -> Exit:
    """Log a bug under an id and say the id."""
    complain(
        Sentence(
            what=translate("Errors", "Chương trình gặp lỗi ngoài dự kiến."),
            safe=translate("Errors", "Hồ sơ đã lưu vẫn an toàn."),
            do=translate("Command", "Xin báo quản trị kèm mã lỗi."),
            code=log_bug(error),
            severity=Severity.FAULT,
        )
    )
    return Exit.REFUSED
