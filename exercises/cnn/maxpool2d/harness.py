"""Checks for cnn/maxpool2d. Oracle: one comparison of two floats at a time."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    integers,
    numeric_gradient,
    uniform,
)

SIZES = {"N": (1, 2), "C": (1, 2), "H": (5, 6), "W": (5, 7)}
SETTINGS = [
    (2, 2, 0),
    (3, 2, 0),
    (3, 1, 1),
    (2, 3, 1),
    (3, 3, 1),
    (1, 1, 0),
    (5, 2, 2),
]
"""Window, stride and padding."""


@built()
def setting(rng, sizes):
    return SETTINGS[int(rng.integers(len(SETTINGS)))]


def winners(x, size, stride, pad):
    """Yield (output index, input index) of the first maximum of each window."""
    N, C, H, W = x.shape
    values = x.tolist()
    down = (H + 2 * pad - size) // stride + 1
    across = (W + 2 * pad - size) // stride + 1
    for n, c, i, j in np.ndindex(N, C, down, across):
        best = None
        for u in range(size):
            for v in range(size):
                row, column = stride * i + u - pad, stride * j + v - pad
                inside = 0 <= row < H and 0 <= column < W
                if inside and (
                    best is None
                    or values[n][c][row][column]
                    > values[n][c][best[0]][best[1]]
                ):
                    best = (row, column)
        yield (n, c, i, j), (n, c, *best)


def pooled(x, size, stride, pad=0):
    places = list(winners(x, size, stride, pad))
    shape = tuple(last + 1 for last in places[-1][0])
    y = np.zeros(shape)
    for out, source in places:
        y[out] = x[source]
    return y


def upstream(x, size, stride, pad, rng):
    return rng.normal(size=pooled(x, size, stride, pad).shape)


def sent_back(dy, x, size, stride, pad=0):
    dx = np.zeros(x.shape)
    for out, source in winners(x, size, stride, pad):
        dx[source] += dy[out]
    return dx


MAPS = array("N", "C", "H", "W")


@case(
    "a window of one pixel changes nothing, either way",
    x=MAPS,
    dy=MAPS,
    sizes=SIZES,
    tries=4,
)
def one_pixel(learner, x, dy):
    assert_close(learner.maxpool2d(x, 1, 1), x)
    got = learner.maxpool2d_backward(dy, x, 1, 1)
    assert_close(got, dy, what="the gradient")


@case(
    "forward: the largest of each 2 by 2 tile",
    x=array("N", "C", 4, 6),
    sizes=SIZES,
    tries=4,
)
def tiles(learner, x):
    assert_close(learner.maxpool2d(x, 2, 2), pooled(x, 2, 2))


@case(
    "forward: any window and stride",
    x=MAPS,
    sizes=SIZES,
    tries=4,
)
def forward(learner, x):
    for size, stride in ((2, 1), (2, 3), (4, 3)):
        got = learner.maxpool2d(x, size, stride)
        assert_close(got, pooled(x, size, stride))


@case(
    "forward: padding never wins, even where all numbers are negative",
    x=array("N", "C", "H", "W", of=uniform(-5, -1)),
    sizes=SIZES,
    tries=4,
)
def padding(learner, x):
    for scale in (1.0, 1e12):
        for size, stride, pad in ((2, 2, 1), (5, 2, 2)):
            low = scale * x
            got = learner.maxpool2d(low, size, stride, pad=pad)
            assert_close(got, pooled(low, size, stride, pad))


@case(
    "backward: the gradient of each tile goes to its largest number",
    x=array("N", "C", 4, 6),
    dy=array("N", "C", 2, 3),
    sizes=SIZES,
    tries=4,
)
def back_tiles(learner, x, dy):
    got = learner.maxpool2d_backward(dy, x, 2, 2)
    assert_close(got, sent_back(dy, x, 2, 2), what="the gradient")


@case(
    "backward: a pixel that wins several windows collects from all",
    x=MAPS,
    sizes=SIZES,
    tries=4,
)
def overlap(learner, x, rng):
    for size, stride in ((3, 1), (4, 3)):
        dy = upstream(x, size, stride, 0, rng)
        got = learner.maxpool2d_backward(dy, x, size, stride)
        assert_close(got, sent_back(dy, x, size, stride), what="the gradient")


@case(
    "backward: of equal numbers, the first in reading order gets it all",
    x=array("N", "C", "H", "W", of=integers(0, 3), dtype="float64"),
    sizes=SIZES,
    tries=4,
)
def ties(learner, x, rng):
    for size, stride in ((2, 2), (3, 2)):
        dy = upstream(x, size, stride, 0, rng)
        got = learner.maxpool2d_backward(dy, x, size, stride)
        assert_close(got, sent_back(dy, x, size, stride), what="the gradient")


@case(
    "backward: the frame wins nothing, even where all numbers are negative",
    x=array("N", "C", "H", "W", of=uniform(-5, -1)),
    sizes=SIZES,
    tries=3,
)
def back_frame(learner, x, rng):
    dy = upstream(x, 2, 2, 1, rng)
    got = learner.maxpool2d_backward(dy, x, 2, 2, pad=1)
    assert_close(got, sent_back(dy, x, 2, 2, 1), what="the gradient")


@case(
    "backward: with padding the gradient still has the shape of x",
    x=MAPS,
    how=setting,
    sizes=SIZES,
    tries=6,
)
def back_padding(learner, x, how, rng):
    size, stride, pad = how
    dy = upstream(x, size, stride, pad, rng)
    got = learner.maxpool2d_backward(dy, x, size, stride, pad=pad)
    assert_close(got, sent_back(dy, x, size, stride, pad), what="the gradient")


@case("backward agrees with differences")
def differences(learner, rng):
    # Numbers that are all different by more than the step of the differences.
    x = rng.permutation(2 * 2 * 5 * 4).reshape(2, 2, 5, 4) - 40.0
    dy = upstream(x, 3, 2, 1, rng)
    expected = numeric_gradient(
        lambda v: float((pooled(v, 3, 2, 1) * dy).sum()), x
    )
    got = learner.maxpool2d_backward(dy, x, 3, 2, pad=1)
    assert_close(got, expected, rtol=1e-5, atol=1e-6, what="the gradient")


@case(
    "float32 stays float32, and the arguments stay as they were",
    x=MAPS,
    sizes=SIZES,
    tries=3,
)
def manners(learner, x, rng):
    low = x.astype("float32")
    dy = upstream(x, 3, 2, 1, rng).astype("float32")
    got = learner.maxpool2d(low, 3, 2, pad=1)
    assert_untouched(learner)
    assert_close(got, pooled(low, 3, 2, 1), dtype="float32")
    got = learner.maxpool2d_backward(dy, low, 3, 2, pad=1)
    assert_untouched(learner)
    wanted = sent_back(dy, low, 3, 2, 1)
    assert_close(
        got, wanted, rtol=1e-5, atol=1e-5, dtype="float32", what="the gradient"
    )
