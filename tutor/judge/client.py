"""One request to the warm host: send it, read its events until the last."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

from tutor.errors import HostError
from tutor.judge import hosting
from tutor.protocol import Control, Done, Event, Request, Starting, dump, load
from tutor.wire.lines import LineBuffer

GONE = "The checking process has gone. Please try again; it starts anew by itself."


def open_request(request: Request, toolset: str) -> Iterator[Event | socket.socket]:
    """Send a request; yield `Starting` if a host must be started, then the connection."""
    path = hosting.socket_path(toolset)
    sock = hosting.connect(path)
    if sock is None:
        yield Starting(f"Starting the checker ({toolset}); only the first check waits.")
        hosting.start(path, toolset)
        sock = hosting.connect(path)
    if sock is None:
        raise HostError(GONE)
    sock.sendall(dump(request))
    yield sock


def events(request: Request, toolset: str) -> Iterator[Event]:
    """Yield the events of a request.

    Raises:
        HostError: the host cannot be started, or went away.
    """
    for step in open_request(request, toolset):
        if isinstance(step, socket.socket):
            with contextlib.closing(step):
                yield from read_events(step)
        else:
            yield step


def read_events(sock: socket.socket) -> Iterator[Event]:
    buffer = LineBuffer(sock)
    while line := buffer.next_line():
        event = load(line)
        if isinstance(event, Done):
            return
        yield event  # type: ignore[misc]
    raise HostError(GONE)


class Conversation:
    """A request that runs, for an asyncio app: its events, and a way to steer it."""

    def __init__(self, request: Request, toolset: str) -> None:
        self.request = request
        self.toolset = toolset
        self.writer: asyncio.StreamWriter | None = None

    async def __aiter__(self) -> AsyncIterator[Event]:
        """Yield the events; leaving the loop early cancels the request.

        Raises:
            HostError: the host cannot be started, or went away.
        """
        path = hosting.socket_path(self.toolset)
        try:
            reader = await self.connect(str(path))
        except OSError:
            yield Starting(f"Starting the checker ({self.toolset}); only the first check waits.")
            await asyncio.to_thread(hosting.start, path, self.toolset)
            reader = await self.connect(str(path))
        try:
            self.send(self.request)
            while line := await reader.readline():
                event = load(line)
                if isinstance(event, Done):
                    return
                yield event  # type: ignore[misc]
            raise HostError(GONE)
        finally:
            self.close()

    async def connect(self, path: str) -> asyncio.StreamReader:
        reader, self.writer = await asyncio.open_unix_connection(path, limit=64 << 20)
        return reader

    def send(self, message: Request | Control) -> None:
        """Send the request, or steer it while it runs."""
        if self.writer is not None:
            self.writer.write(dump(message))

    def close(self) -> None:
        """Hang up, which cancels what still runs."""
        if self.writer is not None:
            self.writer.close()
            self.writer = None
