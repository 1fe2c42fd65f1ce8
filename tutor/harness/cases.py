"""Cases: declaration, collection in file order, and the drawing of their arguments."""

import inspect
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from tutor.harness.draws import DEFAULT_SPAN, Draw, Rng, Span, choose_sizes

TRIES = 10
"""Draws per case; enough to pass through every way of choosing sizes twice."""


class Discarded(Exception):
    """A draw does not fulfil what the case assumes."""


def assume(condition: bool) -> None:
    """Leave out this draw unless `condition` holds."""
    if not condition:
        raise Discarded


@dataclass(frozen=True, slots=True)
class Case:
    """One named check of the harness."""

    title: str
    body: Callable[..., None]
    draws: Mapping[str, Draw]
    spans: Mapping[str, Span]
    tries: int
    wants: frozenset[str] = field(default=frozenset())
    """Which of ``rng``, ``reference`` and ``report`` the body asks for."""

    @property
    def name(self) -> str:
        return self.body.__name__

    def generator(self, seed: int, attempt: int) -> Rng:
        """Return the generator of one try; other cases do not change what it draws."""
        return np.random.default_rng([seed, zlib.crc32(self.name.encode()), attempt])

    def sizes(self, rng: Rng, attempt: int) -> dict[str, int]:
        return choose_sizes(rng, self.spans, attempt) if self.spans else {}

    def arguments(self, rng: Rng, sizes: Mapping[str, int]) -> dict[str, Any]:
        return {name: draw.make(rng, sizes) for name, draw in self.draws.items()}


def case(
    title: str,
    *,
    tries: int | None = None,
    sizes: Mapping[str, Span] | None = None,
    **draws: Draw,
) -> Callable[[Callable[..., None]], Case]:
    """Make a function a case.

    Args:
        title: what holds when the case passes, as a phrase a learner reads.
        tries: how many draws; 10 when anything is drawn, else 1.
        sizes: smallest and largest value of each named size; 1 to 6 by default.
        draws: arguments by name.
    """

    def wrap(body: Callable[..., None]) -> Case:
        names = dict.fromkeys(n for draw in draws.values() for n in draw.names)
        spans = {name: (sizes or {}).get(name, DEFAULT_SPAN) for name in names}
        wants = set(inspect.signature(body).parameters) - set(draws) - {"learner"}
        if unknown := wants - {"rng", "reference", "report"}:
            raise TypeError(f"{body.__name__} asks for unknown {', '.join(unknown)}")
        count = tries or (TRIES if draws else 1)
        return Case(title, body, draws, spans, count, frozenset(wants))

    return wrap


def collect(module: ModuleType) -> list[Case]:
    """Return the cases of a harness in the order of their definition."""
    return [value for value in vars(module).values() if isinstance(value, Case)]
