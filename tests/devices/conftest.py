"""One spooler for a run of printing tests, and a desk's pool that finds it."""

from collections.abc import Iterator

import pytest

from onestop_desk.devices.printer import PrintPool
from tests.devices.cups import Cups, IppPrinter, running_cups


@pytest.fixture(scope="session")
def cups() -> Iterator[Cups]:
    """A real CUPS without queues."""
    with running_cups() as spooler:
        yield spooler


@pytest.fixture(scope="session")
def printer(cups: Cups) -> IppPrinter:
    """A real IPP printer that is on, with the queue `quay` to it."""
    printer = cups.start_printer("quay")
    cups.add_queue("quay", printer.uri)
    return printer


@pytest.fixture
def pool(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintPool]:
    """A pool whose workers find this CUPS; an order may take 5 seconds."""
    monkeypatch.setenv("CUPS_SERVER", cups.socket)
    pool = PrintPool(deadline=5.0)
    yield pool
    pool.close()
