"""What this desk's people chose, in one TOML file of the data folder: one frozen dataclass, defaults for bad keys."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.quality import read_points, read_weights

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default. `refused` names the keys of the file that could not be used."""

    language: str = "vi"
    theme: str = "light"
    scale: int = 100
    receipt_printer: str = ""
    receipt_paper: str = "A4"
    slip_printer: str = ""
    print_slip: bool = False
    label_printer: str = ""
    print_label: bool = False
    scanner_port: str = ""
    centre_url: str = ""
    acceptance_hours: int = 8
    index_weights: str = "18 20 12 10 22 18"
    evaluation_points: str = ""
    """A supervisor's own points for criteria of the evaluation, e.g. `4=2 5=2 7=1`."""
    notice_turn: int = 12
    """Seconds that the public screen shows a page of procedures."""
    notice_at_start: bool = False
    """Open the public screen with the work, where there is a second monitor."""
    refused: tuple[str, ...] = field(default=(), compare=False)


_CHOICES: dict[str, tuple[Any, ...] | range] = {
    "language": ("vi", "en"),
    "theme": ("light", "dark", "high_contrast"),
    "scale": (100, 115, 130, 150, 175),
    "receipt_paper": ("A4", "A5"),
    "acceptance_hours": range(1, 81),
    "notice_turn": range(3, 121),
}
_READ: dict[str, Callable[[str], object]] = {"index_weights": read_weights, "evaluation_points": read_points}


def load_settings(folder: Path) -> Settings:
    """Read the folder's settings; a bad key keeps its default and is named, a broken file means all defaults."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return Settings(refused=(FILE,))
    good = {name: value for name, value in found.items() if _is_good(name, value)}
    return Settings(**good, refused=tuple(sorted(set(found) - set(good))))


def save_settings(folder: Path, settings: Settings) -> None:
    """Write what differs from the defaults; the old file stays whole until the new one is."""
    default = Settings()
    chosen = {f.name: getattr(settings, f.name) for f in fields(settings) if f.name != "refused"}
    changed = {name: value for name, value in chosen.items() if value != getattr(default, name)}
    fresh = folder / f"{FILE}.new"
    fresh.write_text(tomli_w.dumps(changed), encoding="utf-8")
    fresh.replace(folder / FILE)


def with_setting(settings: Settings, name: str, value: object) -> Settings:
    """Return the settings with one changed; ValueError when it is no setting or no good value."""
    if not _is_good(name, value):
        raise ValueError(name)
    changes: dict[str, Any] = {name: value}
    return replace(settings, **changes)


def _is_good(name: str, value: object) -> bool:
    default = getattr(Settings(), name, None)
    if default is None or name == "refused" or type(value) is not type(default):
        return False
    if name in _READ:
        return _is_read(_READ[name], str(value))
    return name not in _CHOICES or value in _CHOICES[name]


def _is_read(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except BadValue:
        return False
    return True
