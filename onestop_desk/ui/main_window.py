"""The window: header, pages on the left, one task at a time, last scan and figures on the right, sentences below."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.errors import ErrorDesk
from onestop_desk.ui.header import Header, OfficeLine
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.navigation import Navigation
from onestop_desk.ui.page_stack import PageStack
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.side import SideStrip
from onestop_desk.ui.status import StatusBar
from onestop_desk.ui.widgets.strip import Offer, Strip, StripArea
from onestop_desk.ui.wording import Sentence

SMALLEST = QSize(1024, 640)
_SIDE_FROM = 1080
_ONE_LINE_HEADER_FROM = 940
_FULL_NAVIGATION_FROM = 860


def _wall_clock() -> datetime:
    return datetime.now(UTC).astimezone()


class MainWindow(QMainWindow):
    """The shell of the program; pages are made when first asked for and keep their state.

    Its parts are open to pages: `side` (last scan, card, figures), `status` (sentences of the foot), `jobs`,
    `errors`. `look_changed` carries the look to remember, `page_shown` a page's key, `closing` comes before the end.
    """

    look_changed = Signal(object)
    page_shown = Signal(str)
    closing = Signal()

    def __init__(
        self,
        pages: Sequence[PageSpec],
        office: OfficeLine,
        jobs: Jobs,
        look: theme.Look | None = None,
        now: Callable[[], datetime] = _wall_clock,
    ) -> None:
        super().__init__()
        look = look or theme.current()
        theme.apply(_application(), look)
        self.jobs, self.now = jobs, now
        self._specs = tuple(pages)
        self._guide: Any = None
        self.errors = ErrorDesk(self)
        self.header = Header(look)
        self.navigation = Navigation(pages)
        self.strips = StripArea()
        self.stack = PageStack({spec.key: partial(spec.factory, self) for spec in pages})
        self.side = SideStrip()
        self.status = StatusBar(now)
        self._connect()
        self._add_shortcuts()
        self._assemble()
        self.set_office(office)
        if pages:
            self.show_page(pages[0].key)

    def page(self, key: str) -> QWidget:
        """Return a page, made now if nobody asked before; KeyError if there is no such page."""
        return self.stack.page(key)

    def pages(self) -> tuple[PageSpec, ...]:
        """Return what pages there are."""
        return self._specs

    def current_key(self) -> str:
        """Return the key of the page in front."""
        return self.stack.current_key()

    def show_page(self, key: str) -> None:
        """Bring a page to the front and put the focus where it was on it."""
        self.stack.show_page(key)
        self.navigation.set_current(key)
        self.page_shown.emit(key)

    def say(self, sentence: Sentence, offer: Offer | None = None) -> Strip:
        """Show a message strip above the page and return it."""
        return self.strips.show_sentence(sentence, offer)

    def set_office(self, office: OfficeLine) -> None:
        """Show who works where."""
        self.header.set_office(office)
        self.setWindowTitle(" · ".join(part for part in (office.office, office.counter) if part))

    def set_look(self, look: theme.Look) -> None:
        """Wear another look at once."""
        theme.apply(_application(), look)
        self.header.set_look(look)
        self._arrange()
        self.look_changed.emit(look)

    def show_guide(self) -> None:
        """Open the guide at the page of what is in front (F1)."""
        if self._guide is None:
            self._guide = import_module("onestop_desk.ui.guide_sheet").GuideSheet(self)
            self._guide.keys_asked.connect(self.show_keys)
        self._guide.open_for(self.current_key())

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        sheet = import_module("onestop_desk.ui.key_sheet").KeySheet(self._specs, self)
        sheet.show()
        sheet.fit(self.height() - 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side strip and shorten the navigation where room is scarce."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the end is near; saving never waits for it."""
        self.closing.emit()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.jobs.went_wrong.connect(self.errors.report)
        self.errors.sentence_made.connect(self.say)
        self.strips.focus_freed.connect(self._on_focus_freed)
        self.header.look_asked.connect(self.set_look)
        self.header.help_asked.connect(self.show_guide)
        self.header.side_toggled.connect(self._on_side_toggled)
        self.navigation.page_asked.connect(self.show_page)

    def _add_shortcuts(self) -> None:
        for spec in self._specs:
            for keys in spec.shortcuts:
                self._shortcut(keys, partial(self.show_page, spec.key))
        self._shortcut("F1", self.show_guide)
        self._shortcut("Ctrl++", self._on_larger)
        self._shortcut("Ctrl+=", self._on_larger)
        self._shortcut("Ctrl+-", self._on_smaller)
        self._shortcut("Ctrl+0", self._on_normal)

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _assemble(self) -> None:
        self.setObjectName("main_window")
        self.setMinimumSize(SMALLEST)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        strips = QVBoxLayout()
        strips.setContentsMargins(12, 8, 12, 0)
        strips.addWidget(self.strips)
        middle.addLayout(strips)
        middle.addWidget(self.stack, 1)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.navigation)
        self._body.addLayout(middle, 1)
        self._body.addWidget(self.side)
        room = QWidget()
        room.setObjectName("body")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(room)

    def _arrange(self) -> None:
        unit = theme.current().scale / 100
        folded = self.width() < _SIDE_FROM * unit
        self.navigation.set_short(self.width() < _FULL_NAVIGATION_FROM * unit)
        self.header.set_narrow(self.width() < _ONE_LINE_HEADER_FROM * unit)
        self.header.offer_side(folded)
        if folded == (self._body.indexOf(self.side) >= 0):
            self._fold_side(folded)
        self._place_side()

    def _fold_side(self, folded: bool) -> None:
        if folded:
            self._body.removeWidget(self.side)
            self.side.hide()
        else:
            self._body.addWidget(self.side)
            self.side.show()

    def _place_side(self) -> None:
        if self._body.indexOf(self.side) >= 0 or self.side.isHidden():
            return
        body = self._body.geometry()
        wide = self.side.sizeHint().width()
        self.side.setGeometry(body.right() - wide + 1, body.top(), wide, body.height())
        self.side.raise_()

    def _on_side_toggled(self, shown: bool) -> None:
        if self._body.indexOf(self.side) < 0:
            self.side.setVisible(shown)
            self._place_side()

    def _on_focus_freed(self) -> None:
        self.stack.show_page(self.current_key())

    def _on_larger(self) -> None:
        self.set_look(theme.current().larger())

    def _on_smaller(self) -> None:
        self.set_look(theme.current().smaller())

    def _on_normal(self) -> None:
        self.set_look(theme.current().normal())


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a window needs a QApplication first")
    return app
