"""The page of online requests: a file taken in, one opened into the form and registered, one refused with form 03."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk.domain.application import Channel
from onestop_desk.services import catalogue, portal
from onestop_desk.services.desk import Desk
from onestop_desk.services.guidance import visits
from onestop_desk.services.lookup import find
from onestop_desk.ui import theme
from onestop_desk.ui.intake.page import IntakePage
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.online.page import OnlinePage
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.widgets.strip import Strip
from tests.desks import a_procedure
from tests.ui.conftest import OFFICE, clock
from tests.ui.legibility import cut_texts, nameless, untabbable
from tests.ui.sitting import Sitting, show_in_front

LINES = tuple(
    {
        "number": f"H31.20-{number}",
        "submitted_at": f"2026-11-{day:02d}T09:00",
        "procedure": "1.004873",
        "owner": {"name": name, "id_number": f"03420001234{number}", "birth": "1990-05-01", "sex": "Nam"},
        "papers": [{"name": "Tờ khai cấp giấy xác nhận tình trạng hôn nhân"}, {"name": "Ảnh chụp thẻ"}],
    }
    for number, (day, name) in enumerate(((20, "Trần Văn Mẫu"), (5, "Lê Thị Mẫu")))
)


@dataclass
class Office(Sitting):
    """The window with both pages."""

    folder: Path

    @property
    def page(self) -> OnlinePage:
        """The page under test."""
        page = self.window.page("online")
        assert isinstance(page, OnlinePage)
        return page

    @property
    def intake(self) -> IntakePage:
        """The page where requests become dossiers."""
        page = self.window.page("intake")
        assert isinstance(page, IntakePage)
        return page

    def take(self, *lines: object) -> None:
        """Take a file of these lines in."""
        path = self.folder / "cong.jsonl"
        path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in lines), encoding="utf-8")
        self.page.take_file(path)
        self.settle()

    def said(self) -> list[str]:
        """Return what the strips say."""
        return [f"{strip.sentence.what} {strip.sentence.detail}" for strip in self.window.findChildren(Strip)]


@pytest.fixture
def office(qtbot: QtBot, desk: Desk, jobs: Jobs, tmp_path: Path) -> Iterator[Office]:
    """Give the window in front of the page of online requests."""
    catalogue.begin(desk, a_procedure())
    specs = [
        PageSpec("intake", "Tiếp nhận", "F2", "intake", lambda window: IntakePage(window, desk)),
        PageSpec("online", "Trực tuyến", "", "export", lambda window: OnlinePage(window, desk)),
    ]
    window = MainWindow(specs, OFFICE, jobs, now=clock)
    show_in_front(qtbot, window)
    window.show_page("online")
    made = Office(qtbot, desk, window, tmp_path)
    made.settle()
    yield made
    window.close()


def test_a_file_is_taken_in_and_the_oldest_stands_first(office: Office) -> None:
    office.take(*LINES)
    assert office.find("online_said", QLabel).text() == "2 yêu cầu."
    line = office.page.chosen()
    assert line is not None and line.person == "Lê Thị Mẫu"
    assert line.is_late(office.desk.clock())


def test_a_line_that_cannot_be_is_named(office: Office) -> None:
    office.take(LINES[0], {"number": ""})
    assert any("Dòng 2" in words and "từ chối 1 dòng" in words for words in office.said())


def test_a_file_that_is_gone_is_named(office: Office) -> None:
    gone = office.folder / "gone.jsonl"
    office.page.take_file(gone)
    office.settle()
    assert any(str(gone) in words for words in office.said())
    assert office.find("online_take", QPushButton).isEnabled()


def test_a_request_opens_into_the_form_and_becomes_a_dossier(office: Office) -> None:
    office.take(*LINES)
    office.click("online_open")
    assert office.window.current_key() == "intake"
    form = office.intake.form()
    assert (form.applicant.name, form.channel) == ("Lê Thị Mẫu", Channel.ONLINE)
    assert [(paper.name, paper.handed_in) for paper in form.papers] == [
        ("Tờ khai cấp giấy xác nhận tình trạng hôn nhân", True),
        ("Ảnh chụp thẻ", True),
    ]
    office.qtbot.keyClick(office.intake, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.qtbot.waitUntil(lambda: portal.count_waiting(office.desk) == 1, timeout=10_000)
    assert find(office.desk, "lê thị mẫu").total == 1


def test_a_paper_that_was_not_sent_is_not_ticked(office: Office) -> None:
    office.take({**LINES[0], "papers": []})
    office.click("online_open")
    assert [paper.handed_in for paper in office.intake.form().papers] == [False]


def test_a_form_that_is_being_filled_is_not_lost(office: Office) -> None:
    office.take(*LINES)
    office.window.show_page("intake")
    office.intake.view.applicant.name.setText("Người đang đứng trước quầy")
    office.window.show_page("online")
    office.settle()
    office.click("online_open")
    assert office.window.current_key() == "online"
    assert office.intake.form().applicant.name == "Người đang đứng trước quầy"
    assert any("phiếu nhập dở" in words for words in office.said())


def test_a_refusal_asks_for_a_reason_and_leaves_the_list(office: Office) -> None:
    office.take(*LINES)
    office.click("online_refuse")
    assert portal.count_waiting(office.desk) == 2
    office.page._reason.set_text("Không thuộc thẩm quyền")
    office.click("online_refuse")
    assert portal.count_waiting(office.desk) == 1
    assert len(visits(office.desk)) == 1


def test_an_empty_list_says_so_and_offers_nothing(office: Office) -> None:
    assert office.find("online_said", QLabel).text() == "Không có yêu cầu nào chờ."
    assert not office.find("online_open", QPushButton).isEnabled()


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_cut_nameless_or_out_of_reach(office: Office, scale: int) -> None:
    office.take(*LINES)
    office.window.set_look(theme.Look(scale=scale))
    office.settle()
    assert cut_texts(office.page) == []
    assert nameless(office.page) == []
    assert untabbable(office.page) == []


def test_after_a_refusal_the_keys_are_back_in_the_table(office: Office) -> None:
    office.take(*LINES)
    office.find("online_reason", QLineEdit).setText("Không thuộc thẩm quyền")
    office.find("online_refuse", QPushButton).setFocus()
    office.click("online_refuse")
    assert office.window.focusWidget() is office.find("online_table")
