"""A file that takes a while: how far it is, and a way to stop it."""

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.wording import Sentence, Severity, sentence


class ExportStopped(DeskError):
    """A person stopped an export; no file is left of it."""

    code = "EXPORT-STOPPED"


@sentence.register
def _(error: ExportStopped) -> Sentence:
    what = translate("Refusal", "Đã dừng xuất; không để lại tệp nào.")
    return Sentence(what, code=error.code, severity=Severity.INFO)


class ExportRun(QObject):
    """Goes along with one export in its lane: called with rows done and rows in all, it tells them to the window's
    thread, and raises ExportStopped once somebody has stopped it."""

    told = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let the export end at its next row."""
        self._stop.set()

    def __call__(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._stop.is_set():
            raise ExportStopped
        self.told.emit(done, total)


class ExportBar(QWidget):
    """Shows the running export, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_bar")
        self._run: ExportRun | None = None
        self._said = Paragraph("", "muted")
        self._said.setObjectName("export_said")
        self._stop = Button(self.tr("Dừng xuất"), "close", name="export_stop")
        self._stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self._stop)
        self.hide()

    def begin(self) -> ExportRun:
        """Show that an export runs, and return what goes along with it."""
        run = self._run = ExportRun(self)
        run.told.connect(partial(self._on_told, run))
        self._said.setText(self.tr("Đang xuất…"))
        self._stop.setEnabled(True)
        self.show()
        return run

    def is_running(self) -> bool:
        """Return whether an export runs."""
        return self._run is not None

    def end(self) -> None:
        """Take the bar away."""
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self.hide()

    def _on_told(self, run: ExportRun, done: int, total: int) -> None:
        if run is self._run and total:
            self._said.setText(self.tr("Đang xuất… {percent}%").format(percent=done * 100 // total))

    @Slot()
    def _on_stop(self) -> None:
        if self._run is not None:
            self._stop.setEnabled(False)
            self._run.stop()
