"""The columns that lists of dossiers have in common."""

from collections.abc import Callable
from datetime import datetime

from onestop_desk.services.line import DossierLine
from onestop_desk.ui import theme
from onestop_desk.ui.line_wording import born_words, due_words_of, local_moment, state_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.paged import Column

PROCEDURE = 5
_WIDTHS = (206, 170, 64, 178, 168, 240, 168)


def line_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Return the columns of a DossierLine, for screen and export."""

    def state(line: DossierLine) -> str:
        return state_words(line, now())

    return (
        Column(translate("Line", "Mã hồ sơ"), lambda line: line.code),
        Column(translate("Line", "Chủ hồ sơ"), lambda line: line.owner_name),
        Column(translate("Line", "Sinh"), born_words),
        Column(translate("Line", "Trạng thái"), state),
        Column(translate("Line", "Hẹn trả"), due_words_of),
        Column(translate("Line", "Thủ tục"), lambda line: line.procedure_name),
        Column(translate("Line", "Nhận lúc"), lambda line: local_moment(line.received_at)),
    )


def column_width(column: int) -> int:
    """Return a column's width in pixels at the scale in use."""
    return theme.current().px(_WIDTHS[column])
