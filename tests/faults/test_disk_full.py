"""A disk without room: refused with the space left, nothing acknowledged is lost, and work goes on later."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desk.devices.printer import PrintPool
from onestop_desk.models.fault import DiskFull
from onestop_desk.models.session import connect_raw
from onestop_desk.services import paperwork, printing
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import SetUp, set_up
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.printing import JobState
from onestop_desk.services.upkeep import check, rebuild
from onestop_desk.ui.refusal import sentence
from tests.desks import OFFICE, an_application, open_new_desk
from tests.faults.disks import fill, needs_mount, small_disk

_PROGRAM = """
import resource, signal, sys
from pathlib import Path
from onestop_desk.models.fault import DiskFull
from onestop_desk.services.intake import accept
from onestop_desk.services.upkeep import check
from tests.desks import an_application, open_new_desk
desk = open_new_desk(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = max(path.stat().st_size for path in desk.folder.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, resource.RLIM_INFINITY))
codes = []
try:
    for number in range(10_000):
        codes.append(accept(desk, an_application(f"f{number}", note="x" * 2000)).code)
except DiskFull as full:
    print("refused", full.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with desk.reading() as connection:
    kept = [row[0] for row in connection.exec_driver_sql("SELECT code FROM dossier ORDER BY id")]
print("kept" if kept == codes and codes else "lost")
print("sound" if not check(desk).findings else "unsound")
print("goes on" if accept(desk, an_application("after")).is_new else "")
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as place:
        yield place


@pytest.fixture
def small(disk: Path) -> Iterator[Desk]:
    desk = open_new_desk(disk / "data")
    yield desk
    desk.close()


def _until_full(desk: Desk) -> tuple[list[str], DiskFull]:
    codes: list[str] = []
    with pytest.raises(DiskFull) as refused:
        for number in range(500):
            codes.append(accept(desk, an_application(f"f{number}", note="ghi " * 2000)).code)
    return codes, refused.value


@needs_mount
def test_a_full_disk_refuses_the_save_and_keeps_what_was_saved(small: Desk) -> None:
    accept(small, an_application("first"))
    filler = fill(small.folder.parent)
    codes, refused = _until_full(small)
    assert refused.folder == str(small.folder)
    assert str(refused.free_mb) in sentence(refused).what
    filler.unlink()
    assert accept(small, an_application(f"f{len(codes)}")).is_new
    assert check(small).findings == ()
    with small.reading() as connection:
        kept = {row[0] for row in connection.exec_driver_sql("SELECT code FROM dossier")}
    assert set(codes) < kept
    assert len(kept) == len(codes) + 2


@needs_mount
def test_a_full_disk_at_a_rebuild_leaves_the_old_projections(small: Desk) -> None:
    for number in range(10):
        accept(small, an_application(f"f{number}"))
    connect_raw(small.database.path).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    filler = fill(small.folder.parent)
    with pytest.raises(DiskFull):
        rebuild(small)
    filler.unlink()
    assert check(small).findings == ()
    assert check(small).dossiers == 10


@needs_mount
def test_a_set_up_on_a_full_disk_is_named_and_can_begin_anew(disk: Path) -> None:
    filler = fill(disk)
    with pytest.raises(DiskFull):
        set_up(disk / "data", SetUp(OFFICE, 2))
    filler.unlink()
    set_up(disk / "data", SetUp(OFFICE, 2)).close()


@needs_mount
def test_a_start_on_a_full_disk_is_named_and_works_after(small: Desk) -> None:
    small.close()
    filler = fill(small.folder.parent)
    with pytest.raises(DiskFull):
        open_desk(small.folder)
    filler.unlink()
    open_desk(small.folder).close()


@needs_mount
def test_a_full_disk_of_the_machines_memory_is_named_at_set_up_and_forgives_a_save(
    tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONESTOP_STATE", str(disk))
    filler = fill(disk)
    with pytest.raises(DiskFull) as refused:
        set_up(tmp_path / "data", SetUp(OFFICE, 2))
    assert refused.value.folder.startswith(str(disk))
    filler.unlink()
    desk = open_desk(tmp_path / "data")
    fill(disk)
    assert accept(desk, an_application()).is_new
    desk.close()


@needs_mount
def test_a_paper_that_finds_no_room_waits_and_the_register_goes_on(tmp_path: Path, disk: Path) -> None:
    desk = open_new_desk(tmp_path / "data")
    (desk.folder / "papers").symlink_to(disk)
    fill(disk)
    first = printing.register(desk, an_application("a"))
    printing.register(desk, an_application("b"))
    with pytest.raises(DiskFull):
        paperwork.keep(desk, first.uid, Sheet(Form.RECEIPT))
    pool = PrintPool()
    printing.hand_in(desk, pool)
    refused = printing.jobs(desk, (JobState.REFUSED,))
    assert [job.fault for job in refused] == ["disk_full", "disk_full"]
    (disk / "filler").unlink()
    assert not list(disk.rglob("*.new"))
    for job in refused:
        printing.try_again(desk, job.id)
    printing.hand_in(desk, pool)
    assert len(printing.jobs(desk, (JobState.KEPT,))) == 2
    pool.close()
    desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only POSIX systems can")
def test_a_file_that_may_not_grow_refuses_the_save_and_keeps_what_was_saved(tmp_path: Path) -> None:
    environment = {**os.environ, "ONESTOP_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path / "data")]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ended.stdout.split("\n")[:-1] == ["refused DB-FULL", "kept", "sound", "goes on"], ended.stderr


def test_a_register_at_its_size_limit_refuses_the_save_whole(desk: Desk) -> None:
    accept(desk, an_application("first"))
    with pytest.raises(DiskFull), desk.writing() as writing:
        pages = writing.connection.exec_driver_sql("PRAGMA page_count").scalar()
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        writing.connection.exec_driver_sql("UPDATE serial_counter SET last = last + 1")
        writing.connection.exec_driver_sql("INSERT INTO local_fact VALUES ('big', hex(zeroblob(2000000)))")
    assert check(desk).findings == ()
    with desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT last FROM serial_counter").scalar() == 2001
