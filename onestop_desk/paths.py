"""Where resources, data, state and logs are: from source, installed, or frozen."""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

_NAME = "onestop-desk"


def resource(name: str) -> Path:
    """Return the path of a shipped file, e.g. `fonts/Tinos-Regular.ttf`."""
    return _resource_root() / name


def guide() -> Path:
    """Return the folder of the clerks' guide: docs/guide beside the source, among the resources where installed."""
    beside = Path(__file__).resolve().parent.parent / "docs" / "guide"
    is_source = getattr(sys, "_MEIPASS", None) is None and beside.is_dir()
    return beside if is_source else resource("guide")


def data_folder() -> Path:
    """Return the default data folder; ONESTOP_DATA overrides it."""
    return Path(os.environ.get("ONESTOP_DATA") or platformdirs.user_data_dir(_NAME, appauthor=False))


def state_folder() -> Path:
    """Return the folder of facts about this machine that must not travel with the data; ONESTOP_STATE overrides it."""
    return Path(os.environ.get("ONESTOP_STATE") or platformdirs.user_state_dir(_NAME, appauthor=False))


def log_folder() -> Path:
    """Return where the program writes its log while no data folder is open; ONESTOP_STATE overrides it."""
    state = os.environ.get("ONESTOP_STATE")
    return Path(state) / "logs" if state else Path(platformdirs.user_log_dir(_NAME, appauthor=False))


@cache
def _resource_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    beside = Path(__file__).resolve().parent.parent / "resources"
    if beside.is_dir():
        return beside
    return Path(sys.prefix) / "share" / _NAME / "resources"
