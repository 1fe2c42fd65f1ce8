"""Shrinking finds the smallest input that still fails, and never one that passes."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.harness import Case, array, built, integers, labels, number, signs, uniform
from tutor.harness.draws import DEFAULT_SPAN
from tutor.harness.shrinking import MAX_CELLS, shrink, smaller_sizes


def shrunk(fails, draws, spans=None, seed=0, seconds=60.0):
    """Return the first draw that fails, and what it is shrunk to."""
    names = sorted({n for draw in draws.values() for n in draw.names})
    spans = {n: (spans or {}).get(n, DEFAULT_SPAN) for n in names}
    made = Case("t", fails, draws, spans, 1)
    for attempt in itertools.count():
        sizes = made.sizes(rng := made.generator(seed, attempt), attempt)
        first = made.arguments(rng, sizes)
        if fails(**first):
            break

    def failure(candidate):
        return AssertionError(str(candidate)) if fails(**candidate) else None

    start = AssertionError(str(first))
    best = shrink(made, seed, attempt, sizes, first, start, failure, seconds)
    return first, best


def smallest(fails, spans=None, **draws):
    """Return what the first failing draw is shrunk to, as plain lists."""
    _, best = shrunk(fails, draws, spans)
    return {k: getattr(v, "tolist", lambda v=v: v)() for k, v in best.arguments.items()}


def test_what_always_fails_shrinks_to_one_zero():
    """A failure that any input shows ends at the smallest array, with a 0 in it."""
    assert smallest(lambda x: True, x=array("N", "D")) == {"x": [[0.0]]}


@pytest.mark.parametrize(
    ("fails", "expected"),
    [
        (lambda x: (x > 0).any(), [1.0]),
        (lambda x: len(x) >= 3, [0.0, 0.0, 0.0]),
        (lambda x: len(x) >= 2 and x[1] != 0, [0.0, 1.0]),
        (lambda x: (x > 0).sum() >= 2, [1.0, 1.0]),
    ],
    ids=["positive", "length", "second", "two"],
)
def test_a_predicate_on_one_array_reaches_its_smallest(fails, expected):
    """Length first, then whole numbers, then ones and zeros."""
    found = smallest(fails, x=array("N"))["x"]
    assert np.abs(found).tolist() == expected


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_sizes_reach_the_smallest_failing_ones(rows, columns, seed):
    """Each size ends exactly where the failure begins."""

    def fails(x):
        return x.shape[0] >= rows and x.shape[1] >= columns

    _, best = shrunk(fails, {"x": array("N", "D")}, seed=seed)
    assert best.arguments["x"].shape == (rows, columns)


def test_a_shared_size_shrinks_in_all_arguments_at_once():
    """Arguments of one size keep agreeing while it shrinks."""
    found = smallest(lambda x, y: x.shape[0] >= 2, x=array("N", "D"), y=labels("N", "C"))
    assert found == {"x": [[0.0], [0.0]], "y": [0, 0]}


def test_sizes_stay_in_their_span():
    """A size does not shrink below the smallest the case allows."""
    found = smallest(lambda x: True, {"N": (3, 5)}, x=array("N"))
    assert found == {"x": [0.0, 0.0, 0.0]}


def test_sizes_that_depend_on_each_other_shrink_together():
    """A failure that needs N above D ends one above the other."""
    found = smallest(lambda x: x.shape[0] > x.shape[1], x=array("N", "D"))
    assert found == {"x": [[0.0], [0.0]]}


@given(st.integers(0, 99))
@settings(deadline=None, max_examples=30)
def test_labels_stay_below_their_count(seed):
    """A shrunk label is still one of the classes."""
    draws = {"z": array("N", "C"), "y": labels("N", "C")}
    _, best = shrunk(lambda z, y: y.any(), draws, seed=seed)
    count = best.arguments["z"].shape[1]
    assert {0 <= label < count for label in best.arguments["y"]} == {True}


@given(st.integers(0, 999), st.floats(-2, 2), st.integers(1, 6))
@settings(deadline=None, max_examples=60)
def test_what_is_shown_fails_and_is_not_larger(seed, threshold, rows):
    """Whatever the predicate, the result fails and has no more rows than the draw."""

    def fails(x):
        return len(x) >= rows and x.max() > threshold

    first, best = shrunk(fails, {"x": array("N")}, seed=seed)
    assert fails(**best.arguments)
    assert len(best.arguments["x"]) <= len(first["x"])


def test_the_failure_is_that_of_the_smallest_input():
    """What is reported belongs to the shrunk input, not to the first."""
    _, best = shrunk(lambda x: x.sum() != 0, {"x": array("N")})
    assert str(best.failure) == str(best.arguments)


def test_a_single_number_is_rounded():
    """A float becomes whole where a whole one fails too."""
    found = smallest(lambda v: v > 3, v=number(2, 9))["v"]
    assert (type(found), found % 1) == (float, 0.0)


def test_one_decimal_is_kept_where_whole_numbers_pass():
    """A float that must not be whole keeps one decimal."""
    found = smallest(lambda v: v % 1 != 0, v=number(2, 9))["v"]
    assert found == round(found, 1)


def test_values_inside_lists_and_tuples_are_rounded():
    """Nested values shrink as arrays and floats do; everything else stays."""

    @built("N", bounds=(-math.inf, math.inf))
    def nested(rng, sizes):
        return [(float(rng.normal()), rng.normal(size=sizes["N"]), "name", None)]

    _, best = shrunk(lambda v: True, {"v": nested})
    ((single, several, *rest),) = best.arguments["v"]
    assert (single % 1, several.shape, (several % 1).tolist()) == (0, (1,), [0])
    assert rest == ["name", None]


def test_whole_numbers_stay_as_they_were_drawn():
    """Labels and signs mean something as they are; only their number shrinks."""
    first, best = shrunk(lambda y: len(y) > 1, {"y": array("N", of=integers(3, 9))})
    assert (first["y"].dtype, best.arguments["y"].dtype) == (np.int64, np.int64)
    assert len(best.arguments["y"]) == 2


def test_large_arrays_are_rounded_as_a_whole():
    """An array too large to be tried cell by cell is rounded and else left alone."""
    _, best = shrunk(lambda x: True, {"x": array(MAX_CELLS + 1)})
    assert (best.arguments["x"] % 1 == 0).all()
    assert best.arguments["x"].any()


@pytest.mark.parametrize("shape", [(0,), (0, 3)])
def test_empty_arrays_are_survived(shape):
    """An array without cells to try stays as it is."""
    _, best = shrunk(lambda x: True, {"x": array(*shape)})
    assert best.arguments["x"].shape == shape


def test_a_0d_array_stays_an_array():
    """An array without axes shrinks to 0 and keeps its type."""
    _, best = shrunk(lambda x: True, {"x": array()})
    assert repr(best.arguments["x"]) == repr(np.array(0.0))


def test_not_a_number_is_survived():
    """An input with NaN that needs it to fail keeps it."""
    nan = built(bounds=(-math.inf, math.inf))(lambda rng, sizes: np.array([np.nan, 3.4]))
    found = smallest(lambda x: np.isnan(x).any(), x=nan)["x"]
    assert np.isnan(found[0])
    assert found[1] == 0


def test_the_draw_itself_is_not_changed():
    """Shrinking works on copies."""
    kept = {}

    def fails(x):
        kept.setdefault("first", x.copy())
        return True

    first, _ = shrunk(fails, {"x": array("N")})
    assert first["x"].tolist() == kept["first"].tolist()


def test_out_of_time_the_failing_draw_is_kept():
    """With no time left the first failing input is the answer."""
    first, best = shrunk(lambda x: True, {"x": array("N")}, seconds=-1.0)
    assert best.arguments is first


def test_smaller_sizes_are_tried_boldest_first():
    """The least, one more, half, one less; each once and all below the size."""
    assert [list(smaller_sizes(n, 1)) for n in (6, 3, 2, 1)] == [
        [1, 2, 3, 5],
        [1, 2],
        [1],
        [],
    ]


@pytest.mark.parametrize(
    ("draw", "low", "high"),
    [
        pytest.param(array("N", of=signs()), -1, 1, id="signs"),
        pytest.param(array("N", of=integers(3, 9)), 3, 8, id="integers"),
        pytest.param(array("N", of=integers(3, 9), dtype="float64"), 3, 8, id="whole"),
        pytest.param(array("N", of=uniform(1.2, 1.4)), 1.2, 1.4, id="uniform"),
        pytest.param(number(1.2, 1.4), 1.2, 1.4, id="number"),
    ],
)
def test_elements_stay_in_their_range(draw, low, high):
    """Shrinking shows no input that could not have been drawn."""
    _, best = shrunk(lambda x: True, {"x": draw})
    assert [v for v in np.ravel(best.arguments["x"]) if not low <= v <= high or not v] == []
