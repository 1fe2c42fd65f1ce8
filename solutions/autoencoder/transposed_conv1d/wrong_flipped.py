"""Stamps the weights backwards.

A convolution with zeros between the numbers needs flipped weights. A stamp is put down
as it is.

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
        stamp = np.einsum("nc,cok->nok", z[:, :, i], w[:, :, ::-1])
        long[:, :, stride * i : stride * i + k] += stamp
    return long[:, :, pad : long.shape[2] - pad]
