"""The window before anybody has signed in: set-up, signing in, or why the desk cannot open."""

from importlib import import_module
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.errors import ErrorDesk
from onestop_desk.ui.header import Header, OfficeLine
from onestop_desk.ui.widgets.strip import Offer, Strip, StripArea
from onestop_desk.ui.wording import Sentence

SMALLEST = QSize(1024, 640)
_COLUMN = 680


class FrontDoor(QMainWindow):
    """One page in the middle of the window, under the same head as the work; `closed` when a person closes it."""

    closed = Signal()
    look_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("front_door")
        self.setMinimumSize(SMALLEST)
        self.errors = ErrorDesk(self)
        self.header = Header(theme.current())
        self.strips = StripArea()
        self._room = QScrollArea()
        self._page: QWidget | None = None
        self._is_left = False
        self._guide: Any = None
        self._assemble()
        shortcut = QShortcut(QKeySequence("F1"), self)
        shortcut.activated.connect(self.show_guide)
        self.header.help_asked.connect(self.show_guide)
        self.header.look_asked.connect(self.set_look)
        self.errors.sentence_made.connect(self.say)

    def show_page(self, page: QWidget) -> None:
        """Show a page; the one before it is deleted."""
        self._page = page
        page.setMaximumWidth(theme.current().px(_COLUMN))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 20, 20, 20)
        row.addStretch(1)
        row.addWidget(page, 8, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._room.setWidget(holder)
        self._focus()

    def page(self) -> QWidget | None:
        """Return the page shown."""
        return self._page

    def say(self, sentence: Sentence, offer: Offer | None = None) -> Strip:
        """Show a message strip above the page and return it."""
        return self.strips.show_sentence(sentence, offer)

    def set_office(self, office: OfficeLine) -> None:
        """Show whose desk this is."""
        self.header.set_office(office)
        self.setWindowTitle(" · ".join(part for part in (office.office, office.counter) if part))

    def set_look(self, look: theme.Look) -> None:
        """Wear another look at once."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, look)
        self.header.set_look(look)
        if self._page is not None:
            self._page.setMaximumWidth(look.px(_COLUMN))
        self.look_changed.emit(look)

    def show_guide(self) -> None:
        """Open the guide at the page of what is in front (F1)."""
        if self._guide is None:  # too heavy before the first window stands
            self._guide = import_module("onestop_desk.ui.guide_sheet").GuideSheet(self, has_keys=False)
        self._guide.open_for(self._page.objectName() if self._page is not None else "")

    def leave(self) -> None:
        """Close without telling anybody: another window takes over."""
        self._is_left = True
        self.close()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where typing begins."""
        super().showEvent(event)
        self._focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that a person has closed the window."""
        super().closeEvent(event)
        if not self._is_left:
            self.closed.emit()

    def _focus(self) -> None:
        if self._page is not None and self.isVisible():
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidgetResizable(True)
        strips = QVBoxLayout()
        strips.setContentsMargins(12, 8, 12, 0)
        strips.addWidget(self.strips)
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strips)
        column.addWidget(self._room, 1)
        self.setCentralWidget(body)
