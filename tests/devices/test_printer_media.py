"""Which paper of a queue a page goes on."""

from pathlib import Path

import pytest

from onestop_desk.devices.printer.media import NoSuchPage, choose_media, first_page_size
from tests.devices.papers import draw

_OFFICE = ("na_letter_8.5x11in", "iso_a4_210x297mm", "iso_a5_148x210mm")
_FIXED_ROLL = ("om_80x297mm_80x297mm", "om_80x200mm_80x200mm", "om_58x200mm_58x200mm")
_FREE_ROLL = ("custom_min_25x25mm", "custom_max_82x3276mm")


@pytest.mark.parametrize(
    ("page", "offered", "expected"),
    [
        ((210, 297), _OFFICE, "iso_a4_210x297mm"),
        ((148.01, 209.99), _OFFICE, "iso_a5_148x210mm"),
        ((215.9, 279.4), _OFFICE, "na_letter_8.5x11in"),
        ((80, 137), _FIXED_ROLL, "om_80x200mm_80x200mm"),
        ((80, 250), _FIXED_ROLL, "om_80x297mm_80x297mm"),
        ((80, 400), _FIXED_ROLL, None),
        ((80, 137.254), _FREE_ROLL, "custom_80x137.25mm_80x137.25mm"),
        ((80, 137.254), (*_FREE_ROLL, *_FIXED_ROLL), "custom_80x137.25mm_80x137.25mm"),
        ((148, 210), _FREE_ROLL, None),
        ((80, 137), _OFFICE, None),
        ((210, 297), ("stationery", "auto"), None),
        ((210, 297), (), None),
    ],
)
def test_a_page_gets_the_paper_that_fits(
    page: tuple[float, float], offered: tuple[str, ...], expected: str | None
) -> None:
    assert choose_media(page, offered) == expected


def test_a_pages_size_is_read_in_millimetres(tmp_path: Path) -> None:
    draw(tmp_path / "slip.pdf", "80mm", "1")
    assert first_page_size(tmp_path / "slip.pdf") == pytest.approx((80, 137), abs=0.01)


def test_what_is_no_pdf_has_no_page(tmp_path: Path) -> None:
    text = tmp_path / "text.pdf"
    text.write_text("not a PDF")
    for path in (text, tmp_path / "nothing.pdf"):
        with pytest.raises(NoSuchPage):
            first_page_size(path)
