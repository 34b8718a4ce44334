"""A scanner on a serial port: whole lines, never without end, and a cable that comes loose."""

import os
import queue
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from onestop_desk.devices.scanner.serial_source import (
    LineAssembler,
    SerialFault,
    SerialLine,
    SerialPort,
    SerialSource,
)

CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1|01012024"


def test_a_line_comes_out_whole_however_it_is_cut() -> None:
    for size in range(1, 8):
        assembler, sent = LineAssembler(), f"{CARD}\r\n".encode()
        chunks = [sent[at : at + size] for at in range(0, len(sent), size)]
        assert [line for chunk in chunks for line in assembler.feed(chunk)] == [SerialLine(CARD)]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t"])
def test_any_line_end_will_do(end: str) -> None:
    assert LineAssembler().feed(f"a{end}b{end}".encode()) == [SerialLine("a"), SerialLine("b")]


def test_bytes_that_are_not_utf8_are_told_and_the_next_line_is_read() -> None:
    lines = LineAssembler().feed(b"Nguy\xe3n\nabc\n")
    assert lines == [SerialLine("", SerialFault.NOT_UTF8), SerialLine("abc")]


def test_an_endless_stream_is_told_once_and_kept_small() -> None:
    assembler = LineAssembler()
    lines = [line for _ in range(2000) for line in assembler.feed(b"8" * 1024)]
    assert lines == [SerialLine("", SerialFault.TOO_LONG)]
    assert assembler.feed(b"88\nabc\n") == [SerialLine("abc")]


def test_a_line_too_long_in_one_piece_is_refused() -> None:
    assert LineAssembler().feed(b"8" * 3000 + b"\nabc\n") == [SerialLine("", SerialFault.TOO_LONG), SerialLine("abc")]


def test_half_a_code_never_joins_the_next_one() -> None:
    assembler = LineAssembler()
    assembler.feed(b"H31.20.11-2611")
    assert assembler.give_up() == SerialLine("", SerialFault.UNENDED)
    assert assembler.give_up() is None
    assert assembler.feed(b"23-0034\n") == [SerialLine("23-0034")]


@dataclass
class Cable:
    """A pseudo terminal behind a fixed name, which can be pulled and put back."""

    name: Path
    lines: "queue.Queue[SerialLine]" = field(default_factory=queue.Queue)
    presence: "queue.Queue[bool]" = field(default_factory=queue.Queue)
    ends: tuple[int, ...] = ()

    def plug_in(self) -> None:
        self.ends = os.openpty()
        self.name.symlink_to(os.ttyname(self.ends[1]))

    def pull(self) -> None:
        self.name.unlink(missing_ok=True)
        for end in self.ends:
            os.close(end)
        self.ends = ()

    def send(self, text: str) -> None:
        os.write(self.ends[0], text.encode())


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "scanner")
    source = SerialSource(SerialPort(str(cable.name)), cable.lines.put, cable.presence.put)
    source.start()
    yield cable
    source.stop()
    cable.pull()
    assert not source.is_alive


posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX only")


@posix
def test_a_scanner_that_is_pulled_out_and_put_back_goes_on(cable: Cable) -> None:
    assert cable.presence.get(timeout=5) is False
    cable.plug_in()
    assert cable.presence.get(timeout=5) is True
    cable.send(f"{CARD}\r\n")
    assert cable.lines.get(timeout=5) == SerialLine(CARD)
    cable.pull()
    assert cable.presence.get(timeout=5) is False
    cable.plug_in()
    assert cable.presence.get(timeout=5) is True
    cable.send("H31.20.11-261123-0034\n")
    assert cable.lines.get(timeout=5) == SerialLine("H31.20.11-261123-0034")


@posix
def test_a_line_that_never_ends_is_given_up_after_a_second(cable: Cable) -> None:
    assert cable.presence.get(timeout=5) is False
    cable.plug_in()
    assert cable.presence.get(timeout=5) is True
    cable.send("H31.20.11-2611")
    assert cable.lines.get(timeout=5) == SerialLine("", SerialFault.UNENDED)
