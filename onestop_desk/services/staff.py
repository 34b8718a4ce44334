"""People who work here: admitting, dismissing, signing in. Passwords stay on this desk, hashed with argon2."""

import re
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Table, bindparam, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import ClerkAdmitted, ClerkDismissed, ClerkWord, Role
from onestop_desk.domain.text import clean
from onestop_desk.models.people import Credential
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import LastAdmin, SignInRefused
from onestop_desk.services.projection import CLERK
from onestop_desk.services.record import Writing, record

SHORTEST_PASSWORD = 8

CREDENTIAL: Table = Credential.metadata.tables["credential"]
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}", re.ASCII)
_HASHER = PasswordHasher()
_PASSWORD = select(CREDENTIAL.c.password_hash).where(CREDENTIAL.c.login == bindparam("login"))
_ACTIVE_NAME = select(CLERK.c.name).where(CLERK.c.login == bindparam("login"), CLERK.c.is_active)


@dataclass(frozen=True, slots=True)
class ClerkLine:
    """A clerk as the people page lists them; `has_password` is about this desk."""

    login: str
    name: str
    roles: tuple[Role, ...]
    is_active: bool
    has_password: bool


def clerks(desk: Desk) -> tuple[ClerkLine, ...]:
    """Return everybody who ever worked here, active ones first, by login."""
    with desk.reading() as connection:
        known = set(connection.execute(select(CREDENTIAL.c.login)).scalars())
        rows = connection.execute(select(CLERK).order_by(CLERK.c.is_active.desc(), CLERK.c.login)).all()
    return tuple(ClerkLine(row.login, row.name, _roles(row.roles), row.is_active, row.login in known) for row in rows)


def admit(desk: Desk, login: str, name: str, roles: tuple[Role, ...], password: str) -> None:
    """Admit a clerk, or change their name, roles and password; raises BadValue for what cannot be."""
    clerk = _sound(login, name, roles)
    hashed = hash_password(password)
    with desk.writing() as writing:
        _record_admitted(writing, desk, clerk)
        _keep_password(writing.connection, clerk.login, hashed)


def assign(desk: Desk, login: str, name: str, roles: tuple[Role, ...]) -> None:
    """Change an active clerk's name and roles; the password stays. The last admin stays one."""
    clerk = _sound(login, name, roles)
    with desk.writing() as writing:
        _record_admitted(writing, desk, clerk)


def require_login(login: str) -> str:
    """Return a login as it is kept: small letters, digits, dot, dash; raises BadValue."""
    login = clean(login).lower()
    if not _LOGIN.fullmatch(login):
        raise BadValue("login", "form", login)
    return login


def dismiss(desk: Desk, login: str, reason: str) -> None:
    """End a clerk's right to sign in; the last active admin stays."""
    with desk.writing() as writing:
        _require_other_admin(writing.connection, login)
        record(writing, desk, f"clerk/{login}", ClerkDismissed(clean(reason)))


def change_password(desk: Desk, login: str, password: str) -> None:
    """Set a clerk's password on this desk."""
    hashed = hash_password(password)
    with desk.writing() as writing:
        _keep_password(writing.connection, login, hashed)


def sign_in(desk: Desk, login: str, password: str) -> ClerkWord:
    """Check the password and make the clerk the author of what follows; raises SignInRefused."""
    desk.clerk = require_password(desk, clean(login).lower(), password)
    return desk.clerk


def require_password(desk: Desk, login: str, password: str) -> ClerkWord:
    """Return the active clerk whose password this is; raises SignInRefused."""
    with desk.reading() as connection:
        name = connection.execute(_ACTIVE_NAME, {"login": login}).scalar()
        hashed = connection.execute(_PASSWORD, {"login": login}).scalar()
    if name is None or hashed is None or not _is_right(hashed, password):
        raise SignInRefused(login)
    return ClerkWord(login, str(name))


def roles_of(desk: Desk, login: str) -> tuple[Role, ...]:
    """Return what a clerk may do."""
    with desk.reading() as connection:
        words = connection.execute(select(CLERK.c.roles).where(CLERK.c.login == login)).scalar()
    return _roles(words or "")


def hash_password(password: str) -> str:
    """Return the argon2 hash; raises BadValue for a password that is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadValue("password", "short")
    return _HASHER.hash(password)


def _is_right(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def _roles(words: str) -> tuple[Role, ...]:
    return tuple(Role(word) for word in words.split())


def _keep_password(connection: Connection, login: str, hashed: str) -> None:
    statement = upsert(CREDENTIAL).values(login=login, password_hash=hashed)
    connection.execute(statement.on_conflict_do_update(index_elements=["login"], set_={"password_hash": hashed}))


def _sound(login: str, name: str, roles: tuple[Role, ...]) -> ClerkAdmitted:
    login, name = require_login(login), clean(name)
    if not name:
        raise BadValue("clerk.name", "empty")
    if not roles:
        raise BadValue("roles", "empty")
    return ClerkAdmitted(login, name, roles)


def _record_admitted(writing: Writing, desk: Desk, clerk: ClerkAdmitted) -> None:
    if Role.ADMIN not in clerk.roles:
        _require_other_admin(writing.connection, clerk.login)
    record(writing, desk, f"clerk/{clerk.login}", clerk)


def _require_other_admin(connection: Connection, login: str) -> None:
    active = connection.execute(select(CLERK.c.login, CLERK.c.roles).where(CLERK.c.is_active)).all()
    admins = {row.login for row in active if Role.ADMIN in _roles(row.roles)}
    if admins == {login}:
        raise LastAdmin(login)
