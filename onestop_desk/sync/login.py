"""What a login at the centre may, from the day it is made to the day it is let go; for who owns the database."""

from contextlib import suppress
from enum import StrEnum

from psycopg import errors, sql

from onestop_desk.sync.line import Line

STATION_LIMITS = {
    "idle_in_transaction_session_timeout": "10s",  # a station's transaction is one statement (sync.md §3)
    "lock_timeout": "15s",  # whoever waits hears "busy" before its line counts as silent
    "statement_timeout": "10min",  # longer than a page of 4 MB takes over a bad line
}
ROUTER_LIMITS = {
    "idle_in_transaction_session_timeout": "5min",  # the fold worker counts between two statements
    "lock_timeout": "1min",
    "statement_timeout": "1h",
}
"""What a login's sessions begin with. They end what hangs; who means harm can set them aside, and is revoked."""

_HANG_UP = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE usename = %s AND (pg_has_role(usename, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))
"""
_GROUPS = """
    SELECT pg_get_userbyid(roleid), pg_get_userbyid(grantor) FROM pg_auth_members
    WHERE pg_get_userbyid(member) = %s AND pg_get_userbyid(roleid) IN ('sy_station', 'sy_router')
"""
_LOGINS = """
    SELECT s.login, s.is_router FROM sy.station s JOIN pg_roles r ON r.rolname = s.login WHERE s.revoked_at IS NULL
    ORDER BY s.login
"""
_IS_OURS = """
    SELECT rolsuper OR current_setting('server_version_num')::integer < 160000
           OR pg_has_role(%s, 'MEMBER WITH ADMIN OPTION')
    FROM pg_roles WHERE rolname = current_user
"""
_LARGE_OBJECTS = """
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(lo_|lowrite$|loread$)'
      AND has_function_privilege('public', p.oid, 'EXECUTE') AND (NOT %s OR pg_has_role(p.proowner, 'USAGE'))
    ORDER BY 1
"""


class LooseEnd(StrEnum):
    """What stays open because the administrator's own login may not close it."""

    LARGE_OBJECTS = "large_objects"
    LOGINS = "logins"


def make_login(line: Line, login: str, secret: str, *, is_router: bool) -> None:
    """Make the role."""
    made = "CREATE ROLE {} LOGIN PASSWORD {} IN ROLE sy_station"
    line.execute(sql.SQL(made).format(sql.Identifier(login), _scrambled(line, login, secret)))
    if is_router:
        line.execute(sql.SQL("GRANT sy_router TO {}").format(sql.Identifier(login)))
    _limit(line, login, is_router=is_router)


def change_password(line: Line, login: str, secret: str) -> None:
    """Give a role another password."""
    changed = sql.SQL("ALTER ROLE {} PASSWORD {}")
    line.execute(changed.format(sql.Identifier(login), _scrambled(line, login, secret)))


def limit_logins(line: Line) -> None:
    """Give every station's login the limits of today, as far as the caller may."""
    for login, is_router in line.execute(_LOGINS).fetchall():
        if _is_ours(line, login):
            _limit(line, login, is_router=is_router)


def close_large_objects(line: Line) -> None:
    """Let nobody put files into the database past every table, as far as the caller may: it is a superuser's to say."""
    for (function,) in line.execute(_LARGE_OBJECTS, (True,)).fetchall():
        line.execute(f"REVOKE EXECUTE ON FUNCTION pg_catalog.{function} FROM PUBLIC".encode())


def loose_ends(line: Line) -> tuple[LooseEnd, ...]:
    """Return what the caller could not close."""
    found = []
    if line.execute(_LARGE_OBJECTS, (False,)).fetchall():
        found.append(LooseEnd.LARGE_OBJECTS)
    if not all(_is_ours(line, login) for login, _ in line.execute(_LOGINS).fetchall()):
        found.append(LooseEnd.LOGINS)
    return tuple(found)


def close_login(line: Line, login: str) -> None:
    """Let a login in no more, and take every right from the lines that it has open."""
    line.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))
    for group, grantor in line.execute(_GROUPS, (login,)).fetchall():
        names = [sql.Identifier(name) for name in (group, login, grantor)]
        # Where another administrator gave it, only that one may take it back; the functions know of the revocation.
        with suppress(errors.InsufficientPrivilege), line.transaction():
            line.execute(sql.SQL("REVOKE {} FROM {} GRANTED BY {}").format(*names))


def hang_up(line: Line, login: str) -> None:
    """End a login's open lines. Who made a role may be in it, and whoever is in it may end its lines."""
    with suppress(errors.InsufficientPrivilege), line.transaction():
        line.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(login)))
        line.execute(_HANG_UP, (login,))
        line.execute(sql.SQL("REVOKE {} FROM CURRENT_USER").format(sql.Identifier(login)))


def _scrambled(line: Line, login: str, secret: str) -> sql.Literal:
    """Return the form of a password that the server, and so its log, is given."""
    return sql.Literal(line.pgconn.encrypt_password(secret.encode(), login.encode(), b"scram-sha-256").decode())


def _limit(line: Line, login: str, *, is_router: bool) -> None:
    for name, value in (ROUTER_LIMITS if is_router else STATION_LIMITS).items():
        setting = "ALTER ROLE {} SET {} = {}"
        line.execute(sql.SQL(setting).format(sql.Identifier(login), sql.Identifier(name), sql.Literal(value)))


def _is_ours(line: Line, login: str) -> bool:
    return line.execute(_IS_OURS, (login,)).fetchone() == (True,)
