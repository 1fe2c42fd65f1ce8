"""General diagnoses that need another look at the failing call: what came in, what came out.

They need no known wrong program. Each is a sentence or nothing.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.harness.learner import Call, Learner
from tutor.harness.show import as_array


def about_calls(calls: list[Call]) -> Iterator[str]:
    """Yield what the calls of a failing case show."""
    for number, call in enumerate(calls, start=1):
        if not is_finite(call.result) and all(map(is_finite, inputs(call))):
            if len(calls) > 1:
                yield (
                    f"The first NaN or inf came out of `{call.name}`, in call {number} of "
                    f"{len(calls)}; everything that went in was finite."
                )
            break
    if calls and calls[-1].mutated:
        yield f"`{calls[-1].name}` also changed its {calls[-1].mutated[0]} in place."


def about_repetition(learner: Learner, wanted: Any) -> Iterator[str]:
    """Yield what the last call shows when it is made again, the same and transposed."""
    call = learner.last
    if call is None or call.error or not call.repeatable:
        return
    again = learner.port.request("call", call.arguments, call.keywords, **call.target)
    if not same(again, call.result):
        yield (
            f"Called again with the same arguments, `{call.name}` gives another answer: it "
            "draws random numbers, or keeps something from call to call."
        )
    elif wanted is not None:
        yield from other_axis(learner, call, wanted)


def other_axis(learner: Learner, call: Call, wanted: Any) -> Iterator[str]:
    """Yield that the right answer comes out along the other axis, if it does."""
    arrays = {i: as_array(a) for i, a in enumerate(call.arguments)}
    tables = {i: a for i, a in arrays.items() if a is not None and a.ndim == 2}
    wanted = as_array(wanted)
    if len(tables) != 1 or wanted is None or wanted.size < 2:
        return
    turned = list(call.arguments)
    for index, table in tables.items():
        turned[index] = np.ascontiguousarray(table.T)
    got = as_array(
        learner.port.request("call", tuple(turned), call.keywords, **call.target)
    )
    if got is None:
        return
    got = got.T if got.ndim == 2 else got
    if got.shape == wanted.shape and not same(got, call.result) and same(got, wanted):
        yield (
            "It would be right with rows and columns exchanged: it works along the wrong "
            "axis."
        )


def inputs(call: Call) -> list[Any]:
    return [*call.arguments, *call.keywords.values()]


def is_finite(value: Any) -> bool:
    """Return whether a value holds neither NaN nor inf, at any depth."""
    if isinstance(value, list | tuple):
        return all(map(is_finite, value))
    if isinstance(value, dict):
        return all(map(is_finite, value.values()))
    array = as_array(value)
    if array is None and not isinstance(value, float | np.floating):
        return True
    numbers = np.asarray(value if array is None else array)
    return numbers.dtype.kind not in "fc" or bool(np.isfinite(numbers).all())


def same(one: Any, other: Any) -> bool:
    """Return whether two values agree closely."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    first, second = as_array(one), as_array(other)
    if first is not None and second is not None:
        if first.shape != second.shape or first.dtype.kind not in "fiub":
            return bool(first.shape == second.shape)
        return bool(np.allclose(first, second, rtol=1e-6, atol=1e-9, equal_nan=True))
    if isinstance(one, float) and isinstance(other, float):
        return bool(np.isclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True))
    if isinstance(one, int | str):
        return bool(one == other)
    return type(one) is type(other)
