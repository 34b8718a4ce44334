"""One return at a time: from a basket to recorded returns with their one slip, and back while it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from onestop_desk.services import issue, release
from onestop_desk.services.desk import Desk
from onestop_desk.services.progress import StepResult
from onestop_desk.services.release import GivenBack, Handing
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.release.item import Item, items_again


@dataclass(frozen=True, slots=True)
class Given:
    """A return and the rows of its basket as they are after it."""

    back: GivenBack
    items: tuple[Item, ...]

    @property
    def uids(self) -> tuple[str, ...]:
        """The dossiers that were given back."""
        return tuple(result.uid for result in self.back.results if result.is_done)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Returns taken back, and their rows as they are now."""

    results: tuple[StepResult, ...]
    items: tuple[Item, ...]


class Giver(QObject):
    """`started`, then either `given` with a Given or `failed` with the error; in between no second return begins.
    `recalled` carries a Recalled."""

    started = Signal()
    given = Signal(object)
    recalled = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, room: PrintRoom, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._room = desk, jobs, room
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a return or a recall is on its way."""
        return self._is_busy

    def give(self, items: Sequence[Item], uids: Sequence[str], handing: Handing) -> None:
        """Give a basket back in the desk lane; `uids` are those of `items` that are tried."""
        self._begin()
        self._jobs.run(self._give_in_lane, tuple(items), tuple(uids), handing, done=self._on_given, failed=self._fail)

    def recall(self, items: Sequence[Item], reason: str) -> None:
        """Take the return of these dossiers back."""
        self._begin()
        self._jobs.run(self._recall_in_lane, tuple(items), reason, done=self._on_recalled, failed=self._fail)

    def _begin(self) -> None:
        self._is_busy = True
        self.started.emit()

    def _give_in_lane(self, items: tuple[Item, ...], uids: tuple[str, ...], handing: Handing) -> Given:
        back = issue.give_back(self._desk, uids, handing)
        refused = {result.uid: result.error for result in back.results}
        rows = items_again(self._desk, items)
        return Given(back, tuple(replace(row, refusal=refused.get(row.uid)) for row in rows))

    def _recall_in_lane(self, items: tuple[Item, ...], reason: str) -> Recalled:
        results = release.recall(self._desk, [item.uid for item in items], reason)
        return Recalled(results, items_again(self._desk, items))

    def _on_given(self, given: Given) -> None:
        self._is_busy = False
        if given.back.serial:
            self._room.hand_in()
        self.given.emit(given)

    def _on_recalled(self, recalled: Recalled) -> None:
        self._is_busy = False
        self.recalled.emit(recalled)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)
