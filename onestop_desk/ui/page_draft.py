"""What every page's draft shares: kept within a second of a change, for the clerk who was at the desk then."""

from PySide6.QtCore import QObject, QTimer

from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs

KEPT_AFTER_MS = 700


class PageDraft(QObject):
    """The draft of one page and clerk; a page's own keeper says in `_content` what is kept of it."""

    def __init__(self, desk: Desk, jobs: Jobs, page: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._page = desk, jobs, page
        self._login = desk.clerk.login
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def note_change(self) -> None:
        """Keep the page soon; further changes do not put that off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_if_changed(self) -> None:
        """Keep the page now if something in it is not kept yet."""
        if self._timer.isActive():
            self.keep_now()

    def keep_now(self) -> None:
        """Keep the page as it stands, or forget the draft of an empty one."""
        self._timer.stop()
        content = self._content()
        if content is not None:
            self._keep(content)
        elif self._is_kept:
            self._forget()

    def _content(self) -> object:
        """Return the plain data to keep; None where there is nothing."""
        raise NotImplementedError

    def _kept(self) -> object:
        content = draft.load(self._desk, self._login, self._page)
        self._is_kept = content is not None
        return content

    def _keep(self, content: object) -> None:
        self._is_kept = True
        self._jobs.run(draft.keep, self._desk, self._login, self._page, content)

    def _forget(self) -> None:
        self._is_kept = False
        self._jobs.run(draft.drop, self._desk, self._login, self._page)
