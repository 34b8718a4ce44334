"""The card of one dossier in the real window, and hands to work on it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.domain.dossier import DossierState
from onestop_desk.services.desk import Desk
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.step import Step
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.card.step_form import StepForm
from onestop_desk.ui.main_window import MainWindow


@dataclass
class Sitting:
    """One open card."""

    qtbot: QtBot
    desk: Desk
    window: MainWindow
    room: CardRoom
    uid: str = ""

    def open(self, uid: str) -> None:
        """Open a dossier's card."""
        self.uid = uid
        self.room.open_card(uid)
        self.settle()

    def take(self, *steps: Step) -> None:
        """Let something happen elsewhere, and show the card as it is then."""
        from onestop_desk.services.progress import take_step

        for step in steps:
            take_step(self.desk, self.uid, step)
        self.open(self.uid)

    def choose(self, kind: str) -> StepForm:
        """Press a step's button."""
        self.find(f"offer_{kind}").click()
        form = self.room.steps().form()
        assert form is not None
        assert form.isVisible()
        return form

    def save(self) -> None:
        """Press the form's save and wait for the end of it."""
        form = self.room.steps().form()
        assert form is not None
        form.save.click()
        self.settle()

    def settle(self) -> None:
        """Wait until both lanes have answered."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy())

    def find(self, name: str) -> Any:
        """Return a widget of the card by its name."""
        found = [one for one in self.room.findChildren(QWidget, name) if one.isVisibleTo(self.room)]
        assert found, name
        return found[0]

    def fill(self, **texts: str) -> None:
        """Put texts into the open form's fields."""
        form = self.room.steps().form()
        assert form is not None
        for name, text in texts.items():
            self.find(f"step_{form.kind}_{name}").setText(text)

    def state(self) -> DossierState:
        """Return what the register says of the dossier."""
        return dossier_entries(self.desk, self.uid)[0]

    def event(self) -> Any:
        """Return the last thing that happened to it."""
        return dossier_entries(self.desk, self.uid)[1][-1].event

    def words(self, section: str) -> str:
        """Return everything that a section of the card says."""
        labels = self.find(section).findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def refusals(self) -> tuple[str, ...]:
        """Return what the open form says is wrong."""
        form = self.room.steps().form()
        assert form is not None
        return form.refusals()
