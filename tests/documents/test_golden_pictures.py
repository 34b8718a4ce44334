"""Pages look as they looked when somebody last looked at them.

After a wanted change: ONESTOP_GOLDEN=write pytest tests/documents/test_golden_pictures.py, look at them, commit.
"""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from onestop_desk.documents.label import draw_label
from onestop_desk.documents.receipt import GIVEN, KEPT, draw_receipt
from onestop_desk.documents.sheet import A4, A5
from onestop_desk.documents.slip80 import draw_slip
from onestop_desk.documents.testpage import draw_test_page
from tests.documents import books
from tests.documents.letters import DRAWN
from tests.documents.pictures import rasters, text
from tests.documents.samples import LONG, STAMPED, TAG, USUAL

GOLDEN = Path(__file__).parent / "golden"
KEPT_ONLY = replace(USUAL, copies=(KEPT,))
PAGES = {
    "receipt-a4": (draw_receipt(KEPT_ONLY, A4), 0),
    "receipt-a5": (draw_receipt(replace(USUAL, copies=(GIVEN,)), A5), 0),
    "stamped-a4": (draw_receipt(STAMPED, A4), 0),
    "long-a4-2": (draw_receipt(LONG, A4), 1),
    "slip": (draw_slip(replace(USUAL, copies=(GIVEN,))), 0),
    "label": (draw_label(TAG), 0),
    **{f"{name}-a4": (draw(form, A4), 0) for name, (draw, form) in DRAWN.items()},
    **{f"{name}-a5": (DRAWN[name][0](DRAWN[name][1], A5), 0) for name in ("request", "refused", "return")},
    "basket-a4-4": (DRAWN["basket"][0](DRAWN["basket"][1], A4), 3),
    **{name: (draw(form), 0) for name, (draw, form) in books.DRAWN.items()},
    "control-slip-a5": (books.DRAWN["control-slip"][0](books.CONTROL_SLIP, A5), 0),
    "fee-book-2": (books.DRAWN["fee-book"][0](books.FEES), 1),
    "test-page": (draw_test_page(A4, "HP LaserJet", USUAL.received_at), 0),
}
_BLOCK, _TOLERANCE = 8, 24  # pixels, grey levels of 255


def blocks(picture: Image.Image) -> np.ndarray:
    """Return the mean grey of every block: another rasteriser's smoothing does not change it, a moved line does."""
    pixels = np.asarray(picture.convert("L"), dtype=float)
    high, wide = (size // _BLOCK * _BLOCK for size in pixels.shape)
    return pixels[:high, :wide].reshape(high // _BLOCK, _BLOCK, wide // _BLOCK, _BLOCK).mean(axis=(1, 3))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_approved(name):
    content, place = PAGES[name]
    picture = rasters(content, 203 if name == "label" else 72)[place]
    path = GOLDEN / f"{name}.png"
    if os.environ.get("ONESTOP_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        picture.quantize(16).save(path, optimize=True)
        (GOLDEN / "receipt.txt").write_text(text(draw_receipt(USUAL, A4)), "utf-8")
    approved = Image.open(path)
    assert picture.size == approved.size
    assert np.abs(blocks(picture) - blocks(approved)).max() < _TOLERANCE


def test_a_line_moved_by_a_millimetre_would_be_seen():
    moved = rasters(draw_receipt(KEPT_ONLY, replace(A4, top=21)), 72)[0]
    assert np.abs(blocks(moved) - blocks(Image.open(GOLDEN / "receipt-a4.png"))).max() > _TOLERANCE


def test_one_changed_word_would_be_seen():
    changed = rasters(draw_receipt(replace(KEPT_ONLY, fee="9.000 đồng"), A4), 72)[0]
    assert np.abs(blocks(changed) - blocks(Image.open(GOLDEN / "receipt-a4.png"))).max() > _TOLERANCE
