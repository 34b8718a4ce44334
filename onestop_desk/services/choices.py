"""What this desk's people choose in its settings: kept in the file and in force at once."""

import errno

from onestop_desk.models.fault import DatabaseReadOnly, DiskFull
from onestop_desk.services.desk import Desk
from onestop_desk.settings import Settings, save_settings


def choose(desk: Desk, settings: Settings) -> None:
    """Keep the settings; raises DiskFull or DatabaseReadOnly, and then nothing is in force."""
    try:
        save_settings(desk.folder, settings)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(desk.folder), 0) from error
        raise DatabaseReadOnly(str(desk.folder)) from error
    desk.settings = settings
