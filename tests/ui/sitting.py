"""Somebody who sits at a window: finds what is in it, presses, and waits for what comes of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.services.desk import Desk
from onestop_desk.ui.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Sitting:
    """The window of a desk, and what everybody does in it."""

    qtbot: QtBot
    desk: Desk
    window: MainWindow

    def find(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return a widget of the window by its name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def settle(self) -> None:
        """Wait until all lanes have answered."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy(), timeout=20_000)

    def click(self, name: str, kind: type[Any] = QPushButton) -> None:
        """Press a button and wait for what comes of it."""
        self.qtbot.mouseClick(self.find(name, kind), Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key, with what is held: it goes to the window as the platform's do."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def fill(self, **texts: str) -> None:
        """Put texts into lines by name."""
        for name, text in texts.items():
            self.find(name, QLineEdit).setText(text)

    def problem(self, name: str) -> str:
        """Return the sentence beside a field; empty where nothing is wrong."""
        label = self.find(f"{name}_problem", QLabel)
        return str(label.text()) if label.isVisible() else ""

    def strips(self) -> list[str]:
        """Return what the strips say, newest first."""
        return [strip.sentence.what for strip in self.window.strips.strips()]


class PdfProgram(QObject):
    """Stands where the machine's PDF program would."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


def show_in_front(qtbot: QtBot, window: MainWindow) -> None:
    """Show a window in the size of a counter's screen and wait until it is the active one."""
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
