"""From a failing draw to the smallest one that still fails.

Sizes first (each argument is drawn again with a smaller size), then values (rounded, then
set to 0 or 1 one by one). Source of the idea: property-based testing with shrinking; done
here on arrays with shared sizes instead of on a byte stream, because a size that belongs
to several arguments must shrink in all of them at once.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tutor.harness.cases import Case
from tutor.harness.draws import Draw

Arguments = dict[str, Any]
Fails = Callable[[Arguments], BaseException | None]

REDRAWS = 3
MAX_CELLS = 40
"""Arrays with more values than this are rounded as a whole, not cell by cell."""


@dataclass
class Smallest:
    """The smallest failing arguments so far, and the failure they give."""

    arguments: Arguments
    failure: BaseException
    fails: Fails
    deadline: float

    def accepts(self, candidate: Arguments) -> bool:
        """Keep `candidate` if it fails too; false once time is up."""
        if time.monotonic() > self.deadline:
            return False
        failure = self.fails(candidate)
        if failure is None:
            return False
        self.arguments, self.failure = candidate, failure
        return True


def shrink(
    case: Case,
    seed: int,
    attempt: int,
    sizes: Mapping[str, int],
    arguments: Arguments,
    failure: BaseException,
    fails: Fails,
    seconds: float = 0.3,
) -> Smallest:
    """Return the smallest failing arguments that can be found in `seconds`."""
    best = Smallest(arguments, failure, fails, time.monotonic() + seconds)
    shrink_sizes(case, seed, attempt, dict(sizes), best)
    for name in case.draws:
        if case.draws[name].bounds is not None:
            shrink_values(name, case.draws[name], best)
    return best


def shrink_sizes(
    case: Case, seed: int, attempt: int, sizes: dict[str, int], best: Smallest
) -> None:
    progress = True
    while progress and time.monotonic() < best.deadline:
        progress = False
        for name in sizes:
            for smaller in smaller_sizes(sizes[name], case.spans[name][0]):
                trial = {**sizes, name: smaller}
                if any(
                    best.accepts(case.arguments(case.generator(seed, again), trial))
                    for again in (attempt, 1000, 1001)[:REDRAWS]
                ):
                    sizes, progress = trial, True
                    break


def smaller_sizes(size: int, least: int) -> Iterator[int]:
    """Yield sizes to try instead of `size`, the boldest first."""
    for smaller in dict.fromkeys((least, least + 1, size // 2, size - 1)):
        if least <= smaller < size:
            yield smaller


def shrink_values(name: str, draw: Draw, best: Smallest) -> None:
    for simpler in (simple_whole, simple_tenth):
        value = transform(best.arguments[name], simpler)
        changed = not same(value, best.arguments[name])
        if changed and draw.allows(value) and try_value(name, value, best):
            break
    array = best.arguments[name]
    if not isinstance(array, np.ndarray) or not 0 < array.size <= MAX_CELLS:
        return
    if array.dtype.kind != "f":  # labels and signs mean something as they are
        return
    for index in np.ndindex(array.shape):
        for target in (0, 1):
            current = best.arguments[name]
            if current[index] in (0, target):
                break
            if not draw.allows(target):
                continue
            changed = current.copy()
            changed[index] = target
            if try_value(name, changed, best):
                break


def try_value(name: str, value: Any, best: Smallest) -> bool:
    return best.accepts({**best.arguments, name: value})


def transform(value: Any, function: Callable[[Any], Any]) -> Any:
    """Return `value` with `function` applied to each float array or float in it."""
    if type(value) in (list, tuple):
        return type(value)(transform(item, function) for item in value)
    if isinstance(value, np.ndarray):
        return np.asarray(function(value)) if value.dtype.kind == "f" else value
    return float(function(value)) if type(value) is float else value


def simple_whole(value: Any) -> Any:
    return np.round(value) + 0.0


def simple_tenth(value: Any) -> Any:
    return np.round(value, 1) + 0.0


def same(one: Any, other: Any) -> bool:
    if type(one) in (list, tuple):
        return all(same(a, b) for a, b in zip(one, other, strict=True))
    return bool(np.array_equal(one, other))
