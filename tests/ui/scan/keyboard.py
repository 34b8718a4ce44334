"""A keyboard and a scanner in one: key events with times of their own, sent to the window as the platform does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from onestop_desk.devices.scanner import Misread, Scan
from onestop_desk.ui.scan_filter import ScanFilter

CODE = "H31.20.11-261123-0034"
OTHER_CODE = "H31.20.11-261123-0035"
NUMBER = "034200012345"
CARD = "034200012345||Nguyen Van Mau|15082000|Nam|Thon 1, Xa Mau|01012024"
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
ENTER = Qt.Key.Key_Return
_SPECIAL = {"\r": ENTER, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space, "\b": Qt.Key.Key_Backspace}

Field = QLineEdit | QTextEdit | QPlainTextEdit
FIELDS: list[Callable[[], Field]] = [QLineEdit, QTextEdit, QPlainTextEdit]
W = TypeVar("W", bound=QWidget)


@dataclass
class Keyboard:
    """Presses and lets go keys at given times; `post` leaves the events in the queue."""

    receiver: QObject
    now: int = 100_000
    post: bool = False

    def type(self, text: str, gap: int = 10, hold: int = 2) -> "Keyboard":
        """Type each sign, `gap` ms after the one before."""
        for sign in text:
            key = _SPECIAL.get(sign) or (ord(sign.upper()) if sign.isascii() else Qt.Key.Key_unknown)
            self.send(PRESS, key, sign)
            self.now += hold
            self.send(RELEASE, key, sign)
            self.now += gap - hold
        return self

    def scan(self, text: str, end: str = "\r") -> "Keyboard":
        """Type as a scanner does."""
        return self.type(text + end)

    def pause(self, gap: int = 3_000) -> "Keyboard":
        """Let time pass."""
        self.now += gap
        return self

    def mark_all(self) -> "Keyboard":
        """Mark everything before the cursor of a line."""
        return self.send(PRESS, Qt.Key.Key_Home, "", SHIFT)

    def send(
        self, kind: QEvent.Type, key: int, text: str, modifiers: Qt.KeyboardModifier = NONE, repeats: bool = False
    ) -> "Keyboard":
        """Send one event, now."""
        event = QKeyEvent(kind, key, modifiers, text, repeats)
        event.setTimestamp(self.now)
        if self.post:
            QCoreApplication.postEvent(self.receiver, event)
        else:
            QCoreApplication.sendEvent(self.receiver, event)
        return self


@dataclass
class Ears:
    """Keeps what the filter says."""

    scans: list[Scan] = field(default_factory=list)
    misreads: list[Misread] = field(default_factory=list)

    @property
    def codes(self) -> list[str | None]:
        """The dossiers scanned."""
        return [scan.code for scan in self.scans]


def note(into: list[str], word: str) -> Callable[..., None]:
    """Return a slot that writes a word down."""

    def slot(*_: object) -> None:
        into.append(word)

    return slot


def shown(page: QWidget, widget: W) -> W:
    """Put a widget on the page and the focus on it."""
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    page.show()
    page.activateWindow()
    widget.setFocus()
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is widget
    return widget


def keyboard(page: QWidget) -> Keyboard:
    """Return a keyboard on the page's window."""
    return Keyboard(page.windowHandle())


def compose(field: QWidget, preedit: str = "", commit: str = "") -> None:
    """Do what an input method does."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


def settle(scans: ScanFilter) -> None:
    """Deliver at once what would be delivered after a tenth of a second of quiet."""
    scans.set_locked(True)
    scans.set_locked(False)


def text_of(field: Field) -> str:
    """Return a field's text."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def marked_of(field: Field) -> str:
    """Return the marked text."""
    return field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()


def place_of(field: Field) -> int:
    """Return where the cursor stands."""
    return field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
