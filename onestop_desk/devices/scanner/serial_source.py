"""A scanner on a serial port: whole UTF-8 lines, with no keyboard layout and no input method in the way."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import serial

from onestop_desk.devices.scanner.capture import LONGEST

_LINE_END: Final = re.compile(rb"[\r\n\t]")
_LONGEST_BYTES: Final = LONGEST * 4
_POLL_S: Final = 0.2
_STALE_S: Final = 1.0
_RETRY_S: Final = 1.0


class SerialFault(StrEnum):
    """What a line or the port suffers from."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    UNENDED = "unended"


@dataclass(frozen=True, slots=True)
class SerialLine:
    """One scanned line, or why there is none."""

    text: str
    fault: SerialFault | None = None


@dataclass(frozen=True, slots=True)
class SerialPort:
    """Where the scanner is: `COM3`, `/dev/ttyACM0`."""

    name: str
    baud: int = 9600


class LineAssembler:
    """Makes lines of the bytes as they come, and never keeps more than one line can have."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._partial = b""
        self._is_overlong = False

    def feed(self, chunk: bytes) -> list[SerialLine]:
        """Return the lines that `chunk` completes; empty ones are not told."""
        *ended, rest = _LINE_END.split(self._partial + chunk)
        lines = [line for raw in ended if (line := self._line(raw)) is not None]
        self._partial = rest
        if len(rest) > _LONGEST_BYTES:
            self._partial = b""
            if not self._is_overlong:
                lines.append(SerialLine("", SerialFault.TOO_LONG))
            self._is_overlong = True
        return lines

    def give_up(self) -> SerialLine | None:
        """Drop a line that never ended, so that it cannot join the next one: half a code is another code."""
        is_cut = bool(self._partial) and not self._is_overlong
        self._partial, self._is_overlong = b"", False
        return SerialLine("", SerialFault.UNENDED) if is_cut else None

    def _line(self, raw: bytes) -> SerialLine | None:
        if self._is_overlong:
            self._is_overlong = False
            return None
        if len(raw) > _LONGEST_BYTES:
            return SerialLine("", SerialFault.TOO_LONG)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            return SerialLine("", SerialFault.NOT_UTF8)
        return SerialLine(text) if text else None


class SerialSource:
    """Reads one port in a thread of its own until stopped; a port that vanishes is waited for.

    `on_line` and `on_presence` are called in that thread: hand them on by a queued signal.
    """

    def __init__(
        self, port: SerialPort, on_line: Callable[[SerialLine], None], on_presence: Callable[[bool], None]
    ) -> None:
        """Remember where to read and whom to tell; nothing is opened yet."""
        self._port = port
        self._on_line = on_line
        self._on_presence = on_presence
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"scanner {port.name}", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether the thread still runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to read; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, within a quarter of a second while the port is quiet."""
        self._stopping.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        was_present: bool | None = None
        while not self._stopping.is_set():
            try:
                with serial.Serial(self._port.name, self._port.baud, timeout=_POLL_S) as device:
                    was_present = True
                    self._on_presence(True)
                    self._read(device)
            except (serial.SerialException, OSError):
                if was_present is not False:
                    self._on_presence(False)
                was_present = False
                self._stopping.wait(_RETRY_S)

    def _read(self, device: serial.Serial) -> None:
        assembler, heard_at = LineAssembler(), time.monotonic()
        while not self._stopping.is_set():
            chunk = device.read(min(max(1, device.in_waiting), _LONGEST_BYTES))
            if chunk:
                heard_at = time.monotonic()
                self._tell(assembler.feed(chunk))
            elif time.monotonic() - heard_at > _STALE_S:
                cut = assembler.give_up()
                self._tell([cut] if cut else [])

    def _tell(self, lines: list[SerialLine]) -> None:
        for line in lines:
            self._on_line(line)
