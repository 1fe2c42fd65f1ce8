"""The learner process: runs the submission, answers calls, decides nothing.

It is forked before any harness is loaded and holds no expected value. Requests and replies
are frames of `tutor.wire`; each request is ``{"op": …}`` and each reply either ``{"ok":
tree, …}`` or ``{"error": …}``.
"""

import __future__

import contextlib
import linecache
import random
import sys
import traceback
from collections.abc import Callable
from operator import is_not
from types import ModuleType
from typing import Any

import numpy as np

from tutor.errors import WireError
from tutor.protocol import Borrowed
from tutor.wire.arena import Arena
from tutor.wire.frames import Channel, Closed
from tutor.wire.values import Decoder, Encoder, type_name
from tutor.worker import borrowing

MESSAGE_LIMIT = 4000
ENTRY = "learner"


class Learner:
    """The state of one learner process."""

    def __init__(self, channel: Channel, arena: Arena) -> None:
        self.channel = channel
        self.arena = arena
        self.module = ModuleType(ENTRY)
        self.filename = ""
        self.kept: list[Any] = []
        self.probes: dict[str, Callable[..., Any]] = {}
        self.last_arguments: list[Any] = []
        self.last_value: Any = None

    def serve(self) -> None:
        """Answer requests until the judge goes away.

        Raises:
            Closed: always, at the end.
        """
        while True:
            self.answer(*self.channel.receive())

    def answer(self, request: dict[str, Any], blob: memoryview) -> None:
        try:
            reply, blobs = getattr(self, "do_" + request["op"])(request, blob)
        except BaseException as error:
            reply, blobs = {"error": self.describe(error)}, []
        finally:
            flush()
        try:
            self.channel.send(reply, blobs)
        except Closed:
            raise
        except (WireError, MemoryError, TypeError, ValueError) as error:
            self.channel.send({"error": self.describe(error)}, [])

    def do_load(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Run the submission's source as a module, forgetting any earlier one."""
        self.kept, self.probes = [], {}
        self.filename = request["filename"]
        seed_everything(request["seed"])
        borrowing.install(Borrowed(**item) for item in request["borrowed"])
        self.module = borrowing.module_of(
            request["source"], self.filename, ENTRY, known=True
        )
        missing = [name for name in request["entry"] if not hasattr(self.module, name)]
        return self.reply(missing)

    def do_call(self, request: dict[str, Any], blob: memoryview) -> tuple[Any, list[bytes]]:
        """Call a function of the submission, or a kept object or a method of one."""
        arguments, keywords = self.arguments(request, blob)
        function = self.target(request)
        self.last_arguments = [*arguments, *keywords.values()]
        before = [parts(value) for value in self.last_arguments]
        self.last_value = value = function(*arguments, **keywords)
        reply, blobs = self.reply(value)  # before all else: it bounds what is looked at
        after = [parts(value) for value in self.last_arguments]
        reply["facts"] = list(map(differ, before, after))
        return reply, blobs

    def do_again(self, _: dict[str, Any], __: memoryview) -> tuple[Any, list[bytes]]:
        """Return what the last call returned, as it is now."""
        return self.reply(self.last_value)

    def do_echo(self, _: dict[str, Any], __: memoryview) -> tuple[Any, list[bytes]]:
        """Return the arguments of the last call, as they are now."""
        return self.reply(self.last_arguments)

    def do_next(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Return a pair: whether a kept iterator has another value, and that value."""
        value = next(self.target(request), self)
        return self.reply((value is not self, None if value is self else value))

    def do_iter(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Return an iterator over a kept object, as a handle."""
        return self.reply(iter(self.target(request)))

    def do_get(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Return an attribute of a kept object."""
        return self.reply(self.target(request))

    def do_probe(
        self, request: dict[str, Any], blob: memoryview
    ) -> tuple[Any, list[bytes]]:
        """Run a function of the harness beside the submission."""
        function = self.probe(request["name"], request["source"])
        arguments, keywords = self.arguments(request, blob)
        return self.reply(function(self.module, *arguments, **keywords))

    def do_run(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Run lesson code for what it prints."""
        self.filename = request["filename"]
        seed_everything(request["seed"])
        borrowing.install(Borrowed(**item) for item in request["borrowed"])
        self.module = borrowing.module_of(
            request["source"], self.filename, "__main__", known=True
        )
        return self.reply(None)

    def probe(self, name: str, source: str) -> Callable[..., Any]:
        if name not in self.probes:
            space: dict[str, Any] = {"np": np, "torch": sys.modules.get("torch")}
            flags = (
                __future__.annotations.compiler_flag
            )  # those of a probe name what only its file has
            exec(compile(source, f"<probe {name}>", "exec", flags), space)
            self.probes[name] = space[name]
        return self.probes[name]

    def target(self, request: dict[str, Any]) -> Any:
        number, name = request.get("handle"), request.get("name", "")
        value: Any = self.module if number is None else self.kept[number]
        return getattr(value, name) if name else value

    def arguments(
        self, request: dict[str, Any], blob: memoryview
    ) -> tuple[list[Any], dict[str, Any]]:
        decoder = Decoder(
            blob, lambda number, _: self.kept[number], self.arena, self.callback
        )
        return decoder.decode(request["args"]), decoder.decode(request["kwargs"])

    def callback(self, number: int) -> Callable[..., Any]:
        """Return a function that runs in the judge and answers here."""

        def ask_judge(*arguments: Any, **keywords: Any) -> Any:
            encoder = Encoder(self.keep)
            asked = {
                "callback": number,
                "args": encoder.encode(list(arguments)),
                "kwargs": encoder.encode(keywords),
            }
            self.channel.send(asked, encoder.blobs)
            answer, blob = self.channel.receive()
            if "error" in answer:
                raise RuntimeError(answer["error"])
            return self.arguments(answer, blob)[0][0]

        return ask_judge

    def reply(self, value: Any) -> tuple[dict[str, Any], list[bytes]]:
        encoder = Encoder(self.keep)
        tree = encoder.encode(value)
        return {"ok": tree, "facts": None}, encoder.blobs

    def keep(self, value: Any) -> int:
        if len(self.kept) >= 100_000:
            raise WireError("too many objects are held at once")
        self.kept.append(value)
        return len(self.kept) - 1

    def describe(self, error: BaseException) -> dict[str, Any]:
        """Return what the judge may know of an exception raised here."""
        return {
            "type": type_name(type(error)),
            "bases": [type_name(kind) for kind in bases_of(type(error))],
            "message": message_of(error),
            "places": self.places(error),
        }

    def places(self, error: BaseException) -> list[list[Any]]:
        """Return the learner's own lines on the way to `error`, outermost first.

        None where the learner's code has made them impossible to find.
        """
        try:
            return self.found_places(error)
        except BaseException:
            return []

    def found_places(self, error: BaseException) -> list[list[Any]]:
        found: list[list[Any]] = []
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename == self.filename or frame.filename.startswith("yours/"):
                found.append([frame.lineno, frame.name, frame.line or ""])
        if isinstance(error, SyntaxError) and error.filename == self.filename:
            line = error.lineno if type(error.lineno) is int else 1
            found.append([line, "", linecache.getline(self.filename, line).rstrip()])
        return found[-8:]


def bases_of(kind: type) -> tuple[type, ...]:
    """Return a type's bases without `object`, whatever its metaclass says of them."""
    found: tuple[type, ...] = type.__dict__["__mro__"].__get__(kind)
    return found[:-1]


def message_of(error: BaseException) -> str:
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        return str(text)[:MESSAGE_LIMIT]
    except BaseException:
        return "(its message cannot be shown)"


def flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):  # the learner may have replaced it
            stream.flush()


def seed_everything(seed: int) -> None:
    """Seed the global generators, so that a replay draws what the first run drew."""
    random.seed(seed)
    np.random.seed(seed % (1 << 32))
    if torch := sys.modules.get("torch"):
        torch.manual_seed(seed)


def parts(value: Any) -> list[Any]:
    """Return all that a list, tuple, dict or set holds, at any depth, in order.

    Arrays need no more: they lie in memory that the judge sees.
    """
    found: list[Any] = []
    if type(value) is dict:
        value = [item for pair in value.items() for item in pair]
    if type(value) in (list, tuple, set):
        for item in value:
            found += [item, *parts(item)]
    return found


def differ(before: list[Any], after: list[Any]) -> bool:
    """Return whether a container holds other things than before."""
    return len(before) != len(after) or any(map(is_not, before, after))
