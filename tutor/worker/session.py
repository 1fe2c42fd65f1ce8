"""A conversation with one learner process: requests, replies, callbacks, deadlines."""

import contextlib
import re
import time
from collections.abc import Callable
from typing import Any

from msgspec import to_builtins

from tutor.errors import WireError
from tutor.harness.learner import LearnerError, Remote
from tutor.protocol import Borrowed, Limits
from tutor.sandbox import limits as resource_limits
from tutor.wire.arena import Arena
from tutor.wire.arena import Place as ArenaPlace
from tutor.wire.frames import Channel, Closed, Late
from tutor.wire.values import Decoder, Encoder, Handle
from tutor.worker import endings
from tutor.worker.process import Process
from tutor.worker.replies import learner_error, true_places


class Session:
    """The judge's line to a learner process.

    Args:
        process: who is at the other end.
        channel: frames to and from it.
        arena: memory shared with it, for the arrays of requests.
    """

    def __init__(self, process: Process, channel: Channel, arena: Arena) -> None:
        self.process = process
        self.channel = channel
        self.arena = arena
        self.placed: list[list[ArenaPlace]] = []
        """Where the arrays of each argument of the last request lie."""
        self.restructured: list[int] = []
        """Which of them were lists or dicts and hold other things since."""
        self.returned = b""
        """The raw bytes of the last reply."""
        self.offered: list[Callable[..., Any]] = []
        """Functions of the harness that the learner's code may call."""
        self.limits = Limits()
        self.deadline = time.monotonic() + self.limits.seconds
        self.closed = False
        channel.watch(process.output, self.drain)

    def begin(self, limits: Limits) -> None:
        """Set the limits of the request that follows."""
        self.limits = limits
        self.deadline = time.monotonic() + limits.seconds
        with contextlib.suppress(OSError, AttributeError, ValueError):
            resource_limits.limit_memory(self.process.pid, limits.memory_mib)

    def load(
        self, source: str, filename: str, entry: tuple[str, ...], seed: int,
        borrowed: tuple[Borrowed, ...], op: str = "load",
    ) -> Any:  # fmt: skip
        """Run a source in the learner process; return the entry points it lacks."""
        self.process.source = re.split("\r\n|\r|\n", source)
        value = self.request(
            op,
            source=source,
            filename=filename,
            entry=entry,
            seed=seed,
            borrowed=to_builtins(borrowed),
        )
        if op == "load" and type(value) is not list:
            wrong = WireError("a reply is not in the agreed form")
            raise endings.garbled(self.process, wrong)
        return value

    def request(
        self,
        op: str,
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        **rest: Any,
    ) -> Any:
        """Return the value of a request.

        Raises:
            LearnerError: the learner's code raised.
            Ended: the process ran out of time, flooded its output, or went away.
        """
        self.placed, self.restructured = [], []
        encoder = Encoder(None, self.arena, self.offer)
        body = {
            "op": op,
            "args": ["l", [self.encoded(encoder, a) for a in arguments]],
            "kwargs": ["d", [[k, self.encoded(encoder, v)] for k, v in (keywords or {}).items()]],
            **rest,
        }  # fmt: skip
        return self.converse(body, encoder.blobs)

    def encoded(self, encoder: Encoder, argument: Any) -> Any:
        """Return the tree of one argument, noting where its arrays are put."""
        encoder.placed = []
        tree = encoder.encode(plain(argument))
        self.placed.append(encoder.placed)
        return tree

    def offer(self, function: Callable[..., Any]) -> int:
        self.offered.append(function)
        return len(self.offered) - 1

    def processor_seconds(self) -> float:
        """Return the processor time that the learner process has used so far."""
        return self.process.processor_seconds()

    def converse(self, body: dict[str, Any], blobs: list[bytes]) -> Any:
        """Send a request and return its value, running callbacks meanwhile."""
        end_of_call = time.monotonic() + self.limits.call_seconds
        self.channel.deadline = min(self.deadline, end_of_call)
        refused: Exception | None = None
        try:
            self.channel.send(body, blobs)
            while True:
                reply, blob = self.channel.receive()
                if not isinstance(reply, dict):
                    raise WireError("a reply is not in the agreed form")
                if "callback" not in reply:
                    break
                refused = self.call_back(reply, blob) or refused
            self.drain()
            value = self.understand(reply, blob)
        except Late:
            over = time.monotonic() >= self.deadline
            raise endings.out_of_time(self.process, self.limits, over=over) from None
        except Closed:
            raise endings.gone(self.process) from None
        except WireError as error:
            raise endings.garbled(self.process, error) from None
        except LearnerError:
            if refused:
                raise refused from None
            raise
        if refused:
            raise refused
        return value

    def call_back(self, asked: dict[str, Any], blob: memoryview) -> Exception | None:
        """Run a function of the harness for the learner's code and send what it returns.

        What the function raises is returned, and raised again when the request ends.
        """
        number = asked["callback"]
        if type(number) is not int or not 0 <= number < len(self.offered):
            raise WireError("a function is called that was never given")
        decoder = Decoder(blob, Handle)
        arguments, keywords = (
            decoder.decode(asked.get("args")),
            decoder.decode(asked.get("kwargs")),
        )
        if type(arguments) is not list or type(keywords) is not dict:
            raise WireError("a call is not in the agreed form")
        encoder = Encoder(None, self.arena, self.offer)
        try:
            value = self.offered[number](*arguments, **keywords)
            tree = encoder.encode([value])
        except Exception as error:
            self.channel.send({"error": f"{type(error).__name__}: {error}"}, [])
            return error
        self.channel.send({"args": tree, "kwargs": ["d", []]}, encoder.blobs)
        return None

    def understand(self, reply: Any, blob: memoryview) -> Any:
        """Return the value of a reply that may hold anything."""
        if "error" in reply:
            raise learner_error(reply["error"])
        self.returned = bytes(blob)
        self.restructured = true_places(reply.get("facts"))
        return Decoder(blob, Handle).decode(reply.get("ok"))

    def mutated(self) -> list[int]:
        """Return which arguments of the last request were changed in place."""
        return [
            i
            for i, places in enumerate(self.placed)
            if i in self.restructured or self.arena.changed(places)
        ]

    def aliased(self) -> list[int]:
        """Return of which arguments of the last call its result is a view.

        Each argument's memory is changed in turn, and the result asked for again: a view
        shows the change.
        """
        found, placed, returned = [], self.placed, self.returned
        for i, places in enumerate(placed):
            if places:
                self.arena.flip(places)
                self.converse({"op": "again"}, [])
                self.arena.flip(places)
                found += [i] if self.returned != returned else []
        self.placed = placed
        return found

    def drain(self) -> None:
        """Take what was printed.

        Raises:
            Ended: it was more than the limit.
        """
        most = self.limits.output_kib << 10
        if not self.process.read(most):
            self.channel.unwatch(self.process.output)
        if self.process.printed_total > most:
            raise endings.flooded(self.process, self.limits.output_kib)

    def extend(self, seconds: float) -> None:
        """Move the deadlines, for time in which the run was paused."""
        self.deadline += seconds
        if self.channel.deadline is not None:
            self.channel.deadline += seconds

    def close(self) -> None:
        """End the process and free what belongs to it; may be called again."""
        if not self.closed:
            self.closed = True
            self.process.close()
            self.channel.close()
            self.arena.close()


def plain(value: Any) -> Any:
    """Return an argument with proxies of learner objects turned back into handles."""
    if isinstance(value, Remote):
        if value._handle is None:
            raise TypeError("pass a learner's function by calling it in a probe")
        return value._handle
    return value
