"""Keeps what the list shows within a second of every change, so that a start after a crash shows the same."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from onestop_desk.domain.plain import from_plain, to_plain
from onestop_desk.domain.question import View
from onestop_desk.services.board import Listing, Sort
from onestop_desk.services.desk import Desk
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import PageDraft

PAGE = "list"


@dataclass(frozen=True, slots=True)
class Shown:
    """A view with its order and the words that narrow it, as plain words, and the uid of the dossier one stands on."""

    view: str = View.TODAY.value
    sort: str = Sort.NEWEST.value
    words: str = ""
    uid: str = ""

    @property
    def listing(self) -> Listing:
        """The listing; raises ValueError for what only another program knows."""
        return Listing(View(self.view), Sort(self.sort), self.words)


def shown_of(listing: Listing, uid: str) -> Shown:
    """Return what is to be kept."""
    return Shown(str(listing.view), str(listing.sort), listing.words, uid)  # a combo box gives a StrEnum back as text


class ListKeeper(PageDraft):
    """Writes `read()` for the clerk who was at the desk when this was made."""

    def __init__(self, desk: Desk, jobs: Jobs, read: Callable[[], Shown], parent: QObject | None = None) -> None:
        super().__init__(desk, jobs, PAGE, parent)
        self._read = read
        self._last = Shown()

    def restored(self) -> Shown:
        """Return what this clerk's list showed last; this day's dossiers where nothing readable was kept."""
        try:
            kept = from_plain(Shown, self._kept() or {})
            self._last = shown_of(kept.listing, str(kept.uid))
        except (ValueError, TypeError, AttributeError):  # what an earlier or later program kept
            self._last = Shown()
        return self._last

    def keep_now(self) -> None:
        """Keep it now if it is not what was kept last."""
        self._timer.stop()
        shown = self._read()
        if shown != self._last:
            self._last = shown
            self._keep(to_plain(shown))
