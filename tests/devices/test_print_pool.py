"""The pool's own promises, kept with a folder in place of a printer."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desk.devices.printer import (
    STALE_AFTER,
    Outcome,
    OutcomeState,
    PrintOrder,
    PrintPool,
    Reason,
    folder_printer,
)
from onestop_desk.devices.printer.folder import FolderDoor
from onestop_desk.devices.printer.order import (
    order_from_plain,
    order_to_plain,
    outcome_from_plain,
    outcome_to_plain,
)
from tests.devices.papers import order_for
from tests.devices.waiting import outcomes_of, wait_until

_NOBODY = 65534


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder to keep papers in."""
    folder = tmp_path / "Giấy tờ đã in"
    folder.mkdir()
    return folder


def _state(outcome: Outcome) -> tuple[OutcomeState, Reason]:
    return outcome.state, outcome.reason


def test_without_a_printer_the_paper_is_kept_and_can_be_opened(kept: Path, tmp_path: Path) -> None:
    pool = PrintPool()
    order = order_for(tmp_path, "KEPT", folder_printer(kept))
    pool.submit(order)
    outcome = outcomes_of(pool, ["KEPT"])["KEPT"]
    pool.close()

    assert _state(outcome) == (OutcomeState.SENT, Reason.NONE)
    assert Path(outcome.detail).parent == kept
    assert Path(outcome.detail).read_bytes() == order.pdf.read_bytes()


def test_two_hundred_papers_handed_in_twice_are_kept_once_each(kept: Path, tmp_path: Path) -> None:
    orders = [order_for(tmp_path, f"{number:03}", folder_printer(kept)) for number in range(200)]
    for _ in range(2):
        pool = PrintPool()
        begun = time.monotonic()
        for order in orders:
            pool.submit(order)
        assert time.monotonic() - begun < 0.5, "handing in waits for nothing"
        outcomes_of(pool, [order.job_id for order in orders])
        pool.close()

    assert len(list(kept.iterdir())) == 200


def test_a_settled_order_is_answered_without_doing_it_again(kept: Path, tmp_path: Path) -> None:
    pool = PrintPool()
    order = order_for(tmp_path, "AGAIN", folder_printer(kept))
    pool.submit(order)
    first = outcomes_of(pool, ["AGAIN"])["AGAIN"]
    Path(first.detail).unlink()
    pool.submit(order)

    assert outcomes_of(pool, ["AGAIN"])["AGAIN"] == first
    pool.close()
    assert list(kept.iterdir()) == []


def test_an_order_handed_in_twice_has_one_outcome(kept: Path, tmp_path: Path) -> None:
    pool = PrintPool()
    twice, last = (order_for(tmp_path, job_id, folder_printer(kept)) for job_id in ("TWICE", "LAST"))
    for order in (twice, twice, last):
        pool.submit(order)
    arrived: list[Outcome] = []
    wait_until(lambda: arrived.extend(pool.poll()) or "LAST" in {one.job_id for one in arrived}, "the last outcome")
    pool.close()

    assert [outcome.job_id for outcome in arrived] == ["TWICE", "LAST"]


def test_a_frozen_worker_is_killed_at_the_deadline_and_replaced(kept: Path, tmp_path: Path) -> None:
    pool = PrintPool(deadline=3.0)
    pool.submit(order_for(tmp_path, "BEFORE", folder_printer(kept)))
    outcomes_of(pool, ["BEFORE"])
    (pid,) = pool.worker_pids().values()
    os.kill(pid, signal.SIGSTOP)
    pool.submit(order_for(tmp_path, "FROZEN", folder_printer(kept)))
    assert _state(outcomes_of(pool, ["FROZEN"])["FROZEN"]) == (OutcomeState.REFUSED, Reason.TIMED_OUT)
    assert not Path(f"/proc/{pid}").exists()

    pool.submit(order_for(tmp_path, "AFTER", folder_printer(kept)))
    assert outcomes_of(pool, ["AFTER"])["AFTER"].state is OutcomeState.SENT
    pool.close()


def test_what_waits_behind_a_fault_of_the_printer_is_refused_with_its_name(tmp_path: Path) -> None:
    pool = PrintPool(command=(sys.executable, str(_printer_without_paper(tmp_path))))
    for job_id in ("EMPTY", "BEHIND-1", "BEHIND-2"):
        pool.submit(order_for(tmp_path, job_id, "any"))
    found = outcomes_of(pool, ["EMPTY", "BEHIND-1", "BEHIND-2"])
    pool.close()
    assert {_state(outcome) for outcome in found.values()} == {(OutcomeState.REFUSED, Reason.PAPER_OUT)}


def _printer_without_paper(folder: Path) -> Path:
    """Return a worker that finds the paper out once and would print everything after that."""
    script = folder / "worker.py"
    script.write_text(
        "import json, sys\n"
        "reasons = iter(['paper_out'])\n"
        "for line in sys.stdin:\n"
        "    job, reason = json.loads(line)['order']['job_id'], next(reasons, '')\n"
        "    state = 'refused' if reason else 'sent'\n"
        "    print(json.dumps('begun'), flush=True)\n"
        "    print(json.dumps({'job_id': job, 'state': state, 'reason': reason, 'detail': ''}), flush=True)\n"
    )
    return script


def test_no_printer_is_named_and_starts_no_process(tmp_path: Path) -> None:
    pool = PrintPool()
    pool.submit(order_for(tmp_path, "NONE", ""))

    assert [_state(outcome) for outcome in pool.poll()] == [(OutcomeState.REFUSED, Reason.NO_PRINTER)]
    assert pool.worker_pids() == {}


def test_a_missing_folder_and_a_missing_file_are_named(kept: Path, tmp_path: Path) -> None:
    pool = PrintPool()
    gone = order_for(tmp_path, "GONE", folder_printer(kept))
    gone.pdf.unlink()
    pool.submit(gone)
    pool.submit(order_for(tmp_path, "NOWHERE", folder_printer(tmp_path / "nowhere")))
    pool.submit(order_for(tmp_path, "NO-FOLDER", folder_printer(tmp_path / "NOWHERE.pdf")))

    found = {job_id: _state(outcome) for job_id, outcome in outcomes_of(pool, ["GONE", "NOWHERE", "NO-FOLDER"]).items()}
    pool.close()
    assert found == {
        "GONE": (OutcomeState.REFUSED, Reason.FILE_MISSING),
        "NOWHERE": (OutcomeState.REFUSED, Reason.FOLDER_MISSING),
        "NO-FOLDER": (OutcomeState.REFUSED, Reason.FOLDER_MISSING),
    }


@contextmanager
def _without_rights() -> Iterator[None]:
    """Be nobody for a while: root may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_named() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        order = order_for(folder, "LOCKED", folder_printer(folder))
        folder.chmod(0o555)
        with _without_rights():
            outcome = FolderDoor(folder).send(order, 1.0)
        folder.chmod(0o755)
        assert [path.name for path in folder.iterdir()] == ["LOCKED.pdf"]
    assert _state(outcome) == (OutcomeState.REFUSED, Reason.FOLDER_READ_ONLY)


def test_a_full_disk_is_named_and_leaves_no_half_paper(kept: Path, tmp_path: Path) -> None:
    order = order_for(tmp_path, "FULL", folder_printer(kept))
    name = Path(FolderDoor(kept).send(order, 1.0).detail)
    name.unlink()
    name.with_suffix(".part").symlink_to("/dev/full")

    assert _state(FolderDoor(kept).send(order, 1.0)) == (OutcomeState.REFUSED, Reason.DISK_FULL)
    assert list(kept.iterdir()) == []


def test_a_title_of_odd_characters_stays_inside_the_folder(kept: Path, tmp_path: Path) -> None:
    order = replace(order_for(tmp_path, "ODD", ""), title="../../<b>\x07{}%s:*?")
    outcome = FolderDoor(kept).send(order, 1.0)
    assert Path(outcome.detail).resolve().parent == kept.resolve()


@pytest.mark.parametrize("seconds", [STALE_AFTER + 1, -1])
def test_an_order_that_waited_too_long_or_under_a_clock_set_back_is_not_printed(
    seconds: float, kept: Path, tmp_path: Path
) -> None:
    readings = iter([1_000_000.0, 1_000_000.0 + seconds])
    pool = PrintPool(clock=lambda: next(readings))
    pool.submit(order_for(tmp_path, "STALE", folder_printer(kept)))

    assert _state(outcomes_of(pool, ["STALE"])["STALE"]) == (OutcomeState.REFUSED, Reason.EXPIRED)
    pool.close()
    assert list(kept.iterdir()) == []


def test_a_worker_that_cannot_start_or_dies_at_once_is_named(tmp_path: Path) -> None:
    pool = PrintPool(command=("false",))
    pool.submit(order_for(tmp_path, "DEAD", "any"))
    outcome = outcomes_of(pool, ["DEAD"])["DEAD"]
    pool.close()
    assert _state(outcome) == (OutcomeState.REFUSED, Reason.WORKER_DIED)


def test_values_survive_the_way_to_the_worker_and_back(tmp_path: Path) -> None:
    order = PrintOrder("1", "Máy in", tmp_path / "Đơn.pdf", "Giấy <b>", "80mm", 2)
    outcome = Outcome("1", OutcomeState.UNKNOWN, Reason.TIMED_OUT, "chưa rõ")
    assert order_from_plain(order_to_plain(order)) == order
    assert outcome_from_plain(outcome_to_plain(outcome)) == outcome
