"""One program, one stream, one life: copies, restores and second programs show themselves."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import Office
from onestop_desk.models.fault import DatabaseForeign, DatabaseMissing, DatabaseNewer
from onestop_desk.models.session import connect_raw
from onestop_desk.services.desk import REGISTER, Desk, look_into, open_desk
from onestop_desk.services.fault import AlreadySetUp, DeskCopied, DeskInUse, NotSetUp, RangeTaken
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import SetUp, adopt_copy, free_extra, grant_range, set_up
from onestop_desk.services.upkeep import check
from tests.desks import OFFICE, SettableClock, an_application


def test_a_new_folder_knows_its_office_its_counter_and_ten_years_of_calendar(desk: Desk) -> None:
    assert (desk.office, desk.state.counter, desk.state.extras) == (OFFICE, 2, (0,))
    assert desk.calendar.years == frozenset(range(2018, 2028))


@pytest.mark.parametrize(
    ("office", "field"), [(Office("H31..x", "A"), "agency_code"), (Office("H31.1.1", " "), "office.name")]
)
def test_set_up_refuses_what_cannot_be_and_leaves_nothing(tmp_path: Path, office: Office, field: str) -> None:
    with pytest.raises(BadValue):
        set_up(tmp_path / "data", SetUp(office, 1))
    assert not (tmp_path / "data").exists()


def test_a_folder_is_set_up_once(desk: Desk) -> None:
    desk.close()
    with pytest.raises(AlreadySetUp):
        set_up(desk.folder, SetUp(OFFICE, 3))


def test_a_second_program_on_one_folder_is_refused_but_may_look(desk: Desk) -> None:
    accept(desk, an_application())
    with pytest.raises(DeskInUse):
        open_desk(desk.folder)
    beside = look_into(desk.folder)
    assert check(beside).dossiers == 1
    beside.close()


def test_an_empty_folder_is_not_set_up_and_a_lost_register_is_never_replaced(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotSetUp):
        open_desk(tmp_path / "empty")
    desk.close()
    (desk.folder / REGISTER).unlink()
    (desk.folder / "settings.toml").unlink()
    with pytest.raises(DatabaseMissing):
        open_desk(desk.folder)
    assert not (desk.folder / REGISTER).exists()


def test_a_copied_folder_writes_nothing_until_it_has_a_stream_and_a_range_of_its_own(
    desk: Desk, tmp_path: Path, clock: SettableClock
) -> None:
    accept(desk, an_application("a"))
    desk.close()
    copy = shutil.copytree(desk.folder, tmp_path / "copy")
    with pytest.raises(DeskCopied) as found:
        open_desk(copy, clock)
    assert (found.value.counter, found.value.extra) == (2, 0)
    adopted = adopt_copy(copy, 2, 1, "máy thứ hai", clock)
    theirs = accept(adopted, an_application("b"))
    original = open_desk(desk.folder, clock)
    ours = accept(original, an_application("b"))
    assert (DossierCode.parse(ours.code).serial, DossierCode.parse(theirs.code).serial) == (2002, 12001)
    assert adopted.stream != original.stream
    assert check(adopted).findings == check(original).findings == ()
    adopted.close()
    original.close()


def test_a_restored_older_register_is_noticed(desk: Desk, tmp_path: Path, clock: SettableClock) -> None:
    accept(desk, an_application("a"))
    desk.close()
    backup = shutil.copy(desk.folder / REGISTER, tmp_path / "backup")
    again = open_desk(desk.folder, clock)
    accept(again, an_application("b"))
    again.close()
    shutil.copy(backup, desk.folder / REGISTER)
    with pytest.raises(DeskCopied):
        open_desk(desk.folder, clock)


def test_a_register_restored_within_one_run_is_noticed_by_its_number(desk: Desk, tmp_path: Path) -> None:
    accept(desk, an_application("a"))
    (tmp_path / "backup").touch()
    # The program's own SQLite: another one in this process would let go of the register's locks.
    target = connect_raw(tmp_path / "backup")
    source = connect_raw(desk.folder / REGISTER)
    source.backup(target)
    source.close()
    target.close()
    accept(desk, an_application("b"))
    desk.close()
    for rest in desk.folder.glob(f"{REGISTER}-*"):
        rest.unlink()
    shutil.copy(tmp_path / "backup", desk.folder / REGISTER)
    with pytest.raises(DeskCopied) as found:
        open_desk(desk.folder)
    assert found.value.known_seq > found.value.found_seq


def test_a_crash_is_not_taken_for_a_copy(desk: Desk) -> None:
    accept(desk, an_application("a"))
    assert desk.lock is not None
    desk.lock.release()
    desk.database.close()
    open_desk(desk.folder).close()


def test_a_range_that_the_log_has_seen_is_refused(desk: Desk) -> None:
    assert free_extra(desk, 2) == 1
    grant_range(desk, 1, "hết số")
    with pytest.raises(RangeTaken):
        grant_range(desk, 1, "lần nữa")
    assert (free_extra(desk, 2), free_extra(desk, 3)) == (2, 0)


@pytest.mark.parametrize("content", [b"", b"xin chao" * 200])
def test_a_file_that_is_no_register_is_named_and_left_alone(desk: Desk, content: bytes) -> None:
    desk.close()
    (desk.folder / REGISTER).write_bytes(content)
    with pytest.raises(DatabaseForeign):
        open_desk(desk.folder)
    assert (desk.folder / REGISTER).read_bytes() == content


def test_another_programs_database_is_named_and_left_alone(desk: Desk) -> None:
    desk.close()
    path = desk.folder / REGISTER
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE places (id)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseForeign):
        open_desk(desk.folder)
    assert path.read_bytes() == before


def test_a_newer_programs_register_is_named_and_left_alone(desk: Desk) -> None:
    desk.close()
    newer = sqlite3.connect(desk.folder / REGISTER)
    newer.execute("UPDATE alembic_version SET version_num='9999'")
    newer.commit()
    newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    newer.close()
    before = (desk.folder / REGISTER).read_bytes()
    with pytest.raises(DatabaseNewer) as refused:
        open_desk(desk.folder)
    assert refused.value.found == "9999"
    assert (desk.folder / REGISTER).read_bytes() == before
