"""The office's books: the register (form 07), the end-of-day list, the fee book, each for a period, as PDF."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, select

from onestop_desk.domain.bundle import HandOverListed
from onestop_desk.domain.calendar import VIETNAM, on
from onestop_desk.domain.dossier import DossierState, fold
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Paid
from onestop_desk.domain.measures import Period
from onestop_desk.domain.office import Entry
from onestop_desk.services.counting import counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.paper_source import together_of
from onestop_desk.services.paperwork import write_paper
from onestop_desk.services.projection import BUNDLE, DOSSIER
from onestop_desk.services.quality import payments, refunds
from onestop_desk.services.record import entries_about
from onestop_desk.services.reporting import Asked, opened

# The documents are imported where they are drawn: the window opens without their fonts.
if TYPE_CHECKING:
    from onestop_desk.documents.day_list import DayRow
    from onestop_desk.documents.fee_book import FeeRow
    from onestop_desk.documents.register_book import RegisterRow

REGISTER_FORM, DAY_FORM, FEE_FORM = "07", "day", "fees"
"""How the books' files are named, and what the command line calls the register."""

MOST_DAYS = 400
"""The longest period of a book: a year and what overlaps."""

_DAY = timedelta(days=1)


def register_book(desk: Desk, first: date, last: date) -> bytes:
    """Draw the register of what was received from `first` to `last`, both days included; raises BadValue. It holds
    what the reports count, in the order of reception."""
    from onestop_desk.documents import book_filling as filling
    from onestop_desk.documents.register_book import draw_register_book

    require_period(first, last)
    rows = tuple(_register_rows(desk, first, last))
    return draw_register_book(filling.register_of(desk.office, (first, last), rows, desk.signature, today(desk)))


def day_list(desk: Desk, day: date) -> bytes:
    """Draw the end-of-day list: what came in, what was handed over by list, what was given back."""
    from onestop_desk.documents import book_filling as filling
    from onestop_desk.documents.day_list import draw_day_list

    parts = filling.DayParts(
        received=tuple(_received_rows(desk, day)),
        handed_over=tuple(_handed_over_rows(desk, day)),
        returned=tuple(_returned_rows(desk, day)),
    )
    drawn = filling.day_list_of(desk.office, day, parts, (desk.state.counter, desk.signature, desk.clock()))
    return draw_day_list(drawn)


def fee_book(desk: Desk, first: date, last: date) -> bytes:
    """Draw the fee book of what was paid, waived or given back from `first` to `last`, both days included; raises
    BadValue. It holds what the report of fees counts: what was told after its month was closed stands in the next."""
    from onestop_desk.documents import book_filling as filling
    from onestop_desk.documents.fee_book import draw_fee_book

    require_period(first, last)
    rows = tuple(_fee_rows(desk, first, last))
    return draw_fee_book(filling.fee_book_of(desk.office, (first, last), rows, desk.signature, today(desk)))


def require_period(first: date, last: date) -> None:
    """Raise BadValue for a period that ends before it begins, or is longer than MOST_DAYS."""
    if last < first:
        raise BadValue("period", "ends_before_start", f"{first}/{last}")
    if (last - first).days >= MOST_DAYS:
        raise BadValue("period", "too_long", f"{first}/{last}")


def keep_book(desk: Desk, form: str, day: date, pdf: bytes, first: date | None = None) -> Path:
    """Keep the PDF of a day's book in the data folder, or of a period from `first` to `day`; returns its path."""
    folder = desk.folder / "papers" / f"{day:%Y}" / f"{day:%m}"
    days = f"{day:%y%m%d}" if first in (None, day) else f"{first:%y%m%d}-{day:%y%m%d}"
    return write_paper(folder / f"{desk.state.agency}-{days}-{form}.pdf", pdf)


def _register_rows(desk: Desk, first: date, last: date) -> "Iterator[RegisterRow]":
    from onestop_desk.documents.book_filling import register_row

    with counting(desk) as scope:
        for line in opened(scope, Period(first, last), Asked(("online", "direct"))).lines:
            yield register_row(desk.office, entries_about(scope.connection, f"dossier/{line.uid}"))


def _received_rows(desk: Desk, day: date) -> "Iterator[DayRow]":
    from onestop_desk.documents.book_filling import received_row

    for _, state in _dossiers(desk, DOSSIER.c.received_at, day, day):
        yield received_row(state)


def _returned_rows(desk: Desk, day: date) -> "Iterator[DayRow]":
    from onestop_desk.documents.book_filling import returned_row

    for _, state in _dossiers(desk, DOSSIER.c.returned_at, day, day):
        yield returned_row(state)


def _handed_over_rows(desk: Desk, day: date) -> "Iterator[DayRow]":
    from onestop_desk.documents.book_filling import handed_over_row

    begin, end = _span(day, day)
    query = select(BUNDLE.c.uid).where(BUNDLE.c.kind == HandOverListed.kind, BUNDLE.c.at >= begin, BUNDLE.c.at < end)
    with desk.reading() as connection:
        uids = list(connection.execute(query.order_by(BUNDLE.c.at)).scalars())
    for uid in uids:
        found = together_of(desk, uid)
        if isinstance(found.subject, HandOverListed):
            for record in found.records:
                yield handed_over_row(record.state, found.subject)


def _fee_rows(desk: Desk, first: date, last: date) -> "Iterator[FeeRow]":
    from onestop_desk.documents.book_filling import fee_row, refund_row

    period = Period(first, last)
    with counting(desk) as scope:
        money = [*payments(scope, period), *refunds(scope, period)]
        for one in sorted(money, key=lambda one: one.event.at):
            state = fold(entries_about(scope.connection, f"dossier/{one.uid}"))
            yield fee_row(state, one.event) if isinstance(one.event, Paid) else refund_row(state, one.event)


def _dossiers(
    desk: Desk, moment: "Column[Any]", first: date, last: date
) -> Iterator[tuple[tuple[Entry, ...], DossierState]]:
    """Yield the dossiers of this agency whose `moment` lies in the period, in the order of reception."""
    begin, end = _span(first, last)
    query = select(DOSSIER.c.uid).where(moment >= begin, moment < end, DOSSIER.c.agency == desk.state.agency)
    with desk.reading() as connection:
        for uid in list(connection.execute(query.order_by(DOSSIER.c.id)).scalars()):
            entries = entries_about(connection, f"dossier/{uid}")
            yield entries, fold(entries)


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    return on(first, time()), on(last + _DAY, time())


def today(desk: Desk) -> date:
    """Return this day in Vietnam."""
    return desk.clock().astimezone(VIETNAM).date()
