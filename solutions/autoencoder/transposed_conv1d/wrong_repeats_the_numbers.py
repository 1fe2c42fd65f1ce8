"""Repeats each number and convolves.

That is enlarging, followed by a convolution: a good layer as well, and another one.

Lesson: autoencoder/growing#a-stamp-for-each-number
"""

import numpy as np


def conv_transpose1d(
    z: np.ndarray, w: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    n, _, length = z.shape
    _, out, k = w.shape
    long = np.zeros((n, out, stride * (length - 1) + k))
    if stride > 1:
        z = np.repeat(z, stride, axis=2)
        length, stride = min(z.shape[2], long.shape[2] - k + 1), 1
    for i in range(length):
        # Where stamps overlap, they add up.
        stamp = np.einsum("nc,cok->nok", z[:, :, i], w)
        long[:, :, stride * i : stride * i + k] += stamp
    return long[:, :, pad : long.shape[2] - pad]
