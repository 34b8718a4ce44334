"""What this desk's people choose in its settings: kept in the file and in force at once."""

from dataclasses import replace
from typing import Any

from onestop_desk.models.session import file_faults_named
from onestop_desk.services.desk import Desk
from onestop_desk.settings import FILE, Settings, save_settings


def choose(desk: Desk, changes: dict[str, Any]) -> Settings:
    """Keep these settings, by name; raises what models.fault has for files, and then nothing is in force."""
    settings = replace(desk.settings, **changes)
    with file_faults_named(desk.folder / FILE):
        save_settings(desk.folder, settings)
    desk.settings = settings
    return settings
