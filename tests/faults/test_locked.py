"""A register that another process holds: waited for, named, nothing half saved."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onestop_desk.models import session as doors
from onestop_desk.models.fault import DatabaseBusy
from onestop_desk.services import printing
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.upkeep import check
from onestop_desk.ui.refusal import sentence
from tests.desks import SettableClock, an_application, open_new_desk

_HOLDER = """
import sys
from pathlib import Path
from onestop_desk.models.session import connect_raw
connection = connect_raw(Path(sys.argv[1]))
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def _held(path: Path, how: str = "IMMEDIATE") -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _HOLDER, str(path), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
        holder.kill()


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(doors, "BUSY_MS", 200)
    desk = open_new_desk(tmp_path / "data")
    yield desk
    desk.close()


def test_the_wait_is_five_seconds() -> None:
    assert doors.BUSY_MS == 5_000


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_held_register_is_named_and_nothing_is_half_saved(impatient: Desk, how: str) -> None:
    before = accept(impatient, an_application("before"))
    with _held(impatient.database.path, how):
        with pytest.raises(DatabaseBusy) as refused:
            printing.register(impatient, an_application("during"))
        assert "đang bị một chương trình khác giữ" in sentence(refused.value).what
    assert _counts(impatient) == (1, 0)
    again = printing.register(impatient, an_application("during"))
    assert (before.code[-4:], again.code[-4:]) == ("2001", "2002")
    assert _counts(impatient) == (2, 1)
    assert check(impatient).findings == ()


def _counts(desk: Desk) -> tuple[int, int]:
    with desk.reading() as connection:
        dossiers = connection.exec_driver_sql("SELECT count(*) FROM dossier").scalar()
        jobs = connection.exec_driver_sql("SELECT count(*) FROM print_job").scalar()
    return int(dossiers or 0), int(jobs or 0)


def test_a_holder_that_dies_holds_nothing(impatient: Desk) -> None:
    with _held(impatient.database.path) as holder:
        holder.kill()
        holder.wait()
        assert accept(impatient, an_application()).is_new


def test_a_start_beside_a_holder_is_named_and_works_after(impatient: Desk, clock: SettableClock) -> None:
    impatient.close()
    with _held(impatient.database.path), pytest.raises(DatabaseBusy):
        open_desk(impatient.folder, clock)
    open_desk(impatient.folder, clock).close()
