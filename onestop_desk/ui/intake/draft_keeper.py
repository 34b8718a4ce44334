"""Keeps the form as a draft within a second of every change, for the clerk who typed it and nobody else."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft
from onestop_desk.services.intake import Alongside
from onestop_desk.ui.intake.form import IntakeForm, form_from_draft
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.page_draft import PageDraft

PAGE = "intake"


class DraftKeeper(PageDraft):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, seat: Seat, read: Callable[[], IntakeForm], parent: QObject | None = None) -> None:
        super().__init__(seat.desk, seat.jobs, PAGE, parent)
        self._read = read

    def restored(self) -> IntakeForm | None:
        """Return the form that this clerk had not saved; None where there is none."""
        return form_from_draft(self._kept())

    def rest(self) -> None:
        """Write nothing until the next change: a save is on its way."""
        self._timer.stop()

    def dropped_with_save(self) -> Alongside:
        """Return what forgets the draft in the transaction of the save."""
        return draft.dropped_with(self._login, PAGE)

    def drop(self) -> None:
        """Forget the draft."""
        self._timer.stop()
        self._forget()

    def _content(self) -> object:
        form = self._read()
        return None if form.is_empty else to_plain(form)
