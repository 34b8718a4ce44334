"""Nhận: what is on the way, confirmed item by item by scan or key, or not taken and why."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.text import clean
from onestop_desk.services import hand_over, holding
from onestop_desk.services.desk import Desk
from onestop_desk.services.holding import Held
from onestop_desk.services.line import DossierLine
from onestop_desk.services.progress import StepResult
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.hand_over.finding import meant_uid
from onestop_desk.ui.hand_over.pin_box import PinBox
from onestop_desk.ui.hand_over.rows import Mark, Row, place_words, row_of
from onestop_desk.ui.hand_over.scan_line import ScanLine
from onestop_desk.ui.hand_over.table import HeldTable
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.go_keys import on_go
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity, clock_words

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow


class TakePanel(QWidget):
    """Shows what one receiver (or everybody) still has to confirm, and what was settled here since the page opened."""

    def __init__(self, window: "MainWindow", desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("take_panel")
        self._window, self._desk = window, desk
        self._me = holding.held_as(desk)
        self._coming: tuple[Held, ...] = ()
        self._settled: dict[str, tuple[Held, str, bool]] = {}
        self._refused: dict[str, str] = {}
        self._under_way: set[str] = set()
        self._is_fresh = True
        self._to = QComboBox()
        self._to.setObjectName("take_to")
        self._to.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._to_box = FieldBox(self.tr("Gửi đến"), self._to)
        self._to.setAccessibleName(self.tr("Gửi đến"))
        self._pin = PinBox(desk, window.jobs)
        self._scans = ScanLine("take", self.tr("Quét hoặc gõ mã hồ sơ"), self.tr("Đã nhận {n} trên {total} hồ sơ"))
        self._table = HeldTable(self.tr("Hồ sơ đang chuyển đến"))
        self._table.setObjectName("take_table")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("take_said")
        self._take = Button(self.tr("Nhận hồ sơ đang chọn (Ctrl+Enter)"), "check", "primary", name="take_confirm")
        self._reason = CleanLineEdit(self.tr("Lý do không nhận"), self.tr("Ví dụ: thiếu giấy tờ, nhầm nơi nhận"))
        self._reason.setObjectName("take_reason")
        self._reason_box = FieldBox(self.tr("Lý do không nhận"), self._reason)
        self._decline = Button(self.tr("Không nhận hồ sơ đang chọn"), "undo", name="take_decline")
        self._connect()
        self._assemble()
        self._show_receivers()

    def entered(self) -> None:
        """Read anew what is on the way."""
        self._window.jobs.read(holding.coming, self._desk, done=self._on_read, key=(id(self), "coming"))

    def left(self) -> None:
        """Keep nothing: what was confirmed is recorded, and who confirmed with a PIN has gone."""
        self._pin.forget()

    def take_dossier(self, line: DossierLine) -> None:
        """Confirm a scanned dossier if it is on the way to the chosen receiver; otherwise say where it is."""
        self._scans.show_problem("")
        held = next(iter(holding.held(self._desk, [line.uid])), None)
        if line.uid in self._settled:
            self._show(line.uid)
        elif held is None or not held.is_on_the_way:
            self._tell_elsewhere(line.code, "" if held is None else place_words(held))
        elif self._chosen() in ("", held.holder):
            self._confirm(line.uid)
        else:
            self._offer_anyway(held)

    def take_absent(self, code: str) -> None:
        """Say beside the line that a scanned dossier is not on this machine."""
        self._scans.show_problem(self.tr("{code}: không có trên máy này, để riêng ra.").format(code=code))

    def _chosen(self) -> str:
        return str(self._to.currentData() or "")

    def _tell_elsewhere(self, code: str, place: str) -> None:
        what = self.tr("{code} không phải hồ sơ đang chuyển.").format(code=code)
        self._window.say(Sentence(what, place, severity=Severity.INFO))

    def _offer_anyway(self, held: Held) -> None:
        what = self.tr("{code} đang chuyển đến {to}, không phải nơi nhận đang chọn.")
        anyway = Offer(self.tr("Vẫn nhận"), partial(self._confirm, held.uid))
        self._window.say(Sentence(what.format(code=held.line.code, to=held.holder)), anyway)

    def _confirm(self, uid: str) -> None:
        if uid in self._under_way or uid in self._settled:
            return
        self._under_way.add(uid)
        said = self.tr("Đã nhận lúc {time}").format(time=clock_words(self._window.now()))
        done = partial(self._on_settled, said, True)
        failed = partial(self._on_failed, uid)
        who = self._pin.who()
        by = self._me if who is None else holding.held_word(self._desk, who)
        self._window.jobs.run(hand_over.take_over, self._desk, [uid], by, who, done=done, failed=failed)

    def _on_take(self) -> None:
        uid = self._open_key()
        if uid:
            self._confirm(uid)

    def _on_decline(self) -> None:
        uid, reason = self._open_key(), clean(self._reason.text())
        if not uid or uid in self._under_way:
            return
        if not reason:
            self._reason_box.show_problem(self.tr("Ghi lý do không nhận."))
            self._reason.setFocus()
            return
        self._under_way.add(uid)
        said = self.tr("Không nhận: {reason}").format(reason=reason)
        done, failed = partial(self._on_settled, said, False), partial(self._on_failed, uid)
        self._window.jobs.run(hand_over.decline, self._desk, [uid], reason, done=done, failed=failed)

    def _open_key(self) -> str:
        key = self._table.current_key()
        return key if any(held.uid == key for held in self._coming) else ""

    def _on_settled(self, said: str, is_taken: bool, results: Sequence[StepResult]) -> None:
        for result in results:
            self._under_way.discard(result.uid)
            held = next((one for one in self._coming if one.uid == result.uid), None)
            if result.error is not None:
                self._refused[result.uid] = sentence_of(result.error).what
            elif held is not None:
                self._settled[result.uid] = (held, said, is_taken)
                self._reason.clear()
            self._coming = tuple(one for one in self._coming if one.uid not in self._settled)
        self._show_receivers()
        self._show(next((held.uid for held in self._coming if self._is_shown(held)), ""))
        self.entered()

    def _on_failed(self, uid: str, error: Exception) -> None:
        self._under_way.discard(uid)
        self._window.errors.report(error)

    def _on_read(self, coming: tuple[Held, ...]) -> None:
        self._coming = coming
        for held in coming:  # handed over again since it was settled here
            self._settled.pop(held.uid, None)
        self._show_receivers()
        self._show()

    def _show_receivers(self) -> None:
        """Offer everybody to whom something is on the way; at first what is for who works here, if there is any."""
        waiting = Counter(held.holder for held in self._coming)
        chosen = self._me if self._is_fresh and waiting[self._me] else self._chosen()
        self._is_fresh = self._is_fresh and not waiting
        names = [self._me, *sorted({*waiting, chosen} - {self._me, ""})]
        self._to.blockSignals(True)
        self._to.clear()
        self._to.addItem(self.tr("Tất cả ({n})").format(n=waiting.total()), "")
        for name in names:
            label = self.tr("Tôi: {name}").format(name=name) if name == self._me else name
            self._to.addItem(f"{label} ({waiting[name]})", name)
        self._to.setCurrentIndex(max(0, self._to.findData(chosen)))
        self._to.blockSignals(False)

    def _on_confirming(self, who: ClerkWord | None) -> None:
        """Show what is on the way to the one who confirms now."""
        at = -1 if who is None else self._to.findData(holding.held_word(self._desk, who))
        if at >= 0:
            self._to.setCurrentIndex(at)
            self._is_fresh = False
        self._show()
        self._scans.setFocus()

    def _on_receiver(self, _at: int) -> None:
        self._is_fresh = False
        self._show()

    def _show(self, key: str = "") -> None:
        rows = self._rows()
        self._table.show_rows(rows, key)
        settled = [one for one in self._settled.values() if self._is_shown(one[0])]
        taken = sum(is_taken for _, _, is_taken in settled)
        waiting = len(rows) - len(settled)
        self._scans.show_count(taken, taken + waiting)
        declined = len(settled) - taken
        self._said.setText(self._words(waiting, declined))
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_open = bool(self._open_key())
        self._take.setEnabled(is_open)
        self._decline.setEnabled(is_open)

    def _words(self, waiting: int, declined: int) -> str:
        words = self.tr("Còn {n} hồ sơ chờ xác nhận.").format(n=waiting) if waiting else self.tr("Không còn hồ sơ nào.")
        return f"{words} {self.tr('Không nhận {n}.').format(n=declined)}" if declined else words

    def _rows(self) -> tuple[Row, ...]:
        waiting = [held for held in self._coming if self._is_shown(held)]
        wrong = [held for held in waiting if held.uid in self._refused]
        done = [one for one in self._settled.values() if self._is_shown(one[0])]
        return (
            *(row_of(held, Mark.WRONG, self._refused[held.uid]) for held in wrong),
            *(row_of(held, Mark.OPEN, place_words(held)) for held in waiting if held not in wrong),
            *(row_of(held, Mark.TICKED if taken else Mark.PLAIN, said) for held, said, taken in reversed(done)),
        )

    def _is_shown(self, held: Held) -> bool:
        return self._chosen() in ("", held.holder)

    def _on_toggled(self, key: str) -> None:
        if key == self._open_key():
            self._confirm(key)
        else:
            self._show(key)

    def _on_typed(self, text: str) -> None:
        uid, problem = meant_uid(self._desk, text, self._table.held_model.rows())
        if problem:
            self._scans.show_problem(problem)
            return
        self._scans.accept()
        self.take_dossier(holding.held(self._desk, [uid])[0].line)

    def _on_current(self, *_: object) -> None:
        self._show_buttons()

    def _connect(self) -> None:
        self._to.activated.connect(self._on_receiver)
        self._pin.changed.connect(self._on_confirming)
        self._scans.typed.connect(self._on_typed)
        self._table.held_model.toggled.connect(self._on_toggled)
        self._table.selectionModel().currentChanged.connect(self._on_current)
        self._take.clicked.connect(self._on_take)
        self._decline.clicked.connect(self._on_decline)
        on_go(self, self._on_take)

    def _assemble(self) -> None:
        foot = FlowLayout(across=8, down=6)
        foot.addWidget(self._take)
        foot.addWidget(self._decline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._to_box)
        column.addWidget(self._pin)
        column.addWidget(self._scans)
        column.addWidget(self._table, 1)
        column.addWidget(self._said)
        column.addWidget(self._reason_box)
        column.addLayout(foot)
        self.setFocusProxy(self._scans)
