"""Keeps the form as a draft within a second of every change, for the clerk who typed it and nobody else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft
from onestop_desk.services.intake import Alongside
from onestop_desk.ui.intake.form import IntakeForm, form_from_draft
from onestop_desk.ui.intake.seat import Seat

PAGE = "intake"
KEPT_AFTER_MS = 700


class DraftKeeper(QObject):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, seat: Seat, read: Callable[[], IntakeForm], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat, self._read = seat, read
        self._login = seat.desk.clerk.login
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def restored(self) -> IntakeForm | None:
        """Return the form that this clerk had not saved; None where there is none."""
        form = form_from_draft(draft.load(self._seat.desk, self._login, PAGE))
        self._is_kept = form is not None
        return form

    def note_change(self) -> None:
        """Keep the form soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep the form, or forget the draft of an empty one."""
        self._timer.stop()
        form = self._read()
        if not form.is_empty:
            self._is_kept = True
            self._seat.jobs.run(draft.keep, self._seat.desk, self._login, PAGE, to_plain(form))
        elif self._is_kept:
            self.drop()

    def keep_if_changed(self) -> None:
        """Keep the form now if something in it is not kept yet."""
        if self._timer.isActive():
            self.keep_now()

    def rest(self) -> None:
        """Write nothing until the next change: a save is on its way."""
        self._timer.stop()

    def dropped_with_save(self) -> Alongside:
        """Return what forgets the draft in the transaction of the save."""
        return draft.dropped_with(self._login, PAGE)

    def drop(self) -> None:
        """Forget the draft."""
        self._timer.stop()
        self._is_kept = False
        self._seat.jobs.run(draft.drop, self._seat.desk, self._login, PAGE)
