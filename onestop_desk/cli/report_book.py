"""The office's books from the command line: they are papers, and leave as PDF only."""

from contextlib import closing
from functools import partial
from typing import Annotated

import typer

from onestop_desk.cli.output import misuse
from onestop_desk.cli.report_options import Format, Out, leave_drawn
from onestop_desk.cli.report_period import Day, Days, First, Last, Month, asked_day, asked_period
from onestop_desk.services import book
from onestop_desk.services.desk import look_into
from onestop_desk.ui.translation import translate

OnPaper = Annotated[Format, typer.Option("--format", help="Sổ chỉ có dạng pdf.")]


def add_to(room: typer.Typer) -> None:
    """Add the books to the reports; the register is a report itself."""
    room.command("fee-book")(fee_book)
    room.command("day")(day_list)


def fee_book(
    context: typer.Context,
    first: First = None,
    last: Last = None,
    month: Month = None,
    day: Day = None,
    form: OnPaper = Format.PDF,
    out: Out = None,
) -> None:
    """Sổ theo dõi phí, lệ phí của kỳ: từng khoản với ký hiệu, số biên lai, người nộp; chỉ pdf."""
    _require_paper(form, "report fees")
    with closing(look_into(context.obj)) as desk:
        period = asked_period(Days(first, last, month, day), book.today(desk))
        leave_drawn(out, partial(book.fee_book, desk, period.first, period.last))


def day_list(context: typer.Context, day: Day = "today", form: OnPaper = Format.PDF, out: Out = None) -> None:
    """Danh sách cuối ngày: hồ sơ nhận, bàn giao, trả trong ngày; không nói ngày nào là hôm nay; chỉ pdf."""
    _require_paper(form, "report register")
    with closing(look_into(context.obj)) as desk:
        wanted = asked_day(day or "", book.today(desk)).first
        leave_drawn(out, partial(book.day_list, desk, wanted))


def _require_paper(form: Format, figures: str) -> None:
    if form is not Format.PDF:
        words = translate("Report", "sổ này chỉ có dạng pdf; số liệu ở dạng {form}: onestop-desk {command}")
        raise misuse(words.format(form=form.value, command=figures))
