"""The log file: one folder at a time, files that turn over. Knows no Qt: the command line logs through it too."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LOG_BYTES = 1_000_000
_LOGS_KEPT = 5


def log_to(folder: Path) -> None:
    """Write the log into `folder` from now on, in files that turn over; a folder that refuses is done without."""
    log_nowhere()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "onestop-desk.log"
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8")
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
        old.close()
