"""Keeps the basket as a draft within a second of every change, for the clerk who filled it and nobody else."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from onestop_desk.domain.plain import to_plain
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import PageDraft
from onestop_desk.ui.release.form import ReleaseForm, form_from_draft

PAGE = "release"


class BasketKeeper(PageDraft):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], ReleaseForm], parent: QObject) -> None:
        super().__init__(desk, jobs, PAGE, parent)
        self._read = read

    def restored(self) -> ReleaseForm:
        """Return the basket that this clerk had not given back; an empty one where there is none."""
        return form_from_draft(self._kept())

    def _content(self) -> object:
        form = self._read()
        return None if form.is_empty else to_plain(form)
