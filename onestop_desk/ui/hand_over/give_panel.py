"""Giao: choose the receiver, tick by scan or code, hand over with Ctrl+Enter, take it back within ten seconds."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.services import hand_over, holding, issue, lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Listed, Receiver
from onestop_desk.services.holding import Held
from onestop_desk.services.progress import StepResult
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.hand_over.draft_keeper import DraftKeeper
from onestop_desk.ui.hand_over.finding import meant_uid
from onestop_desk.ui.hand_over.form import GiveForm
from onestop_desk.ui.hand_over.receiver_box import ReceiverBox
from onestop_desk.ui.hand_over.rows import Mark, count_ticked, give_rows
from onestop_desk.ui.hand_over.scan_line import ScanLine
from onestop_desk.ui.hand_over.table import HeldTable
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.go_keys import GO_KEYS, on_go
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.strip import UNDO_SECONDS, Offer
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the register says about a list in the making: what could go, where the picked ones are, and the uids of
    scanned codes that were not here when they were scanned."""

    ready: tuple[Held, ...] = ()
    picked: tuple[Held, ...] = ()
    arrived: tuple[tuple[str, str], ...] = ()


class GivePanel(QWidget):
    """Holds the list in the making; it is a draft until it is handed over."""

    def __init__(self, window: "MainWindow", desk: Desk, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("give_panel")
        self._window, self._desk, self._room = window, desk, room
        self._form, self._at_hand = GiveForm(), AtHand()
        self._known: dict[str, Held] = {}
        self._refused: dict[str, str] = {}
        self._is_busy = False
        self._receiver = ReceiverBox(desk, window.jobs)
        self._scans = ScanLine("give", self.tr("Quét hoặc gõ mã hồ sơ"), self.tr("Đã chọn {n} trên {total} hồ sơ"))
        self._table = HeldTable(self.tr("Hồ sơ có thể bàn giao"))
        self._table.setObjectName("give_table")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("give_said")
        self._go = Button(self.tr("Bàn giao, in danh sách (Ctrl+Enter)"), "handover", "primary", name="give_go")
        self._clear = Button(self.tr("Bỏ chọn hết"), "delete", "quiet", name="give_clear")
        self._drafts = DraftKeeper(desk, window.jobs, self.form, self)
        self._connect()
        self._assemble()
        self._begin()

    def form(self) -> GiveForm:
        """Return the list in the making."""
        return replace(self._form, kind=self._receiver.kind(), to=self._receiver.text())

    def entered(self) -> None:
        """Read anew what could go and to whom."""
        self._receiver.refresh()
        self._reload()

    def left(self) -> None:
        """Keep what was begun."""
        self._drafts.keep_if_changed()

    def take_dossier(self, uid: str) -> None:
        """Tick a dossier that was scanned or typed."""
        self._scans.show_problem("")
        self._refused.pop(uid, None)
        self._known.update({one.uid: one for one in holding.held(self._desk, [uid])})  # it may have moved meanwhile
        self._change(self._form.with_picked(uid), uid)

    def take_absent(self, code: str) -> None:
        """Keep the code of a dossier that is not on this machine, explained in its row."""
        self._change(self._form.with_absent(code), code)

    def _begin(self) -> None:
        kept = self._drafts.restored()
        self._form = kept
        self._receiver.show_receiver(kept.kind, kept.to)
        self._show()
        if kept.picked or kept.absent:
            words = self.tr("Danh sách bàn giao đang làm dở đã được mở lại.")
            self._window.say(Sentence(words, severity=Severity.INFO))

    def _change(self, form: GiveForm, key: str = "") -> None:
        self._form = form
        self._drafts.note_change()
        self._show(key)

    def _show(self, key: str = "") -> None:
        rows = give_rows(self._form, self._at_hand.ready, self._known, self._refused)
        self._table.show_rows(rows, key)
        ticked, total = count_ticked(rows)
        self._scans.show_count(ticked, total)
        self._clear.setEnabled(not self._is_busy and bool(self._form.picked or self._form.absent))
        wrong = sum(row.mark is Mark.WRONG for row in rows)
        self._said.setText(self._words(len(rows), wrong))

    def _words(self, count: int, wrong: int) -> str:
        if wrong:
            return self.tr("{n} hồ sơ không đi được, xem ở đầu bảng. Phím Delete bỏ khỏi bảng.").format(n=wrong)
        return self.tr("Phím cách chọn hoặc bỏ chọn.") if count else self.tr("Không có hồ sơ nào chờ bàn giao.")

    def _reload(self) -> None:
        self._window.jobs.read(_at_hand, self._desk, self._form, done=self._on_read, key=(id(self), "at_hand"))

    def _on_read(self, at_hand: AtHand) -> None:
        self._at_hand = at_hand
        self._known.update({one.uid: one for one in (*at_hand.ready, *at_hand.picked)})
        for code, uid in at_hand.arrived:
            self._form = self._form.without(code).with_picked(uid)
        self._show()

    def _on_toggled(self, key: str) -> None:
        is_in = key in (*self._form.picked, *self._form.absent)
        self._refused.pop(key, None)
        self._change(self._form.without(key) if is_in else self._form.with_picked(key), key)

    def _on_typed(self, text: str) -> None:
        uid, problem = meant_uid(self._desk, text, self._table.held_model.rows())
        if problem:
            self._scans.show_problem(problem)
            return
        self._scans.accept()
        self.take_dossier(uid)

    def _on_clear(self) -> None:
        before = self._form
        self._change(replace(self._form, picked=(), absent=()))
        undo = Offer(self.tr("Hoàn tác"), partial(self._change, before), UNDO_SECONDS, takes_back=True)
        self._window.say(Sentence(self.tr("Đã bỏ chọn hết."), severity=Severity.INFO), undo)

    def _on_receiver(self) -> None:
        self._drafts.note_change()

    def _on_commanded(self, combination: int) -> None:
        if combination in GO_KEYS:
            self._on_go()

    def _on_go(self) -> None:
        if self._is_busy:
            return
        self._receiver.close_list()
        uids = [row.key for row in self._table.held_model.rows() if row.mark is Mark.TICKED]
        self._scans.show_problem("" if uids else self.tr("Chưa chọn hồ sơ nào: quét, gõ mã hoặc nhấn phím cách."))
        if not uids:
            self._scans.setFocus()
            return
        receiver = self._receiver.receiver()
        if receiver is not None:
            self._set_busy(True)
            done = partial(self._on_handed_over, self.form(), receiver)
            self._window.jobs.run(issue.hand_over_list, self._desk, receiver, uids, done=done, failed=self._on_failed)

    def _on_handed_over(self, form: GiveForm, receiver: Receiver, listed: Listed) -> None:
        self._set_busy(False)
        gone = [result.uid for result in listed.results if result.is_done]
        self._refused = {one.uid: sentence_of(one.error).what for one in listed.results if one.error is not None}
        self._form = self._form.without(*gone)
        if gone:
            self._receiver.show_receiver(receiver.kind, "")
            self._room.hand_in()
            self._tell(form, receiver, listed, gone)
        self._drafts.keep_now()
        self._known = {uid: held for uid, held in self._known.items() if uid not in gone}
        self._at_hand = replace(self._at_hand, ready=tuple(h for h in self._at_hand.ready if h.uid not in gone))
        self._show()
        self.entered()
        self._scans.setFocus()

    def _tell(self, form: GiveForm, receiver: Receiver, listed: Listed, gone: list[str]) -> None:
        words = self.tr("Đã bàn giao {n} hồ sơ cho {to}, danh sách số {serial}. Danh sách đang in.")
        what = words.format(n=len(gone), to=receiver.name, serial=listed.serial)
        left = len(listed.results) - len(gone)
        do = self.tr("{n} hồ sơ không đi được, xem ở đầu bảng.").format(n=left) if left else ""
        undo = Offer(self.tr("Hoàn tác"), partial(self._undo, form, gone), UNDO_SECONDS, takes_back=True)
        self._window.say(Sentence(what, "", do, severity=Severity.INFO), undo)

    def _undo(self, form: GiveForm, gone: list[str]) -> None:
        self._set_busy(True)
        reason = self.tr("Hoàn tác bàn giao ngay tại quầy")
        done = partial(self._on_undone, form)
        self._window.jobs.run(hand_over.decline, self._desk, gone, reason, done=done, failed=self._on_failed)

    def _on_undone(self, form: GiveForm, results: tuple[StepResult, ...]) -> None:
        self._set_busy(False)
        back = [result.uid for result in results if result.is_done]
        for uid in (uid for uid in form.picked if uid in back):
            self._form = self._form.with_picked(uid)
        self._receiver.show_receiver(form.kind, form.to)
        self._drafts.note_change()
        self._known = {uid: held for uid, held in self._known.items() if uid not in back}
        words = self.tr("Đã hoàn tác bàn giao {n} hồ sơ.").format(n=len(back))
        do = self.tr("Danh sách vừa in không còn dùng được, hãy bỏ đi.")
        self._window.say(Sentence(words, "", do, severity=Severity.INFO))
        self.entered()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._window.errors.report(error)
        self._reload()

    def _on_closing(self) -> None:
        self._drafts.keep_if_changed()

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for part in (self._receiver, self._table, self._go, self._clear):
            part.setEnabled(not is_busy)

    def _connect(self) -> None:
        self._receiver.changed.connect(self._on_receiver)
        self._receiver.commanded.connect(self._on_commanded)
        self._scans.typed.connect(self._on_typed)
        self._table.held_model.toggled.connect(self._on_toggled)
        self._go.clicked.connect(self._on_go)
        self._clear.clicked.connect(self._on_clear)
        self._window.closing.connect(self._on_closing)
        on_go(self, self._on_go)

    def _assemble(self) -> None:
        foot = FlowLayout(across=8, down=6)
        foot.addWidget(self._go)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._receiver)
        column.addWidget(self._scans)
        column.addWidget(self._table, 1)
        column.addWidget(self._said)
        column.addLayout(foot)
        self.setFocusProxy(self._scans)


def _at_hand(desk: Desk, form: GiveForm) -> AtHand:
    arrived = [(code, lines[0].uid) for code in form.absent if (lines := lookup.by_code(desk, code))]
    picked = holding.held(desk, [*form.picked, *(uid for _, uid in arrived)])
    return AtHand(holding.ready_to_go(desk), picked, tuple(arrived))
