"""Checks for backprop/planted_bugs. Oracle: central differences of loops."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    labels,
    numeric_gradient,
    probe,
    require,
    uniform,
)

EPS = 1e-5
PLANTED = {
    "affine_backward": "mean for sum",
    "tanh_backward": "sound",
    "layernorm_backward": "path missing",
    "loss_backward": "sum for mean",
}
KINDS = {
    *PLANTED.values(),
    "flipped sign",
    "wrong axis",
    "wrong derivative",
    "not transposed",
}
SIZES = {"N": (2, 4), "D": (3, 5), "H": (2, 4), "C": (2, 4)}
LIMITS = {"rtol": 1e-6, "atol": 1e-8}


def affine(X, W, b):
    return np.array(
        [
            [
                math.fsum(
                    [*(x * w for x, w in zip(row, column, strict=True)), c]
                )
                for column, c in zip(W.T, b, strict=True)
            ]
            for row in X
        ]
    )


def layernorm(X, gamma, beta):
    rows = []
    for x in X:
        mean = math.fsum(x) / len(x)
        spread = math.fsum((v - mean) ** 2 for v in x) / len(x)
        unit = [(v - mean) / math.sqrt(spread + EPS) for v in x]
        rows.append(
            [g * u + b for g, u, b in zip(gamma, unit, beta, strict=True)]
        )
    return np.array(rows)


def log_shares(logits):
    rows = []
    for z in logits:
        top = max(z)
        total = top + math.log(math.fsum(math.exp(v - top) for v in z))
        rows.append([v - total for v in z])
    return np.array(rows)


def loss(logits, y):
    shares = log_shares(logits)
    return -math.fsum(shares[n][k] for n, k in enumerate(y)) / len(y)


def slopes(dY, forward, *tensors):
    """Gradients of sum(dY * forward(*tensors)), by central differences."""
    return tuple(
        numeric_gradient(
            lambda t, i=i: (
                dY * forward(*tensors[:i], t, *tensors[i + 1 :])
            ).sum(),
            tensor,
        )
        for i, tensor in enumerate(tensors)
    )


def assert_gradients(learner, got, expected, names):
    three = type(got) in (tuple, list) and len(got) == len(expected)
    require(three, f"it must return {', '.join(names)}.", got)
    for one, other, name in zip(got, expected, names, strict=True):
        assert_close(one, other, what=f"the gradient {name}", **LIMITS)
    assert_untouched(learner)


@case(
    "the forward functions compute what they did",
    X=array("N", "D"),
    W=array("D", "H"),
    b=array("H"),
    gamma=array("D"),
    beta=array("D"),
    logits=array("N", "C"),
    y=labels("N", below="C"),
    sizes=SIZES,
    tries=5,
)
def forward(learner, X, W, b, gamma, beta, logits, y):
    assert_close(learner.affine_forward(X, W, b), affine(X, W, b))
    assert_close(learner.tanh_forward(X), np.vectorize(math.tanh)(X))
    narrow = 0.01 * X
    for x in (X, narrow):
        out = learner.layernorm_forward(x, gamma, beta)
        assert_close(out, layernorm(x, gamma, beta))
    far = logits + 1000.0 * (-1.0) ** np.arange(len(y))[:, None]
    far[0, 0] -= 2000.0
    for z in (logits, far):
        assert_close(learner.log_softmax(z), log_shares(z))
        assert_close(learner.loss_forward(z, y), loss(z, y))


@case(
    "affine_backward gives dX, dW and db",
    dY=array("N", "H"),
    X=array("N", "D"),
    W=array("D", "H"),
    sizes=SIZES,
    tries=5,
)
def affine_gradients(learner, dY, X, W):
    expected = slopes(dY, affine, X, W, np.zeros(W.shape[1]))
    got = learner.affine_backward(dY, X, W)
    assert_gradients(learner, got, expected, ["dX", "dW", "db"])


@case(
    "tanh_backward gives dX",
    dY=array("N", "D"),
    X=array("N", "D", of=uniform(-2, 2)),
    sizes=SIZES,
    tries=5,
)
def tanh_gradient(learner, dY, X):
    got = learner.tanh_backward(dY, np.tanh(X))
    assert_gradients(learner, [got], slopes(dY, np.tanh, X), ["dX"])


@built("N", "D")
def spread(rng, sizes):
    """Rows that are neither flat nor alike."""
    base = np.linspace(-1, 1, sizes["D"])
    rows = [
        rng.permutation(base) * rng.uniform(0.5, 2) for _ in range(sizes["N"])
    ]
    return np.array(rows) + rng.normal(size=(sizes["N"], 1))


@case(
    "layernorm_backward gives dX, dgamma and dbeta",
    dY=array("N", "D"),
    X=spread,
    gamma=array("D", of=uniform(0.5, 2)),
    sizes=SIZES,
    tries=5,
)
def layernorm_gradients(learner, dY, X, gamma):
    expected = slopes(dY, layernorm, X, gamma, np.zeros(len(gamma)))
    got = learner.layernorm_backward(dY, X, gamma)
    assert_gradients(learner, got, expected, ["dX", "dgamma", "dbeta"])


@case(
    "loss_backward gives the gradient for the logits",
    logits=array("N", "C", of=uniform(-3, 3)),
    y=labels("N", below="C"),
    sizes=SIZES,
    tries=5,
)
def loss_gradient(learner, logits, y):
    expected = numeric_gradient(lambda z: loss(z, y), logits)
    got = learner.loss_backward(logits, y)
    assert_gradients(learner, [got], [expected], ["dlogits"])


@probe
def found(module):
    return getattr(module, "FOUND", None)


@case("FOUND names what each function had, or that it was sound")
def named(learner):
    kinds = found(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED) + ".",
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] is {kind!r}, which is no kind of the task's "
            "table.",
        )
    wrong = [name for name, kind in PLANTED.items() if kinds[name] != kind]
    require(
        not wrong,
        "FOUND does not say what the starter had in " + ", ".join(wrong) + ".",
    )
