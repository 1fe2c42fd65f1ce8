"""Assertions say what is wrong first: type, then shape, then dtype, then values."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from tutor.harness import (
    CheckFailed,
    Learner,
    LearnerError,
    assert_close,
    assert_equal,
    assert_shape,
    assert_unaliased,
    assert_untouched,
    assert_within_ratio,
    checks,
    raises,
    require,
)
from tutor.wire.values import Handle

finite = st.floats(-1e3, 1e3)
shapes = npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
arrays = npst.arrays(st.sampled_from(["float64", "int64", "bool"]), shapes)


def failure(check, *arguments, **keywords):
    """Return how a check fails; None if it holds."""
    try:
        check(*arguments, **keywords)
    except CheckFailed as error:
        return error
    return None


def said(got, expected, **keywords):
    error = failure(assert_close, got, expected, **keywords)
    return error and error.message


@pytest.fixture
def torch():
    return pytest.importorskip("torch")


class Port:
    """A learner process of whose calls the same is always true."""

    def __init__(self, mutated=(), aliased=()):
        self.mutated = lambda: list(mutated)
        self.aliased = lambda: list(aliased)

    def request(self, op, arguments=(), keywords=None, **rest):
        return None


def called(**facts):
    """Return a learner whose `fit` has been called, with these facts."""
    learner = Learner(Port(**facts))
    learner.fit(1, 2)
    return learner


@given(arrays)
@settings(deadline=None)
def test_every_array_is_close_to_itself(array):
    """An array equals its copy, NaN and empty ones included."""
    assert failure(assert_equal, array.copy(), array) is None


@given(st.floats() | st.integers() | st.text() | st.booleans() | st.none())
@settings(deadline=None)
def test_every_plain_value_equals_itself(value):
    """A number that fits 64 bits, a text, a truth value and None equal themselves."""
    if isinstance(value, int):
        value %= 1 << 62
    assert failure(assert_equal, value, value) is None


@given(npst.arrays("float64", npst.array_shapes(max_dims=3), elements=finite), st.data())
@settings(deadline=None)
def test_one_wrong_value_is_found_and_marked(array, data):
    """A single cell that is off is the one that is counted and named."""
    index = tuple(data.draw(st.integers(0, n - 1)) for n in array.shape)
    got = array.copy()
    got[index] += 1.0
    error = failure(assert_close, got, array)
    place = ", ".join(map(str, index))
    assert error.difference.startswith(f"1 of {array.size} values differ;")
    assert f"at [{place}]: " in error.difference


@pytest.mark.parametrize(
    ("got", "expected", "message"),
    [
        (None, 1.0, "the result must be a float, but your function returned None. Is a"),
        (None, np.ones(2), "the result must be a numpy array, but your function returned"),
        (None, (1, 2), "the result must be a tuple of 2, but your function returned None"),
        ("a", 1.0, "the result must be a float, not a str."),
        (True, 1, "the result must be an int, not a bool."),
        ([1.0], np.ones(1), "the result must be a numpy array, not a list of 1: float."),
        (1.0, np.ones(1), "the result must be a numpy array, not a float."),
        (np.ones(2), (1, 2), "the result must be a tuple of 2, not a float64 array (2,)."),
        ((1, 2), [1, 2], "the result must be a list of 2, not a tuple of 2: int, int."),
        ((1, 2, 3), (1, 2), "the result must have 2 parts, not a tuple of 3:"),
        ([], [1], "the result must have 1 parts, not an empty list."),
        (3, {"a": 1}, "the result must be a dict with the keys 'a', not an int."),
        ({"b": 1}, {"a": 1}, "the result must be a dict with the keys 'a', not a dict."),
        (Handle(1, "Net"), 1.0, "the result must be a float, not a Net."),
        (Handle(1, "Net"), np.ones(1), "the result must be a numpy array, not a Net."),
    ],
    ids=repr,
)
def test_a_wrong_type_is_said_first(got, expected, message):
    """A value of the wrong type is called by its type, and None asks for a return."""
    assert said(got, expected).startswith(message)


def test_a_wrong_shape_is_said_before_values_and_dtype():
    """Of several things wrong with an array the shape comes first."""
    message = said(np.zeros((1, 3), "int32"), np.ones(3), dtype="float64")
    assert message == "the result must have shape (3,), not (1, 3)."


def test_an_array_in_place_of_a_number_has_a_wrong_shape():
    """An array of one value is not a number."""
    assert said(np.ones(1), 1.0) == "the result must have shape (), not (1,)."


def test_a_wrong_dtype_is_said_before_values():
    """Right shape, wrong dtype and wrong values: the dtype is what is said."""
    message = said(np.zeros(3, "float32"), np.ones(3), dtype="float64")
    assert message == "the result must have dtype float64, not float32."


def test_the_dtype_is_free_unless_demanded():
    """Equal values of another dtype are right when no dtype is asked for."""
    assert said(np.ones(3, "float32"), np.ones(3)) is None


def test_a_wrong_shape_carries_hunch_and_reason():
    """What is known about a wrong shape goes with it."""
    error = failure(assert_close, np.ones((3, 3)), np.ones(3), because="One per row.")
    assert error.difference == "One per row."
    assert "broadcast" in error.hunches[0]


def test_wrong_values_carry_all_that_is_shown():
    """A failure on values has both values, the marked cells, the place and a hunch."""
    error = failure(assert_close, np.array([1.0, 4.0]), np.array([1.0, 2.0]))
    assert error.message == "the result has wrong values."
    assert (error.got.cells, error.got.marked) == ([["1", "4"]], [[0, 1]])
    assert (error.expected.cells, error.expected.marked) == ([["1", "2"]], [[0, 1]])
    assert error.difference == (
        "1 of 2 values differ; the largest difference is at [1]: 4 instead of 2"
    )


def test_wrong_values_carry_hunches():
    """What explains the values is said."""
    error = failure(assert_close, np.array([2.0, 4.0]), np.array([1.0, 2.0]))
    assert error.hunches == ["Every value is 2 times what it should be."]


def test_nan_is_the_largest_difference():
    """A value that is NaN is pointed at before any that is merely far off."""
    error = failure(assert_close, np.array([9e9, np.nan]), np.array([1.0, 2.0]))
    assert "at [1]: nan instead of 2" in error.difference


def test_nan_equals_nan():
    """Where NaN is right, NaN is right."""
    assert said(np.array([np.nan, 1.0]), np.array([np.nan, 1.0])) is None


def test_the_reason_replaces_the_general_message():
    """An author's sentence is what a learner reads."""
    assert said(2.0, 1.0, because="It sums to one.") == "It sums to one."
    assert said("a", "b", because="It is b.") == "It is b."


@pytest.mark.parametrize(
    ("got", "expected", "message"),
    [
        ((1.0, 3.0), (1.0, 2.0), "result[1] has wrong values."),
        ((1.0, (1.0, None)), (1.0, (1.0, 2.0)), "result[1][1] must be a float, but"),
        ({"w": 1.0, "b": 3.0}, {"w": 1.0, "b": 2.0}, "['b'] has wrong values."),
        ([np.ones(2)], [np.ones(3)], "result[0] must have shape (3,), not (2,)."),
    ],
)
def test_parts_are_named(got, expected, message):
    """What is wrong in a part is said of that part."""
    assert said(got, expected).startswith(message)


def test_a_part_has_the_name_the_author_gives():
    """A named value passes its name on to its parts."""
    assert said((1.0, 3.0), (1.0, 2.0), what="grads") == "grads[1] has wrong values."


def test_limits_and_dtype_reach_the_parts():
    """Tolerance and dtype hold for every part of a tuple, list or dict."""
    expected = ([np.ones(1)], {"a": 1.05})
    got = ([np.ones(1) * 1.01], {"a": 1.0})
    assert said(got, expected, rtol=0.1, atol=0.0) is None
    assert said(got, expected, rtol=0.0, atol=0.02).startswith("result[1]['a']")
    assert "must have dtype int64" in said(got, expected, rtol=1, dtype="int64")


def test_a_list_will_do_for_a_tuple():
    """`return [a, b]` where `return a, b` was meant is not held against anyone."""
    assert said([1.0, 2.0], (1.0, 2.0)) is None


@pytest.mark.parametrize(
    ("got", "right"), [(1.0009, True), (1.0011, False), (0.9991, True), (0.9989, False)]
)
def test_the_exercises_own_tolerance_is_the_default(got, right):
    """Without limits in the call those of the exercise hold."""
    token = checks.tolerance.set((1e-3, 0.0))
    try:
        assert (said(got, 1.0) is None) is right
    finally:
        checks.tolerance.reset(token)


@pytest.mark.parametrize(
    ("got", "expected"), [("a", "a "), (True, False), (0, False), (None, "x"), (1, None)]
)
def test_texts_truth_and_none_are_compared_exactly(got, expected):
    """Texts, truth values and None are equal in type and value or wrong."""
    assert said(got, expected, what="mode") == "mode is wrong."


def test_small_differences_are_made_visible():
    """Values that differ late are shown with as many digits as it takes."""
    error = failure(assert_close, np.array([1.0001]), np.array([1.0]), rtol=1e-9)
    assert (error.got.cells, error.expected.cells) == ([["1.0001"]], [["1"]])


def test_tensors_are_compared_with_tensors(torch):
    """A tensor equals a tensor, and an array in its place is a wrong type."""
    ones = torch.ones(2)
    assert said(ones, torch.ones(2)) is None
    assert said(np.ones(2), ones).startswith("the result must be a tensor, not a float64")
    assert said(ones, np.ones(2)).startswith("the result must be a numpy array, not a f")


def test_a_tensor_of_another_kind_will_do(torch):
    """A parameter, or a tensor that wants gradients, is compared by its values."""
    parameter = torch.nn.Parameter(torch.ones(2))
    assert said(parameter, torch.ones(2)) is None
    assert said(parameter + 1, torch.ones(2)) == "the result has wrong values."


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        pytest.param(np.array([True, False]), np.array([True, True]), id="arrays"),
        pytest.param(np.bool_(False), np.bool_(True), id="scalars"),
    ],
)
def test_wrong_truth_values_are_a_failure(got, expected):
    """Arrays of bool that differ fail with their places, like any others."""
    assert said(got, expected) == "the result has wrong values."


def test_the_largest_difference_of_unsigned_numbers_is_found():
    """For unsigned integers the cell that is most off is named too."""
    got, expected = np.array([3, 100], "uint8"), np.array([4, 50], "uint8")
    assert "at [1]: 100 instead of 50" in failure(assert_close, got, expected).difference


@pytest.mark.parametrize("expected", [3, 10**30])
def test_integers_beyond_64_bits_are_compared(expected):
    """A very large int is right or wrong like any other."""
    assert (said(10**30, expected) is None) is (expected == 10**30)


@pytest.mark.parametrize(
    ("got", "expected"), [(1.0, 1), ([1], (1,)), (2**60 + 1, 2**60)], ids=repr
)
def test_equal_means_equal_in_type_and_value(got, expected):
    """`assert_equal` fails for another type and for another last digit."""
    assert failure(assert_equal, got, expected) is not None


def test_equal_has_no_tolerance():
    """`assert_equal` fails at the last bit."""
    assert failure(assert_equal, np.nextafter(1.0, 2.0), 1.0) is not None


def test_require_shows_what_came():
    """A failed requirement has its message, and the value when one is given."""
    bare, shown = failure(require, 0, "No."), failure(require, [], "No.", 3)
    assert (bare.message, bare.got, shown.got.text) == ("No.", None, "3")
    assert failure(require, 1, "No.") is None


@pytest.mark.parametrize(
    ("got", "message"),
    [
        (np.ones((2, 3)), None),
        (np.ones((3, 2)), "w must have shape (2, 3), not (3, 2)."),
        ([[1.0]], "w must be an array of shape (2, 3), not a list of 1: list of 1: float."),
        (None, "w must be an array of shape (2, 3), not None."),
    ],
)
def test_shape_is_demanded_of_arrays(got, message):
    """`assert_shape` tells a wrong shape from no array at all."""
    error = failure(assert_shape, got, (2, 3), "w")
    assert (error and error.message) == message


def test_an_argument_changed_in_place_is_told():
    """The call and the argument's number, counted from 1, are named."""
    message = failure(assert_untouched, called(mutated=[1])).message
    assert message.startswith("fit changed its argument number 2 in place.")


def test_a_result_that_shares_memory_is_told():
    """The call and the argument's number, counted from 1, are named."""
    message = failure(assert_unaliased, called(aliased=[0])).message
    assert message.startswith("What fit returned shares memory with its argument number 1")


@pytest.mark.parametrize("check", [assert_untouched, assert_unaliased])
@pytest.mark.parametrize("learner", [called(), Learner(Port())], ids=["call", "no call"])
def test_a_call_that_left_its_arguments_alone_passes(check, learner):
    """A clean last call, or none at all, leaves nothing to complain about."""
    assert failure(check, learner) is None


def learner_raises(*bases):
    with raises(ValueError, "for an empty array"):
        if bases:
            raise LearnerError(bases[0], "no data", list(bases), [])


def test_the_right_exception_passes():
    """The exception asked for, or one derived from it, is right."""
    learner_raises("ValueError", "Exception")
    learner_raises("UnicodeDecodeError", "UnicodeError", "ValueError", "Exception")


def test_another_exception_is_told():
    """What was raised instead is said with its message."""
    assert failure(learner_raises, "KeyError", "LookupError").message == (
        "It must raise ValueError for an empty array, not KeyError: no data."
    )


def test_no_exception_is_told():
    """Code that goes on where it must raise is told so."""
    assert failure(learner_raises).message == (
        "It must raise ValueError for an empty array, but it raised nothing."
    )


def test_a_failed_check_inside_raises_is_kept():
    """What fails inside for another reason is not taken for the exception."""
    with pytest.raises(CheckFailed, match="other"), raises(AssertionError, "here"):
        raise CheckFailed("other")


def ratio(monkeypatch, *seconds):
    """Return how a comparison ends for which the clock shows these seconds."""
    left = list(seconds)
    monkeypatch.setattr(checks, "timed", lambda *_: (left.pop(0), None))
    error = failure(
        assert_within_ratio, lambda: None, lambda: None, at_most=10, advice="No loops."
    )
    return error and error.message, len(left)


def test_the_first_ratio_within_bounds_is_enough(monkeypatch):
    """A busy machine gets another try, and only as many as needed."""
    assert ratio(monkeypatch, 50, 1, 10, 1, 99, 99) == (None, 2)


def test_slow_code_is_told_its_best_ratio(monkeypatch):
    """After five tries the best counts, and the advice is given."""
    message, left = ratio(monkeypatch, 50, 1, 40, 1, 30, 1, 40, 1, 50, 1)
    assert (message, left) == (
        "Right, but 30 times slower than the reference (at most 10 times is allowed). "
        "No loops.",
        0,
    )


def test_a_reference_that_takes_no_time_is_survived(monkeypatch):
    """A clock that stands still during the reference divides nothing by zero."""
    message, left = ratio(monkeypatch, *([1, 0] * 5))
    assert "times slower than the reference" in message
    assert left == 0


def test_one_hiccup_of_the_reference_does_not_pass_slow_code(monkeypatch):
    """The best time of each side counts, not the best pair."""
    message, _ = ratio(monkeypatch, 30, 30, 30, 1, 30, 1, 30, 1, 30, 1)
    assert message is not None


def test_timed_calls_are_not_kept():
    """Calls made to be timed are left out of what is compared with wrong programs."""
    learner = called()
    assert_within_ratio(learner.fit, lambda: None, at_most=float("inf"), advice="")
    learner.predict(3)
    assert [call.name for call in learner.calls] == ["fit", "predict"]
