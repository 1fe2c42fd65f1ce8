"""One request to the warm host, for an asyncio app: its events, and a way to steer it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from tutor.errors import HostError
from tutor.judge import hosting
from tutor.judge.client import GONE, starting
from tutor.protocol import Control, Done, Event, Request, Starting, dump, load


class Conversation:
    """A request that runs, for an asyncio app: its events, and a way to steer it."""

    def __init__(self, request: Request, toolset: str) -> None:
        self.request = request
        self.toolset = toolset
        self.writer: asyncio.StreamWriter | None = None

    async def __aiter__(self) -> AsyncIterator[Event]:
        """Yield the events; leaving the loop early cancels the request.

        Raises:
            HostError: the host cannot be started, or went away in the middle.
        """
        path = hosting.socket_path(self.toolset)
        for last_try in (False, True):
            try:
                reader = await self.connect(str(path))
            except OSError:
                yield Starting(starting(self.toolset))
                await asyncio.to_thread(hosting.start, path, self.toolset)
                reader = await self.connect(str(path))
            answered = False
            try:
                self.send(self.request)
                async for event in self.read(reader):
                    if isinstance(event, Done):
                        return
                    answered = True
                    yield event
            finally:
                self.close()
            if answered or last_try:
                raise HostError(GONE)

    async def read(self, reader: asyncio.StreamReader) -> AsyncIterator[Event]:
        """Yield what the host answers until it hangs up, which may be at once."""
        with contextlib.suppress(ConnectionError):
            while line := await reader.readline():
                yield load(line)  # type: ignore[misc]

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
