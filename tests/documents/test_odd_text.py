"""Whatever is typed is printed as typed: no markup is read, no file or socket is opened."""

import re
import sys
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

import pytest

from onestop_desk.documents.label import draw_label
from onestop_desk.documents.lettering import literal, missing_glyphs
from onestop_desk.documents.receipt import GIVEN, KEPT, Copy, ReceiptPaper, draw_receipt
from onestop_desk.documents.sheet import A4, A5
from onestop_desk.documents.slip80 import draw_slip
from onestop_desk.documents.testpage import draw_test_page
from tests.documents.pictures import bare, text
from tests.documents.samples import TAG, USUAL

ODD = (
    "<b>đậm</b>",
    "&amp; &lt;",
    "0.1 <A <0.9",
    "<img src='file:///etc/passwd'>",
    '<img src="http://127.0.0.1:9/x.png"/>',
    "{} {0} {office.__class__}",
    "%s %d %(code)s",
    "chuông\x07 \x00\x1b[31m",
    "mặt cười 😀 漢",
    "(ngoặc \\) ) Tj ET Q",
    "Nguyễn" * 20,
    "K’Brơi H'Hen Niê",
    "đảo\u202engược\u200b",
)
CODED = {"code", "compact_code", "qr_text", "title_set"}
TEXT_FIELDS = tuple(field.name for field in fields(USUAL) if field.type in ("str", str) and field.name not in CODED)


def odd_receipt(odd: str):
    values = {name: f"{name.upper()}~{odd}" for name in TEXT_FIELDS}
    return replace(
        USUAL,
        **values,
        bodies=(f"BODIES~{odd}", f"NEAR~{odd}"),
        papers=(ReceiptPaper(f"PAPER~{odd}", 1, 0, 1),),
        copies=(Copy(f"LIÊN~{odd}"),),
    )


def on_paper(words: str) -> str:
    return bare("".join("□" if letter in missing_glyphs([letter]) else letter for letter in literal(words)))


def without_feet(words: str) -> str:
    """Return the text of pages without the page numbers between them."""
    return re.sub(re.escape(USUAL.code) + r".{0,200}?Trang\d+/\d+", "", words)


DRAWN = {
    "A4": lambda receipt: draw_receipt(receipt, A4),
    "A5": lambda receipt: draw_receipt(receipt, A5),
    "slip": draw_slip,
}


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("form", DRAWN)
def test_every_field_prints_literally(form, odd):
    printed = without_feet(bare(text(DRAWN[form](odd_receipt(odd)))))
    expected = [f"{name.upper()}~{odd}" for name in TEXT_FIELDS]
    absent = {"PLACE"} if form == "slip" else set()
    for words in [*expected, f"BODIES~{odd}", f"NEAR~{odd}", f"PAPER~{odd}", f"LIÊN~{odd}"]:
        if words.split("~")[0] not in absent:
            assert on_paper(words) in printed


def test_all_free_text_fields_are_tried():
    assert len(TEXT_FIELDS) == 21


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_labels_and_test_pages_print_literally(odd):
    label = bare(text(draw_label(replace(TAG, owner=odd, procedure=f"TTHC {odd}"))))
    assert on_paper(odd) in label
    assert on_paper(f"TTHC {odd}") in label
    assert on_paper(odd) in bare(text(draw_test_page(A4, odd)))


class Watch:
    """Notes what the interpreter opens while it is on."""

    def __init__(self):
        self.is_on, self.seen = False, []
        sys.addaudithook(self.note)

    @contextmanager
    def opened(self):
        self.is_on, self.seen = True, []
        try:
            yield self.seen
        finally:
            self.is_on = False

    def note(self, event, args):
        if self.is_on and event.split(".")[0] in {"open", "socket", "subprocess", "urllib", "http", "os", "shutil"}:
            self.seen.append((event, str(args)))


WATCH = Watch()


def draw_all(receipt):
    for draw in DRAWN.values():
        draw(receipt)
    draw_label(replace(TAG, owner=receipt.owner))


def test_nothing_is_opened_while_drawing():
    draw_all(replace(USUAL, copies=(KEPT, GIVEN)))  # fonts and modules load once
    with WATCH.opened() as seen:
        for odd in ODD:
            draw_all(odd_receipt(odd))
    assert seen == []


def test_the_watch_would_see_an_opened_file():
    with WATCH.opened() as seen:
        Path(__file__).open("rb").close()
    assert [event for event, _ in seen] == ["open"]
