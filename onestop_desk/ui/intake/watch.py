"""Looks around while somebody types: who this person is to the register, and what a card leaves in doubt."""

from PySide6.QtCore import QObject, QTimer

from onestop_desk.domain.application import Party
from onestop_desk.domain.identity import Doubt
from onestop_desk.ui.intake.form_view import FormView
from onestop_desk.ui.intake.neighbours import Neighbours, neighbours, notices_about
from onestop_desk.ui.intake.notice import Notice
from onestop_desk.ui.intake.person_box import PersonBox
from onestop_desk.ui.intake.person_reading import doubt_words, number_doubts, read_person
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.wording import Severity

_PAUSE_MS = 200


class Watch(QObject):
    """Shows notices under the owner; a card's doubts stay until the card's fields are changed."""

    def __init__(self, seat: Seat, view: FormView) -> None:
        super().__init__(view)
        self._seat, self._view = seat, view
        self._card: dict[PersonBox, tuple[tuple[str, str], str]] = {}
        self._is_resting = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look_now)
        view.person_changed.connect(self._timer.start)

    def note_card(self, box: PersonBox, doubts: tuple[Doubt, ...], more: str = "") -> None:
        """Remember what a card left in doubt about the person it filled."""
        words = " ".join(part for part in (doubt_words(doubts), more) if part)
        entry = box.entry()
        self._card[box] = ((entry.number, entry.name), words)
        self.look_now()

    def rest(self) -> None:
        """Look no more until the next change; what was asked about the form before is no longer answered."""
        self._timer.stop()
        self._is_resting = True
        self._card.clear()
        for box in (self._view.owner, self._view.applicant):
            box.notices.show_notices([])

    def look_now(self) -> None:
        """Ask the register about the person and the procedure in the form."""
        self._timer.stop()
        self._is_resting = False
        owner = read_person(self._view.owner_box().entry(), self._seat.today()).party
        procedure = self._view.procedure.procedure()
        code = procedure.code if procedure else ""
        other = self._view.applicant if self._view.is_on_behalf() else self._view.owner
        other.notices.show_notices(self._hints(other))
        self._seat.jobs.read(_look, self._seat, owner, code, done=self._on_found, key="neighbours")

    def _on_found(self, found: tuple[Party, Neighbours]) -> None:
        if self._is_resting:
            return
        owner, near = found
        box = self._view.owner_box()
        box.notices.show_notices(self._hints(box) + notices_about(near, owner, box.name.setText))

    def _hints(self, box: PersonBox) -> list[Notice]:
        entry = box.entry()
        of_card, words = self._card.get(box, (("", ""), ""))
        if words and of_card == (entry.number, entry.name):
            return [Notice(words, Severity.PERSON)]
        doubts = doubt_words(number_doubts(read_person(entry, self._seat.today()).party))
        return [Notice(doubts, Severity.PERSON)] if doubts else []


def _look(seat: Seat, owner: Party, code: str) -> tuple[Party, Neighbours]:
    return owner, neighbours(seat.desk, owner, code)
