"""The learner process: runs the submission, answers calls, decides nothing.

It is forked before any harness is loaded and holds no expected value. Requests and replies
are frames of `tutor.wire`; each request is ``{"op": …}`` and each reply either ``{"ok":
tree, …}`` or ``{"error": …}``.
"""

import contextlib
import linecache
import random
import sys
import traceback
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from tutor.errors import WireError
from tutor.protocol import Borrowed
from tutor.wire.frames import Channel, Closed
from tutor.wire.values import Decoder, Encoder, type_name
from tutor.worker import borrowing

MESSAGE_LIMIT = 4000
ENTRY = "learner"


class Learner:
    """The state of one learner process."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.module = ModuleType(ENTRY)
        self.filename = ""
        self.kept: list[Any] = []
        self.probes: dict[str, Callable[..., Any]] = {}

    def serve(self) -> None:
        """Answer requests until the judge goes away."""
        while True:
            try:
                request, blob = self.channel.receive()
            except Closed:
                return
            self.answer(request, blob)

    def answer(self, request: dict[str, Any], blob: memoryview) -> None:
        try:
            reply, blobs = getattr(self, "do_" + request["op"])(request, blob)
        except BaseException as error:
            reply, blobs = {"error": self.describe(error)}, []
        finally:
            flush()
        self.channel.send(reply, blobs)

    def do_load(self, request: dict[str, Any], _: memoryview) -> tuple[Any, list[bytes]]:
        """Run the submission's source as a module."""
        self.filename = request["filename"]
        seed_everything(request["seed"])
        borrowing.install(Borrowed(**item) for item in request["borrowed"])
        self.module = borrowing.module_of(request["source"], self.filename, ENTRY)
        missing = [name for name in request["entry"] if not hasattr(self.module, name)]
        return self.reply(missing)

    def do_call(self, request: dict[str, Any], blob: memoryview) -> tuple[Any, list[bytes]]:
        """Call a function of the submission, or a kept object or a method of one."""
        arguments, keywords = self.arguments(request, blob)
        function = self.target(request)
        before = [fingerprint(value) for value in arguments]
        value = function(*arguments, **keywords)
        facts = {
            "mutated": [
                i
                for i, value_now in enumerate(arguments)
                if fingerprint(value_now) != before[i]
            ],
            "aliased": [i for i, a in enumerate(arguments) if shares_memory(value, a)],
        }
        return self.reply(value, facts)

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
        self.module = borrowing.module_of(request["source"], self.filename, "__main__")
        return self.reply(None)

    def probe(self, name: str, source: str) -> Callable[..., Any]:
        if name not in self.probes:
            space: dict[str, Any] = {"np": np, "torch": sys.modules.get("torch")}
            exec(compile(source, f"<probe {name}>", "exec"), space)
            self.probes[name] = space[name]
        return self.probes[name]

    def target(self, request: dict[str, Any]) -> Any:
        number, name = request.get("handle"), request.get("name", "")
        value: Any = self.module if number is None else self.kept[number]
        return getattr(value, name) if name else value

    def arguments(
        self, request: dict[str, Any], blob: memoryview
    ) -> tuple[list[Any], dict[str, Any]]:
        decoder = Decoder(blob, lambda number, _: self.kept[number])
        return decoder.decode(request["args"]), decoder.decode(request["kwargs"])

    def reply(self, value: Any, facts: Any = None) -> tuple[Any, list[bytes]]:
        encoder = Encoder(self.keep)
        tree = encoder.encode(value)
        return {"ok": tree, "facts": facts}, encoder.blobs

    def keep(self, value: Any) -> int:
        if len(self.kept) >= 100_000:
            raise WireError("too many objects are held at once")
        self.kept.append(value)
        return len(self.kept) - 1

    def describe(self, error: BaseException) -> dict[str, Any]:
        """Return what the judge may know of an exception raised here."""
        return {
            "type": type_name(type(error)),
            "bases": [type_name(kind) for kind in type(error).__mro__[:-1]],
            "message": message_of(error),
            "places": self.places(error),
        }

    def places(self, error: BaseException) -> list[list[Any]]:
        """Return the learner's own lines on the way to `error`, outermost first."""
        found = []
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename == self.filename or frame.filename.startswith("yours/"):
                found.append([frame.lineno, frame.name, frame.line or ""])
        if isinstance(error, SyntaxError) and error.filename == self.filename:
            line = error.lineno or 1
            found.append([line, "", linecache.getline(self.filename, line).rstrip()])
        return found[-8:]


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


def fingerprint(value: Any) -> Any:
    """Return something that changes when `value` is changed in place."""
    if type(value) is np.ndarray:
        return (value.shape, value.dtype.str, value.tobytes())
    if type(value) in (list, tuple):
        return [fingerprint(item) for item in value]
    if type(value) is dict:
        return {key: fingerprint(item) for key, item in value.items()}
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return (tuple(value.shape), value.detach().cpu().numpy().tobytes())
    return None


def shares_memory(result: Any, argument: Any) -> bool:
    """Return whether a result, or a part of it, is a view of an argument."""
    if type(result) in (list, tuple):
        return any(shares_memory(item, argument) for item in result)
    if type(argument) in (list, tuple):
        return any(shares_memory(result, item) for item in argument)
    if type(result) is np.ndarray and type(argument) is np.ndarray:
        return bool(result.size and np.may_share_memory(result, argument))
    torch = sys.modules.get("torch")
    if torch and type(result) is torch.Tensor and type(argument) is torch.Tensor:
        same = result.untyped_storage().data_ptr() == argument.untyped_storage().data_ptr()
        return bool(result.numel() and same)
    return False
