"""Papers through a real CUPS to a real IPP printer, and what the desk is told about them."""

from pathlib import Path

from onestop_desk.devices.printer import OutcomeState, PrinterInfo, PrintPool, Reason, list_printers
from onestop_desk.devices.printer.cups import outcome_of
from onestop_desk.devices.printer.order import marked_title
from onestop_desk.devices.printer.spooler import JobState, Queue, SpooledJob
from tests.devices.cups import Cups, IppPrinter, free_port, ipp_uri
from tests.devices.papers import codes_in, codes_in_pdf, first_raster_page, order_for, size_of_pdf
from tests.devices.waiting import outcomes_of


def test_an_a5_page_comes_out_at_its_size_with_its_barcode(
    printer: IppPrinter, pool: PrintPool, tmp_path: Path
) -> None:
    before = set(printer.pages)
    pool.submit(order_for(tmp_path, "A5-1", "quay", "A5", copies=2))

    assert outcomes_of(pool, ["A5-1"])["A5-1"].state is OutcomeState.PRINTED
    (page,) = set(printer.pages) - before
    assert size_of_pdf(page) == (148, 210)
    assert codes_in_pdf(page) == ["A5-1"]
    assert "IPP_COPIES=2" in page.with_suffix(".env").read_text().splitlines()


def test_a_slip_reaches_the_roll_printer_dot_for_dot(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    roll = cups.start_printer("roll")
    cups.add_queue("roll", roll.uri, "roll.ppd")
    pool.submit(order_for(tmp_path, "SLIP-80", "roll", "80mm"))

    assert outcomes_of(pool, ["SLIP-80"])["SLIP-80"].state is OutcomeState.PRINTED
    dots, resolution = first_raster_page(roll.pages[0])
    assert resolution == (203, 203)
    assert dots.shape == (1598, 639), "80 × 200 mm: the shortest piece of roll that holds 137 mm"
    assert codes_in(dots) == ["SLIP-80"]


def test_a_page_the_printer_gives_up_is_refused(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    moody = cups.start_printer("moody")
    moody.refuse_everything()
    cups.add_queue("moody", moody.uri)
    order = order_for(tmp_path, "GIVEN-UP", "moody")
    pool.submit(order)

    outcome = outcomes_of(pool, ["GIVEN-UP"])["GIVEN-UP"]
    assert (outcome.state, outcome.reason) == (OutcomeState.REFUSED, Reason.REJECTED)
    assert len(cups.ended_jobs("moody")) == 1, "lpstat lists it as completed"
    believed = SpooledJob(1, marked_title(order), JobState.COMPLETED, (), "", 0)
    queue = Queue(moody.uri, is_accepting=True, is_stopped=False, reasons=(), message="", media=())
    assert outcome_of(order, believed, queue).state is OutcomeState.REFUSED, "CUPS is not believed alone"


def test_an_order_printed_by_an_earlier_run_is_not_printed_again(
    printer: IppPrinter, pool: PrintPool, tmp_path: Path
) -> None:
    order = order_for(tmp_path, "ONCE", "quay")
    pool.submit(order)
    outcomes_of(pool, ["ONCE"])
    before = printer.pages

    later_run = PrintPool(deadline=5.0)
    later_run.submit(order)
    assert outcomes_of(later_run, ["ONCE"])["ONCE"].state is OutcomeState.PRINTED
    later_run.close()
    assert printer.pages == before


def test_an_earlier_order_can_be_asked_after_without_printing_it(
    printer: IppPrinter, pool: PrintPool, tmp_path: Path
) -> None:
    before = printer.pages
    pool.ask(order_for(tmp_path, "NEVER-SENT", "quay"))

    outcome = outcomes_of(pool, ["NEVER-SENT"])["NEVER-SENT"]
    assert (outcome.state, outcome.reason) == (OutcomeState.UNKNOWN, Reason.NOT_FOUND)
    assert printer.pages == before


def test_the_queues_are_listed(printer: IppPrinter, pool: PrintPool) -> None:
    assert PrinterInfo("quay", "quay", is_default=False) in list_printers(timeout=10)


def test_a_file_that_is_gone_or_no_pdf_is_named(printer: IppPrinter, pool: PrintPool, tmp_path: Path) -> None:
    gone, damaged = order_for(tmp_path, "GONE", "quay"), order_for(tmp_path, "DAMAGED", "quay")
    gone.pdf.unlink()
    damaged.pdf.write_bytes(b"%PDF-1.4 and then nothing")
    pool.submit(gone)
    pool.submit(damaged)

    found = outcomes_of(pool, ["GONE", "DAMAGED"]).values()
    assert {(outcome.state, outcome.reason) for outcome in found} == {(OutcomeState.REFUSED, Reason.FILE_MISSING)}


def test_two_hundred_orders_are_sent_once_each(cups: Cups, pool: PrintPool, tmp_path: Path) -> None:
    cups.add_queue("sink", "file:///dev/null")
    orders = [order_for(tmp_path, f"MANY-{number}", "sink", "label") for number in range(200)]
    for order in orders + orders:
        pool.submit(order)

    found = outcomes_of(pool, [order.job_id for order in orders], seconds=120)
    assert {outcome.state for outcome in found.values()} == {OutcomeState.SENT}
    assert len(cups.ended_jobs("sink")) == 200


def test_two_hundred_orders_for_a_dead_printer_leave_nothing_for_the_morning(
    cups: Cups, pool: PrintPool, tmp_path: Path
) -> None:
    cups.add_queue("dead", ipp_uri(free_port()))
    orders = [order_for(tmp_path, f"DEAD-{number}", "dead", "label") for number in range(200)]
    for order in orders:
        pool.submit(order)

    found = outcomes_of(pool, [order.job_id for order in orders])
    assert {(outcome.state, outcome.reason) for outcome in found.values()} == {
        (OutcomeState.REFUSED, Reason.PRINTER_OFF)
    }
    assert cups.waiting_jobs("dead") == []
