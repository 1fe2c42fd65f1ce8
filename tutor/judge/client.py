"""One request to the warm host: send it, read its events until the last."""

import contextlib
import socket
from collections.abc import Iterator

from tutor.errors import HostError
from tutor.judge import hosting
from tutor.protocol import Done, Event, Request, Starting, dump, load
from tutor.wire.lines import LineBuffer

GONE = "The checking process has gone. Please try again; it starts anew by itself."


def events(request: Request, toolset: str) -> Iterator[Event]:
    """Yield the events of a request; a host that has died meanwhile is replaced once.

    Raises:
        HostError: the host cannot be started, or went away in the middle.
    """
    path = hosting.socket_path(toolset)
    for last_try in (False, True):
        sock = hosting.connect(path)
        if sock is None:
            yield Starting(starting(toolset))
            hosting.start(path, toolset)
            sock = hosting.connect(path)
        answered = False
        with contextlib.closing(sock) if sock else contextlib.nullcontext():
            for event in answers(sock, request):
                if isinstance(event, Done):
                    return
                answered = True
                yield event
        if answered or last_try:
            raise HostError(GONE)


def starting(toolset: str) -> str:
    return f"Starting the checker ({toolset}); only the first check waits."


def answers(sock: socket.socket | None, request: Request) -> Iterator[Event]:
    """Yield what the host answers until it hangs up, which may be at once."""
    if sock is None:
        return
    try:
        sock.sendall(dump(request))
    except OSError:
        return
    buffer = LineBuffer(sock)
    while line := buffer.next_line():
        yield load(line)  # type: ignore[misc]
