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
    if narrowed := list(about_dtype(got, wanted, rtol, atol)):
        return narrowed
    rtol, atol = max(rtol, 1e-6), max(atol, 1e-9)
    got, wanted = got.astype(np.float64), wanted.astype(np.float64)

    def same(one: Array, other: Array) -> bool:
        if one.shape != other.shape:
            return False
        return bool(np.allclose(one, other, rtol=rtol, atol=atol, equal_nan=True))

    if same(got, wanted):
        return []  # nothing large enough to have a pattern
    with np.errstate(all="ignore"):
        found = list(non_finite(got, wanted))
        return (found or list(explanations(got, wanted, same)))[:2]


def about_dtype(got: Array, wanted: Array, rtol: float, atol: float) -> Iterator[str]:
    """Yield that the values are right but for the accuracy of a narrower dtype."""
    if wanted.dtype.kind != "f" or not np.isfinite(wanted).all():
        return
    whole = np.array_equal(got, np.trunc(wanted)) or np.array_equal(got, np.rint(wanted))
    if whole and wanted.size > 1 and got.any():
        kept = "an integer array cannot hold" if got.dtype.kind in "iu" else "were lost"
        yield f"These are the right values as whole numbers: the fractions {kept}."
    largest = np.abs(wanted).max(initial=0.0)
    for name, digits in (("float32", 6), ("float16", 3)):
        error = 10.0**-digits
        close = np.allclose(got, wanted, rtol=error, atol=max(atol, error * largest))
        if (
            close
            and rtol < error
            and got.dtype.kind == "f"
            and is_rounded(got, wanted, name)
        ):
            yield (
                f"It agrees to about {digits} digits, as far as {name} goes: something on "
                f"the way has dtype {name}."
            )
            return


def is_rounded(got: Array, wanted: Array, name: str) -> bool:
    """Return whether numbers of the dtype `name` may have led to `got`.

    What agrees to ten digits never was float32. Three digits are soon found by chance, so
    float16 is blamed only for numbers it can hold.
    """
    if name == "float32":
        nearness = 1e-10 * np.abs(wanted).max(initial=0.0)
        return not np.allclose(got, wanted, rtol=1e-10, atol=nearness)
    with np.errstate(over="ignore"):
        return bool(np.array_equal(got, got.astype(np.float16)))


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
    if not 1e-9 < abs(factor) < 1e9 or abs(factor - 1) < 1e-5:
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
        if off := list(about_length(got, wanted)):
            return off
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


def about_length(got: Array, wanted: Array) -> Iterator[str]:
    """Yield that one axis is one too long or too short, with which end is at fault."""
    if got.ndim != wanted.ndim or not is_number(got) or not is_number(wanted):
        return
    gaps = [g - w for g, w in zip(got.shape, wanted.shape, strict=True)]
    if sorted(map(abs, gaps)) != [0] * (len(gaps) - 1) + [1]:
        return
    axis = next(i for i, gap in enumerate(gaps) if gap)
    longer, shorter = (got, wanted) if gaps[axis] > 0 else (wanted, got)
    word = "many" if gaps[axis] > 0 else "few"
    for side, place in ((slice(None, -1), "end"), (slice(1, None), "start")):
        index = tuple(side if i == axis else slice(None) for i in range(got.ndim))
        if shorter.size and np.allclose(longer[index], shorter, equal_nan=True):
            yield f"There is one too {word} along axis {axis}, at the {place}."
            return
