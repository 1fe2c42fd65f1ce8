"""Random arguments for cases: arrays whose sizes have names, labels, numbers, choices.

Sizes are named (``"N"``, ``"C"``), so that arguments agree with each other and a failing
case can be shrunk size by size. Over the tries of a case the sizes are mostly all
different (a transposed or misplaced axis cannot pass), sometimes all equal (some wrong
transposes only run on squares), and sometimes at their smallest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Rng = np.random.Generator
Sizes = Mapping[str, int]
Span = tuple[int, int]
DEFAULT_SPAN: Span = (1, 6)

Elements = Callable[[Rng, tuple[int, ...]], "np.ndarray[Any, Any]"]


@dataclass(frozen=True, slots=True)
class Draw:
    """How one argument is drawn, and which named sizes it uses."""

    make: Callable[[Rng, Sizes], Any]
    names: tuple[str, ...] = ()


def normal(scale: float = 1.0, mean: float = 0.0) -> Elements:
    """Return normally distributed elements."""
    return lambda rng, shape: rng.normal(mean, scale, shape)


def uniform(low: float, high: float) -> Elements:
    """Return elements uniform in [low, high)."""
    return lambda rng, shape: rng.uniform(low, high, shape)


def integers(low: int, high: int) -> Elements:
    """Return whole elements in [low, high), as int64."""
    return lambda rng, shape: rng.integers(low, high, shape)


def signs() -> Elements:
    """Return elements that are -1 or +1, as int64."""
    return lambda rng, shape: rng.choice(np.array([-1, 1]), shape)


def array(*shape: str | int, of: Elements | None = None, dtype: str = "") -> Draw:
    """Return a draw of an array.

    Args:
        shape: names of sizes, or numbers.
        of: how elements are drawn; standard normal by default.
        dtype: converts the elements; kept as drawn by default.
    """
    elements = of or normal()

    def make(rng: Rng, sizes: Sizes) -> "np.ndarray[Any, Any]":
        extent = tuple(sizes[n] if isinstance(n, str) else n for n in shape)
        drawn = np.asarray(elements(rng, extent))
        return drawn.astype(dtype) if dtype else drawn

    return Draw(make, tuple(n for n in shape if isinstance(n, str)))


def labels(count: str, below: str) -> Draw:
    """Return a draw of class labels, shape (count,), int64 in [0, below)."""
    return Draw(lambda rng, s: rng.integers(0, s[below], s[count]), (count, below))


def number(low: float, high: float) -> Draw:
    """Return a draw of a float uniform in [low, high)."""
    return Draw(lambda rng, _: float(rng.uniform(low, high)))


def whole(low: int, high: int) -> Draw:
    """Return a draw of an int in [low, high)."""
    return Draw(lambda rng, _: int(rng.integers(low, high)))


def one_of(*choices: Any) -> Draw:
    """Return a draw of one of the given values."""
    return Draw(lambda rng, _: choices[int(rng.integers(len(choices)))])


def built(*names: str) -> Callable[[Callable[[Rng, Sizes], Any]], Draw]:
    """Make a function ``(rng, sizes) -> value`` a draw that uses the named sizes."""
    return lambda make: Draw(make, names)


def choose_sizes(rng: Rng, spans: Mapping[str, Span], attempt: int) -> dict[str, int]:
    """Return a size for each name; `attempt` rotates through the ways described above."""
    names = list(spans)
    if attempt % 5 == 3:
        return {name: spans[name][0] for name in names}
    if attempt % 5 == 2:
        low, high = max(s[0] for s in spans.values()), min(s[1] for s in spans.values())
        if low <= high:
            same = int(rng.integers(max(low, min(2, high)), high + 1))
            return dict.fromkeys(names, same)
    return all_different(rng, spans)


def all_different(rng: Rng, spans: Mapping[str, Span]) -> dict[str, int]:
    """Return sizes that differ from each other, and from 1, where the spans allow it."""
    chosen: dict[str, int] = {}
    for name, (low, high) in sorted(spans.items(), key=lambda s: s[1][1] - s[1][0]):
        free = [n for n in range(low, high + 1) if n not in chosen.values()]
        free = [n for n in free if n > 1] or free or list(range(low, high + 1))
        chosen[name] = int(rng.choice(free))
    return chosen
