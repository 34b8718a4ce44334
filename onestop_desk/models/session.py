"""The two doors to the register: one writer that never loses an update, many readers that never wait for it."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite  # plain SQLite here: the wheel bundles a version without the WAL bug of 3.51.2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from onestop_desk.domain.errors import DeskError
from onestop_desk.models.fault import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    FileIsDevice,
)

BUSY_MS = 5_000
APPLICATION_ID = 0x4F53_4431  # "OSD1"
_SIGNS_OF_DAMAGE = (
    *("malformed", "not a database", "corrupt", "unsupported file format"),
    *("Could not decode", "checksum mismatch", "missing row", "no such column", "no such table"),
    "has no column named",
)
SQLITE_VERSION = str(sqlite.sqlite_version)


class Database:
    """One register file. Writing happens one at a time, durable when `writing()` returns; reading sees a snapshot."""

    def __init__(self, path: Path) -> None:
        """Prepare the doors; the file must exist and be ours (models.schema sees to that)."""
        self.path = path
        self._wal = path.with_name(f"{path.name}-wal")
        self._identity = _identity(path)
        self._writer = _engine(path, begin="BEGIN IMMEDIATE", query_only=False)
        self._reader = _engine(path, begin="BEGIN", query_only=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the one write transaction; committed and on disk at the end, gone on any error."""
        self.require_file()
        with faults_named(self.path), self._writer.begin() as connection:
            yield connection
        # SQLite goes on writing to a file that was deleted: only what the path still leads to is saved.
        self.require_file()
        if not self._wal.exists():
            raise DatabaseUnreachable(str(self._wal))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a reading transaction that never holds up the writer."""
        with faults_named(self.path), self._reader.begin() as connection:
            yield connection

    def require_file(self) -> None:
        """Raise DatabaseUnreachable when the path no longer leads to the file that was opened; costs microseconds."""
        if _identity(self.path) != self._identity:
            raise DatabaseUnreachable(str(self.path))

    def close(self) -> None:
        """Let go of the file."""
        self._writer.dispose()
        self._reader.dispose()


def connect_raw(path: Path, *, read_only: bool = False) -> Any:
    """Open a driver connection in autocommit mode; `read_only` never writes to the file."""
    mode = "ro" if read_only else "rw"
    connection = sqlite.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    return connection


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the file into errors a person can act on."""
    try:
        yield
    except (DBAPIError, sqlite.Error) as error:
        named = _named(str(getattr(error, "orig", error)), path)
        if named is None:
            raise
        raise named from error
    except UnicodeDecodeError as error:  # the driver, about stored text or a schema that is no text any more
        raise DatabaseDamaged(str(path)) from error


@contextmanager
def file_faults_named(path: Path) -> Iterator[None]:
    """Turn the system's errors about `path` into errors a person can act on."""
    try:
        yield
    except OSError as error:
        raise file_fault(error, path) from error


def file_fault(error: OSError, path: Path) -> DeskError:
    """Return what an error of the file system means: full, read-only, or not to be reached."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG):
        return DiskFull(str(path.parent), _free_megabytes(path.parent))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DatabaseReadOnly(str(path.parent))
    return DatabaseUnreachable(str(path))


def require_no_device(path: Path) -> None:
    """Raise FileIsDevice where a file would take the place of what is none: it is there for other programs."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise FileIsDevice(str(path))


def _named(message: str, path: Path) -> Exception | None:
    if "locked" in message or "busy" in message:
        return DatabaseBusy(BUSY_MS // 1000)
    if "disk is full" in message or "disk I/O error" in message:
        return DiskFull(str(path.parent), _free_megabytes(path.parent))
    if "readonly" in message:
        return DatabaseReadOnly(str(path.parent))
    if any(sign in message for sign in _SIGNS_OF_DAMAGE):
        return DatabaseDamaged(str(path))
    if "unable to open" in message:
        return DatabaseUnreachable(str(path))
    return None


def _free_megabytes(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free // 1_000_000
    except OSError:
        return 0


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # Windows keeps an open file from being deleted or replaced, and some of its file systems number files anew.
    return (0, 0) if os.name == "nt" else (found.st_dev, found.st_ino)


def _engine(path: Path, *, begin: str, query_only: bool) -> Engine:
    def connect() -> Any:
        connection = connect_raw(path)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cache_size=-16000")
        connection.execute(f"PRAGMA query_only={int(query_only)}")
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=connect,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=2,
        hide_parameters=True,  # an error's text may be logged; names and numbers may not
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
