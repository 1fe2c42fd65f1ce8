"""Checks for ann/mlp_forward. Oracle: every unit on its own, in Python floats."""

import math
from itertools import pairwise

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    probe,
    require,
)


def layers(*widths):
    """Return a draw of parameters for a network of these named widths."""

    @built(*widths)
    def make(rng, sizes):
        return [
            (rng.normal(size=(sizes[d], sizes[h])), rng.normal(size=sizes[h]))
            for d, h in pairwise(widths)
        ]

    return make


def by_hand(params, X):
    """Return logits and cache, one sample and one unit at a time."""
    cache = []
    rows = [[float(x) for x in row] for row in X]
    for number, (W, b) in enumerate(params):
        if number:
            rows = [[x if x > 0 else 0.0 for x in row] for row in rows]
        fed = np.array(rows).reshape(len(rows), len(W))
        columns = [[float(w) for w in column] for column in W.T]
        rows = [
            [
                math.fsum(
                    [bias, *(x * w for x, w in zip(row, column, strict=True))]
                )
                for column, bias in zip(columns, b.tolist(), strict=True)
            ]
            for row in rows
        ]
        cache.append((fed, np.array(rows)))
    return np.array(rows), cache


def logits_of(got):
    """Return the first part of a result, having looked at its form."""
    pair = isinstance(got, tuple | list) and len(got) == 2
    require(pair, "the result must be a pair: the logits and the cache", got)
    return got[0]


def assert_logits(got, params, X):
    assert_close(logits_of(got), by_hand(params, X)[0], what="logits")


def assert_cache(cache, params, X, **limits):
    expected = by_hand(params, X)[1]
    require(type(cache) is list, "the cache must be a list", cache)
    count = f"{len(cache)} pairs for {len(params)} layers"
    require(
        len(cache) <= len(params),
        f"the cache has {count}: it must start empty at every call",
    )
    require(
        len(cache) == len(params),
        f"the cache has {count}: each layer needs a pair",
    )
    for number, (pair, (fed, z)) in enumerate(
        zip(cache, expected, strict=True), 1
    ):
        two = isinstance(pair, tuple | list) and len(pair) == 2
        require(two, f"cache[{number - 1}] must be a pair (input, z)", pair)
        assert_close(
            pair[0], fed, what=f"the input of layer {number}", **limits
        )
        assert_close(
            pair[1], z, what=f"the pre-activation of layer {number}", **limits
        )


XOR = [
    (np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])),
    (np.array([[1.0], [-2.0]]), np.array([0.0])),
]


@case("the example, XOR with two hidden units, comes out")
def xor(learner):
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    logits = logits_of(learner.mlp_forward(XOR, X))
    assert_close(logits, np.array([[0.0], [1.0], [1.0], [0.0]]), what="logits")


@probe
def cache_after_another_call(module, params, X, other):
    """Return the cache of a first call, read after a second one."""
    _, cache = module.mlp_forward(params, X)
    module.mlp_forward(params, other)
    return cache


@case("every call has a cache of its own")
def own_cache(learner):
    X, other = np.array([[0.5, -1.0]]), np.array([[3.0, 2.0], [1.0, 4.0]])
    assert_cache(cache_after_another_call(learner, XOR, X, other), XOR, X)


@case(
    "one layer is linear, and negative logits stay",
    params=layers("D", "C"),
    X=array("N", "D"),
)
def one_layer(learner, params, X):
    assert_logits(learner.mlp_forward(params, X), params, X)


@case(
    "two layers have a ReLU between them",
    params=layers("D", "H", "C"),
    X=array("N", "D"),
)
def two_layers(learner, params, X):
    assert_logits(learner.mlp_forward(params, X), params, X)


@case(
    "four layers work as well",
    params=layers("D", "H1", "H2", "H3", "C"),
    X=array("N", "D"),
)
def four_layers(learner, params, X):
    assert_logits(learner.mlp_forward(params, X), params, X)


@case(
    "the cache holds input and pre-activation of every layer",
    params=layers("D", "H1", "H2", "C"),
    X=array("N", "D"),
)
def cache_parts(learner, params, X):
    got = learner.mlp_forward(params, X)
    logits_of(got)
    assert_cache(got[1], params, X)


@case(
    "parameters and samples stay as they were",
    params=layers("D", "H", "C"),
    X=array("N", "D"),
)
def untouched(learner, params, X):
    learner.mlp_forward(params, X)
    assert_untouched(learner)


@case(
    "float32 stays float32",
    params=layers("D", "H", "C"),
    X=array("N", "D", dtype="float32"),
)
def dtype(learner, params, X):
    low = [(W.astype("float32"), b.astype("float32")) for W, b in params]
    got = learner.mlp_forward(low, X)
    limits = {"rtol": 1e-4, "atol": 1e-5, "dtype": "float32"}
    assert_close(
        logits_of(got),
        by_hand(low, X)[0].astype("float32"),
        what="logits",
        **limits,
    )
    assert_cache(got[1], low, X, **limits)
