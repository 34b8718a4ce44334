"""A page's main part and, over it, the card of a dossier opened from it."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.progress import Taken
from onestop_desk.ui.card.panel import DossierPanel
from onestop_desk.ui.card.step_area import StepArea, on_site_facts
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.jobs import Jobs


class CardRoom(QWidget):
    """Shows `front` until a card is opened; Esc or the card's button goes back to where the focus was.

    `step_taken` carries the Taken of a step that was recorded from the card, `page_asked` the page of one that is not,
    with the dossier's code.
    """

    card_opened = Signal(str)
    reprint_asked = Signal(str, str)
    step_taken = Signal(object)
    page_asked = Signal(str, str)

    def __init__(self, front: QWidget, desk: Desk, jobs: Jobs, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._front, self._desk, self._jobs, self._now = front, desk, jobs, now
        self._seat = Seat(desk, jobs, self._today)
        self._panel = DossierPanel(now)
        self._steps = StepArea(self._seat)
        self._panel.put_steps(self._steps)
        self._came_from: QWidget | None = None
        self._panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(front, 1)
        column.addWidget(self._panel, 1)
        self._panel.left.connect(self.close_card)
        self._panel.reprint_asked.connect(self.reprint_asked)
        self._steps.taken.connect(self._on_taken)
        self._steps.page_asked.connect(self._on_page_asked)

    def open_card(self, uid: str) -> None:
        """Read a dossier and show its card when it is there."""
        self._jobs.read(lookup.dossier_card, self._desk, uid, done=self._on_read, key=(id(self), "card"))

    def close_card(self) -> None:
        """Go back to what was before."""
        if not self.has_card():
            return
        self._show(self._front)
        (self._came_from or self._front).setFocus(Qt.FocusReason.OtherFocusReason)

    def has_card(self) -> bool:
        """Return whether a card is in front."""
        return not self._panel.isHidden()

    def panel(self) -> DossierPanel:
        """Return the card's panel."""
        return self._panel

    def steps(self) -> StepArea:
        """Return the steps of the card."""
        return self._steps

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the card with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.has_card():
            self.close_card()
            return
        super().keyPressEvent(event)

    def _on_read(self, card: DossierCard) -> None:
        if not self.has_card():
            self._came_from = self._front.focusWidget()
        self._show_card(card)
        self._show(self._panel)
        self._panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card_opened.emit(card.uid)

    def _on_taken(self, taken: Taken) -> None:
        """Show the card as it is after the step; the focus goes on to the steps that may follow."""
        self.step_taken.emit(taken)
        self._jobs.read(lookup.dossier_card, self._desk, taken.uid, done=self._on_read_again, key=(id(self), "card"))

    def _on_read_again(self, card: DossierCard) -> None:
        shown = self._panel.card()
        if shown is not None and shown.uid == card.uid:
            self._show_card(card)
            if self.has_card() and self.isVisible():
                self._steps.take_focus()

    def _on_page_asked(self, key: str) -> None:
        card = self._panel.card()
        self.page_asked.emit(key, card.line.code if card is not None else "")

    def _show_card(self, card: DossierCard) -> None:
        self._panel.show_card(card, on_site_facts(self._seat, card))
        self._steps.show_card(card)

    def _today(self) -> date:
        return self._now().astimezone(VIETNAM).date()

    def _show(self, one: QWidget) -> None:
        # The other is hidden, not stacked under: a hidden widget asks for no room.
        self._front.setVisible(one is self._front)
        self._panel.setVisible(one is self._panel)
