"""The process that talks to one printer and may hang or be killed: one JSON request a line in; out, a line that says
it has begun, and the answer.

It ends when its input ends, after the order in hand: a program that closes never waits for a printer, and a
receipt that was on its way still comes out. Should the order hang, the process ends itself at the order's deadline.
"""

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any, TextIO

from onestop_desk.devices.printer.cups import CupsDoor
from onestop_desk.devices.printer.folder import FolderDoor
from onestop_desk.devices.printer.order import (
    FOLDER_PREFIX,
    Outcome,
    OutcomeState,
    PrinterDoor,
    Reason,
    order_from_plain,
    outcome_to_plain,
)

if sys.platform == "win32":
    from onestop_desk.devices.printer.windows import WindowsDoor as SystemDoor
else:
    SystemDoor = CupsDoor

_PATIENCE_SHARE = 0.8
OVERDUE = 3
"""Exit code of a worker that ended itself because its order took too long."""


def worker_main() -> None:
    """Answer requests until the input ends."""
    answers = _own_output()
    for line in sys.stdin:
        request = json.loads(line)
        watchdog = threading.Timer(float(request["deadline"]) + 1.0, os._exit, (OVERDUE,))
        watchdog.daemon = True
        watchdog.start()
        print(json.dumps("begun"), file=answers, flush=True)
        print(json.dumps(_answer(request)), file=answers, flush=True)
        watchdog.cancel()


def door_to(printer: str) -> PrinterDoor:
    """Return the door behind which `printer` stands."""
    if printer.startswith(FOLDER_PREFIX):
        return FolderDoor(Path(printer.removeprefix(FOLDER_PREFIX)))
    return SystemDoor()


def _own_output() -> TextIO:
    """Keep standard output for answers; what a library or driver prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    if request["do"] == "printers":
        return {"printers": [[p.name, p.description, p.is_default] for p in door_to("").printers()]}
    order = order_from_plain(request["order"])
    if not order.printer:
        return outcome_to_plain(Outcome(order.job_id, OutcomeState.REFUSED, Reason.NO_PRINTER))
    door = door_to(order.printer)
    if request["do"] == "ask":
        return outcome_to_plain(door.ask(order))
    return outcome_to_plain(door.send(order, float(request["deadline"]) * _PATIENCE_SHARE))
