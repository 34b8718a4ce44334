"""A register of every earlier revision opens with its dossiers in it, and works on."""

from pathlib import Path

from onestop_desk.domain.events import HandedOver, SupplementRequested
from onestop_desk.models.base import Base
from onestop_desk.models.migrations.run import upgrade
from onestop_desk.models.schema import KNOWN_REVISIONS, REVISION, open_register
from onestop_desk.models.session import APPLICATION_ID, Database, connect_raw
from onestop_desk.services import lookup
from onestop_desk.services.desk import REGISTER, open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock, an_application, open_new_desk

_OLD_SUBJECT = (
    "CASE WHEN substr(subject, 1, 1) = x'01' THEN 'dossier/' || lower(hex(substr(subject, 2))) "
    "ELSE CAST(subject AS TEXT) END"
)


def test_the_last_known_revision_is_the_one_that_is_made() -> None:
    assert KNOWN_REVISIONS[-1] == REVISION


def test_a_register_of_the_first_revision_opens_with_its_dossiers(tmp_path: Path) -> None:
    clock = SettableClock()
    desk = open_new_desk(tmp_path / "data", clock=clock)
    code = accept(desk, an_application()).code
    waiting = accept(desk, an_application("waiting"))
    take_step(desk, waiting.uid, SupplementRequested(clock(), ("Ảnh",), "mờ"))
    desk.close()
    _make_old(tmp_path / "data" / REGISTER)
    again = open_desk(tmp_path / "data", clock=clock)
    try:
        (line,) = lookup.by_code(again, code)
        assert line.owner_name == "Nguyễn Văn Mẫu"
        assert check(again).findings == ()
        take_step(again, line.uid, HandedOver(clock(), "Tư pháp"))
        assert check(again).findings == ()
    finally:
        again.close()


def _make_old(path: Path) -> None:
    """Rewrite a register as revision 0001 had it, with all that it holds."""
    old = path.with_name("old.sqlite3")
    old.touch()
    raw = connect_raw(old)
    for pragma in ("page_size=8192", f"application_id={APPLICATION_ID}", "journal_mode=WAL"):
        raw.execute(f"PRAGMA {pragma}")
    raw.close()
    database = Database(old)
    with database.writing() as connection:
        upgrade(connection, "0001")
    database.close()
    raw = connect_raw(old)
    raw.execute("ATTACH DATABASE ? AS new", (str(path),))
    for table in Base.metadata.tables:
        columns = [row[1] for row in raw.execute(f"PRAGMA main.table_info({table})")]
        if columns:
            names = ", ".join(f'"{name}"' for name in columns)
            values = names.replace('"subject"', _OLD_SUBJECT).replace('"original_due_at"', '"due_at"')
            raw.execute(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM new.{table}")
    raw.execute("INSERT INTO dossier_search(dossier_search) VALUES ('rebuild')")
    raw.close()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    old.rename(path)


def test_a_migrated_register_is_at_the_latest_revision(tmp_path: Path) -> None:
    desk = open_new_desk(tmp_path / "data")
    desk.close()
    _make_old(tmp_path / "data" / REGISTER)
    open_register(tmp_path / "data" / REGISTER).close()
    raw = connect_raw(tmp_path / "data" / REGISTER, read_only=True)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISION,)
    raw.close()
