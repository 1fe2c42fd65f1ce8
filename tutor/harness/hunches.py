"""General diagnoses: what a wrong array has in common with the right one.

Each returns a sentence or nothing. A sentence is given only when it explains every value.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Same = Callable[[Array, Array], bool]


def about(got: Array, wanted: Array, rtol: float, atol: float) -> list[str]:
    """Return what explains `got`, two arrays of one shape that differ; at most two."""
    if not is_number(got) or not is_number(wanted):
        return []
    rtol, atol = max(rtol, 1e-6), max(atol, 1e-9)
    got, wanted = got.astype(np.float64), wanted.astype(np.float64)

    def same(one: Array, other: Array) -> bool:
        if one.shape != other.shape:
            return False
        return bool(np.allclose(one, other, rtol=rtol, atol=atol, equal_nan=True))

    with np.errstate(all="ignore"):
        found = list(non_finite(got, wanted))
        return (found or list(explanations(got, wanted, same)))[:2]


def is_number(value: Array) -> bool:
    return value.dtype.kind in "fiub"


def non_finite(got: Array, wanted: Array) -> Iterator[str]:
    finite = np.isfinite(wanted)
    if np.isnan(got[finite]).any():
        yield (
            "Some values are NaN: look for 0/0, inf - inf, inf/inf, or a logarithm or "
            "root of a negative number."
        )
    elif np.isinf(got[finite]).any():
        yield "Some values are infinite: look for an overflow, log(0) or division by 0."


def explanations(got: Array, wanted: Array, same: Same) -> Iterator[str]:
    if same(got, -wanted):
        yield "Every value has the wrong sign."
        return
    factors = list(constant_factor(got, wanted, same))
    yield from factors or constant_offset(got, wanted, same)
    if got.ndim == 2 and got.shape[0] == got.shape[1] and same(got.T, wanted):
        yield "These are the right values, transposed."
    for axis in range(got.ndim):
        if got.shape[axis] > 2 and np.unique(wanted).size > 3:
            yield from along(axis, got, wanted, same)
    if got.size > 1 and same(np.sort(got, axis=None), np.sort(wanted, axis=None)):
        yield "These are the right values in a different order."


def constant_factor(got: Array, wanted: Array, same: Same) -> Iterator[str]:
    usable = (wanted != 0) & np.isfinite(wanted)
    if usable.sum() < 1 or not wanted.any():
        return
    factor = float(np.median(got[usable] / wanted[usable]))
    if not 1e-9 < abs(factor) < 1e9:
        return
    enough = usable.sum() > 1 or is_telling(factor)
    if enough and factor not in (0.0, 1.0) and same(got, wanted * factor):
        yield f"Every value is {ratio_text(factor)} what it should be."


def constant_offset(got: Array, wanted: Array, same: Same) -> Iterator[str]:
    if got.size < 2:
        return
    offset = float(np.median(got - wanted))
    if offset and np.isfinite(offset) and same(got, wanted + offset):
        side = "large" if offset > 0 else "small"
        yield f"Every value is too {side} by the same {abs(offset):.6g}."


def along(axis: int, got: Array, wanted: Array, same: Same) -> Iterator[str]:
    if same(np.flip(got, axis), wanted):
        yield f"These are the right values, reversed along axis {axis}."
        return
    one = slice(None, -1), slice(1, None)
    first = tuple(one[0] if i == axis else slice(None) for i in range(got.ndim))
    second = tuple(one[1] if i == axis else slice(None) for i in range(got.ndim))
    if same(got[second], wanted[first]):
        yield f"The values are shifted by one along axis {axis}: each comes one too late."
    elif same(got[first], wanted[second]):
        yield f"The values are shifted by one along axis {axis}: each comes one too early."


def is_telling(factor: float) -> bool:
    """Return whether a factor of one single value is round enough to mean something."""
    return factor != 0 and any(abs(f - round(f)) < 1e-9 for f in (factor, 1 / factor))


def ratio_text(factor: float) -> str:
    inverse = 1 / factor
    if abs(inverse) > 1 and abs(inverse - round(inverse)) < 1e-6 * abs(inverse):
        return f"1/{round(inverse)} of"
    return f"{factor:.6g} times"


def about_shape(got: Array, wanted: Array) -> list[str]:
    """Return what explains a wrong shape, from the values when they can be matched."""
    if got.size != wanted.size:
        broadcast = wanted.ndim == 1 and got.shape == (wanted.size, wanted.size)
        text = "a column (N, 1) met a row (N,) and numpy broadcast them to (N, N)."
        return [f"It looks as if {text}"] if broadcast else []
    if not is_number(got) or not is_number(wanted):
        return []
    if got.shape == wanted.shape[::-1] and np.allclose(got.T, wanted, equal_nan=True):
        return ["These are the right values, transposed."]
    if np.allclose(got.ravel(), wanted.ravel(), equal_nan=True):
        return ["These are the right values in a wrong shape."]
    return []
