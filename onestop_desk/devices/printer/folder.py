"""Keep papers in a folder where there is no printer, to be opened and printed by hand."""

import contextlib
import errno
import re
import shutil
from pathlib import Path

from onestop_desk.devices.printer.order import Outcome, OutcomeState, PrinterInfo, PrintOrder, Reason

_NOT_IN_A_FILE_NAME = re.compile(r"[^\w.-]+")
_CAUSES = {
    errno.ENOENT: Reason.FOLDER_MISSING,
    errno.ENOTDIR: Reason.FOLDER_MISSING,
    errno.EACCES: Reason.FOLDER_READ_ONLY,
    errno.EPERM: Reason.FOLDER_READ_ONLY,
    errno.EROFS: Reason.FOLDER_READ_ONLY,
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EDQUOT: Reason.DISK_FULL,
}


class FolderDoor:
    """Keeps each order's PDF under one name, so that an order handed in twice is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, order: PrintOrder, patience: float) -> Outcome:
        """Copy the PDF into the folder, whole or not at all; `detail` is the path to open."""
        if not order.pdf.is_file():
            return Outcome(order.job_id, OutcomeState.REFUSED, Reason.FILE_MISSING, str(order.pdf))
        kept = self._kept(order)
        beside = kept.with_suffix(".part")
        try:
            shutil.copyfile(order.pdf, beside)
            beside.replace(kept)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink()
            reason = _CAUSES.get(error.errno or 0, Reason.REJECTED)
            return Outcome(order.job_id, OutcomeState.REFUSED, reason, str(self._folder))
        return Outcome(order.job_id, OutcomeState.SENT, detail=str(kept))

    def ask(self, order: PrintOrder) -> Outcome:
        """Say whether the PDF is in the folder."""
        kept = self._kept(order)
        if kept.is_file():
            return Outcome(order.job_id, OutcomeState.SENT, detail=str(kept))
        return Outcome(order.job_id, OutcomeState.UNKNOWN, Reason.NOT_FOUND)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return nothing: a folder is chosen by path, not from a list."""
        return ()

    def _kept(self, order: PrintOrder) -> Path:
        name = _NOT_IN_A_FILE_NAME.sub("_", f"{order.title[:80]}-{order.job_id}")
        return self._folder / f"{name}.pdf"
