"""Which dossier a typed code means: a whole code, or the last digits of one that stands in the table."""

from collections.abc import Sequence

from onestop_desk.domain.question import FEWEST_TAIL_DIGITS
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.ui.hand_over.rows import Row
from onestop_desk.ui.translation import translate


def meant_uid(desk: Desk, typed: str, rows: Sequence[Row]) -> tuple[str, str]:
    """Return the uid that was meant and no problem, or no uid and the problem in words."""
    lines = lookup.by_code(desk, typed)
    if lines:
        return lines[0].uid, ""
    ends = [row.key for row in rows if _is_tail(typed) and row.code.endswith(typed)]
    if len(ends) == 1:
        return ends[0], ""
    if ends:
        return "", translate("HandOver", "{n} hồ sơ có mã kết thúc như vậy; gõ thêm số.").format(n=len(ends))
    return "", translate("HandOver", "Không thấy hồ sơ có mã này trên máy.")


def _is_tail(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) >= FEWEST_TAIL_DIGITS
