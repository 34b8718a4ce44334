"""Table-like papers of synthetic people for the tests of papers, and how each is drawn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from onestop_desk.documents.control_slip import ControlSlip, Passage, draw_control_slip
from onestop_desk.documents.day_list import DayList, DayRow, draw_day_list
from onestop_desk.documents.fee_book import FeeBook, FeeRow, draw_fee_book
from onestop_desk.documents.hand_over_list import HandOverSheet, ListedDossier, draw_hand_over_list
from onestop_desk.documents.kit import Reprint, Signer
from onestop_desk.documents.letter import SEALED, Letter, Reference
from onestop_desk.documents.register_book import RegisterBook, RegisterRow, draw_register_book
from onestop_desk.domain.calendar import Timeliness

_VIETNAM = timezone(timedelta(hours=7))
OLD_STYLE = "000.00.14.H54-261123-0034"
_OFFICE = "Trung tâm Phục vụ hành chính công xã Mẫu"
_OWNERS = ("Nguyễn Thị Hường", "Trần Văn Mẫu", "Công ty TNHH Thử Nghiệm Mẫu", "H'Hen Niê")
_PROCEDURES = (
    "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    "Chứng thực bản sao từ bản chính",
    "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
    "Đăng ký biến động đất đai do thay đổi thông tin về người sử dụng đất",
)


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=_VIETNAM)


def _code(number: int) -> str:
    return f"H31.20.11-261123-{number:04d}"


def _compact(code: str) -> str:
    return code.replace(".", "").replace("-", "")


LETTER = Letter(
    bodies=("ỦY BAN NHÂN DÂN XÃ MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
    place="Xã Mẫu",
    issued_on=date(2026, 11, 23),
    number="0012/BG",
    office=_OFFICE,
)
REPRINT = Reprint(2, _at(24, 9, 41))
KEEPERS = (
    Signer(("NGƯỜI LẬP SỔ",), "Trần Văn Mẫu"),
    Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Phạm Văn Thử", SEALED),
)

PASSAGES = (
    Passage(
        _OFFICE, "Phòng Văn hóa - Xã hội", "Trần Văn Mẫu", "Lê Thị Thử", _at(23, 14, 30), _at(23, 15, 5), Timeliness.ON
    ),
    Passage(
        "Phòng Văn hóa - Xã hội",
        "Lãnh đạo Ủy ban nhân dân xã Mẫu",
        "Lê Thị Thử",
        "Phạm Văn Thử",
        _at(25, 9, 0),
        _at(25, 9, 10),
        Timeliness.BEFORE,
        "thẩm định xong trước 01 ngày",
    ),
    Passage(
        "Lãnh đạo Ủy ban nhân dân xã Mẫu",
        _OFFICE,
        "Phạm Văn Thử",
        given_at=_at(27, 15, 0),
        timeliness=Timeliness.OVER,
        note="chờ xác minh",
    ),
)
CONTROL_SLIP = ControlSlip(
    letter=replace(LETTER, number="1034/KSHS"),
    reference=Reference(_code(1034), _code(1034)),
    owner="Nguyễn Thị Hường",
    procedure=_PROCEDURES[0],
    received_at=_at(23, 14, 5),
    due_at=_at(27, 14, 5),
    solved_by="Phòng Văn hóa - Xã hội, Ủy ban nhân dân xã Mẫu",
    passages=PASSAGES,
    note="Kết quả giải quyết hồ sơ do bên nhận ghi khi nhận bàn giao hồ sơ.",
)


def register_row(number: int) -> RegisterRow:
    """Return a row of the register: every third dossier is still open."""
    is_open = number % 3 == 0
    return RegisterRow(
        code=_code(number),
        procedure=_PROCEDURES[number % 4],
        sets=1,
        owner=f"{_OWNERS[number % 4]} {number}",
        address="Thôn 1, Xã Mẫu, Tỉnh Hưng Yên",
        phone="0912345678",
        led_by="Phòng Văn hóa - Xã hội",
        received_at=_at(23, 14, 5),
        due_at=None if number % 7 == 0 else _at(27, 14, 5),
        handed_over_at=_at(23, 16, 0),
        finished_at=None if is_open else _at(26, 10, 0),
        returned_at=None if is_open else _at(27, 9, 20),
        way="" if is_open else "Trực tiếp",
        note="gia hạn" if number % 5 == 0 else "",
    )


REGISTER = RegisterBook(
    letter=replace(LETTER, number="/STD"),
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    rows=tuple(register_row(number) for number in range(1, 13)),
    signers=KEEPERS,
    volume="01/2026",
)


def listed(number: int) -> ListedDossier:
    """Return a row of a hand-over list."""
    code = _code(number)
    due_at = None if number % 7 == 0 else _at(27, 14, 5)
    owner = f"{_OWNERS[number % 4]} {number}"
    return ListedDossier(code, _compact(code), owner, _PROCEDURES[number % 4], 1, due_at, "gấp" * (number % 5 == 0))


HAND_OVER = HandOverSheet(
    letter=LETTER,
    from_body=_OFFICE,
    to_body="Phòng Văn hóa - Xã hội",
    giver="Trần Văn Mẫu",
    receiver="Lê Thị Thử",
    given_at=_at(23, 16, 0),
    dossiers=(
        *(listed(number) for number in range(1034, 1045)),
        replace(listed(7), code=OLD_STYLE, compact_code=_compact(OLD_STYLE)),
    ),
)


def day_row(number: int, detail: str) -> DayRow:
    """Return a row of an end-of-day list."""
    return DayRow(
        _code(number), f"{_OWNERS[number % 4]} {number}", _PROCEDURES[number % 4], _at(23, 8, number % 60), detail
    )


DAY = DayList(
    letter=replace(LETTER, number="/DSN"),
    day=date(2026, 11, 23),
    counter="Quầy 1",
    drawn_at=_at(23, 17, 2),
    received=tuple(day_row(number, "14:05 27/11/2026") for number in range(1, 7)),
    handed_over=tuple(day_row(number, "Phòng Văn hóa - Xã hội") for number in range(1, 6)),
    returned=(),
    maker="Trần Văn Mẫu",
    checker="Lê Thị Thử",
)


def fee_row(number: int) -> FeeRow:
    """Return a row of the fee book: every fifth is an exemption."""
    is_exempt = number % 5 == 0
    return FeeRow(
        day=date(2026, 11, 1 + number % 30),
        code=_code(number),
        payer=f"{_OWNERS[number % 4]} {number}",
        subject=_PROCEDURES[number % 4],
        amount=0 if is_exempt else 3000 * (1 + number % 4),
        series="" if is_exempt else "BL/26E",
        number="" if is_exempt else f"{number:07d}",
        method="" if is_exempt else ("Tiền mặt", "Chuyển khoản")[number % 2],
        exempt_reason="hộ nghèo" if is_exempt else "",
    )


FEES = FeeBook(
    letter=replace(LETTER, number="/SPLP"),
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    rows=tuple(fee_row(number) for number in range(1, 13)),
    signers=KEEPERS,
    volume="01/2026",
)

DRAWN: dict[str, tuple[Callable[..., bytes], Any]] = {
    "control-slip": (draw_control_slip, CONTROL_SLIP),
    "register": (draw_register_book, REGISTER),
    "hand-over": (draw_hand_over_list, HAND_OVER),
    "day-list": (draw_day_list, DAY),
    "fee-book": (draw_fee_book, FEES),
}
