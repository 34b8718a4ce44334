"""A list as a workbook: all its rows as the screen words them, read page by page."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from onestop_desk.models.fault import DiskFull
from onestop_desk.models.session import file_fault
from onestop_desk.reports.figures import Progress, no_progress, told
from onestop_desk.reports.workbook import MOST_ROWS, write_text_rows
from onestop_desk.services import board
from onestop_desk.services.board import Listing
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import FileNotWritten
from onestop_desk.ui.line_wording import view_words
from onestop_desk.ui.widgets.paged import Column

_PAGE = 5_000


def export_list(
    desk: Desk, listing: Listing, columns: Sequence[Column], path: Path, progress: Progress = no_progress
) -> int:
    """Write a listing to an .xlsx file and return how many rows it has; raises DiskFull or FileNotWritten."""
    titles = [column.title for column in columns]
    rows = (tuple(column.words(line) for column in columns) for line in _lines(desk, listing))
    try:
        total = board.count(desk, listing.view, listing.words)
        return write_text_rows(path, view_words(listing.view), titles, told(rows, total, progress))
    except OSError as error:
        named = file_fault(error, path)
        raise named if isinstance(named, DiskFull) else FileNotWritten(str(path)) from error


def _lines(desk: Desk, listing: Listing) -> Iterator[object]:
    for offset in range(0, MOST_ROWS, _PAGE):
        page = board.page(desk, listing, offset, _PAGE)
        yield from page
        if len(page) < _PAGE:
            return
