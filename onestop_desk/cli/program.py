"""The command line as one program: its commands, and how every trouble ends as a sentence and an exit code."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk import paths
from onestop_desk.cli import calendar, catalogue, centre, intake, lookup, portal, report, station, sync
from onestop_desk.cli.output import (
    Exit,
    bad_value,
    complain,
    exit_code,
    prepare_streams,
    stopped,
    unforeseen,
    wrong_use,
)
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.ui.refusal import sentence

_INTERRUPTED = 130  # what Typer makes of Ctrl+C

app = typer.Typer(
    name="onestop-desk",
    help="Quầy một cửa: tiếp nhận hồ sơ, in giấy hẹn, tra cứu. Không có lệnh nào: mở cửa sổ.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
for room in (station, catalogue, calendar, intake, lookup, portal, report, centre, sync):
    room.add_commands(app)


@app.callback()
def folder(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Thư mục dữ liệu của quầy.")] = None,
) -> None:
    """Remember the data folder for the command."""
    context.obj = data or paths.data_folder()


def run_command(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. Nothing ends in a traceback."""
    prepare_streams()
    try:
        code = int(app(_data_first(arguments), standalone_mode=False) or Exit.DONE)
    except typer.TyperException as error:
        return wrong_use(error)
    except BadValue as error:
        return bad_value(error)
    except DeskError as error:
        complain(sentence(error))
        return exit_code(error)
    except (typer.Abort, KeyboardInterrupt):
        return stopped()
    except Exception as error:
        return unforeseen(error)
    return stopped() if code == _INTERRUPTED else code


def _data_first(arguments: Sequence[str]) -> list[str]:
    """Bring every `--data DIR` before the command, where Typer wants it; people write it anywhere; the last wins."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    first: list[str] = []
    rest: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word == "--data":
            first += [word, *islice(words, 1)]
        else:
            (first if word.startswith("--data=") else rest).append(word)
    return [*first, *rest, *arguments[end:]]
