"""The same data gives the same bytes: twice, in another process, with another hash seed, zone and clock."""

import hashlib
import os
import subprocess
import sys

import pytest

from onestop_desk.documents.label import draw_label
from onestop_desk.documents.plot_sheet import draw_plots
from onestop_desk.documents.receipt import draw_receipt
from onestop_desk.documents.sheet import A4, A5
from onestop_desk.documents.slip80 import draw_slip
from onestop_desk.documents.testpage import draw_test_page
from tests.documents import books
from tests.documents.letters import DRAWN
from tests.documents.plot_samples import SHEET
from tests.documents.samples import LONG, STAMPED, TAG, USUAL


def fingerprints() -> list[str]:
    """Return a hash of every kind of paper."""
    papers = [draw_receipt(receipt, paper) for receipt in (USUAL, STAMPED, LONG) for paper in (A4, A5)]
    papers += [draw_slip(USUAL), draw_label(TAG), draw_test_page(A4, "HP", USUAL.received_at)]
    papers += [draw(form, paper) for draw, form in DRAWN.values() for paper in (A4, A5)]
    papers += [draw(form) for draw, form in books.DRAWN.values()]
    papers += [draw_plots(SHEET)]
    return [hashlib.sha256(content).hexdigest() for content in papers]


def test_twice_in_one_process():
    assert fingerprints() == fingerprints()


@pytest.mark.parametrize(
    "settings", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}]
)
def test_in_another_process(settings):
    program = "from tests.documents.test_same_bytes import fingerprints; print('\\n'.join(fingerprints()))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | settings, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == fingerprints()


def test_other_data_gives_other_bytes():
    assert len(set(fingerprints())) == len(fingerprints())
