"""Thiết lập: who signs, on what legal basis, after which set of forms; papers follow from then on."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk.domain.office import PaperRules
from onestop_desk.services import guidance, opening, paperwork
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.settings.office_card import OfficeCard
from tests.desks import an_owner
from tests.documents.pictures import text
from tests.ui.conftest import open_window


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs, desk: Desk) -> Iterator[MainWindow]:
    """Give a window with the card as its page."""

    def card(window: MainWindow) -> OfficeCard:
        return OfficeCard(window, desk)

    yield open_window(qtbot, jobs, card)


def save(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, "office_save"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())


def fill(window: MainWindow, **texts: str) -> None:
    for name, words in texts.items():
        window.page("intake").findChild(object, f"set_{name}").setText(words)


def test_signer_basis_and_titles_are_kept_and_stand_on_the_next_paper(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    request = guidance.Request(an_owner(), "Cấp lại bằng lái")
    before = guidance.refuse_at_counter(desk, request, "Không thuộc thẩm quyền").uid
    fill(window, signer_role="KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", signer_name="Lê Văn Ký", basis="Quy chế số 01/QC-UBND")
    titles = window.findChild(QComboBox, "set_title_set")
    titles.setCurrentIndex(titles.findData("2018"))
    save(qtbot, window)
    rules = desk.office.papers
    assert (rules.signer_role, rules.signer_name) == ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Lê Văn Ký")
    assert (rules.legal_basis, rules.title_set) == ("Quy chế số 01/QC-UBND", "2018")
    assert rules.lookup_address == PaperRules().lookup_address
    after = guidance.refuse_at_counter(desk, request, "Không thuộc thẩm quyền").uid
    old, new = (text(paperwork.draw(desk, "", Sheet(Form.REFUSAL, about=uid))) for uid in (before, after))
    assert "Quy chế số 01/QC-UBND" in new
    assert "Quy chế số 01/QC-UBND" not in old, "earlier papers stay as they were"


def test_an_empty_role_is_the_usual_one(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    fill(window, signer_role=" ")
    save(qtbot, window)
    assert desk.office.papers.signer_role == PaperRules().signer_role


def test_a_set_of_forms_that_this_version_does_not_know_is_left_alone(qtbot: QtBot, jobs: Jobs, desk: Desk) -> None:
    office = desk.office
    opening.describe_office(desk, replace(office, papers=replace(office.papers, title_set="2031")))
    window = open_window(qtbot, jobs, lambda window: OfficeCard(window, desk))
    save(qtbot, window)
    assert desk.office.papers.title_set == "2031"
