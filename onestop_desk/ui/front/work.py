"""What the front door asks of the desk lane; the register's heavy imports happen there, behind the first window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from onestop_desk.domain.office import Role
    from onestop_desk.services.desk import Desk

    Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works now, and what they may do."""

    login: str
    name: str
    roles: tuple[Role, ...]


def open_folder(folder: Path, clock: Clock | None) -> Desk:
    """Open the desk of a folder; raises what ui.refusal can explain."""
    from onestop_desk.services import desk

    return desk.open_desk(folder, clock or desk.system_clock)


def lacks_people(desk: Desk) -> bool:
    """Tell whether nobody can sign in here yet."""
    from onestop_desk.services import first_day

    return first_day.lacks_people(desk)


def sign_in(desk: Desk, login: str, password: str) -> SignedIn:
    """Check the password; raises SignInRefused."""
    from onestop_desk.services import staff

    word = staff.sign_in(desk, login, password)
    return SignedIn(word.login, word.name, staff.roles_of(desk, word.login))


def sign_out(desk: Desk) -> None:
    """Let nobody be the author of what follows."""
    from onestop_desk.services.desk import PROGRAM

    desk.clerk = PROGRAM
