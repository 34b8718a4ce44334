"""Steps for several dossiers at once (F7): took over, finished, noted; each answers for itself."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.events import Finished, Noted, TakenOver
from onestop_desk.domain.money import format_number
from onestop_desk.domain.text import clean
from onestop_desk.services import holding
from onestop_desk.services.desk import Desk
from onestop_desk.services.progress import StepResult, take_each
from onestop_desk.services.step import Step
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.announce import announce
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.segments import Segments

MOST_AT_ONCE = 500
_MOST_EXPLAINED = 20
_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Deed(StrEnum):
    """What can be done to several dossiers at once."""

    TAKE_OVER = "take_over"
    FINISH = "finish"
    NOTE = "note"


class BatchBar(QFrame):
    """Acts on `chosen()`, the uids of the selected rows; `done` when something is recorded, `failed` with an error."""

    done = Signal()
    failed = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, chosen: Callable[[], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("batch_bar")
        self.setProperty("role", "card")
        self._desk, self._jobs, self._chosen = desk, jobs, chosen
        self._is_busy = False
        self._deeds = Segments("batch_deed", self.tr("Việc cần làm"), self._choices())
        self._deeds.set_value(Deed.TAKE_OVER)
        self._text = CleanLineEdit(self.tr("Nội dung"))
        self._text.setObjectName("batch_text")
        self._box = FieldBox(self.tr("Nội dung"), self._text)
        self._go = Button("", "check", "primary")
        self._go.setObjectName("batch_go")
        self._said = Paragraph("", "strong")
        self._said.setObjectName("batch_said")
        self._refused = Paragraph("", "problem")
        self._refused.setObjectName("batch_refused")
        self._connect()
        self._assemble()
        self.show_count(0)
        self._show_deed()

    def show_count(self, count: int) -> None:
        """Show how many dossiers are selected."""
        words = self.tr("Làm với {n} hồ sơ đã chọn (Ctrl+Enter)").format(n=format_number(count))
        self._go.setText(words)
        self._go.setEnabled(count > 0 and not self._is_busy)

    def forget(self) -> None:
        """Say no more what became of the last batch: another list is shown."""
        self._say("", ())

    def _deed(self) -> Deed:
        return Deed(str(self._deeds.value()))

    def _choices(self) -> tuple[tuple[Deed, str], ...]:
        return (
            (Deed.TAKE_OVER, self.tr("Nhận bàn giao")),
            (Deed.FINISH, self.tr("Có kết quả")),
            (Deed.NOTE, self.tr("Ghi chú")),
        )

    def _show_deed(self) -> None:
        deed = self._deed()
        self._box.setVisible(deed is not Deed.TAKE_OVER)
        self._box.set_name(self.tr("Kết quả (giấy tờ cấp ra)") if deed is Deed.FINISH else self.tr("Ghi chú"))
        self._box.show_problem("")

    def _on_deed(self, _value: object) -> None:
        self._show_deed()
        if self._box.isVisible():
            self._text.setFocus()

    def _on_go(self) -> None:
        uids = self._chosen()
        if self._is_busy or not uids:
            return
        text = clean(self._text.text())
        if self._deed() is not Deed.TAKE_OVER and not text:
            self._box.show_problem(self.tr("Chưa nhập."))
            self._text.setFocus()
            return
        if len(uids) > MOST_AT_ONCE:
            self._say(self.tr("Mỗi lần làm được nhiều nhất {n} hồ sơ.").format(n=MOST_AT_ONCE), ())
            return
        self._set_busy(True)
        self._jobs.run(_take, self._desk, uids, self._deed(), text, done=self._on_taken, failed=self._on_failed)

    def _on_taken(self, results: tuple[StepResult, ...]) -> None:
        self._set_busy(False)
        done = sum(result.is_done for result in results)
        words = self.tr("Đã ghi {n} trên {total} hồ sơ.").format(n=done, total=len(results))
        refused = [sentence_of(result.error).what for result in results if result.error is not None]
        self._say(words, refused)
        self._deeds.take_focus()  # the button is disabled meanwhile: the focus stays by the answer
        if done:
            self._text.clear()
            self.done.emit()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.failed.emit(error)

    def _say(self, words: str, refused: Sequence[str]) -> None:
        more = len(refused) - _MOST_EXPLAINED
        lines = [*refused[:_MOST_EXPLAINED], *([self.tr("… và {n} hồ sơ khác.").format(n=more)] if more > 0 else [])]
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._refused.setText("\n".join(lines))
        self._refused.setVisible(bool(lines))
        if words:
            announce(self._said)

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.show_count(len(self._chosen()))

    def _connect(self) -> None:
        self._deeds.chosen.connect(self._on_deed)
        self._go.clicked.connect(self._on_go)
        for key in _GO:
            combination = QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
            shortcut = QShortcut(QKeySequence(combination.toCombined()), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._on_go)

    def _assemble(self) -> None:
        foot = FlowLayout(across=8, down=6)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._said, self._refused, self._deeds, self._box):
            column.addWidget(part)
        column.addLayout(foot)
        self._say("", ())


def _take(desk: Desk, uids: Sequence[str], deed: Deed, text: str) -> tuple[StepResult, ...]:
    step = _step(desk, deed, text)
    return take_each(desk, [(uid, step) for uid in uids])


def _step(desk: Desk, deed: Deed, text: str) -> Step:
    now = desk.clock()
    match deed:
        case Deed.TAKE_OVER:
            return TakenOver(now, holding.held_as(desk))
        case Deed.FINISH:
            return Finished(now, tuple(part for part in map(clean, text.split(";")) if part))
    return Noted(now, text)
