"""Keeps a list that is not handed over yet within a second of every change, for the clerk who began it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from onestop_desk.domain.plain import to_plain
from onestop_desk.services.desk import Desk
from onestop_desk.ui.hand_over.form import GiveForm, form_from_draft
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import PageDraft

PAGE = "hand_over"


class DraftKeeper(PageDraft):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], GiveForm], parent: QObject | None = None) -> None:
        super().__init__(desk, jobs, PAGE, parent)
        self._read = read

    def restored(self) -> GiveForm:
        """Return the list that this clerk had not handed over; empty where there is none."""
        return form_from_draft(self._kept())

    def _content(self) -> object:
        form = self._read()
        return None if form.is_empty else to_plain(form)
