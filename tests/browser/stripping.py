"""A small proxy in front of a server that strips a prefix from every path, as one with `location /windscreen/` does."""
import asyncio
import contextlib
import threading
from collections.abc import Iterator

from tests.browser.driving import free_port

PREFIX = "/windscreen"


@contextlib.contextmanager
def stripped(port: int) -> Iterator[str]:
    """Yields the address below which the server at this port of this machine can be reached.

    Its event loop lives in a thread of its own, because Playwright keeps one running in the test's.
    """
    mine, loop = free_port(), asyncio.new_event_loop()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            behind, ahead = await asyncio.open_connection("127.0.0.1", port)
            ahead.write(_without_prefix(head).replace(f":{mine}".encode(), f":{port}".encode()))
            await asyncio.gather(_copy(reader, ahead), _copy(behind, writer))

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    start = asyncio.start_server(pass_on, "127.0.0.1", mine)
    server = asyncio.run_coroutine_threadsafe(start, loop).result(timeout=5)
    try:
        yield f"http://127.0.0.1:{mine}{PREFIX}"
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(_end(), loop).result(timeout=5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
        loop.close()


def _without_prefix(head: bytes) -> bytes:
    """The head of a request as the server behind is to see it; one request a connection, but for a WebSocket."""
    first, _, rest = head.partition(b"\r\n")
    method, path, version = first.split(b" ")
    if b"upgrade: websocket" not in rest.lower():
        kept = [line for line in rest.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        rest = b"\r\n".join((b"Connection: close", *kept))
    return b" ".join((method, path.removeprefix(PREFIX.encode()) or b"/", version)) + b"\r\n" + rest


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65_536):
            target.write(data)
            await target.drain()
    with contextlib.suppress(OSError, RuntimeError):
        target.close()


async def _end() -> None:
    """Cut what is still open, so that nothing of a test reaches the next."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
