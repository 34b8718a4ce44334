"""The middle of the window: one page at a time, made at its first visit, its state kept, scrolled if too high."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from onestop_desk.ui.widgets.page import Page


class PageStack(QStackedWidget):
    """Holds the pages by key."""

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_stack")
        self._makers = dict(makers)
        self._pages: dict[str, QWidget] = {}
        self._rooms: dict[str, QScrollArea] = {}
        self._key = ""

    def current_key(self) -> str:
        """Return the key of the page in front; empty before the first."""
        return self._key

    def made(self) -> tuple[str, ...]:
        """Return the keys of the pages that were made so far."""
        return tuple(self._pages)

    def page(self, key: str) -> QWidget:
        """Return a page, made now if nobody asked before; KeyError if there is no such page."""
        if key not in self._pages:
            page = self._makers[key]()
            self._pages[key] = page
            self._rooms[key] = self._room(key, page)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front and put the focus where it was on it."""
        page = self.page(key)
        before = self._pages.get(self._key)
        if before is page:
            _focus(page)
            return
        if isinstance(before, Page):
            before.left()
        self._key = key
        self.setCurrentWidget(self._rooms[key])
        if isinstance(page, Page):
            page.entered()
        _focus(page)

    def _room(self, key: str, page: QWidget) -> QScrollArea:
        room = QScrollArea()
        room.setObjectName(f"page_room_{key}")
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidgetResizable(True)
        room.setWidget(page)
        page.setAutoFillBackground(False)
        self.addWidget(room)
        if len(self._rooms) == 0:
            self._follow_focus()
        return room

    def _follow_focus(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        room = self._rooms.get(self._key)
        if new is not None and room is not None and room.isVisible() and self._pages[self._key].isAncestorOf(new):
            room.ensureWidgetVisible(new, 8, 24)


def _focus(page: QWidget) -> None:
    target = page.focusWidget() or page.focusProxy()
    if target is None:
        target = next((w for w in page.findChildren(QWidget) if _takes_focus(w)), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.isHidden()
