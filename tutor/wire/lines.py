"""Lines from a socket, one message each."""

import socket
from collections.abc import Iterator

from tutor.errors import WireError

MAX_LINE = 64 << 20


class LineBuffer:
    """Collects what a socket delivers and gives it back line by line."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.pending = b""
        self.ended = False

    def fill(self) -> None:
        """Read once; notes when the other side has hung up.

        Raises:
            WireError: the line is longer than any message.
        """
        try:
            chunk = self.sock.recv(1 << 18)
        except BlockingIOError:
            return
        except OSError:
            chunk = b""
        self.ended = not chunk
        self.pending += chunk
        if len(self.pending) > MAX_LINE:
            raise WireError("a message is too long")

    def lines(self) -> Iterator[bytes]:
        """Yield the complete lines collected so far."""
        while b"\n" in self.pending:
            line, _, self.pending = self.pending.partition(b"\n")
            yield line

    def next_line(self) -> bytes:
        """Return the next line, waiting for it; empty when the other side has hung up."""
        while b"\n" not in self.pending and not self.ended:
            self.fill()
        return next(self.lines(), b"")
