"""The foot of the window: sync, printers and backup in sentences, and the clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import IconLabel, PlainLabel
from onestop_desk.ui.wording import Severity, clock_words, date_words

_MINUTE_MS = 60_000


class StatusPart(QWidget):
    """An icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._mark = IconLabel(icon_name, "muted", 15)
        self._text = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        self.hide()

    def say(self, text: str, severity: Severity | None = None) -> None:
        """Show a sentence; a severity changes the icon's shape and colour."""
        name = severity.value if severity else self._icon_name
        self._mark.set_icon(name, severity.value if severity else "muted")
        self._text.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()


class StatusBar(QFrame):
    """The parts of the foot; they take a second line where one is too short."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._now = now
        self.sync = StatusPart("sync", self)
        self.printers = StatusPart("printer", self)
        self.backup = StatusPart("backup", self)
        self.clock = StatusPart("clock", self)
        self._assemble()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_minute)
        self._on_minute()

    def _assemble(self) -> None:
        flow = FlowLayout(across=20, down=2)
        for name in ("sync", "printers", "backup"):
            getattr(self, name).setObjectName(f"status_{name}")
            flow.addWidget(getattr(self, name))
        self.clock.setObjectName("status_clock")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(flow, 1)
        row.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def show_time(self) -> None:
        """Show the time as it is now."""
        now = self._now()
        self.clock.say(f"{clock_words(now)}  {date_words(now.date())}")

    def _on_minute(self) -> None:
        self.show_time()
        now = self._now()
        self._timer.start(_MINUTE_MS - (now.second * 1000 + now.microsecond // 1000))
