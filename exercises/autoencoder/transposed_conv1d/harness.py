"""Checks for autoencoder/transposed_conv1d. Oracle: loops over single numbers, inner products."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_untouched,
    assume,
    case,
    whole,
)

SIZES = {"N": (1, 3), "C": (1, 4), "O": (1, 4), "L": (1, 5), "k": (1, 4)}
GIVEN = {
    "z": array("N", "C", "L"),
    "w": array("C", "O", "k"),
    "stride": whole(1, 3),
    "sizes": SIZES,
}


def by_numbers(z, w, stride, pad):
    """Stamp number by number, and leave out what is cut off."""
    n, c, length = z.shape
    _, out, k = w.shape
    long = stride * (length - 1) + k - 2 * pad
    y = np.zeros((n, out, long))
    for i in range(length):
        for u in range(k):
            place = stride * i + u - pad
            if 0 <= place < long:
                for o in range(out):
                    for channel in range(c):
                        y[:, o, place] += z[:, channel, i] * w[channel, o, u]
    return y


def convolve(x, w, stride, pad):
    """Return the convolution (N, C, L) of x (N, O, T) with w (C, O, k)."""
    k = w.shape[2]
    framed = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
    places = range(0, framed.shape[2] - k + 1, stride)
    parts = [
        np.tensordot(framed[:, :, p : p + k], w, ((1, 2), (1, 2)))
        for p in places
    ]
    return np.stack(parts, axis=2)


def check(learner, z, w, stride, pad):
    got = learner.conv_transpose1d(z, w, stride, pad)
    assert_untouched(learner)
    wanted = by_numbers(z, w, stride, pad)
    assert_shape(got, wanted.shape, "the long signal")
    assert_close(got, wanted, what="the long signal")
    return got


@case("one number stamps its weights, as many times as it is large")
def one_stamp(learner):
    w = np.array([[[1.0, 2.0, -1.0]]])
    check(learner, np.array([[[3.0]]]), w, 1, 0)
    check(learner, np.array([[[3.0], [0.0]]]).reshape(2, 1, 1), w, 2, 0)


@case("stamps follow each other at the stride, and add up", **GIVEN)
def stamps(learner, z, w, stride):
    check(learner, z, w, stride, 0)


@case("padding cuts off both ends", pad=whole(0, 2), **GIVEN)
def padding(learner, z, w, stride, pad):
    assume(stride * (z.shape[2] - 1) + w.shape[2] - 2 * pad > 0)
    check(learner, z, w, stride, pad)


@case("stride 1 and padding 0 unless told otherwise")
def defaults(learner, rng):
    z, w = rng.normal(size=(2, 3, 4)), rng.normal(size=(3, 2, 3))
    got = learner.conv_transpose1d(z, w)
    assert_close(got, by_numbers(z, w, 1, 0), what="the long signal")


@case(
    "it is the adjoint of the convolution with the same weights",
    pad=whole(0, 1),
    tries=6,
    **GIVEN,
)
def adjoint(learner, rng, z, w, stride, pad):
    long = stride * (z.shape[2] - 1) + w.shape[2] - 2 * pad
    assume(long > 0)
    x = rng.normal(size=(len(z), w.shape[1], long))
    there = (convolve(x, w, stride, pad) * z).sum()
    got = learner.conv_transpose1d(z, w, stride, pad)
    assert_shape(got, x.shape, "the long signal")
    assert_close(
        float((x * got).sum()),
        float(there),
        what="the inner product of x with the long signal",
        because="It must equal that of conv(x) with z.",
    )
