"""Printers and spoolers that are off, hang, vanish or die: named, contained, and never the cause of a second copy."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desk.devices.printer import OutcomeState, PrintersUnknown, PrintPool, Reason, list_printers
from onestop_desk.devices.printer.order import order_to_plain
from onestop_desk.devices.printer.process import worker_command
from onestop_desk.devices.printer.worker import OVERDUE
from tests.devices.cups import Cups, IppPrinter, ipp_uri
from tests.devices.papers import order_for
from tests.devices.sluice import Sluice
from tests.devices.waiting import outcomes_of, wait_until


def test_a_hung_printer_is_unknown_and_holds_up_no_other(
    cups: Cups, printer: IppPrinter, pool: PrintPool, tmp_path: Path
) -> None:
    with Sluice() as line:
        cups.add_queue("hung", ipp_uri(line.port))
        pool.submit(order_for(tmp_path, "HUNG", "hung"))
        wait_until(lambda: line.visitors > 1, "CUPS talks to the hung printer")
        pool.submit(order_for(tmp_path, "BESIDE", "quay"))

        assert outcomes_of(pool, ["BESIDE"], seconds=3.5)["BESIDE"].state is OutcomeState.PRINTED
        hung = outcomes_of(pool, ["HUNG"])["HUNG"]
        assert (hung.state, hung.reason) == (OutcomeState.UNKNOWN, Reason.TIMED_OUT)
    cups.delete_queue("hung")


def test_a_late_success_is_found_and_not_printed_twice(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    slow = cups.start_printer("slow")
    with Sluice(slow.port) as line:
        cups.add_queue("slow", ipp_uri(line.port))
        order = order_for(tmp_path, "LATE", "slow")
        pool.submit(order)
        assert outcomes_of(pool, ["LATE"])["LATE"].state is OutcomeState.UNKNOWN

        line.open()
        wait_until(lambda: slow.pages, "the page comes out after all")
        pool.submit(order)
        assert outcomes_of(pool, ["LATE"])["LATE"].state is OutcomeState.PRINTED
        assert len(slow.pages) == 1


def test_a_printer_unplugged_in_the_middle_gets_nothing_when_it_is_back(
    cups: Cups, pool: PrintPool, tmp_path: Path
) -> None:
    with Sluice() as line:
        cups.add_queue("unplugged", ipp_uri(line.port))
        pool.submit(order_for(tmp_path, "CUT", "unplugged"))
        wait_until(lambda: line.visitors > 1, "CUPS talks to the printer")
        line.cut()

        cut = outcomes_of(pool, ["CUT"])["CUT"]
    assert (cut.state, cut.reason) == (OutcomeState.REFUSED, Reason.PRINTER_OFF)
    assert cups.waiting_jobs("unplugged") == []


def test_a_printer_switched_off_is_named_at_once(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    tired = cups.start_printer("tired")
    cups.add_queue("tired", tired.uri)
    tired.switch_off()
    pool.submit(order_for(tmp_path, "OFF", "tired"))

    off = outcomes_of(pool, ["OFF"], seconds=4)["OFF"]
    assert (off.state, off.reason) == (OutcomeState.REFUSED, Reason.PRINTER_OFF)


def test_a_deleted_queue_is_named(cups: Cups, printer: IppPrinter, pool: PrintPool, tmp_path: Path) -> None:
    cups.add_queue("brief", printer.uri)
    pool.submit(order_for(tmp_path, "BEFORE", "brief"))
    assert outcomes_of(pool, ["BEFORE"])["BEFORE"].state is OutcomeState.PRINTED
    cups.delete_queue("brief")
    pool.submit(order_for(tmp_path, "AFTER", "brief"))

    after = outcomes_of(pool, ["AFTER"])["AFTER"]
    assert (after.state, after.reason) == (OutcomeState.REFUSED, Reason.QUEUE_MISSING)


def test_a_paused_queue_is_named_and_nothing_waits_in_it(
    cups: Cups, printer: IppPrinter, pool: PrintPool, tmp_path: Path
) -> None:
    cups.add_queue("paused", printer.uri)
    cups.pause_queue("paused")
    pool.submit(order_for(tmp_path, "PAUSED", "paused"))

    paused = outcomes_of(pool, ["PAUSED"], seconds=3)["PAUSED"]
    assert (paused.state, paused.reason) == (OutcomeState.REFUSED, Reason.QUEUE_PAUSED)
    assert cups.waiting_jobs("paused") == []


def test_a_worker_killed_in_the_middle_leaves_one_copy(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    held = cups.start_printer("held")
    with Sluice(held.port) as line:
        cups.add_queue("held", ipp_uri(line.port))
        order = order_for(tmp_path, "KILLED", "held")
        pool.submit(order)
        wait_until(lambda: cups.waiting_jobs("held"), "the spooler has the job")
        os.kill(pool.worker_pids()["held"], signal.SIGKILL)
        killed = outcomes_of(pool, ["KILLED"])["KILLED"]
        assert (killed.state, killed.reason) == (OutcomeState.UNKNOWN, Reason.WORKER_DIED)

        line.open()
        pool.submit(order)
        assert outcomes_of(pool, ["KILLED"])["KILLED"].state is OutcomeState.PRINTED
        assert len(held.pages) == 1


def test_a_worker_killed_while_idle_is_replaced(printer: IppPrinter, pool: PrintPool, tmp_path: Path) -> None:
    pool.submit(order_for(tmp_path, "FIRST", "quay"))
    outcomes_of(pool, ["FIRST"])
    os.kill(pool.worker_pids()["quay"], signal.SIGKILL)
    pool.submit(order_for(tmp_path, "SECOND", "quay"))

    assert outcomes_of(pool, ["SECOND"])["SECOND"].state is OutcomeState.PRINTED


@pytest.fixture
def hung_spooler(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A spooler that accepts connections and never answers."""
    with Sluice() as line:
        monkeypatch.setenv("CUPS_SERVER", f"localhost:{line.port}")
        yield "any"


def test_a_hung_spooler_costs_the_worker_its_life_and_what_waits_behind_is_refused(
    hung_spooler: str, tmp_path: Path
) -> None:
    pool = PrintPool(deadline=1.0)
    for job_id in ("FIRST", "BEHIND"):
        pool.submit(order_for(tmp_path, job_id, hung_spooler))
    wait_until(pool.worker_pids, "the worker runs")
    (pid,) = pool.worker_pids().values()

    found = outcomes_of(pool, ["FIRST", "BEHIND"], seconds=3)
    pool.close()
    assert (found["FIRST"].state, found["FIRST"].reason) == (OutcomeState.UNKNOWN, Reason.TIMED_OUT)
    assert (found["BEHIND"].state, found["BEHIND"].reason) == (OutcomeState.REFUSED, Reason.TIMED_OUT)
    assert not Path(f"/proc/{pid}").exists()


def test_a_question_that_was_not_answered_leaves_an_order_unknown(hung_spooler: str, tmp_path: Path) -> None:
    pool = PrintPool(deadline=1.0)
    for job_id in ("FIRST", "BEHIND"):
        pool.ask(order_for(tmp_path, job_id, hung_spooler))
    found = outcomes_of(pool, ["FIRST", "BEHIND"])
    pool.close()
    assert {outcome.state for outcome in found.values()} == {OutcomeState.UNKNOWN}


def test_closing_waits_for_no_hung_spooler(hung_spooler: str, tmp_path: Path) -> None:
    pool = PrintPool(deadline=2.0)
    for job_id in ("IN-HAND", "BEHIND"):
        pool.submit(order_for(tmp_path, job_id, hung_spooler))
    wait_until(pool.worker_pids, "the worker runs")
    (pid,) = pool.worker_pids().values()

    begun = time.monotonic()
    pool.close()
    assert time.monotonic() - begun < 0.2
    found = {outcome.job_id: (outcome.state, outcome.reason) for outcome in pool.poll()}
    assert found == {
        "IN-HAND": (OutcomeState.UNKNOWN, Reason.CLOSED),
        "BEHIND": (OutcomeState.REFUSED, Reason.CLOSED),
    }
    wait_until(lambda: not Path(f"/proc/{pid}").exists(), "the worker ends by itself", seconds=5)


def test_a_worker_whose_desk_is_gone_ends_itself(hung_spooler: str, tmp_path: Path) -> None:
    question = {"do": "send", "order": order_to_plain(order_for(tmp_path, "ORPHAN", hung_spooler)), "deadline": 0.5}
    orphan = subprocess.run(
        worker_command(), input=json.dumps(question), capture_output=True, text=True, timeout=10, check=False
    )
    assert (orphan.returncode, orphan.stdout) == (OVERDUE, '"begun"\n')


def test_a_list_of_printers_that_cannot_be_had_says_so(hung_spooler: str) -> None:
    with pytest.raises(PrintersUnknown) as raised:
        list_printers(timeout=1.0)
    assert raised.value.reason is Reason.TIMED_OUT


def test_a_spooler_that_is_off_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing.sock"))
    pool = PrintPool(deadline=5.0)
    pool.submit(order_for(tmp_path, "OFF", "any"))

    off = outcomes_of(pool, ["OFF"])["OFF"]
    pool.close()
    assert (off.state, off.reason) == (OutcomeState.REFUSED, Reason.SPOOLER_OFF)
