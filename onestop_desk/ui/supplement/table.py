"""The table of what waits for a supplement."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent

from onestop_desk.services.waiting import Waiting
from onestop_desk.ui.intake.command_line import ENTERS
from onestop_desk.ui.line_wording import brief_procedure, local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.paged import Column, PagedTable
from onestop_desk.ui.widgets.row_table import RowTable


class WaitingTable(RowTable):
    """`opened` carries the Waiting of a row that was chosen by Enter or a double click."""

    opened = Signal(object)

    def __init__(self, model: PagedTable, name: str) -> None:
        super().__init__(model, name)
        self.doubleClicked.connect(self._on_index_opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter."""
        if event.key() in ENTERS and self.currentIndex().isValid():
            self._on_index_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_index_opened(self, _index: QModelIndex) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)


def waiting_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Return the columns of a Waiting."""

    def deadline(row: Waiting) -> str:
        return deadline_words(row.deadline, is_late=row.is_late(now()))

    return (
        Column(translate("Supplement", "Hạn bổ sung"), deadline),
        Column(translate("Supplement", "Mã hồ sơ"), _code),
        Column(translate("Supplement", "Chủ hồ sơ"), _owner, is_long=True),
        Column(translate("Supplement", "Thủ tục"), _procedure, is_long=True, brief=brief_procedure),
    )


def deadline_words(deadline: datetime | None, *, is_late: bool) -> str:
    """Return a deadline, marked where it has passed."""
    if deadline is None:
        return translate("Supplement", "không hạn")
    words = translate("Supplement", "▲ {moment}, đã quá hạn") if is_late else "{moment}"
    return words.format(moment=local_moment(deadline))


def _code(row: Waiting) -> str:
    return row.line.code


def _owner(row: Waiting) -> str:
    return row.line.owner_name


def _procedure(row: Waiting) -> str:
    return row.line.procedure_name
