"""Keeps a list that is not handed over yet within a second of every change, for the clerk who began it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.ui.hand_over.form import GiveForm, form_from_draft
from onestop_desk.ui.jobs import Jobs

PAGE = "hand_over"
KEPT_AFTER_MS = 700


class DraftKeeper(QObject):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], GiveForm], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._read = desk, jobs, read
        self._login = desk.clerk.login
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def restored(self) -> GiveForm:
        """Return the list that this clerk had not handed over; empty where there is none."""
        return form_from_draft(draft.load(self._desk, self._login, PAGE))

    def note_change(self) -> None:
        """Keep the list soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep the list, or forget the draft of an empty one."""
        self._timer.stop()
        form = self._read()
        if form.is_empty:
            self._jobs.run(draft.drop, self._desk, self._login, PAGE)
        else:
            self._jobs.run(draft.keep, self._desk, self._login, PAGE, to_plain(form))

    def keep_if_changed(self) -> None:
        """Keep the list now if something in it is not kept yet."""
        if self._timer.isActive():
            self.keep_now()
