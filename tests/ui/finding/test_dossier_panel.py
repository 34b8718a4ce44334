"""The dossier card: people, promise and why, papers, everything that happened, slips; all of it literal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.application import GivenPaper
from onestop_desk.domain.events import Corrected, Extended, HandedOver, Returned
from onestop_desk.services import lookup, printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.record import record
from onestop_desk.ui import theme
from onestop_desk.ui.card.panel import DossierPanel
from tests.desks import SettableClock, an_application, an_owner
from tests.ui.legibility import nameless, wait_legible

NAME = "<b>Nguyễn</b> & 'Văn' Mẫu"


@pytest.fixture
def uid(desk: Desk) -> str:
    papers = (GivenPaper("Tờ khai <i>x</i>", required=True), GivenPaper("Ảnh", 0, 2, doubt="mờ"))
    form = an_application(
        owner=an_owner(name=NAME), submitter=an_owner(name="Bà Ngoại", id_number=""), papers=papers, note="ghi {} %s"
    )
    uid = printing.register(desk, form).uid
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{uid}", HandedOver(desk.clock(), "Phòng Tư pháp"))
        record(writing, desk, f"dossier/{uid}", Corrected(desk.clock(), "owner.phone", "09", "08", "gõ nhầm"))
        record(writing, desk, f"dossier/{uid}", Returned(desk.clock()))
    printing.print_again(desk, uid, printing.Form.RECEIPT, "làm mất")
    return uid


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, clock: SettableClock, uid: str) -> DossierPanel:
    shown = DossierPanel(clock)
    qtbot.addWidget(shown)
    shown.show_card(lookup.dossier_card(desk, uid))
    shown.resize(900, 1400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def _words(panel: DossierPanel, section: str) -> str:
    return "\n".join(label.text() for label in panel.findChild(QWidget, section).findChildren(QLabel))


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("card_people", [NAME, "034200012345", "Bà Ngoại", "Phòng Tư pháp"]),
        ("card_promise", ["08:30, 27/11/2026", "3 ngày làm việc, trừ nghỉ 24/11", "8.000 đ", "ghi {} %s"]),
        ("card_papers", ["Tờ khai <i>x</i>", "bản chính 1, bản sao 0", "bản chính 0, bản sao 2 · mờ"]),
        (
            "card_timeline",
            ["Tiếp nhận", "Phòng Tư pháp", "Chủ hồ sơ: điện thoại: 09 → 08; gõ nhầm", "cần xử lý", "quầy 2"],
        ),
        ("card_timeline", ["Nguyễn Thị Hoa", "08:30, 23/11/2026", "BẢN SAO 1; làm mất"]),
        ("card_slips", ["Giấy tiếp nhận và hẹn trả · BẢN SAO 1 · chưa in"]),
    ],
)
def test_the_card_tells_all_of_a_dossier(panel: DossierPanel, section: str, words: list[str]) -> None:
    told = _words(panel, section)
    assert [word for word in words if word not in told] == []


def test_no_text_of_the_card_is_read_as_markup(panel: DossierPanel) -> None:
    labels = panel.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_asking_for_a_reprint_names_dossier_and_form(qtbot: QtBot, panel: DossierPanel, uid: str) -> None:
    with qtbot.waitSignal(panel.reprint_asked) as asked:
        qtbot.mouseClick(panel.findChild(QPushButton, "card_print_01"), Qt.MouseButton.LeftButton)
    assert asked.args == [uid, "01"]


def test_every_paper_that_was_given_can_be_asked_for_and_no_other(panel: DossierPanel, desk: Desk, uid: str) -> None:
    def offered() -> set[str]:
        shown = [button.objectName() for button in panel.findChildren(QPushButton) if button.isVisibleTo(panel)]
        return {name.removeprefix("card_print_") for name in shown if name.startswith("card_print_")}

    assert offered() == {"01", "06", "return", "slip80", "label"}
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{uid}", Extended(desk.clock(), desk.clock(), "xác minh"))
    panel.show_card(lookup.dossier_card(desk, uid))
    assert offered() == {"01", "04", "06", "return", "slip80", "label"}


def test_another_dossier_takes_the_place_of_the_first(desk: Desk, panel: DossierPanel) -> None:
    other = printing.register(desk, an_application("other", owner=an_owner(name="Trần Khác")))
    panel.show_card(lookup.dossier_card(desk, other.uid))
    assert panel.findChild(QLabel, "card_code").text() == other.code
    visible = [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    assert not any(NAME in words for words in visible)
    assert any("Trần Khác" in words for words in visible)


@pytest.mark.parametrize("scale", [100, 175])
def test_the_card_can_be_read(qtbot: QtBot, qapp: object, panel: DossierPanel, scale: int) -> None:
    theme.apply(qapp, theme.Look(scale=scale))
    panel.resize(760, 3000)
    wait_legible(qtbot, panel)
    assert nameless(panel) == []
