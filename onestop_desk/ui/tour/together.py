"""Two counters and a centre: offline both work on, the line comes back, both are equal, what did not fit is decided.

Played only where the owner's address of an empty centre is given (`make tour` starts one); people are made up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.events import Finished
from onestop_desk.domain.office import Office, Role
from onestop_desk.services import catalogue, connecting, lookup, staff
from onestop_desk.services.choices import choose
from onestop_desk.services.desk import Desk
from onestop_desk.services.opening import SetUp, set_up
from onestop_desk.services.progress import take_step
from onestop_desk.services.syncing import standing_for
from onestop_desk.sync import install
from onestop_desk.ui.tour.stage import Stage, TourClock, TourStopped
from onestop_desk.ui.translation import translate

AGENCY = "H31.20.11"
PASSWORD = "matkhau-123"
SHARED = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"
OTHERS = (
    "034185000017||Trần Thị Bưởi|01021985|Nữ|Thôn 3, Xã Mẫu, Tỉnh Hưng Yên|05062023",
    "034192000019||Phạm Thị Mận|07031992|Nữ|Thôn 4, Xã Mẫu, Tỉnh Hưng Yên|11022022",
)
_CLERKS = (("hoa", "Nguyễn Thị Hoa"), ("mai", "Lê Thị Mai"))
_NOWHERE = "postgresql://tram@127.0.0.1:9/khong-co"


@dataclass(slots=True)
class _Office:
    """Where the tour is played: its folder, its centre, how many pictures there are."""

    out: Path
    say: Callable[[str], None]
    folder: Path
    centre: str
    pictures: int
    now: datetime


def play_together(out: Path, say: Callable[[str], None], folder: Path, centre: str, shown: int) -> int:
    """Play it; returns how many pictures there are now, `shown` of them from before."""
    install.init(centre)
    office = _Office(out, say, folder, centre, shown, datetime.now(VIETNAM))
    there = [_set_up(office, number) for number in (1, 2)]
    code = _share(office)
    for number in (2, 1):
        _work_offline(office, number, code, there[number - 1])
    mark = _decide(office)
    with _at(office, 1) as stage:
        _speak(stage)
        standing = standing_for(_desk(stage))
        if (standing.cursor, standing.digest) != mark:
            raise TourStopped("both counters to have one digest")
        stage.press("F7")
        words = translate("Tour", "Hai quầy giống nhau: {n} việc, dấu {digest}.")
        stage.show("hai-quay-giong-nhau", words.format(n=standing.cursor, digest=standing.digest.hex()[:12]))
    return office.pictures


def _set_up(office: _Office, number: int) -> str:
    """Set a counter up and connect it; returns its address of the centre."""
    login, name = _CLERKS[number - 1]
    named = Office(AGENCY, "UBND xã Mẫu", "Trung tâm Phục vụ hành chính công xã Mẫu", "Xã Mẫu", "02213123456")
    desk = set_up(office.folder / f"quay-{number}", SetUp(named, number), TourClock(office.now))
    staff.admit(desk, login, name, (Role.ADMIN, Role.SUPERVISOR, Role.RECEPTION), PASSWORD)
    catalogue.import_starter(desk)
    station = install.add_station(office.centre, install.Joining(f"Quầy {number}", (AGENCY,)))
    connecting.connect(desk, station.url, station.password)
    address = desk.settings.centre_url
    desk.close()
    return address


@contextmanager
def _at(office: _Office, number: int) -> Iterator[Stage]:
    """Sit down at a counter, one at a time, as there is one screen."""
    stage = Stage(office.out, office.say, office.folder / f"quay-{number}")
    stage.clock.now, stage.pictures = office.now, office.pictures
    try:
        stage.wait(partial(_is_at_door, stage), "the sign-in page")
        stage.type_text(_CLERKS[number - 1][0], "login")
        stage.type_text(PASSWORD, "password")
        stage.press("Return")
        stage.wait(lambda: stage.program.workplace is not None, "the work")
        stage.settle()
        yield stage
    finally:
        office.pictures = stage.pictures
        stage.end()


def _share(office: _Office) -> str:
    """Let both know one dossier whose result is there; returns its code."""
    with _at(office, 1) as stage:
        _register(stage, SHARED)
        desk = _desk(stage)
        line = lookup.find(desk, "mau").rows[0]
        take_step(desk, line.uid, Finished(stage.clock(), ("Giấy xác nhận",)))
        _speak(stage)
    with _at(office, 2) as stage:
        _speak(stage)
    return line.code


def _work_offline(office: _Office, number: int, code: str, address: str) -> None:
    """Lose the line; register somebody, and return what the other counter returns too; then the line is back."""
    with _at(office, number) as stage:
        choose(_desk(stage), {"centre_url": _NOWHERE})
        _register(stage, OTHERS[number - 1])
        stage.press("F4")
        stage.scan(code)
        stage.scan(SHARED)
        if stage.has("fee_choice_paid"):
            stage.click("fee_choice_paid")
        stage.press("Ctrl+Return")
        _speak(stage)
        words = translate("Tour", "Quầy {n} mất mạng: vẫn tiếp nhận và trả kết quả, việc sẽ gửi sau.")
        stage.show(f"quay-{number}-mat-mang", words.format(n=number))
        choose(_desk(stage), {"centre_url": address})
        _speak(stage)


def _decide(office: _Office) -> tuple[int, bytes]:
    """Look at the double return and decide it at the second counter; returns where its feed stands then."""
    with _at(office, 2) as stage:
        _speak(stage)
        stage.window.show_page("sync")
        stage.wait(stage.page.cards, "the conflict card")
        stage.type_text("Đã gọi hỏi: người dân chỉ nhận một lần", "conflict_reason")
        stage.show("khong-khop", translate("Tour", "Hai quầy cùng trả một hồ sơ: tổ trưởng xem hai bên và quyết định."))
        stage.click("conflict_stands")
        stage.wait(lambda: not stage.page.cards(), "the conflict to be closed")
        _speak(stage)
        stage.show("da-quyet-dinh", translate("Tour", "Đã quyết định, có người và lý do."))
        standing = standing_for(_desk(stage))
        return standing.cursor, standing.digest


def _register(stage: Stage, card: str) -> None:
    stage.press("F2")
    stage.scan(card)
    stage.press("Alt+4")
    stage.press("Ctrl+Return")


def _speak(stage: Stage) -> None:
    """Run a round now and wait until it is over."""
    workplace = stage.program.workplace
    if workplace is None:
        raise TourStopped("somebody to be signed in")
    stage.wait(lambda: not workplace.sync.is_speaking(), "the round before")
    workplace.sync.speak()
    stage.wait(lambda: not workplace.sync.is_speaking() and workplace.sync.is_idle(), "a round with the centre")
    stage.settle()


def _desk(stage: Stage) -> Desk:
    workplace = stage.program.workplace
    if workplace is None:
        raise TourStopped("somebody to be signed in")
    return workplace.desk


def _is_at_door(stage: Stage) -> bool:
    page = stage.program.door.page() if stage.program.door is not None else None
    return page is not None and page.objectName() == "sign_in_page"
