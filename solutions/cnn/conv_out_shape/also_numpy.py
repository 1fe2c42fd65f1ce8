"""Another right way: both axes at once, in small arrays."""

import numpy as np


def conv_out_shape(size, kernel, stride=1, pad=0, dilation=1):
    n, k, s, p, d = (
        np.broadcast_to(np.asarray(v), (2,))
        for v in (size, kernel, stride, pad, dilation)
    )
    steps = np.floor((n + 2 * p - d * (k - 1) - 1) / s).astype(int)
    if (steps < 0).any():
        raise ValueError("the kernel is larger than the input")
    return int(steps[0]) + 1, int(steps[1]) + 1
