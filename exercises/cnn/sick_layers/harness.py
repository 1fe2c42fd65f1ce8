"""Checks for cnn/sick_layers. Oracle: loops over single numbers, and the names."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    integers,
    probe,
    require,
)

SIZES = {"N": (2, 4), "C": (1, 3), "O": (1, 3), "H": (2, 5), "W": (2, 6)}
NAMED = {
    "conv_forward": "wrong padding",
    "conv_bias_grad": "mean for sum",
    "norm_forward": "wrong axes",
    "pool_backward": "counted twice",
    "head_forward": "sound",
}


@probe
def names(module):
    """Return the learner's names for the bugs."""
    return module.FOUND


def convolved(x, w, b):
    (N, C, H, W), O = x.shape, len(w)  # noqa: E741
    y = np.zeros((N, O, H, W))
    for n, o, i, j in np.ndindex(y.shape):
        y[n, o, i, j] = b[o]
        for c, u, v in np.ndindex(C, 3, 3):
            row, column = i + u - 1, j + v - 1
            if 0 <= row < H and 0 <= column < W:
                y[n, o, i, j] += w[o, c, u, v] * x[n, c, row, column]
    return y


def pooled_back(dy, x):
    dx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(dy.shape):
        window = [
            (x[n, c, row, column], row, column)
            for row in (2 * i, 2 * i + 1)
            for column in (2 * j, 2 * j + 1)
        ]
        _, row, column = max(window, key=lambda entry: entry[0])
        dx[n, c, row, column] += dy[n, c, i, j]
    return dx


@case(
    "conv_forward",
    x=array("N", "C", "H", "W"),
    w=array("O", "C", 3, 3),
    b=array("O"),
    sizes=SIZES,
    tries=4,
)
def convolution(learner, x, w, b):
    got = learner.conv_forward(x, w, b)
    assert_untouched(learner)
    assert_close(got, convolved(x, w, b))


@case(
    "conv_bias_grad",
    dy=array("N", "O", "H", "W"),
    sizes=SIZES,
    tries=5,
)
def bias(learner, dy):
    got = learner.conv_bias_grad(dy)
    assert_untouched(learner)
    sums = [sum(dy[:, o].ravel().tolist()) for o in range(dy.shape[1])]
    assert_close(got, np.array(sums))


@case(
    "norm_forward",
    x=array("N", "C", "H", "W"),
    gamma=array("C"),
    beta=array("C"),
    sizes=SIZES,
    tries=5,
)
def norm(learner, x, gamma, beta):
    got = learner.norm_forward(x, gamma, beta)
    assert_untouched(learner)
    expected = np.empty(x.shape)
    for c in range(x.shape[1]):
        values = x[:, c]
        mean = values.sum() / values.size
        var = ((values - mean) ** 2).sum() / values.size
        unit = (values - mean) / (var + 1e-5) ** 0.5
        expected[:, c] = gamma[c] * unit + beta[c]
    assert_close(got, expected)


@case(
    "pool_backward",
    x=array("N", "C", 4, 6, of=integers(-2, 2), dtype="float64"),
    dy=array("N", "C", 2, 3),
    sizes=SIZES,
    tries=5,
)
def pooling(learner, x, dy):
    got = learner.pool_backward(dy, x)
    assert_untouched(learner)
    assert_close(got, pooled_back(dy, x))


@case(
    "head_forward",
    x=array("N", "C", "H", "W"),
    W=array("C", "O"),
    b=array("O"),
    sizes=SIZES,
    tries=5,
)
def head(learner, x, W, b):
    got = learner.head_forward(x, W, b)
    assert_untouched(learner)
    means = [[m.sum() / m.size for m in image] for image in x]
    assert_close(got, np.array(means) @ W + b)


@case("every bug is named, and what is sound is called sound")
def named(learner):
    found = names(learner)
    require(type(found) is dict, "FOUND must be a dict", found)
    require(
        set(found) == set(NAMED),
        f"FOUND must have the keys {', '.join(NAMED)}",
        found,
    )
    for name, kind in NAMED.items():
        require(
            found[name] == kind,
            f"the starter's {name} did not have the bug "
            f"“{found[name]}”" if found[name] != "sound" else
            f"the starter's {name} was not sound",
        )  # fmt: skip
