"""Telex, VNI, other keyboard layouts and Caps Lock between the scanner and the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from onestop_desk.devices.scanner import ScanKind
from onestop_desk.ui.scan_filter import ScanFilter
from tests.ui.scan.keyboard import (
    CODE,
    FIELDS,
    NUMBER,
    OTHER_CODE,
    PRESS,
    RELEASE,
    Ears,
    Field,
    compose,
    keyboard,
    marked_of,
    place_of,
    settle,
    shown,
    text_of,
)


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("before", ["", "xa mau "])
def test_a_code_whose_letter_came_through_telex_is_read_and_the_field_put_back(
    page: QWidget, ears: Ears, kind: Callable[[], Field], before: str
) -> None:
    field = shown(page, kind())
    keys = keyboard(page).type(before, 120).pause()
    compose(field, preedit="H")
    compose(field, commit="H")
    keys.scan(CODE[1:])
    assert (ears.codes, text_of(field), place_of(field)) == ([CODE], before, len(before))
    field.undo()
    assert text_of(field) == ""


@pytest.mark.parametrize("kind", FIELDS)
def test_marked_text_that_telex_wrote_over_is_put_back_and_marked_again(
    page: QWidget, ears: Ears, kind: Callable[[], Field]
) -> None:
    field = shown(page, kind())
    keys = keyboard(page).type("ghi chu", 120).pause()
    keys.mark_all()
    compose(field, preedit="H")
    compose(field, commit="H")
    keys.pause().scan(CODE[1:])
    assert (ears.codes, text_of(field), marked_of(field), place_of(field)) == ([CODE], "ghi chu", "ghi chu", 0)


def test_a_card_that_came_through_an_input_method_says_so(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).type("034200012345||")
    compose(field, commit="Nguyên")
    keys.type(" Van Mau|15082000|Nam|Thon 1|01012024\r")
    (scan,) = ears.scans
    assert (scan.kind, scan.repaired, field.text()) == (ScanKind.CARD, ("input_method",), "")
    assert scan.card is not None
    assert (scan.card.number, scan.card.name) == (NUMBER, "Nguyên Van Mau")


def test_a_person_writes_with_an_input_method_undisturbed(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page)
    for word in ("Nguyễn", "Văn", "Mẫu"):
        for end in range(1, len(word) + 1):
            compose(field, preedit=word[:end])
        compose(field, commit=word)
        keys.pause(200).type(" ", 150)
    settle(scans)
    assert (field.text(), ears) == ("Nguyễn Văn Mẫu ", Ears())


def test_what_an_input_method_composes_stays_to_be_seen(page: QWidget, ears: Ears) -> None:
    field = shown(page, QPlainTextEdit())
    compose(field, preedit="ng")
    keyboard(page).send(PRESS, Qt.Key.Key_H, "h")
    assert field.textCursor().block().layout().preeditAreaText() == "ng"


def test_a_field_is_put_back_as_it_was_before_this_scan_and_no_earlier_one(page: QWidget, ears: Ears) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).scan(CODE)
    compose(field, commit="a")
    field.insert("dán vào")
    keys.pause().scan(OTHER_CODE)
    assert (ears.codes, field.text()) == ([CODE, OTHER_CODE], "dán vào")


def test_unikeys_rewriting_stays_in_order(page: QWidget, ears: Ears, scans: ScanFilter) -> None:
    field = shown(page, QLineEdit())
    keys = keyboard(page).type("nguye", 90)
    keys.type("\bê", 1).pause(90).type("n", 90).type("\b\bễn", 1).pause(90).type(" ", 90)
    settle(scans)
    assert (field.text(), ears) == ("nguyễn ", Ears())


@pytest.mark.parametrize(
    ("typed", "repair"),
    [
        ('H"&:éà:&&)é-&&é")àà"\'', "layout_fr"),
        ("H31.20.11ß261123ß0034", "layout_de"),
        ("Hêă.âđ.ăă-â\u0309ăăâê-đđêô", "layout_vi"),
        (CODE.swapcase(), "upper_case"),
    ],
)
def test_scans_through_other_layouts_and_caps_lock(page: QWidget, ears: Ears, typed: str, repair: str) -> None:
    field = shown(page, QLineEdit())
    keyboard(page).scan(typed)
    assert [(scan.code, scan.repaired) for scan in ears.scans] == [(CODE, (repair,))]
    assert field.text() == ""


def test_dead_keys_of_the_vietnamese_layout_are_digits_inside_a_scan(page: QWidget, ears: Ears) -> None:
    shown(page, QLineEdit())
    keys = keyboard(page).type("Hêă.âđ.ăă-â")
    keys.send(PRESS, Qt.Key.Key_Dead_Hook, "")
    keys.send(RELEASE, Qt.Key.Key_Dead_Hook, "")
    keys.pause(10).scan("ăăâê-đđêô")
    assert ears.codes == [CODE]
