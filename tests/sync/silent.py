"""A host that takes calls and never says a word."""

import socket
from contextlib import suppress
from types import TracebackType


class SilentCentre:
    """Listens on loopback; `has_caller` once somebody has rung."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self._callers: list[socket.socket] = []
        self.port: int = self._listener.getsockname()[1]

    @property
    def has_caller(self) -> bool:
        """Tell whether somebody is on the line."""
        with suppress(BlockingIOError):
            self._callers.append(self._listener.accept()[0])
        return bool(self._callers)

    def __enter__(self) -> "SilentCentre":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in (*self._callers, self._listener):
            one.close()
