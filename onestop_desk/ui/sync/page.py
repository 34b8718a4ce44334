"""Đồng bộ: how it stands, what was sent and what was not, and what two desks did at once (F5 speaks now)."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.events import Verdict
from onestop_desk.services import conflict, outbox, parking
from onestop_desk.services.conflict import Conflict, OneSide
from onestop_desk.services.desk import Desk
from onestop_desk.services.parking import ParkedLine
from onestop_desk.services.syncing import RoundOutcome, SyncStatus
from onestop_desk.ui.dossier_wording import step_words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.happening_wording import event_words
from onestop_desk.ui.line_wording import local_moment, state_words
from onestop_desk.ui.sync.beside_panel import BesidePanel
from onestop_desk.ui.sync.keeper import SyncKeeper
from onestop_desk.ui.sync_wording import conflict_words, kind_words, parked_words, sync_words, way_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.wording import Sentence, Severity


class ConflictCard(QFrame):
    """Both sides of one conflict, and the supervisor's word about it."""

    def __init__(self, page: "SyncPage", found: Conflict) -> None:
        super().__init__()
        self.setObjectName("conflict_card")
        self.setProperty("role", "card")
        self._page, self.conflict = page, found
        self.reason = LabelledLine(self.tr("Lý do, đã xử lý thế nào"), "conflict_reason")
        self.stands = Button(self.tr("Để như sổ đang ghi"), "check", name="conflict_stands")
        self.followed = Button(self.tr("Đã xử lý xong"), "check", name="conflict_followed_up")
        self.stands.clicked.connect(partial(self._on_decided, Verdict.STANDS))
        self.followed.clicked.connect(partial(self._on_decided, Verdict.FOLLOWED_UP))
        self._assemble()

    def show_problem(self, error: Exception) -> None:
        """Say why it was not closed."""
        self.reason.set_problem(sentence_of(error).what)
        self.setEnabled(True)
        self.reason.setFocus()

    def _on_decided(self, verdict: Verdict, _checked: bool = False) -> None:
        self.setEnabled(False)
        self._page.decide(self, verdict, self.reason.text())

    def _assemble(self) -> None:
        found = self.conflict
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addWidget(Paragraph(f"{found.dossier.code} · {found.dossier.owner_name}", "heading"))
        column.addWidget(Paragraph(conflict_words(found), "strong"))
        if found.standing is not None:
            column.addWidget(Paragraph(self.tr("Trong sổ: {side}").format(side=_side_words(found.standing))))
        column.addWidget(Paragraph(self.tr("Đến sau: {side}").format(side=_side_words(found.late))))
        state = state_words(found.dossier, found.late.entry.recorded_at)
        column.addWidget(Paragraph(self.tr("Hồ sơ hiện nay: {state}.").format(state=state), "muted"))
        column.addWidget(self.reason)
        buttons = FlowLayout()
        buttons.addWidget(self.stands)
        buttons.addWidget(self.followed)
        column.addLayout(buttons)


class SyncPage(Page):
    """Shows how sync stands; decides conflicts."""

    def __init__(self, window: Any, desk: Desk, keeper: SyncKeeper, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đồng bộ"), parent)
        self.setObjectName("sync_page")
        self._window, self._desk, self._keeper = window, desk, keeper
        self._said = Paragraph("", "strong")
        self._said.setObjectName("sync_said")
        self._trouble = Paragraph("", "muted")
        self._trouble.setObjectName("sync_trouble")
        self._now = Button(self.tr("Đồng bộ ngay (F5)"), "sync", "primary", name="sync_now")
        self._model = PagedTable(self._columns(), window.jobs, self)
        self._table = RowTable(self._model, self.tr("Việc của máy này"))
        self._table.setObjectName("outbox_table")
        self._conflicts = QWidget()
        self._none = Paragraph(self.tr("Không có việc nào không khớp."), "muted")
        self._parked = Paragraph("", "strong")
        self._parked.setObjectName("sync_parked")
        self._parked.hide()
        self._cards: list[ConflictCard] = []
        self._beside = BesidePanel(window, desk)
        self._connect()
        self._assemble()
        self._model.open(whole_list(outbox.lines, desk))
        self.setFocusProxy(self._now)

    def entered(self) -> None:
        """Read anew."""
        self._keeper.tell()
        self._refresh()

    def cards(self) -> tuple[ConflictCard, ...]:
        """Return the conflicts shown."""
        return tuple(self._cards)

    def decide(self, card: ConflictCard, verdict: Verdict, reason: str) -> None:
        """Close a conflict with who and why."""
        found = card.conflict
        args = (self._desk, found.dossier.uid, (found.doubt.uid,), verdict, reason)
        self._window.jobs.run(conflict.decide, *args, done=self._on_decided, failed=card.show_problem)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Lúc"), lambda line: local_moment(line.at)),
            Column(self.tr("Việc"), lambda line: kind_words(line.kind), is_long=True),
            Column(self.tr("Hồ sơ"), lambda line: line.code or "–"),
            Column(self.tr("Tình trạng"), lambda line: way_words(line.way), is_long=True),
        )

    def _refresh(self) -> None:
        self._model.refresh()
        self._window.jobs.read(conflict.conflicts, self._desk, done=self._on_conflicts, key="conflicts")
        self._window.jobs.read(parking.parked, self._desk, done=self._on_parked, key="parked")
        self._beside.refresh()

    def _on_told(self, status: SyncStatus) -> None:
        self._said.setText(sync_words(status, self._desk.clock())[0])

    def _on_ended(self, outcome: RoundOutcome) -> None:
        told = "" if outcome.trouble is None else _told(sentence_of(outcome.trouble))
        self._trouble.setText(told)
        if self.isVisible():
            self._refresh()

    def _on_conflicts(self, found: tuple[Conflict, ...]) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._cards = [ConflictCard(self, one) for one in found]
        for card in self._cards:
            column.addWidget(card)
        self.column.replaceWidget(self._conflicts, fresh)
        self._conflicts.hide()
        self._conflicts.deleteLater()
        self._conflicts = fresh
        self._none.setVisible(not found)
        fresh.show()

    def _on_parked(self, found: tuple[ParkedLine, ...]) -> None:
        self._parked.setText(parked_words(found))
        self._parked.setVisible(bool(found))

    def _on_decided(self, _nothing: None) -> None:
        self._window.say(Sentence(self.tr("Đã ghi quyết định; các máy khác sẽ nhận được."), severity=Severity.INFO))
        self._keeper.nudge()
        self._refresh()

    def _on_sent(self, count: int) -> None:
        words = self.tr("{n} việc đã vào sổ và sẽ gửi ở lượt tới.").format(n=count)
        self._window.say(Sentence(words, severity=Severity.INFO))
        self._keeper.nudge()
        self._refresh()

    def _connect(self) -> None:
        self._now.clicked.connect(self._keeper.speak)
        self._keeper.told.connect(self._on_told)
        self._keeper.ended.connect(self._on_ended)
        self._beside.sent.connect(self._on_sent)

    def _assemble(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self._now)
        for widget in (self._said, self._trouble):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self.column.addWidget(Paragraph(self.tr("Không khớp, chờ tổ trưởng"), "heading"))
        self.column.addWidget(self._none)
        self.column.addWidget(self._conflicts)
        self.column.addWidget(self._parked)
        self.column.addWidget(self._beside)
        self.column.addWidget(Paragraph(self.tr("Việc của máy này"), "heading"))
        self.column.addWidget(self._table, 1)


def _side_words(side: OneSide) -> str:
    event: Any = side.entry.event
    where = f"{side.agency} · {translate('Line', 'quầy')} {side.counter}" if side.agency else ""
    parts = (step_words(event.kind), event_words(event), side.entry.by.name, where)
    return " · ".join(part for part in (*parts, local_moment(side.entry.recorded_at)) if part)


def _told(sentence: Sentence) -> str:
    return " ".join(part for part in (sentence.what, sentence.safe, sentence.do) if part)
