"""Keeps what the list shows within a second of every change, so that a start after a crash shows the same."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from onestop_desk.domain.plain import from_plain, to_plain
from onestop_desk.domain.question import View
from onestop_desk.services import draft
from onestop_desk.services.board import Listing, Sort
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs

PAGE = "list"
KEPT_AFTER_MS = 700


@dataclass(frozen=True, slots=True)
class Shown:
    """A view with its order and the words that narrow it, as plain words."""

    view: str = View.TODAY.value
    sort: str = Sort.NEWEST.value
    words: str = ""


class ListKeeper(QObject):
    """Writes `read()` for the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], Listing], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._read = desk, jobs, read
        self._login = desk.clerk.login
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self._keep)

    def restored(self) -> Listing:
        """Return what this clerk's list showed last; this day's dossiers where nothing readable was kept."""
        try:
            kept = from_plain(Shown, draft.load(self._desk, self._login, PAGE) or {})
            return Listing(View(kept.view), Sort(kept.sort), kept.words)
        except (ValueError, TypeError, AttributeError):  # what an earlier or later program kept
            return Listing(View.TODAY)

    def note_change(self) -> None:
        """Keep it soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        shown = self._read()
        kept = Shown(str(shown.view), str(shown.sort), shown.words)  # a combo box gives a StrEnum back as text
        self._jobs.run(draft.keep, self._desk, self._login, PAGE, to_plain(kept))
