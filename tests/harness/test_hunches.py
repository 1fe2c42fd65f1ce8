"""A hunch is given when it explains every value, and only then."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from tutor.harness import hunches

SIGN = "Every value has the wrong sign."
TRANSPOSED = "These are the right values, transposed."
ORDER = "These are the right values in a different order."
EXTREMES = 1e100
"""Beyond it a ratio of two values may overflow, which has a test of its own."""


def about(got, wanted):
    return hunches.about(np.array(got), np.array(wanted), 1e-6, 1e-9)


def reversed_along(axis):
    return f"These are the right values, reversed along axis {axis}."


def shifted(axis, when):
    return f"The values are shifted by one along axis {axis}: each comes one too {when}."


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ([-1.0, 2.0], [1.0, -2.0], SIGN),
        (-3.0, 3.0, SIGN),
        ([2.0, 4.0, 10.0], [1.0, 2.0, 5.0], "Every value is 2 times what it should be."),
        ([1.0, 2.0, 5.0], [3.0, 6.0, 15.0], "Every value is 1/3 of what it should be."),
        ([0.0, 2.5, 5.0], [0.0, 1.0, 2.0], "Every value is 2.5 times what it should be."),
        ([-2.0, 4.0], [1.0, -2.0], "Every value is -2 times what it should be."),
        ([-1.0, 2.0], [3.0, -6.0], "Every value is 1/-3 of what it should be."),
        (6.0, 1.5, "Every value is 4 times what it should be."),
        ([1.5, 2.5, 4.5], [1.0, 2.0, 4.0], "Every value is too large by the same 0.5."),
        ([0.0, 1.0, 3.0], [1.0, 2.0, 4.0], "Every value is too small by the same 1."),
        ([1.0, 1.0], [0.0, 0.0], "Every value is too large by the same 1."),
        ([[1.0, 2.0], [3.0, 4.0]], [[1.0, 3.0], [2.0, 4.0]], TRANSPOSED),
        ([9.0, 7.0, 3.0, 1.0], [1.0, 3.0, 7.0, 9.0], reversed_along(0)),
        ([[7, 3, 1], [6, 5, 2]], [[1, 3, 7], [2, 5, 6]], reversed_along(1)),
        ([0.0, 1.0, 3.0, 7.0], [1.0, 3.0, 7.0, 9.0], shifted(0, "late")),
        ([3.0, 7.0, 9.0, 0.0], [1.0, 3.0, 7.0, 9.0], shifted(0, "early")),
        ([[0, 1, 3], [0, 2, 5]], [[1, 3, 7], [2, 5, 6]], shifted(1, "late")),
        ([2.0, 1.0, 7.0, 4.0], [1.0, 2.0, 4.0, 7.0], ORDER),
    ],
)
def test_what_explains_all_values_is_said(got, wanted, expected):
    """Each diagnosis is the first given for values it explains."""
    assert about(got, wanted)[0] == expected


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        pytest.param([-1.0, 2.5], [1.0, -2.0], id="almost the sign"),
        pytest.param([2.0, 4.1], [1.0, 2.0], id="almost a factor"),
        pytest.param([0.0, 0.0], [0.0, 1.0], id="factor 0"),
        pytest.param(3.1, 1.5, id="a factor of one value that is not round"),
        pytest.param(2.5, 0.0, id="an offset of one value"),
        pytest.param([1.5, 2.5, 4.6], [1.0, 2.0, 4.0], id="almost an offset"),
        pytest.param([[1.0, 2.0], [3.1, 4.0]], [[1.0, 3.0], [2.0, 4.0]], id="transposed"),
        pytest.param([9.0, 7.0, 3.1, 1.0], [1.0, 3.0, 7.0, 9.0], id="almost reversed"),
        pytest.param([0.0, 1.0, 3.5, 7.0], [1.0, 3.0, 7.0, 9.0], id="almost shifted"),
        pytest.param([2.0, 1.0, 7.0, 4.5], [1.0, 2.0, 4.0, 7.0], id="almost an order"),
        pytest.param([1 + 2j], [2j], id="complex numbers"),
    ],
)
def test_what_explains_only_some_values_is_not_said(got, wanted):
    """A diagnosis that one value contradicts is not given."""
    assert about(got, wanted) == []


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        ([1.0, np.nan], [1.0, 2.0], "Some values are NaN"),
        ([np.inf, np.nan], [1.0, 2.0], "Some values are NaN"),
        ([1.0, -np.inf], [1.0, 2.0], "Some values are infinite"),
    ],
)
def test_values_that_are_not_finite_come_before_everything(got, wanted, expected):
    """NaN, then infinity, is the only thing said about values that have it."""
    (said,) = about(got, wanted)
    assert said.startswith(expected)


def test_infinity_in_the_right_place_is_not_blamed():
    """What should be infinite or NaN may be; the rest is still explained."""
    said = about([np.inf, np.nan, 2.0, 4.0], [np.inf, np.nan, 1.0, 2.0])
    assert said == ["Every value is 2 times what it should be."]


def test_at_most_two_things_are_said():
    """Values that fit several diagnoses get the two most specific."""
    said = about([[1.0, 2.0], [2.0, 1.0]], [[2.0, 1.0], [1.0, 2.0]])
    assert len(said) <= 2
    assert about([1.0, 2.0, 3.0, 5.0], [5.0, 3.0, 2.0, 1.0]) == [reversed_along(0), ORDER]


def test_a_coarse_tolerance_is_used():
    """Values that agree with a diagnosis within the exercise's tolerance fit it."""
    got, wanted = np.array([2.001, 4.0]), np.array([1.0, 2.0])
    assert hunches.about(got, wanted, 1e-2, 0.0) != []
    assert hunches.about(got, wanted, 1e-6, 0.0) == []


def test_few_distinct_values_say_nothing_of_their_places():
    """Labels of two or three kinds fit a reversal or a shift by chance."""
    said = about([2.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 2.0])
    assert said == [ORDER]


def test_a_narrow_dtype_is_blamed_for_what_it_rounds():
    """Numbers rounded to float32 or float16 are told, even as float64."""
    exact = np.array([0.1, 2.7182818, -31.41592653])
    for name, digits in (("float32", 6), ("float16", 3)):
        rounded = exact.astype(name).astype("float64")
        (said,) = hunches.about(rounded, exact, 1e-9, 0.0)
        assert said.startswith(f"It agrees to about {digits} digits")


@pytest.mark.parametrize("off", [1e-15, 1e-12, 3e-4])
def test_a_narrow_dtype_is_not_blamed_for_nearness(off):
    """Rounding of float64, and a slip of some 1/1000, have no dtype to blame."""
    exact = np.array([0.1, 2.7182818, -31.41592653])
    assert hunches.about(exact + off * exact**2, exact, 1e-17, 0.0) == []


@given(st.data(), npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
@settings(deadline=None)
def test_no_values_make_it_fail(data, shape):
    """Whatever the values, there are at most two sentences, no error and no warning."""
    numbers = st.floats(-EXTREMES, EXTREMES, width=64) | st.sampled_from(
        [0.0, 1.0, -1.0, np.nan, np.inf, -np.inf]
    )
    numbers = numbers.filter(lambda v: v == 0 or not abs(v) < 1 / EXTREMES)
    arrays = npst.arrays("float64", shape, elements=numbers)
    pairs = data.draw(arrays), data.draw(arrays)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(hunches.about(*pairs, 1e-6, 1e-9)) <= 2


@given(npst.arrays("float64", 5, elements=st.integers(1, 50), unique=True))
@settings(deadline=None)
def test_a_constant_factor_is_always_found(wanted):
    """Values all 7 times too large are always called so."""
    assert about(7 * wanted, wanted)[0] == "Every value is 7 times what it should be."


@pytest.mark.parametrize(
    ("got", "wanted"), [(1e300, 1e-300), (1e-310, 1.0)], ids=["large", "small"]
)
def test_a_ratio_beyond_all_numbers_is_survived(got, wanted):
    """A value whose ratio to the right one overflows is not explained, and no error."""
    assert about(got, wanted) == []


@pytest.mark.parametrize(("got", "wanted"), [(1e-11, 1.5), (1.3e10, 1.5)])
def test_a_single_value_that_is_far_off_is_not_explained(got, wanted):
    """One value many orders of magnitude off has no telling factor."""
    assert about(got, wanted) == []


def test_wrong_truth_values_are_survived():
    """Arrays of bool can be compared."""
    assert len(about([True, False], [True, True])) <= 2


@pytest.mark.parametrize(
    ("got", "wanted", "expected"),
    [
        (np.ones((3, 3)), np.ones(3), "a column (N, 1) met a row (N,)"),
        (np.arange(6).reshape(2, 3), np.arange(6).reshape(2, 3).T, TRANSPOSED),
        (np.arange(6).reshape(6, 1), np.arange(6), "the right values in a wrong shape"),
        (np.arange(6), np.arange(6).reshape(2, 3), "the right values in a wrong shape"),
    ],
    ids=["broadcast", "transposed", "column", "flat"],
)
def test_a_wrong_shape_is_explained_by_its_values(got, wanted, expected):
    """A shape that is wrong in a known way is called so."""
    (said,) = hunches.about_shape(got, wanted)
    assert expected in said


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (np.ones((3, 2)), np.ones(3)),
        (np.ones((2, 2)), np.ones(3)),
        (np.ones((3, 3)), np.ones((3, 1))),
        (np.arange(6).reshape(2, 3) + 1, np.arange(6).reshape(2, 3).T),
        (np.array(["a"]), np.array([["a"]])),
    ],
    ids=["other size", "no square of it", "two axes", "other values", "no numbers"],
)
def test_a_wrong_shape_without_a_pattern_is_not_explained(got, wanted):
    """A shape that fits no pattern gets no guess."""
    assert hunches.about_shape(got, wanted) == []
