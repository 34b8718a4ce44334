"""A scanned card fills the person at the counter; what an earlier visit knows besides is added."""

from dataclasses import replace

from PySide6.QtCore import QObject

from onestop_desk.devices.scanner import Scan, ScanKind
from onestop_desk.domain.text import fold
from onestop_desk.services import lookup
from onestop_desk.services.lookup import PersonHint
from onestop_desk.ui.intake.form import PersonEntry, entry_of
from onestop_desk.ui.intake.form_view import FormView
from onestop_desk.ui.intake.person_box import PersonBox
from onestop_desk.ui.intake.person_reading import entry_of_card
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.intake.watch import Watch
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.widgets.strip import UNDO_SECONDS, Offer
from onestop_desk.ui.wording import Sentence, Severity


class CardReader(QObject):
    """Puts cards and scanned numbers into the form."""

    def __init__(self, seat: Seat, view: FormView, watch: Watch, window: MainWindow) -> None:
        super().__init__(view)
        self._seat, self._view, self._watch, self._window = seat, view, watch, window
        self._undone: tuple[PersonBox, PersonEntry] | None = None

    def take(self, scan: Scan) -> None:
        """Fill a person from a card or a bare number; another scan has no person in it."""
        if scan.card is not None:
            self._fill(entry_of_card(scan.card, can_verify=not scan.repaired), scan)
        elif scan.kind is ScanKind.CITIZEN_NUMBER:
            self._fill(PersonEntry(number=scan.text), scan)

    def _fill(self, entry: PersonEntry, scan: Scan) -> None:
        box = self._view.person_to_fill()
        before = box.entry()
        if before.number == entry.number:
            entry = replace(entry, phone=before.phone, email=before.email)
            if not entry.name:
                return
        box.show_entry(entry)
        doubts = scan.card.doubts if scan.card else ()
        repaired = self.tr("Thẻ đọc qua bộ gõ: đối chiếu họ tên, địa chỉ.") if scan.card and scan.repaired else ""
        self._watch.note_card(box, doubts, repaired)
        self._offer_undo(box, before, entry)
        self._go_on(box, entry)
        self._seat.jobs.read(
            lookup.suggest_people, self._seat.desk, entry.number, 1, done=self._on_known, key="known person"
        )

    def _go_on(self, box: PersonBox, entry: PersonEntry) -> None:
        if not entry.name:
            box.name.setFocus()
        elif self._view.is_on_behalf() and box is self._view.applicant:
            self._view.owner.name.setFocus()
        else:
            self._view.procedure.take_focus()

    def _on_known(self, hints: tuple[PersonHint, ...]) -> None:
        """Add what only an earlier visit knows; the card's own words stay."""
        for box in (self._view.applicant, self._view.owner):
            entry = box.entry()
            known = next((entry_of(hint.party) for hint in hints if hint.party.id_number == entry.number), None)
            if known is None or not entry.number:
                continue
            if not entry.name:
                box.show_entry(known)
                self._go_on(box, known)
            elif fold(known.name) == fold(entry.name):
                box.show_entry(_completed(entry, known))

    def _offer_undo(self, box: PersonBox, before: PersonEntry, entry: PersonEntry) -> None:
        if before == PersonEntry(kind=before.kind) or before.number == entry.number:
            return
        self._undone = (box, before)
        words = self.tr("Thẻ vừa quét đã thay thông tin người đang nhập.")
        undo = Offer(self.tr("Hoàn tác"), self._undo, UNDO_SECONDS, takes_back=True)
        self._window.say(Sentence(words, severity=Severity.INFO), undo)

    def _undo(self) -> None:
        if self._undone is not None:
            box, before = self._undone
            box.show_entry(before)


def _completed(entry: PersonEntry, known: PersonEntry) -> PersonEntry:
    return replace(
        entry,
        phone=entry.phone or known.phone,
        email=entry.email or known.email,
        address=entry.address or known.address,
    )
