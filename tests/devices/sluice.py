"""A line to a printer that can be held up: it accepts every connection and passes nothing on until it is opened."""

import contextlib
import socket
import threading
from types import TracebackType


class Sluice:
    """Stands before a printer's port; closed at first, so whoever connects waits and waits."""

    def __init__(self, target_port: int = 0) -> None:
        self._target_port = target_port
        self._is_open = threading.Event()
        self._server = socket.create_server(("localhost", 0), backlog=64)
        self._held: list[socket.socket] = []
        self.port: int = self._server.getsockname()[1]
        self.visitors = 0

    def __enter__(self) -> "Sluice":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.cut()

    def open(self) -> None:
        """Let everything pass that has been waiting."""
        self._is_open.set()

    def cut(self) -> None:
        """Close the port and break every connection, as a pulled plug does."""
        for line in (self._server, *self._held):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._server.accept()
                self._held.append(visitor)
                self.visitors += 1
                threading.Thread(target=self._pass_on, args=(visitor,), daemon=True).start()

    def _pass_on(self, visitor: socket.socket) -> None:
        self._is_open.wait()
        target = socket.create_connection(("localhost", self._target_port))
        self._held.append(target)
        threading.Thread(target=_pour, args=(target, visitor), daemon=True).start()
        _pour(visitor, target)


def _pour(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
