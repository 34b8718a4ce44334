"""The first day of a desk: register, administrator and starter catalogue in one go; and a desk without any admin."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from onestop_desk.domain.codes import serial_range
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import ClerkWord, Role
from onestop_desk.services import opening, staff
from onestop_desk.services.desk import Clock, Desk, look_into, system_clock
from onestop_desk.services.fault import SignInRefused

FOUNDER_ROLES = (Role.ADMIN, Role.RECEPTION, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator: login, name and password."""

    login: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Begun:
    """An open desk that was just set up, and how many procedures it starts with."""

    desk: Desk
    procedures: int


@dataclass(frozen=True, slots=True)
class Adoption:
    """What an administrator decides about a copied folder: counter, range and why; who proves it by password."""

    counter: int
    extra: int
    reason: str
    login: str
    password: str


def begin(folder: Path, plan: opening.SetUp, founder: Founder, clock: Clock = system_clock) -> Begun:
    """Set the desk up with its administrator and the starter catalogue; what cannot be is refused before anything."""
    from onestop_desk.services.catalogue import import_starter

    _require_founder(founder)
    desk = opening.set_up(folder, plan, clock)
    try:
        admit_founder(desk, founder)
        procedures = import_starter(desk).new
    except BaseException:
        desk.close()
        raise
    return Begun(desk, procedures)


def lacks_people(desk: Desk) -> bool:
    """Tell whether nobody can sign in here: the set-up was cut short before its administrator was admitted."""
    return not any(clerk.is_active and clerk.has_password for clerk in staff.clerks(desk))


def admit_founder(desk: Desk, founder: Founder) -> None:
    """Admit the first administrator of a desk that has none."""
    _require_founder(founder)
    staff.admit(desk, founder.login, founder.name, FOUNDER_ROLES, founder.password)


def copied_from(folder: Path, counter: int) -> int:
    """Return the lowest range of a counter that a copied folder's log has not seen."""
    with closing(look_into(folder)) as desk:
        return opening.free_extra(desk, counter)


def adopt(folder: Path, adoption: Adoption, clock: Clock = system_clock) -> Desk:
    """Open a new stream on a copied folder after an administrator's password; raises SignInRefused."""
    serial_range(adoption.counter, adoption.extra)
    with closing(look_into(folder, clock)) as desk:
        clerk: ClerkWord = staff.sign_in(desk, adoption.login, adoption.password)
        if Role.ADMIN not in staff.roles_of(desk, clerk.login):
            raise SignInRefused(clerk.login)
    reason = f"{adoption.reason.strip()} ({clerk.name})"
    return opening.adopt_copy(folder, adoption.counter, adoption.extra, reason, clock)


def _require_founder(founder: Founder) -> None:
    if not founder.name.strip():
        raise BadValue("clerk.name", "empty")
    staff.require_login(founder.login)
    staff.hash_password(founder.password)
