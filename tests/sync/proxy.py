"""A line that can be bad: TCP in front of PostgreSQL's socket that delays, cuts at any byte, falls silent, resets."""

import asyncio
import ssl
import threading
from dataclasses import dataclass
from types import TracebackType

_SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
_PIECE = 65_536


@dataclass
class Trouble:
    """What the line does from the moment it is set: `up` towards the centre, `down` from it, in bytes from then on."""

    delay_s: float = 0.0
    cut_up_after: int | None = None
    cut_down_after: int | None = None
    silent_down_after: int | None = None
    refuses: bool = False


@dataclass
class _Way:
    """One direction of one connection."""

    writer: asyncio.StreamWriter
    other: asyncio.StreamWriter
    passed: int = 0


class Proxy:
    """A listener on 127.0.0.1 in a thread of its own; `port` to connect to, `trouble` to be set at any moment."""

    def __init__(self, target: str, tls: ssl.SSLContext | None = None, *, speaks_tls: bool = True) -> None:
        """Listen for `target`, the path of a Unix socket; with `tls`, encryption ends here."""
        self._trouble = Trouble()
        self._ways: list[_Way] = []
        self._target, self._tls, self._speaks_tls = target, tls, speaks_tls
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port: int = self._server.sockets[0].getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> Trouble:
        """What the line does now; set while nothing is under way, it counts from the next byte."""
        return self._trouble

    @trouble.setter
    def trouble(self, trouble: Trouble) -> None:
        for way in self._ways:
            way.passed = 0
        self._trouble = trouble

    def close(self) -> None:
        """Cut everything and listen no more."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def __enter__(self) -> "Proxy":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.add(asyncio.current_task())
        try:
            await self._talk(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            writer.transport.abort()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.trouble.refuses:
            writer.transport.abort()
            return
        first = await self._greeted(reader, writer)
        there, to_there = await asyncio.open_unix_connection(self._target)
        to_there.write(first)
        up, down = _Way(to_there, writer), _Way(writer, to_there)
        self._ways += [up, down]
        try:
            await asyncio.gather(self._pump(reader, up, is_up=True), self._pump(there, down, is_up=False))
        except asyncio.CancelledError:
            to_there.transport.abort()
            raise

    async def _greeted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        """Answer a wish for TLS; return the first bytes that PostgreSQL itself should see."""
        first = await reader.readexactly(8)
        if first != _SSL_REQUEST:
            return first
        if self._tls is None or not self._speaks_tls:
            writer.write(b"N")
            return await reader.readexactly(8)
        writer.write(b"S")
        await writer.drain()
        await writer.start_tls(self._tls)
        return await reader.readexactly(8)

    async def _pump(self, reader: asyncio.StreamReader, way: _Way, *, is_up: bool) -> None:
        while piece := await reader.read(_PIECE):
            trouble = self.trouble
            cut = trouble.cut_up_after if is_up else trouble.cut_down_after
            silent = None if is_up else trouble.silent_down_after
            kept = _kept(piece, way.passed, cut if silent is None else silent)
            way.passed += len(kept)
            self._later(way.writer, kept, trouble.delay_s)
            if cut is not None and len(kept) < len(piece):
                await way.writer.drain()
                way.writer.transport.abort()
                way.other.transport.abort()
                return
        self._later(way.writer, None, self.trouble.delay_s)

    def _later(self, writer: asyncio.StreamWriter, piece: bytes | None, delay_s: float) -> None:
        if delay_s:
            self._loop.call_later(delay_s, _send, writer, piece)
        else:
            _send(writer, piece)

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for way in self._ways:
            way.writer.transport.abort()
        await asyncio.sleep(0)  # transports end in the loop's next turn


def _kept(piece: bytes, passed: int, limit: int | None) -> bytes:
    return piece if limit is None else piece[: max(0, limit - passed)]


def _send(writer: asyncio.StreamWriter, piece: bytes | None) -> None:
    if writer.transport.is_closing():
        return
    if piece is None:
        writer.close()
    elif piece:
        writer.write(piece)
