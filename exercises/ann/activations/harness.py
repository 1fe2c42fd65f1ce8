"""Checks for ann/activations. Oracle: Python's math, one number at a time.

Values come from other formulas than the reference's. Derivatives are central
differences of those values, and known limits at ±1000.
"""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    assume,
    case,
    probe,
    raises,
    require,
    uniform,
)

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "softplus", "gelu")

BY_DEFINITION = {
    "sigmoid": lambda x: 0.5 + 0.5 * math.tanh(x / 2),
    "tanh": lambda x: 2 / (1 + math.exp(-2 * x)) - 1,
    "relu": lambda x: (x + abs(x)) / 2,
    "leaky_relu": lambda x: x if x > 0 else x / 100,
    "softplus": lambda x: math.log(1 + math.exp(x)),
    "gelu": lambda x: x * math.erfc(-x / math.sqrt(2)) / 2,
}

LIMITS = {
    "sigmoid": ([0, 1], [0, 0]),
    "tanh": ([-1, 1], [0, 0]),
    "relu": ([0, 1000], [0, 1]),
    "leaky_relu": ([-10, 1000], [0.01, 1]),
    "softplus": ([0, 1000], [0, 1]),
    "gelu": ([0, 1000], [0, 1]),
}

STEP = 1e-5


def values(name, x):
    return np.vectorize(BY_DEFINITION[name], otypes=[float])(x)


def slopes(name, x):
    return (values(name, x + STEP) - values(name, x - STEP)) / (2 * STEP)


def pair(learner, name, x):
    """Return value and derivative of one call, made sure to be two."""
    got = learner.act(name, x)
    require(
        isinstance(got, tuple | list) and len(got) == 2,
        "The result must be a tuple of two arrays: values, derivatives.",
        got,
    )
    return got


def check(learner, name, x):
    """Compare with the oracle, for float64 away from a corner."""
    value, derivative = pair(learner, name, x)
    assert_close(value, values(name, x), what=f"the value of {name}")
    assert_close(derivative, slopes(name, x), what=f"the derivative of {name}")


@case("sigmoid: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def sigmoid(learner, x):
    check(learner, "sigmoid", x)


@case("tanh: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def tanh(learner, x):
    check(learner, "tanh", x)


@case("relu: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def relu(learner, x):
    assume(np.abs(x).min() > 0.01)
    check(learner, "relu", x)


@case("leaky_relu: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def leaky_relu(learner, x):
    assume(np.abs(x).min() > 0.01)
    check(learner, "leaky_relu", x)


@case("softplus: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def softplus(learner, x):
    check(learner, "softplus", x)


@case("gelu: value and derivative", x=array("N", "D", of=uniform(-6, 6)))
def gelu(learner, x):
    check(learner, "gelu", x)


@case("at exactly 0 the derivative of relu is 0, of leaky_relu 0.01")
def corners(learner):
    x = np.array([-2.0, 0.0, 1.0, 0.0, 3.0, -1.0])
    for name, left in (("relu", 0.0), ("leaky_relu", 0.01)):
        value, derivative = pair(learner, name, x)
        assert_close(value, values(name, x), what=f"the value of {name}")
        wanted = np.array([left, left, 1.0, left, 1.0, left])
        assert_close(derivative, wanted, what=f"the derivative of {name}")


@case("at -1000 and 1000 all six are finite")
def far_out(learner):
    for name, (wanted, slope) in LIMITS.items():
        value, derivative = pair(learner, name, np.array([-1000.0, 1000.0]))
        assert_close(
            value, np.array(wanted, float), what=f"the value of {name}"
        )
        assert_close(
            derivative,
            np.array(slope, float),
            what=f"the derivative of {name}",
        )


@probe
def warnings_at(learner, name, x):
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        learner.act(name, x)
    return [str(warning.message) for warning in caught]


@case("nothing overflows on the way, in float32 either")
def no_warning(learner):
    x = np.array([-1000.0, -1.0, 1.0, 1000.0])
    for name in NAMES:
        for given in (x, x.astype("float32")):
            caught = warnings_at(learner, name, given)
            call = f'act("{name}", x), with ±1000 in x as {given.dtype}'
            said = caught[0] if caught else ""
            require(not caught, f"numpy warned in {call}: {said}.")


@case(
    "float32 stays float32, float64 stays float64",
    x=array("N", of=uniform(-4, 4)),
)
def dtype(learner, x):
    assume(np.abs(x).min() > 0.01)
    low = x.astype("float32")
    for name in NAMES:
        for given, kind in ((low, "float32"), (x, "float64")):
            value, derivative = pair(learner, name, given)
            exact = given.astype("float64")
            near = {"rtol": 1e-5, "atol": 1e-6, "dtype": kind}
            assert_close(
                value, values(name, exact), what=f"the value of {name}", **near
            )
            assert_close(
                derivative,
                slopes(name, exact),
                what=f"the derivative of {name}",
                **near,
            )


@case("the numbers you were given stay as they were", x=array("N", "D"))
def untouched(learner, x):
    for name in NAMES:
        learner.act(name, x)
        assert_untouched(learner)
        assert_unaliased(learner)


@case("a name that does not exist is an error")
def unknown(learner):
    with raises(ValueError, "when the name is none of the six"):
        learner.act("sigmoit", np.array([1.0, 2.0]))
