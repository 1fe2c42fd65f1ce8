"""Assertions for harnesses. They look at type, shape and finiteness before values."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np

from tutor.harness import hunches
from tutor.harness.learner import Call, Learner, LearnerError, learner_clock, timing
from tutor.harness.show import as_array, shape_text, show, summary, text_of
from tutor.protocol import Shown

tolerance: ContextVar[tuple[float, float]] = ContextVar("tolerance", default=(1e-6, 1e-9))
"""Relative and absolute tolerance of the running exercise, from its exercise.toml."""


class CheckFailed(AssertionError):
    """A case does not hold; carries what the learner is shown."""

    def __init__(
        self,
        message: str,
        expected: Shown | None = None,
        got: Shown | None = None,
        difference: str = "",
        hunches: Sequence[str] = (),
        wanted: Any = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.expected = expected
        self.got = got
        self.difference = difference
        self.hunches = list(hunches)
        self.wanted = wanted
        """The value that was expected, for diagnoses that look at the call again."""


def require(condition: object, message: str, got: Any = None) -> None:
    """Fail with `message` unless `condition` holds; `got` is shown when given."""
    if not condition:
        raise CheckFailed(message, got=None if got is None else show("got", got))


def assert_equal(got: Any, expected: Any, what: str = "") -> None:
    """Fail unless `got` is `expected`, exactly, in type and value."""
    if type(got) is not type(expected) or (type(got) is int and got != expected):
        fail_value(got, expected, what, "")
    assert_close(got, expected, rtol=0.0, atol=0.0, what=what)


def assert_close(
    got: Any,
    expected: Any,
    *,
    rtol: float | None = None,
    atol: float | None = None,
    dtype: str | None = None,
    what: str = "",
    because: str = "",
) -> None:
    """Fail unless `got` equals `expected` within tolerance.

    Args:
        got: what the learner's code gave.
        expected: float, int, str, array, tensor, or a tuple, list or dict of them.
        rtol: relative tolerance; the exercise's own by default.
        atol: absolute tolerance; the exercise's own by default.
        dtype: demand exactly this dtype.
        what: name of the part compared, such as ``w`` or ``the bias``.
        because: one sentence that says why it must be so.
    """
    own = tolerance.get()
    limits = (own[0] if rtol is None else rtol, own[1] if atol is None else atol)
    if isinstance(expected, tuple | list):
        compare_parts(got, expected, limits, dtype, what, because)
    elif isinstance(expected, dict):
        compare_dicts(got, expected, limits, dtype, what, because)
    elif isinstance(expected, str | bool) or expected is None or is_huge(got, expected):
        if type(got) is not type(expected) or got != expected:
            fail_value(got, expected, what, because)
    else:
        compare_numbers(got, expected, limits, dtype, what, because)


def is_huge(got: Any, expected: Any) -> bool:
    """Return whether these are ints of which one is beyond what numpy can hold."""
    both = type(got) is int and type(expected) is int
    return both and max(abs(got), abs(expected)) >= 1 << 63


def compare_parts(
    got: Any, expected: Any, limits: Any, dtype: str | None, what: str, because: str
) -> None:
    subject = what or "the result"
    kind = "tuple" if isinstance(expected, tuple) else "list"
    if not isinstance(got, tuple | list) or (kind == "list" and type(got) is not list):
        wrong_type(got, expected, f"{subject} must be a {kind} of {len(expected)}")
    if len(got) != len(expected):
        wrong_type(got, expected, f"{subject} must have {len(expected)} parts")
    for i, (one, other) in enumerate(zip(got, expected, strict=True)):
        part = f"{what}[{i}]" if what else f"result[{i}]"
        assert_close(
            one, other, rtol=limits[0], atol=limits[1], dtype=dtype, what=part,
            because=because,
        )  # fmt: skip


def compare_dicts(
    got: Any, expected: Any, limits: Any, dtype: str | None, what: str, because: str
) -> None:
    subject = what or "the result"
    if type(got) is not dict or set(got) != set(expected):
        keys = ", ".join(map(repr, expected))
        wrong_type(got, expected, f"{subject} must be a dict with the keys {keys}")
    for key, value in expected.items():
        assert_close(
            got[key], value, rtol=limits[0], atol=limits[1], dtype=dtype,
            what=f"{what}[{key!r}]", because=because,
        )  # fmt: skip


def compare_numbers(
    got: Any, expected: Any, limits: Any, dtype: str | None, what: str, because: str
) -> None:
    subject = what or "the result"
    wanted = np.asarray(as_array(expected) if as_array(expected) is not None else expected)
    if as_array(expected) is not None and type(got) is not type(expected):
        same = as_array(got) is not None and isinstance(got, type(expected))
        if not same:
            name = "numpy array" if isinstance(expected, np.ndarray) else "tensor"
            wrong_type(got, expected, f"{subject} must be a {name}")
    value = as_array(got)
    if value is None:
        if isinstance(got, bool) or not isinstance(got, int | float | complex | np.generic):
            wrong_type(got, expected, f"{subject} must be {a(summary(expected))}")
        value = np.asarray(got)
    if value.shape != wanted.shape:
        wrong_shape(got, value, expected, wanted, subject, because)
    if dtype is not None and value.dtype != np.dtype(dtype):
        raise CheckFailed(
            f"{subject} must have dtype {dtype}, not {value.dtype.name}.",
            show("expected", expected), show("got", got), because,
        )  # fmt: skip
    compare_values(got, value, expected, wanted, limits, what, because)


def compare_values(
    got: Any, value: Any, expected: Any, wanted: Any, limits: Any, what: str, because: str
) -> None:
    rtol, atol = limits
    close = np.isclose(value, wanted, rtol=rtol, atol=atol, equal_nan=True)
    if close.all():
        return
    wrong = ~close
    value, wanted = signed(value), signed(wanted)
    digits = digits_needed(value[wrong], wanted[wrong])
    raise CheckFailed(
        because or f"{what or 'the result'} has wrong values.",
        show("expected", expected, wrong=wrong, digits=digits),
        show("got", got, wrong=wrong, digits=digits),
        describe_difference(value, wanted, wrong),
        hunches.about(value, wanted, rtol, atol),
        wanted,
    )


def signed(value: Any) -> Any:
    """Return an array whose differences are what they look like."""
    return value.astype(np.float64) if value.dtype.kind in "bui" else value


def digits_needed(got: Any, wanted: Any) -> int:
    """Return how many significant digits make the difference visible."""
    with np.errstate(all="ignore"):
        gap = np.abs(got - wanted) / np.maximum(np.abs(wanted), 1e-300)
        smallest = np.nanmin(np.where(np.isfinite(gap), gap, 1.0), initial=1.0)
    return int(np.clip(np.ceil(-np.log10(max(smallest, 1e-12))) + 1, 4, 10))


def describe_difference(value: Any, wanted: Any, wrong: Any) -> str:
    """Return where two arrays of one shape differ most, in words."""
    if not value.ndim:
        return ""
    with np.errstate(all="ignore"):
        gap = np.where(wrong, np.abs(value - wanted), 0.0)
        gap = np.where(np.isnan(gap), np.inf, gap)
    index = tuple(int(i) for i in np.unravel_index(np.argmax(gap), gap.shape))
    place = ", ".join(map(str, index))
    return (
        f"{int(wrong.sum())} of {wrong.size} values differ; the largest difference is at "
        f"[{place}]: {text_of(value[index])} instead of {text_of(wanted[index])}"
    )


def fail_value(got: Any, expected: Any, what: str, because: str) -> None:
    message = because or f"{what or 'the result'} is wrong."
    raise CheckFailed(message, show("expected", expected), show("got", got))


def wrong_type(got: Any, expected: Any, message: str) -> None:
    if got is None:
        message = f"{message}, but your function returned None. Is a `return` missing?"
    else:
        message = f"{message}, not {a(summary(got))}."
    raise CheckFailed(message, show("expected", expected), show("got", got))


def wrong_shape(
    got: Any, value: Any, expected: Any, wanted: Any, subject: str, because: str
) -> None:
    raise CheckFailed(
        f"{subject} must have shape {shape_text(wanted.shape)}, "
        f"not {shape_text(value.shape)}.",
        show("expected", expected),
        show("got", got),
        because,
        hunches.about_shape(value, wanted),
        wanted,
    )


def a(noun: str) -> str:
    """Return `noun` with its article."""
    return noun if noun == "None" else f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def assert_shape(got: Any, shape: tuple[int, ...], what: str = "the result") -> None:
    """Fail unless `got` is an array or tensor of exactly this shape."""
    value = as_array(got)
    if value is None:
        message = f"{what} must be an array of shape {shape_text(shape)}, not "
        raise CheckFailed(f"{message}{a(summary(got))}.", got=show("got", got))
    if value.shape != tuple(shape):
        message = f"{what} must have shape {shape_text(shape)}, not "
        raise CheckFailed(f"{message}{shape_text(value.shape)}.", got=show("got", got))


def assert_contract(
    got: Any,
    shape: tuple[int, ...],
    dtype: str,
    *,
    low: float = -math.inf,
    high: float = math.inf,
    what: str = "the result",
) -> None:
    """Fail unless `got` is a finite array of this shape and dtype within [low, high]."""
    assert_shape(got, shape, what)
    value = as_array(got)
    assert value is not None
    if value.dtype.name != dtype:
        message = f"{what} must have dtype {dtype}, not {value.dtype.name}."
        raise CheckFailed(message, got=show("got", got))
    require(np.isfinite(value).all(), f"{what} holds NaN or inf", got=got)
    inside = (value >= low) & (value <= high)
    if not inside.all():
        message = f"{what} must lie between {low:g} and {high:g}."
        raise CheckFailed(message, got=show("got", got, wrong=~inside))


def arguments_after(learner: Learner) -> list[Any]:
    """Return the arguments of the last call as the call has left them, keywords last.

    They are kept with the call: what it changed tells one mistake from another.
    """
    left = list(learner.port.request("echo"))
    if learner.last:
        learner.last.left = left
    return left


def assert_untouched(learner: Learner) -> None:
    """Fail when the last call changed one of its arguments in place."""
    call = learner.last or Call("", (), {})
    if changed := call.mutated:
        raise CheckFailed(
            f"{call.name} changed its {changed[0]} in place. The caller still needs it: "
            "work on a copy, or build a new array."
        )


def assert_unaliased(learner: Learner) -> None:
    """Fail when the last call returned a view of one of its arguments."""
    if shared := learner.aliased():
        name = learner.last.name if learner.last else ""
        raise CheckFailed(
            f"What {name} returned shares memory with its {shared[0]}: changing one later "
            "changes the other. Return a copy."
        )


@contextmanager
def raises(kind: type[BaseException], why: str) -> Iterator[None]:
    """Fail unless the learner's code raises `kind`; `why` completes "must raise"."""
    try:
        yield
    except LearnerError as error:
        if kind.__name__ not in error.bases:
            raise CheckFailed(
                f"It must raise {kind.__name__} {why}, not {error}."
            ) from None
    else:
        raise CheckFailed(f"It must raise {kind.__name__} {why}, but it raised nothing.")


def assert_within_ratio(
    mine: Callable[[], Any], theirs: Callable[[], Any], *, at_most: float, advice: str
) -> None:
    """Fail when `mine` takes over `at_most` times as long as `theirs`, measured here.

    What counts is the processor time of each process, so that a busy machine does not
    decide; both run at least twice and up to five times, and the best of each is taken.
    """
    best, base = math.inf, math.inf
    timing.set(True)
    try:
        for turn in range(5):
            spent, answer = timed(mine, learner_clock.get())
            needed, wanted = timed(theirs, time.process_time)
            best, base = min(best, spent), min(base, needed)
            if turn and best <= at_most * base:
                assert_same_answer(answer, wanted)
                return
    finally:
        timing.set(False)
    raise CheckFailed(
        f"Right, but {best / max(base, 1e-9):.0f} times slower than the reference "
        f"(at most {at_most:g} times is allowed). {advice}"
    )


def timed(function: Callable[[], Any], clock: Callable[[], float]) -> tuple[float, Any]:
    """Return the seconds a call took, and what it returned."""
    start = clock()
    value = function()
    return clock() - start, value


def assert_same_answer(got: Any, wanted: Any) -> None:
    """Fail when two timed calls gave arrays of one shape with other values in them.

    Loosely, since the arguments of timed calls are not quite the same (see `Learner`).
    """
    one, other = as_array(got), as_array(wanted)
    if one is not None and other is not None and one.shape == other.shape:
        limit = 1e-4 * max(1.0, float(np.nanmax(np.abs(other), initial=0.0)))
        assert_close(one, other, rtol=1e-3, atol=limit, what="the answer of the timed call")
    elif isinstance(got, float) and isinstance(wanted, float):
        assert_close(got, wanted, rtol=1e-3, what="the answer of the timed call")
