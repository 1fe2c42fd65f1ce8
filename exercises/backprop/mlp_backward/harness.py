"""Checks for mlp_backward. Oracle: differences of a forward pass, by hand."""

from itertools import pairwise

import numpy as np

from tutor.harness import (
    assert_close,
    assert_untouched,
    assume,
    built,
    case,
    numeric_gradient,
    require,
)


def forward(params, X, noise):
    """Return the cache of a forward pass; the last z in it is the logits."""
    cache, fed = [], X
    for (W, b), extra in zip(params, noise, strict=True):
        z = fed @ W + b + extra
        cache.append((fed, z))
        fed = np.where(z > 0, z, 0.0)
    return cache


def network(*widths, noisy=False):
    """Return a draw: params, samples, noise of each layer, and dlogits."""

    @built("N", *widths)
    def make(rng, sizes):
        samples = sizes["N"]
        wide = [sizes[name] for name in widths]
        params = [
            (rng.normal(0, d**-0.5, (d, h)), rng.normal(0, 0.5, h))
            for d, h in pairwise(wide)
        ]
        noise = [rng.normal(0, noisy, (samples, h)) for h in wide[1:]]
        X = rng.normal(size=(samples, wide[0]))
        return params, X, noise, rng.normal(size=(samples, wide[-1]))

    return make


def away_from_kinks(cache):
    """Leave out a draw in which a step of the differences could cross 0."""
    assume(all((np.abs(z) > 1e-3).all() for _, z in cache[:-1]))


def by_differences(params, X, noise, dlogits):
    """Return (dW, db) of each layer, from moving each number both ways."""

    def slope_at(layer, part):
        def loss(values):
            moved = list(params)
            pair = list(params[layer])
            pair[part] = values
            moved[layer] = tuple(pair)
            return float((forward(moved, X, noise)[-1][1] * dlogits).sum())

        return numeric_gradient(loss, params[layer][part])

    return [(slope_at(k, 0), slope_at(k, 1)) for k in range(len(params))]


def assert_grads(got, expected, **limits):
    """Compare layer by layer, having looked at the form of the result."""
    require(type(got) is list, "the result must be a list", got)
    require(
        len(got) == len(expected),
        f"one pair per layer: the length must be {len(expected)}, "
        f"not {len(got)}",
        got,
    )
    for number, (pair, (dW, db)) in enumerate(
        zip(got, expected, strict=True), 1
    ):
        two = isinstance(pair, tuple | list) and len(pair) == 2
        require(two, f"result[{number - 1}] must be a pair (dW, db)", pair)
        where = f"of layer {number} of {len(expected)}"
        assert_close(pair[0], dW, what=f"the gradient dW {where}", **limits)
        assert_close(pair[1], db, what=f"the gradient db {where}", **limits)


def assert_right(learner, net):
    params, X, noise, dlogits = net
    cache = forward(params, X, noise)
    away_from_kinks(cache)
    expected = by_differences(params, X, noise, dlogits)
    assert_grads(learner.mlp_backward(params, cache, dlogits), expected)


FEW = (1, 4)
SMALL = dict.fromkeys(("N", "D", "H", "H1", "H2", "H3", "C"), FEW)


@case(
    "one layer: the slopes of negative logits count as well",
    net=network("D", "C"),
    sizes=SMALL,
    tries=5,
)
def one_layer(learner, net):
    assert_right(learner, net)


XOR = [
    (np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])),
    (np.array([[1.0], [-2.0]]), np.array([0.0])),
]


@case("the example: slopes pass where z is above 0, and not at 0")
def at_zero(learner):
    X = np.array([[0.0, 1.0], [1.0, 1.0]])
    cache = [
        (X, np.array([[1.0, 0.0], [2.0, 1.0]])),
        (np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([[1.0], [0.0]])),
    ]
    expected = [
        (np.array([[10.0, -20.0], [11.0, -20.0]]), np.array([11.0, -20.0])),
        (np.array([[21.0], [10.0]]), np.array([11.0])),
    ]
    got = learner.mlp_backward(XOR, cache, np.array([[1.0], [10.0]]))
    assert_grads(got, expected)


@case(
    "two layers: slopes pass where the hidden units are on",
    net=network("D", "H", "C"),
    sizes=SMALL,
    tries=5,
)
def two_layers(learner, net):
    assert_right(learner, net)


@case(
    "equal widths hide no exchanged layers",
    net=network("K", "K", "K", "K"),
    sizes={"N": (2, 4), "K": (2, 3)},
    tries=5,
)
def equal_widths(learner, net):
    assert_right(learner, net)


@case(
    "three layers and four work as well",
    three=network("D", "H1", "H2", "C"),
    four=network("D", "H1", "H2", "H3", "C"),
    sizes=SMALL,
    tries=5,
)
def deep(learner, three, four):
    assert_right(learner, three)
    assert_right(learner, four)


@case(
    "a unit that is off for every sample gets no gradient",
    net=network("D", "H1", "H2", "C"),
    sizes={"N": FEW, "D": FEW, "H1": (2, 4), "H2": FEW, "C": FEW},
    tries=5,
)
def dead_unit(learner, net):
    params, X, noise, dlogits = net
    params[0][1][0] = -100.0
    cache = forward(params, X, noise)
    away_from_kinks(cache)
    got = learner.mlp_backward(params, cache, dlogits)
    expected = by_differences(params, X, noise, dlogits)
    assert_grads(got, expected)
    dead = np.append(got[0][0][:, 0], got[0][1][0])
    require(
        not dead.any(), "the slopes of a dead unit must be exactly 0", dead
    )


@case(
    "the cache is trusted: the forward pass may have had noise in it",
    net=network("D", "H1", "H2", "C", noisy=True),
    sizes=SMALL,
    tries=5,
)
def noisy(learner, net):
    assert_right(learner, net)


@case(
    "parameters, cache and incoming gradient stay as they were",
    net=network("D", "H1", "H2", "C"),
    sizes=SMALL,
    tries=5,
)
def untouched(learner, net):
    params, X, noise, dlogits = net
    learner.mlp_backward(params, forward(params, X, noise), dlogits)
    assert_untouched(learner)


@case(
    "float32 stays float32, float64 stays float64",
    net=network("D", "H", "C"),
    sizes=SMALL,
    tries=5,
)
def dtype(learner, net):
    params, X, noise, dlogits = net
    cache = forward(params, X, noise)
    away_from_kinks(cache)
    low = [
        [(one.astype("float32"), two.astype("float32")) for one, two in pairs]
        for pairs in (params, cache)
    ]
    exact = by_differences(params, X, noise, dlogits)
    assert_grads(
        learner.mlp_backward(*low, dlogits.astype("float32")),
        [(dW.astype("float32"), db.astype("float32")) for dW, db in exact],
        rtol=1e-3,
        atol=1e-4,
        dtype="float32",
    )
    got = learner.mlp_backward(params, cache, dlogits)
    assert_grads(got, exact, dtype="float64")
