"""Key events as strokes: what the scanner's capture needs to know of them, and copies that can be sent later."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from onestop_desk.devices.scanner.capture import Stroke, StrokeKind

_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SILENT: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Mode_switch,
    }
)
_MUTE: Final = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_Escape, Qt.Key.Key_Delete})
_DEAD: Final = {
    Qt.Key.Key_Dead_Grave: "\u0300",
    Qt.Key.Key_Dead_Acute: "\u0301",
    Qt.Key.Key_Dead_Tilde: "\u0303",
    Qt.Key.Key_Dead_Hook: "\u0309",
    Qt.Key.Key_Dead_Belowdot: "\u0323",
    Qt.Key.Key_Dead_Circumflex: "^",
    Qt.Key.Key_Dead_Diaeresis: "¨",
}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALTGR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def is_silent(event: QKeyEvent) -> bool:
    """Tell whether the key only prepares others: Shift and the locks, which scanners press as well."""
    return event.key() in _SILENT


def stroke_of(event: QKeyEvent, *, is_reading: bool, is_off: bool) -> Stroke:
    """Describe a key press; a dead key is a character only within a burst."""
    kind = _kind_of(event)
    text = event.text() if kind is StrokeKind.CHARACTER else ""
    if kind is StrokeKind.OTHER and is_reading and event.key() in _DEAD:
        kind, text = StrokeKind.CHARACTER, _DEAD[Qt.Key(event.key())]
    return Stroke(kind, text, event.timestamp() or None, event.isAutoRepeat(), is_off)


def _kind_of(event: QKeyEvent) -> StrokeKind:
    text, commands = event.text(), event.modifiers() & _COMMANDS
    if event.key() in _ENDS or text in {"\r", "\n", "\t"}:
        return StrokeKind.END
    if event.key() in _MUTE:
        return StrokeKind.MUTE
    if commands and not (commands == _ALTGR and text.isprintable() and text):
        return StrokeKind.MUTE
    if event.key() == Qt.Key.Key_Backspace:
        return StrokeKind.ERASE
    return StrokeKind.CHARACTER if text else StrokeKind.OTHER


Signature = tuple[QEvent.Type, int, int, int, str, bool]


def signature(event: QKeyEvent) -> Signature:
    """Return what a key event keeps on its way from the window to the widget and on to its parents."""
    return (
        event.type(),
        event.timestamp(),
        event.key(),
        event.modifiers().value,
        event.text(),
        event.isAutoRepeat(),
    )


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """Return an equal event that outlives the one being delivered."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def commit_of(event: QInputMethodEvent) -> QInputMethodEvent:
    """Return an event that commits the same text, without what was being composed."""
    copy = QInputMethodEvent()
    copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return copy
