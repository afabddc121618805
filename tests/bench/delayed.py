"""A line with latency: passes everything on to a server, each way half of the latency later, the order kept.

Chromium's own throttling leaves WebSockets alone, and everything of ours goes over one.
"""
import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator

PIECE = 65_536
"""Bytes that are read at once."""


@contextlib.contextmanager
def delayed(address: str, milliseconds: int) -> Iterator[str]:
    """The address of a line to the server at `address` on this machine, with this latency there and back."""
    port = int(address.rsplit(":", 1)[1])
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
            pause = milliseconds / 2000
            await asyncio.gather(_pass_on(reader, far_writer, pause), _pass_on(far_reader, writer, pause))

    line = asyncio.run_coroutine_threadsafe(asyncio.start_server(connected, "127.0.0.1", 0), loop).result(10)
    try:
        yield f"http://127.0.0.1:{line.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(_end(line), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
        loop.close()


async def _end(line: asyncio.Server) -> None:
    """Close the line and what still goes over it."""
    line.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pause: float) -> None:
    """Everything that comes in goes out, each piece `pause` seconds after it came."""
    under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def send() -> None:
        while True:
            due, piece = await under_way.get()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if not piece:
                break
            writer.write(piece)
            await writer.drain()

    sending = asyncio.create_task(send())
    with contextlib.suppress(OSError):
        while piece := await reader.read(PIECE):
            under_way.put_nowait((time.monotonic() + pause, piece))
    under_way.put_nowait((time.monotonic() + pause, b""))
    try:
        with contextlib.suppress(OSError):
            await sending
    finally:
        sending.cancel()
        writer.close()
