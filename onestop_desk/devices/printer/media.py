"""Choose the paper of a queue that fits a page.

A printer refuses a job whose paper it does not know by name, so a slip of 137 mm must be sent as the shortest
piece of roll the queue offers that is long enough. Sizes in names follow PWG 5101.1 (`iso_a5_148x210mm`).
"""

import re
from pathlib import Path

import pypdfium2 as pdfium

Size = tuple[float, float]
"""Width and height in millimetres."""

_NAMED_SIZE = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$")
_SAME = 1.0
_SAME_ROLL_WIDTH = 2.5
_MM_PER = {"mm": 1.0, "in": 25.4}
_MM_PER_POINT = 25.4 / 72


class NoSuchPage(Exception):
    """The file is not there, is not a PDF, or has no page."""


def first_page_size(pdf: Path) -> Size:
    """Return the first page's size; raise NoSuchPage if there is none to read."""
    try:
        with pdfium.PdfDocument(pdf) as document:
            width, height = document.get_page_size(0)
    except (OSError, IndexError, pdfium.PdfiumError) as error:
        raise NoSuchPage(str(error)) from error
    return width * _MM_PER_POINT, height * _MM_PER_POINT


def choose_media(page: Size, offered: tuple[str, ...]) -> str | None:
    """Return the name of the offered paper that holds the page with the least waste, or None."""
    sizes = {name: size for name in offered if (size := _size_of(name)) is not None}
    for name, size in sizes.items():
        if _is_fixed(name) and _differs_by(page, size) <= _SAME:
            return name
    if _within_custom_range(page, sizes):
        width, height = (f"{length:.2f}".rstrip("0").rstrip(".") for length in page)
        return f"custom_{width}x{height}mm_{width}x{height}mm"
    rolls = [
        (size[1], name)
        for name, size in sizes.items()
        if _is_fixed(name) and abs(size[0] - page[0]) <= _SAME_ROLL_WIDTH and size[1] >= page[1] - _SAME
    ]
    return min(rolls)[1] if rolls else None


def _size_of(name: str) -> Size | None:
    found = _NAMED_SIZE.search(name)
    if found is None:
        return None
    unit = _MM_PER[found[3]]
    return float(found[1]) * unit, float(found[2]) * unit


def _is_fixed(name: str) -> bool:
    return not name.startswith(("custom_min_", "custom_max_", "roll_min_", "roll_max_"))


def _differs_by(one: Size, other: Size) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _within_custom_range(page: Size, sizes: dict[str, Size]) -> bool:
    least = [size for name, size in sizes.items() if name.startswith(("custom_min_", "roll_min_"))]
    most = [size for name, size in sizes.items() if name.startswith(("custom_max_", "roll_max_"))]
    if not least or not most:
        return False
    return all(least[0][side] <= page[side] <= most[0][side] for side in (0, 1))
