"""The two families of errors: refusals become sentences; anything else is a bug with an id, logged, shown."""

import logging
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot

from onestop_desk.domain.errors import DeskError
from onestop_desk.ui import wording
from onestop_desk.ui.translation import translate

Report = Callable[[BaseException], None]

_log = logging.getLogger("onestop_desk.bug")


class ErrorDesk(QObject):
    """Takes errors from any thread and gives out sentences on its own."""

    sentence_made = Signal(object)
    _taken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taken.connect(self._on_taken)

    def report(self, error: BaseException) -> None:
        """Turn `error` into a sentence, on this object's thread."""
        self._taken.emit(error)

    @Slot(object)
    def _on_taken(self, error: BaseException) -> None:
        self.sentence_made.emit(sentence_of(error))


def sentence_of(error: BaseException) -> wording.Sentence:
    """Return what to tell about any error; a bug is logged on the way."""
    return wording.sentence(error) if isinstance(error, DeskError) else bug_sentence(log_bug(error))


def bug_sentence(bug_id: str) -> wording.Sentence:
    """Return what to tell about a bug that was logged under `bug_id`."""
    return wording.Sentence(
        what=translate("Errors", "Chương trình gặp lỗi ngoài dự kiến."),
        safe=translate("Errors", "Hồ sơ đã lưu vẫn an toàn."),
        do=translate("Errors", "Có thể làm tiếp; xin báo quản trị kèm mã lỗi."),
        code=bug_id,
        severity=wording.Severity.FAULT,
    )


def log_bug(error: BaseException) -> str:
    """Log `error` without its message, which may hold a person's data, and return the id to quote."""
    bug_id = f"L-{secrets.token_hex(3).upper()}"
    _log.error("bug %s: %s", bug_id, " <- ".join(_trail(error)))
    return bug_id


def install_hooks(report: Report) -> Callable[[], None]:
    """Send errors that reach the interpreter or a thread's end to `report`; return how to undo it."""
    before = sys.excepthook, threading.excepthook

    def on_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            report(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and issubclass(args.exc_type, Exception):
            report(args.exc_value)

    def undo() -> None:
        sys.excepthook, threading.excepthook = before

    sys.excepthook, threading.excepthook = on_main, on_thread
    return undo


def _trail(error: BaseException) -> list[str]:
    parts = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = (f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__))
        parts.append(f"{type(link).__qualname__} at {' > '.join(frames)}")
        link = link.__cause__ or link.__context__
    return parts
