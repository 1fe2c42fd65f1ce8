"""One learner process seen from the judge: requests, deadlines, output, its end."""

import contextlib
import os
import re
import signal
import time
from collections.abc import Callable
from typing import Any

from msgspec import to_builtins

from tutor.errors import WireError
from tutor.harness.learner import LearnerError, Remote
from tutor.harness.running import Ended
from tutor.protocol import Borrowed, Feedback, Limits, Outcome, Place
from tutor.sandbox import limits as resource_limits
from tutor.wire.arena import Arena
from tutor.wire.arena import Place as ArenaPlace
from tutor.wire.frames import Channel, Closed, Late
from tutor.wire.values import Decoder, Encoder, Handle

PROCESS_CLOCK = 2
"""With a process id it makes the number of that process's clock (clock_getcpuclockid(3))."""
LINE_LOST = 120
"""Exit status of a learner process that finds its line to the judge closed."""
END_WAIT = 0.25
"""Seconds a process that has hung up gets to end by itself: a large one takes some."""
TRACE_WAIT = 0.05
"""Seconds a learner process gets to write down where it was."""
CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff]"
)
"""Control characters, direction marks and halves of characters: never shown."""
ESCAPES = re.compile("\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(\x07|\x1b\\\\)?|[@-_])")


class Session:
    """A learner process and the judge's means to use and to end it.

    Args:
        pid: the process, a session leader.
        channel: frames to and from it.
        arena: memory shared with it, for the arrays of requests.
        output: read end of the pipe that takes what it prints, non-blocking.
        trace: a file that takes the line that was running on SIGUSR1.
    """

    def __init__(
        self, pid: int, channel: Channel, arena: Arena, output: int, trace: int
    ) -> None:
        self.pid = pid
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
        self.output = output
        self.trace = trace
        self.limits = Limits()
        self.deadline = time.monotonic() + self.limits.seconds
        self.printed = bytearray()
        self.printed_total = 0
        self.places: list[Place] = []
        self.source: list[str] = []
        self.closed = False
        self.ended = False
        channel.watch(output, self.drain)

    def begin(self, limits: Limits) -> None:
        """Set the limits of the request that follows."""
        self.limits = limits
        self.deadline = time.monotonic() + limits.seconds
        with contextlib.suppress(OSError, AttributeError, ValueError):
            resource_limits.limit_memory(self.pid, limits.memory_mib)

    def load(
        self, source: str, filename: str, entry: tuple[str, ...], seed: int,
        borrowed: tuple[Borrowed, ...], op: str = "load",
    ) -> Any:  # fmt: skip
        """Run a source in the learner process; return the entry points it lacks."""
        self.source = re.split("\r\n|\r|\n", source)
        value = self.request(
            op,
            source=source,
            filename=filename,
            entry=entry,
            seed=seed,
            borrowed=to_builtins(borrowed),
        )
        if op == "load" and type(value) is not list:
            raise self.garbled(WireError("a reply is not in the agreed form"))
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
        """Return the processor time that the learner process has used so far.

        Read from outside: the process has no say in it. Where the system does not tell,
        the time that passes has to do.
        """
        try:
            return time.clock_gettime((~self.pid << 3) | PROCESS_CLOCK)
        except OSError:
            return time.perf_counter()

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
            raise self.out_of_time() from None
        except Closed:
            raise self.gone() from None
        except WireError as error:
            raise self.garbled(error) from None
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
        while True:
            try:
                chunk = os.read(self.output, 1 << 16)
            except (BlockingIOError, OSError):
                return
            if not chunk:
                self.channel.unwatch(self.output)
                return
            self.printed_total += len(chunk)
            self.printed += chunk[: max(0, 8192 - len(self.printed))]
            if self.printed_total > self.limits.output_kib << 10:
                raise self.flooded()

    def take_printed(self) -> str:
        """Return what was printed since the last time, cut and without control codes."""
        text = clean(bytes(self.printed).decode(errors="replace"))
        self.printed.clear()
        return text if len(text) <= 2000 else text[:2000] + "\n… (cut)"

    def out_of_time(self) -> Ended:
        """Find out which line was running, end the process, and say so."""
        places = self.where()
        self.kill()
        over = time.monotonic() >= self.deadline
        seconds = self.limits.seconds if over else self.limits.call_seconds
        at = (
            f" It was at line {places[-1].line}: `{places[-1].text.strip()}`."
            if places
            else ""
        )
        what = "The check was still" if over else "Still"
        message = f"{what} running after {seconds:g} seconds, so it was stopped.{at}"
        return Ended(Outcome.TIMED_OUT, Feedback(message, places=places))

    def flooded(self) -> Ended:
        places = self.where()
        self.kill()
        at = f" The last line was {places[-1].line}." if places else ""
        message = f"More than {self.limits.output_kib} KiB were printed.{at}"
        return Ended(Outcome.OUTPUT_FLOOD, Feedback(message, places=places))

    def crowded(self, most_mib: int) -> Ended:
        """End a process that has filled its scratch folder, and say where it was."""
        places = self.where()
        self.kill()
        at = f" The last line was {places[-1].line}." if places else ""
        message = f"More than {most_mib} MiB were written to files.{at}"
        return Ended(Outcome.OUTPUT_FLOOD, Feedback(message, places=places))

    def stopped(self) -> Ended:
        """End a process that was asked to stop and went on, and say where it was."""
        places = self.where()
        self.kill()
        at = f" It was at line {places[-1].line}." if places else ""
        message = f"The run was stopped, as you asked.{at}"
        return Ended(Outcome.TIMED_OUT, Feedback(message, places=places))

    def gone(self) -> Ended:
        """Say how the process ended by itself."""
        status = self.ended_by_itself()
        if status is None or is_exit(status, LINE_LOST):
            self.kill()
            message = "Your code closed the line to the judge."
            return Ended(Outcome.CRASHED, Feedback(message))
        if os.WIFSIGNALED(status):
            name = signal_name(os.WTERMSIG(status))
            message = f"The process that ran your code was ended by {name}"
            hint = {
                "SIGSEGV": " (a crash in compiled code)",
                "SIGKILL": " (the system may have run out of memory)",
                "SIGXFSZ": " (it wrote too large a file)",
            }.get(name, "")
            return Ended(Outcome.CRASHED, Feedback(message + hint + "."))
        code = os.WEXITSTATUS(status)
        message = f"Your code ended its process (exit status {code}) instead of returning."
        return Ended(Outcome.CRASHED, Feedback(message))

    def ended_by_itself(self) -> int | None:
        """Return the wait status of a process that ends; None when it goes on."""
        until = time.monotonic() + END_WAIT
        while time.monotonic() < until:
            with contextlib.suppress(ChildProcessError):
                flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
                if os.waitid(os.P_PID, self.pid, flags) is not None:
                    return self.kill()
            time.sleep(0.002)
        return None

    def garbled(self, error: WireError) -> Ended:
        """End a process that does not answer in the agreed form."""
        self.kill()
        message = f"Your code wrote into the judge's line: {error}."
        return Ended(Outcome.CRASHED, Feedback(message))

    def where(self) -> list[Place]:
        """Return the learner's lines that are running right now, outermost first."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR1)
        until = time.monotonic() + TRACE_WAIT
        while time.monotonic() < until and os.fstat(self.trace).st_size == 0:
            time.sleep(0.002)
        time.sleep(0.002)
        text = os.pread(self.trace, 1 << 14, 0).decode(errors="replace")
        return self.parse_trace(text)

    def parse_trace(self, text: str) -> list[Place]:
        found = re.findall(r'File "([^"]*)", line ([0-9]{1,9}) in (\S+)', text)
        places = []
        for filename, line, function in reversed(found):
            if not filename.startswith(("/", "<")):
                number = int(line)
                known = 0 < number <= len(self.source)
                quoted = self.source[number - 1] if known else ""
                places.append(Place(number, clean(function)[:80], clean(quoted)[:200]))
        return places[-8:]

    def extend(self, seconds: float) -> None:
        """Move the deadlines, for time in which the run was paused."""
        self.deadline += seconds
        if self.channel.deadline is not None:
            self.channel.deadline += seconds

    def close(self) -> None:
        """End the process and free what belongs to it; may be called again."""
        if not self.closed:
            self.closed = True
            self.kill()
            self.channel.close()
            self.arena.close()
            os.close(self.output)
            os.close(self.trace)

    def kill(self) -> int:
        """End the process and everything it started; return its wait status."""
        status, self.ended = 0, True
        for send in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                send(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            _, status = os.waitpid(self.pid, 0)
        with contextlib.suppress(Ended):
            self.drain_rest()
        return status

    def drain_rest(self) -> None:
        self.printed_total = 0
        self.drain()


def plain(value: Any) -> Any:
    """Return an argument with proxies of learner objects turned back into handles."""
    if isinstance(value, Remote):
        if value._handle is None:
            raise TypeError("pass a learner's function by calling it in a probe")
        return value._handle
    return value


def is_exit(status: int, code: int) -> bool:
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == code


def signal_name(number: int) -> str:
    """Return a signal's name; those for programs' own use have none."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def list_in(body: dict[str, Any], name: str) -> list[Any]:
    """Return a list that may be left out.

    Raises:
        WireError: it is something else.
    """
    found = body.get(name, [])
    if not isinstance(found, list):
        raise WireError("a reply is not in the agreed form")
    return found


def learner_error(body: Any) -> LearnerError:
    """Return the exception that a reply describes, whatever it holds."""
    if not isinstance(body, dict):
        raise WireError("a reply is not in the agreed form")
    places = [
        Place(int(p[0]), clean(str(p[1]))[:80], clean(str(p[2]))[:200])
        for p in list_in(body, "places")[:8]
        if isinstance(p, list) and len(p) == 3 and isinstance(p[0], int)
    ]
    bases = [str(b) for b in list_in(body, "bases")[:20]]
    kind = clean(str(body.get("type")))[:80]
    message = clean(str(body.get("message")))[:4000]
    return LearnerError(kind, message, bases, places)


def true_places(facts: Any) -> list[int]:
    """Return where a list holds True; of anything else, nothing."""
    return (
        [i for i, fact in enumerate(facts) if fact is True] if type(facts) is list else []
    )


def clean(text: str) -> str:
    """Return `text` without escape sequences, control characters and direction marks."""
    return CONTROLS.sub("", ESCAPES.sub("", text.replace("\r\n", "\n")))
