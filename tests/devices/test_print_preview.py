"""The pictures the window shows before printing."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from onestop_desk.devices.printer.preview import pages_as_png
from tests.devices.papers import codes_in, draw


def test_a_preview_shows_the_page_as_it_will_print(tmp_path: Path) -> None:
    draw(tmp_path / "a5.pdf", "A5", "PREVIEW-1")
    (png,) = pages_as_png((tmp_path / "a5.pdf").read_bytes(), 203)

    picture = Image.open(io.BytesIO(png)).convert("L")
    assert picture.size == (1183, 1679)
    assert codes_in(np.asarray(picture)) == ["PREVIEW-1"]
