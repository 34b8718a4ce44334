"""A register that is deleted, moved, replaced or made read-only under a running desk: said at once, never forgotten."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onestop_desk.models.fault import DatabaseForeign, DatabaseMissing, DatabaseReadOnly, DatabaseUnreachable
from onestop_desk.models.schema import make_register
from onestop_desk.models.session import connect_raw
from onestop_desk.services import paperwork, staff
from onestop_desk.services.desk import REGISTER, Desk, look_into, open_desk
from onestop_desk.services.fault import DeskCopied, NotSetUp, PaperNotKept
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.upkeep import check
from tests.desks import an_application, open_new_desk
from tests.faults.disks import needs_mount, set_read_only, small_disk


def _deleted(desk: Desk) -> None:
    for file in desk.folder.glob(f"{REGISTER}*"):
        file.unlink()


def _folder_deleted(desk: Desk) -> None:
    shutil.rmtree(desk.folder)


def _moved(desk: Desk) -> None:
    desk.folder.rename(desk.folder.with_name("moved"))


def _replaced(desk: Desk) -> None:
    content = desk.database.path.read_bytes()
    desk.database.path.unlink()
    desk.database.path.write_bytes(content)


def _made_new(desk: Desk) -> None:
    _deleted(desk)
    make_register(desk.database.path).close()


def _log_deleted(desk: Desk) -> None:
    (desk.folder / f"{REGISTER}-wal").unlink()


@pytest.mark.parametrize("gone", [_deleted, _folder_deleted, _moved, _replaced, _made_new, _log_deleted])
def test_nothing_is_acknowledged_after_the_file_has_gone(desk: Desk, gone: Callable[[Desk], None]) -> None:
    accept(desk, an_application("before"))
    gone(desk)
    with pytest.raises(DatabaseUnreachable):
        accept(desk, an_application("after"))


def _file_deleted(desk: Desk) -> None:
    desk.database.path.unlink()


@pytest.mark.parametrize("gone", [_deleted, _file_deleted, _moved, _log_deleted])
def test_a_file_that_goes_while_it_is_written_is_noticed_before_the_answer(
    desk: Desk, gone: Callable[[Desk], None]
) -> None:
    with pytest.raises(DatabaseUnreachable):
        accept(desk, an_application(), lambda _writing, _uid: gone(desk))


@pytest.mark.parametrize("gone", [_deleted, _folder_deleted, _moved, _replaced])
def test_a_look_every_second_says_it_without_a_save(desk: Desk, gone: Callable[[Desk], None]) -> None:
    desk.require_folder()
    gone(desk)
    with pytest.raises(DatabaseUnreachable):
        desk.require_folder()


def test_every_other_door_says_it_too(desk: Desk) -> None:
    uid = accept(desk, an_application()).uid
    _deleted(desk)
    with pytest.raises(DatabaseUnreachable):
        staff.change_password(desk, "hoa", "matkhau-456")
    with pytest.raises(DatabaseUnreachable):
        paperwork.reprint(desk, uid, Form.RECEIPT, "rách")


def test_the_next_start_asks_for_the_lost_register_and_makes_none(desk: Desk) -> None:
    accept(desk, an_application())
    _deleted(desk)
    desk.close()
    with pytest.raises(DatabaseMissing):
        open_desk(desk.folder)
    assert not list(desk.folder.glob(f"{REGISTER}*"))


def test_the_next_start_on_an_empty_file_in_its_place_leaves_it_alone(desk: Desk) -> None:
    _deleted(desk)
    desk.close()
    desk.database.path.touch()
    with pytest.raises(DatabaseForeign):
        open_desk(desk.folder)
    assert desk.database.path.read_bytes() == b""


def test_a_moved_back_folder_goes_on_where_it_was(desk: Desk) -> None:
    first = accept(desk, an_application("a"))
    moved = desk.folder.with_name("moved")
    desk.folder.rename(moved)
    with pytest.raises(DatabaseUnreachable):
        accept(desk, an_application("b"))
    moved.rename(desk.folder)
    assert accept(desk, an_application("b")).code != first.code
    assert check(desk).findings == ()


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotSetUp):
        open_desk(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_in_place_of_a_file_is_named(desk: Desk) -> None:
    desk.close()
    _deleted(desk)
    desk.database.path.mkdir()
    with pytest.raises(DatabaseUnreachable):
        open_desk(desk.folder)


def test_a_register_left_without_its_log_file_shows_what_it_has(desk: Desk) -> None:
    """A copy of register.sqlite3 alone, without its -wal, is an older register: asked about, not written."""
    connect_raw(desk.database.path).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(5):
        accept(desk, an_application(f"f{number}"))
    alone = desk.database.path.read_bytes()
    desk.close()
    desk.database.path.write_bytes(alone)
    with pytest.raises(DeskCopied):
        open_desk(desk.folder)


def test_settings_that_cannot_be_read_are_defaults_and_said(desk: Desk) -> None:
    desk.close()
    (desk.folder / "settings.toml").unlink()
    (desk.folder / "settings.toml").mkdir()
    again = open_desk(desk.folder)
    assert again.settings.refused == ("settings.toml",)
    again.close()


def test_papers_that_cannot_be_kept_are_named_and_the_dossier_stays(desk: Desk) -> None:
    uid = accept(desk, an_application()).uid
    (desk.folder / "papers").write_text("không phải thư mục")
    with pytest.raises(PaperNotKept):
        paperwork.keep(desk, uid, Sheet(Form.RECEIPT))
    assert check(desk).dossiers == 1


@needs_mount
def test_a_read_only_disk_is_named_and_harms_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        desk = open_new_desk(disk / "data")
        accept(desk, an_application())
        desk.close()
        set_read_only(disk, is_read_only=True)
        with pytest.raises(DatabaseReadOnly):
            open_desk(desk.folder)
        with pytest.raises(DatabaseUnreachable):
            look_into(desk.folder)
        set_read_only(disk, is_read_only=False)
        open_desk(desk.folder).close()
