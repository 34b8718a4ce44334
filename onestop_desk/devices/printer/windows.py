"""Print on Windows: pages drawn by pdfium, painted by Qt on the queue's own device.

Only the worker process of a Windows desk imports this module and, with it, Qt. The painting is tested on every
system; the Windows spooler behind it can be tested on Windows only. That spooler says nothing after it has taken a
job, so the best outcome here is `sent`, and an order lost with a killed worker stays unknown.
"""

import sys

import pypdfium2 as pdfium
from PySide6.QtCore import QMarginsF, QPoint, QRect, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from onestop_desk.devices.printer.media import NoSuchPage, first_page_size
from onestop_desk.devices.printer.order import (
    Outcome,
    OutcomeState,
    PrinterInfo,
    PrintOrder,
    Reason,
    marked_title,
)

_MAX_DPI = 600
_POINTS_PER_INCH = 72


class WindowsDoor:
    """The way to paper on Windows."""

    def __init__(self) -> None:
        self._application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])

    def send(self, order: PrintOrder, patience: float) -> Outcome:
        """Paint the PDF on the queue; the pool's deadline ends a driver that hangs or opens a dialog."""
        chosen = QPrinterInfo.printerInfo(order.printer)
        if chosen.isNull():
            return _refused(order, Reason.QUEUE_MISSING)
        if chosen.state() == QPrinter.PrinterState.Error:
            return _refused(order, Reason.PRINTER_OFF)
        return paint(order, QPrinter(chosen, QPrinter.PrinterMode.HighResolution))

    def ask(self, order: PrintOrder) -> Outcome:
        """Say that nobody knows: the Windows spooler forgets a job when it is done."""
        return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.NOT_FOUND)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the queues Windows offers this user."""
        return tuple(
            PrinterInfo(found.printerName(), found.description(), found.isDefault())
            for found in QPrinterInfo.availablePrinters()
        )


def paint(order: PrintOrder, printer: QPrinter) -> Outcome:
    """Paint the order's pages on `printer`, dot for dot, at the paper's own size."""
    try:
        page_size = first_page_size(order.pdf)
    except NoSuchPage as error:
        return _refused(order, Reason.FILE_MISSING, str(error))
    printer.setDocName(marked_title(order))
    printer.setCopyCount(order.copies)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QSizeF(*page_size), QPageSize.Unit.Millimeter))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(printer):
        return _refused(order, Reason.REJECTED)
    with pdfium.PdfDocument(order.pdf) as document:
        _paint_pages(document, printer, painter)
    if not painter.end() or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.REJECTED)
    return Outcome(order.job_id, OutcomeState.SENT)


def _paint_pages(document: pdfium.PdfDocument, printer: QPrinter, painter: QPainter) -> None:
    device_dpi = printer.resolution()
    drawn_dpi = min(device_dpi, _MAX_DPI)
    for number, page in enumerate(document):
        if number:
            printer.newPage()
        image = _drawn(page, drawn_dpi)
        enlarged = image.size() * (device_dpi / drawn_dpi)
        painter.drawImage(QRect(QPoint(0, 0), enlarged), image)


def _drawn(page: pdfium.PdfPage, dpi: int) -> QImage:
    """Return a page as grey dots: receipts have no colour, and a quarter of the memory does."""
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
    return QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
    ).copy()


def _refused(order: PrintOrder, reason: Reason, detail: str = "") -> Outcome:
    return Outcome(order.job_id, OutcomeState.REFUSED, reason, detail)
