"""Commands about this desk: set-up, check, rebuild, tour, version."""

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from onestop_desk import __version__
from onestop_desk.cli.output import Exit, Json, say, say_json
from onestop_desk.domain.office import Office
from onestop_desk.models.fault import DatabaseDamaged
from onestop_desk.models.session import SQLITE_VERSION
from onestop_desk.services import first_day, opening, upkeep
from onestop_desk.services.desk import REGISTER, look_into, open_desk
from onestop_desk.services.fault import AlreadySetUp
from onestop_desk.ui.translation import translate

_MOST_SHOWN = 20


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command()(setup)
    app.command()(adopt)
    app.command()(check)
    app.command()(rebuild)
    app.command()(tour)
    app.command()(version)


def setup(
    context: typer.Context,
    agency: Annotated[str, typer.Option(metavar="CODE", help="Mã định danh cơ quan, ví dụ H31.20.11.")],
    name: Annotated[str, typer.Option(metavar="TEXT", help="Tên cơ quan, ví dụ UBND xã Mẫu.")],
    counter: Annotated[int, typer.Option(metavar="K", min=0, max=9, help="Số quầy, 0 đến 9.")],
    range_: Annotated[
        int, typer.Option("--range", metavar="N", min=0, max=99, help="Dải số, khi quầy này từng thuộc máy khác.")
    ] = 0,
    heading: Annotated[str, typer.Option(metavar="TEXT", help="Dòng thứ hai ở đầu giấy tờ.")] = "",
    phone: Annotated[str, typer.Option(metavar="TEXT", help="Điện thoại in trên giấy hẹn.")] = "",
    place: Annotated[str, typer.Option(metavar="TEXT", help="Địa danh trước ngày tháng.")] = "",
    admin: Annotated[str, typer.Option(metavar="NAME", help="Họ tên quản trị; tên đăng nhập là admin.")] = "Quản trị",
) -> None:
    """Tạo thư mục dữ liệu và danh tính của quầy."""
    if (context.obj / REGISTER).exists():  # before anything is asked
        raise AlreadySetUp(str(context.obj))
    office = Office(code=agency, name=name, heading=heading, phone=phone, place=place)
    begun = first_day.begin(
        context.obj, opening.SetUp(office, counter, range_), first_day.Founder("admin", admin, _password())
    )
    with closing(begun.desk) as desk:
        told = translate("Command", "Đã thiết lập quầy {counter} của {agency} tại {folder}; {n} thủ tục ban đầu.")
        say(told.format(counter=counter, agency=desk.office.code, folder=desk.folder, n=begun.procedures))


def adopt(
    context: typer.Context,
    counter: Annotated[int, typer.Option(metavar="K", min=0, max=9, help="Số quầy của máy này.")],
    range_: Annotated[int, typer.Option("--range", metavar="N", min=0, max=99, help="Dải số chưa máy nào dùng.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Vì sao thư mục được sao chép hoặc khôi phục.")] = "",
    login: Annotated[str, typer.Option("--admin", metavar="LOGIN", help="Tên đăng nhập của quản trị.")] = "admin",
) -> None:
    """Mở luồng ghi và dải số mới cho thư mục đã sao chép hoặc khôi phục; cần mật khẩu quản trị của thư mục đó."""
    adoption = first_day.Adoption(counter, range_, reason, login, _password(is_new=False))
    first_day.adopt(context.obj, adoption).close()
    say(translate("Command", "Quầy {counter} tiếp tục với dải số {n}.").format(counter=counter, n=range_))


def check(context: typer.Context, as_json: Json = False) -> int:
    """Kiểm tra tệp, nhật ký (khuyết số, mã băm) và các bảng dựng từ nhật ký."""
    result = _checked(context.obj)
    findings = [{"kind": finding.kind, "where": finding.where} for finding in result.findings]
    if as_json:
        say_json({"ok": not findings, "events": result.events, "dossiers": result.dossiers, "findings": findings})
    elif not findings:
        told = translate("Command", "Sổ nguyên vẹn: {events} sự kiện, {dossiers} hồ sơ.")
        say(told.format(events=result.events, dossiers=result.dossiers))
    else:
        _say_findings(result.findings)
    return Exit.DAMAGED if findings else Exit.DONE


def rebuild(context: typer.Context) -> None:
    """Dựng lại các bảng từ nhật ký."""
    with closing(open_desk(context.obj)) as desk:
        dossiers = upkeep.rebuild(desk)
    say(translate("Command", "Đã dựng lại {n} hồ sơ từ nhật ký.").format(n=dossiers))


def tour(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Nơi để ảnh và giấy tờ.")],
    theme: Annotated[str, typer.Option(help="Mọi ảnh trong giao diện này: light, dark, high_contrast.")] = "",
    scale: Annotated[int, typer.Option(help="Mọi ảnh với cỡ chữ này, phần trăm.", min=100, max=175)] = 100,
) -> int:
    """Cho xem chương trình không cần màn hình: ảnh từng bước và mọi giấy tờ đã in."""
    from onestop_desk.ui.theme import Look, ThemeName
    from onestop_desk.ui.tour import play

    if not theme and scale == 100:
        return play(out, say)
    if theme and theme not in set(ThemeName):
        raise typer.BadParameter(", ".join(ThemeName), param_hint="--theme")
    return play(out, say, Look(ThemeName(theme or "light"), scale))


def version() -> None:
    """Cho biết phiên bản."""
    say(f"onestop-desk {__version__} (SQLite {SQLITE_VERSION})")


def _checked(folder: Path) -> upkeep.CheckResult:
    try:
        desk = look_into(folder)
    except DatabaseDamaged as error:
        return upkeep.CheckResult(0, 0, (upkeep.Finding("file", error.path),))
    with closing(desk):
        return upkeep.check(desk)


def _password(*, is_new: bool = True) -> str:
    given = os.environ.get("ONESTOP_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise typer.TyperException(translate("Command", "đặt mật khẩu vào biến ONESTOP_PASSWORD"))
    prompt = translate("Command", "Mật khẩu quản trị (ít nhất 8 ký tự)")
    return str(typer.prompt(prompt, hide_input=True, confirmation_prompt=is_new))


def _say_findings(findings: tuple[upkeep.Finding, ...]) -> None:
    words = {
        "file": translate("Command", "Tệp dữ liệu hỏng: {where}. Ngừng nhập, khôi phục từ bản sao lưu."),
        "gap": translate("Command", "Nhật ký khuyết sự kiện: {where}. Khôi phục từ bản sao lưu."),
        "altered": translate("Command", "Sự kiện bị sửa: {where}. Khôi phục từ bản sao lưu."),
        "projection": translate("Command", "Bảng khác nhật ký: {where}. Chạy onestop-desk rebuild."),
        "index": translate("Command", "Chỉ mục tìm kiếm sai: {where}. Chạy onestop-desk rebuild."),
    }
    for finding in findings[:_MOST_SHOWN]:
        say(words[finding.kind].format(where=finding.where))
    if len(findings) > _MOST_SHOWN:
        say(translate("Command", "… và {n} chỗ khác.").format(n=len(findings) - _MOST_SHOWN))
