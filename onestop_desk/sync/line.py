"""The line to the centre's PostgreSQL: opened safely or not at all, never waited for without end, faults told apart."""

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.waiting import Ready

from onestop_desk.domain.errors import DeskError
from onestop_desk.sync.fault import (
    AddressRefused,
    CentreBusy,
    CentreForeign,
    CentreRefused,
    CentreUnreachable,
    CertificateRefused,
    LineLost,
)

CONNECT_S, SILENCE_S = 20, 20.0
"""How long a connection may take, and how long the centre may say nothing in the middle of an answer. To connect is
six ways there and back, of which a bad line takes three seconds each."""

_LOOK_S = 0.5
_HERE = {"localhost", "127.0.0.1", "::1"}
_TLS = "verify-full"

# While a line is being opened, libpq tells the server's reasons apart by its words alone.
_CERTIFICATE = ("certificate", "SSL")
_REFUSED = (
    "password authentication",
    "no pg_hba.conf entry",
    "is not permitted to log in",
    "permission denied",
    "no password supplied",
    "authentication failed",
    "no such user",
)
_STARTING = ("starting up", "shutting down", "recovery mode", "not yet accepting", "not currently accepting")
_FULL_HOUSE = ("too many clients", "too many connections", "remaining connection slots", "no more connections allowed")


NOT_STORABLE = (psycopg.DataError, psycopg.IntegrityError, errors.ProgramLimitExceeded, ValueError, OverflowError)
"""What storing a value raises that this database cannot hold."""


class Line(psycopg.Connection[Any]):
    """A connection that gives up when the other end falls silent."""

    def wait(self, gen: Generator[Any, Any, Any], interval: float = _LOOK_S, timeout: float | None = None) -> Any:
        """Wait for an answer, at most SILENCE_S from one sign of life to the next."""
        return super().wait(_impatient(gen), _LOOK_S, timeout)


def open_line(url: str, password: str = "") -> Line:
    """Open a line: a statement is a transaction, nothing that a pooler could not forward; raises sync/fault.py's."""
    parts = safe_parts(url)
    if password:
        parts["password"] = password
    host = str(parts.get("host", ""))
    try:
        line = Line.connect(
            make_conninfo(**parts),
            autocommit=True,
            prepare_threshold=None,
            connect_timeout=CONNECT_S,
            application_name="onestop-desk",
        )
    except psycopg.Error as error:
        raise _named_at_opening(error, host) from error
    return line


def safe_parts(url: str) -> dict[str, Any]:
    """Return a URL's parts; a host that is not this machine is spoken to with a verified certificate, or not at all."""
    try:
        parts = dict(conninfo_to_dict(url))
    except psycopg.Error as error:
        raise AddressRefused("form") from error
    host = str(parts.get("host") or "")
    if not host or "service" in parts or "hostaddr" in parts:  # what the address does not say, another file might
        raise AddressRefused("form")
    if "," in host:  # libpq would go on to the next one, where the first is not this machine or not there
        raise AddressRefused("several")
    parts["hostaddr"] = ""  # nor may PGHOSTADDR say it
    if host in _HERE or host.startswith("/"):
        return parts
    if parts.get("sslmode", _TLS) != _TLS:
        raise AddressRefused("plain")
    return parts | {"sslmode": _TLS, "sslrootcert": parts.get("sslrootcert", "system")}


@contextmanager
def faults_named(host: str) -> Iterator[None]:
    """Turn what goes wrong in the middle of a conversation into errors a person can act on."""
    try:
        yield
    except psycopg.Error as error:
        named = _named(error, host)
        if named is None:
            raise
        raise named from error


def _impatient(gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
    until = time.monotonic() + SILENCE_S
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if ready != Ready.NONE:
                until = time.monotonic() + SILENCE_S
            elif time.monotonic() > until:
                raise psycopg.OperationalError("the centre has fallen silent")
            wanted = gen.send(ready)
    except StopIteration as end:
        return end.value


def _named_at_opening(error: psycopg.Error, host: str) -> DeskError:
    words = str(error)
    if isinstance(error, errors.InvalidCatalogName) or ("does not exist" in words and "database" in words):
        return CentreForeign(host)
    if "no pg_hba.conf entry" not in words and any(sign in words for sign in _CERTIFICATE):
        return CertificateRefused(host)
    if any(sign in words for sign in _REFUSED) or ("role" in words and "does not exist" in words):
        return CentreRefused(host)
    if any(sign in words for sign in _STARTING):
        return CentreBusy(host, "starting")
    if any(sign in words for sign in _FULL_HOUSE):
        return CentreBusy(host, "busy")
    return CentreUnreachable(host)


def _named(error: psycopg.Error, host: str) -> DeskError | None:
    match error:
        case errors.ReadOnlySqlTransaction():
            return CentreBusy(host, "read_only")
        case errors.DiskFull():
            return CentreBusy(host, "full")
        case errors.AdminShutdown() | errors.CrashShutdown() | errors.CannotConnectNow():
            return CentreBusy(host, "starting")
        case errors.TooManyConnections() | errors.LockNotAvailable() | errors.QueryCanceled() | errors.OutOfMemory():
            return CentreBusy(host, "busy")
        case errors.DeadlockDetected() | errors.SerializationFailure():
            return CentreBusy(host, "busy")
        case (
            errors.UndefinedFunction() | errors.InvalidSchemaName() | errors.UndefinedTable() | errors.UndefinedColumn()
        ):
            return CentreForeign(host)
        case errors.InsufficientPrivilege():
            return CentreRefused(host)
        case errors.IdleInTransactionSessionTimeout() | psycopg.OperationalError() | psycopg.InterfaceError():
            return LineLost(host)
    return None
