"""Length-prefixed frames over a stream socket, with limits and deadlines.

A frame is two big-endian 32-bit lengths, a JSON text of the first length, and raw bytes
of the second.
"""

import json
import select
import socket
import struct
import time
from collections.abc import Callable
from typing import Any

from tutor.errors import WireError

HEAD = struct.Struct(">II")
MAX_TEXT = 4 << 20
"""Longest JSON text in bytes; a reply needs kilobytes."""
MAX_BLOB = 256 << 20
"""Most raw bytes in one frame: room for a large batch of images."""


class Closed(WireError):
    """The other side has gone."""


class Late(WireError):
    """The deadline passed before the frame was complete."""


class Channel:
    """One end of a socket pair that carries frames.

    While waiting it also serves descriptors given to `watch`, and calls `idle` every
    `idle_every` seconds.
    """

    idle_every = 0.05

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.sock.setblocking(False)
        self.deadline: float | None = None
        """Until when a frame must have passed, on the monotonic clock."""
        self.pending = bytearray()
        self.watched: dict[int, Callable[[], None]] = {}
        self.idle: Callable[[], None] = lambda: None

    def watch(self, descriptor: int, serve: Callable[[], None]) -> None:
        """Call `serve` whenever `descriptor` is readable while waiting for frames."""
        self.watched[descriptor] = serve

    def unwatch(self, descriptor: int) -> None:
        """Stop serving `descriptor`."""
        self.watched.pop(descriptor, None)

    def close(self) -> None:
        self.sock.close()

    def send(self, body: Any, blobs: list[bytes]) -> None:
        """Send one frame.

        Raises:
            Closed: the other side has gone.
            Late: the other side does not read.
        """
        letters = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
        text = letters.encode("utf-8", "surrogatepass")
        size = sum(map(len, blobs))
        if len(text) > MAX_TEXT or size > MAX_BLOB:
            raise WireError(f"a value of {len(text) + size:,} bytes is too large to send")
        data = memoryview(b"".join([HEAD.pack(len(text), size), text, *blobs]))
        while data:
            try:
                data = data[self.sock.send(data) :]
            except BlockingIOError:
                self.wait(select.POLLOUT)
            except OSError as error:
                raise Closed("the other process has gone") from error

    def receive(self) -> tuple[Any, memoryview]:
        """Return the JSON value and the raw bytes of the next frame.

        Raises:
            Closed: the other side has gone.
            Late: the deadline passed first.
            WireError: a frame is too large or not JSON.
        """
        text_size, blob_size = HEAD.unpack(self.read(HEAD.size))
        if text_size > MAX_TEXT or blob_size > MAX_BLOB:
            raise WireError(f"a reply claims {text_size + blob_size:,} bytes")
        text = self.read(text_size)
        blob = memoryview(self.read(blob_size))
        try:
            return json.loads(text), blob
        except (ValueError, RecursionError) as error:
            raise WireError("a reply is not readable") from error

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes, reading ahead what has come already."""
        while len(self.pending) < size:
            try:
                chunk = self.sock.recv(max(1 << 16, min(size, 1 << 22)))
            except BlockingIOError:
                self.wait(select.POLLIN)
                continue
            except OSError as error:
                raise Closed("the other process has gone") from error
            if not chunk:
                raise Closed("the other process has gone")
            self.pending += chunk
        data = bytes(self.pending[:size])
        del self.pending[:size]
        return data

    def wait(self, event: int) -> None:
        """Block until `event` can happen on the socket, serving the rest meanwhile."""
        while True:
            left = self.idle_every
            if self.deadline is not None:
                left = min(left, self.deadline - time.monotonic())
                if left <= 0:
                    raise Late("no answer in time")
            poller = select.poll()
            poller.register(self.sock, event)
            for descriptor in self.watched:
                poller.register(descriptor, select.POLLIN)
            ready = {descriptor for descriptor, _ in poller.poll(left * 1000)}
            for descriptor in ready & set(self.watched):
                self.watched[descriptor]()
            if self.sock.fileno() in ready:
                return
            self.idle()
