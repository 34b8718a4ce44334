"""The two doors: no lost update, durable commits, named faults."""

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from onestop_desk.models import session as doors
from onestop_desk.models.fault import DatabaseBusy, DatabaseReadOnly, DiskFull
from onestop_desk.models.migrations.run import differences
from onestop_desk.models.schema import make_register, open_register
from onestop_desk.models.session import SQLITE_VERSION, Database, connect_raw


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return make_register(tmp_path / "register.sqlite3")


def test_the_bundled_sqlite_is_newer_than_the_wal_bug() -> None:
    assert tuple(int(part) for part in SQLITE_VERSION.split(".")) > (3, 51, 2)


def test_migrations_make_exactly_what_the_models_say(database: Database) -> None:
    with database.reading() as connection:
        assert differences(connection) == []


def test_commits_are_durable_and_the_log_is_write_ahead(database: Database) -> None:
    with database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_read_then_write_from_many_threads_loses_no_update(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO local_fact VALUES ('n', '0')")

    def count() -> None:
        for _ in range(25):
            with database.writing() as connection:
                seen = int(connection.exec_driver_sql("SELECT value FROM local_fact WHERE name='n'").scalar())
                connection.exec_driver_sql(f"UPDATE local_fact SET value='{seen + 1}' WHERE name='n'")

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT value FROM local_fact WHERE name='n'").scalar() == "100"


def test_readers_never_wait_for_the_writer_and_cannot_write(database: Database) -> None:
    with database.writing() as writer:
        writer.exec_driver_sql("INSERT INTO local_fact VALUES ('x', '1')")
        with database.reading() as reader:
            assert reader.exec_driver_sql("SELECT count(*) FROM local_fact").scalar() == 0
    with pytest.raises(DatabaseReadOnly), database.reading() as reader:
        reader.exec_driver_sql("INSERT INTO local_fact VALUES ('y', '1')")


def test_a_register_held_by_another_process_is_named_after_the_wait(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "BUSY_MS", 50)
    impatient = Database(database.path)
    other = connect_raw(database.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy), impatient.writing():
        pass
    other.execute("ROLLBACK")
    with impatient.writing() as connection:
        connection.exec_driver_sql("INSERT INTO local_fact VALUES ('after', '1')")


def test_a_full_disk_is_named_and_leaves_the_register_whole(database: Database) -> None:
    with pytest.raises(DiskFull), database.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={connection.exec_driver_sql('PRAGMA page_count').scalar()}")
        connection.exec_driver_sql("INSERT INTO local_fact VALUES ('big', hex(zeroblob(2000000)))")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM local_fact").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def _migrate_until_killed(path: str, statement: int) -> None:
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    seen = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def _count(*_anything: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), 9)

    make_register(Path(path))


@pytest.mark.parametrize("statement", [1, 3, 7, 12, 18, 24, 30])
def test_a_migration_killed_at_any_statement_is_made_whole_at_the_next_start(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "register.sqlite3"
    process = multiprocessing.get_context("spawn").Process(target=_migrate_until_killed, args=(str(path), statement))
    process.start()
    process.join(60)
    database = open_register(path)
    with database.reading() as connection:
        assert differences(connection) == []
    database.close()
