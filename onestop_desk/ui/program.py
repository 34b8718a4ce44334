"""The program from its start to its end: opens the desk behind the first window, then the work, then good-bye."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.settings import Settings, load_settings
from onestop_desk.ui import language, theme
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.front import work
from onestop_desk.ui.front.door import FrontDoor
from onestop_desk.ui.header import OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.sign_in.page import SignInPage
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from onestop_desk.services.desk import Desk
    from onestop_desk.services.first_day import Adoption, Begun, Founder
    from onestop_desk.services.opening import SetUp
    from onestop_desk.ui.print_room import PrintRoom
    from onestop_desk.ui.workplace import Workplace

REGISTER = "register.sqlite3"
_PATIENCE_S = 5.0
_FIRST_SIZE = (1366, 768)


class Program(QObject):
    """One data folder's program. `desk_opened` carries the folder, `signed_in` the workplace; `ended` is the last."""

    desk_opened = Signal(object)
    signed_in = Signal(object)
    ended = Signal()

    def __init__(self, folder: Path, clock: work.Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self._clock = folder, clock
        self.settings = load_settings(folder)
        self.jobs = Jobs(self)
        self.door: FrontDoor | None = None
        self.workplace: Workplace | None = None
        self._desk: Desk | None = None
        self._room: PrintRoom | None = None
        self._asked: tuple[str, str] | None = None
        self._is_over = False
        self._watchdog: Any = None

    def start(self) -> None:
        """Dress the application, show the first window, then open the desk."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("a window needs a QApplication first")
        language.install(app, language.Language(self.settings.language))
        theme.apply(app, look_of(self.settings))
        self._show_door()
        if (self.folder / REGISTER).exists():
            self._show_sign_in()
        else:
            self._show_waiting()
        QTimer.singleShot(0, self._open)

    def end(self) -> None:
        """Say good-bye in order: what is typed, what prints, what runs, the register."""
        if self._is_over:
            return
        self._is_over = True
        if self._watchdog is not None:
            self._watchdog.stop()
        if self.workplace is not None:
            self.workplace.leave()
        if self._room is not None:
            self._room.close()
        self.jobs.close(_PATIENCE_S)
        if self._desk is not None:
            self._desk.close()
        if self.door is not None:
            self.door.leave()
        self.ended.emit()

    def report(self, error: BaseException) -> None:
        """Show a bug that reached the interpreter in whichever window is open."""
        window = self.workplace.window if self.workplace is not None else self._show_door()
        window.errors.report(error)

    def _open(self) -> None:
        if self._is_over:
            return
        self.jobs.run(self._open_in_lane, done=self._on_opened, failed=self._on_refused)

    def _open_in_lane(self) -> bool:
        desk = self._desk = work.open_folder(self.folder, self._clock)
        return work.lacks_people(desk)

    def _on_opened(self, lacks_people: bool) -> None:
        desk = self._opened_desk()
        self._watchdog = import_module("onestop_desk.ui.watchdog").Watchdog(self)
        self._watchdog.start()
        self.settings = desk.settings
        self.desk_opened.emit(self.folder)
        door = self._show_door()
        door.set_office(OfficeLine(desk.office.name, counter_words(desk.state.counter)))
        self._tell_refused_settings(desk.settings)
        if lacks_people:
            self._show_founder()
            return
        if not isinstance(door.page(), SignInPage):
            self._show_sign_in()
        if self._asked is not None:
            self._sign_in(*self._asked)
        # While the password is typed, what the first page needs is brought in.
        for module in ("workplace", "intake.page"):
            self.jobs.read(import_module, f"onestop_desk.ui.{module}", failed=self._on_bug)

    def _on_refused(self, error: Exception) -> None:
        fault = import_module("onestop_desk.services.fault")
        if isinstance(error, fault.NotSetUp):
            self._show_set_up()
        elif isinstance(error, fault.DeskCopied):
            self._show_adoption(error)
        else:
            self._show_fault(sentence_of(error))

    def _show_door(self) -> FrontDoor:
        if self.door is None:
            self.door = FrontDoor()
            self.door.closed.connect(self.end)
            self.door.look_changed.connect(self._on_look)
            self.jobs.went_wrong.connect(self.door.errors.report)
            self.door.resize(*_FIRST_SIZE)
            self.door.show()
        return self.door

    def _show(self, page: QWidget) -> None:
        self._show_door().show_page(page)

    def _show_waiting(self) -> None:
        self._show(import_module("onestop_desk.ui.front.fault_page").OpeningPage())

    def _show_fault(self, sentence: Sentence) -> None:
        page = import_module("onestop_desk.ui.front.fault_page").FaultPage(sentence)
        page.retry_asked.connect(self._on_retry)
        page.close_asked.connect(self.end)
        self._show(page)

    def _on_retry(self) -> None:
        self._show_waiting()
        self._open()

    def _show_set_up(self) -> None:
        page = import_module("onestop_desk.ui.setup.page").SetUpPage(self.jobs, self.settings)
        page.asked.connect(self._on_set_up_asked)
        self._show(page)

    def _on_set_up_asked(self, plan: SetUp, founder: Founder) -> None:
        done = partial(self._on_begun, founder)
        self.jobs.run(self._set_up_in_lane, plan, founder, done=done, failed=self._on_form_refused)

    def _set_up_in_lane(self, plan: SetUp, founder: Founder) -> Begun:
        services = import_module("onestop_desk.services.desk"), import_module("onestop_desk.services.first_day")
        begun: Begun = services[1].begin(self.folder, plan, founder, self._clock or services[0].system_clock)
        self._desk = begun.desk
        return begun

    def _on_begun(self, founder: Founder, begun: Begun) -> None:
        told = translate("Program", "Đã thiết lập quầy {counter}; {n} thủ tục ban đầu. Đăng nhập để bắt đầu.")
        self._begin_signing_in(founder.login)
        words = told.format(counter=begun.desk.state.counter, n=begun.procedures)
        self._say(Sentence(words, severity=Severity.INFO))

    def _begin_signing_in(self, login: str) -> None:
        self._show_sign_in(login)
        self._on_opened(False)

    def _show_founder(self) -> None:
        page = import_module("onestop_desk.ui.setup.founder_page").FounderPage()
        page.asked.connect(self._on_founder_asked)
        self._show(page)

    def _on_founder_asked(self, founder: Founder) -> None:
        admit = import_module("onestop_desk.services.first_day").admit_founder
        done = partial(self._on_founder_admitted, founder.login)
        self.jobs.run(admit, self._opened_desk(), founder, done=done, failed=self._on_form_refused)

    def _on_founder_admitted(self, login: str, _nothing: None) -> None:
        self._begin_signing_in(login)

    def _show_adoption(self, error: Any) -> None:
        page = import_module("onestop_desk.ui.front.adopt_page").AdoptPage(sentence_of(error), error.counter)
        page.asked.connect(self._on_adoption_asked)
        page.counter_chosen.connect(self._on_counter_chosen)
        self._show(page)
        self._on_counter_chosen(error.counter)

    def _on_counter_chosen(self, counter: int) -> None:
        free = import_module("onestop_desk.services.first_day").copied_from
        self.jobs.read(free, self.folder, counter, done=self._on_free_range, key="free range")

    def _on_free_range(self, extra: int) -> None:
        page: Any = self._show_door().page()
        if page is not None and page.objectName() == "adopt_page":
            page.set_extra(extra)

    def _on_adoption_asked(self, adoption: Adoption) -> None:
        done = partial(self._on_adopted, adoption.login)
        self.jobs.run(self._adopt_in_lane, adoption, done=done, failed=self._on_form_refused)

    def _adopt_in_lane(self, adoption: Adoption) -> None:
        services = import_module("onestop_desk.services.desk"), import_module("onestop_desk.services.first_day")
        self._desk = services[1].adopt(self.folder, adoption, self._clock or services[0].system_clock)

    def _on_adopted(self, login: str, _nothing: None) -> None:
        self._begin_signing_in(login)

    def _on_form_refused(self, error: Exception) -> None:
        refuse = getattr(self._show_door().page(), "refuse", None)
        is_beside_field = refuse is not None and isinstance(error, DeskError) and refuse(error)
        if not is_beside_field:
            self._say(sentence_of(error))

    def _show_sign_in(self, login: str = "") -> None:
        page = SignInPage(login)
        page.asked.connect(self._on_sign_in_asked)
        self._show(page)

    def _on_sign_in_asked(self, login: str, password: str) -> None:
        if self._desk is None:
            self._asked = login, password
        else:
            self._sign_in(login, password)

    def _sign_in(self, login: str, password: str) -> None:
        self._asked = None
        done, failed = self._on_signed_in, self._on_sign_in_refused
        self.jobs.run(work.sign_in, self._opened_desk(), login, password, done=done, failed=failed)

    def _on_sign_in_refused(self, error: Exception) -> None:
        page = self._show_door().page()
        said = sentence_of(error)
        if isinstance(page, SignInPage):
            page.refuse(f"{said.what} {said.do}")

    def _on_signed_in(self, person: work.SignedIn) -> None:
        from onestop_desk.ui.workplace import Workplace

        door, self.door = self._show_door(), None
        self.workplace = Workplace(self._opened_desk(), self.jobs, person, self._print_room(), self)
        self.workplace.closed.connect(self.end)
        self.workplace.sign_out_asked.connect(self._on_sign_out_asked)
        window = self.workplace.window
        window.setGeometry(door.geometry())
        window.setWindowState(door.windowState())
        window.show()
        door.leave()
        self.signed_in.emit(self.workplace)

    def _print_room(self) -> PrintRoom:
        if self._room is None:
            self._room = import_module("onestop_desk.ui.print_room").PrintRoom(self._opened_desk(), self.jobs)
            self._room.begin()
        return self._room

    def _on_sign_out_asked(self) -> None:
        if self.workplace is None:
            return
        workplace, self.workplace = self.workplace, None
        workplace.leave()
        self.settings = self._opened_desk().settings
        self.jobs.run(work.sign_out, self._opened_desk())
        self._show_sign_in()
        self._on_opened(False)

    def _on_look(self, look: theme.Look) -> None:
        self.settings = replace(self.settings, **look_choices(look))
        if self._desk is not None:
            choose = import_module("onestop_desk.services.choices").choose
            self.jobs.run(choose, self._desk, look_choices(look))

    def _on_bug(self, error: Exception) -> None:
        self._say(sentence_of(error))

    def _say(self, sentence: Sentence) -> None:
        self._show_door().say(sentence)

    def _tell_refused_settings(self, settings: Settings) -> None:
        if settings.refused:
            what = translate("Program", "Không dùng được trong tệp thiết lập: {names}; đã dùng giá trị mặc định.")
            self._say(Sentence(what.format(names=", ".join(settings.refused))))

    def _opened_desk(self) -> Desk:
        if self._desk is None:
            raise RuntimeError("the desk is not open")
        return self._desk


def look_of(settings: Settings) -> theme.Look:
    """Return the look that the settings ask for."""
    return theme.Look(theme.ThemeName(settings.theme), settings.scale)


def look_choices(look: theme.Look) -> dict[str, Any]:
    """Return a look as settings."""
    return {"theme": look.theme.value, "scale": look.scale}


def counter_words(counter: int) -> str:
    """Return `Quầy 2`."""
    return translate("Program", "Quầy {counter}").format(counter=counter)
