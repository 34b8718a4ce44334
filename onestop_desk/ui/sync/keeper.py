"""Keeps sync going beside the work: a lane of its own, a schedule with jitter, never in the way of closing."""

import random
from dataclasses import replace
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from onestop_desk.domain.errors import DeskError
from onestop_desk.services import connecting, syncing
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import RoundBroken
from onestop_desk.services.syncing import RoundOutcome, SyncStatus
from onestop_desk.ui.errors import ErrorDesk
from onestop_desk.ui.jobs import Jobs

_SOON_MS = 1_500
_CLOSING_S = 1.0


class SyncKeeper(QObject):
    """One round at a time. `told` carries the SyncStatus after each, `arrived` that something came from elsewhere."""

    told = Signal(object)
    arrived = Signal()
    ended = Signal(object)

    def __init__(self, desk: Desk, errors: ErrorDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._errors = desk, errors
        self._lane = Jobs(self)
        self._lane.went_wrong.connect(errors.report)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.speak)
        self._tries = 0
        self._is_speaking = self._is_wanted = False
        self._trouble, self._trouble_since = "", desk.clock()

    def begin(self) -> None:
        """Tell how it stands, and speak for the first time once the window is there."""
        syncing.resume(self._desk)
        self.tell()
        if self.is_set_up():
            self._timer.start(_SOON_MS)

    def is_set_up(self) -> bool:
        """Return whether there is a centre to speak to."""
        return bool(self._desk.settings.centre_url)

    def is_speaking(self) -> bool:
        """Return whether a round is under way."""
        return self._is_speaking

    def nudge(self) -> None:
        """Speak soon: something was written. While the line is down, the schedule decides."""
        self.tell()
        if self.is_set_up() and not self._is_speaking and not self._tries:
            self._timer.start(_SOON_MS)

    def speak(self) -> None:
        """Speak now (F5); a round that is under way is followed by another."""
        if not self.is_set_up() or self._lane.is_closed():
            self.tell()
            return
        if self._is_speaking:
            self._is_wanted = True
            return
        self._timer.stop()
        self._is_speaking, self._is_wanted = True, False
        self._lane.run(self._round, done=self._on_ended, failed=self._on_failed)

    def tell(self) -> None:
        """Count anew how it stands."""
        if not self._lane.is_closed():
            self._lane.read(syncing.status, self._desk, done=self._on_counted, key="status")

    def end(self) -> None:
        """Stop: a round that is under way ends at its next transaction, and nobody waits for the line."""
        self._timer.stop()
        syncing.stop(self._desk)
        self._lane.close(_CLOSING_S)

    def is_idle(self) -> bool:
        """Return whether nothing is under way or asked for."""
        return not self._lane.is_busy()

    def _round(self) -> RoundOutcome:
        return syncing.attempt(self._desk, connecting.centre_of(self._desk))

    def _on_counted(self, status: SyncStatus) -> None:
        """Tell it with the trouble of the last round, also where the register could not take that down."""
        if self._trouble and not status.trouble:
            status = replace(status, trouble=self._trouble, trouble_since=self._trouble_since)
        self.told.emit(status)

    def _on_failed(self, error: Exception) -> None:
        """Go on after an error that no round should end with: logged each time, shown when it begins."""
        bug_id = "" if isinstance(error, DeskError) else import_module("onestop_desk.ui.bugs").log_bug(error)
        trouble = error if isinstance(error, DeskError) else RoundBroken(bug_id)
        if self._trouble != trouble.code:
            self._errors.report(trouble)
        self._on_ended(RoundOutcome(trouble=trouble))

    def _on_ended(self, outcome: RoundOutcome) -> None:
        self._is_speaking = False
        trouble = "" if outcome.trouble is None else outcome.trouble.code
        if trouble != self._trouble:
            self._trouble, self._trouble_since = trouble, self._desk.clock()
        self._tries = 0 if outcome.trouble is None else self._tries + 1
        wait = syncing.next_wait(max(0, self._tries - 1), random.random())
        if self._is_wanted:
            QTimer.singleShot(0, self, partial(self.speak))
        elif outcome.is_cut and outcome.trouble is None:
            self._timer.start(_SOON_MS)
        else:
            self._timer.start(round((wait if self._tries else syncing.WAITS_S[2]) * 1000))
        self.tell()
        if outcome.received:
            self.arrived.emit()
        self.ended.emit(outcome)
