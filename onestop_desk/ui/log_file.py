"""The log file: one folder at a time, files that turn over. Knows no Qt: the command line logs through it too."""

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LOG_BYTES = 1_000_000
_LOGS_KEPT = 5


class LogFile(RotatingFileHandler):
    """Does without what cannot be written: a full disk stops no work and shows no trace."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Pass over a fault of the disk; any other is a bug of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def log_to(folder: Path) -> None:
    """Write the log into `folder` from now on, in files that turn over; a folder that refuses is done without."""
    log_nowhere()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "onestop-desk.log"
        handler = LogFile(path, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("onestop_desk").setLevel(logging.INFO)


def log_nowhere() -> None:
    """Close the log file."""
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(old)
        with suppress(OSError):
            old.close()
