"""Checks for cnn/im2col. Oracle: every entry looked up by its six indices."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    assert_within_ratio,
    case,
    whole,
)

SIZES = {
    "N": (1, 3),
    "C": (1, 3),
    "O": (1, 3),
    "H": (4, 6),
    "W": (4, 7),
    "k": (1, 3),
    "l": (1, 4),
}
X = array("N", "C", "H", "W")
KERNELS, BIASES = array("O", "C", "k", "l"), array("O")


def looked_up(x, k, width, s=1, p=0):
    """Return the matrix, one entry at a time."""
    N, C, H, W = x.shape
    down, across = (H + 2 * p - k) // s + 1, (W + 2 * p - width) // s + 1
    values = x.tolist()
    rows = []
    for n, i, j in np.ndindex(N, down, across):
        row = []
        for c, u, v in np.ndindex(C, k, width):
            a, b = s * i + u - p, s * j + v - p
            inside = 0 <= a < H and 0 <= b < W
            row.append(values[n][c][a][b] if inside else 0.0)
        rows.append(row)
    return np.array(rows)


def convolved(x, w, b, s=1, p=0):
    """Return the layer's output, each number a sum of Python floats."""
    k, width = w.shape[2:]
    rows = looked_up(x, k, width, s, p).tolist()
    down = (x.shape[2] + 2 * p - k) // s + 1
    kernels = w.reshape(len(w), -1).tolist()
    sums = [
        [
            math.fsum(
                [bias, *(a * c for a, c in zip(row, kernel, strict=True))]
            )
            for kernel, bias in zip(kernels, b.tolist(), strict=True)
        ]
        for row in rows
    ]
    y = np.array(sums).reshape(len(x), down, -1, len(w))
    return np.moveaxis(y, 3, 1)


@case(
    "one image, one channel: a row per place, in reading order",
    x=array(1, 1, "H", "W"),
    k=whole(1, 4),
    m=whole(1, 4),
    sizes=SIZES,
    tries=6,
)
def one_channel(learner, x, k, m):
    assert_close(learner.im2col(x, (k, m)), looked_up(x, k, m))


@case(
    "columns run over channels first, then over the window",
    x=array(1, "C", "H", "W"),
    sizes=SIZES,
    tries=6,
)
def channels(learner, x):
    assert_close(learner.im2col(x, (2, 3)), looked_up(x, 2, 3))


@case(
    "rows run over images first, then over places",
    x=X,
    sizes=SIZES,
    tries=6,
)
def images(learner, x):
    assert_close(learner.im2col(x, (3, 2)), looked_up(x, 3, 2))


@case(
    "stride and padding, alone and together",
    x=X,
    s=whole(2, 4),
    p=whole(1, 3),
    sizes=SIZES,
    tries=4,
)
def options(learner, x, s, p):
    for stride, pad in ((s, 0), (1, p), (s, p)):
        got = learner.im2col(x, (2, 3), stride=stride, pad=pad)
        assert_close(got, looked_up(x, 2, 3, stride, pad))


@case(
    "the product gives the feature maps",
    x=X,
    w=KERNELS,
    b=BIASES,
    sizes=SIZES,
    tries=6,
)
def product(learner, x, w, b):
    assert_close(learner.conv2d_as_product(x, w, b), convolved(x, w, b))


@case(
    "the product with stride and padding",
    x=X,
    w=array("O", "C", 3, 2),
    b=BIASES,
    s=whole(2, 4),
    p=whole(1, 3),
    sizes=SIZES,
    tries=4,
)
def product_options(learner, x, w, b, s, p):
    for stride, pad in ((1, p), (s, p)):
        got = learner.conv2d_as_product(x, w, b, stride=stride, pad=pad)
        assert_close(got, convolved(x, w, b, stride, pad))


@case(
    "float32 stays float32, and nothing of x is changed or shared",
    x=X,
    w=array("O", "C", 2, 2),
    b=BIASES,
    sizes=SIZES,
    tries=3,
)
def manners(learner, x, w, b):
    low = [v.astype("float32") for v in (x, w, b)]
    got = learner.im2col(low[0], (2, 2), pad=1)
    assert_untouched(learner)
    expected = looked_up(low[0], 2, 2, p=1)
    assert_close(got, expected, dtype="float32")
    got = learner.conv2d_as_product(*low, pad=1)
    assert_untouched(learner)
    expected = convolved(*low, p=1)
    assert_close(got, expected, rtol=1e-4, atol=1e-4, dtype="float32")
    # One window is one pixel: here a view of x would do, and is not wanted.
    assert_close(learner.im2col(x[:, :1], (1, 1)), looked_up(x[:, :1], 1, 1))
    assert_unaliased(learner)


@case("no loop over places")
def vectorised(learner, reference, rng):
    # Many small windows: what counts here is the time per window.
    x = rng.normal(size=(16, 1, 40, 40))
    assert_within_ratio(
        lambda: learner.im2col(x, (2, 2)),
        lambda: reference.im2col(x, (2, 2)),
        at_most=12,
        advice="Let numpy copy: a view of all windows, transposed, reshaped.",
    )
