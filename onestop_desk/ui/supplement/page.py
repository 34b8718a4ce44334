"""F8: who must still bring papers and until when; what is missing is asked for, what was brought is taken in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState, Stage
from onestop_desk.domain.money import format_number
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.services.lookup import DossierCard, Found
from onestop_desk.services.progress import Taken
from onestop_desk.services.waiting import Waiting, count_waiting, waiting
from onestop_desk.ui.card.offers import offered_steps
from onestop_desk.ui.card.step_area import StepArea, taken_words
from onestop_desk.ui.card.supplement_forms import BringForm, RequestForm
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.hand_over.scan_line import ScanLine
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.line_wording import due_words_of
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.supplement.draft_keeper import Begun, DraftKeeper
from onestop_desk.ui.supplement.table import WaitingTable, deadline_words, waiting_columns
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import PagedTable, Source
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from datetime import date

    from onestop_desk.ui.main_window import MainWindow

_STEPS = ("supplement_requested", "supplemented")
_ENOUGH = 2


class SupplementPage(Page):
    """Shows what waits; a dossier that is scanned, typed or chosen takes its place until it is done or left."""

    def __init__(self, window: "MainWindow", desk: Desk, room: PrintRoom) -> None:
        super().__init__(self.tr("Bổ sung hồ sơ"))
        self.setObjectName("supplement_page")
        self._window, self._desk, self._room = window, desk, room
        self._card: DossierCard | None = None
        self._code = ScanLine("supplement", self.tr("Quét hoặc gõ mã hồ sơ"), "{n}/{total}")
        self._model = PagedTable(waiting_columns(desk.clock), window.jobs, self)
        self._table = WaitingTable(self._model, self.tr("Hồ sơ chờ bổ sung"))
        self._table.setObjectName("supplement_table")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("supplement_said")
        self._steps = StepArea(Seat(desk, window.jobs, self._today), self._offered)
        self._begun = Begun()
        self._drafts = DraftKeeper(desk, window.jobs, self._read, self)
        self._front, self._work = self._made_front(), self._made_work()
        self.column.addWidget(self._front, 1)
        self.column.addWidget(self._work)
        self.column.addStretch(0)
        self._connect()
        self.setFocusProxy(self._code)
        self._work.hide()
        self._model.open(Source(self._count, self._fetch))
        self._restore()

    def entered(self) -> None:
        """Read anew: time has passed."""
        self._model.refresh()
        if self._card is not None:
            self._read_card(self._card.uid)

    def left(self) -> None:
        """Keep what was typed."""
        self._drafts.keep_if_changed()

    def take_dossier(self, line: DossierLine) -> None:
        """Work on a scanned dossier; what was typed for the one before stays with it."""
        self._read_card(line.uid)

    def card(self) -> DossierCard | None:
        """Return the dossier that is worked on."""
        return self._card

    def steps(self) -> StepArea:
        """Return the forms of the dossier that is worked on."""
        return self._steps

    def close_dossier(self) -> None:
        """Go back to what waits."""
        self._card = None
        self._work.hide()
        self._front.show()
        self._model.refresh()
        self._code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the dossier with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self.close_dossier()
        else:
            super().keyPressEvent(event)

    def _offered(self, state: DossierState) -> tuple[str, ...]:
        """Return the steps of this page: to stop is one of them only once the deadline has passed."""
        is_late = state.deadline is not None and self._desk.clock() > state.deadline
        kinds = (*_STEPS, "stopped") if is_late else _STEPS
        return tuple(kind for kind in offered_steps(state) if kind in kinds)

    def _read_card(self, uid: str) -> None:
        self._window.jobs.read(lookup.dossier_card, self._desk, uid, done=self._on_read, key=(id(self), "card"))

    def _on_read(self, card: DossierCard) -> None:
        self._card = card
        self._code.show_problem("")
        self._code.accept()
        self._head.setText(card.line.code)
        self._facts.setText(self._told(card))
        self._notes.show_notices(self._noted(card))
        self._steps.show_card(card)
        self._front.hide()
        self._work.show()
        offered = self._steps.offered()
        if not offered:
            self._back.setFocus()
        elif self._steps.form() is None:
            self._steps.open(offered[0])
        self._put_back(card)

    def _told(self, card: DossierCard) -> str:
        due = self.tr("hẹn trả {moment}").format(moment=due_words_of(card.line))
        return " · ".join((card.line.owner_name, card.line.procedure_name, stage_words(card.line.stage), due))

    def _noted(self, card: DossierCard) -> list[Notice]:
        state = card.state
        if state.stage is Stage.SUPPLEMENT:
            is_late = state.deadline is not None and self._desk.clock() > state.deadline
            words = self.tr("Hạn bổ sung: {deadline}.").format(deadline=deadline_words(state.deadline, is_late=False))
            do = self.tr("Đã quá hạn: nhận nếu người nộp vẫn mang đến, hoặc dừng giải quyết.") if is_late else ""
            return [Notice(f"{words} {do}".strip(), Severity.PERSON if is_late else Severity.INFO)]
        if self._offered(state):
            return []
        stage = "" if state.stage is None else stage_words(state.stage)
        words = self.tr("Hồ sơ đang ở trạng thái “{stage}”: không yêu cầu hay nhận bổ sung được.")
        return [Notice(words.format(stage=stage))]

    def _restore(self) -> None:
        self._begun = self._drafts.restored()
        if self._begun.uid:
            self._read_card(self._begun.uid)

    def _put_back(self, card: DossierCard) -> None:
        """Put a draft of an earlier run back, once, where the dossier still takes that step."""
        begun = self._begun
        if begun.uid != card.uid or begun.kind not in self._steps.offered():
            return
        self._begun = Begun()
        form = self._steps.open(begun.kind)
        if isinstance(form, RequestForm | BringForm):
            form.show_content(begun.content)

    def _read(self) -> Begun:
        form = self._steps.form()
        if self._card is None or not isinstance(form, RequestForm | BringForm):
            return Begun()
        return Begun(self._card.uid, form.kind, form.content())

    def _on_typed(self, typed: str) -> None:
        self._window.jobs.read(lookup.find, self._desk, typed, _ENOUGH, done=self._on_found, key=(id(self), "find"))

    def _on_found(self, found: Found) -> None:
        if len(found.rows) == 1:
            self._read_card(found.rows[0].uid)
        elif found.rows:
            self._code.show_problem(self.tr("Nhiều hồ sơ khớp; gõ đủ mã hồ sơ."))
        else:
            self._code.show_problem(self.tr("Không thấy hồ sơ có mã này trên máy."))

    def _on_opened(self, row: Waiting) -> None:
        self._read_card(row.line.uid)

    def _on_taken(self, taken: Taken) -> None:
        self._room.hand_in()
        self._window.say(Sentence(taken_words(taken), severity=Severity.INFO))
        self.close_dossier()
        self._drafts.keep_now()

    def _on_counted(self, count: int) -> None:
        words = self.tr("{n} hồ sơ chờ bổ sung; Enter để chọn.").format(n=format_number(count))
        self._said.setText(words if count else self.tr("Không có hồ sơ nào chờ bổ sung."))
        if count:
            self._table.setCurrentIndex(self._model.index(0, 0))

    def _count(self) -> int:
        return count_waiting(self._desk)

    def _fetch(self, offset: int, limit: int) -> tuple[Waiting, ...]:
        return waiting(self._desk, offset, limit)

    def _today(self) -> "date":
        return self._desk.clock().astimezone(VIETNAM).date()

    def _connect(self) -> None:
        self._code.typed.connect(self._on_typed)
        self._table.opened.connect(self._on_opened)
        self._model.counted.connect(self._on_counted)
        self._steps.taken.connect(self._on_taken)
        self._steps.changed.connect(self._drafts.note_change)
        self._back.clicked.connect(self.close_dossier)
        self._window.closing.connect(self._drafts.keep_if_changed)

    def _made_front(self) -> QWidget:
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._code)
        column.addWidget(self._said)
        column.addWidget(self._table, 1)
        return front

    def _made_work(self) -> QWidget:
        self._back = Button(self.tr("Quay lại (Esc)"), "undo", "quiet", name="supplement_back")
        self._head, self._facts = Paragraph("", "title"), Paragraph("", "muted")
        self._head.setObjectName("supplement_code_shown")
        self._notes = NoticeList()
        self._notes.setObjectName("supplement_notes")
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self._head, self._facts, self._notes, self._steps):
            column.addWidget(part)
        column.addStretch(1)
        return work
