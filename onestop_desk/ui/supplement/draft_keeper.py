"""Keeps what is being typed on F8 within a second of every change, for the clerk who typed it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QObject

from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import PageDraft

PAGE = "supplement"


@dataclass(frozen=True, slots=True)
class Begun:
    """Which form of which dossier is open, and what stands in it."""

    uid: str = ""
    kind: str = ""
    content: dict[str, object] = field(default_factory=dict)


class DraftKeeper(PageDraft):
    """Writes `read()` as the draft of the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], Begun], parent: QObject | None = None) -> None:
        super().__init__(desk, jobs, PAGE, parent)
        self._read = read

    def restored(self) -> Begun:
        """Return what this clerk had begun; nothing where it cannot be read."""
        kept = self._kept()
        content = kept.get("content") if isinstance(kept, dict) else None
        if not isinstance(kept, dict) or not isinstance(content, dict):
            return Begun()
        return Begun(str(kept.get("uid", "")), str(kept.get("kind", "")), content)

    def _content(self) -> object:
        begun = self._read()
        return asdict(begun) if begun.uid else None
