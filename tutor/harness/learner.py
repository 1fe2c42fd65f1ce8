"""The proxy through which a harness sees the submission, and probes that run beside it."""

import inspect
import textwrap
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import numpy as np

from tutor.protocol import Place
from tutor.wire.values import Handle

timing: ContextVar[bool] = ContextVar("timing", default=False)
"""True while calls are made to be timed: how many there are is left to chance, so that
they say nothing about which program made them."""


learner_clock: ContextVar[Callable[[], float]] = ContextVar(
    "learner_clock", default=time.perf_counter
)
"""Tells the seconds of processor time that the learner process has used."""


class LearnerError(Exception):
    """The learner's code raised.

    `kind` is the exception's type name, `bases` the names of all its types.
    """

    def __init__(
        self, kind: str, message: str, bases: list[str], places: list[Place]
    ) -> None:
        super().__init__(f"{kind}: {message}" if message else kind)
        self.kind = kind
        self.message = message
        self.bases = bases
        self.places = places


@dataclass(slots=True)
class Call:
    """One call into the learner's code and what came of it."""

    name: str
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    result: Any = None
    error: LearnerError | None = None
    mutated: list[str] = field(default_factory=list)
    """The arguments that the call changed in place, in words."""
    aliased: list[str] = field(default_factory=list)
    """The arguments of which the result is a view, in words, once that was asked for."""
    target: dict[str, Any] = field(default_factory=dict)
    """Where the request went; empty for a probe."""
    left: list[Any] | None = None
    """The arguments as the call has left them, once that was asked for."""
    chancy: bool = False
    """Whether right programs differ in the result: it depends on how they draw."""

    @property
    def repeatable(self) -> bool:
        """Whether this was a plain function, of which the same call must give the same."""
        given = [*self.arguments, *self.keywords.values()]
        plain = not any(callable(a) or type(a) is Remote for a in given)
        return bool(self.target) and self.target.get("handle") is None and plain

    def argument(self, index: int) -> str:
        """Return in words which argument the one with this index is."""
        count = len(self.arguments)
        if index < count:
            return f"argument number {index + 1}"
        return f"argument `{[*self.keywords][index - count]}`"


class Port(Protocol):
    """What carries requests to a learner process and brings back values."""

    def request(
        self,
        op: str,
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        **rest: Any,
    ) -> Any:
        """Return the value; raises LearnerError when the learner's code does."""

    def mutated(self) -> list[int]:
        """Return which arguments of the last request were changed in place."""

    def aliased(self) -> list[int]:
        """Return of which arguments of the last call its result is a view."""

    def processor_seconds(self) -> float:
        """Return the processor time that the learner process has used so far."""


class Learner:
    """The submission: its functions and classes are attributes.

    Every call is kept in `calls`, for feedback and for the comparison with known wrong
    programs.
    """

    def __init__(self, port: Port) -> None:
        self.port = port
        self.calls: list[Call] = []
        self.last: Call | None = None

    def __getattr__(self, name: str) -> "Remote":
        if name.startswith("__"):
            raise AttributeError(name)
        return Remote(self, name)

    def ask(self, call: Call, op: str, **rest: Any) -> Any:
        """Send one request, keep it as a call unless it is timed, and return its value."""
        self.last = call
        arguments = call.arguments
        if timing.get():
            arguments = tuple(map(nearly, arguments))
        else:
            self.calls.append(call)
        try:
            call.result = self.port.request(op, arguments, call.keywords, **rest)
        except LearnerError as error:
            call.error = error
            raise
        finally:
            call.mutated = [call.argument(i) for i in self.port.mutated()]
        return self.wrap(call.result)

    def left_to_chance(self, chancy: bool = True) -> None:
        """Say that right programs differ in what the last call returned.

        A mistake is then recognised by what the case says, and not by that answer; so say
        it only where the answer is right, or the case tells exactly what went wrong.
        """
        if self.last:
            self.last.chancy = bool(chancy)

    def aliased(self) -> list[str]:
        """Return the arguments of the last call of which its result is a view, in words."""
        if self.last and not self.last.error:
            self.last.aliased = [self.last.argument(i) for i in self.port.aliased()]
        return self.last.aliased if self.last else []

    def wrap(self, value: Any) -> Any:
        """Return `value` with handles turned into proxies."""
        if type(value) is Handle:
            return Remote(self, "", value)
        if type(value) in (list, tuple):
            return type(value)(self.wrap(item) for item in value)
        return value


def nearly(value: Any) -> Any:
    """Return an array of floats with the last bit of one entry changed, others as they are.

    A timed call must not be answered from memory.
    """
    if type(value) is not np.ndarray or value.dtype.kind != "f" or not value.size:
        return value
    changed = value.copy()
    index = int(np.random.default_rng().integers(value.size))
    changed.flat[index] = np.nextafter(changed.flat[index], np.inf, dtype=value.dtype)
    return changed


class Remote:
    """A function, class or object in the learner process; calling it calls there."""

    def __init__(self, learner: Learner, name: str, handle: Handle | None = None) -> None:
        self._learner = learner
        self._name = name
        self._handle = handle

    def __repr__(self) -> str:
        return repr(self._handle) if self._handle else f"<{self._name}>"

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        title = self._name or (self._handle.type_name if self._handle else "")
        target = self._target(self._name)
        call = Call(title, arguments, keywords, target=target)
        return self._learner.ask(call, "call", **target)

    def __getattr__(self, name: str) -> "Remote":
        if name.startswith("__") or self._handle is None:
            raise AttributeError(name)
        return Remote(self._learner, name, self._handle)

    def get(self, name: str) -> Any:
        """Return the value of attribute `name`."""
        return self._learner.ask(Call(name, (), {}), "get", **self._target(name))

    def __iter__(self) -> Iterator[Any]:
        """Yield what iterating over the learner's object yields, one request for each."""
        iterator = self._request("iter")
        while True:
            more, value = iterator._request("next")
            if not more:
                return
            yield self._learner.wrap(value)

    def _request(self, op: str) -> Any:
        if self._handle is None:
            raise TypeError(f"{self._name} is a function or class; call it first")
        call = Call(self._handle.type_name, (), {})
        return self._learner.ask(call, op, **self._target(""))

    def _target(self, name: str) -> dict[str, Any]:
        number = None if self._handle is None else self._handle.number
        return {"handle": number, "name": name}


def probe(
    function: Callable[..., Any] | None = None, *, chancy: bool = False
) -> Callable[..., Any]:
    """Make a function of a harness run in the learner process.

    Its source is sent there; its first argument is the learner's module in place of the
    proxy; ``np`` and ``torch`` are at hand, everything else it imports itself. What it
    returns must be plain data, which the case then judges.

    Args:
        function: the probe.
        chancy: right programs differ in what it returns, since it depends on the order in
            which they draw. A mistake is then recognised by how the case ends and by what
            it says, and not by this answer.
    """
    if function is None:
        return partial(probe, chancy=chancy)
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("def "))
    name, source = function.__name__, "\n".join(lines[first:])

    def ask(learner: Learner, *arguments: Any, **keywords: Any) -> Any:
        call = Call(name, arguments, keywords, chancy=chancy)
        return learner.ask(call, "probe", name=name, source=source)

    ask.__doc__ = function.__doc__
    return ask
