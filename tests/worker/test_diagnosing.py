"""What counts as the same behaviour when a mistake is looked for by its answers."""

import numpy as np
import pytest

from tutor.harness.learner import Call
from tutor.worker.diagnosing import same_call, same_value


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sums_in_another_order_are_the_same_answer(dtype):
    """Two styles of one mistake differ by rounding, in float32 more than in float64."""
    rng = np.random.default_rng(0)
    terms = rng.normal(size=(200, 50)).astype(dtype)
    forwards = sum(terms[:, k] for k in range(50))
    backwards = sum(terms[:, k] for k in reversed(range(50)))
    assert not np.array_equal(forwards, backwards)
    assert same_value(forwards, backwards)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_other_numbers_are_another_answer(dtype):
    """A difference that a reader would see stays a difference, infinities included."""
    numbers = np.array([1.0, -2.0, np.inf, 0.0], dtype)
    for other in ([1.001, -2.0, np.inf, 0.0], [1.0, -2.0, -np.inf, 0.0]):
        assert not same_value(numbers, np.array(other, dtype))
    assert same_value(numbers, numbers.copy())


def test_another_dtype_is_another_answer():
    """The accuracy of an answer is part of it."""
    assert not same_value(np.ones(3, "float32"), np.ones(3))


@pytest.mark.parametrize("chancy", [False, True])
def test_an_answer_left_to_chance_is_not_compared(chancy):
    """What depends on the order of draws says nothing about which mistake was made."""
    one = Call("fit", (), {}, result=np.ones(3), chancy=chancy)
    other = Call("fit", (), {}, result=np.zeros(3), chancy=chancy)
    assert same_call(one, other) is chancy


def test_what_a_call_changed_tells_mistakes_apart():
    """Two calls that return nothing differ by the arguments they have left behind."""
    one = Call("update", (), {}, left=[np.ones(3), 0.5])
    assert same_call(one, Call("update", (), {}, left=[np.ones(3), 0.5]))
    assert not same_call(one, Call("update", (), {}, left=[np.zeros(3), 0.5]))
