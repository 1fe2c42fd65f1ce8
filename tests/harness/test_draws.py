"""Drawn arguments agree in their sizes, stay in their spans, and can be drawn again."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.harness import (
    array,
    built,
    case,
    integers,
    labels,
    normal,
    number,
    one_of,
    signs,
    uniform,
    whole,
)
from tutor.harness.draws import DEFAULT_SPAN, choose_sizes

seeds = st.integers(0, 2**31)
attempts = st.integers(0, 19)
span = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted).map(tuple)
spans = st.dictionaries(st.sampled_from("ABCDEF"), span, min_size=1)


def drawn(case, seed=0, attempt=0):
    """Return sizes and arguments of one try of `case`."""
    rng = case.generator(seed, attempt)
    sizes = case.sizes(rng, attempt)
    return sizes, case.arguments(rng, sizes)


def make(draw, **sizes):
    return draw.make(np.random.default_rng(0), sizes)


@given(spans, seeds, attempts)
@settings(deadline=None)
def test_sizes_lie_in_their_spans(spans, seed, attempt):
    """Every size of every try lies between the ends of its span, ends included."""
    sizes = choose_sizes(np.random.default_rng(seed), spans, attempt)
    assert all(spans[name][0] <= size <= spans[name][1] for name, size in sizes.items())
    assert set(sizes) == set(spans)


@given(st.sets(st.sampled_from("ABCDEF"), min_size=1), seeds, st.sampled_from([0, 1, 4]))
@settings(deadline=None)
def test_sizes_are_mostly_all_different(names, seed, attempt):
    """Up to six sizes of the default span differ, so that no axis can be mistaken."""
    sizes = choose_sizes(
        np.random.default_rng(seed), dict.fromkeys(names, DEFAULT_SPAN), attempt
    )
    assert len(set(sizes.values())) == len(names)
    assert len(names) == 6 or 1 not in sizes.values()


@given(seeds)
def test_a_narrow_span_is_served_first(seed):
    """A size that can only be one number gets it, and the others keep away from it."""
    given_spans = {"A": (1, 6), "B": (3, 3), "C": (2, 3)}
    sizes = choose_sizes(np.random.default_rng(seed), given_spans, 0)
    assert (sizes["B"], sizes["C"], sizes["A"] in (2, 3)) == (3, 2, False)


def test_sizes_differ_wherever_the_spans_allow_it():
    """Sizes differ whenever there is any way to choose them so."""
    given_spans = {"A": (2, 3), "B": (3, 4), "C": (3, 4)}
    rng = np.random.default_rng(0)
    found = [choose_sizes(rng, given_spans, 0).values() for _ in range(200)]
    assert {len(set(sizes)) for sizes in found} == {3}


@given(spans, seeds, st.integers(0, 3))
@settings(deadline=None)
def test_sizes_are_sometimes_at_their_smallest(spans, seed, turn):
    """Every fifth try takes the smallest of every span."""
    sizes = choose_sizes(np.random.default_rng(seed), spans, 5 * turn + 3)
    assert sizes == {name: low for name, (low, _) in spans.items()}


@given(seeds, st.integers(0, 3))
def test_sizes_are_sometimes_all_equal(seed, turn):
    """Every fifth try takes one size for all, and not 1."""
    given_spans = {"A": (1, 6), "B": (2, 4), "C": (0, 9)}
    sizes = choose_sizes(np.random.default_rng(seed), given_spans, 5 * turn + 2)
    assert set(sizes.values()) in ({2}, {3}, {4})


def test_sizes_that_cannot_be_equal_stay_in_their_spans():
    """Where no common size exists, each keeps its own span."""
    rng = np.random.default_rng(0)
    assert choose_sizes(rng, {"A": (1, 1), "B": (5, 5)}, 2) == {"A": 1, "B": 5}


@given(seeds, attempts)
@settings(deadline=None)
def test_arguments_agree_in_their_sizes(seed, attempt):
    """One name means one number in all arguments of a try."""

    @case("t", x=array("N", "D"), w=array("D", 3), y=labels("N", "C"))
    def body(learner, x, w, y): ...

    sizes, found = drawn(body, seed, attempt)
    shapes = [found[name].shape for name in "xwy"]
    assert shapes == [(sizes["N"], sizes["D"]), (sizes["D"], 3), (sizes["N"],)]


@given(seeds, attempts)
@settings(deadline=None)
def test_labels_are_below_their_count(seed, attempt):
    """Class labels are whole numbers from 0 below the number of classes."""

    @case("t", y=labels("N", "C"))
    def body(learner, y): ...

    sizes, found = drawn(body, seed, attempt)
    assert found["y"].dtype == np.int64
    assert ((found["y"] >= 0) & (found["y"] < sizes["C"])).all()


@pytest.mark.parametrize(
    ("draw", "dtype"),
    [
        (array("N"), "float64"),
        (array("N", dtype="float32"), "float32"),
        (array("N", of=integers(0, 9)), "int64"),
        (array("N", of=signs()), "int64"),
        (array("N", of=integers(0, 9), dtype="float64"), "float64"),
        (array("N", of=uniform(0, 1)), "float64"),
    ],
)
def test_arrays_have_the_declared_dtype(draw, dtype):
    """Elements are kept as drawn unless a dtype is asked for."""
    assert make(draw, N=4).dtype == np.dtype(dtype)


def test_elements_lie_in_their_ranges():
    """Uniform and whole elements keep to their ends, signs are -1 and 1."""
    assert set(make(array(500, of=signs()))) == {-1, 1}
    assert set(make(array(500, of=integers(-1, 2)))) == {-1, 0, 1}
    assert all((v >= 2) and (v < 3) for v in make(array(500, of=uniform(2, 3))))


def test_normal_elements_have_their_mean_and_scale():
    """A scale of 0 leaves the mean alone."""
    assert make(array(3, of=normal(0.0, 5.0))).tolist() == [5.0, 5.0, 5.0]


def test_single_values_are_plain_python():
    """Numbers, whole numbers and choices come as Python's own types."""
    found = [make(number(0, 1)), make(whole(3, 4)), make(one_of("same"))]
    assert [type(v) for v in found] == [float, int, str]
    assert found[1:] == [3, "same"]


def test_built_draws_use_the_sizes_they_name():
    """A draw made of a function gets the generator and the sizes, and shares them."""

    @built("N")
    def pairs(rng, sizes):
        return [(i, i) for i in range(sizes["N"])]

    @case("t", p=pairs, x=array("N"))
    def body(learner, p, x): ...

    _, found = drawn(body)
    assert len(found["p"]) == len(found["x"])


def test_the_same_seed_draws_the_same():
    """A try can be drawn again exactly."""

    @case("t", x=array("N", "D"))
    def body(learner, x): ...

    assert drawn(body, 7, 4)[1]["x"].tobytes() == drawn(body, 7, 4)[1]["x"].tobytes()


def test_cases_draw_independently_of_each_other():
    """Two cases of one harness with one seed do not get the same numbers."""

    @case("t", x=array(4))
    def one(learner, x): ...

    @case("t", x=array(4))
    def other(learner, x): ...

    assert drawn(one)[1]["x"].tolist() != drawn(other)[1]["x"].tolist()


def test_spans_of_a_case_are_respected():
    """A case may widen or narrow the span of a size; the others keep the default."""

    @case("t", sizes={"N": (50, 50)}, x=array("N", "D"))
    def body(learner, x): ...

    assert body.spans == {"N": (50, 50), "D": DEFAULT_SPAN}


def test_a_case_tries_often_only_when_something_is_drawn():
    """A case without draws runs once, one with draws ten times or as often as it says."""
    plain = case("t")(lambda learner: None)
    drawing = case("t", x=array(1))(lambda learner, x: None)
    stated = case("t", tries=3, x=array(1))(lambda learner, x: None)
    assert [c.tries for c in (plain, drawing, stated)] == [1, 10, 3]


def test_a_case_says_what_it_wants_beside_its_draws():
    """Generator, reference and report are asked for by name."""
    found = case("t", x=array(1))(lambda learner, x, rng, report: None)
    assert found.wants == {"rng", "report"}


def test_a_case_that_asks_for_something_unknown_is_refused():
    """A misspelt argument is an error where the harness is loaded."""
    with pytest.raises(TypeError, match="asks for unknown refrence"):
        case("t")(lambda learner, refrence: None)
