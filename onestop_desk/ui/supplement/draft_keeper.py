"""Keeps what is being typed on F8 within a second of every change, for the clerk who typed it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QObject, QTimer

from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs

PAGE = "supplement"
KEPT_AFTER_MS = 700


@dataclass(frozen=True, slots=True)
class Begun:
    """Which form of which dossier is open, and what stands in it."""

    uid: str = ""
    kind: str = ""
    content: dict[str, object] = field(default_factory=dict)


class DraftKeeper(QObject):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], Begun], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._read = desk, jobs, read
        self._login = desk.clerk.login
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def restored(self) -> Begun:
        """Return what this clerk had begun; nothing where it cannot be read."""
        kept = draft.load(self._desk, self._login, PAGE)
        content = kept.get("content") if isinstance(kept, dict) else None
        if not isinstance(kept, dict) or not isinstance(content, dict):
            return Begun()
        return Begun(str(kept.get("uid", "")), str(kept.get("kind", "")), content)

    def note_change(self) -> None:
        """Keep it soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep what is open, or forget the draft where nothing is."""
        self._timer.stop()
        begun = self._read()
        if begun.uid:
            self._jobs.run(draft.keep, self._desk, self._login, PAGE, asdict(begun))
        else:
            self._jobs.run(draft.drop, self._desk, self._login, PAGE)

    def keep_if_changed(self) -> None:
        """Keep it now if something is not kept yet."""
        if self._timer.isActive():
            self.keep_now()
