"""Money given back with a withdrawal or a stop: never more than was paid, on form 05, in the fee book, in the sums."""

from pathlib import Path
from typing import Any

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Stopped, Withdrawn
from onestop_desk.domain.figures import number_of
from onestop_desk.domain.ledger import month_of
from onestop_desk.services import book, issue
from onestop_desk.services.desk import Desk
from onestop_desk.services.exchange import import_lines
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import Form, Sheet, draw, latest
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.report_list import report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.step import Payment
from tests.desks import MONDAY_MORNING, an_application
from tests.documents.pictures import text

DAY = MONDAY_MORNING.date()


def _paid_dossier(desk: Desk, ref: str = "a") -> str:
    uid = accept(desk, an_application(ref)).uid
    issue.take_step(desk, uid, Payment(desk.clock(), 8_000, "tiền mặt"))
    return uid


@pytest.mark.parametrize("kind", [Withdrawn, Stopped])
def test_form_05_and_the_fee_book_say_what_was_given_back(desk: Desk, kind: Any) -> None:
    uid = _paid_dossier(desk)
    issue.take_step(desk, uid, kind(desk.clock(), "xin thôi", 5_000))
    assert dossier_entries(desk, uid)[0].refunded == 5_000
    form = text(draw(desk, uid, Sheet(Form.STOP, "A4", about=latest(desk, uid, Form.STOP))))
    assert "đã nộp: 8.000 đ (Tám nghìn đồng); hoàn trả: 5.000 đ" in " ".join(form.split())
    fees = " ".join(text(book.fee_book(desk, DAY, DAY)).split())
    assert "-5.000 Hoàn trả" in fees
    assert "Tổng số tiền: 3.000 đ" in fees and "Hoàn trả: 1 lượt, 5.000 đ." in fees


def test_nothing_given_back_is_said_so(desk: Desk) -> None:
    uid = _paid_dossier(desk)
    issue.take_step(desk, uid, Withdrawn(desk.clock(), "xin thôi"))
    form = text(draw(desk, uid, Sheet(Form.STOP, "A4", about=latest(desk, uid, Form.STOP))))
    assert "hoàn trả: không" in " ".join(form.split())


@pytest.mark.parametrize(("refunded", "reason"), [(8_001, "too_large"), (-1, "negative")])
def test_what_cannot_be_given_back_is_refused(desk: Desk, refunded: int, reason: str) -> None:
    uid = _paid_dossier(desk)
    with pytest.raises(BadValue) as refused:
        issue.take_step(desk, uid, Withdrawn(desk.clock(), "xin thôi", refunded))
    assert (refused.value.field, refused.value.reason) == ("refunded", reason)


def test_a_day_that_gave_back_more_than_it_took_has_a_sum_below_nothing(desk: Desk, clock: Any) -> None:
    uid = _paid_dossier(desk)
    clock.forward(days=2)
    issue.take_step(desk, uid, Withdrawn(desk.clock(), "xin thôi", 8_000))
    later = desk.clock().date()
    assert "Tổng số tiền: -8.000 đ (Bằng chữ: Âm tám nghìn đồng)" in " ".join(
        text(book.fee_book(desk, later, later)).split()
    )


def test_the_report_of_fees_has_a_column_for_it(desk: Desk) -> None:
    uid = _paid_dossier(desk)
    issue.take_step(desk, uid, Withdrawn(desk.clock(), "xin thôi", 8_000))
    total = report(desk, "fees", ReportAsk(month_of(DAY))).table.total
    assert (total[2], number_of(total[4]), total[5]) == (8_000, 1, 8_000)


def test_a_line_of_an_import_may_say_it(desk: Desk, tmp_path: Path) -> None:
    uid = _paid_dossier(desk)
    code = dossier_entries(desk, uid)[0].code
    line = f'{{"do":"withdraw","dossier":"{code}","at":"2026-11-23T09:00","reason":"thôi","refunded":8000}}'
    (result,) = import_lines(desk, [line.encode()])
    assert result.ok and dossier_entries(desk, uid)[0].refunded == 8_000
