"""Text fields under a scan: show a key that is still being judged, and put back what an input method wrote."""

from dataclasses import dataclass
from typing import Protocol, Self

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


def is_secret(widget: QWidget | None) -> bool:
    """Tell whether the widget is a password field, where nothing is ever captured."""
    if isinstance(widget, QLineEdit):
        return widget.echoMode() is not QLineEdit.EchoMode.Normal
    hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    return widget is not None and bool(widget.inputMethodHints() & hints)


class Preview:
    """Shows a held character where it will stand, as input methods do: it is seen at once, and neither text, signals
    of a line edit, nor undo know of it."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self._field: QWidget | None = None
        self._shown = ""

    def show(self, widget: QWidget | None, text: str) -> None:
        """Show `text` at the cursor, where the field would surely take it."""
        if widget is None or not text.isprintable() or not _would_take(widget, text):
            self.clear()
            return
        if self._field is not widget:
            self.clear()
        self._field, self._shown = widget, text
        _compose(widget, text)

    def clear(self) -> None:
        """Take the character away again."""
        field, shown = self._field, self._shown
        self._field, self._shown = None, ""
        if field is not None and shown and isValid(field):
            _compose(field, "")


def _compose(field: QWidget, text: str) -> None:
    cursor = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(text), 1, None)
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, [cursor] if text else []))


def _would_take(field: QWidget, text: str) -> bool:
    if isinstance(field, QLineEdit):
        is_plain = not (field.hasSelectedText() or field.inputMask() or field.validator() or field.isReadOnly())
        return is_plain and len(field.text()) + len(text) <= field.maxLength()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return not (field.isReadOnly() or field.overwriteMode() or field.textCursor().hasSelection())
    return False


class _Memory(Protocol):
    """A field as it was."""

    def restore(self) -> None:
        """Put it back."""


def remember(widget: QWidget | None) -> _Memory | None:
    """Note how a text field stands, so that it can be put back; None where there is nothing to note."""
    if isinstance(widget, QLineEdit):
        return _LineMemory.of(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return _TextMemory.of(widget)
    return None


@dataclass(frozen=True, slots=True)
class _LineMemory:
    field: QLineEdit
    text: str
    cursor: int
    start: int
    length: int

    @classmethod
    def of(cls, field: QLineEdit) -> Self:
        return cls(field, field.text(), field.cursorPosition(), field.selectionStart(), len(field.selectedText()))

    def restore(self) -> None:
        """Undo what was written; undo takes the clerk's own last word with it, so type that again."""
        if not isValid(self.field):
            return
        if self.field.text() != self.text:
            self.field.undo()
        if self.field.text() != self.text:
            first, removed, typed = _difference(self.field.text(), self.text)
            self.field.setSelection(first, removed)
            self.field.insert(typed)
        if self.length and self.cursor == self.start:
            self.field.setSelection(self.start + self.length, -self.length)
        elif self.length:
            self.field.setSelection(self.start, self.length)
        else:
            self.field.setCursorPosition(self.cursor)


@dataclass(frozen=True, slots=True)
class _TextMemory:
    field: QTextEdit | QPlainTextEdit
    text: str
    anchor: int
    position: int

    @classmethod
    def of(cls, field: QTextEdit | QPlainTextEdit) -> Self:
        cursor = field.textCursor()
        return cls(field, field.toPlainText(), cursor.anchor(), cursor.position())

    def restore(self) -> None:
        """Undo what was written; undo takes the clerk's own last words with it, so type those again."""
        if not isValid(self.field):
            return
        if self.field.toPlainText() != self.text:
            self.field.undo()
        cursor = self.field.textCursor()
        if self.field.toPlainText() != self.text:
            first, removed, typed = _difference(self.field.toPlainText(), self.text)
            cursor.setPosition(first)
            cursor.setPosition(first + removed, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(typed)
        cursor.setPosition(self.anchor)
        cursor.setPosition(self.position, QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)


def _difference(now: str, before: str) -> tuple[int, int, str]:
    """Return where, how many characters go, and what comes, to make `before` of `now`."""
    shorter = min(len(now), len(before))
    first = next((place for place in range(shorter) if now[place] != before[place]), shorter)
    tails = range(shorter - first)
    last = next((place for place in tails if now[-1 - place] != before[-1 - place]), shorter - first)
    return first, len(now) - first - last, before[first : len(before) - last]
