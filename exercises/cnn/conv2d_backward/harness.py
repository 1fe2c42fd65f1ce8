"""Checks for cnn/conv2d_backward. Oracle: one product at a time, and differences."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    assert_within_ratio,
    case,
    numeric_gradient,
    require,
    whole,
)

SIZES = {
    "N": (1, 3),
    "C": (1, 3),
    "O": (1, 3),
    "H": (4, 5),
    "W": (4, 6),
    "k": (1, 3),
    "l": (1, 4),
}
X, KERNELS = array("N", "C", "H", "W"), array("O", "C", "k", "l")
NAMES = ("dx", "dw", "db")


def output_shape(x, w, s=1, p=0):
    (N, _, H, W), (O, _, k, width) = x.shape, w.shape  # noqa: E741
    return N, O, (H + 2 * p - k) // s + 1, (W + 2 * p - width) // s + 1


def term_by_term(dy, x, w, s=1, p=0):
    """Return (dx, dw, db): each product of the forward pass taken back."""
    (_, C, H, W), (k, width) = x.shape, w.shape[2:]
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(len(w))
    for n, o, i, j in np.ndindex(dy.shape):
        slope = float(dy[n, o, i, j])
        db[o] += slope
        for u in range(k):
            for v in range(width):
                a, b = s * i + u - p, s * j + v - p
                if 0 <= a < H and 0 <= b < W:
                    for c in range(C):
                        dx[n, c, a, b] += slope * w[o, c, u, v]
                        dw[o, c, u, v] += slope * x[n, c, a, b]
    return dx, dw, db


def three(got):
    fits = isinstance(got, tuple | list) and len(got) == 3
    require(fits, "the result must be a tuple of three: dx, dw, db.", got)
    return got


def assert_part(learner, which, dy, x, w, **options):
    number = NAMES.index(which)
    got = three(learner.conv2d_backward(dy, x, w, **options))[number]
    settings = options.get("stride", 1), options.get("pad", 0)
    expected = term_by_term(dy, x, w, *settings)[number]
    assert_close(got, expected, what=f"the gradient {which}")


def assert_all(got, expected, **limits):
    for value, wanted, name in zip(three(got), expected, NAMES, strict=True):
        assert_close(value, wanted, what=f"the gradient {name}", **limits)


@case(
    "db: a bias collects from all images and places",
    x=X,
    w=KERNELS,
    sizes=SIZES,
    tries=5,
)
def biases(learner, x, w, rng):
    dy = rng.normal(size=output_shape(x, w))
    assert_part(learner, "db", dy, x, w)


@case(
    "dw: a weight collects from all images and places",
    x=X,
    w=KERNELS,
    sizes=SIZES,
    tries=5,
)
def weights(learner, x, w, rng):
    dy = rng.normal(size=output_shape(x, w))
    assert_part(learner, "dw", dy, x, w)


@case(
    "dx: a pixel collects from all windows it lay in",
    x=X,
    w=KERNELS,
    sizes=SIZES,
    tries=5,
)
def images(learner, x, w, rng):
    dy = rng.normal(size=output_shape(x, w))
    assert_part(learner, "dx", dy, x, w)


@case(
    "square kernels, and as many channels in as out, hide nothing",
    x=array(2, 3, 4, 4),
    w=array(3, 3, 3, 3),
    tries=2,
)
def square(learner, x, w, rng):
    dy = rng.normal(size=output_shape(x, w))
    assert_all(learner.conv2d_backward(dy, x, w), term_by_term(dy, x, w))


@case(
    "with padding all gradients keep the shapes of what they belong to",
    x=X,
    w=KERNELS,
    p=whole(1, 3),
    sizes=SIZES,
    tries=4,
)
def padded(learner, x, w, p, rng):
    dy = rng.normal(size=output_shape(x, w, 1, p))
    got = learner.conv2d_backward(dy, x, w, pad=p)
    assert_all(got, term_by_term(dy, x, w, 1, p))


@case(
    "with a stride every share goes back to where its window stood",
    x=X,
    w=KERNELS,
    s=whole(2, 4),
    p=whole(0, 2),
    sizes=SIZES,
    tries=6,
)
def strided(learner, x, w, s, p, rng):
    dy = rng.normal(size=output_shape(x, w, s, p))
    got = learner.conv2d_backward(dy, x, w, stride=s, pad=p)
    assert_all(got, term_by_term(dy, x, w, s, p))


@case("the gradients agree with differences")
def differences(learner, rng):
    x, w = rng.normal(size=(2, 2, 4, 5)), rng.normal(size=(2, 2, 3, 2))
    dy = rng.normal(size=output_shape(x, w, 2, 1))

    def loss(x, w):
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return sum(
            float(
                (
                    padded[:, :, 2 * i : 2 * i + 3, 2 * j : 2 * j + 2] * w[o]
                ).sum(axis=(1, 2, 3))
                @ dy[:, o, i, j]
            )
            for o, i, j in np.ndindex(dy.shape[1:])
        )

    dx, dw, _ = three(learner.conv2d_backward(dy, x, w, stride=2, pad=1))
    limits = {"rtol": 1e-5, "atol": 1e-7}
    slopes = numeric_gradient(lambda v: loss(v, w), x)
    assert_close(dx, slopes, what="the gradient dx", **limits)
    slopes = numeric_gradient(lambda v: loss(x, v), w)
    assert_close(dw, slopes, what="the gradient dw", **limits)


@case(
    "float32 stays float32, and the arguments stay as they were",
    x=X,
    w=array("O", "C", 3, 2),
    sizes=SIZES,
    tries=2,
)
def manners(learner, x, w, rng):
    dy = rng.normal(size=output_shape(x, w, 1, 1))
    low = [v.astype("float32") for v in (dy, x, w)]
    got = learner.conv2d_backward(*low, pad=1)
    assert_untouched(learner)
    expected = [v.astype("float32") for v in term_by_term(*low, 1, 1)]
    assert_all(got, expected, rtol=1e-4, atol=1e-4, dtype="float32")


@case("no loop over images or kernels")
def vectorised(learner, reference, rng):
    x, w = rng.normal(size=(48, 3, 6, 6)), rng.normal(size=(24, 3, 3, 3))
    dy = rng.normal(size=output_shape(x, w))
    three(learner.conv2d_backward(dy, x, w))
    assert_within_ratio(
        lambda: learner.conv2d_backward(dy, x, w),
        lambda: reference.conv2d_backward(dy, x, w),
        at_most=8,
        advice="Loop over the entries of the kernel, or over the places.",
    )
