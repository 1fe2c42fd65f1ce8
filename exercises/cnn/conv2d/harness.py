"""Checks for cnn/conv2d. Oracle: sums over single pixels, in Python floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    assert_within_ratio,
    built,
    case,
    whole,
)

SIZES = {
    "N": (1, 3),
    "C": (1, 3),
    "O": (1, 4),
    "H": (4, 6),
    "W": (4, 7),
    "k": (1, 3),
    "l": (1, 4),
}
LESS = SIZES | {"N": (1, 2), "O": (1, 3)}
X, WEIGHTS, BIAS = (
    array("N", "C", "H", "W"),
    array("O", "C", "k", "l"),
    array("O"),
)


def by_pixels(x, w, b, s=1, p=0):
    """Return the layer's output, one product of two floats at a time."""
    (N, C, H, W), (O, _, k, width) = x.shape, w.shape  # noqa: E741
    y = np.zeros(
        (N, O, (H + 2 * p - k) // s + 1, (W + 2 * p - width) // s + 1)
    )
    xs, ws = x.tolist(), w.tolist()
    for n, o, i, j in np.ndindex(y.shape):
        products = [float(b[o])]
        for c, u, v in np.ndindex(C, k, width):
            row, column = s * i + u - p, s * j + v - p
            if 0 <= row < H and 0 <= column < W:
                products.append(ws[o][c][u][v] * xs[n][c][row][column])
        y[n, o, i, j] = math.fsum(products)
    return y


@built("N", "C")
def pixel(rng, sizes):
    """One pixel per channel: a layer that is a dense layer."""
    return rng.normal(size=(sizes["N"], sizes["C"], 1, 1))


@case(
    "on a single pixel the layer is a dense layer",
    x=pixel,
    w=array("O", "C", 1, 1),
    b=array("O"),
    sizes=SIZES,
)
def dense(learner, x, w, b):
    expected = x[:, :, 0, 0] @ w[:, :, 0, 0].T + b
    assert_close(learner.conv2d(x, w, b), expected[:, :, None, None])


@case(
    "square images and kernels keep rows and columns apart",
    x=array("N", "C", 4, 4),
    w=array("O", "C", 3, 3),
    b=BIAS,
    sizes=LESS,
    tries=4,
)
def square(learner, x, w, b):
    assert_close(learner.conv2d(x, w, b), by_pixels(x, w, b))


@case(
    "any sizes, one step at a time",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    sizes=SIZES,
    tries=6,
)
def plain(learner, x, w, b):
    assert_close(learner.conv2d(x, w, b), by_pixels(x, w, b))


@case(
    "padding adds zeros on all four sides",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    p=whole(1, 3),
    sizes=LESS,
    tries=4,
)
def padded(learner, x, w, b, p):
    assert_close(learner.conv2d(x, w, b, pad=p), by_pixels(x, w, b, p=p))


@case(
    "a stride skips places, in both directions",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    s=whole(2, 4),
    sizes=LESS,
    tries=4,
)
def strided(learner, x, w, b, s):
    assert_close(learner.conv2d(x, w, b, stride=s), by_pixels(x, w, b, s))


@case(
    "stride and padding together",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    s=whole(2, 4),
    p=whole(1, 3),
    sizes=LESS,
    tries=4,
)
def together(learner, x, w, b, s, p):
    assert_close(
        learner.conv2d(x, w, b, stride=s, pad=p), by_pixels(x, w, b, s, p)
    )


@case(
    "a kernel larger than the image fits into the padded one",
    x=array("N", "C", 2, 3),
    w=array("O", "C", 4, 5),
    b=BIAS,
    sizes=LESS,
    tries=4,
)
def large_kernel(learner, x, w, b):
    assert_close(learner.conv2d(x, w, b, pad=1), by_pixels(x, w, b, p=1))


@case(
    "float32 stays float32, float64 stays float64",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    sizes=LESS,
    tries=2,
)
def dtype(learner, x, w, b):
    low = [v.astype("float32") for v in (x, w, b)]
    expected = by_pixels(*low, p=1).astype("float32")
    got = learner.conv2d(*low, pad=1)
    assert_close(got, expected, rtol=1e-4, atol=1e-4, dtype="float32")
    got = learner.conv2d(x, w, b, pad=1)
    assert_close(got, by_pixels(x, w, b, p=1), dtype="float64")


@case(
    "images, weights and bias stay as they were",
    x=X,
    w=WEIGHTS,
    b=BIAS,
    sizes=LESS,
    tries=2,
)
def untouched(learner, x, w, b):
    learner.conv2d(x, w, b, pad=1)
    assert_untouched(learner)


@case("no loop over images or kernels")
def vectorised(learner, reference, rng):
    x = rng.normal(size=(48, 3, 6, 6))
    w, b = rng.normal(size=(24, 3, 3, 3)), rng.normal(size=24)
    assert_within_ratio(
        lambda: learner.conv2d(x, w, b),
        lambda: reference.conv2d(x, w, b),
        at_most=8,
        advice="Loop over the entries of the kernel, or not at all.",
    )
