"""Commands that talk with the centre: connecting a desk, one round or round after round, how it stands."""

import random
import time
from contextlib import closing
from datetime import datetime
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import Json, exit_code, say, say_json, warn
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import connecting, syncing
from onestop_desk.services.desk import Desk, look_into, open_desk
from onestop_desk.services.station_secret import Place
from onestop_desk.services.syncing import RoundOutcome, SyncStatus
from onestop_desk.ui.sync_wording import sync_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import sentence


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(invoke_without_command=True, help="Đồng bộ với trung tâm.")
    room.callback()(sync)
    room.command("setup")(setup)
    room.command("status")(status)
    app.add_typer(room, name="sync")


def sync(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Một lượt rồi thôi.")] = False,
    as_json: Json = False,
) -> None:
    """Gửi lên và nhận về; không có --once thì tiếp tục theo lịch đến khi dừng (Ctrl+C)."""
    if context.invoked_subcommand is not None:
        return
    with closing(open_desk(context.obj)) as desk:
        outcome = _rounds(desk, once=once, as_json=as_json)
    if outcome.trouble is not None:
        raise typer.Exit(exit_code(outcome.trouble))


def setup(
    context: typer.Context,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="Địa chỉ được trao khi thêm máy trạm.")],
    password: Annotated[
        str, typer.Option(envvar="ONESTOP_CENTRE_PASSWORD", help="Để trống: lấy trong địa chỉ, hoặc hỏi.")
    ] = "",
) -> None:
    """Nối quầy này với trung tâm; mật khẩu vào kho khóa của hệ thống."""
    if not password and not connecting.parted(url)[1]:
        password = str(typer.prompt(translate("Command", "Mật khẩu của máy trạm"), hide_input=True))
    with closing(open_desk(context.obj)) as desk:
        made = connecting.connect(desk, url, password)
    say(translate("Command", "Đã nối trung tâm với tên máy trạm “{station}”.").format(station=made.station))
    if made.kept_in is Place.FILE:
        warn(translate("Command", "Máy này không có kho khóa: mật khẩu nằm trong tệp centre.secret, cạnh dữ liệu."))


def status(context: typer.Context, as_json: Json = False) -> None:
    """Cho biết đồng bộ đến đâu."""
    with closing(look_into(context.obj)) as desk:
        found, words = syncing.status(desk), sync_words(syncing.status(desk), desk.clock())[0]
    if as_json:
        say_json(_facts(found))
    else:
        say(words)


def _rounds(desk: Desk, *, once: bool, as_json: bool) -> RoundOutcome:
    tries = 0
    while True:
        outcome = syncing.attempt(desk, connecting.centre_of(desk))
        _tell(outcome, as_json=as_json)
        if once:
            return outcome
        tries = 0 if outcome.is_whole else tries + 1
        time.sleep(syncing.next_wait(tries, random.random()))


def _tell(outcome: RoundOutcome, *, as_json: bool) -> None:
    if as_json:
        trouble = None if outcome.trouble is None else outcome.trouble.code
        say_json({"sent": outcome.sent, "received": outcome.received, "trouble": trouble})
    else:
        words = translate("Command", "Đã gửi {sent}, đã nhận {received}.")
        say(words.format(sent=outcome.sent, received=outcome.received))
    if outcome.trouble is not None:
        warn(sentence(outcome.trouble).what)


def _facts(found: SyncStatus) -> dict[str, Any]:
    return {
        "is_set_up": found.is_set_up,
        "unsent": found.unsent,
        "ok_at": _iso(found.ok_at),
        "trouble": found.trouble or None,
        "trouble_since": _iso(found.trouble_since),
        "clock_ahead_seconds": round(found.clock_ahead.total_seconds(), 3),
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(VIETNAM).isoformat(timespec="seconds")
