"""F8: what waits, what is asked for, what was brought; late ones are marked and can be stopped."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState, Stage
from onestop_desk.domain.events import Finished, SupplementRequested
from onestop_desk.services import lookup, printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.printing import JobState
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.waiting import waiting
from onestop_desk.ui import theme
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.scan_router import ScanRouter
from onestop_desk.ui.supplement.page import SupplementPage
from tests.desks import SettableClock, an_application, an_owner
from tests.ui.conftest import OFFICE
from tests.ui.counter import read
from tests.ui.legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible
from tests.ui.sitting import show_in_front


class Seat:
    """The page in a real window, on a real register."""

    def __init__(self, qtbot: QtBot, desk: Desk, jobs: Jobs, clock: SettableClock) -> None:
        self.qtbot, self.desk, self.jobs, self.clock = qtbot, desk, jobs, clock
        self.print_room = PrintRoom(desk, jobs)
        self.window = self.open_window()

    def open_window(self) -> MainWindow:
        """Open a window with the page in front."""

        def make(window: MainWindow) -> QWidget:
            return SupplementPage(window, self.desk, self.print_room)

        specs = (PageSpec("supplement", "Bổ sung", "F8", "supplement", make),)
        self.window = MainWindow(specs, OFFICE, self.jobs, now=self.clock)
        show_in_front(self.qtbot, self.window)
        self.settle()
        return self.window

    @property
    def page(self) -> SupplementPage:
        """The page."""
        page = self.window.page("supplement")
        assert isinstance(page, SupplementPage)
        return page

    def settle(self) -> None:
        """Wait until both lanes have answered."""
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy())

    def find(self, name: str) -> Any:
        """Return a visible widget by name."""
        found = [one for one in self.page.findChildren(QWidget, name) if one.isVisibleTo(self.page)]
        assert found, name
        return found[0]

    def take_in(self, name: str, *missing: str, deadline: datetime | None = None) -> str:
        """Register a dossier, and let it wait where something is missing."""
        uid = accept(self.desk, an_application(f"form of {name}", owner=an_owner(name=name))).uid
        if missing:
            take_step(self.desk, uid, SupplementRequested(self.clock(), missing, "thiếu", deadline))
        return uid

    def choose(self, uid: str) -> None:
        """Scan a dossier, as the router hands it on."""
        self.page.take_dossier(lookup.dossier_card(self.desk, uid).line)
        self.settle()

    def save(self) -> None:
        """Save the open form."""
        form = self.page.steps().form()
        assert form is not None
        form.save.click()
        self.settle()

    def state(self, uid: str) -> DossierState:
        """Return what the register says."""
        return dossier_entries(self.desk, uid)[0]

    def rows(self) -> list[tuple[str, str]]:
        """Return deadline and owner of what the table shows."""
        self.page.entered()
        self.settle()
        model = self.find("supplement_table").model()
        for row in range(model.rowCount()):
            model.index(row, 0).data()
        self.settle()
        return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]

    def words(self, name: str) -> str:
        """Return everything that a part of the page says."""
        return "\n".join(label.text() for label in self.find(name).findChildren(QLabel))


@pytest.fixture
def seat(qtbot: QtBot, desk: Desk, jobs: Jobs, clock: SettableClock) -> Iterator[Seat]:
    opened = Seat(qtbot, desk, jobs, clock)
    yield opened
    opened.window.close()


def test_what_waits_is_listed_by_deadline_and_late_ones_are_marked(seat: Seat) -> None:
    seat.take_in("Không Hạn", "Ảnh")
    seat.take_in("Còn Lâu", "Ảnh", deadline=seat.clock() + timedelta(days=20))
    seat.take_in("Đã Trễ", "Ảnh", deadline=seat.clock() + timedelta(days=1))
    seat.take_in("Không Chờ")
    seat.clock.forward(days=2)
    assert seat.rows() == [
        ("▲ 08:30, 24/11/2026, đã quá hạn", "Đã Trễ"),
        ("08:30, 13/12/2026", "Còn Lâu"),
        ("không hạn", "Không Hạn"),
    ]
    assert seat.find("supplement_said").text() == "3 hồ sơ chờ bổ sung; Enter để chọn."


def test_a_request_gives_out_form_02_and_the_page_is_ready_for_the_next(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu")
    seat.choose(uid)
    seat.find("step_missing_1").setChecked(True)
    seat.find("step_supplement_requested_reason").setText("chưa ký")
    seat.save()
    state = seat.state(uid)
    assert (state.stage, state.missing) == (
        Stage.SUPPLEMENT,
        ("Tờ khai cấp giấy xác nhận tình trạng hôn nhân",),
    )
    assert state.deadline == datetime(2026, 12, 23, 17, 0, tzinfo=VIETNAM), "thirty days, to the closing"
    assert printing.jobs(seat.desk, tuple(JobState), uid)[0].form == "02"
    assert seat.page.card() is None
    assert QApplication.focusWidget() is seat.find("supplement_code")
    assert "Đã ghi bước “Yêu cầu bổ sung”" in seat.window.strips.strips()[0].sentence.what


def test_nothing_ticked_is_refused_and_the_reason_survives(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu")
    seat.choose(uid)
    seat.find("step_supplement_requested_reason").setText("chưa ký")
    seat.save()
    form = seat.page.steps().form()
    assert form is not None
    assert form.refusals() == ("Giấy tờ còn thiếu: chưa nhập.",)
    assert seat.find("step_supplement_requested_reason").text() == "chưa ký"


def test_what_was_brought_makes_the_promise_that_was_shown(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu", "Ảnh", deadline=seat.clock() + timedelta(days=10))
    seat.clock.forward(days=2)
    seat.choose(uid)
    assert "Hẹn trả mới: 08:30, 30/11/2026" in seat.words("step_supplemented")
    assert seat.page.steps().offered() == ("supplemented",)
    seat.save()
    state = seat.state(uid)
    assert state.due_at == datetime(2026, 11, 30, 8, 30, tzinfo=VIETNAM)
    assert [paper.name for paper in state.papers][-1] == "Ảnh"
    assert waiting(seat.desk, 0, 10) == ()


def test_after_the_deadline_a_dossier_can_be_stopped(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu", "Ảnh", deadline=seat.clock() + timedelta(days=1))
    seat.clock.forward(days=2)
    seat.choose(uid)
    assert "Đã quá hạn: nhận nếu" in seat.words("supplement_notes")
    seat.find("offer_stopped").click()
    assert seat.find("step_stopped_reason").text() == "Hết hạn bổ sung 08:30, 24/11/2026, người nộp chưa bổ sung."
    seat.save()
    assert seat.state(uid).stage is Stage.STOPPED


def test_a_dossier_that_takes_no_supplement_is_explained(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu")
    take_step(seat.desk, uid, Finished(seat.clock()))
    seat.choose(uid)
    assert "“Đã xử lý xong, chờ trả”: không yêu cầu hay nhận bổ sung được" in seat.words("supplement_notes")
    seat.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert seat.page.card() is None


@pytest.mark.parametrize("typed", ["H31.20.11-261123-2001", "2001"])
def test_a_code_is_typed_whole_or_by_its_last_digits(seat: Seat, typed: str) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu")
    line = seat.find("supplement_code")
    assert QApplication.focusWidget() is line
    seat.qtbot.keyClicks(line, typed)
    seat.qtbot.keyClick(line, Qt.Key.Key_Return)
    seat.settle()
    card = seat.page.card()
    assert card is not None
    assert card.uid == uid


def test_a_code_that_is_not_here_is_said_beside_the_line(seat: Seat) -> None:
    line = seat.find("supplement_code")
    line.setText("9999")
    seat.qtbot.keyClick(line, Qt.Key.Key_Return)
    seat.settle()
    assert seat.find("supplement_code_problem").text() == "Không thấy hồ sơ có mã này trên máy."


def test_a_scan_goes_to_the_page_in_front(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu", "Ảnh")
    router = ScanRouter(seat.window, seat.desk, beep=lambda: None)
    router.take(read("H31.20.11-261123-2001"))
    seat.settle()
    card = seat.page.card()
    assert card is not None
    assert card.uid == uid
    assert seat.window.current_key() == "supplement"


def test_the_row_chosen_by_enter_is_worked_on(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu", "Ảnh")
    seat.rows()
    seat.qtbot.keyClick(seat.find("supplement_table"), Qt.Key.Key_Return)
    seat.settle()
    card = seat.page.card()
    assert card is not None
    assert card.uid == uid


def test_what_was_typed_is_there_after_a_crash(seat: Seat) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu")
    seat.choose(uid)
    seat.find("step_missing_1").setChecked(True)
    seat.find("step_missing_more").setText("Trích lục")
    seat.find("step_supplement_requested_reason").setText("chưa ký")
    seat.page.left()
    seat.settle()
    seat.window.close()
    seat.open_window()
    assert seat.find("step_supplement_requested_reason").text() == "chưa ký"
    form = seat.page.steps().form()
    assert form is not None
    seat.save()
    assert seat.state(uid).missing == ("Tờ khai cấp giấy xác nhận tình trạng hôn nhân", "Trích lục")
    seat.window.close()
    seat.open_window()
    assert seat.page.card() is None, "what is recorded is no draft any more"


@pytest.mark.parametrize("scale", [100, 175])
@pytest.mark.parametrize("missing", [(), ("Ảnh thẻ nền trắng của người nộp, chụp không quá sáu tháng",)])
def test_no_text_is_cut(seat: Seat, scale: int, missing: tuple[str, ...]) -> None:
    uid = seat.take_in("Nguyễn Văn Mẫu", *missing, deadline=seat.clock() + timedelta(days=1))
    seat.clock.forward(days=2)
    seat.window.set_look(theme.Look(scale=scale))
    seat.window.resize(1024, 640)
    seat.rows()
    wait_legible(seat.qtbot, seat.page)
    seat.choose(uid)
    wait_legible(seat.qtbot, seat.page)
    assert nameless(seat.page) == []
    assert untabbable(seat.page) == []
    form = seat.page.steps().form()
    assert form is not None
    assert tab_jumps(form) == []
    assert default_buttons(seat.page) == []
