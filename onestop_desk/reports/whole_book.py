"""A workbook under its name only when it is whole; what xlsxwriter writes meanwhile is beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from onestop_desk.reports.whole_file import whole_file


@contextmanager
def whole_book(path: Path) -> Iterator[Any]:
    """Give a workbook that keeps one row in memory and stands under `path` once nothing was raised; raises OSError."""
    with whole_file(path) as made, made.open("wb") as file:
        patient = _Patient(file)
        book = xlsxwriter.Workbook(patient, {"constant_memory": True, "tmpdir": str(made.parent)})
        try:
            yield book
            book.close()
            file.flush()
        except FileCreateError as error:  # the library's own kind hides what the system said
            raise error.args[0] from error
        finally:
            _let_go(book)
        if patient.trouble is not None:
            raise patient.trouble


def _let_go(book: Any) -> None:
    """Close the files of rows that a workbook which was not finished still holds: Windows deletes no open file."""
    for sheet in book.worksheets():
        with suppress(OSError):
            sheet.row_data_fh.close()


class _Patient:
    """A file that keeps its first trouble to itself: zipfile writes on when it is thrown away, and would print a
    traceback that nobody can act on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.trouble: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write while nothing went wrong."""
        self._try(self._file.write, data)
        return len(data)

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place."""
        return int(self._try(self._file.seek, place, whence))

    def tell(self) -> int:
        """Return the place."""
        return int(self._try(self._file.tell))

    def flush(self) -> None:
        """Write what is held back."""
        self._try(self._file.flush)

    def _try(self, do: Callable[..., Any], *args: Any) -> Any:
        if self.trouble is not None or self._file.closed:
            return 0
        try:
            return do(*args)
        except OSError as error:
            self.trouble = error
            return 0
