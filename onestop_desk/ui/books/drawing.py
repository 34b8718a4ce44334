"""The office's books as work for a lane: drawn for a period, kept or written where a person says. Knows no Qt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from onestop_desk.services import book
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import write_paper
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import date_words


class Book(StrEnum):
    """A book that can be drawn."""

    DAY = "day"
    REGISTER = "register"
    FEES = "fees"


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a book, both included; of a day's list both are the same."""

    first: date
    last: date


_FORMS = {Book.DAY: book.DAY_FORM, Book.REGISTER: book.REGISTER_FORM, Book.FEES: book.FEE_FORM}


def book_words(which: Book) -> str:
    """Return what a book is called."""
    match which:
        case Book.DAY:
            return translate("Books", "Danh sách cuối ngày")
        case Book.REGISTER:
            return translate("Books", "Sổ theo dõi hồ sơ (mẫu 07)")
    return translate("Books", "Sổ phí, lệ phí")


def period_words(period: Period) -> str:
    """Return `23/11/2026`, or `01/11/2026 – 23/11/2026`."""
    days = dict.fromkeys((period.first, period.last))
    return " – ".join(map(date_words, days))


def file_name(which: Book, period: Period) -> str:
    """Return a name to save a book under."""
    days = dict.fromkeys((period.first, period.last))
    return f"{book_words(which)} {' '.join(f'{day:%Y-%m-%d}' for day in days)}.pdf"


def keep(desk: Desk, which: Book, period: Period) -> Path:
    """Draw a book and keep it among the papers of the data folder; returns the PDF's path."""
    return book.keep_book(desk, _FORMS[which], period.last, _draw(desk, which, period), period.first)


def write(desk: Desk, which: Book, period: Period, path: Path) -> Path:
    """Draw a book into a file that a person chose; returns its path."""
    return write_paper(path, _draw(desk, which, period))


def _draw(desk: Desk, which: Book, period: Period) -> bytes:
    match which:
        case Book.DAY:
            return book.day_list(desk, period.first)
        case Book.REGISTER:
            return book.register_book(desk, period.first, period.last)
    return book.fee_book(desk, period.first, period.last)
