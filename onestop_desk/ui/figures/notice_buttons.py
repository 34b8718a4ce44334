"""Making a period public: a paper, a web page, a screen for whoever waits."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from onestop_desk.domain.measures import Period
from onestop_desk.services.desk import Desk
from onestop_desk.ui.figures import work
from onestop_desk.ui.notice.window import open_notice
from onestop_desk.ui.save_dialog import Wanted, ask_where
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow

_KINDS = {"pdf": "PDF (*.pdf)", "html": "HTML (*.html)"}


class NoticeButtons(QWidget):
    """Two buttons: save the public notice of the period, open the public screen."""

    def __init__(self, window: "MainWindow", desk: Desk, period: Callable[[], Period]) -> None:
        super().__init__()
        self._window, self._desk, self._period = window, desk, period
        self._save = Button(self.tr("Bản công khai…"), "export", name="notice_save")
        self._save.clicked.connect(self._on_save)
        screen = Button(self.tr("Màn hình công khai"), "panel", name="notice_screen")
        screen.clicked.connect(self._on_screen)
        flow = FlowLayout(self)
        flow.addWidget(self._save)
        flow.addWidget(screen)

    def save_to(self, path: Path) -> None:
        """Save the notice of the period shown, beside the lanes."""
        self._save.setEnabled(False)
        args = (self._desk, self._period(), path)
        self._window.jobs.read_long(work.save_notice, *args, done=self._on_saved, failed=self._on_failed)

    @Slot()
    def _on_save(self) -> None:
        name = f"cong-khai-{self._period().first:%Y-%m}.pdf"
        ask_where(self, Wanted(self.tr("Lưu bản công khai"), name, _KINDS), self.save_to)

    @Slot()
    def _on_screen(self) -> None:
        open_notice(self._desk, self._window.jobs, self._window.now, self._window)

    def _on_saved(self, path: Path) -> None:
        self._save.setEnabled(True)
        self._window.say(Sentence(self.tr("Đã lưu ra {path}.").format(path=path), severity=Severity.INFO))

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._window.errors.report(error)
