"""Making, recognising and migrating the register's file."""

from pathlib import Path
from typing import Any

from onestop_desk.models.fault import DatabaseDamaged, DatabaseForeign, DatabaseNewer
from onestop_desk.models.session import APPLICATION_ID, Database, connect_raw, faults_named, file_faults_named

REVISION = "0009"
KNOWN_REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")

_MAGIC = b"SQLite format 3\x00"


def make_register(path: Path) -> Database:
    """Create an empty register; refuses a path where anything is."""
    with file_faults_named(path), path.open("xb"):
        pass
    with faults_named(path):
        connection = connect_raw(path)
        try:
            connection.execute("PRAGMA page_size=8192")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
        finally:
            connection.close()
    return open_register(path)


def open_register(path: Path) -> Database:
    """Open an existing register and migrate it if it is older; a foreign, damaged or newer file is left untouched."""
    found = _recognise(path)
    if found != REVISION:
        _migrate(path)
    return Database(path)


def _recognise(path: Path) -> str | None:
    with file_faults_named(path), path.open("rb") as file:
        header = file.read(100)
    if header[:16] != _MAGIC:
        raise DatabaseForeign(str(path))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DatabaseForeign(str(path))
    with faults_named(path):
        connection = connect_raw(path, read_only=True)
        try:
            found = _revision(connection)
        finally:
            connection.close()
    if found is not None and found not in KNOWN_REVISIONS:
        raise DatabaseNewer(str(path), found, REVISION)
    return found


def _revision(connection: Any) -> str | None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    if "alembic_version" not in tables:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _migrate(path: Path) -> None:
    # Alembic is imported only when there is something to do: it costs more than the rest of the start.
    from onestop_desk.models.migrations.run import upgrade

    database = Database(path)
    try:
        with database.writing() as connection:
            upgrade(connection)
    finally:
        database.close()


def check_file(database: Database) -> None:
    """Let SQLite read the whole file; raises DatabaseDamaged when anything in it is wrong."""
    # A connection of its own: FTS5's check trusts what an older connection remembers from before a rebuild.
    with faults_named(database.path):
        connection = connect_raw(database.path, read_only=True)
        try:
            words = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        finally:
            connection.close()
    if words != ["ok"]:
        raise DatabaseDamaged(str(database.path))
