"""Ctrl+Enter, on both Enter keys: the key that does what a page is for."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

GO_KEYS = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, key).toCombined()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
)


def on_go(widget: QWidget, act: Callable[[], None]) -> None:
    """Act when the key is pressed once anywhere in a widget; held down, it acts no second time."""
    for keys in GO_KEYS:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
