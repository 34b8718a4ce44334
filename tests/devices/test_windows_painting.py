"""What a Windows desk paints on its printer, painted here into a PDF; the Windows spooler itself needs Windows."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from onestop_desk.devices.printer import OutcomeState, Reason
from onestop_desk.devices.printer.windows import WindowsDoor, paint
from tests.devices.papers import codes_in_pdf, order_for, size_of_pdf


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("A5", (148, 210)), ("80mm", (80, 137))])
def test_a_page_is_painted_at_its_size_with_its_barcode(
    paper: str, size: tuple[int, int], qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))
    printer.setResolution(203)
    order = order_for(tmp_path, "PAINTED-1", "any", paper)

    assert paint(order, printer).state is OutcomeState.SENT
    assert size_of_pdf(tmp_path / "painted.pdf") == size
    assert codes_in_pdf(tmp_path / "painted.pdf", 2 * 203) == ["PAINTED-1"]


def test_a_queue_windows_does_not_know_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    outcome = WindowsDoor().send(order_for(tmp_path, "X", "no such queue"), 1.0)
    assert (outcome.state, outcome.reason) == (OutcomeState.REFUSED, Reason.QUEUE_MISSING)
