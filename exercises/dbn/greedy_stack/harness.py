"""Checks for dbn/greedy_stack. Oracle: unit by unit; a `fit` that keeps a diary."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_equal,
    assert_untouched,
    built,
    case,
    require,
    uniform,
)


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def climb(stack, X):
    """Return the rows after every layer, one unit after the other."""
    levels = [np.asarray(X, dtype=float)]
    for W, _, c in stack:
        below = levels[-1]
        up = np.zeros((len(below), len(c)))
        for n, j in np.ndindex(up.shape):
            terms = [x * w for x, w in zip(below[n], W[:, j], strict=True)]
            up[n, j] = squash(math.fsum([*terms, c[j]]))
        levels.append(up)
    return levels


class Diary:
    """A `fit` that returns random machines and keeps what it was shown."""

    def __init__(self, rng):
        self.rng = rng
        self.shown, self.made = [], []

    def __call__(self, *given, **named):
        require(
            not named, "fit takes data and hidden by position, not by name."
        )
        require(
            len(given) == 2,
            f"fit takes data and hidden, not {len(given)} arguments.",
        )
        data, hidden = given
        require(
            isinstance(data, np.ndarray) and data.ndim == 2,
            "the data for fit must be an array (N, D).",
        )
        self.shown.append((data.copy(), int(hidden)))
        layer = (
            self.rng.normal(0, 1.5, (data.shape[1], int(hidden))),
            self.rng.normal(size=data.shape[1]) + self.trace(data),
            self.rng.normal(size=int(hidden)),
        )
        self.made.append(layer)
        return layer

    def trace(self, data):
        """Return a number that is another one after another mistake.

        Mistakes are told apart by what comes back from the learner, so what
        was shown has to leave a trace in it. Draws leave one and the same,
        whatever came out.
        """
        if not self.made or not np.isin(data, (0, 1)).all():
            return float(data.mean())
        W, _, c = self.made[-1]
        rounded = self.shown[-2][0] @ W + c > 0
        return 10.0 if np.array_equal(data, rounded) else 20.0


@built("D", "A", "B")
def sizes_of(rng, sizes):
    return [sizes["A"], sizes["B"], sizes["A"]]


@case(
    "each layer is trained once, on the probabilities of the one below",
    X=array("N", "D", of=uniform(0, 1)),
    layers=sizes_of,
    sizes={"N": (2, 4), "D": (2, 5), "A": (1, 5), "B": (1, 5)},
)
def greedy(learner, rng, X, layers):
    diary = Diary(rng)
    stack = learner.fit_dbn(X, layers, diary)
    require(
        len(diary.shown) == len(layers),
        f"fit was called {len(diary.shown)} times for {len(layers)} layers.",
    )
    levels = climb(diary.made, X)
    for level, ((data, hidden), size) in enumerate(
        zip(diary.shown, layers, strict=True)
    ):
        assert_equal(hidden, size, what=f"the units of layer {level + 1}")
        drawn = level and np.isin(data, (0, 1)).all()
        assert_close(
            data,
            levels[level],
            what=f"the data that layer {level + 1} is trained on",
            because="they are all 0 or 1, where probabilities belong."
            if drawn
            else "",
        )
    require(
        type(stack) is list and len(stack) == len(layers),
        "fit_dbn must return a list with one layer per size.",
    )
    for got, made in zip(stack, diary.made, strict=True):
        assert_close(tuple(got), made, what="a layer of the stack")


@built("D", "A", "B")
def machines(rng, sizes):
    chain = [sizes["D"], sizes["A"], sizes["B"]]
    return [
        (rng.normal(size=(m, n)), rng.normal(size=m), rng.normal(size=n))
        for m, n in itertools.pairwise(chain)
    ]


@case(
    "transform climbs to the layer asked for",
    X=array("N", "D", of=uniform(0, 1)),
    stack=machines,
    sizes={"N": (2, 4), "D": (2, 4), "A": (2, 4), "B": (2, 4)},
)
def climbs(learner, X, stack):
    levels = climb(stack, X)
    assert_close(learner.transform(stack, X), levels[-1], what="the top layer")
    found = []
    for depth in (0, 1, 2):
        found.append(learner.transform(stack, X, depth=depth))
        assert_untouched(learner)
    for depth, got in enumerate(found):
        assert_close(got, levels[depth], what=f"depth {depth}")
    assert_close(learner.transform([], X), X, what="without layers")


@case(
    "layers of one size are climbed in order",
    X=array("N", "D", of=uniform(0, 1)),
    one=array("D", "D"),
    two=array("D", "D"),
    b=array("D"),
    c=array("D"),
    sizes={"N": (2, 4), "D": (2, 4)},
    tries=3,
)
def in_order(learner, X, one, two, b, c):
    stack = [(one, b, c), (two, c, b)]
    assert_close(learner.transform(stack, X), climb(stack, X)[-1])


@case("inputs of ±1000 give 0 and 1", tries=1)
def large(learner):
    W = np.array([[1000.0, -1000.0, 0.0]])
    stack = [(W, np.zeros(1), np.zeros(3))]
    got = learner.transform(stack, np.ones((1, 1)))
    assert_close(got, np.array([[1.0, 0.0, 0.5]]))
