"""PINs: a clerk confirms with name and PIN at a counter where somebody else has signed in. They never leave the desk.

After three wrong ones the clerk waits a minute, and twice as long after each more, at most 15. The waiting is counted
by a clock that nobody can set; the misses are kept, and a restart begins the waiting anew.
"""

import re
import time

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import bindparam, select, update

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.text import clean
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import PinRefused, SignInRefused
from onestop_desk.services.projection import CLERK
from onestop_desk.services.staff import CREDENTIAL, require_password

FREE_MISSES, FIRST_WAIT_S, LONGEST_WAIT_S = 3, 60, 900

_FORM = re.compile(r"[0-9]{4,8}", re.ASCII)
_HASHER = PasswordHasher()
_HERE = CREDENTIAL.c.login == bindparam("of_login")
_KNOWN = select(CLERK.c.name, CREDENTIAL.c.pin_hash, CREDENTIAL.c.pin_misses).join_from(
    CLERK, CREDENTIAL, CLERK.c.login == CREDENTIAL.c.login
)
_ACTIVE = _KNOWN.where(CLERK.c.login == bindparam("of_login"), CLERK.c.is_active)
_KEEP = update(CREDENTIAL).where(_HERE).values(pin_hash=bindparam("hashed"), pin_misses=0)
_COUNT = update(CREDENTIAL).where(_HERE).values(pin_misses=bindparam("misses"))


def set_pin(desk: Desk, login: str, password: str, pin: str) -> None:
    """Choose a PIN of 4 to 8 digits with one's password; raises SignInRefused, BadValue."""
    if not _FORM.fullmatch(pin):
        raise BadValue("pin", "form")
    require_password(desk, login, password)
    hashed = _HASHER.hash(pin)
    with desk.database.writing() as connection:
        connection.execute(_KEEP, {"of_login": login, "hashed": hashed})
    desk.pin_waits.pop(login, None)


def confirmed_by(desk: Desk, login: str, pin: str) -> ClerkWord:
    """Return the clerk whose PIN this is; raises SignInRefused for one who has none here, PinRefused otherwise."""
    login = clean(login).lower()
    with desk.reading() as connection:
        known = connection.execute(_ACTIVE, {"of_login": login}).first()
    if known is None or not known.pin_hash:
        raise SignInRefused(login)
    # A restart begins the waiting anew: nothing else could tell how much of it has passed.
    kept = wait_after(known.pin_misses)
    waiting = desk.pin_waits.get(login, desk.opened_at + kept if kept else 0.0) - time.monotonic()
    if waiting > 0:
        raise PinRefused(login, int(waiting) + 1)
    misses = 0 if _is_right(known.pin_hash, pin) else known.pin_misses + 1
    if misses != known.pin_misses:
        with desk.database.writing() as connection:
            connection.execute(_COUNT, {"of_login": login, "misses": misses})
    if misses:
        wait = wait_after(misses)
        desk.pin_waits[login] = time.monotonic() + wait
        raise PinRefused(login, wait)
    return ClerkWord(login, str(known.name))


def wait_after(misses: int) -> int:
    """Return for how many seconds no PIN is heard after so many wrong ones in a row."""
    if misses < FREE_MISSES:
        return 0
    return int(min(FIRST_WAIT_S * 2 ** (misses - FREE_MISSES), LONGEST_WAIT_S))


def _is_right(hashed: str, pin: str) -> bool:
    try:
        return _HASHER.verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False
