"""Papers on bad days: the dossier is safe, the cause is named, nothing prints twice or by itself, others go on."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desk.devices.printer import PrintPool, folder_printer
from onestop_desk.models.fault import DatabaseBusy, DatabaseDamaged
from onestop_desk.models.session import connect_raw
from onestop_desk.services import printing
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import JobLine, JobState
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.upkeep import check
from onestop_desk.settings import with_setting
from tests.desks import SettableClock, an_application
from tests.devices.waiting import wait_until
from tests.faults.disks import fill, needs_mount, set_read_only, small_disk

_BEGIN = """import sys
sys.stdin.readline()
print('"begun"', flush=True)
"""
_HANGING = (sys.executable, "-c", f"{_BEGIN}sys.stdin.read()")
ALL = tuple(JobState)


@pytest.fixture
def pool() -> Iterator[PrintPool]:
    made = PrintPool()
    yield made
    made.close()


@pytest.fixture
def hanging() -> Iterator[PrintPool]:
    """Give printers that take an order and never answer."""
    made = PrintPool(command=_HANGING)
    yield made
    made.close()


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    tray = tmp_path / "tray"
    tray.mkdir()
    return tray


def _print_to(desk: Desk, folder: Path, form: str = "receipt") -> None:
    desk.settings = with_setting(desk.settings, f"{form}_printer", folder_printer(folder))


def _only(desk: Desk) -> JobLine:
    (job,) = printing.jobs(desk, ALL)
    return job


def _settled(desk: Desk, pool: PrintPool) -> None:
    def ended() -> bool:
        printing.take_outcomes(desk, pool)
        return not printing.jobs(desk, (JobState.SENDING,))

    wait_until(ended, "all jobs have an end")


def _printed(desk: Desk, pool: PrintPool) -> int:
    handed_in = printing.hand_in(desk, pool)
    _settled(desk, pool)
    return handed_in


def test_a_missing_tray_refuses_and_the_same_job_comes_out_later_once(
    desk: Desk, pool: PrintPool, tmp_path: Path
) -> None:
    _print_to(desk, tmp_path / "later")
    printing.register(desk, an_application())
    _printed(desk, pool)
    refused = _only(desk)
    assert (refused.state, refused.fault) == (JobState.REFUSED, "folder_missing")
    (tmp_path / "later").mkdir()
    assert _printed(desk, pool) == 0
    printing.try_again(desk, refused.id)
    assert _printed(desk, pool) == 1
    assert (_only(desk).id, _only(desk).state) == (refused.id, JobState.SENT)
    printing.try_again(desk, refused.id)
    assert _printed(desk, pool) == 0
    assert len(list((tmp_path / "later").iterdir())) == 1


@needs_mount
@pytest.mark.parametrize(("what", "fault"), [("full", "disk_full"), ("read-only", "folder_read_only")])
def test_a_bad_tray_is_named_while_the_other_printer_goes_on(
    desk: Desk, pool: PrintPool, tmp_path: Path, tray: Path, what: str, fault: str
) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        _print_to(desk, disk)
        _print_to(desk, tray, "slip")
        desk.settings = with_setting(desk.settings, "print_slip", True)
        printing.register(desk, an_application())
        fill(disk) if what == "full" else set_read_only(disk, is_read_only=True)
        _printed(desk, pool)
    ends = {job.form: (job.state, job.fault) for job in printing.jobs(desk, ALL)}
    assert ends == {Form.RECEIPT: (JobState.REFUSED, fault), Form.SLIP: (JobState.SENT, "")}


def test_a_worker_killed_in_the_middle_leaves_a_question(desk: Desk, tray: Path, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    marked = (*_HANGING[:2], f"import pathlib\n{_BEGIN}pathlib.Path({str(begun)!r}).touch()\nsys.stdin.read()")
    pool = PrintPool(command=marked)
    _print_to(desk, tray)
    printing.register(desk, an_application())
    printing.hand_in(desk, pool)
    wait_until(begun.exists, "the worker has begun")
    (pid,) = pool.worker_pids().values()
    os.kill(pid, signal.SIGTERM)
    _settled(desk, pool)
    assert (_only(desk).state, _only(desk).fault) == (JobState.UNKNOWN, "worker_died")
    pool.close()


def test_a_printer_that_hangs_holds_up_nobody(desk: Desk, tray: Path, tmp_path: Path) -> None:
    hanging = PrintPool(deadline=0.3, command=_HANGING)
    _print_to(desk, tray)
    first = printing.register(desk, an_application("a"))
    printing.hand_in(desk, hanging)
    assert accept(desk, an_application("b")).code != first.code
    _settled(desk, hanging)
    assert (_only(desk).state, _only(desk).fault) == (JobState.UNKNOWN, "timed_out")
    hanging.close()


def test_an_unknown_job_is_answered_once(desk: Desk, clock: SettableClock, pool: PrintPool, tray: Path) -> None:
    again = _run_that_died_while_sending(desk, clock, tray)
    unknown = _only(again)
    assert unknown.state is JobState.UNKNOWN
    assert _printed(again, pool) == 0
    printing.answer(again, unknown.id, is_on_paper=True)
    printing.answer(again, unknown.id, is_on_paper=False)
    assert _only(again).state is JobState.PRINTED
    printing.try_again(again, unknown.id)
    assert _printed(again, pool) == 0
    assert list(tray.iterdir()) == []
    again.close()


def _run_that_died_while_sending(desk: Desk, clock: SettableClock, tray: Path) -> Desk:
    _print_to(desk, tray)
    printing.register(desk, an_application())
    silent = PrintPool(command=_HANGING)
    printing.hand_in(desk, silent)
    silent.close()
    desk.close()
    again = open_desk(desk.folder, clock)
    printing.settle_earlier_runs(again)
    _print_to(again, tray)
    return again


def test_jobs_of_an_earlier_run_never_print_by_themselves(
    desk: Desk, clock: SettableClock, pool: PrintPool, tray: Path
) -> None:
    _print_to(desk, tray)
    for number in range(20):
        printing.register(desk, an_application(f"f{number}"))
    desk.close()
    again = open_desk(desk.folder, clock)
    _print_to(again, tray)
    assert _printed(again, pool) == 0
    assert printing.settle_earlier_runs(again) == 20
    assert _printed(again, pool) == 0
    assert {job.state for job in printing.jobs(again, ALL)} == {JobState.EXPIRED}
    assert list(tray.iterdir()) == []
    again.close()


@pytest.mark.parametrize(("minutes", "state"), [(9, JobState.SENT), (11, JobState.EXPIRED)])
def test_a_job_that_waited_ten_minutes_does_not_print_by_itself(
    desk: Desk, clock: SettableClock, pool: PrintPool, tray: Path, minutes: int, state: JobState
) -> None:
    _print_to(desk, tray)
    printing.register(desk, an_application())
    clock.forward(minutes=minutes)
    _printed(desk, pool)
    assert _only(desk).state is state


def test_a_clock_set_back_a_day_lets_no_old_job_print_later(
    desk: Desk, clock: SettableClock, pool: PrintPool, tray: Path
) -> None:
    _print_to(desk, tray)
    printing.register(desk, an_application())
    clock.forward(days=-1)
    clock.forward(hours=20)
    _printed(desk, pool)
    assert _only(desk).state is JobState.EXPIRED


def test_an_outcome_that_could_not_be_kept_is_kept_later(
    desk: Desk, pool: PrintPool, tray: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _print_to(desk, tray)
    printing.register(desk, an_application())
    printing.hand_in(desk, pool)
    wait_until(lambda: list(tray.iterdir()), "the paper is there")
    with desk.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    other = connect_raw(desk.database.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy):
        wait_until(lambda: printing.take_outcomes(desk, pool), "the outcome")
    other.execute("ROLLBACK")
    other.close()
    _settled(desk, pool)
    assert _only(desk).state is JobState.SENT


def test_a_dropped_job_stays_dropped_when_its_outcome_comes(desk: Desk, pool: PrintPool, tray: Path) -> None:
    _print_to(desk, tray)
    printing.register(desk, an_application())
    printing.hand_in(desk, pool)
    printing.drop(desk, _only(desk).id)
    wait_until(lambda: printing.take_outcomes(desk, pool), "the outcome")
    assert _only(desk).state is JobState.DROPPED


def test_a_paper_that_cannot_be_kept_does_not_hold_up_the_next(desk: Desk, pool: PrintPool, tray: Path) -> None:
    _print_to(desk, tray)
    first = printing.register(desk, an_application("a"))
    printing.register(desk, an_application("b"))
    month = desk.folder / "papers" / "2026" / "11"
    (month / f"{first.code}-01.pdf").mkdir(parents=True)  # in the place of the paper
    _printed(desk, pool)
    ends = sorted((job.code, job.state, job.fault) for job in printing.jobs(desk, ALL))
    assert [end[1:] for end in ends] == [(JobState.REFUSED, "folder_read_only"), (JobState.SENT, "")]


def test_a_reprint_that_cannot_be_queued_is_not_recorded(desk: Desk) -> None:
    uid = printing.register(desk, an_application()).uid
    other = connect_raw(desk.database.path)
    other.execute("ALTER TABLE print_job RENAME TO gone")
    other.close()
    with pytest.raises(DatabaseDamaged):
        printing.print_again(desk, uid, Form.RECEIPT, "rách")
    assert dossier_entries(desk, uid)[0].copies_of("01") == 0


def test_two_hundred_jobs_that_waited_overnight_are_listed_and_silent(
    desk: Desk, clock: SettableClock, pool: PrintPool, tray: Path
) -> None:
    _print_to(desk, tray)
    for number in range(200):
        printing.register(desk, an_application(f"f{number}"))
    clock.forward(hours=14)
    assert _printed(desk, pool) == 0
    assert len(printing.jobs(desk, (JobState.EXPIRED,))) == 200
    assert list(tray.iterdir()) == []
    assert check(desk).findings == ()
