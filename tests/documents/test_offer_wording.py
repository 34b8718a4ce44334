"""Limits and fees as the public reads them: every way and case that differs, and nothing twice."""

from typing import Any

import pytest

from onestop_desk.documents.offer_wording import offered_fee, offered_limit
from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit
from onestop_desk.domain.page_fee import PageRate
from tests.desks import a_procedure

DIRECT, ONLINE, POST = Channel.DIRECT, Channel.ONLINE, Channel.POST
WORKING, DAYS = Unit.WORKING_DAY, Unit.CALENDAR_DAY


def _limits(*rows: tuple[Any, ...]) -> tuple[ProcedureLimit, ...]:
    return tuple(ProcedureLimit(value, unit, channel, *case) for value, unit, channel, *case in rows)


def _fees(*rows: tuple[Any, ...]) -> tuple[ProcedureFee, ...]:
    return tuple(ProcedureFee(*row) for row in rows)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "Không quy định thời hạn"),
        (((0, Unit.SAME_DAY, None),), "Trong ngày làm việc"),
        (((3, WORKING, None),), "3 ngày làm việc"),
        (((7, WORKING, ONLINE),), "7 ngày làm việc"),
        (((7, WORKING, ONLINE), (7, WORKING, DIRECT)), "7 ngày làm việc"),
        (
            ((17, WORKING, ONLINE), (20, WORKING, POST), (27, WORKING, DIRECT)),
            "27 ngày làm việc (bưu chính 20, trực tuyến 17)",
        ),
        (((15, DAYS, DIRECT), (20, DAYS, ONLINE), (20, DAYS, POST)), "15 ngày (bưu chính và trực tuyến 20)"),
        (((17, DAYS, DIRECT), (7, WORKING, ONLINE)), "17 ngày (trực tuyến 7 ngày làm việc)"),
        (((5, WORKING, None), (3, WORKING, ONLINE)), "5 ngày làm việc (trực tuyến 3)"),
        (((0, Unit.SAME_DAY, DIRECT), (2, WORKING, ONLINE)), "Trong ngày làm việc (trực tuyến 2 ngày làm việc)"),
        (((3, WORKING, ONLINE), (5, WORKING, POST)), "Bưu chính 5 ngày làm việc, trực tuyến 3 ngày làm việc"),
        (
            ((3, WORKING, None), (8, WORKING, None, "phải xác minh")),
            "Phải xác minh: 8 ngày làm việc; Trường hợp khác: 3 ngày làm việc",
        ),
        (((8, WORKING, None, "có hồ sơ gốc"), (8, WORKING, None, "không có hồ sơ gốc")), "8 ngày làm việc"),
    ],
)
def test_a_limit_names_every_way_and_case_that_differs(rows: Any, words: str) -> None:
    assert offered_limit(a_procedure(limits=_limits(*rows))) == words


ALL_WAYS = ((7, WORKING, DIRECT), (7, WORKING, ONLINE), (7, WORKING, POST))


@pytest.mark.parametrize(
    ("fees", "limits", "words"),
    [
        ((), (), "Theo quy định"),
        (((0,),), (), "Không thu"),
        (((8_000,),), ALL_WAYS, "8.000 đ"),
        (((20_000, DIRECT), (10_000, ONLINE)), ALL_WAYS[:2], "20.000 đ (trực tuyến 10.000 đ)"),
        (((20_000, DIRECT), (10_000, ONLINE)), ((7, WORKING, None),), "20.000 đ (trực tuyến 10.000 đ)"),
        (((50_000, DIRECT), (50_000, ONLINE), (0, POST)), ALL_WAYS, "50.000 đ (bưu chính không thu)"),
        (((0, ONLINE),), ALL_WAYS[:2], "Theo quy định (trực tuyến không thu)"),
        (((50_000, DIRECT),), ALL_WAYS, "50.000 đ (bưu chính và trực tuyến theo quy định)"),
        (((50_000, ONLINE),), ((7, WORKING, ONLINE),), "50.000 đ"),
        (((8_000, None, "đăng ký lại"),), (), "Đăng ký lại: 8.000 đ"),
        (
            ((8_000, None, "đăng ký lại"), (1_500_000, None, "có yếu tố nước ngoài")),
            (),
            "Đăng ký lại: 8.000 đ; Có yếu tố nước ngoài: 1.500.000 đ",
        ),
        (
            ((8_000, None), (0, None, "hộ nghèo"), (5_000, ONLINE)),
            (),
            "Hộ nghèo: không thu; Trường hợp khác: 8.000 đ (trực tuyến 5.000 đ)",
        ),
        (
            ((8_000, None, "trong nước"),),
            ((7, WORKING, None, "trong nước"), (9, WORKING, None, "ngoài nước")),
            "Trong nước: 8.000 đ; Trường hợp khác: theo quy định",
        ),
    ],
)
def test_a_fee_names_every_way_and_case_that_differs(fees: Any, limits: Any, words: str) -> None:
    assert offered_fee(a_procedure(fees=_fees(*fees), limits=_limits(*limits))) == words


def test_a_fee_by_the_page_says_its_rate() -> None:
    by_page = ProcedureFee(2_000, by_page=PageRate())
    assert offered_fee(a_procedure(fees=(by_page,))) == (
        "2.000 đ/trang, từ trang thứ 3 1.000 đ/trang, tối đa 200.000 đ/bản"
    )
    plain = ProcedureFee(2_000, by_page=PageRate(2_000, 1, 2_000, 0))
    assert offered_fee(a_procedure(fees=(plain,))) == "2.000 đ/trang"
