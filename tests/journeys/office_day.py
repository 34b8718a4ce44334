"""A day at one counter through the real window: registered by card and by hand, found, asked for a supplement, handed
over, returned, listed. The people are made up; the clock is the day's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from onestop_desk.domain.events import Finished
from onestop_desk.domain.question import View
from onestop_desk.services import board
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.services.progress import take_each
from onestop_desk.ui.tour.stage import Stage, TourClock
from tests.desks import PASSWORD, admit_hoa, open_new_desk

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_MIDDLE = ("Văn", "Thị", "Đức", "Thu", "Minh", "Ngọc")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Linh", "Nam", "Oanh", "Phúc", "Quỳnh")
_BASKET, _LIST = 5, 25


@dataclass
class Timed:
    """How long each kind of act took from its last key to its end, in milliseconds."""

    acts: dict[str, list[float]] = field(default_factory=dict)

    def act(self, name: str, do: Callable[[], object]) -> None:
        """Do something and keep how long it took."""
        began = perf_counter()
        do()
        self.acts.setdefault(name, []).append((perf_counter() - began) * 1000)


def open_day(folder: Path) -> Stage:
    """Open the program on a set-up folder, with hoa signed in."""
    from onestop_desk.services.catalogue import import_starter

    desk = open_new_desk(folder / "data", clock=TourClock())
    admit_hoa(desk)
    import_starter(desk)
    desk.close()
    return sign_in(folder)


def sign_in(folder: Path) -> Stage:
    """Open the program on `folder`/data, where hoa has an account, and sign her in."""
    stage = Stage(folder, lambda _words: None, folder / "data")
    stage.wait(lambda: _front(stage) == "sign_in_page", "the sign-in page")
    stage.type_text("hoa", "login")
    stage.type_text(PASSWORD, "password")
    stage.press("Return")
    stage.wait(lambda: stage.program.workplace is not None, "the work")
    stage.settle()
    return stage


def play(stage: Stage, count: int, timed: Timed) -> None:
    """Play a day of `count` dossiers."""
    for number in range(count):
        register(stage, number, timed)
        stage.later(1)
        if number % 20 == 10:
            find(stage, number, timed)
    codes = [line.code for line in _lines(stage)]
    supplement(stage, codes[::20], timed)
    rest = [code for at, code in enumerate(codes) if at % 20]
    for at in range(0, len(rest) // 2, _LIST):
        hand_over(stage, rest[at : at + _LIST], timed)
    _finish(stage, rest)
    for at in range(0, len(rest), _BASKET):
        give_back(stage, rest[at : at + _BASKET], timed)
    timed.act("list of the day", lambda: stage.press("F7"))


def register(stage: Stage, number: int, timed: Timed) -> None:
    """Register one dossier: two of three by card, the third typed."""
    stage.press("F2")
    if number % 3:
        timed.act("scan of a card", lambda: stage.scan(card(number)))
        timed.act("choice of a procedure", lambda: stage.press(f"Alt+{1 + number % 8}"))
    else:
        stage.type_text(name(number))
        stage.find("procedure").setFocus()
        timed.act("typed words of a procedure", lambda: stage.type_text("khai sinh"))
        stage.press("Return")
    timed.act("save, print, next", lambda: stage.press("Ctrl+Return"))
    if number % 10 == 9:
        stage.window.strips.clear()


def find(stage: Stage, number: int, timed: Timed) -> None:
    """Look a person up without accents and open the card."""
    stage.press("Ctrl+K")
    timed.act("search while typing", lambda: stage.type_text(name(number).split()[-1].lower().replace("ư", "u")))
    timed.act("card opened", lambda: stage.press("Return"))
    if stage.has("card_back"):
        stage.click("card_back")


def supplement(stage: Stage, codes: list[str], timed: Timed) -> None:
    """Ask for a missing paper."""
    for code in codes:
        stage.press("F8")
        stage.scan(code)
        if not stage.has("step_missing_more"):
            stage.click("offer_supplement_requested")
        stage.type_text("Giấy ủy quyền", "step_missing_more")
        timed.act("supplement asked for", lambda: stage.click("step_supplement_requested_save"))
        if stage.has("supplement_back"):
            stage.click("supplement_back")
    stage.window.strips.clear()


def hand_over(stage: Stage, codes: list[str], timed: Timed) -> None:
    """Hand a list over."""
    stage.press("F6")
    stage.type_text("Tư pháp - Hộ tịch", "hand_over_department")
    for code in codes:
        timed.act("scan on a list", lambda code=code: stage.scan(code))
    timed.act("hand-over of a list", lambda: stage.press("Ctrl+Return"))
    stage.window.strips.clear()


def give_back(stage: Stage, codes: list[str], timed: Timed) -> None:
    """Give a basket of results back and be rated."""
    stage.press("F4")
    if stage.has("next_person"):
        stage.click("next_person")
    for code in codes:
        timed.act("scan into a basket", lambda code=code: stage.scan(code))
    if stage.has("fee_choice_paid"):
        stage.click("fee_choice_paid")
    timed.act("return of a basket", lambda: stage.press("Ctrl+Return"))
    if stage.has("rate_1"):
        timed.act("rating", lambda: stage.click("rate_1"))
    stage.window.strips.clear()


def name(number: int) -> str:
    """Return a made-up name."""
    parts = _FAMILY[number % 10], _MIDDLE[number // 10 % 6], _GIVEN[number // 7 % 12]
    return " ".join(parts)


def card(number: int) -> str:
    """Return what a card's code says."""
    return f"0342{number:08d}||{name(number)}|15081990|Nam|Thôn {1 + number % 9}, Xã Mẫu, Tỉnh Hưng Yên|01012024"


def desk_of(stage: Stage) -> Desk:
    """Return the desk that the window works at."""
    workplace = stage.program.workplace
    assert workplace is not None
    return workplace.desk


def _lines(stage: Stage) -> list[DossierLine]:
    """Return every dossier, oldest first."""
    desk = desk_of(stage)
    everything = board.page(desk, board.Listing(View.ALL), 0, board.count(desk, View.ALL))
    return sorted(everything, key=lambda line: line.code)


def _finish(stage: Stage, codes: list[str]) -> None:
    desk = desk_of(stage)
    uids = [line.uid for line in _lines(stage) if line.code in set(codes)]
    done = Finished(desk.clock(), ("Giấy xác nhận",))
    stage.program.jobs.run(take_each, desk, [(uid, done) for uid in uids])
    stage.settle()


def _front(stage: Stage) -> str:
    page = stage.program.door.page() if stage.program.door is not None else None
    return page.objectName() if page is not None else ""
