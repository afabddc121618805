"""A line between browser and server that a test can cut: a TCP proxy that closes and refuses connections."""
import contextlib
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

PIECE = 65_536
"""Bytes read at once."""


class Line:
    """Passes bytes on to a server until it is `cut`, and again after it is `joined`. `address` is what to open."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._to = (parts.hostname or "", parts.port or 0)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._port = 0
        self.join()
        self.address = f"http://127.0.0.1:{self._port}"

    def join(self) -> None:
        """Take connections, as at the beginning."""
        self._listener = socket.create_server(("127.0.0.1", self._port), backlog=64)
        self._port = self._listener.getsockname()[1]
        self._taker = threading.Thread(target=self._take, args=(self._listener,), daemon=True)
        self._taker.start()

    def cut(self) -> None:
        """Close every connection and refuse new ones."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._taker.join()
        self._listener.close()
        with self._lock:
            ends, self._open = self._open, set()
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _take(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(self._to)
                with self._lock:
                    self._open |= {near, far}
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := one.recv(PIECE):
                other.sendall(piece)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        with self._lock:
            self._open -= {one, other}


@contextlib.contextmanager
def line_to(server: str) -> Iterator[Line]:
    """A line to a server, cut for good at the end."""
    line = Line(server)
    try:
        yield line
    finally:
        line.cut()
