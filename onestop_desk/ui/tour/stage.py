"""The stage of the tour: a program on a folder of its own, keys and scans with times of their own, pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QPoint, Qt, QThread
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from onestop_desk.devices.printer.preview import pages_as_png
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.ui.program import Program
from onestop_desk.ui.theme import Look

MORNING = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
PATIENCE_MS = 20_000
_HUMAN_MS, _SCANNER_MS, _PAUSE_MS = 160, 8, 3_000
_ROUND_MS = 5
_PAPER_DPI = 110
_OVER = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
_HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}


class TourStopped(RuntimeError):
    """Something that the tour waited for did not come."""


@dataclass(slots=True)
class TourClock:
    """A clock that goes on when told: the same day every time."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        """Return the moment, in UTC as the desk keeps it."""
        return self.now.astimezone(UTC)

    def forward(self, minutes: float) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)


class Stage:
    """Everything a step needs: press, type, scan, wait, show."""

    def __init__(self, out: Path, say: Callable[[str], None], folder: Path, look: Look | None = None) -> None:
        self.out, self._say, self._look = out, say, look
        self.clock = TourClock()
        self.pictures = 0
        self._now_ms = 1_000_000
        self._app = QApplication.instance() or QApplication(["onestop-desk"])
        if isinstance(self._app, QApplication):
            self._app.setQuitOnLastWindowClosed(False)
            self._app.setCursorFlashTime(0)
        self.program = Program(folder, self.clock)
        self.program.start()

    @property
    def window(self) -> Any:
        """The window in front: of the work, or the one before anybody has signed in."""
        workplace = self.program.workplace
        return workplace.window if workplace is not None else self.program.door

    @property
    def page(self) -> Any:
        """The page in front."""
        return self.window.page(self.window.current_key())

    def later(self, minutes: float) -> None:
        """Let time pass, as the clock at the foot shows it."""
        self.clock.forward(minutes)
        self.window.status.show_time()

    def end(self) -> None:
        """Close the program."""
        self.program.end()

    def wait(self, is_so: Callable[[], object], what: str) -> None:
        """Let the program work until something is so; raises TourStopped with what was missing."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not is_so():
            if deadline.hasExpired():
                raise TourStopped(what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _ROUND_MS)
            QThread.msleep(1)

    def settle(self) -> None:
        """Wait until nobody works: both lanes, the printers, what is still to be laid out."""
        self.wait(self._is_quiet, "the lanes to be quiet")
        if QApplication.activeWindow() is None:  # no window manager here gives the window its turn back
            self.window.activateWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
        self.wait(self._is_quiet, "the lanes to be quiet")

    def find(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return the visible widget of this name."""
        for top in (QApplication.activeModalWidget(), *self._sheets(), self.window):
            if top is None:
                continue
            for found in top.findChildren(kind, name):
                if found.isVisible():
                    return found
        raise TourStopped(f"no visible widget {name}")

    def has(self, name: str) -> bool:
        """Return whether a widget of this name is on the screen."""
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def press(self, keys: str, into: QWidget | None = None) -> None:
        """Press one key, with what is held: `F2`, `Alt+1`, `Ctrl+Return`."""
        self._now_ms += _PAUSE_MS
        *held, name = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _HELD[one]
        target = into.window() if into is not None else self.window
        QTest.keyClick(target.windowHandle(), getattr(Qt.Key, f"Key_{name}"), modifiers)
        self.settle()

    def type_text(self, text: str, into: str = "") -> None:
        """Type as a person does, into the field in focus or the named one."""
        field: Any = self.find(into) if into else QApplication.focusWidget()
        if into:
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.selectAll()
        self._now_ms += _PAUSE_MS
        self._send(field, text, _HUMAN_MS)
        if isinstance(field, QLineEdit):
            self.wait(lambda: field.text() == text, f"{into or field.objectName()} to hold what was typed")
        self.settle()

    def scan(self, text: str) -> None:
        """Scan as a scanner on the keyboard does."""
        self._now_ms += _PAUSE_MS
        self._send(self.window, f"{text}\r", _SCANNER_MS)
        self.settle()

    def click(self, name: str) -> None:
        """Press a button with the space bar."""
        button = self.find(name)
        button.setFocus()
        self.press("Space", button)

    def wear(self, look: Look, width: int = 1366, height: int = 768) -> None:
        """Put on a look and a size."""
        self.window.set_look(look)
        self.window.resize(width, height)
        self.settle()

    def show(self, name: str, words: str) -> None:
        """Leave a picture of the window and say what it shows."""
        if self._look is not None:
            self.window.set_look(self._look)
        self.settle()
        self._save(self._picture(), name, words)

    def show_other(self, window: str, name: str, words: str) -> None:
        """Leave a picture of a window beside the one in front."""
        self.settle()
        self._save(self._other(window).grab(), name, words)

    def press_other(self, window: str, button: str) -> None:
        """Press a button of a window beside the one in front."""
        self._other(window).findChild(QWidget, button).click()
        self.settle()

    def close_other(self, window: str) -> None:
        """Close a window beside the one in front."""
        self._other(window).close()
        self.settle()

    def show_paper(self, pdf: Path, name: str, words: str) -> None:
        """Leave a picture of each page of a paper."""
        for png in pages_as_png(pdf.read_bytes(), _PAPER_DPI):
            page = QPixmap()
            page.loadFromData(png)
            self._save(page, name, words)

    def papers(self, form: str) -> list[Path]:
        """Return the kept papers of a form, oldest first."""
        return sorted((self.program.folder / "papers").rglob(f"*-{form}*.pdf"), key=_age)

    def _save(self, picture: QPixmap, name: str, words: str) -> None:
        self.pictures += 1
        picture.save(str(self.out / f"{self.pictures:02}-{name}.png"))
        self._say(f"{self.pictures:02} {words}")

    def _picture(self) -> QPixmap:
        picture: QPixmap = self.window.grab()
        painter = QPainter(picture)
        for sheet in self._sheets():
            middle = QPoint((picture.width() - sheet.width()) // 2, (picture.height() - sheet.height()) // 2)
            painter.drawPixmap(middle, sheet.grab())
            painter.drawRect(middle.x(), middle.y(), sheet.width(), sheet.height())
        for popup in self._popups():
            self._paint_popup(painter, popup)
        painter.end()
        return picture

    def _other(self, name: str) -> Any:
        for top in QApplication.topLevelWidgets():
            if top.objectName() == name and top.isVisible():
                return top
        raise TourStopped(f"no window {name}")

    def _sheets(self) -> list[QDialog]:
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def _paint_popup(self, painter: QPainter, popup: QWidget) -> None:
        owner = popup.focusProxy()
        if owner is None or not self.window.isAncestorOf(owner):
            painter.drawPixmap(self.window.mapFromGlobal(popup.pos()), popup.grab())
            return
        popup.resize(owner.width(), popup.height())  # the screen without a screen is smaller than the window
        painter.drawPixmap(owner.mapTo(self.window, QPoint(0, owner.height())), popup.grab())

    def _popups(self) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() in _OVER]

    def _is_quiet(self) -> bool:
        if self.program.jobs.is_busy():
            return False
        workplace = self.program.workplace
        return workplace is None or workplace.room.is_idle()

    def _send(self, receiver: QWidget, text: str, gap_ms: int) -> None:
        window = receiver.window().windowHandle()
        for sign in text:
            key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
                event.setTimestamp(self._now_ms)
                QCoreApplication.sendEvent(window, event)
            self._now_ms += gap_ms


def _age(path: Path) -> float:
    return path.stat().st_mtime_ns
