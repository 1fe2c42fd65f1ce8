"""Random arguments for cases: arrays whose sizes have names, labels, numbers, choices.

Sizes are named (``"N"``, ``"C"``), so that arguments agree with each other and a failing
case can be shrunk size by size. Over the tries of a case the sizes are mostly all
different (a transposed or misplaced axis cannot pass), sometimes all equal (some wrong
transposes only run on squares), and sometimes at their smallest.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Rng = np.random.Generator
Sizes = Mapping[str, int]
Span = tuple[int, int]
DEFAULT_SPAN: Span = (1, 6)

Bounds = tuple[float, float]
ANYTHING: Bounds = (-math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class Elements:
    """How the elements of an array are drawn, and between which bounds they stay."""

    make: Callable[[Rng, tuple[int, ...]], "np.ndarray[Any, Any]"]
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """How one argument is drawn, and which named sizes it uses."""

    make: Callable[[Rng, Sizes], Any]
    names: tuple[str, ...] = ()
    bounds: Bounds | None = None
    """Between which its numbers may be made simpler; None leaves them as drawn."""

    def allows(self, value: Any) -> bool:
        """Return whether every number in `value` could have been drawn."""
        if self.bounds is None:
            return False
        if type(value) in (list, tuple):
            return all(map(self.allows, value))
        if not isinstance(value, int | float | np.ndarray | np.generic):
            return True
        low, high = self.bounds
        numbers = np.asarray(value, dtype=float)
        return bool(((numbers >= low) & (numbers <= high) | np.isnan(numbers)).all())


def normal(scale: float = 1.0, mean: float = 0.0) -> Elements:
    """Return normally distributed elements."""
    return Elements(lambda rng, shape: rng.normal(mean, scale, shape), ANYTHING)


def uniform(low: float, high: float) -> Elements:
    """Return elements uniform in [low, high)."""
    return Elements(lambda rng, shape: rng.uniform(low, high, shape), (low, high))


def integers(low: int, high: int) -> Elements:
    """Return whole elements in [low, high), as int64."""
    return Elements(lambda rng, shape: rng.integers(low, high, shape))


def signs() -> Elements:
    """Return elements that are -1 or +1, as int64."""
    return Elements(lambda rng, shape: rng.choice(np.array([-1, 1]), shape))


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
        drawn = np.asarray(elements.make(rng, extent))
        return drawn.astype(dtype) if dtype else drawn

    names = tuple(n for n in shape if isinstance(n, str))
    return Draw(make, names, elements.bounds)


def labels(count: str, below: str) -> Draw:
    """Return a draw of class labels, shape (count,), int64 in [0, below)."""
    return Draw(lambda rng, s: rng.integers(0, s[below], s[count]), (count, below))


def number(low: float, high: float) -> Draw:
    """Return a draw of a float uniform in [low, high)."""
    return Draw(lambda rng, _: float(rng.uniform(low, high)), (), (low, high))


def whole(low: int, high: int) -> Draw:
    """Return a draw of an int in [low, high)."""
    return Draw(lambda rng, _: int(rng.integers(low, high)))


def one_of(*choices: Any) -> Draw:
    """Return a draw of one of the given values."""
    return Draw(lambda rng, _: choices[int(rng.integers(len(choices)))])


def built(
    *names: str, bounds: Bounds | None = None
) -> Callable[[Callable[[Rng, Sizes], Any]], Draw]:
    """Make a function ``(rng, sizes) -> value`` a draw that uses the named sizes.

    With `bounds` its float numbers may be made simpler between them; without, they are
    shown as drawn.
    """
    return lambda make: Draw(make, names, bounds)


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
    wide = {name: (max(low, min(2, high)), high) for name, (low, high) in spans.items()}
    for choice in (wide, spans):
        if (found := matched(rng, list(choice.items()), {})) is not None:
            return found
    return {name: int(rng.integers(low, high + 1)) for name, (low, high) in wide.items()}


def matched(
    rng: Rng, left: list[tuple[str, Span]], chosen: dict[str, int]
) -> dict[str, int] | None:
    """Return a choice of different sizes for the names left, or None if there is none."""
    if not left:
        return chosen
    left = sorted(left, key=lambda item: item[1][1] - item[1][0])
    (name, (low, high)), *rest = left
    for size in rng.permutation(np.arange(low, high + 1)):
        if size not in chosen.values():
            found = matched(rng, rest, {**chosen, name: int(size)})
            if found is not None:
                return found
    return None
