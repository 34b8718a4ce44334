"""Message strips: what happened, without stopping the work; at most three, an undo counts down in one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import IconLabel, Paragraph, set_plain_tooltip
from onestop_desk.ui.wording import Sentence, Severity

UNDO_SECONDS = 10
INFO_SECONDS = 10
_MOST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A button on a strip: its words, what it does, and after how many seconds it goes (0: it stays). One that
    takes something back is there for all its seconds, whatever news comes."""

    text: str
    act: Callable[[], None]
    seconds: int = 0
    takes_back: bool = False


class Strip(QFrame):
    """One message with the look of its severity, an optional offer and a way to close it."""

    acted = Signal()
    expired = Signal()
    closed = Signal()
    focus_freed = Signal()

    def __init__(self, sentence: Sentence, offer: Offer | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self._offer = sentence, offer
        self._left = offer.seconds if offer else 0
        if self._left == 0 and offer is None and sentence.severity is Severity.INFO:
            self._left = INFO_SECONDS
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        if self._left:
            self._timer.start()

    def also_offer(self, offer: Offer) -> None:
        """Put a second way out beside the first."""
        button = Button(offer.text, name="strip_other")
        button.clicked.connect(partial(self._on_other, offer.act))
        self._row.insertWidget(self._row.indexOf(self._close), button)

    def is_passed_by(self, sentence: Sentence, offer: Offer | None) -> bool:
        """Tell whether a newer message makes this one old: the same again, or news after news."""
        if offer is None and self.sentence == sentence:
            return True
        is_news = self.sentence.severity is sentence.severity is Severity.INFO
        return is_news and not (self._offer is not None and self._offer.takes_back)

    def seconds_left(self) -> int:
        """Return the seconds until the strip goes by itself; 0 if it stays."""
        return self._left

    def _build(self) -> None:
        severity = self.sentence.severity.value
        self.setObjectName("strip")
        self.setProperty("severity", severity)
        self._what = Paragraph(self.sentence.what, "strong")
        self._detail = Paragraph(self.sentence.detail, parent=self)  # shown without one, it would be a window
        self._detail.setVisible(bool(self.sentence.detail))
        self._action = Button(self._action_text(), parent=self, name="strip_action")
        self._action.setVisible(self._offer is not None)
        self._action.clicked.connect(self._on_action)
        self._close = Button("", "close", "quiet", name="strip_close")
        self._close.setAccessibleName(self.tr("Đóng thông báo"))
        set_plain_tooltip(self._close, self.tr("Đóng thông báo"))
        self._close.clicked.connect(self._on_close)
        self._assemble(IconLabel(severity, severity, 22))
        self.setAccessibleName(f"{self.sentence.what} {self.sentence.detail}".strip())

    def _assemble(self, mark: IconLabel) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._detail)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def _action_text(self) -> str:
        if self._offer is None:
            return ""
        return f"{self._offer.text} ({self._left})" if self._left else self._offer.text

    def tick(self) -> None:
        """Let a second pass; news waits while the pointer rests on it."""
        if not self._left or (self.underMouse() and self._offer is None):
            return
        self._left -= 1
        self._action.setText(self._action_text())
        if self._left <= 0:
            self._end(self.expired)

    def _on_action(self) -> None:
        if self._offer is not None and self._timer.isActive() == bool(self._offer.seconds):
            offer, self._offer = self._offer, None
            self._end(self.acted)
            offer.act()

    def _on_other(self, act: Callable[[], None], _checked: bool = False) -> None:
        self._end(self.acted)
        act()

    def _on_close(self) -> None:
        self._end(self.closed)

    def _end(self, signal: SignalInstance) -> None:
        self._timer.stop()
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.focus_freed.emit()
        self.hide()
        signal.emit()
        self.deleteLater()


class StripArea(QWidget):
    """The place for strips: newest on top, the same message once, faults stay longest.

    `focus_freed` when a strip that had the focus goes: the work should have it back.
    """

    focus_freed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_sentence(self, sentence: Sentence, offer: Offer | None = None) -> Strip:
        """Show a message and return its strip; news takes the place of the news before it, unless that offers a way
        back; an equal message without an offer is replaced."""
        for old in self.strips():
            if old.is_passed_by(sentence, offer):
                self._drop(old)
        strip = Strip(sentence, offer, self)
        for ended in (strip.acted, strip.expired, strip.closed):
            ended.connect(self._on_ended)
        strip.focus_freed.connect(self.focus_freed)
        self._column.insertWidget(0, strip)
        strip.show()
        self._make_room(strip)
        self.show()
        import_module("onestop_desk.ui.widgets.announce").announce(strip)
        return strip

    def strips(self) -> list[Strip]:
        """Return the strips shown, newest first."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        return [w for item in items if item and isinstance(w := item.widget(), Strip)]

    def remove(self, strip: Strip) -> None:
        """Take a strip away: what it said is no longer so."""
        self._drop(strip)
        self._on_ended()

    def clear(self) -> None:
        """Take all strips away."""
        for strip in self.strips():
            self._drop(strip)
        self._on_ended()

    def _make_room(self, newest: Strip) -> None:
        order = {Severity.INFO: 0, Severity.PERSON: 1, Severity.FAULT: 2}
        others = [s for s in reversed(self.strips()) if s is not newest]
        others.sort(key=lambda strip: order[strip.sentence.severity])
        for strip in others[: len(others) + 1 - _MOST]:
            self._drop(strip)

    def _drop(self, strip: Strip) -> None:
        self._column.removeWidget(strip)
        strip.hide()
        strip.deleteLater()

    def _on_ended(self) -> None:
        for strip in self.strips():
            if strip.isHidden():
                self._column.removeWidget(strip)
        self.setVisible(bool(self.strips()))
