"""Keeps the basket as a draft within a second of every change, for the clerk who filled it and nobody else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.release.form import ReleaseForm, form_from_draft

PAGE = "release"
KEPT_AFTER_MS = 700


class BasketKeeper(QObject):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], ReleaseForm], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._read = desk, jobs, read
        self._login = desk.clerk.login
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def restored(self) -> ReleaseForm:
        """Return the basket that this clerk had not given back; an empty one where there is none."""
        form = form_from_draft(draft.load(self._desk, self._login, PAGE))
        self._is_kept = not form.is_empty
        return form

    def note_change(self) -> None:
        """Keep the basket soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep the basket, or forget the draft of an empty one."""
        self._timer.stop()
        form = self._read()
        if not form.is_empty:
            self._is_kept = True
            self._jobs.run(draft.keep, self._desk, self._login, PAGE, to_plain(form))
        elif self._is_kept:
            self._is_kept = False
            self._jobs.run(draft.drop, self._desk, self._login, PAGE)

    def keep_if_changed(self) -> None:
        """Keep the basket now if something in it is not kept yet."""
        if self._timer.isActive():
            self.keep_now()
