"""What the command line says: results on standard output, one sentence about trouble on standard error."""

import io
import json
import logging
import sys
from enum import IntEnum
from typing import Annotated, Any

import typer

from onestop_desk import paths
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.models.fault import DatabaseDamaged, DatabaseForeign, DatabaseMissing, EventUnreadable
from onestop_desk.services.fault import FormUnknown, ImportFileRefused
from onestop_desk.services.import_file import RefusedRow
from onestop_desk.sync.fault import AddressRefused, CentreBusy, CentreUnreachable, CertificateRefused, LineLost
from onestop_desk.ui.bugs import log_bug
from onestop_desk.ui.catalogue_wording import refused_row_words
from onestop_desk.ui.log_file import log_to
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity, sentence

Json = Annotated[bool, typer.Option("--json", help="In ra JSON, mỗi dòng một đối tượng.")]

_WRONG_FILE = ("missing", "suffix")
_REFUSED_NOW = {("month", "not_over"), ("month", "closed")}
"""Values that are well said: another day they would do."""


class Exit(IntEnum):
    """The exit codes of cli.md."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    DAMAGED = 3
    NO_CENTRE = 4


def prepare_streams() -> None:
    """Write UTF-8 whatever the console's own encoding is, as on Windows; what cannot be a letter is spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logging.getLogger("onestop_desk").addHandler(logging.NullHandler())


def say(text: str) -> None:
    """Print a line for people."""
    print(text)


def say_json(data: object) -> None:
    """Print one JSON object on one line."""
    print(spelled(data))


def spelled(data: object) -> str:
    """Return data as one line of JSON."""
    return json.dumps(data, ensure_ascii=False)


def warn(text: str) -> None:
    """Print a line on standard error that does not stop the work."""
    print(text, file=sys.stderr)


def complain(told: Sentence) -> None:
    """Print one sentence about trouble: what happened, what is safe, what to do, a code."""
    warn(" ".join(part for part in (told.what, told.detail) if part))


def say_refused(rows: tuple[RefusedRow, ...]) -> Exit:
    """Name the rows that an import left out; returns the exit code they make."""
    for row in rows:
        warn(refused_row_words(row))
    return Exit.REFUSED if rows else Exit.DONE


def refused_facts(rows: tuple[RefusedRow, ...]) -> list[dict[str, object]]:
    """Return the rows that an import left out as data."""
    return [
        {
            "row": row.row,
            "sheet": row.sheet or None,
            "code": row.code,
            "field": row.field,
            "reason": row.reason,
            "value": row.value,
            "error": refused_row_words(row),
        }
        for row in rows
    ]


def exit_code(error: DeskError) -> Exit:
    """Return the exit code of a refusal."""
    if isinstance(error, DatabaseDamaged | DatabaseForeign | DatabaseMissing | EventUnreadable):
        return Exit.DAMAGED
    if isinstance(error, ImportFileRefused):
        return Exit.WRONG_USE if error.reason in _WRONG_FILE else Exit.REFUSED
    if isinstance(error, CentreUnreachable | LineLost | CentreBusy | CertificateRefused):
        return Exit.NO_CENTRE
    return Exit.WRONG_USE if isinstance(error, FormUnknown | AddressRefused) else Exit.REFUSED


def misuse(words: str) -> typer.TyperException:
    """Return the error of a call whose options do not go together; `wrong_use` says its words."""
    return typer.TyperException(words)


def wrong_use(error: typer.TyperException) -> Exit:
    """Say what is wrong with the call and where the help is."""
    if type(error).__name__ == "NoArgsIsHelpError":
        warn(error.format_message())
        return Exit.WRONG_USE
    told = translate("Command", "Sai cách dùng: {what}. Xem: onestop-desk --help.")
    warn(told.format(what=_misuse(error)))
    return Exit.WRONG_USE


def bad_value(error: BadValue) -> Exit:
    """Say which value of the call cannot be, or what the register refuses to do with it as it is now."""
    shown = f" ({error.value})" if error.value else ""
    what = sentence(error).what.rstrip(".") + shown
    if (error.field, error.reason) in _REFUSED_NOW:
        warn(f"{what}.")
        return Exit.REFUSED
    warn(translate("Command", "Sai cách dùng: {what}. Xem: onestop-desk --help.").format(what=what))
    return Exit.WRONG_USE


def stopped() -> Exit:
    """Say that the person stopped the command."""
    warn(translate("Command", "Đã dừng theo yêu cầu; những gì đã lưu vẫn còn nguyên."))
    return Exit.REFUSED


def unforeseen(error: Exception) -> Exit:
    """Log a bug under an id and say the id."""
    log_to(paths.log_folder())
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


def _misuse(error: typer.TyperException) -> str:
    facts: Any = error
    kind = type(error).__name__  # Typer keeps its kinds to itself
    if kind == "TyperException":
        return error.message
    hint = str(facts.param.get_error_hint()) if getattr(facts, "param", None) is not None else ""
    if kind == "MissingParameter":
        return translate("Command", "thiếu {name}").format(name=hint)
    if kind == "NoSuchOption":
        return translate("Command", "không có tùy chọn {name}").format(name=facts.option_name)
    if kind == "BadParameter" and hint:
        return translate("Command", "giá trị của {name} không hợp lệ").format(name=hint)
    return translate("Command", "không hiểu lệnh này ({message})").format(message=error.format_message().rstrip("."))
