"""The printing door: orders in, outcomes out, and no printer ever makes the caller wait.

`preview.pages_as_png` and `worker.worker_main` are imported from their modules: they load pdfium, this does not.
"""

from onestop_desk.devices.printer.order import (
    STALE_AFTER,
    Outcome,
    OutcomeState,
    Paper,
    PrinterDoor,
    PrinterInfo,
    PrintOrder,
    Reason,
    folder_printer,
)
from onestop_desk.devices.printer.pool import DEFAULT_DEADLINE, PrintersUnknown, PrintPool, list_printers
from onestop_desk.devices.printer.process import WORKER_OPTION

__all__ = [
    "DEFAULT_DEADLINE",
    "STALE_AFTER",
    "WORKER_OPTION",
    "Outcome",
    "OutcomeState",
    "Paper",
    "PrintOrder",
    "PrintPool",
    "PrinterDoor",
    "PrinterInfo",
    "PrintersUnknown",
    "Reason",
    "folder_printer",
    "list_printers",
]
