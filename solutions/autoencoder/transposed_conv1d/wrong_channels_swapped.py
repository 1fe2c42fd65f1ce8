"""Reads the weights as (out, in, k).

A convolution from O to C channels has weights (C, O, k). Turned round it goes from C to
O with the same weights.

Lesson: autoencoder/growing#a-stamp-for-each-number
"""

import numpy as np


def conv_transpose1d(
    z: np.ndarray, w: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    n, _, length = z.shape
    _, out, k = w.shape
    long = np.zeros((n, out, stride * (length - 1) + k))
    for i in range(length):
        # Where stamps overlap, they add up.
        stamp = np.einsum("nc,ock->nok", z[:, :, i], w)
        long[:, :, stride * i : stride * i + k] += stamp
    return long[:, :, pad : long.shape[2] - pad]
