"""Adds padding where it should cut.

In the forward direction padding makes the long signal longer before it is read. Here it
has to be taken off again.

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
        stamp = np.einsum("nc,cok->nok", z[:, :, i], w)
        long[:, :, stride * i : stride * i + k] += stamp
    return np.pad(long, ((0, 0), (0, 0), (pad, pad)))
