"""The columns that lists of dossiers have in common."""

from collections.abc import Callable
from datetime import datetime

from onestop_desk.services.line import DossierLine
from onestop_desk.ui import theme
from onestop_desk.ui.line_wording import born_words, brief_procedure, due_words_of, local_moment, state_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.paged import Column
from onestop_desk.ui.widgets.sharing import shared_out

PROCEDURE, RECEIVED = 5, 6
_WIDTHS = (220, 170, 64, 178, 168, 240, 168)
_LEAST = (220, 130, 62, 140, 166, 150, 166)


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
        Column(translate("Line", "Thủ tục"), lambda line: line.procedure_name, brief=brief_procedure),
        Column(translate("Line", "Nhận lúc"), lambda line: local_moment(line.received_at)),
    )


def column_widths(room: int) -> list[int]:
    """Return the columns' widths in `room` pixels at the scale in use; 0 is a column that is not shown.

    When a dossier came in is left out first: its code holds the day, its card the moment. Code, year and due moment are
    never cut; the others may need a second line.
    """
    look = theme.current()
    wanted, least = [look.px(width) for width in _WIDTHS], [look.px(width) for width in _LEAST]
    if sum(wanted) <= room:
        return shared_out(wanted, least, room, PROCEDURE)
    return [*shared_out(wanted[:RECEIVED], least[:RECEIVED], room, PROCEDURE), 0]
