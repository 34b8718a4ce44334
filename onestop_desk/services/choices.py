"""What this desk's people choose in its settings: kept in the file and in force at once."""

import errno
from dataclasses import replace
from typing import Any

from onestop_desk.models.fault import DatabaseReadOnly, DiskFull
from onestop_desk.services.desk import Desk
from onestop_desk.settings import Settings, save_settings


def choose(desk: Desk, changes: dict[str, Any]) -> Settings:
    """Keep these settings, by name; raises DiskFull or DatabaseReadOnly, and then nothing is in force."""
    settings = replace(desk.settings, **changes)
    try:
        save_settings(desk.folder, settings)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(desk.folder), 0) from error
        raise DatabaseReadOnly(str(desk.folder)) from error
    desk.settings = settings
    return settings
