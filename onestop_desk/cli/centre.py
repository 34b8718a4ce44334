"""Commands for who looks after the centre: making it, stations in and out, how it stands."""

import re
import sys
import time
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onestop_desk.cli.centre_address import Router, Url
from onestop_desk.cli.centre_report import report
from onestop_desk.cli.output import Json, say, say_json, warn
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import DeskError
from onestop_desk.sync.fault import AddressRefused
from onestop_desk.ui.centre_wording import incident_words, loose_end_words
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import moment_words, sentence

if TYPE_CHECKING:
    from onestop_desk.services import centre_register
    from onestop_desk.sync import install

_FOLLOW_S = 2.0
_WAITS_S = (2.0, 5.0, 15.0, 30.0, 60.0)
"""How long `centre fold --follow` waits after a pass that failed, and after the next ones."""

_LOGIN = re.compile(r"[a-z][a-z0-9_]{2,62}")


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    room = typer.Typer(no_args_is_help=True, help="Trung tâm: cơ sở dữ liệu PostgreSQL chung của các máy trạm.")
    room.command("init")(init)
    room.command("add-station")(add_station)
    room.command("revoke")(revoke)
    room.command("renew-password")(renew_password)
    room.command("rotate-epoch")(rotate_epoch)
    room.command("status")(status)
    room.command("fold")(fold)
    room.command("find")(find)
    room.command("report")(report)
    app.add_typer(room, name="centre")


def init(url: Url) -> None:
    """Tạo hoặc nâng cấp lược đồ sy của trung tâm; chạy lại lúc nào cũng được."""
    from onestop_desk.sync import install

    ran = install.init(url)
    say(translate("Command", "Trung tâm đã sẵn sàng; {n} bước nâng cấp vừa chạy.").format(n=ran))
    for end in install.loose_ends(url):
        warn(loose_end_words(end))


def add_station(
    url: Url,
    name: Annotated[str, typer.Option(metavar="TEXT", help="Tên máy trạm, ví dụ Quầy 2 xã Mẫu.")],
    agency: Annotated[str, typer.Option(metavar="CODE[,…]", help="Mã cơ quan mà máy được đọc và ghi.")] = "",
    login: Annotated[str, typer.Option(metavar="LOGIN", help="Tên tài khoản; để trống: tự đặt.")] = "",
    all_agencies: Annotated[
        bool, typer.Option("--all-agencies", help="Máy của trung tâm (centre fold): mọi cơ quan, không phải quầy.")
    ] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Chỉ nhận, không gửi: cấp trên lấy số liệu của các cơ quan.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Thêm một máy trạm và in ra, chỉ một lần, những gì phải trao cho máy đó."""
    agencies = tuple(part.strip() for part in agency.split(",") if part.strip())
    cleaned = " ".join(name.split())
    if not cleaned:
        raise typer.BadParameter("", param_hint="--name")
    if bool(agencies) == all_agencies or (all_agencies and read_only):
        raise typer.BadParameter("", param_hint="--agency")
    if login and not _LOGIN.fullmatch(login):
        raise typer.BadParameter("", param_hint="--login")
    from onestop_desk.sync import install
    from onestop_desk.sync.used_range import used_ranges

    made = install.add_station(url, install.Joining(cleaned, agencies, login, all_agencies, read_only))
    ranges = used_ranges(url, made.agencies)
    if as_json:
        numbers = [{"agency": one.agency, "counter": one.counter, "range": one.next} for one in ranges]
        say_json(asdict(made) | {"ranges": numbers})
        return
    told = translate("Command", "Đã thêm máy trạm “{name}”. Trao cho máy đó, mật khẩu không xem lại được:")
    say(told.format(name=made.name))
    say(translate("Command", "  Địa chỉ: {url}").format(url=made.url))
    say(translate("Command", "  Mật khẩu: {password}").format(password=made.password))
    for one in ranges:
        words = translate(
            "Command", "  Nếu là quầy {counter} của {agency}: thiết lập với --range {n}; dải dưới đã dùng."
        )
        say(words.format(counter=one.counter, agency=one.agency, n=one.next))


def revoke(
    url: Url, station: Annotated[str, typer.Argument(metavar="STATION", help="Tên máy trạm như trong status.")]
) -> None:
    """Thu hồi một máy trạm: không vào được nữa, kể cả đường đang mở; những gì đã gửi vẫn còn."""
    from onestop_desk.sync import install

    install.revoke(url, station)
    say(translate("Command", "Đã thu hồi máy trạm “{name}”.").format(name=station))


def renew_password(
    url: Url, station: Annotated[str, typer.Argument(metavar="STATION", help="Tên máy trạm như trong status.")]
) -> None:
    """Đặt mật khẩu mới cho một máy trạm và in ra, chỉ một lần; mật khẩu cũ hết dùng, máy làm tiếp như trước."""
    from onestop_desk.sync import renewal

    secret = renewal.renew_password(url, station)
    say(translate("Command", "Mật khẩu mới của máy trạm “{name}”, không xem lại được:").format(name=station))
    say(translate("Command", "  Mật khẩu: {password}").format(password=secret))
    say(translate("Command", "Ở máy đó chạy onestop-desk sync setup với địa chỉ cũ và mật khẩu này."))


def rotate_epoch(url: Url) -> None:
    """Báo rằng trung tâm vừa được khôi phục hoặc chuyển máy: mọi máy trạm tự đối chiếu và gửi lại phần thiếu."""
    from onestop_desk.sync import install

    epoch = install.rotate_epoch(url)
    say(translate("Command", "Kỷ nguyên mới của trung tâm: {epoch}.").format(epoch=epoch[:8]))


def status(url: Url, as_json: Json = False) -> None:
    """Cho xem máy trạm, độ trễ, sự cố và dấu tóm lược của từng cơ quan."""
    from onestop_desk.sync import install

    told = install.status(url)
    if as_json:
        say_json(_plain(asdict(told)))
        return
    say(translate("Command", "Trung tâm, kỷ nguyên {epoch}").format(epoch=told.epoch[:8]))
    say(translate("Command", "Máy trạm:"))
    for station in told.stations:
        _say_station(station)
    say(translate("Command", "Cơ quan:"))
    for one in told.agencies:
        words = translate("Command", "  {agency}: {n} sự kiện, dấu {digest}, {streams} luồng, {closed} bị đóng")
        closed, digest = one.quarantined, one.digest[:16]
        say(words.format(agency=one.agency, n=one.head_pos, digest=digest, streams=one.streams, closed=closed))
        _say_folded(one)
    _say_incidents(told.incidents)


def _say_station(station: "install.StationLine") -> None:
    scope = translate("Command", "mọi cơ quan") if station.is_router else ", ".join(station.agencies)
    revoked = translate("Command", " (đã thu hồi)") if station.is_revoked else ""
    words = translate("Command", "  {name}{revoked}: {scope}; đã gửi {n} sự kiện")
    say(words.format(name=station.name, revoked=revoked, scope=scope, n=station.events))
    for seen in station.seen:
        words = translate("Command", "    {agency}: lần cuối {when}, còn {behind} chưa nhận, {unsent} chưa gửi")
        when = moment_words(seen.seen_at.astimezone(VIETNAM))
        behind, unsent = ("?" if n is None else n for n in (seen.behind, seen.unsent))
        say(words.format(agency=seen.agency, when=when, behind=behind, unsent=unsent))
    if not station.seen:
        say(translate("Command", "    chưa liên lạc lần nào"))


def _say_folded(one: "install.AgencyLine") -> None:
    if one.folded_at is None:
        say(translate("Command", "    sổ chung: còn {n} việc chưa gộp, chưa gộp lần nào").format(n=one.behind))
        return
    words = translate("Command", "    sổ chung: còn {n} việc chưa gộp, lần gộp cuối {when}")
    say(words.format(n=one.behind, when=moment_words(one.folded_at.astimezone(VIETNAM))))


def _say_incidents(incidents: "tuple[install.IncidentLine, ...]") -> None:
    if not incidents:
        say(translate("Command", "Không có sự cố nào."))
        return
    say(translate("Command", "Sự cố:"))
    for one in incidents:
        words = translate("Command", "  {when} {agency} “{station}”: {what} ({detail})")
        facts = {"agency": one.agency, "station": one.station, "detail": one.detail}
        say(words.format(when=moment_words(one.at.astimezone(VIETNAM)), what=incident_words(one.kind), **facts))


def _plain(found: object) -> object:
    """Return the facts with moments in ISO form."""
    match found:
        case dict():
            return {key: _plain(value) for key, value in found.items()}
        case list() | tuple():
            return [_plain(value) for value in found]
        case datetime():
            return found.isoformat()
    return found


def fold(
    url: Router,
    follow: Annotated[bool, typer.Option("--follow", help="Tiếp tục đến khi dừng (Ctrl+C).")] = False,
    as_json: Json = False,
) -> None:
    """Cập nhật sổ chung của trung tâm và chuyển hồ sơ liên thông; chạy hai bản cùng lúc cũng không sao."""
    if follow:
        _follow(url, as_json=as_json)
    else:
        _tell_folded(_folded(url), as_json=as_json)


def _follow(url: str, *, as_json: bool) -> None:
    """Fold pass after pass; what ends a pass is said, waited for, and tried again. Only an address that can never be
    used ends it."""
    tries = 0
    while True:
        try:
            done, tries = _folded(url), 0
        except AddressRefused:
            raise
        except DeskError as error:
            wait = _WAITS_S[min(tries, len(_WAITS_S) - 1)]
            tries += 1
            words = translate("Command", "{when} {what} Thử lại sau {n} giây.")
            when = moment_words(datetime.now(VIETNAM))
            warn(words.format(when=when, what=sentence(error).what, n=round(wait)))
            time.sleep(wait)
            continue
        if done.events or as_json:
            _tell_folded(done, as_json=as_json)
        time.sleep(_FOLLOW_S)


def _folded(url: str) -> "centre_register.Folded":
    from onestop_desk.services import centre_register

    with centre_register.open_register(url) as line:
        return centre_register.fold_once(line)


def _tell_folded(done: "centre_register.Folded", *, as_json: bool) -> None:
    if as_json:
        say_json({"events": done.events, "copies": done.copies})
    else:
        words = translate("Command", "Đã đọc {events} việc, chuyển {copies} việc sang cơ quan khác.")
        say(words.format(events=done.events, copies=done.copies))
    sys.stdout.flush()  # a service's log shows it now


def find(
    url: Router,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="Tên, mã, số giấy tờ, điện thoại.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=1000)] = 20,
    as_json: Json = False,
) -> None:
    """Tìm hồ sơ của mọi cơ quan trong sổ chung."""
    from onestop_desk.services import centre_register

    with centre_register.open_register(url) as line:
        rows = centre_register.find(line, " ".join(words), limit)
    for row in rows:
        if as_json:
            facts = asdict(row) | {"received_at": _local(row.received_at), "due_at": _local(row.due_at)}
            say_json(facts)
        else:
            state = stage_words(Stage(row.stage))
            say(f"{row.code}  {row.agency}  {row.owner_name}  {row.procedure_name}  {state}")
    if not rows and not as_json:
        say(translate("Command", "Không tìm thấy hồ sơ nào."))


def _local(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(VIETNAM).isoformat(timespec="seconds")
