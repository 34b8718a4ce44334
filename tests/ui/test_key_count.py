"""Hands press few keys: 3 with a card, 8 without, at most 12 where everything must be looked up."""

from PySide6.QtCore import Qt

from onestop_desk.domain.application import Channel
from onestop_desk.services.intake import accept
from tests.desks import an_application
from tests.ui.counter import ALT, CONTROL, ENTER, Counter


def test_a_person_with_a_card_takes_three_keys(counter: Counter) -> None:
    counter.window.show_page("list")
    counter.press(Qt.Key.Key_F2)
    counter.scan()
    counter.press(Qt.Key.Key_1, ALT)
    counter.press(ENTER, CONTROL)
    counter.settle()
    (dossier,) = counter.dossiers()
    assert (dossier.owner.name, dossier.owner.verified) == ("Nguyễn Văn Mẫu", True)
    assert counter.keys == 3


def test_a_returning_person_without_a_card_takes_eight_keys(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.window.show_page("list")
    counter.press(Qt.Key.Key_F2)
    counter.type("ngu")
    counter.wait_for_list()
    counter.press(Qt.Key.Key_Down)
    counter.press(ENTER)
    counter.press(Qt.Key.Key_1, ALT)
    counter.press(ENTER, CONTROL)
    counter.settle()
    _, dossier = counter.dossiers()
    assert (dossier.owner.id_number, dossier.owner.phone) == ("034200012345", "0912345678")
    assert counter.keys <= 8


def test_person_procedure_channel_and_way_take_at_most_twelve_keys(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.window.show_page("list")
    counter.press(Qt.Key.Key_F2)
    counter.type("2345")
    counter.wait_for_list()
    counter.press(Qt.Key.Key_Down)
    counter.press(ENTER)
    counter.type("tu")
    counter.wait_for_list()
    counter.press(ENTER)
    counter.press(Qt.Key.Key_Right)
    counter.press(ENTER, CONTROL)
    counter.settle()
    _, dossier = counter.dossiers()
    assert dossier.received is not None
    assert dossier.received.channel is Channel.ONLINE
    assert "tử" in dossier.received.procedure.name
    assert counter.keys <= 12
