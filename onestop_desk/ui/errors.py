"""The two families of errors: refusals become sentences; anything else is a bug with an id, logged, shown."""

import sys
import threading
from collections.abc import Callable
from importlib import import_module
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot

from onestop_desk.domain.errors import DeskError
from onestop_desk.ui import wording
from onestop_desk.ui.translation import translate

Report = Callable[[BaseException], None]


class ErrorDesk(QObject):
    """Takes errors from any thread and gives out sentences on its own; an error that has an answer goes there."""

    sentence_made = Signal(object)
    _taken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[type[BaseException], Report] = {}
        self._taken.connect(self._on_taken)

    def answer(self, kind: type[BaseException], answer: Report) -> None:
        """Let `answer` say what there is to say about this kind of error, and what can be done about it."""
        self._answers[kind] = answer

    def report(self, error: BaseException) -> None:
        """Turn `error` into a sentence, on this object's thread."""
        self._taken.emit(error)

    @Slot(object)
    def _on_taken(self, error: BaseException) -> None:
        answer = self._answers.get(type(error))
        if answer is not None:
            answer(error)
        else:
            self.sentence_made.emit(sentence_of(error))


def sentence_of(error: BaseException) -> wording.Sentence:
    """Return what to tell about any error; a bug is logged on the way."""
    if isinstance(error, DeskError):
        import_module("onestop_desk.ui.refusal")  # teaches wording every refusal; too heavy before the first
        return wording.sentence(error)
    return bug_sentence(import_module("onestop_desk.ui.bugs").log_bug(error))


def bug_sentence(bug_id: str) -> wording.Sentence:
    """Return what to tell about a bug that was logged under `bug_id`."""
    return wording.Sentence(
        what=translate("Errors", "Chương trình gặp lỗi ngoài dự kiến."),
        safe=translate("Errors", "Hồ sơ đã lưu vẫn an toàn."),
        do=translate("Errors", "Có thể làm tiếp; xin báo quản trị kèm mã lỗi."),
        code=bug_id,
        severity=wording.Severity.FAULT,
    )


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
