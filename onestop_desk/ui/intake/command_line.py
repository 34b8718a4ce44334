"""A suggesting line that lets the page's keys through while its list is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from onestop_desk.ui.widgets.suggest import SuggestLineEdit

_COMMANDS = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandLine(SuggestLineEdit):
    """Qt gives an open list every key, and shortcuts none: `commanded` carries Ctrl or Alt combinations then."""

    commanded = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the list on a command and pass it on; Enter closes it and is told of."""
        if not self.list_view().isVisible():
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers in _COMMANDS and event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.close_list()
            self.commanded.emit(event.keyCombination().toCombined())
            event.accept()
        elif event.key() in ENTERS and not self.list_view().currentIndex().isValid():
            self.close_list()
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
