"""Checks for backprop/numerical_grad. Oracle: derivatives worked by hand."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    case,
    integers,
    normal,
    number,
    probe,
    require,
    uniform,
)


@probe
def gradient_of(module, formula, x, c, transposed=False, **step):
    """Differentiate x -> formula at x, and note each point f is asked at.

    Returns the gradient, x as it is afterwards, and the list of points.
    """
    points = []
    x = x.T if transposed else x

    def f(point):
        if np.shape(point) != x.shape:
            raise ValueError(
                f"f was given an array of shape {np.shape(point)}, "
                f"but x has shape {x.shape}"
            )
        points.append(np.array(point))
        return float(eval(formula, {"np": np, "x": point, "c": c}))

    gradient = module.numerical_grad(f, x, **step)
    return gradient, x, points


def assert_gradient(got, expected, **limits):
    assert_close(
        got[0], expected, what="the gradient", dtype="float64", **limits
    )


def assert_points(points, x, h):
    """Fail unless f was asked at x ± h in each coordinate, in any order."""
    moves = [[] for _ in range(x.size)]
    for point in points:
        moved = np.flatnonzero(point != x)
        require(
            len(moved) == 1,
            f"f was asked at a point that differs from x in {len(moved)} of "
            f"its {x.size} entries. Move one at a time, and put it back "
            "exactly",
            point,
        )
        moves[moved[0]].append((point - x).flat[moved[0]])
    require(
        len(points) == 2 * x.size,
        f"f was asked {len(points)} times for {x.size} coordinates, "
        f"instead of {2 * x.size} times",
    )
    for place, found in enumerate(moves):
        assert_close(
            np.sort(found),
            np.array([-h, h]),
            rtol=1e-6,
            atol=1e-9,
            what=f"what entry {place} was moved by",
        )


@case("the example: a square and a product")
def example(learner):
    x, c = np.array([2.0, -1.0]), 3.0
    got = gradient_of(learner, "x[0] ** 2 + c * x[0] * x[1]", x, c)
    assert_gradient(got, np.array([1.0, 6.0]))


@case(
    "with a step of 0.5, a cube shows whether the difference is central",
    x=array("D", of=normal(2)),
    c=array("D", of=uniform(1, 3)),
)
def cubes(learner, x, c):
    # ((x + h)³ - (x - h)³) / 2h is 3x² + h², whatever the size of h.
    got = gradient_of(learner, "np.sum(c * x ** 3)", x, c, h=0.5)
    assert_gradient(got, c * (3 * x**2 + 0.25))


@case(
    "f is asked at two points per coordinate, one entry moved by h",
    x=array("N", "D", of=normal(2)),
    h=number(0.01, 0.9),
)
def points(learner, x, h):
    _, _, found = gradient_of(learner, "np.sum(x ** 2)", x, None, h=h)
    assert_points(found, x, h)


@case("the step is 1e-5 unless another is given", x=array("D"))
def default_step(learner, x):
    _, _, found = gradient_of(learner, "np.sum(x ** 2)", x, None)
    assert_points(found, x, 1e-5)


@case("x may have any shape, even ()")
def shapes(learner, rng):
    for shape in ((), (3,), (2, 3), (2, 1, 3)):
        x = np.array(rng.normal(size=shape))
        c = np.array(rng.uniform(1, 3, shape))
        got = gradient_of(learner, "np.sum(c * np.sin(x))", x, c)
        assert_gradient(got, c * np.cos(x))


@case(
    "x may be the transpose of another array",
    x=array("N", "D"),
    c=array("D", "N", of=uniform(1, 3)),
    sizes={"N": (2, 4), "D": (2, 4)},
)
def transpose(learner, x, c):
    got = gradient_of(learner, "np.sum(c * x ** 2)", x, c, transposed=True)
    assert_gradient(got, 2 * c * x.T)


SMOOTH = {
    "np.sum(c * np.log(1 + x ** 2))": lambda x, c: 2 * c * x / (1 + x**2),
    "np.exp(np.sum(c * x))": lambda x, c: c * np.exp(np.sum(c * x)),
    "np.tanh(np.sum(c * x))": lambda x, c: c / np.cosh(np.sum(c * x)) ** 2,
}


@case(
    "smooth functions come out to 1e-8",
    x=array("D", of=uniform(-1, 1)),
    c=array("D", of=uniform(-1, 1)),
    sizes={"D": (1, 4)},
)
def smooth(learner, x, c):
    for formula, derivative in SMOOTH.items():
        got = gradient_of(learner, formula, x, c)
        assert_gradient(got, derivative(x, c), rtol=0.0, atol=1e-8)


@case(
    "whole numbers are nudged like any others",
    x=array("N", "D", of=integers(-5, 6)),
    c=array("N", "D", of=uniform(0.2, 0.8)),
)
def whole_numbers(learner, x, c):
    got = gradient_of(learner, "np.sum(c * x ** 2)", x, c)
    assert_gradient(got, 2 * c * x, atol=1e-6)


@case(
    "float32 is computed in float64",
    x=array("D", of=uniform(300, 900), dtype="float32"),
    c=array("D", of=uniform(1, 3)),
)
def single_precision(learner, x, c):
    got = gradient_of(learner, "np.sum(c * x ** 2) / 1000", x, c)
    assert_gradient(got, 2 * c * x.astype("float64") / 1000, rtol=1e-5)


@case("afterwards x is what it was, to the last bit", x=array("N", "D"))
def untouched(learner, x):
    _, after, _ = gradient_of(learner, "np.sum(x ** 3)", x, None)
    same = after.tobytes() == x.tobytes()
    gap = float(np.abs(after - x).max())
    require(
        same,
        f"x is not what it was: an entry has moved by {gap:.1g}. Work on a "
        "copy, or put back exactly the number that was there",
    )
