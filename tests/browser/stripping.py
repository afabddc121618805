"""A small proxy in front of a server that strips a prefix from every path, as one with `location /windscreen/` does."""
import asyncio
import contextlib
import threading
from collections.abc import Iterator

from tests.browser.driving import free_port

PREFIX = "/windscreen"


@contextlib.contextmanager
def stripped(port: int) -> Iterator[str]:
    """Yields the address below which the server at this port of this machine can be reached."""
    mine, loop = free_port(), asyncio.new_event_loop()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            first, _, rest = head.partition(b"\r\n")
            method, path, version = first.split(b" ")
            path = path.removeprefix(PREFIX.encode()) or b"/"
            if b"upgrade: websocket" not in rest.lower():
                kept = [line for line in rest.split(b"\r\n") if not line.lower().startswith(b"connection:")]
                rest = b"\r\n".join((b"Connection: close", *kept))   # so that each request has a head of its own
            behind, ahead = await asyncio.open_connection("127.0.0.1", port)
            ahead.write(b" ".join((method, path, version)) + b"\r\n" + rest.replace(
                f":{mine}".encode(), f":{port}".encode()))
            back = asyncio.ensure_future(_copy(behind, writer))
            await _copy(reader, ahead)
            await back

    server = loop.run_until_complete(asyncio.start_server(pass_on, "127.0.0.1", mine))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{mine}{PREFIX}"
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65_536):
            target.write(data)
            await target.drain()
    with contextlib.suppress(OSError, RuntimeError):
        target.close()
