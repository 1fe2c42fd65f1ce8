"""A convolution, turned round."""

import numpy as np


def conv_transpose1d(
    z: np.ndarray, w: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Return what each number of a short signal stamps onto a long one.

    Args:
        z: short signals, shape (N, C, L).
        w: stamps, shape (C, O, k).
        stride: places from one stamp to the next.
        pad: how many places are cut off at each end.

    Returns:
        Shape (N, O, stride * (L - 1) + k - 2 * pad).
    """
    n, _, length = z.shape
    _, out, k = w.shape
    long = np.zeros((n, out, stride * (length - 1) + k))
    for i in range(length):
        # Where stamps overlap, they add up.
        stamp = np.einsum("nc,cok->nok", z[:, :, i], w)
        long[:, :, stride * i : stride * i + k] += stamp
    return long[:, :, pad : long.shape[2] - pad]
