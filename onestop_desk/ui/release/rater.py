"""Asks for the person's word after a return, on the page and on the citizen's window, and records it once."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from onestop_desk.services import release
from onestop_desk.services.desk import Desk
from onestop_desk.services.progress import StepResult
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.release.citizen_window import CitizenWindow, other_screen
from onestop_desk.ui.release.rating_box import RatingBox


class Rater(QObject):
    """Connects box and window with the register; one return is rated once, for all its dossiers."""

    def __init__(self, desk: Desk, window: MainWindow, box: RatingBox) -> None:
        super().__init__(box)
        self._desk, self._window, self._box = desk, window, box
        self._uids: tuple[str, ...] = ()
        self._level = 0
        self._citizen: CitizenWindow | None = None
        box.rated.connect(self._on_rated)
        box.window_asked.connect(self.open_window)
        window.closing.connect(self.close)

    def ask(self, uids: tuple[str, ...], whom: str) -> None:
        """Ask about the return of these dossiers."""
        self._uids = uids
        self._box.ask(whom)
        if self._citizen is not None and self._citizen.isVisible():
            self._citizen.ask()

    def rest(self) -> None:
        """Ask no more: the return was taken back."""
        self._uids = ()
        if self._citizen is not None and self._citizen.isVisible():
            self._citizen.thank()

    def open_window(self) -> None:
        """Open the citizen's window, on the second screen if there is one."""
        if self._citizen is None:
            self._citizen = CitizenWindow(self._desk.office.heading or self._desk.office.name, self._window)
            self._citizen.rated.connect(self._on_citizen_rated)
        self._citizen.ask()
        self._citizen.open_on(other_screen(QGuiApplication.screens(), self._window.screen()))

    def close(self) -> None:
        """Close the citizen's window with the work."""
        if self._citizen is not None:
            self._citizen.close()

    def _on_citizen_rated(self, level: int) -> None:
        self._on_rated(level, self._box.reason.text())

    def _on_rated(self, level: int, reason: str) -> None:
        uids, self._uids = self._uids, ()
        if not uids:
            return
        self._level = level
        self._box.set_busy(True)
        self._window.jobs.run(
            release.rate, self._desk, uids, level, reason, done=self._on_recorded, failed=self._on_failed
        )

    def _on_recorded(self, _results: tuple[StepResult, ...]) -> None:
        self._box.show_rated(self._level)
        if self._citizen is not None and self._citizen.isVisible():
            self._citizen.thank()

    def _on_failed(self, error: Exception) -> None:
        self._box.set_busy(False)
        self._window.errors.report(error)
