"""The one event filter of the program: scans that come as keys, anywhere in the window.

A key that may begin a scan is held back for at most a tenth of a second. It is shown in its field meanwhile, and a
person's keys are then delivered in their order, so that a field, a button or a list never sees a scan at all and
nothing has to be put back. Only an input method's text goes through at once; there the field is put back.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from onestop_desk.devices.scanner import Misread, MisreadHint, ScanKind, read_scan
from onestop_desk.devices.scanner.capture import (
    Burst,
    BurstFault,
    Capture,
    Fate,
    Held,
    Outcome,
    Stroke,
    StrokeKind,
)
from onestop_desk.ui.scan_field import Preview, is_secret, remember
from onestop_desk.ui.scan_stroke import Signature, commit_of, copy_of, is_silent, signature, stroke_of

_JITTER_MS: Final = 10  # a key may reach the window a little later than its own time says
_LATE_MS: Final = 30  # a timer this late tells of a window that stood still: keys may be waiting behind it
_PRESS, _RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_OVERRIDE, _COMPOSED = QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod
_INTERRUPTS: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.FocusAboutToChange,
        QEvent.Type.WindowDeactivate,
    }
)
_WATCHED: Final = _INTERRUPTS | {_PRESS, _RELEASE, _OVERRIDE, _COMPOSED}
_HINTS: Final = {BurstFault.TOO_LONG: MisreadHint.TOO_LONG, BurstFault.BROKEN: MisreadHint.BROKEN}
_LONGEST_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class ScanRules:
    """What reading a scan needs of the desk; `exists` is asked on the window's thread and must be quick."""

    exists: Callable[[str], bool]
    today: Callable[[], date]
    lookup_prefix: str = ""


@dataclass(frozen=True, slots=True)
class _HeldEvent:
    receiver: QObject
    event: QKeyEvent | QInputMethodEvent


class ScanFilter(QObject):
    """Takes scans out of the stream of keys and leaves a person's keys as they are."""

    scanned = Signal(object)  # Scan
    misread = Signal(object)  # Misread
    _ended = Signal(object)  # Burst; a fault while it is read must not let its last key through

    def __init__(self, rules: ScanRules, parent: QObject | None = None) -> None:
        """Prepare the filter; `install` puts it to work."""
        super().__init__(parent)
        self._rules = rules
        self._capture = Capture()
        self._held: list[_HeldEvent] = []
        self._swallowed: set[int] = set()
        self._delivered: Signature | None = None
        self._memory = remember(None)
        self._is_composing = self._is_own = self._is_locked = self._is_graced = False
        self._preview = Preview()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setTimerType(Qt.TimerType.PreciseTimer)
        self._quiet.timeout.connect(self._on_quiet)
        self._ended.connect(self._on_ended)
        self._clock = QElapsedTimer()

    def install(self, application: QCoreApplication) -> None:
        """Watch all keys of the application."""
        application.installEventFilter(self)

    def set_rules(self, rules: ScanRules) -> None:
        """Read scans by other rules from now on: the look-up address is a setting."""
        self._rules = rules

    def set_locked(self, locked: bool) -> None:
        """Ignore scans while the desk is locked; what was typed before goes where it was going."""
        self._apply(self._capture.abandon())
        self._rearm()
        self._is_locked = locked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from the window what belongs to a scan."""
        kind = event.type()
        if kind not in _WATCHED or self._is_own:
            return False
        if isinstance(event, QKeyEvent):
            return self._filter_key(watched, event)
        if isinstance(event, QInputMethodEvent):
            return self._filter_composed(watched, event)
        self._apply(self._capture.interrupt())
        self._rearm()
        return False

    def _filter_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if is_silent(event) or signature(event) == self._delivered:
            return False
        if event.type() == _RELEASE:
            return self._filter_release(watched, event)
        if event.isAutoRepeat() and event.key() in self._swallowed:
            return True
        stroke = self._stroke(watched, event)
        if event.type() == _OVERRIDE:
            return self._filter_override(event, stroke)
        return self._filter_press(watched, event, stroke)

    def _filter_press(self, watched: QObject, event: QKeyEvent, stroke: Stroke) -> bool:
        outcome = self._capture.feed(stroke)
        copy = copy_of(event)
        self._apply(outcome)
        self._swallowed.discard(event.key())
        if outcome.fate is Fate.HOLD:
            self._held.append(_HeldEvent(watched, copy))
            self._show_held(watched)
        elif outcome.fate is Fate.DROP:
            self._swallowed.add(event.key())
        self._rearm()
        return outcome.fate is not Fate.PASS

    def _filter_override(self, event: QKeyEvent, stroke: Stroke) -> bool:
        """Keep a shortcut from being found in the middle of a scan; the press itself follows."""
        if not self._capture.claims(stroke):
            return False
        event.accept()
        return True

    def _filter_release(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _still_down(self._held):
            self._held.append(_HeldEvent(watched, copy_of(event)))
            return True
        if event.key() not in self._swallowed:
            return False
        if not event.isAutoRepeat():
            self._swallowed.discard(event.key())
        return True

    def _filter_composed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        if self._is_off(watched):
            return False
        self._clear_preview()
        if self._memory is None:
            self._memory = remember(_target(watched))
        self._is_composing = bool(event.preeditString())
        if not event.commitString():
            self._forget_idle_memory()
            return False
        outcome = self._capture.feed(Stroke(StrokeKind.COMMITTED, event.commitString()))
        copy = commit_of(event)
        self._apply(outcome)
        if outcome.fate is Fate.HOLD:
            self._held.append(_HeldEvent(watched, copy))
        self._forget_idle_memory()
        self._rearm()
        return outcome.fate is not Fate.PASS

    def _on_quiet(self) -> None:
        is_late = self._clock.elapsed() > self._quiet.interval() + _LATE_MS
        if is_late and not self._is_graced:
            self._is_graced = True
            self._clock.start()
            self._quiet.start()
            return
        self._apply(self._capture.expire())
        self._rearm()

    def _on_ended(self, burst: Burst) -> None:
        if burst.fault is not None:
            self.misread.emit(Misread(burst.text[:_LONGEST_SHOWN], _HINTS[burst.fault]))
            return
        rules = self._rules
        result = read_scan(burst.text, exists=rules.exists, today=rules.today(), lookup_prefix=rules.lookup_prefix)
        if isinstance(result, Misread):
            self.misread.emit(result)
            return
        if burst.rewritten and result.kind is ScanKind.CARD:
            result = replace(result, repaired=(*result.repaired, "input_method"))
        self.scanned.emit(result)

    def _rearm(self) -> None:
        self._is_graced = False
        wait_ms = self._capture.wait_ms
        if wait_ms is None:
            self._quiet.stop()
            return
        self._clock.start()
        self._quiet.start(wait_ms + _JITTER_MS)

    def _apply(self, outcome: Outcome) -> None:
        if outcome.held is Held.KEEP:
            return
        self._clear_preview()
        held, self._held = self._held, []
        memory, self._memory = self._memory, None
        if outcome.held is Held.RELEASE:
            self._deliver(held)
            return
        self._swallowed |= _still_down(held)
        if memory is not None:
            memory.restore()
        if outcome.burst is not None:
            self._ended.emit(outcome.burst)

    def _deliver(self, held: list[_HeldEvent]) -> None:
        for one in held:
            if not isValid(one.receiver):
                continue
            if isinstance(one.event, QKeyEvent):
                self._delivered = signature(one.event)
                QCoreApplication.sendEvent(one.receiver, one.event)
            else:
                self._is_own = True
                QCoreApplication.sendEvent(one.receiver, one.event)
                self._is_own = False

    def _show_held(self, watched: QObject) -> None:
        if self._capture.is_running or self._is_composing:
            self._clear_preview()
            return
        self._is_own = True
        self._preview.show(_target(watched), self._capture.text)
        self._is_own = False

    def _clear_preview(self) -> None:
        self._is_own = True
        self._preview.clear()
        self._is_own = False

    def _forget_idle_memory(self) -> None:
        if not self._is_composing and not self._capture.text:
            self._memory = None

    def _stroke(self, watched: QObject, event: QKeyEvent) -> Stroke:
        return stroke_of(event, is_reading=bool(self._capture.text), is_off=self._is_off(watched))

    def _is_off(self, watched: QObject) -> bool:
        return self._is_locked or is_secret(_target(watched))


def _target(watched: QObject) -> QWidget | None:
    return watched if isinstance(watched, QWidget) else QApplication.focusWidget()


def _still_down(held: list[_HeldEvent]) -> set[int]:
    """Return the keys that were pressed and not yet let go: their release must be swallowed as well."""
    keys = [(one.event.type(), one.event.key()) for one in held if isinstance(one.event, QKeyEvent)]
    return {key for kind, key in keys if kind == _PRESS} - {key for kind, key in keys if kind == _RELEASE}
