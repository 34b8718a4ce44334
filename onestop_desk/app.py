"""Put the desk together: settings, log file, database, desk, window; say good-bye in order."""

import gc
import logging
import os
import sys
from pathlib import Path

from onestop_desk import paths
from onestop_desk.ui.log_file import log_to
from onestop_desk.ui.translation import translate

NO_SCREEN = 2
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

_log = logging.getLogger("onestop_desk")


def run(data: str | None) -> int:
    """Open the window on a data folder and return the exit code when it is closed."""
    if not has_screen():
        sys.stderr.write(no_screen_words() + "\n")
        return NO_SCREEN
    from PySide6.QtWidgets import QApplication

    from onestop_desk.ui.errors import install_hooks
    from onestop_desk.ui.program import Program

    folder = Path(data) if data else paths.data_folder()
    log_to(_log_folder(folder))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise RuntimeError("another kind of application runs already")
    app.setApplicationName("onestop-desk")
    app.setQuitOnLastWindowClosed(False)
    program = Program(folder)
    program.desk_opened.connect(_on_desk_opened)
    program.ended.connect(app.quit)
    undo = install_hooks(program.report)
    program.start()
    code = app.exec()
    program.end()
    undo()
    return code


def has_screen() -> bool:
    """Tell whether a window can be shown: outside Linux always, there when a display is named."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in SCREENS)


def no_screen_words() -> str:
    """Return what to tell where there is no screen."""
    return translate(
        "App",
        "Máy này không có màn hình (DISPLAY, WAYLAND_DISPLAY đều trống) nên không mở được cửa sổ. "
        "Xem chương trình chạy không cần màn hình: make tour, hoặc onestop-desk tour --out DIR.",
    )


def _log_folder(folder: Path) -> Path:
    return folder / "logs" if (folder / "register.sqlite3").exists() else paths.log_folder()


def _on_desk_opened(folder: Path) -> None:
    log_to(folder / "logs")
    gc.freeze()  # what is loaded by now stays: Python's collections need not go through it again, some 0.1 s a time
    _log.info("desk opened")
